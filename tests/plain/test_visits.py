"""What somebody does at a step: ticking, recording, describing, copying, reading, practising."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.actions import ActionKind, ActionState
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.deadlines import FOLLOW_UP_DAYS
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import Act, Question
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import ContactMeta, Kind, Status
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.page_links import pages_linked
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import Settings
from tests.plain.laptop import TODAY, Laptop
from tests.plain.long_day import THREAT
from tests.plain.person import Person, Reply, answers, pick
from tests.plain.test_situations import INSULT, ON, say, told_at

REPORT = pick("Report with the platform's")
TEXT = pick("Short text for a report")


@pytest.fixture
def workspace(laptop: Laptop) -> Workspace:
    return laptop.workspace()


def only(workspace: Workspace) -> Incident:
    """Return the one incident that is kept."""
    (summary,) = workspace.keeper.summaries()
    return workspace.keeper.load(summary.id)


def test_a_number_ticks_a_task_and_the_same_number_takes_the_tick_away(workspace: Workspace, library: Library) -> None:
    person = Person([*say(library, *THREAT), "1", "2", "1", ""]).walk(workspace)

    assert list(only(workspace).ticked) == [id for id in only(workspace).ticked if id.startswith("safety.")]
    assert len(only(workspace).ticked) == 1
    assert told_at(person, "No longer ticked: ").startswith("No longer ticked: ")
    assert any(line.startswith("1. open: ") for line in person.told[-20:])
    assert any(line.startswith("2. ticked: ") for line in person.told[-20:])


def test_what_to_do_now_is_on_top_of_every_step_and_told_anew(workspace: Workspace, library: Library) -> None:
    person = Person([*say(library, *THREAT), ON, ON, "1", *[ON] * 4]).walk(workspace)

    places = ("Before the steps: ", "Step ", "After the steps: ")
    for index, line in enumerate(person.told):
        if line.startswith(places) and person.told[index + 1].startswith("In danger now? Call 112"):
            assert person.told[index + 2].startswith("Now: ")
    ticked = next(index for index, line in enumerate(person.told) if line.startswith("Ticked: "))
    assert person.told[ticked + 2].startswith("Step 2 of 5: Screenshot, 1/")
    assert person.told[ticked + 3].startswith("Now: ")


def test_one_can_go_straight_to_where_it_is_done_now(workspace: Workspace, library: Library) -> None:
    Person([*say(library, *THREAT), pick("Go to what you do now: Screenshot")]).walk(workspace)

    assert only(workspace).journey.at is Step.SCREENSHOT


def test_the_overview_jumps_to_a_step_by_its_own_number(workspace: Workspace, library: Library) -> None:
    person = Person([*say(library, *THREAT), "o", "4", "o", "0"]).walk(workspace)

    assert any(line.startswith("Step 4 of 5: Discuss") for line in person.told)
    assert only(workspace).journey.at is Step.SAFETY


def test_the_overview_tells_every_date_with_where_it_comes_from(workspace: Workspace, library: Library) -> None:
    person = Person([*say(library, *INSULT), "o"]).walk(workspace)

    told = told_at(person, "Dates to keep in sight")
    assert "22 February 2027: Last day to ask for prosecution." in told
    assert "article 66 Sr" in told
    assert "First talk, within 72 hours. (good care; counted from 22 November 2026)" in told


def test_the_language_changes_in_the_middle_of_a_step_and_nothing_else_does(
    workspace: Workspace, library: Library
) -> None:
    person = Person([*say(library, *THREAT), "o", pick("Go on in Nederlands")]).walk(workspace)

    assert workspace.language is Language.NL
    assert any("Leg eerst vast" in line for line in person.told)
    assert only(workspace).situation.country is Country.NL


def test_what_happens_outside_has_its_states_days_reference_and_answer(workspace: Workspace, library: Library) -> None:
    script: list[Reply] = [*say(library, *THREAT), ON, ON, ON, REPORT, pick("sent"), "20-11-2026"]
    script += [pick("reference received"), "", "AB 12", pick("answered"), "", "They say no.", "Nothing removed.", "."]
    person = Person(script).walk(workspace)

    action = only(workspace).action(ActionKind.PLATFORM_REPORT)
    assert (action.state, action.on, action.sent_on) == (ActionState.ANSWERED, TODAY, date(2026, 11, 20))
    assert (action.reference, action.answer) == ("AB 12", "They say no.\nNothing removed.")
    assert "You do this yourself, outside this program." in person.text


def test_something_sent_gets_a_day_to_look_what_came_of_it(workspace: Workspace, library: Library) -> None:
    script: list[Reply] = [*say(library, *THREAT), ON, ON, ON, REPORT, pick("sent"), "", "b", "b", ON]
    person = Person(script).walk(workspace)

    due = long_day(TODAY + timedelta(days=FOLLOW_UP_DAYS), Language.EN)
    assert f"{due}: See what came of the report." in told_at(person, "Step 3 of 5: Report")


def test_something_prepared_is_never_called_sent(workspace: Workspace, library: Library) -> None:
    person = Person([*say(library, *THREAT), ON, ON, ON, REPORT, pick("prepared"), "", "b", ""]).walk(workspace)

    line = next(line for line in reversed(person.told) if "Report with the platform's" in line)
    assert line.endswith("button: prepared 22 Nov")


def test_an_item_is_described_fact_by_fact(workspace: Workspace, library: Library) -> None:
    begin: list[Reply] = [pick("Describe a message"), pick("Describe it now")]
    facts: list[Reply] = [
        "He says where I live.",
        ".",
        "a parent",
        "",
        "@name_0412",
        "?",
        "",
        "https://one",
        "https://two",
    ]
    person = Person([*say(library, *THREAT), ON, ON, *begin, *facts, ".", *[""] * 6]).walk(workspace)

    (item,) = only(workspace).evidence
    assert item.facts == {
        Fact.WHAT: "He says where I live.",
        Fact.POSTED_BY: "a parent",
        Fact.CHANNEL: "YouTube",
        Fact.ACCOUNT: "@name_0412",
        Fact.ADDRESSES: "https://one\nhttps://two",
    }
    assert item.unknown == {Fact.ACCOUNT_OWNER}
    assert any("He says where I live. (4 questions open)" in line for line in person.told)


def test_an_item_without_any_answer_is_not_kept(workspace: Workspace, library: Library) -> None:
    begin: list[Reply] = [pick("Describe a message"), pick("Describe it now")]
    Person([*say(library, *THREAT), ON, ON, *begin, *[""] * 10]).walk(workspace)

    assert only(workspace).evidence == ()


def test_an_item_can_be_changed_and_removed(workspace: Workspace, library: Library) -> None:
    begin: list[Reply] = [pick("Describe a message"), pick("Describe it now"), "first", ".", "someone", "b", "b", "b"]
    change: list[Reply] = [pick("first"), pick("Go through"), "-", "?", "b", "b", "b"]
    workspaces: list[Reply] = [pick("Not described yet"), pick("Remove this"), pick("Remove it")]
    Person([*say(library, *THREAT), ON, ON, *begin, *change]).walk(workspace)
    (item,) = only(workspace).evidence
    assert item.facts == {Fact.CHANNEL: "YouTube"}
    assert item.unknown == {Fact.POSTED_BY}

    Person([pick("Go on with"), *workspaces]).walk(workspace)
    assert only(workspace).evidence == ()


def test_nothing_can_be_described_when_a_minor_may_be_seen(workspace: Workspace, library: Library) -> None:
    minor = tuple((question, "intimate-minor" if question is Question.ACTS else id) for question, id in THREAT)
    person = Person([*say(library, *minor), ON, ON, ""]).walk(workspace)

    told = told_at(person, "Step 2 of 5: Screenshot")
    assert library.page(Kind.ADVICE, "never-capture-minor-intimate", Language.EN).title in told
    assert "Describe a message" not in told
    assert "open: Take a screenshot" not in told


def test_a_note_stays_until_it_is_changed(workspace: Workspace, library: Library) -> None:
    note = pick("Write a note")
    Person([*say(library, *THREAT), note, "one", "", "two", ".", note, "b", note, pick("Write it anew"), "b"]).walk(
        workspace
    )
    assert only(workspace).notes == {Step.SAFETY: "one\n\ntwo"}

    Person([pick("Go on with"), note, pick("Write more"), "three", "."]).walk(workspace)
    assert only(workspace).notes == {Step.SAFETY: "one\n\ntwo\nthree"}

    Person([pick("Go on with"), note, pick("Write it anew"), "four", "."]).walk(workspace)
    assert only(workspace).notes == {Step.SAFETY: "four"}

    Person([pick("Go on with"), note, pick("Remove this note")]).walk(workspace)
    assert only(workspace).notes == {}


def test_a_step_is_skipped_with_a_reason_and_taken_up_again(workspace: Workspace, library: Library) -> None:
    person = Person([*say(library, *THREAT), ON, pick("Skip this step"), "not safe now", "b"]).walk(workspace)
    assert only(workspace).journey.skipped == {Step.TALK: "not safe now"}
    assert "Skipped: not safe now" in person.told

    Person([pick("Go on with"), pick("Take this step up again")]).walk(workspace)
    assert only(workspace).journey.skipped == {}


def test_an_answer_that_changes_later_changes_the_advice(workspace: Workspace, library: Library) -> None:
    acts = library.page(Kind.QUESTION, Question.ACTS, Language.EN).title
    now = answers(library, Language.EN, (Question.ACTS, "insult"))
    person = Person([*say(library, *THREAT), pick("Change my answers"), pick(acts), *now, "b", ON]).walk(workspace)

    assert only(workspace).situation.acts == {Act.INSULT}
    assert "Because: your address" in told_at(person, "Step 1 of 5: Talk")


def test_the_day_of_knowledge_moves_the_dates(workspace: Workspace, library: Library) -> None:
    script: list[Reply] = [pick("The day you learned"), "31-02-2026", "1-1-2090", "1 11 26"]
    person = Person([*say(library, *INSULT), *script]).walk(workspace)

    assert only(workspace).known_on == date(2026, 11, 1)
    assert "This is no day yet. Write day-month-year, as in 19-11-2026." in person.told
    assert "This day is still to come. Write a day that was." in person.told


def test_a_text_is_shown_filled_in_and_copied(laptop: Laptop, library: Library) -> None:
    person = Person([*say(library, *THREAT), ON, ON, ON, TEXT, pick("Copy")]).walk(laptop.workspace())

    assert "threat" in told_at(person, "The text begins here.")
    assert [text for text in laptop.copied if "threat" in text]


def test_a_text_that_cannot_be_copied_is_kept_as_a_file_and_never_over_another(
    laptop: Laptop, library: Library
) -> None:
    laptop.has_clipboard = False
    script: list[Reply] = [TEXT, pick("Copy"), pick("Keep it as a file"), "", pick("Keep it as a file"), "", "b"]
    person = Person([*say(library, *THREAT), ON, ON, ON, *script]).walk(laptop.workspace())

    assert "Copying does not work here." in person.told
    (file,) = laptop.exports.iterdir()
    assert "threat" in file.read_text("utf-8")
    assert "The file was not made." in person.told


def test_looking_up_shows_what_holds_in_the_country(new_laptop: Laptop) -> None:
    new_laptop.choose(Language.EN, Country.BE)
    script: list[Reply] = [
        pick("Look up"),
        pick("Rules and law"),
        "",
        "1",
        "",
        "b",
        pick("Whom can I call?"),
        "1",
        "",
        "b",
    ]
    person = Person(script).walk(new_laptop.workspace())

    assert not [line for line in person.told if line.endswith("in the Netherlands")]
    assert any(line.endswith(" in Belgium") for line in person.told)
    assert any(line.startswith(("Belgium (Flanders)", "Netherlands, Belgium")) for line in person.told)
    assert any(line.startswith("In danger now? Call 112 / 101") for line in person.told)
    assert any("Looked up on" in line or "Checked on" in line for line in person.told)


def test_no_number_that_nobody_verified_is_told(laptop: Laptop, library: Library) -> None:
    person = Person([pick("Look up"), pick("Whom can I call?"), ""]).walk(laptop.workspace())

    contacts = [page.meta for page in library.contacts(Country.NL, Language.EN)]
    for meta in contacts:
        assert isinstance(meta, ContactMeta)
        if meta.number and meta.status is Status.UNVERIFIED:
            assert meta.number not in person.text
        elif meta.number:
            assert meta.number in person.text


def test_a_text_of_the_organisation_that_is_broken_is_told_and_not_used(tmp_path: Path) -> None:
    overlay = tmp_path / "own"
    (overlay / "steps").mkdir(parents=True)
    (overlay / "steps" / "safety.md").write_text("---\nnonsense: true\n---\n# Veilig {lang=nl}\n", "utf-8")
    settings = Settings(language=Language.EN, country=Country.NL)
    laptop = Laptop(tmp_path, Library(content_folder(), overlay), settings)
    person = Person([]).walk(laptop.workspace())

    assert "1 text of your organisation cannot be shown. The usual one is shown." in person.text
    assert "safety.md" not in person.text


def test_practice_says_so_on_every_screen_and_touches_no_disk(laptop: Laptop, library: Library) -> None:
    script: list[Reply] = [
        pick("Go on with"),
        ON,
        pick("Write a note"),
        "something",
        ".",
        "o",
        pick("To the first choice"),
    ]
    again: list[Reply] = [pick("Start the exercise over"), pick("Go on with"), "s"]
    person = Person([*script, *again]).walk(laptop.workspace(is_practice=True))

    titles = ("What is going on?", "Step ", "Before the steps: ", "Note, for yourself")
    for index, line in enumerate(person.told[2:], 2):
        if line.startswith(titles) and person.told[index + 1].startswith(("In danger", "Write")):
            assert person.told[index - 1] == "PRACTICE"
    assert "The exercise is over. Nothing of it is kept." in person.told
    assert not any(line.startswith(("Saved", "Not saved")) for line in person.told)
    assert not list(laptop.folder.iterdir())


def test_practice_has_an_incident_half_way_and_keeps_no_file(laptop: Laptop) -> None:
    script: list[Reply] = [pick("Go on with"), "o", "3", TEXT]
    person = Person(script).walk(laptop.workspace(is_practice=True))

    assert "1. Copy this text" in person.told
    assert not any("Keep it as a file" in line for line in person.told)


def test_practice_is_about_another_country_as_soon_as_it_is_chosen(laptop: Laptop) -> None:
    workspace = laptop.workspace(is_practice=True)
    note: list[Reply] = [pick("Go on with"), ON, pick("Write a note"), "of this group", "."]
    there: list[Reply] = [
        "o",
        pick("To the first choice"),
        pick("Another country or language"),
        pick("Flanders, English"),
    ]
    Person([*note, *there]).walk(workspace)

    assert only(workspace).situation.country is Country.BE
    assert "of this group" in only(workspace).notes.values()


def test_a_page_that_is_looked_up_leads_to_the_pages_that_it_links_to(laptop: Laptop, library: Library) -> None:
    threat = library.page(Kind.LAW, "threat-nl", Language.EN)
    first, *others = pages_linked(library, Language.EN, threat.blocks)
    looking: list[Reply] = [pick("Look up"), pick("Rules and laws"), pick(threat.title)]
    person = Person([*looking, pick(first.title), "", "", "b"]).walk(laptop.workspace())

    told = person.told
    assert (
        told.index(threat.title)
        < told.index("More to read. A number opens it, Enter goes on.")
        < told.index(first.title)
    )
    assert others
    assert not any(page.kind is Kind.CONTACT for page in (first, *others))

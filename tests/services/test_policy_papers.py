"""What leaves of the policy scan: in the language of the paper, marked as what it is, and of incidents counts alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.domain.policy import Phase, Standing
from onlinesafe_tui.exports.markdown import as_markdown
from onlinesafe_tui.exports.pdf import as_pdf
from onlinesafe_tui.exports.plain_text import as_plain_text
from onlinesafe_tui.exports.shapes import Lines, Numbered, Paragraph, Report, Scores, Subheading, Table
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.guide import Guide
from onlinesafe_tui.services.incidents import start_incident
from onlinesafe_tui.services.policy import SCORE_IS_NOT
from onlinesafe_tui.services.policy_actions import PolicyActions
from onlinesafe_tui.services.policy_board import board_page
from onlinesafe_tui.services.policy_papers import action_list, draft_policy, paragraphs_of
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import Settings
from tests.exports.papers import read_pdf
from tests.library.writing import write
from tests.plain.laptop import FixedClock, Laptop
from tests.services.policy_content import laptop_with
from tests.store.quick import PASSPHRASE

MAKERS = [draft_policy, action_list, board_page]
Make = Callable[[Workspace, Language], Report]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A laptop on which a scan was finished: one thing in place, two gaps, one without an answer."""
    workspace = laptop_with(tmp_path).workspace()
    policy = PolicyScan(workspace)
    for statement, standing in (
        ("channels", Standing.IN_PLACE),
        ("recordings", Standing.PARTLY),
        ("training", Standing.NOT_YET),
    ):
        workspace.keeper.keep_workbook(policy.answered(statement, standing))
    workspace.keeper.keep_workbook(policy.finished())
    return workspace


def happened(workspace: Workspace, *statements: str) -> None:
    """Keep an incident in which a client is named, and link it."""
    incident = start_incident(FixedClock(), Country.NL).answer(Question.ACTS, ["threat"])
    item = incident.new_evidence(FixedClock().now()).tell(Fact.WHAT, "Jansen writes")
    workspace.keeper.save(incident.keep(item))
    workspace.keeper.keep_workbook(workspace.keeper.workbook.link(incident.id, statements))


def section_of(report: Report, title: str) -> tuple[object, ...]:
    return next(section.parts for section in report.sections if section.title == title)


@pytest.mark.parametrize("make", MAKERS)
def test_a_paper_has_the_language_that_was_chosen_for_it(workspace: Workspace, make: Make) -> None:
    english, dutch = (as_plain_text(make(workspace, language)) for language in (Language.EN, Language.NL))
    assert workspace.language is Language.EN
    assert "Recording is agreed" in english
    assert "Opnemen is afgesproken" not in english
    assert "Opnemen is afgesproken" in dutch
    assert "Recording" not in dutch
    assert "22 november 2026" in dutch


@pytest.mark.parametrize("make", MAKERS)
def test_a_paper_can_be_made_before_any_scan(tmp_path: Path, make: Make) -> None:
    assert as_markdown(make(laptop_with(tmp_path).workspace(), Language.NL))


def test_a_draft_says_that_it_is_one_and_tells_what_is_there_from_what_is_to_come(workspace: Workspace) -> None:
    report = draft_policy(workspace, Language.EN)
    assert report.title.startswith("DRAFT")
    assert report.subtitle == "A draft, not a decision"
    told = as_plain_text(report)
    assert "Nothing in this text has been decided" in told
    assert "1 statement has no answer yet." in told
    there, to_come = (as_plain_text(replace(report, sections=(section,))) for section in report.sections[1:3])
    assert "this is in place" in there
    assert "this is still to come" in to_come
    titles = [part.text for section in report.sections[1:3] for part in section.parts if isinstance(part, Subheading)]
    assert len(titles) == len(set(titles)) >= 2
    assert "Channels are chosen [your organisation] goes on." in " ".join(there.split())
    assert "not true yet" in to_come
    assert "Recording is agreed [your organisation]" in to_come


def test_the_name_of_the_organisation_fills_the_text_and_stands_on_the_paper(tmp_path: Path) -> None:
    overlay = write(tmp_path / "own", {"organisation.md": '---\nname: "De Brug"\n---\n'})
    workspace = laptop_with(tmp_path, overlay=overlay).workspace()
    report = draft_policy(workspace, Language.NL)
    assert report.organisation == "De Brug"
    assert "Nazorg is er De Brug goes on." in as_plain_text(report)
    assert all(make(workspace, Language.NL).organisation == "De Brug" for make in (action_list, board_page))


def test_a_policy_text_is_paragraphs_and_lists_however_its_lines_end() -> None:
    parts = tuple(paragraphs_of("We agree\non this.\n\nThat is:\n- one\n- two\n\n\n"))
    assert parts == (Paragraph("We agree on this."), Paragraph("That is:"), Lines(("one", "two")))


def test_the_action_list_says_what_who_when_and_how_far(workspace: Workspace) -> None:
    actions = PolicyActions(workspace, PolicyScan(workspace))
    known = workspace.keeper.workbook.improvements["training"]
    mine = replace(known, what="Plan two mornings", owner="HR", due=date(2027, 3, 1), phase=Phase.DO)
    workspace.keeper.keep_workbook(actions.changed(mine))
    table = next(part for part in section_of(action_list(workspace, Language.EN), "To do") if isinstance(part, Table))
    assert table.head == ("What", "Who", "By when", "Phase")
    assert table.rows == (
        ("Plan two mornings (Everybody learns it)", "HR", "1 March 2027", "Do"),
        ("Recording is agreed first (Recording is agreed)", "nobody yet", "no day yet", "Plan"),
    )
    workspace.keeper.keep_workbook(actions.reached("training", Phase.CLOSED))
    assert section_of(action_list(workspace, Language.EN), "Closed") == (Lines(("Plan two mornings",)),)


def test_the_board_sees_the_scores_with_what_they_are_not_and_the_gaps_that_matter_first(workspace: Workspace) -> None:
    happened(workspace, "recordings")
    report = board_page(workspace, Language.EN)
    assert report.fits_page
    standing = section_of(report, "How things stand")
    scores = next(part for part in standing if isinstance(part, Scores))
    assert [(score.label, [count.number for count in score.counts]) for score in scores.items] == [
        ("Quality level", [1, 1, 0, 0, 0]),
        ("Prevention level", [0, 0, 1, 0, 0]),
        ("Reaction level", [0, 0, 0, 0, 1]),
    ]
    assert Paragraph(SCORE_IS_NOT) in standing
    (gaps,) = section_of(report, "The gaps that matter most")
    assert gaps == Lines(("Recording is agreed: partly in place", "Everybody learns it: not yet in place"))


def test_the_board_is_asked_for_what_only_it_can_give(workspace: Workspace) -> None:
    known = workspace.keeper.workbook.improvements["training"]
    late = replace(known, owner="HR", due=date(2026, 1, 1))
    workspace.keeper.keep_workbook(workspace.keeper.workbook.improve(late))
    asked = section_of(board_page(workspace, Language.EN), "What is asked of the board")[0]
    assert isinstance(asked, Numbered)
    assert "Name an owner for 1 action that has none." in asked.items
    assert "Ask what 1 action needs of which the day is over." in asked.items


def test_incidents_are_told_to_the_board_as_counts_and_nothing_else(workspace: Workspace) -> None:
    happened(workspace, "recordings")
    happened(workspace, "recordings", "training")
    happened(workspace)
    told = as_plain_text(board_page(workspace, Language.EN))
    assert "In 2 of the 3 incidents this was missing: Recording is agreed" in " ".join(told.split())
    for make in MAKERS:
        for language in Language:
            paper = as_markdown(make(workspace, language)).casefold()
            assert "jansen" not in paper
            for summary in workspace.keeper.summaries():
                name = Guide(workspace.library, language).name(summary.acts, summary.channel, summary.known_on)
                assert summary.id not in paper
                assert name.casefold() not in paper
            if make is not board_page:
                assert "incident" not in paper


def test_a_board_page_made_while_the_incidents_are_locked_says_that_they_are_not_counted(tmp_path: Path) -> None:
    laptop = laptop_with(tmp_path)
    workspace = laptop.workspace()
    happened(workspace, "recordings")
    workspace.keeper.create(PASSPHRASE)
    workspace.keeper.close()
    told = as_plain_text(board_page(laptop.workspace(), Language.EN))
    assert "they are not counted in it" in " ".join(told.split())
    assert "this was missing" not in told


@pytest.mark.parametrize("language", Language)
def test_the_board_page_is_one_sheet_even_when_nothing_is_in_place(tmp_path: Path, language: Language) -> None:
    laptop = Laptop(tmp_path, Library(content_folder()), Settings())
    laptop.choose(language, Country.BE)
    workspace = laptop.workspace()
    policy = PolicyScan(workspace)
    for statement in policy.statements.ids:
        workspace.keeper.keep_workbook(policy.answered(statement, Standing.NOT_YET))
    workspace.keeper.keep_workbook(policy.finished())
    happened(workspace, *policy.statements.ids)
    data = as_pdf(board_page(workspace, language))
    assert re.search(r"^Pages: +1$", read_pdf(data, "pdfinfo", folder=tmp_path), re.MULTILINE)

"""What the content check says of small broken files: the line, what is wrong, and what to write instead."""

from pathlib import Path

import pytest

from onlinesafe_tui.library.check import check_content
from onlinesafe_tui.library.problems import Severity
from tests.library.writing import AGING, TODAY, complete, contact, page, told, write

CHOICES = {
    language: f"{why}\n\n- Nu {{#now}}\n- Nee {{#no}}\n- Weet niet {{#unknown}}"
    for language, why in {"nl": "Waarom.", "en": "Why."}.items()
}
ACTIONS = "Tekst.\n\n## Buiten {#actions}\n- Gesprek {#talk-with-author}"
FENCE = "Tekst.\n\n```template\n{}\n```"
LAW = AGING + "\ncountry: [nl]"
ORDER = "order: 10"
POINT = "Waarom.\n\n## Voor de cliënt {#client}\n- Bel [naam]. {#a}\n- Bel niet. {#b}"
ONLY_NL = f"{POINT}\n\n::: when country=nl\n- C {{#c}}\n:::"
FORMAT = "form: case\nminutes: 10"
MEETING = "Waarvoor.\n\n" + "\n\n".join(
    f"## Kop {{#{id}}}\n{'1. Lees' if id == 'how' else 'Tekst.'}" for id in ("need", "how", "aloud", "mind", "close")
)
LOOKED = f"{AGING}\ntopic: traces\norder: 10"
THING = "Doe dit.\n\n## Zo {#how}\n1. Eerst"
STATED = f"{AGING}\nlevel: quality\norder: 10"
STATEMENT = """Waarom.

## Zien {#proof}
- Een lijst

## Doen {#actions}
- Begin {#begin}

## Tekst {#text}
```template
Wij van {organisation} doen dit.
```"""


def twice(text: str, front: str) -> str:
    """Make a file that says the same in both languages."""
    return page(text, text, front=front)


WRONG = [
    ("about/Help.md", page(), [(1, "A file is named in lower case letters, digits and hyphens; rename it")]),
    ("about/con.md", page(), [(1, "Windows keeps this name for a device; rename the file")]),
    ("steps/sleep.md", page(), [(1, "sleep is not a name for a file here; use one of: aftercare, discuss")]),
    ("questions/mood.md", page(), [(1, "mood is not a name for a file here; use one of: acts, author")]),
    ("advice/rest.md", page(), [(1, "rest is not a name for a file here; use one of: address-published")]),
    ("platforms/unknown.md", page(front=AGING), [(1, "unknown is not a name for a file here; use one of: discord")]),
    ("about/help.md", "", [(1, "There is no text in any language; write # Title {lang=nl} and the text under it")]),
    ("about/help.md", "# Titel {lang=nl}\n", [(1, "There is no text under this heading; write it")]),
    ("about/help.md", page("Tekst.", ""), [(7, "There is no text under this heading; write it")]),
    (
        "contacts/a.md",
        contact("danger: true"),
        [(7, "Only a verified number stands on the danger bar; remove danger, or verify the number")],
    ),
    (
        "contacts/a.md",
        contact('danger: true\nnumber: "112"', status="secondary"),
        [
            (2, "The number is not confirmed by the organisation itself; confirm it, then set status: verified"),
            (7, "Only a verified number stands on the danger bar; remove danger, or verify the number"),
        ],
    ),
    (
        "contacts/a.md",
        contact('number: "113"', status="unverified"),
        [(7, "An unverified number is never shown; remove it, or verify it")],
    ),
    ("contacts/a.md", contact('number: "na 17 uur"'), [(7, "na 17 uur is not a number as one dials it; write digits")]),
    ("contacts/a.md", contact('number: "06-XX XX XX XX"'), [(7, "06-XX XX XX XX is not a number as one dials it")]),
    ("contacts/a.md", contact(f'number: "{"1" * 16}"'), [(7, "is not a number as one dials it")]),
    (
        "contacts/a.md",
        contact('number: "[vul in: het nummer]"'),
        [(7, "Not filled in yet: [vul in: het nummer]; write what belongs there. Until then this is not shown")],
    ),
    (
        "about/help.md",
        page("Bel [vul in: wie].", "Call\n[Fill in:\nwhom]."),
        [(5, "Not filled in yet: [vul in: wie]"), (8, "Not filled in yet: [Fill in: whom]")],
    ),
    ("organisation.md", "---\nname: ''\n---\n", [(2, 'Your organisation has no name here; write name: "De Brug"')]),
    ("organisation.md", "", [(1, "Your organisation has no name here")]),
    (
        "organisation.md",
        "---\nname: De Brug\nseal_to: age1xyz\n---\n",
        [(3, "age1xyz is no public key of age; copy it again as a whole, from age1 to its last letter")],
    ),
    (
        "organisation.md",
        "---\nname: De Brug\nlogo: gone.png\n---\n",
        [(3, "The logo gone.png cannot be read: it is not there")],
    ),
    (
        "organisation.md",
        "---\nname: De Brug\nlogo: ../x.png\n---\n",
        [(3, "../x.png is not a name alone; put the logo beside this file, and write its name")],
    ),
    (
        "organisation.md",
        "---\nname: De Brug\nlogo: organisation.md\n---\n",
        [(3, "organisation.md is not a PNG or JPEG picture; save the logo as one of these")],
    ),
    (
        "organisation.md",
        "---\nname: De Brug\n---\n# Wij {lang=nl}\n[x](organisation:gone)\n",
        [(5, "organisation:gone leads nowhere; write the name of a file in organisation/")],
    ),
    (
        "about/help.md",
        page("[x](organisation:gone)"),
        [(5, "organisation:gone leads nowhere; write the name of a file in organisation/")],
    ),
    ("contacts/a.md", contact("site: https://a.nl"), [(7, "A site is written without https://")]),
    ("contacts/a.md", contact(country="[]"), [(6, "so nobody sees it; write country: [nl, be]")]),
    (
        "about/help.md",
        page("Bel 06-12345678."),
        [(5, "number (06-12345678) is not typed in a text; write [words](contact:ID)")],
    ),
    ("about/help.md", page("Bel 0900-8844."), [(5, "A telephone number (0900-8844)")]),
    ("about/help.md", page("Bel 0800 6 11 03."), [(5, "A telephone number (0800 6 11 03)")]),
    ("about/help.md", page("Bel +31 20 261 52 75."), [(5, "A telephone number (+31 20 261 52 75)")]),
    ("about/help.md", page("Bel 02/212.30.00."), [(5, "A telephone number (02/212.30.00)")]),
    (
        "about/help.md",
        page("- Een\n- Bel (0032) 2 212 30 00", "- One\n- Two"),
        [(6, "A telephone number (0032) 2 212 30 00)")],
    ),
    ("about/help.md", page().replace("Titel", "Bel 0900-8844"), [(4, "A telephone number (0900-8844)")]),
    ("templates/a.md", page(FENCE.format("Bel 0900-8844"), FENCE.format("x")), [(7, "A telephone number (0900-8844)")]),
    (
        "about/help.md",
        page("Zie [hier](http://a.nl)."),
        [(5, "No link leads to http://a.nl; write https://… or contact:, law:, platform:, template:, step:")],
    ),
    ("about/help.md", page("<help@example.org>"), [(5, "No link leads to mailto:help@example.org")]),
    (
        "about/help.md",
        page("[x](contact:nobody)"),
        [(5, "contact:nobody leads nowhere; write the name of a file in contacts/")],
    ),
    ("about/help.md", page("[x](step:sleep)"), [(5, "step:sleep leads nowhere; write the name of a file in steps/")]),
    (
        "steps/talk.md",
        page(ACTIONS, ACTIONS, front="covers: []\ntemplates: [none]"),
        [(3, "none leads nowhere; write the name of a file in templates/")],
    ),
    (
        "about/help.md",
        page("## A {#a}\n\n- b {#a}", "## A {#a}\n\n- b {#a}"),
        [(7, "The id a stands here twice; give each its own"), (12, "twice")],
    ),
    (
        "about/help.md",
        page("## A {#old}", "## A {#old}", front="retired: [old]"),
        [(5, "The id old is retired and is never used again; choose another"), (8, "retired")],
    ),
    (
        "steps/talk.md",
        page("- [ ] Bel", "- [ ] Call"),
        [(5, "A task needs a permanent id; write {#some-id} after it"), (8, "permanent id")],
    ),
    (
        "templates/a.md",
        page(),
        [(4, "There is no text to copy; write it in a ```template fence"), (7, "no text to copy")],
    ),
    (
        "templates/a.md",
        page("```template\na\n```\n\n```template\nb\n```", "```template\na\n```\n\n```template\nb\n```"),
        [(9, "One text to copy stands in a file, outside ::: blocks; give another its own file"), (18, "One text")],
    ),
    (
        "templates/a.md",
        page("::: when country=nl\n```template\na\n```\n:::", "::: when country=nl\n```template\na\n```\n:::"),
        [(6, "One text to copy stands in a file, outside ::: blocks"), (13, "One text")],
    ),
    (
        "templates/a.md",
        page(FENCE.format("{client}"), FENCE.format("{client}")),
        [(7, "{client} is not a placeholder; write one of: recipient, sender, organisation"), (14, "{client}")],
    ),
    ("templates/a.md", page(FENCE.format("{}"), FENCE.format("{}")), [(7, "{} is not a placeholder"), (14, "{}")]),
    (
        "templates/a.md",
        page(FENCE.format("{today!r}"), FENCE.format("{today!r}")),
        [(7, "{today!r} is not a placeholder"), (14, "")],
    ),
    (
        "templates/a.md",
        page(FENCE.format("a { b"), FENCE.format("a } b")),
        [(7, "A brace stands alone in this text; write {name} with both braces"), (14, "A brace stands alone")],
    ),
    (
        "questions/danger.md",
        page(CHOICES["nl"].replace("#now", "#soon"), CHOICES["en"].replace("#now", "#soon")),
        [(7, "The choices are soon, no, unknown; write them in this order: now, no, unknown"), (14, "The choices are")],
    ),
    ("questions/danger.md", page(), [(4, "The choices are -; write them in this order: now, no, unknown"), (7, "-")]),
    (
        "steps/talk.md",
        page(ACTIONS.replace("talk-with-author", "sing"), ACTIONS.replace("talk-with-author", "sing")),
        [(8, "sing is not an action of this step; write one of: talk-with-author, ask-removal"), (14, "sing")],
    ),
    (
        "steps/talk.md",
        page(*["## Buiten {#actions}\n\n### Kop\n\n::: when country=nl\n- Iets\n:::"] * 2),
        [(10, "- is not an action of this step"), (19, "- is not an action of this step")],
    ),
    (
        "steps/safety.md",
        page(*["## Buiten {#actions}\n- x {#tell-team}"] * 2),
        [(6, "tell-team is not an action of this step; write one of: -"), (10, "")],
    ),
    (
        "about/help.md",
        page("## A {#a}", "## A {#b}"),
        [(8, "en has ## {#b} where nl has ## {#a}; give both the same ids in the same order")],
    ),
    ("about/help.md", page("## A {#a}\n\n## B {#b}", "## A {#a}"), [(9, "en has - where nl has ## {#b}")]),
    ("about/help.md", page("## A", "### A"), [(8, "en has ### {#} where nl has ## {#}")]),
    ("about/help.md", page("- a {#a}", "- [ ] a {#a}"), [(8, "en has - [ ] {#a} where nl has - {#a}")]),
    ("about/help.md", page("- a {#a covers=T-a}", "- a {#a}"), [(8, "en has - {#a} where nl has - {#a} T-a")]),
    (
        "about/help.md",
        page(FENCE.format("{today}"), FENCE.format("x")),
        [(14, "en has ```template where nl has ```template today")],
    ),
    (
        "about/help.md",
        page("::: when country=nl\nx\n:::", "::: when country=be\nx\n:::"),
        [(10, "en has ::: when country=be where nl has ::: when country=nl")],
    ),
    (
        "about/help.md",
        page("::: note\nx\n:::", "::: warning\nx\n:::"),
        [(10, "en has ::: warning where nl has ::: note")],
    ),
    (
        "laws/a.md",
        page(front=LAW.replace("2027-05-22", "2026-11-21")),
        [(5, "To be reviewed since 2026-11-21; check it with its source, then set checked_on and review_after")],
    ),
    (
        "agreements/a.md",
        page(POINT, POINT, front="order: 10\ncountry: []"),
        [(3, "This is for no country, so nobody sees it; write country: [nl, be]")],
    ),
    (
        "agreements/a.md",
        page(front=ORDER),
        [(4, "A point says nothing for anybody; write ## … {#client} or ## … {#team} with a list of texts"), (7, "")],
    ),
    (
        "agreements/a.md",
        page(POINT.replace("#client", "#parent"), POINT.replace("#client", "#parent"), front=ORDER),
        [(7, "parent is no section of a point; write ## … {#client} or ## … {#team}"), (14, "parent is no section")],
    ),
    (
        "agreements/a.md",
        page("## A {#team}\nTekst.", "## A {#team}\nText.", front=ORDER),
        [(5, "There are no texts to choose here; write a list, each with an {#id}"), (9, "There are no texts")],
    ),
    (
        "agreements/a.md",
        page(ONLY_NL, ONLY_NL, front=ORDER),
        [(11, "Texts to choose stand outside ::: blocks; give a country its own file"), (22, "Texts to choose")],
    ),
    (
        "agreements/a.md",
        page(f"{POINT}\n- C", f"{POINT}\n- C", front=ORDER),
        [(10, "A text to choose needs a permanent id; write {#some-id} after it"), (18, "permanent id")],
    ),
    (
        "agreements/a.md",
        page(POINT.replace("#b", "#own"), POINT.replace("#b", "#own"), front=ORDER),
        [(9, "The id own stands for somebody's own words; choose another"), (16, "The id own")],
    ),
    (
        "agreements/a.md",
        page(POINT.replace("[naam]", "[naam"), POINT.replace("[naam]", "naam]"), front=ORDER),
        [(8, "A square bracket stands alone; what is to fill in stands between two: [name]"), (15, "bracket")],
    ),
    (
        "agreements/a.md",
        page(POINT, POINT.replace("[naam]", "ons"), front=ORDER),
        [(15, "a leaves another number of blanks open than in nl; give both the same")],
    ),
    (
        "meetings/a.md",
        page(MEETING, MEETING, front=FORMAT.replace("10", "0")),
        [(3, "A format takes 1 to 60 minutes; write minutes: 10")],
    ),
    (
        "meetings/a.md",
        page(MEETING.replace("#mind", "#care"), MEETING.replace("#mind", "#care"), front=FORMAT),
        [
            (5, "The sections are need, how, aloud, care, close; write them in this order: need, how, aloud, mind"),
            (23, "The sections are"),
        ],
    ),
    ("meetings/a.md", page(front=FORMAT), [(5, "The sections are -; write them in this order: need"), (8, "-")]),
    (
        "meetings/a.md",
        page(MEETING.removeprefix("Waarvoor.\n\n"), MEETING, front=FORMAT),
        [(5, "What it is for stands before the first section; write it there")],
    ),
    (
        "meetings/a.md",
        page(MEETING, MEETING.replace("1. Lees", "- Lees"), front=FORMAT),
        [(29, "The steps stand in a numbered list, each with its minutes; write 1. 2 minutes: …")],
    ),
    (
        "policy/a.md",
        page(STATEMENT, STATEMENT, front=f"{STATED}\ncountry: []"),
        [(8, "This is for no country, so nobody sees it; write country: [nl, be]")],
    ),
    (
        "policy/a.md",
        twice(STATEMENT.replace("#proof", "#seen"), STATED),
        [(9, "The sections are seen, actions, text; write them in this order: proof, actions, text"), (23, "seen")],
    ),
    (
        "policy/a.md",
        page(STATEMENT.removeprefix("Waarom.\n\n"), STATEMENT, front=STATED),
        [(9, "What the statement is about stands before the first section; write it there")],
    ),
    (
        "policy/a.md",
        page(STATEMENT.replace("- Een lijst", "Geen lijst"), STATEMENT.replace("- Een", "1. Een"), front=STATED),
        [(12, "There is no list here; write one, with - before each line"), (27, "en has - {#} where nl has ## {#act")],
    ),
    (
        "policy/a.md",
        twice(STATEMENT.replace(" {#begin}", ""), STATED),
        [(16, "An action needs a permanent id; write {#some-id} after it"), (30, "An action needs a permanent id")],
    ),
    (
        "policy/a.md",
        twice(STATEMENT.replace("```template", "::: note\n```template") + "\n:::", STATED),
        [(18, "One text for the policy stands here, in a ```template fence outside ::: blocks"), (34, "One text")],
    ),
    (
        "policy/a.md",
        twice(STATEMENT + "\n\n```template\nNog een.\n```", STATED),
        [(18, "One text for the policy stands here, in a ```template fence"), (36, "One text")],
    ),
    (
        "policy/a.md",
        twice(STATEMENT.replace("doen dit", "doen {today}"), STATED),
        [(19, "{today} is not filled in here, only {organisation} is; write the words themselves"), (33, "{today}")],
    ),
    (
        "prevention/a.md",
        page(THING, THING, front=f"{LOOKED}\ncountry: []"),
        [(8, "This is for no country, so nobody sees it; write country: [nl, be]")],
    ),
    (
        "prevention/a.md",
        twice(THING.replace("#how", "#why"), LOOKED),
        [(12, "How to do it is missing; write ## … {#how} as the first heading, and the steps"), (18, "How to do it")],
    ),
    (
        "prevention/a.md",
        page(THING, "Do this.", front=LOOKED),
        [(15, "en has - where nl has ## {#how}; give both the same ids in"), (15, "How to do it is missing; write")],
    ),
    (
        "prevention/a.md",
        twice(THING.removeprefix("Doe dit.\n\n"), LOOKED),
        [(9, "What to do is missing; write it above {#how}, in two to four short sentences"), (13, "What to do is")],
    ),
    (
        "prevention/a.md",
        page(THING.replace("Doe dit.", "Doe dit. " * 40), THING, front=LOOKED),
        [(9, "What to do has 359 characters, and the answers stand under it; write 300 at most above {#how}")],
    ),
    ("about/page.txt", "x", [(1, "Only .md files are read; rename or remove it")]),
    ("stories/a.md", "x", [(1, "This is not a kind of content; use one of: steps, questions")]),
    ("loose.md", "x", [(1, "A file stands in the folder of its kind: steps, questions")]),
    ("about/folder.md/x", "x", [(1, "This is not a file; remove it, or rename it")]),
]
"""A file, what it holds, and the line and words of each problem. The shipped content stands beside it."""

INCOMPLETE = [
    ("steps/talk.md", None, "", "steps/talk.md:1: This file is missing; write it"),
    ("questions/home.md", None, "", "questions/home.md:1: This file is missing; write it"),
    ("advice/no-talk.md", None, "", "advice/no-talk.md:1: This file is missing; write it"),
    ("points.md", None, "", "points.md:1: This file is missing; list in it the points that the content must cover"),
    ("points.md", "points:", "list:", "points.md:2: list is not known here; write one of: covers, points, retired"),
    (
        "steps/talk.md",
        "# Title {lang=en}",
        "## Title",
        "steps/talk.md:1: There is no part in en; write # Title {lang=en}",
    ),
    (
        "about/help.md",
        "C-everywhere",
        "C-nowhere",
        "about/help.md:2: C-nowhere is not a point; write one that stands in points.md",
    ),
    (
        "about/help.md",
        "C-everywhere",
        "C-nowhere",
        "points.md:2: C-everywhere is covered nowhere; write about it, and name it in covers:",
    ),
    (
        "contacts/police.md",
        'source: "politie.nl, 2026"',
        'source: {nl: "een lijst"}',
        "contacts/police.md:3: source says nothing in en; write source: {nl: …, en: …}",
    ),
    (
        "steps/legal.md",
        "{#do-it}",
        "{#do-it covers=T-tlk}",
        "steps/legal.md:8: T-tlk is not a point; write one that stands in points.md",
    ),
]
"""A file of complete content, what is replaced in it by what (or the file removed), and what is said."""


def changed(path: Path, old: str | None, new: str) -> None:
    """Change a file, or remove it."""
    if old is None:
        path.unlink()
        return
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


FINE = [
    ("policy/a.md", page(STATEMENT, STATEMENT, front=STATED)),
    ("prevention/a.md", page(THING, THING, front=LOOKED)),
    ("about/help.md", page("Bel 112, of 101 in België. Gezien op 01-02-2026 en 05/12/26. Artikel 285 en 0 of 1.")),
    (
        "about/help.md",
        page("Zie [de politie](contact:police), [talk](step:talk) en [x](https://0900-8844.nl/0900123456)."),
    ),
    ("contacts/a.md", contact('number: "0800 13 500"')),
    ("contacts/a.md", contact("site: a.nl", status="unverified")),
    ("laws/a.md", page(front=LAW.replace("2027-05-22", str(TODAY)))),
    ("templates/a.md", page(*[FENCE.format("{today} {sender} {today}")] * 2)),
    ("questions/danger.md", page(CHOICES["nl"], CHOICES["en"])),
    ("steps/talk.md", page(ACTIONS, ACTIONS)),
    ("steps/talk.md", "# Praten {lang=nl}\nEén taal is genoeg.\n"),
]


@pytest.mark.parametrize(
    ("name", "text", "problems"), WRONG, ids=[f"{name}-{found[0][1][:40]}" for name, _, found in WRONG]
)
def test_a_broken_file_is_told_with_its_line_and_what_to_write(
    tmp_path: Path, shipped: Path, name: str, text: str, problems: list[tuple[int, str]]
) -> None:
    write(tmp_path, {name: text})
    found = check_content(tmp_path, TODAY, shipped=shipped)
    said = told(found, tmp_path)
    assert [problem.line for problem in found] == [line for line, _ in problems], said
    for problem, (line, words) in zip(said, problems, strict=True):
        where, _, what = problem.partition(f":{line}: ")
        assert name.startswith(where)
        assert words in what


@pytest.mark.parametrize(("name", "text"), FINE)
def test_nothing_is_said_of_what_is_right(tmp_path: Path, shipped: Path, name: str, text: str) -> None:
    assert told(check_content(write(tmp_path, {name: text}), TODAY, shipped=shipped), tmp_path) == []


def test_complete_content_passes(shipped: Path) -> None:
    assert check_content(shipped, TODAY) == ()


@pytest.mark.parametrize(("name", "old", "new", "expected"), INCOMPLETE)
def test_a_whole_folder_must_be_complete(tmp_path: Path, name: str, old: str | None, new: str, expected: str) -> None:
    changed(complete(tmp_path) / name, old, new)
    assert expected in told(check_content(tmp_path, TODAY), tmp_path)


def test_a_point_can_be_covered_by_one_task(tmp_path: Path) -> None:
    complete(tmp_path)
    talk = tmp_path / "steps" / "talk.md"
    talk.write_text(talk.read_text().replace("covers: [T-talk]\n", "").replace("{#do-it}", "{#do-it covers=T-talk}"))
    assert check_content(tmp_path, TODAY) == ()


def test_an_organisations_folder_needs_not_be_complete_and_may_lean_on_the_shipped_one(
    tmp_path: Path, shipped: Path
) -> None:
    own = write(tmp_path, {"about/house.md": "# Huis {lang=nl}\nBel [de politie](contact:police).\n"})
    assert check_content(own, TODAY, shipped=shipped) == ()
    assert "leads nowhere" in "".join(told(check_content(own, TODAY), own))


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    (said,) = told(check_content(tmp_path / "gone", TODAY), tmp_path)
    assert said == "gone:1: This folder does not exist; name another"


def test_hidden_and_accompanying_files_are_left_alone(tmp_path: Path, shipped: Path) -> None:
    write(tmp_path, {".git/x": "", "about/.DS_Store": "", "README.md": "x", "LICENSE": "x", "notes.txt": "x"})
    assert check_content(tmp_path, TODAY, shipped=shipped) == ()


def test_what_only_a_human_should_look_at_is_no_error(tmp_path: Path, shipped: Path) -> None:
    own = write(
        tmp_path,
        {
            "contacts/a.md": contact('number: "102"', status="secondary"),
            "laws/a.md": page(front=LAW.replace("2027-05-22", "2020-01-01")),
            "about/help.md": page("<b>x</b>"),
        },
    )
    severities = {problem.path.parent.name: problem.severity for problem in check_content(own, TODAY, shipped=shipped)}
    assert severities == {"contacts": Severity.NOTICE, "laws": Severity.NOTICE, "about": Severity.ERROR}


def test_a_file_name_that_would_fool_a_terminal_is_shown_for_what_it_is(tmp_path: Path, shipped: Path) -> None:
    write(tmp_path, {"about/x\x1b]0;y\u202e.md": page()})
    (said,) = told(check_content(tmp_path, TODAY, shipped=shipped), tmp_path)
    assert said.startswith("about/x␛]0;y⟦RLO⟧.md:1: ")


def test_problems_come_in_the_order_of_files_and_lines(tmp_path: Path, shipped: Path) -> None:
    write(tmp_path, {"laws/b.md": "", "about/a.md": page("x\n\n<b>\n\n![x](y)")})
    found = check_content(tmp_path, TODAY, shipped=shipped)
    assert [(problem.path.name, problem.line) for problem in found] == sorted(
        (problem.path.name, problem.line) for problem in found
    )

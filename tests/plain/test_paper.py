"""Paper by prompts: what goes in is told, and kind of file, language and place are asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from onlinesafe_tui.exports.shapes import Lines, Logo, Picture, Report, Section
from onlinesafe_tui.language import Language
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.kept import Kept
from onlinesafe_tui.plain.moves import Back
from onlinesafe_tui.plain.prevention.paper import make_paper
from onlinesafe_tui.plain.prompts import Prompts
from onlinesafe_tui.plain.talk import Talk
from tests.plain.laptop import TODAY, Laptop
from tests.plain.person import Person, Reply, pick

TITLES = {Language.NL: "Afspraken", Language.EN: "Agreements"}


def paper(language: Language) -> Report:
    return Report(TITLES[language], language, (Section("Part one", (Lines(("a\x1b",)),)),), made=TODAY)


def damaged(language: Language) -> Report:
    return Report("A", language, (), logo=Logo(b"no picture", Picture.PNG))


def made(
    laptop: Laptop, replies: Sequence[Reply], make: Callable[[Language], Report] = paper, *, is_practice: bool = False
) -> Person:
    """Make a paper, and return the person who did."""
    person = Person(replies)
    workspace = laptop.workspace(is_practice=is_practice)
    ask, tell = person.ask, person.tell
    talk = Talk(ask=ask, ask_words=ask, ask_secret=ask, tell=tell, is_cut=lambda _: False)
    prompts = Prompts(talk, workspace)
    make_paper(Desk(workspace, prompts, Kept(workspace.keeper, prompts)), make, "Date")
    return person


def files(laptop: Laptop) -> list[str]:
    return sorted(path.name for path in laptop.exports.iterdir()) if laptop.exports.exists() else []


def test_a_number_a_language_and_enter_make_a_pdf(laptop: Laptop) -> None:
    person = made(laptop, [pick("PDF"), pick("English"), ""])
    assert "Nothing is sent. You get a file on this laptop. It is not sealed" in person.text
    assert "What goes in: Part one." in person.text
    assert files(laptop) == ["2026-11-22 Agreements.pdf"]
    assert "2026-11-22 Agreements.pdf. Nothing is sent." in person.text
    assert "\x1b" not in person.text


def test_a_paper_has_its_own_language_and_a_place_of_choice(laptop: Laptop, tmp_path: Path) -> None:
    place = tmp_path / "elders" / "wij.docx"
    made(laptop, [pick("Word"), pick("Nederlands"), str(place)])
    assert place.read_bytes().startswith(b"PK")
    assert files(laptop) == []


def test_a_place_that_is_taken_is_told_and_asked_again(laptop: Laptop) -> None:
    laptop.exports.mkdir()
    (laptop.exports / "mine.md").write_text("mine", encoding="utf-8")
    person = made(laptop, [pick("Plain text"), pick("English"), "mine.md", "yours.md"])
    assert "nothing was overwritten" in person.since("mine.md")
    assert files(laptop) == ["mine.md", "yours.md"]
    assert (laptop.exports / "mine.md").read_text(encoding="utf-8") == "mine"


def test_a_damaged_logo_is_told_and_another_kind_of_file_can_be_chosen(laptop: Laptop) -> None:
    person = made(laptop, [pick("PDF"), pick("English"), "", pick("Plain text"), pick("English"), ""], damaged)
    assert "The logo can be the reason" in person.text
    assert files(laptop) == ["2026-11-22 A.md"]


def test_back_makes_nothing(laptop: Laptop) -> None:
    told: tuple[list[Reply], ...] = (["b"], [pick("PDF"), "b"], [pick("PDF"), pick("English"), "b"])
    for replies in told:
        with pytest.raises(Back):
            made(laptop, replies)
    assert files(laptop) == []


def test_an_exercise_makes_no_file(laptop: Laptop) -> None:
    person = made(laptop, [], is_practice=True)
    assert "This is an exercise: no file is made." in person.text
    assert files(laptop) == []

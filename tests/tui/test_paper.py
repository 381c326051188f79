"""Before paper is made one sees what goes in, and chooses kind of file, language and place. Nothing else leaves."""

from __future__ import annotations

import io
import stat
from dataclasses import replace

import docx
import pytest

from onlinesafe_tui.errors import ExportError, PaperError
from onlinesafe_tui.exports.shapes import Lines, Logo, Picture, Report, Section
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.papers import Format
from onlinesafe_tui.tui.screens.prevention.paper import PaperScreen
from tests.tui.desk import TODAY, Desk
from tests.tui.person import Person

pytestmark = pytest.mark.usefixtures("undrawn")

TITLES = {Language.NL: "Afspraken", Language.EN: "Agreements"}
LINE = "[b]Van[/] 9 tot 17 uur \x1b[31m"


def paper(language: Language) -> Report:
    return Report(TITLES[language], language, (Section("[/] Bereikbaar", (Lines((LINE,)),)),), made=TODAY)


async def open_paper(person: Person) -> None:
    person.app.push_screen(PaperScreen(person.workspace, paper, "Date"))
    await person.pause()
    assert person.is_at(PaperScreen)


async def pressed_until_said(person: Person, desk: Desk, files: int) -> None:
    await person.press("enter")
    await person.until(lambda: desk.exports.is_dir() and len(list(desk.exports.glob("[!.]*"))) == files)
    await person.until(
        lambda: person.label("Kept as {path}. Nothing is sent.", path="").split(".")[0].strip() in person.page
    )


async def choose_format(person: Person, format: Format) -> None:
    await person.choose("format")
    await person.choose(format)
    assert person.is_at(PaperScreen)


async def test_two_times_enter_makes_a_pdf_that_only_the_person_can_read(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_paper(person)
        assert "Er wordt niets verstuurd" in person.page
        assert "[/] Bereikbaar" in person.page
        await person.press("enter")
        assert not desk.exports.exists()
        await pressed_until_said(person, desk, 1)
        (kept,) = desk.exports.iterdir()
        assert kept.name == "2026-11-22 Afspraken.pdf"
        assert kept.read_bytes().startswith(b"%PDF-1.7")
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert str(kept) in person.page.replace(" ", "") or kept.name.replace(" ", "") in person.page.replace(" ", "")


async def test_a_paper_in_another_language_leaves_the_screen_as_it_is(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_paper(person)
        await choose_format(person, Format.WORD)
        await person.choose("language")
        await person.choose("make")
        await pressed_until_said(person, desk, 1)
        (kept,) = desk.exports.iterdir()
        assert kept.name == "2026-11-22 Agreements.docx"
        assert docx.Document(io.BytesIO(kept.read_bytes())).core_properties.language == "en-GB"
        assert person.language() is Language.NL
        assert "Er wordt niets verstuurd" in person.page


async def test_the_screen_can_speak_another_language_while_the_paper_stays(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_paper(person)
        await person.press("f2")
        assert "Nothing is sent." in person.page
        await person.choose("make")
        await pressed_until_said(person, desk, 1)
        assert [path.name for path in desk.exports.iterdir()] == ["2026-11-22 Afspraken.pdf"]


async def test_the_same_paper_again_comes_beside_the_first(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await open_paper(person)
        await choose_format(person, Format.HTML)
        for files in (1, 2):
            await person.choose("make")
            await pressed_until_said(person, desk, files)
        assert sorted(path.name for path in desk.exports.iterdir()) == [
            "2026-11-22 Afspraken 2.html",
            "2026-11-22 Afspraken.html",
        ]


async def test_a_place_that_is_taken_is_told_and_the_file_there_stays(desk: Desk) -> None:
    desk.exports.mkdir()
    taken = desk.exports / "mijn.pdf"
    taken.write_text("van mij", encoding="utf-8")
    async with desk.sit_down() as person:
        await open_paper(person)
        await person.press("enter", "end", "ctrl+u")
        await person.write("mijn.pdf")
        await person.press("enter")
        told = person.label(ExportError.sentence, path="\0", reason="\0").split("\0")[-1].strip(" ).")
        await person.until(lambda: told in person.page)
        assert taken.read_text(encoding="utf-8") == "van mij"
        await person.write("-2.pdf")
        await pressed_until_said(person, desk, 2)


async def test_a_damaged_logo_is_told_and_another_kind_of_file_can_be_made(desk: Desk) -> None:
    def damaged(language: Language) -> Report:
        return replace(paper(language), logo=Logo(b"no picture", Picture.PNG))

    async with desk.sit_down() as person:
        person.app.push_screen(PaperScreen(person.workspace, damaged, "Date"))
        await person.pause()
        await person.press("enter", "enter")
        await person.until(lambda: person.label(PaperError.sentence)[:30] in person.page)
        assert not list(desk.exports.glob("*"))
        await choose_format(person, Format.MARKDOWN)
        await person.choose("make")
        await pressed_until_said(person, desk, 1)


async def test_while_a_file_is_made_the_screen_says_so_and_answers(desk: Desk) -> None:
    def long(language: Language) -> Report:
        return replace(paper(language), sections=paper(language).sections * 900)

    async with desk.sit_down() as person:
        person.app.push_screen(PaperScreen(person.workspace, long, "Date"))
        await person.pause()
        await choose_format(person, Format.WORD)
        await person.choose("make")
        await person.press("enter")
        assert not desk.exports.exists()
        assert person.label("One moment: the file is being made.") in person.page
        await person.press("escape", "f2")
        assert person.is_at(PaperScreen)
        assert not desk.exports.exists()
        assert "One moment: the file is being made." in person.page
        await person.until(lambda: "Kept as" in person.page)
        assert len(list(desk.exports.iterdir())) == 1
        await person.press("escape")
        assert not person.is_at(PaperScreen)


async def test_an_exercise_makes_no_file(desk: Desk) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        await open_paper(person)
        await person.press("enter")
        assert person.label("This is an exercise: no file is made.") in person.page
        await person.press("enter", "enter")
        assert not desk.exports.exists()


async def test_no_place_that_anybody_types_ends_the_program(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)
    places = ["", " ", "~nobody-here/x.pdf", "/proc/nowhere/x", "a" * 5000, str(desk.folder), "x\0y", "\ud800"]
    async with desk.sit_down() as person:
        await open_paper(person)
        await choose_format(person, Format.MARKDOWN)
        for place in places:
            await person.choose("make")
            await person.press("end", "ctrl+u")
            await person.paste(place)
            await person.press("enter")
            await person.until(lambda: person.label("One moment: the file is being made.") not in person.page)
            assert person.is_at(PaperScreen)
        await person.press("escape")
        assert not person.is_at(PaperScreen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_everything_fits_small_and_large_terminals(desk: Desk, size: tuple[int, int]) -> None:
    async with desk.sit_down(size=size) as person:
        await open_paper(person)
        assert "Maak het bestand" in person.read
        assert "Taal van het papier: Nederlands" in person.read
        await person.press("enter")
        assert "Enter maak je het hier" in person.read

"""Texts to copy: filled in, changed, copied, and kept as a file that never takes another's place."""

from __future__ import annotations

import stat

import pytest

from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import ExportError
from onlinesafe_tui.labels import PLACEHOLDERS
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.template import TemplateScreen
from tests.tui.desk import NOW, Desk
from tests.tui.person import Person
from tests.tui.situations import INSULT_ON_LINKEDIN, told

pytestmark = pytest.mark.usefixtures("undrawn")

START = told(INSULT_ON_LINKEDIN, Step.TALK)
INCIDENT = START.keep(
    START.new_evidence(NOW).tell(Fact.ADDRESSES, "https://example.org/1").tell(Fact.POSTED_WHEN, "zaterdagavond")
)


async def open_text(person: Person, id: str = "message-to-client") -> None:
    await person.choose(f"template:{id}")
    assert person.is_at(TemplateScreen)


async def test_a_text_is_filled_in_and_what_nobody_knows_stays_a_blank(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await open_text(person)
        text = person.field("text")
        assert "LinkedIn" in text
        assert "https://example.org/1" in text
        assert "zaterdagavond" in text
        assert f"[{person.label(PLACEHOLDERS['sender'])}]" in text
        assert "{" not in text


async def test_what_is_copied_is_what_stands_there(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await open_text(person)
        await person.press("ctrl+home")
        await person.write("Zelf erbij. ")
        await person.press("f4")
        assert desk.copied == [person.field("text")]
        assert desk.copied[0].startswith("Zelf erbij. ")
        assert person.label("Copied. Paste it where it has to go; nothing is sent from here.") in person.page


async def test_the_text_under_the_cursor_is_the_one_that_f4_opens(desk: Desk) -> None:
    async with desk.sit_down(told(INSULT_ON_LINKEDIN, Step.REPORT)) as person:
        ids = [id for id in person.row_ids if id.startswith("template:")]
        await person.go_to(ids[-1])
        await person.press("f4")
        assert person.is_at(TemplateScreen)
        assert getattr(person.screen, "_template", "") == ids[-1].removeprefix("template:")


async def test_without_a_clipboard_the_terminal_is_asked_and_a_file_is_offered(desk: Desk) -> None:
    desk.has_clipboard = False
    async with desk.sit_down(INCIDENT) as person:
        await open_text(person)
        await person.press("f4")
        assert person.app.clipboard == person.field("text")
        said = "Sent to the clipboard of your terminal. If pasting gives nothing, keep it as a file: {key}."
        assert person.label(said, key="^S") in person.page

        await person.press("ctrl+s", "enter")
        (kept,) = desk.exports.iterdir()
        assert kept.read_text(encoding="utf-8") == f"{person.field('text')}\n"
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600


async def test_a_file_that_is_there_is_never_written_over(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await open_text(person)
        await person.press("ctrl+s", "enter")
        (first,) = desk.exports.iterdir()
        before = first.read_bytes()
        await person.press("ctrl+home")
        await person.write("Een tweede. ")
        await person.press("ctrl+s", "enter")
        assert first.read_bytes() == before
        assert person.label(ExportError.sentence, path="\0", reason="\0").split("\0")[-1].strip(" ).") in person.page

        await person.write("-2.txt")
        await person.press("enter")
        assert sorted(path.name for path in desk.exports.iterdir()) == [first.name, f"{first.name}-2.txt"]


async def test_no_place_that_anybody_types_ends_the_program(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.folder)
    places = ["", " ", "~nobody-here/x.txt", "/proc/nowhere/x", "a" * 5000, str(desk.folder), "x\0y", "\ud800"]
    async with desk.sit_down(INCIDENT) as person:
        await open_text(person)
        for place in places:
            await person.press("ctrl+s", "end", "ctrl+u")
            await person.paste(place)
            await person.press("enter")
            assert person.is_at(TemplateScreen)
        await person.press("escape")
        assert person.is_at(GuideScreen)


async def test_a_text_that_was_looked_up_has_blanks_only(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await person.press("f6", "ctrl+p")
        await person.write(desk.title(Kind.TEMPLATE, "message-to-client"))
        await person.press("enter", "f4")
        assert person.is_at(TemplateScreen)
        assert f"[{person.label(PLACEHOLDERS['address'])}]" in person.field("text")
        assert "https://example.org/1" not in person.field("text")


async def test_a_text_that_is_looked_up_is_read_with_its_blanks_in_words(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await person.press("f6", "ctrl+p")
        await person.write(desk.title(Kind.TEMPLATE, "review-reply"))
        await person.press("enter")
        assert f"[{person.label(PLACEHOLDERS['organisation'])}]" in person.page
        assert "{" not in person.page

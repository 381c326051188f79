"""What is pasted, copied and opened: all lines stay, no passphrase gets out, and nothing opens by itself."""

from __future__ import annotations

import webbrowser

import pytest

from onlinesafe_tui.domain.actions import ActionKind
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.text import LONGEST, LONGEST_LINE
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from tests.tui.desk import Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told

SECRET = "vier woorden van mij"


async def test_a_field_of_one_line_says_that_it_joined_the_lines(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        await person.choose(f"action:{ActionKind.PLATFORM_REPORT}")
        await person.focus("reference")
        await person.paste("YT-1")
        assert person.toasts == []
        await person.paste("\r\nYT-2\r\n\r\nYT-3\r\n")
        assert [toast.strip() for toast in person.toasts] == [
            "2 regels geplakt, achter elkaar op één regel. Er is niets weg."
        ]
        assert person.field("reference") == "YT-1YT-2 YT-3"


async def test_a_field_of_several_lines_says_how_many_came_and_when_it_is_too_much(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.focus("note")
        await person.paste("een\ntwee\n\ndrie")
        assert [toast.strip() for toast in person.toasts] == ["3 regels geplakt."]
        assert person.field("note") == "een\ntwee\n\ndrie"
        before = len(person.field("note"))
        await person.paste("a" * (LONGEST + 1))
        assert f"de eerste {LONGEST - before} tekens" in person.toasts[-1]
        assert len(person.field("note")) == LONGEST


@pytest.mark.parametrize(("field", "longest"), [("reference", LONGEST_LINE), ("answer", LONGEST)])
async def test_a_field_says_once_that_it_is_full_and_keeps_what_stands_in_it(
    desk: Desk, field: str, longest: int
) -> None:
    full = f"Dit veld is vol: er passen {longest} tekens in."
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        await person.choose(f"action:{ActionKind.PLATFORM_REPORT}")
        await person.focus(field)
        await person.paste("a" * (longest - 1))
        await person.write("b")
        assert person.toasts == []
        await person.write("c")
        assert full in person.toasts[-1]
        person.app.clear_notifications()
        await person.write("def")
        assert person.toasts == []
        await person.paste("nog meer")
        assert "Van wat je plakte, past er niets meer bij." in person.toasts[-1]
        assert person.field(field) == "a" * (longest - 1) + "b"
        await person.press("backspace")
        await person.write("cd")
        assert full in person.toasts[-1]
        await person.press("escape")
        action = person.incident.action(ActionKind.PLATFORM_REPORT)
        assert (action.reference + action.answer) == "a" * (longest - 1) + "c"


async def test_of_a_paste_that_does_not_fit_the_part_that_fits_is_there_and_it_is_said(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        await person.choose(f"action:{ActionKind.PLATFORM_REPORT}")
        await person.fill("reference", "zaak ")
        await person.paste("een twee " * 200)
        assert "de eerste 995 tekens staan er. Bewaar de rest als bestand." in person.toasts[-1]
        assert person.field("reference") == ("zaak " + "een twee " * 200)[:LONGEST_LINE]


async def test_what_is_selected_makes_room(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        await person.choose(f"action:{ActionKind.PLATFORM_REPORT}")
        for field, longest in (("reference", LONGEST_LINE), ("answer", LONGEST)):
            await person.focus(field)
            await person.paste("a" * longest)
            await person.press("home", "shift+end")
            await person.paste("kort")
            assert person.toasts == []
            assert "kort" in person.field(field)


async def test_what_was_copied_within_the_program_keeps_its_lines_too(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.REPORT)) as person:
        person.app.copy_to_clipboard("een\ntwee")
        await person.choose(f"action:{ActionKind.PLATFORM_REPORT}")
        for field, expected in (("reference", "een twee"), ("answer", "een\ntwee")):
            await person.focus(field)
            await person.press("ctrl+v")
            assert person.field(field) == expected


async def test_a_passphrase_cannot_be_copied(desk: Desk) -> None:
    async with desk.sit_down() as person:
        person.app.push_screen(PassphraseScreen(person.workspace))
        await person.pause()
        await person.write(SECRET)
        for keys in (["ctrl+c"], ["ctrl+a", "ctrl+c"], ["home", "shift+end", "ctrl+c"], ["ctrl+x"]):
            await person.press(*keys)
            assert person.app.clipboard == ""
        assert person.field("first") == SECRET
        person.screen.text_select_all()
        assert SECRET not in (person.screen.get_selected_text() or "")
        await person.press("ctrl+c", "super+c")
        assert SECRET not in person.app.clipboard
        assert SECRET not in person.seen
    assert desk.copied == []


@pytest.mark.parametrize("url", ["https://example.org", "http://example.org", "file:///etc/passwd", "calc:", "tel:112"])
async def test_nothing_is_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address, *_, **__: opened.append(address))
    async with desk.sit_down() as person:
        person.app.open_url(url)
        await person.pause()
    assert opened == []

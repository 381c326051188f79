"""Text from elsewhere is only ever text: it steers no terminal, it is no button, and it ends nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.tui.screens.evidence import EvidenceScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from tests.hostile import STEERS
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told

HOSTILE = {
    "markup": "[/b] [@click=app.quit]klik[/] [red]rood[/red] [ {0} {name} {text!r:>9999} %s %(x)s",
    "signs": "\x1b[31m\x1b]0;naam\x07 \x1bP q\x1b\\ \x1b]52;c;aGFsbG8=\x07 \x9b31m "  # colours, a title, the clipboard
    "a\u202eexe.gpj\u2066b\u200f "  # letters that turn around
    "a\x00b\x08c\x0bd\x7fe\x85f\u2028h x\ud800y\udfffz",  # controls, and halves of pairs
    "word": "w" * 10_000,
    "piled": "e" + "\u0301" * 5_000 + "👩‍👩‍👧‍👦" * 50,
}


def steering(person: Person) -> Iterator[str]:
    """Name what the terminal would obey, and what a click would do, on the screen as it is sent."""
    for strip in person.screen._compositor.render_strips():
        for segment in strip:
            if not segment.control and STEERS.search(segment.text):
                yield f"steers: {segment.text!a}"
            if segment.style and any("click" in key for key in segment.style.meta):
                yield f"can be clicked: {segment.text!a}"


async def put(person: Person, text: str) -> None:
    """Paste a text where the cursor is, and type it as well."""
    await person.paste(text)
    assert not list(steering(person))
    if len(text) < 100:
        await person.write(text.replace("\x00", ""))
    assert not list(steering(person))
    assert not person.is_gone


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
async def test_whatever_is_pasted_or_typed_stays_text(desk: Desk, text: str) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.SCREENSHOT)) as person:
        await person.focus("note")
        await put(person, text)
        await person.choose("evidence:new")
        if person.is_at(PassphraseScreen):
            await put(person, text)
            await person.press("escape")
        assert person.is_at(EvidenceScreen)
        for fact in (Fact.WHAT, Fact.POSTED_BY):
            await person.focus(f"fact-{fact}")
            await put(person, text)
        await person.press("escape")
        assert not list(steering(person))

        await person.choose("skip")
        await put(person, text)
        await person.press("enter", "ctrl+b")
        assert not list(steering(person))

        await person.press("ctrl+n")
        await person.choose("action:platform-report")
        for field in ("day", "reference", "answer"):
            await person.focus(field)
            await put(person, text)
        await person.press("escape")
        assert person.is_at(GuideScreen)
        assert not list(steering(person))

        await person.press("f4")
        await put(person, text)
        await person.press("ctrl+s")
        await put(person, text)
        await person.press("escape", "ctrl+p")
        await put(person, text)
        await person.press("escape", "f7", "escape", "f6")
        assert not list(steering(person))

        incident = person.incident
        kept = [
            *incident.notes.values(),
            *incident.journey.skipped.values(),
            *(text for item in incident.evidence for text in item.facts.values()),
            incident.action(ActionKind.PLATFORM_REPORT).reference,
            incident.action(ActionKind.PLATFORM_REPORT).answer,
        ]
        assert len(kept) >= 6
        assert not [text for text in kept if STEERS.search(text.replace("\n", "").replace("\t", ""))]


async def test_every_line_of_a_paste_stays_in_a_field_of_one_line(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.SCREENSHOT)) as person:
        await person.press("ctrl+n")
        await person.choose("action:platform-report")
        await person.focus("reference")
        await person.paste("YT-1\r\nYT-2\n\nYT-3")
        assert person.field("reference").split() == ["YT-1", "YT-2", "YT-3"]
        await person.press("escape")
        assert person.incident.action(ActionKind.PLATFORM_REPORT).reference == "YT-1 YT-2 YT-3"


async def test_what_looks_like_a_button_cannot_be_clicked(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.SCREENSHOT)
    item = incident.new_evidence(incident.opened).tell(Fact.WHAT, "[@click=app.stop]klik hier[/]")
    async with desk.sit_down(incident.keep(item)) as person:
        await person.go_to("evidence:1")
        (row,) = (number for number, line in enumerate(person.lines) if "klik hier" in line)
        await person.click(person.lines[row].index("klik hier"), row)
        assert not person.is_gone
        assert person.is_at(PassphraseScreen)


@pytest.mark.parametrize("name", ["markup", "signs"])
async def test_what_another_program_kept_is_only_text_too(desk: Desk, name: str) -> None:
    text = HOSTILE[name]
    incident = told(THREAT_ON_YOUTUBE, Step.REPORT)
    item = incident.new_evidence(incident.opened)
    for fact in Fact:
        item = item.tell(fact, text)
    action = Action(kind=ActionKind.PLATFORM_REPORT, state=ActionState.SENT, reference=text, answer=text)
    incident = incident.go(incident.journey.skip(Step.REPORT, text)).note(Step.REPORT, text).keep(item).act(action)
    async with desk.sit_down(incident) as person:
        for keys in (["tab"], ["f4"], ["escape", "f7"], ["escape", "ctrl+b"], ["f6"], ["1"]):
            await person.press(*keys)
            assert not list(steering(person))
        await person.choose("evidence:1")
        await person.press("escape")
        for fact in Fact:
            await person.focus(f"fact-{fact}")
            assert not list(steering(person))
        await person.press("escape", "ctrl+n")
        await person.choose("action:platform-report")
        for field in ("reference", "answer"):
            await person.focus(field)
            assert not list(steering(person))

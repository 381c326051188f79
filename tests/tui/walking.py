"""A walk past every screen of the program, with keys only."""

from __future__ import annotations

from collections.abc import AsyncIterator

from onlinesafe_tui.domain.facets import CHOICES
from onlinesafe_tui.domain.journey import ALL_STEPS, Step
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.reference import kinds
from onlinesafe_tui.tui.guarded import HELD
from onlinesafe_tui.tui.screens.dropping_code import DroppingCodeScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.left_out import LeftOutScreen
from onlinesafe_tui.tui.screens.letting_in import LettingInScreen
from onlinesafe_tui.tui.screens.recovery_code import CodeScreen
from onlinesafe_tui.tui.screens.triage import TriageScreen
from tests.store.quick import PASSPHRASE
from tests.tui.person import Person
from tests.tui.situations import INSULT_ON_LINKEDIN, THREAT_ON_YOUTUBE, told
from tests.tui.walking_prevention import back_to, every_screen_of_prevention


async def every_screen(person: Person) -> AsyncIterator[str]:
    """Visit every screen from the first one, and say where one is each time."""
    yield "first screen"
    async for name in _look_up(person):
        yield name
    await person.choose("self")
    while person.is_at(TriageScreen):
        question = getattr(person.screen, "_at")  # noqa: B009  (a screen of any kind stands there)
        yield f"question {question}"
        for value in THREAT_ON_YOUTUBE[question]:
            if CHOICES[question].multiple:
                await person.tick(value)
            else:
                await person.go_to(value)
        await person.press("enter")
    for step in ALL_STEPS:
        yield f"step {step}"
        async for name in _inside(person, step):
            yield f"step {step}: {name}"
            while not person.is_at(GuideScreen):
                await person.press("escape")
        await person.press("ctrl+n")
    await person.press("f6")
    yield "first screen, with something under way"
    async for name in every_screen_of_prevention(person):
        yield name
    async for name in _from_anywhere(person):
        yield name
    await person.press("f10")
    if not person.is_gone:
        yield "leaving"


async def _from_anywhere(person: Person) -> AsyncIterator[str]:
    """Visit what does not belong to a step, and come back to the first screen."""
    await person.choose("choices")
    yield "choices"
    await person.choose("country")
    yield "country and language"
    await person.press("escape", "escape", "ctrl+p")
    await person.write(person.label("Folder of your organisation"))
    await person.press("enter")
    yield "folder of the organisation"
    person.app.push_screen(LeftOutScreen(person.workspace))
    await person.pause()
    yield "what of the folder is not shown"
    await person.press("escape", "escape")
    for number in range(5, 9):
        person.workspace.keeper.save(told(INSULT_ON_LINKEDIN, Step.TALK, number=number))
    await person.press("f3", "escape")
    await person.choose("incidents")
    yield "all incidents"
    await person.press("delete")
    yield "deleting"
    await person.choose("delete")
    yield "deleting, asked again"
    await person.choose("delete")
    yield "all incidents but one"
    await person.press("f6")
    if not person.workspace.is_practice:
        async for name in _what_was_saved(person):
            yield name


async def _what_was_saved(person: Person) -> AsyncIterator[str]:
    """Save for the first time, visit everything that can be done about what was saved, and lock it."""
    await person.press("f5")
    for _ in range(2):
        await person.write(PASSPHRASE)
        await person.press("enter")
    await person.until(lambda: person.is_at(CodeScreen))
    yield "recovery code"
    await person.choose("written")
    yield "recovery code, asked back"
    await person.write("0000")
    await person.press("enter")
    yield "recovery code, asked back, with a slip"
    await person.press("escape", "escape")
    await person.choose("vault")
    saved = person.screen
    yield "what was saved"
    for row in ("code", "change", "backup", "restore", "lock-after", "check"):
        await person.choose(row)
        if row == "check":
            await person.until(lambda: "incidents" in person.row_ids)
        yield f"what was saved: {row}"
        await back_to(person, saved)
    person.app.push_screen(LettingInScreen(person.workspace))
    await person.pause()
    yield "letting the organisation in"
    await back_to(person, saved)
    person.app.push_screen(DroppingCodeScreen(person.workspace))
    await person.pause()
    yield "having no code any more"
    await back_to(person, saved)
    await person.press("ctrl+o")
    await person.until(lambda: person.workspace.keeper.vault is None)
    person.app._pressed_at -= HELD
    await person.press("space")
    yield "locked"
    await person.choose("code")
    yield "in with the recovery code"
    await person.press("escape")
    await person.fill("first", PASSPHRASE)
    await person.press("enter")
    await person.until(lambda: person.screen is saved)
    await person.press("f6")


async def _inside(person: Person, step: Step) -> AsyncIterator[str]:
    """Visit what can be opened at a step."""
    if step is Step.SAFETY:
        await person.choose("day")
        yield "day"
        await person.press("f1")
        yield "help"
        await person.press("f7")
        yield "all steps"
        await person.press("ctrl+p")
        yield "search"
        await person.press("ctrl+p")
        await person.write("schermafbeeling")
        await person.until(lambda: person.workspace.searching.is_ready)
        yield "search with texts"
        await person.paste("qqqq")
        yield "search without anything found"
    if step is Step.TALK:
        await person.choose("skip")
        yield "skip"
        await person.choose("action:ask-removal")
        yield "action"
        await person.press("f4", "f4", "f4")
        yield "no text here"
    if step is Step.REPORT:
        await person.press("f4")
        yield "text"
        await person.press("f4", "f4")
        yield "text, copied"
        await person.press("f4", "ctrl+s")
        yield "text, to be kept"
    if step is Step.SCREENSHOT:
        await person.press("f5")
        yield "passphrase"
        await person.choose("evidence:new")
        yield "passphrase before evidence"
        await person.choose("evidence:new")
        yield "evidence"


async def _look_up(person: Person) -> AsyncIterator[str]:
    """Visit a list of everything that can be looked up, and the first page of each."""
    await person.press("f3")
    for kind in (None, *(kind for kind in kinds(person.workspace.library) if kind is not Kind.CONTACT)):
        if kind:
            await person.choose(f"kind:{kind}")
        yield f"list {kind or Kind.CONTACT}"
        await person.choose(next(id for id in person.row_ids if id.startswith("page:")))
        yield f"page {kind or Kind.CONTACT}"
        await person.press("enter")
        yield f"page {kind or Kind.CONTACT}, all of it"
        await person.press("escape")
        if not kind:
            await person.choose("page:take-it-down")
            await person.press("tab", "enter")
            yield "address on the internet"
            await person.press("escape", "escape")
    await person.press("escape")

"""The passphrase: making one, getting it wrong, and changing one's mind meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import WeakPassphrase, WrongPassphrase
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.tui.screens.asking import AskScreen
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.passphrase import PassphraseScreen
from onlinesafe_tui.tui.screens.recovery_code import CodeScreen
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")


class SlowSealer(QuickSealer):
    """Takes as long as a test wants."""

    def __init__(self) -> None:
        self.may_go_on = Event()

    def seal(self, text: bytes, passphrase: str) -> bytes:
        self.may_go_on.wait(20)
        return super().seal(text, passphrase)


@pytest.fixture
def slow(tmp_path: Path, library: Library) -> Iterator[tuple[Desk, Event]]:
    """A slow laptop, and what lets it go on."""
    sealer = SlowSealer()
    desk = Desk(tmp_path, library, sealer)
    desk.choose()
    yield desk, sealer.may_go_on
    sealer.may_go_on.set()


async def is_open(person: Person) -> None:
    await person.until(lambda: person.workspace.keeper.state is Keeping.SEALED)
    await person.pause()


async def test_a_short_passphrase_is_refused_and_says_how_long_it_must_be(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.press("f5")
        await person.write("kort")
        await person.press("enter")
        await person.write("kort")
        await person.press("enter")
        await person.until(lambda: person.label(WeakPassphrase.title) in person.read)
        assert "12" in person.read
        assert not desk.vault.exists()


async def test_two_that_differ_are_asked_again(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.press("f5")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.write(f"{PASSPHRASE}x")
        await person.press("enter")
        assert person.label("These two are not the same. Type both again; nothing is lost.") in person.read
        assert person.field("first") == person.field("second") == ""
        assert person.app.focused is not None
        assert person.app.focused.id == "first"

        await person.write(PASSPHRASE)
        await person.press("enter")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await is_open(person)
        await person.put_off_code()
        assert person.is_at(GuideScreen)


async def test_the_passphrase_never_stands_on_the_screen(desk: Desk) -> None:
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await person.press("f5")
        await person.write("paardbatterij")
        await person.press("ctrl+a", "ctrl+c", "ctrl+x")
        assert "paard" not in person.seen
        assert person.app.clipboard == ""
        assert not desk.copied


async def test_a_wrong_passphrase_says_so_and_may_be_tried_again(desk: Desk) -> None:
    incident = told(THREAT_ON_YOUTUBE, Step.TALK).note(Step.TALK, "wat ik schreef")
    desk.keep(incident)
    before = desk.files()
    async with desk.sit_down() as person:
        await person.press("1")
        await person.write("not this one at all")
        await person.press("enter")
        await person.until(lambda: person.label(WrongPassphrase.title) in person.read)
        assert person.field("first") == ""
        assert person.workspace.keeper.state is Keeping.LOCKED
        assert desk.files() == before

        await person.write(PASSPHRASE)
        await person.press("enter")
        await is_open(person)
        assert person.is_at(HomeScreen)
        await person.press("1")
        assert person.field("note") == "wat ik schreef"


async def test_nobody_needs_a_passphrase_to_get_help(desk: Desk) -> None:
    desk.keep(told(THREAT_ON_YOUTUBE, Step.TALK))
    async with desk.sit_down() as person:
        await person.start(THREAT_ON_YOUTUBE)
        assert person.is_at(GuideScreen)
        assert person.label("Not saved yet: {key}", key="F5") in person.lines[0]


async def test_what_was_written_beside_a_locked_vault_joins_what_is_in_it(desk: Desk) -> None:
    older = told(THREAT_ON_YOUTUBE, Step.TALK).note(Step.TALK, "van gisteren")
    desk.keep(older)
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK, number=2)) as person:
        await person.fill("note", "van nu")
        await person.press("f5")
        await person.write(PASSPHRASE)
        await person.press("enter")
        await is_open(person)
        await person.press("f10")
        await person.until(lambda: person.is_gone)
    assert desk.look(older.id).notes == {Step.TALK: "van gisteren"}
    assert desk.look(f"{2:016x}").notes == {Step.TALK: "van nu"}


async def test_while_it_is_sealed_the_screen_answers(slow: tuple[Desk, Event]) -> None:
    desk, may_go_on = slow
    async with desk.sit_down(told(THREAT_ON_YOUTUBE, Step.TALK)) as person:
        await begin_sealing(person)
        await person.press("f2")
        assert person.language() is Language.EN
        assert person.label("One moment: this takes a few seconds.") in person.read
        await person.press("escape", "enter", "enter")
        assert person.is_at(PassphraseScreen)

        may_go_on.set()
        await is_open(person)
        await person.put_off_code()
        assert person.is_at(GuideScreen)


@pytest.mark.parametrize("key", ["f1", "f3", "ctrl+p", "f6", "f10"])
async def test_looking_elsewhere_while_it_is_sealed_breaks_nothing(slow: tuple[Desk, Event], key: str) -> None:
    desk, may_go_on = slow
    incident = told(THREAT_ON_YOUTUBE, Step.TALK)
    async with desk.sit_down(incident) as person:
        await person.fill("note", "voor het verzegelen")
        await begin_sealing(person)
        await person.press(key)
        may_go_on.set()
        await is_open(person)
        if person.is_at(AskScreen):
            await person.choose("back")
        await person.press("escape")
        if person.is_at(CodeScreen):
            await person.press("escape")
        assert not person.is_at(PassphraseScreen)
        await person.press("f6", "f10")
        await person.until(lambda: person.is_gone)
        assert person.app.return_code == 0
    assert desk.look(incident.id).notes == {Step.TALK: "voor het verzegelen"}


async def begin_sealing(person: Person) -> None:
    await person.press("f5")
    await person.write(PASSPHRASE)
    await person.press("enter")
    await person.write(PASSPHRASE)
    await person.press("enter")
    assert person.is_at(PassphraseScreen)

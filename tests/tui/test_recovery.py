"""The code on paper: shown once, asked back in part, and the way in when the passphrase is lost."""

from __future__ import annotations

import re

import pytest

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import CodeSlip, WeakPassphrase, WrongPassphrase
from onlinesafe_tui.services.code_paper import NOT_YET
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.store.opening import unlock_vault
from onlinesafe_tui.tui.screens.guide import GuideScreen
from onlinesafe_tui.tui.screens.home import HomeScreen
from onlinesafe_tui.tui.screens.passphrase import RecoverScreen
from onlinesafe_tui.tui.screens.prevention.paper import PaperScreen
from onlinesafe_tui.tui.screens.recovery_code import AskBackScreen, CodeScreen
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told

pytestmark = pytest.mark.usefixtures("undrawn")

NEW = "vijf andere woorden om te houden"
INCIDENT = told(THREAT_ON_YOUTUBE, Step.TALK).note(Step.TALK, "wat ik schreef")


async def make_passphrase(person: Person) -> None:
    """Save for the first time, as far as the code that is shown then."""
    await person.press("f5")
    for _ in range(2):
        await person.write(PASSPHRASE)
        await person.press("enter")
    await person.until(lambda: person.is_at(CodeScreen))


def groups_on(person: Person) -> list[str]:
    """Write down the groups that stand on the screen."""
    found = re.findall(r"(?<![:\d])(\d{1,2}) ([0-9A-Z]{4}|[0-9A-Z]{2}(?= Bewaar))(?= )", person.read)
    assert [int(number) for number, _ in found] == list(range(1, 16)), person.seen
    return [group for _, group in found]


async def type_back(person: Person, groups: list[str]) -> None:
    """Type the two groups that are asked."""
    assert person.is_at(AskBackScreen)
    for id in asked(person):
        await person.fill(f"group-{id}", groups[id - 1].lower())
    await person.press("enter")


def asked(person: Person) -> tuple[int, int]:
    """The numbers of the groups that are asked."""
    screen = person.screen
    assert isinstance(screen, AskBackScreen)
    return screen._draft.asked


async def make_code(person: Person) -> list[str]:
    """Write down the code that is shown, and type two groups of it."""
    groups = groups_on(person)
    await person.choose("written")
    await type_back(person, groups)
    await person.until(lambda: person.workspace.care.has_code and person.is_at(GuideScreen))
    return groups


async def test_a_code_is_shown_after_the_first_passphrase_and_opens_the_vault_with_a_new_one(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await make_passphrase(person)
        groups = await make_code(person)
        assert not desk.copied
        assert person.app.clipboard == ""
    async with desk.sit_down() as person:
        await person.choose("unlock")
        await person.write("dat weet ik niet meer")
        await person.press("enter")
        await person.until(lambda: person.label(WrongPassphrase.title) in person.read)
        await person.choose("code")
        assert person.is_at(RecoverScreen)
        await person.write(" ".join(groups).lower())
        await person.press("enter")
        for _ in range(2):
            await person.write(NEW)
            await person.press("enter")
        await person.until(lambda: person.is_at(HomeScreen))
        assert person.workspace.keeper.state is Keeping.SEALED
        await person.choose(f"incident:{INCIDENT.id}")
        assert person.field("note") == "wat ik schreef"
    with unlock_vault(desk.vault, NEW, QuickSealer(), read_only=True) as vault:
        assert vault.load(INCIDENT.id).notes == INCIDENT.notes


async def test_putting_the_code_off_is_one_key_and_makes_none(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await make_passphrase(person)
        await person.press("escape")
        assert person.is_at(GuideScreen)
        assert not person.workspace.care.has_code
    assert not (desk.vault / "recovery.age").exists()


async def test_one_can_stop_or_lock_while_the_code_is_shown(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await make_passphrase(person)
        await person.press("ctrl+o")
        await person.until(lambda: person.workspace.keeper.vault is None)
        assert person.app.is_covered
        await person.press("f10")
        await person.until(lambda: person.is_gone)
    assert len(desk.summaries()) == 1


async def test_a_slip_is_named_and_the_code_can_be_seen_again(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await make_passphrase(person)
        groups = groups_on(person)
        await person.choose("written")
        first, second = asked(person)
        assert not [group for group in groups if group in person.read]
        wrong = [*groups]
        wrong[second - 1] = "QQQQ" if groups[second - 1] != "QQQQ" else "PPPP"
        await type_back(person, wrong)
        assert person.label(NOT_YET, group=second) in person.read
        assert person.app.focused is not None
        assert person.app.focused.id == f"group-{second}"
        assert not person.workspace.care.has_code
        await person.press("escape")
        assert groups_on(person) == groups
        await person.choose("written")
        assert asked(person) == (first, second)
        await type_back(person, groups)
        await person.until(lambda: person.workspace.care.has_code)


async def test_a_wrong_letter_is_found_before_a_passphrase_is_asked(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await make_passphrase(person)
        groups = await make_code(person)
    groups[6] = groups[6][:3] + ("Q" if groups[6][3] != "Q" else "P")
    async with desk.sit_down() as person:
        await person.choose("unlock")
        await person.choose("code")
        await person.write(" ".join(groups))
        await person.press("enter")
        assert person.label(CodeSlip.sentence, group=7) in person.read
        assert person.field("code") == " ".join(groups)
        assert person.app.focused is not None
        assert person.app.focused.id == "code"


async def test_a_new_passphrase_that_is_short_leaves_the_code_as_it_was_typed(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await make_passphrase(person)
        groups = await make_code(person)
    async with desk.sit_down() as person:
        await person.choose("unlock")
        await person.choose("code")
        await person.write(" ".join(groups))
        await person.press("enter")
        for _ in range(2):
            await person.write("kort")
            await person.press("enter")
        await person.until(lambda: person.label(WeakPassphrase.title) in person.read)
        assert person.field("code") == " ".join(groups)
        assert person.field("first") == ""
        assert person.workspace.keeper.state is Keeping.LOCKED


async def test_a_code_cannot_be_selected_or_copied(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await make_passphrase(person)
        groups = groups_on(person)
        await person.press("ctrl+a", "ctrl+c")
        assert not person.screen.allow_select
        await person.choose("written")
        await person.fill(f"group-{asked(person)[0]}", groups[0])
        await person.press("ctrl+a", "ctrl+c", "ctrl+x")
        assert person.app.clipboard == ""
        assert not desk.copied


async def test_a_code_can_be_printed_and_the_file_says_what_it_opens_to_nobody(desk: Desk) -> None:
    async with desk.sit_down(INCIDENT) as person:
        await make_passphrase(person)
        groups = groups_on(person)
        await person.choose("print")
        assert person.is_at(PaperScreen)
        await person.choose("make")
        await person.press("enter")
        await person.until(lambda: any(desk.exports.glob("*.pdf")))
        (file,) = desk.exports.iterdir()
        assert file.name == "2026-11-22 Herstelcode.pdf"
        await person.press("escape")
        assert groups_on(person) == groups

"""Agreeing with a client or in the team, on the full screen."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.agreements import OWN, Audience, Sheet
from onlinesafe_tui.tui.screens.prevention.agreements import AgreementsScreen
from onlinesafe_tui.tui.screens.prevention.blanks import BlanksScreen
from onlinesafe_tui.tui.screens.prevention.point import PointScreen
from onlinesafe_tui.tui.screens.prevention.sheet import SheetScreen
from tests.tui.desk import Desk
from tests.tui.person import Person

pytestmark = pytest.mark.usefixtures("undrawn")


async def begin(person: Person, audience: Audience = Audience.CLIENT) -> None:
    """Begin a new sheet."""
    person.app.push_screen(AgreementsScreen(person.workspace))
    await person.pause()
    await person.choose(f"new:{audience}")
    assert person.is_at(SheetScreen)


def only(person: Person) -> Sheet:
    """The one sheet that is kept."""
    (sheet,) = person.workspace.keeper.workbook.sheets
    return sheet


async def test_blanks_have_a_field_each_and_what_stays_empty_stays_open(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await begin(person)
        await person.choose("point:hours")
        await person.choose("working-hours")
        assert person.is_at(BlanksScreen)
        await person.fill("blank-0", "9 uur")
        await person.press("escape")
        assert person.is_at(SheetScreen)
        assert only(person).filled("hours", "working-hours") == ("9 uur", "", "", "")
        assert "tussen 9 uur en [uur], binnen [aantal]" in person.page

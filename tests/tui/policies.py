"""What the tests of the policy scan on the full screen share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.policy import Finding, Scan, Standing
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.policy import Statements
from onlinesafe_tui.tui.screens.prevention.policy import PolicyScreen
from tests.tui.desk import NOW, TODAY, Desk
from tests.tui.person import Person


def statements(desk: Desk) -> tuple[str, ...]:
    """The statements that hold in the Netherlands, in their order."""
    return Statements(desk.library, Language.NL, Country.NL).ids


def title(desk: Desk, statement: str, language: Language = Language.NL) -> str:
    return Statements(desk.library, language, None).title(statement)


def scan(answers: Mapping[str, Standing], *, days_ago: int = 0, is_finished: bool = True) -> Scan:
    """A scan of some days ago."""
    begun = NOW - timedelta(days=days_ago)
    findings = {id: Finding(standing=standing) for id, standing in answers.items()}
    finished_on = TODAY - timedelta(days=days_ago) if is_finished else None
    return Scan(id=f"{days_ago:016x}", begun=begun, changed=begun, findings=findings, finished_on=finished_on)


@asynccontextmanager
async def policy_at(desk: Desk, *, is_open: bool = True, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Person]:
    """Sit down, and go to the policy scan by the menu."""
    if is_open and not desk.vault.exists():
        desk.keep_workbook(Workbook())
    async with desk.sit_down(is_open=is_open, size=size) as person:
        await person.choose("prevention")
        await person.choose("policy")
        assert person.is_at(PolicyScreen)
        yield person

"""A clock that is set back or forward, and a computer that slept: nothing is refused, lost, or counted below zero."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from onlinesafe_tui.domain.actions import Action, ActionKind, ActionState
from onlinesafe_tui.domain.agreements import Audience, Sheet
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.policy import Finding, Improvement, Phase, Scan, Standing
from onlinesafe_tui.domain.prevention import Extent, Outcome, Round
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.clipboard import Clipboard
from onlinesafe_tui.services.incidents import start_incident
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import Settings
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from tests.browsing import RememberingBrowser
from tests.plain.person import Person, Reply, pick
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id

CLOCKS = {
    "an hour back": NOW - timedelta(hours=1),
    "a year back": NOW - timedelta(days=365),
    "an empty battery": datetime(1970, 1, 1, tzinfo=UTC),
    "after a month asleep": NOW + timedelta(days=31),
    "a year forward": NOW + timedelta(days=365),
    "a century forward": NOW + timedelta(days=36525),
}

NEGATIVE = re.compile(r"(?<![\w-])[-\N{MINUS SIGN}]\d")
"""A number below zero; days are written with words or with the year last."""


class SetClock:
    """A clock that somebody set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


def old_incident() -> Incident:
    """Return an incident in which something waits for a day."""
    return incident().act(Action(kind=ActionKind.PLATFORM_REPORT, state=ActionState.SENT, sent_on=NOW.date()))


def old_workbook() -> Workbook:
    """Return a workbook in which everything has a day."""
    today = NOW.date()
    done = Round(id=incident_id(1), begun=NOW, changed=NOW, extent=Extent.FULL, things=(), finished_on=today)
    sheet = Sheet(id=incident_id(2), made=NOW, changed=NOW, audience=Audience.CLIENT, review_on=today)
    finding = Finding(standing=Standing.NOT_YET, on=today)
    scan = Scan(id=incident_id(3), begun=NOW, changed=NOW, findings={"quality-goal": finding}, finished_on=today)
    improvement = Improvement(statement="quality-goal", what="old", phase=Phase.DO, due=today, changed=NOW)
    return Workbook(rounds=(done,), sheets=(sheet,), scans=(scan,), improvements={improvement.statement: improvement})


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(content_folder())


@pytest.fixture
def vault(quick: Path) -> Path:
    """A vault that was filled while the clock was right."""
    folder = quick / "vault"
    with create_vault(folder, PASSPHRASE, QuickSealer(), NOW) as made:
        made.save(old_incident())
        made.save_workbook(old_workbook())
    return folder


def workspace_at(moment: datetime, folder: Path, library: Library) -> Workspace:
    clock = SetClock(moment)
    keeper = Keeper(
        clock,
        folder=folder,
        create=lambda where, passphrase: create_vault(where, passphrase, QuickSealer(), moment),
        unlock=lambda where, passphrase: unlock_vault(where, passphrase, QuickSealer()),
    )
    return Workspace(
        library=library,
        keeper=keeper,
        settings=Settings(language=Language.EN, country=Country.NL),
        keep_settings=lambda _: None,
        clock=clock,
        clipboard=Clipboard(lambda _: True, environ={}),
        browser=RememberingBrowser(),
        exports=folder.parent,
        is_practice=False,
    )


@pytest.mark.parametrize("moment", CLOCKS.values(), ids=CLOCKS)
def test_what_is_written_while_the_clock_is_wrong_is_kept_beside_the_rest(
    moment: datetime, vault: Path, library: Library
) -> None:
    workspace = workspace_at(moment, vault, library)
    workspace.keeper.unlock(PASSPHRASE)
    kept = workspace.keeper.save(workspace.keeper.load(incident_id(1)).note(Step.TALK, "new"))
    other = workspace.keeper.save(start_incident(workspace.clock, Country.NL))
    round = Round(id=incident_id(9), begun=moment, changed=moment, extent=Extent.FULL, things=("search-yourself",))
    workspace.keeper.keep_workbook(
        workspace.keeper.workbook.put_round(round.answer("search-yourself", Outcome.DONE, moment))
    )
    assert {line.id for line in workspace.keeper.summaries()} == {kept.id, other.id}
    workspace.keeper.close()

    right = workspace_at(NOW + timedelta(days=1), vault, library)
    right.keeper.unlock(PASSPHRASE)
    assert right.keeper.load(kept.id).notes == {Step.TALK: "new"}
    assert {line.id for line in right.keeper.summaries()} == {kept.id, other.id}
    assert len(right.keeper.workbook.rounds) == 2
    assert not right.keeper.unreadable()
    right.keeper.close()


@pytest.mark.parametrize("moment", CLOCKS.values(), ids=CLOCKS)
def test_a_plan_that_is_made_before_it_is_opened_is_not_lost_to_an_older_one(
    moment: datetime, vault: Path, library: Library
) -> None:
    workspace = workspace_at(moment, vault, library)
    plan = Improvement(statement="quality-goal", what="new", phase=Phase.PLAN, changed=moment)
    workspace.keeper.keep_workbook(workspace.keeper.workbook.improve(plan))
    workspace.keeper.unlock(PASSPHRASE)
    workspace.keeper.close()
    right = workspace_at(NOW + timedelta(days=1), vault, library)
    right.keeper.unlock(PASSPHRASE)
    assert right.keeper.workbook.improvements == {"quality-goal": plan}
    right.keeper.close()


@pytest.mark.parametrize("moment", CLOCKS.values(), ids=CLOCKS)
def test_nothing_is_counted_below_zero_or_ends_the_program(moment: datetime, vault: Path, library: Library) -> None:
    script: list[Reply] = [
        pick("Go on with what I saved"),
        PASSPHRASE,
        pick("Go on with: "),
        "1",
        "o",
        "b",
        "b",
        pick("Prevent"),
        pick("My own round"),
        "b",
        pick("Policy"),
        "b",
        pick("Everything"),
    ]
    workspace = workspace_at(moment, vault, library)
    person = Person(script).walk(workspace)
    workspace.keeper.close()
    assert not NEGATIVE.search(person.text)
    # A day of another year is never shown as if it were one of this year.
    over = re.findall(r"over since \d+ \w+( \d{4})?", person.text)
    assert all(over) or moment.year == NOW.year or not over
    assert over or moment <= NOW
    assert person.told[-2] == "Everything is saved. Next time you go on where you were."

"""Work off the screen goes by a name that says what it is for, and nothing of what it works with."""

from __future__ import annotations

import ast
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.worker import Worker
from textual.worker_manager import WorkerManager

from onlinesafe_tui import tui
from onlinesafe_tui.domain.journey import Step
from tests.hostile import incident_of, workbook_of
from tests.store.quick import PASSPHRASE
from tests.tui.desk import Desk
from tests.tui.person import Person
from tests.tui.situations import THREAT_ON_YOUTUBE, told

CANARY = "kanarie4711"


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """By what every worker goes, and every thread that it starts."""
    found: list[str] = []
    add, start = WorkerManager.add_worker, threading.Thread.start

    def added(manager: WorkerManager, worker: Worker[Any], *args: Any, **named: Any) -> None:
        found.extend((worker.name, worker.group, worker.description, repr(worker)))
        add(manager, worker, *args, **named)

    def started(thread: threading.Thread) -> None:
        found.append(f"{thread.name} {thread!r}")
        start(thread)

    monkeypatch.setattr(WorkerManager, "add_worker", added)
    monkeypatch.setattr(threading.Thread, "start", started)
    return found


async def at_rest(person: Person) -> None:
    """Wait until the work is done."""
    await person.until(lambda: all(worker.is_finished for worker in person.app.workers))


async def test_no_worker_and_no_thread_is_called_after_what_it_works_with(desk: Desk, names: list[str]) -> None:
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.TALK), CANARY)
    desk.keep(incident)
    things, statements = ("search-yourself",), ("three-levels", "friend-requests")
    desk.keep_workbook(workbook_of(CANARY, things=things, statements=statements, incident=incident.id))
    async with desk.sit_down() as person:
        await person.choose("unlock")
        for passphrase in (f"{CANARY} in de mijn", PASSPHRASE):
            await person.write(passphrase)
            await person.press("enter")
            await at_rest(person)
        for row in ("prevention", "photos", "own"):
            await person.choose(row)
        await person.paste(str(desk.folder / f"{CANARY}.jpg"))
        await person.press("enter")
        await at_rest(person)
        await person.press("f6")
        for row in ("prevention", "agreements"):
            await person.choose(row)
        await person.press("enter", "ctrl+s")
        await person.choose("make")
        await person.press("enter")
        await at_rest(person)
    assert [path for path in desk.exports.iterdir() if path.suffix == ".pdf"]
    assert sum("worker" in name.casefold() for name in names) >= 4
    assert not [name for name in names if CANARY in name]


def test_every_worker_is_described_where_it_is_made() -> None:
    made = dict(workers())
    assert len(made) >= 5
    assert not [place for place, is_described in made.items() if not is_described]


def workers() -> Iterator[tuple[str, bool]]:
    """Find where workers are made, and whether a text of the program itself says what for."""
    for path in Path(tui.__path__[0]).rglob("*.py"):
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(part, ast.Attribute) and part.attr == "run_worker":
                yield f"{path.name}:{part.lineno}", False
            for decorator in getattr(part, "decorator_list", []):
                if ast.unparse(decorator).partition("(")[0] == "work":
                    given = {word.arg: word.value for word in getattr(decorator, "keywords", [])}
                    yield f"{path.name}:{decorator.lineno}", isinstance(given.get("description"), ast.Constant)

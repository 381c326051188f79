"""Whatever the disk refuses, at whatever moment: what is there is the old or the new, and what is said is true."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest

from onlinesafe_tui.errors import OnlineSafeError
from tests.faults.conftest import MEMORY
from tests.faults.layer import TAKES_ROOM, Call, Fault, broken
from tests.faults.writings import FULL, SILENT, WRITINGS, check_sentence, found_later

Before = tuple[Path, object, object]
"""A folder, what is found in it, and what is found after the writing."""

ONCE = ("a new vault", "a backup", "a backup put back")
"""What is not done again when it turns out to be done."""


@pytest.fixture(scope="module", autouse=True)
def _no_waiting_for_the_disk() -> Iterator[None]:
    """Nobody pulls a plug here, so nothing has to be down on the disk."""
    with patch.object(os, "fsync", lambda _: None):
        yield


@pytest.fixture(scope="module")
def made_before() -> Iterator[Callable[[str], Before]]:
    """Make what is there before, once for all calls, and look at it before and after."""
    with TemporaryDirectory(prefix="onlinesafe-test-", dir=MEMORY if MEMORY.is_dir() else None) as place:

        @cache
        def made(name: str) -> Before:
            writing, before, done = WRITINGS[name], Path(place) / name / "before", Path(place) / name / "done"
            before.parent.mkdir()
            writing.prepare(before)
            old = found_later(writing, before, before.parent)
            if before.exists():
                shutil.copytree(before, done)
            with writing.ready(done) as act:
                act()
            new = found_later(writing, done, done.parent)
            assert old != new or "index" in name
            return before, old, new

        yield made


@pytest.mark.parametrize("stays", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("call", Call)
@pytest.mark.parametrize("name", WRITINGS)
def test_a_refused_call_leaves_the_old_or_the_new_and_says_why(
    name: str, call: Call, stays: bool, quick: Path, made_before: Callable[[str], Before]
) -> None:
    writing = WRITINGS[name]
    before, old, new = made_before(name)
    for number in count():
        folder = quick / "now"
        if before.exists():
            shutil.copytree(before, folder)
        with writing.ready(folder) as act:
            told = None
            with broken(Fault(call, number, stays=stays)) as fault:
                try:
                    act()
                except OnlineSafeError as error:
                    told = error
            check_sentence(told, writing, FULL if call in TAKES_ROOM else SILENT)
            later = found_later(writing, folder, quick)
            assert later in ((old, new) if told else (new,))
            # The disk works again, and the person tries once more.
            if told and not (name in ONCE and later == new):
                act()
        assert found_later(writing, folder, quick) == new
        left = [path.name for path in folder.rglob("*") if path.name.endswith((".tmp", ".new"))]
        assert not left or call in (Call.UNLINK, Call.RMDIR)
        shutil.rmtree(folder)
        if not fault.happened:
            assert told is None
            break

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
from onlinesafe_tui.language import Language, Words
from tests.faults.conftest import MEMORY
from tests.faults.layer import TAKES_ROOM, Call, Fault, broken
from tests.faults.writings import WRITINGS, Writing

Before = tuple[Path, object, object]
"""A folder, what is found in it, and what is found after the writing."""

FULL, SILENT = "the disk is full", "the disk does not answer"


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
            old = found_later(writing, before)
            if before.exists():
                shutil.copytree(before, done)
            with writing.ready(done) as act:
                act()
            new = found_later(writing, done)
            assert old != new or "index" in name
            return before, old, new

        yield made


def found_later(writing: Writing, folder: Path) -> object:
    """Tell what is found when the program ends here without another word."""
    copy = folder.with_name("later")
    if folder.exists():
        shutil.copytree(folder, copy)
    try:
        return writing.look(copy)
    finally:
        shutil.rmtree(copy, ignore_errors=True)


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
            check(told, writing, call)
            later = found_later(writing, folder)
            assert later in ((old, new) if told else (new,))
            # The disk works again, and the person tries once more. A vault that is there after all is not made twice.
            if told and not (name == "a new vault" and later == new):
                act()
        assert found_later(writing, folder) == new
        left = [path.name for path in folder.rglob("*") if path.name.endswith((".tmp", ".new"))]
        assert not left or call in (Call.UNLINK, Call.RMDIR)
        shutil.rmtree(folder)
        if not fault.happened:
            assert told is None
            break


def check(told: OnlineSafeError | None, writing: Writing, call: Call) -> None:
    """Look whether what is said is the right sentence in both languages, without a gap in it."""
    if told is None:
        return
    assert type(told) is writing.error
    assert str(told.values["reason"]) == (FULL if call in TAKES_ROOM else SILENT)
    for language in Language:
        assert not set("{}") & set(told.told(Words(language)))

"""A program that is ended between any two changes to the disk: the next one finds the old or the new."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.writings import WRITINGS, found_later
from tests.store.killed import killed_at_each_change

ONE_BY_ONE = ("the index", "a starter")
"""What consists of several things, each of which is there or not."""


@pytest.mark.parametrize("name", sorted(WRITINGS.keys() - set(ONE_BY_ONE)))
def test_a_program_that_is_killed_leaves_the_old_or_the_new(name: str, quick: Path) -> None:
    writing = WRITINGS[name]
    before = quick / "before"
    writing.prepare(before)
    before.mkdir(exist_ok=True)

    def change(folder: Path) -> None:
        with writing.ready(folder) as act:
            act()

    found = [found_later(writing, folder, quick) for folder in killed_at_each_change(before, change)]
    old, new = found[0], found[-1]
    assert old != new or "index" in name
    # From the moment that the new is there it stays.
    first_new = found.index(new)
    assert found == [old] * first_new + [new] * (len(found) - first_new)

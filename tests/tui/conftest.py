"""What the tests of the full screen share."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from tests.tui.desk import Desk


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content, read once."""
    return Library(content_folder())


@pytest.fixture(scope="session", autouse=True)
def still_collector() -> Iterator[None]:
    """Let the garbage wait: every screen makes a hundred thousand small objects, and looking at them all takes long."""
    thresholds = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 50, 100)
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


@pytest.fixture
def new_desk(tmp_path: Path, library: Library) -> Desk:
    """A laptop on which the program was never started."""
    return Desk(tmp_path, library)


@pytest.fixture
def desk(new_desk: Desk) -> Desk:
    """A laptop on which the Netherlands and Dutch were chosen before."""
    new_desk.choose()
    return new_desk

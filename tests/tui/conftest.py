"""What the tests of the full screen share."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.screen import Screen

from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from tests.tui.desk import Desk


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content, read once."""
    return Library(content_folder())


@pytest.fixture(autouse=True)
def seldom_collected() -> Iterator[None]:
    """Let the garbage wait: every screen makes a hundred thousand small objects, and looking at them all takes long."""
    thresholds = gc.get_threshold()
    gc.set_threshold(50_000, 20, 20)
    yield
    gc.set_threshold(*thresholds)


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw a screen only when somebody looks at it: drawing it after every key takes half the time of a test."""
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda screen: screen._compositor._dirty_regions.clear())


@pytest.fixture
def new_desk(tmp_path: Path, library: Library) -> Desk:
    """A laptop on which the program was never started."""
    return Desk(tmp_path, library)


@pytest.fixture
def desk(new_desk: Desk) -> Desk:
    """A laptop on which the Netherlands and Dutch were chosen before."""
    new_desk.choose()
    return new_desk

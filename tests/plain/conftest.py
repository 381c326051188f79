"""What the tests of the plain face share."""

from __future__ import annotations

from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.settings import Settings
from tests.plain.laptop import Laptop


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content, read once."""
    return Library(content_folder())


@pytest.fixture
def new_laptop(tmp_path: Path, library: Library) -> Laptop:
    """A laptop on which the program was never started."""
    return Laptop(tmp_path, library, Settings())


@pytest.fixture
def laptop(new_laptop: Laptop) -> Laptop:
    """A laptop on which the Netherlands and English were chosen before."""
    new_laptop.choose(Language.EN, Country.NL)
    return new_laptop

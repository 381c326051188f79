"""What tests of exports share."""

from pathlib import Path

import pytest

from onlinesafe_tui.library.library import Library
from tests.exports.content import write_content


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return a small library that never changes."""
    return Library(write_content(tmp_path_factory.mktemp("content")))


@pytest.fixture(scope="session")
def golden() -> Path:
    """Return the folder with what exports must look like."""
    return Path(__file__).parent / "golden"

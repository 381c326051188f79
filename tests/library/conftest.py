"""Content for the tests of the library."""

from pathlib import Path

import pytest

from tests.library.writing import complete


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder in which nothing is wrong; no test writes in it."""
    return complete(tmp_path_factory.mktemp("shipped"))

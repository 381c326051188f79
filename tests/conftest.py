"""What all tests share."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import sockets

settings.register_profile("onlinesafe", deadline=None)
settings.load_profile("onlinesafe")

_reached: list[str] = []
sockets.watch(_reached.append)


@pytest.fixture
def reached() -> list[str]:
    """What would have reached a network since the test began."""
    return _reached


@pytest.fixture(autouse=True)
def nothing_reaches_a_network() -> Iterator[None]:
    """Fail a test in which something would reach a network; or before it, while modules were imported."""
    _fail_when_reached("before this test")
    yield
    _fail_when_reached("in this test")


def _fail_when_reached(when: str) -> None:
    found = _reached[:]
    _reached.clear()
    if found:
        pytest.fail(f"{when} this would reach a network:\n" + "\n".join(found), pytrace=False)

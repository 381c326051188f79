"""Nothing that a test does in its own process reaches a network. This proves that it would be seen."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

import pytest


def _connect() -> None:
    with socket.socket() as made:
        made.settimeout(0.01)
        with suppress(OSError):
            made.connect(("127.0.0.1", 9))


@pytest.mark.parametrize(
    "call", [_connect, lambda: socket.socket(socket.AF_INET6).close(), lambda: socket.getaddrinfo("localhost", 1)]
)
def test_what_would_reach_a_network_is_seen_with_its_place(call: Callable[[], object], reached: list[str]) -> None:
    with suppress(OSError):
        call()
    assert __file__ in reached[0]
    reached.clear()


async def test_a_loop_that_wakes_itself_up_is_none_of_that(reached: list[str]) -> None:
    assert await asyncio.to_thread(lambda: 1) == 1
    asyncio.new_event_loop().close()
    assert not reached


def test_a_socket_within_the_computer_is_none_of_that(reached: list[str]) -> None:
    for made in socket.socketpair():
        made.close()
    assert not reached

"""Sees what would reach a network: for tests inside this process, and for the processes that tests start."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import Final

_ASKS: Final = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
_FAMILIES: Final = (socket.AF_INET, socket.AF_INET6)


def watch(note: Callable[[str], object]) -> None:
    """Let `note` be told of everything that would reach a network, from now on: what it is, and where."""

    def heard(event: str, args: tuple[object, ...]) -> None:
        if event.startswith("socket.") and _reaches_out(event, args):
            frame = sys._getframe(1)
            if not _is_pair(frame):
                note(f"{event} {args[1:]} at {_where(frame)}")

    sys.addaudithook(heard)


def _reaches_out(event: str, args: tuple[object, ...]) -> bool:
    if event == "socket.__new__":
        return args[1] in _FAMILIES
    # A place within this computer is a path; one on a network is an address with a port.
    return event in _ASKS or (
        event in ("socket.connect", "socket.bind", "socket.sendto") and isinstance(args[1], tuple)
    )


def _is_pair(frame: FrameType | None) -> bool:
    """Tell whether it is a pair of sockets within the computer, with which asyncio wakes itself up on Windows."""
    while frame is not None:
        if frame.f_globals.get("__name__") == "socket" and "socketpair" in frame.f_code.co_name:
            return True
        frame = frame.f_back
    return False


def _where(frame: FrameType | None) -> str:
    """Name the calls that led there, the nearest first, without those of Python itself and of what runs the tests."""
    calls: list[str] = []
    while frame is not None and len(calls) < 6:
        file = frame.f_code.co_filename
        if "/_pytest/" in file:
            break
        if not file.startswith(("<frozen", sys.base_prefix + "/lib/python")) or "site-packages" in file:
            calls.append(f"{file}:{frame.f_lineno}")
        frame = frame.f_back
    return " < ".join(calls)

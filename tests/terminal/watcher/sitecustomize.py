"""Loaded by every Python that is started with this folder on its path: writes down whatever would reach a network."""

import os
import socket
import sys

_ASKS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo", "socket.sendto"}


def _watch(file: int) -> None:
    def note(event: str, args: tuple[object, ...]) -> None:
        # Pairs of sockets within the computer are how asyncio wakes itself up; they have another family.
        is_new = event == "socket.__new__" and args[1] in (socket.AF_INET, socket.AF_INET6)
        is_used = event in ("socket.connect", "socket.bind") and isinstance(args[1], tuple)
        if is_new or is_used or event in _ASKS:
            os.write(file, f"{event} {args}\n".encode(errors="replace"))

    sys.addaudithook(note)


if "WATCH_NETWORK" in os.environ:
    _watch(os.open(os.environ["WATCH_NETWORK"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))

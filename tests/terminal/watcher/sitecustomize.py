"""Loaded by every Python that is started with this folder on its path: writes down whatever would reach a network."""

import os

if "WATCH_NETWORK" in os.environ:
    from tests.sockets import watch

    _file = os.open(os.environ["WATCH_NETWORK"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    watch(lambda told: os.write(_file, f"{told}\n".encode(errors="replace")))

"""Ends a program at every moment at which it changes something on the disk, one after the other."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_CHANGES = (
    *((os, name) for name in ("link", "fsync")),
    *((Path, name) for name in ("replace", "rename", "unlink", "rmdir", "mkdir")),
)
_KILLED = 9


def killed_at_each_change(folder: Path, change: Callable[[Path], object]) -> Iterator[Path]:
    """Give copies of a folder as they are when the program is ended during a change, at each step before it.

    The last copy is the one in which nothing came in between.
    """
    step, code = 0, _KILLED
    while code == _KILLED:
        copy = folder.with_name(f"{folder.name}-killed-{step}")
        shutil.copytree(folder, copy)
        child = os.fork()
        if child == 0:
            _end_at(step)
            done = 1
            try:
                change(copy)
                done = 0
            finally:
                os._exit(done)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code in (0, _KILLED), "the change itself must work"
        yield copy
        step += 1
    assert step > 3, "there was nothing to interrupt"


def _end_at(step: int) -> None:
    steps = iter(range(1000))

    def ending(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            if next(steps) == step:
                os._exit(_KILLED)
            return real(*args, **named)

        return call

    for owner, name in _CHANGES:
        setattr(owner, name, ending(getattr(owner, name)))

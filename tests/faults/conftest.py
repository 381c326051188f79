"""What these tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where the computer has such a disk: thousands of files are written and removed."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="onlinesafe-test-", dir=MEMORY))
    yield folder
    shutil.rmtree(folder)


class SmallDisk:
    """A disk of its own, with as little room as a test wants."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        """Where it stands."""
        self._filler = folder / "filler"

    def fill(self, pages: int = 0) -> None:
        """Leave this many pages of room on it."""
        size = os.statvfs(self.folder).f_frsize
        with self._filler.open("wb", buffering=0) as file:
            with suppress(OSError):
                while True:
                    file.write(bytes(size))
            file.truncate(max(file.tell() // size - pages, 0) * size)

    def make_room(self) -> None:
        """Take away what fills it."""
        self._filler.unlink(missing_ok=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Give a disk of one megabyte. Only who may mount one has it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.name == "nt":
        pytest.skip("there is no command to mount a small disk with")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"this user may mount no disk: {done.stderr.strip()}")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)

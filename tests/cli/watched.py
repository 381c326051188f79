"""Runs the program with someone watching what it does to the disk: `watched.py WATCHLOG ARGUMENT…`."""

import os
import sys
from typing import Final

CHANGES: Final = {
    "os.chflags",
    "os.chmod",
    "os.chown",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "os.utime",
    "shutil.copyfile",
    "shutil.move",
    "shutil.rmtree",
    "tempfile.mkdtemp",
    "tempfile.mkstemp",
}
LOOKS: Final = {"os.listdir", "os.scandir", "os.walk", "glob.glob"}
WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
DEVICES: Final = ("/dev/null", "/dev/tty", "/dev/pts")


def watch(log: int, vault: str) -> None:
    """Write a line for everything that changes a disk, and for everything in the vault that is so much as opened."""

    def note(event: str, args: tuple[object, ...]) -> None:
        if event == "open":
            path, flags = str(args[0]), args[2]
            is_change = isinstance(flags, int) and bool(flags & WRITES)
        elif event in CHANGES or event in LOOKS:
            path, is_change = " ".join(map(str, args)), event in CHANGES
        else:
            return
        is_device = path.startswith(DEVICES) or (event == "open" and isinstance(args[0], int))
        if (is_change and not is_device) or vault in path:
            os.write(log, f"{event} {path}\n".encode(errors="replace"))

    sys.addaudithook(note)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    file = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT, 0o600)
    watch(file, os.environ["ONLINESAFE_VAULT"])
    sys.argv = ["onlinesafe", *sys.argv[2:]]

    from onlinesafe_tui.__main__ import main

    main()

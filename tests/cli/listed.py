"""Runs the program, and writes at its end which modules were loaded: `listed.py FILE ARGUMENT…`."""

import atexit
import sys
from pathlib import Path


def write_modules(file: Path) -> None:
    """Write the names of all modules that are loaded now."""
    file.write_text("\n".join(sys.modules), encoding="utf-8")


if __name__ == "__main__":
    atexit.register(write_modules, Path(sys.argv[1]))
    sys.argv = ["onlinesafe", *sys.argv[2:]]

    from onlinesafe_tui.__main__ import main

    main()

"""Starts the program with a vault open, without the seconds of scrypt: `python -m tests.bench.opened FOLDER`."""

import sys
from pathlib import Path

from onlinesafe_tui.tui.app import OnlineSafeApp
from tests.store.quick import PASSPHRASE
from tests.tui.desk import Desk

if __name__ == "__main__":
    workspace = Desk(Path(sys.argv[1])).workspace()
    workspace.keeper.unlock(PASSPHRASE)
    OnlineSafeApp(workspace).run()

"""A program that saves the same incident again and again, and says after each save which one is safe.

`python -m tests.store.saver FOLDER TIMES`, no end of times when that is 0; for the tests that start several, or end one with kill -9.
"""

import sys
from itertools import count, islice
from pathlib import Path

from onlinesafe_tui.errors import VaultInUse
from onlinesafe_tui.store.opening import unlock_vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import incident, incident_id, later


def main(folder: Path, times: int | None) -> None:
    try:
        vault = unlock_vault(folder, PASSPHRASE, QuickSealer())
    except VaultInUse:
        say("in use")
        return
    with vault:
        begin = int(vault.load(incident_id(1)).notes["talk"]) + 1  # type: ignore[index]
        say("open")
        for number in islice(count(begin), times):
            vault.save(incident(1, words=str(number), changed=later(number)))
            # Incidents that are new take another way than those that are known.
            vault.save(incident(number + 1, words=str(number)))
            say(str(number))
        # The vault stays open until somebody says that it may close.
        sys.stdin.read()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) or None)

"""A program that saves incidents and the workbook again and again, and says after each time what is safe.

`python -m tests.store.saver FOLDER TIMES` saves that often and keeps the vault open until its input ends. With 0 it
opens the vault, saves a little, closes it, and so on without end, for somebody to kill it.
"""

import sys
from pathlib import Path

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import VaultInUse
from onlinesafe_tui.store.opening import unlock_vault
from onlinesafe_tui.store.vault import Vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import incident, incident_id, later
from tests.store.workbooks import workbook


def main(folder: Path, times: int) -> None:
    try:
        with unlock_vault(folder, PASSPHRASE, QuickSealer()) as vault:
            say("open")
            save(vault, times)
            if times:
                sys.stdin.read()
    except VaultInUse:
        say("in use")
        return
    while not times:
        with unlock_vault(folder, PASSPHRASE, QuickSealer()) as vault:
            save(vault, 5)


def save(vault: Vault, times: int) -> None:
    begin = int(vault.load(incident_id(1)).notes[Step.TALK]) + 1
    for number in range(begin, begin + times):
        vault.save(incident(1, words=str(number), changed=later(number)))
        # An incident that is new takes another way than one that is known.
        vault.save(incident(number + 1, words=str(number)))
        vault.save_workbook(workbook(note=str(number)))
        say(str(number))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

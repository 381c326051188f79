"""The program that seals and opens with a passphrase, and nothing else; see `passphrase`.

It is started by its path and loads as little as possible: `scrypt_child.py seal|open`. On its standard input it gets
the length of the passphrase in four bytes, the passphrase, and the data; on its standard output it gives the result.
"""

import sys
from typing import Final

DONE: Final = 0
"""It worked. One and two are what Python itself ends with when something is wrong with the program."""

NOT_OPENED: Final = 3
"""The passphrase does not open it."""

TOO_HEAVY: Final = 4
"""It was sealed on a computer so much faster that this one would be busy for minutes, or the memory is too little."""

_PR_SET_DUMPABLE: Final = 4
"""Source: `man 2 PR_SET_DUMPABLE`."""


def hide_memory() -> None:
    """Let no other program of this user look into the memory from now on, for a secret comes; Linux must be asked."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415  (no start needs it)

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def main() -> int:
    """Do the task in the arguments."""
    hide_memory()
    import pyrage  # type: ignore[import-untyped]  # noqa: PLC0415  (whoever imports the codes above needs no age)

    given = sys.stdin.buffer.read()
    end = 4 + int.from_bytes(given[:4], "big")
    passphrase, data = given[4:end].decode(), given[end:]
    try:
        task = pyrage.passphrase.encrypt if sys.argv[1] == "seal" else pyrage.passphrase.decrypt
        sys.stdout.buffer.write(task(data, passphrase))
    except pyrage.DecryptError as error:
        return TOO_HEAVY if "xcessive work" in str(error) else NOT_OPENED
    except MemoryError:
        return TOO_HEAVY
    return DONE


if __name__ == "__main__":
    sys.exit(main())

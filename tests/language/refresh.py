"""Bring the Dutch catalogue up to date with the code, and compile it: `python -m tests.language.refresh`."""

from __future__ import annotations

import sys

from tests.language.catalogue import MO, PACKAGE, PO, compiled, messages_in, read, refreshed, strings_of, written


def main() -> int:
    """Write both files; return 1 when there are messages without a translation, which are named."""
    catalogue = refreshed(read(PO), messages_in(PACKAGE))
    PO.write_bytes(written(catalogue))
    MO.write_bytes(compiled(catalogue))
    missing = [message.id for message in catalogue if message.id and not all(strings_of(message))]
    for id in missing:
        sys.stderr.write(f"Not translated yet: {id}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

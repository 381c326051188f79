"""The real program in which something goes wrong with a person's words at hand: `leaking.py PLACE ARGUMENT…`.

Passphrases cost no time here. What goes wrong says everything that it knows, as errors of libraries do.
"""

from __future__ import annotations

import sys
from typing import Any, NoReturn

from onlinesafe_tui.__main__ import main
from onlinesafe_tui.cli import begin, session
from onlinesafe_tui.cli import main as main_line
from onlinesafe_tui.plain.prompts import Prompts
from onlinesafe_tui.plain.watching import Watch
from onlinesafe_tui.services import papers, photos
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.searching import Searching
from onlinesafe_tui.store import passphrase, scrypt_child
from onlinesafe_tui.store.vault import Vault
from onlinesafe_tui.tui.screens.evidence import EvidenceScreen
from tests.store.quick import QuickSealer


def tell_all(*args: Any, **named: Any) -> NoReturn:
    """Fail with everything that was given."""
    what = [getattr(arg, "__dict__", arg) for arg in args]
    raise ValueError(f"{what} {args} {named}") from LookupError(repr(args))


def go_wrong(place: str) -> None:
    """Let one place fail."""
    match place:
        case "handler":
            EvidenceScreen.settle = tell_all  # type: ignore[method-assign]
        case "prompt":
            Prompts.row = tell_all  # type: ignore[method-assign]
        case "save":
            Vault.save = tell_all  # type: ignore[method-assign]
        case "worker":
            Keeper.unlock = Keeper.create = tell_all  # type: ignore[method-assign]
        case "child":
            setattr(passphrase, "_CHILD", f"{scrypt_child.__file__}.gone")  # noqa: B010  (it is final for everybody else)
        case "session":
            session.open_session = tell_all
            begin.open_session = main_line.open_session = tell_all  # type: ignore[attr-defined]
        case "load":
            Vault.load = tell_all  # type: ignore[method-assign]
        case "watch":
            Watch._keep_looking = tell_all  # type: ignore[method-assign]
        case "search":
            Searching.find = tell_all  # type: ignore[method-assign]
        case "photo":
            photos.check = tell_all
        case "paper":
            papers.keep_paper = tell_all


if __name__ == "__main__":
    place = sys.argv.pop(1)
    if place != "child":
        passphrase.ScryptSealer = QuickSealer  # type: ignore[assignment,misc]
    go_wrong(place)
    main()

"""Starts the program: shuts what could leak, then runs the command line."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if (
    TYPE_CHECKING
):  # The module that gives the real one takes longer to load than all that happens before the first words.
    import threading
    from collections.abc import MutableMapping
    from types import TracebackType
    from typing import Final

_KEPT: Final = frozenset(
    {
        "TEXTUAL_ANIMATIONS",
        "TEXTUAL_COLOR_SYSTEM",
        "TEXTUAL_DIM_FACTOR",
        "TEXTUAL_DISABLE_KITTY_KEY",
        "TEXTUAL_FPS",
        "TEXTUAL_SMOOTH_SCROLL",
    }
)
"""What Textual may hear from the environment: how it draws; nothing that records, sends, presses keys or loads code."""


def main() -> None:
    """Start the program."""
    shut_leaks(os.environ)

    from onlinesafe_tui.cli.first_words import first_words

    drawn = first_words(sys.argv[1:], os.environ)
    tell_crashes()
    speak_utf8()

    from onlinesafe_tui.cli.begin import begin

    code = begin(sys.argv[1:], os.environ, drawn)
    if code is None:
        from onlinesafe_tui.cli.main import run

        code = run(sys.argv[1:])
    sys.exit(code)


def shut_leaks(environ: MutableMapping[str, str]) -> None:
    """Let nobody else read what is written, and let no variable or dump show what is in memory.

    It comes before Textual is imported, which reads its variables then.
    """
    os.umask(0o077)
    # `TEXTUAL` itself can have everything that happens sent to whoever listens.
    for name in [name for name in environ if name.startswith("TEXTUAL") and name not in _KEPT]:
        del environ[name]
    if sys.platform != "win32":  # which makes no such files by itself
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def speak_utf8() -> None:
    """Write UTF-8 to files and other programs, and never fail on a character that a terminal does not know."""
    from io import TextIOWrapper

    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def tell_crashes() -> None:
    """Let a crash say where it was and never what was there, in every thread."""
    import threading

    sys.excepthook = _tell_end
    threading.excepthook = _tell_place
    sys.unraisablehook = _tell_place


def _tell_end(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    from contextlib import suppress

    # Of what goes wrong in here Python would show everything, and of the first error too.
    with suppress(Exception):
        from onlinesafe_tui.cli.streams import say
        from onlinesafe_tui.language import Language, Words
        from onlinesafe_tui.services.crash import crash_report

        words, vault = Words(Language.NL), None
        with suppress(Exception):
            from onlinesafe_tui.cli.session import open_session

            session = open_session(sys.argv[1:], os.environ)
            words, vault = session.words, session.paths.vault
        say(crash_report(error, words, vault))


def _tell_place(crash: threading.ExceptHookArgs | sys.UnraisableHookArgs) -> None:
    """Say where something went wrong that the program survives."""
    from contextlib import suppress

    with suppress(Exception):
        from onlinesafe_tui.cli.streams import say
        from onlinesafe_tui.services.crash import places_of

        if crash.exc_value is not None:
            say("\n".join(places_of(crash.exc_value)))


if __name__ == "__main__":
    main()

"""Data goes to standard output, words to standard error, and neither carries what a terminal would obey."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final

from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.errors import OnlineSafeError
from onlinesafe_tui.language import N_, Words

_AT_ONCE: Final = 0.03
"""Seconds within which lines come that were pasted together; nobody types that fast."""

_WHOLE_LINE: Final = 1023 if sys.platform == "darwin" else 4095
"""Bytes of one line that a terminal hands on; it throws away what comes after them."""

JSON_FORMAT: Final = 1
"""The version of what programs are given. A new field leaves it; one that goes, or means something else, raises it."""


def give(text: str) -> None:
    """Write lines of data; the last one is ended when it is not yet."""
    import click

    click.echo(_clean(text).removesuffix("\n"))


def give_json(data: Mapping[str, object]) -> None:
    """Write data for a program; what is not plain ASCII stands in it as JSON writes that."""
    import json

    import click

    click.echo(json.dumps({"format": JSON_FORMAT, **data}, indent=2))


def give_bytes(data: bytes) -> None:
    """Write data that is no text, such as a PDF; nothing where there is no output, in a window program for one."""
    if sys.stdout is None:
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Write words for a person."""
    import click

    click.echo(_clean(text), err=True)


def say_error(error: OnlineSafeError, words: Words) -> None:
    """Say what went wrong and what to do."""
    say(f"{words(error.title)}: {error.told(words)}")


def is_shown() -> bool:
    """Tell whether what goes to standard output comes on a screen."""
    return sys.stdout is not None and sys.stdout.isatty()


def ask_passphrase(words: Words) -> str:
    """Ask for the passphrase without showing it; one line of standard input where there is no terminal.

    Raises:
        Mistake: There is no such line.
    """
    from onlinesafe_tui.cli.in_words import Mistake

    label = words(N_("Passphrase"))
    try:
        return ask_secret(f"{label}: ")
    except EOFError as error:
        raise Mistake(N_("No passphrase was given; type it, or give it as one line of standard input")) from error


def ask_secret(prompt: str) -> str:
    """Ask for something that nobody may see.

    Raises:
        EOFError: The input ended.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        return _line()
    import getpass

    while True:
        # What a terminal sends may be no text; then it is asked once more.
        with suppress(UnicodeDecodeError):
            return whole(getpass.getpass(prompt))


def ask_beside(prompt: str) -> str:
    """Ask for a line beside the data, on standard error, and return it as it was typed.

    Raises:
        EOFError: The input ended.
    """
    import click

    click.echo(prompt, nl=False, err=True)
    return _line()


def ask(prompt: str) -> str:
    """Ask for a line, and return it as it was typed.

    Raises:
        EOFError: The input ended.
    """
    import click

    click.echo(prompt, nl=False)
    return _line()


def ask_words(prompt: str) -> str:
    """Ask for words, and return them as they were typed; of a paste all of its lines.

    Raises:
        EOFError: The input ended.
    """
    return "\n".join((ask(prompt), *_pasted()))


def is_cut(words: str) -> bool:
    """Tell whether the terminal threw away the end of a line of what was typed or pasted."""
    if os.name != "posix" or sys.stdin is None or not sys.stdin.isatty():
        return False
    # Of a letter that was cut in two there is a sign of up to two bytes more.
    lengths = (len(line.encode("utf-8", "surrogatepass")) for line in words.split("\n"))
    return any(_WHOLE_LINE <= length <= _WHOLE_LINE + 2 for length in lengths)


def _pasted() -> Iterator[str]:
    """Give the lines that came together with the one before: as answers to what is asked next they would be wrong."""
    with suppress(EOFError):
        while _has_more():
            yield _line()


def _has_more() -> bool:
    """Tell whether more came at once. A file or another program gives line after line on purpose, so not from there."""
    is_typed = os.name == "posix" and sys.stdin is not None and sys.stdin.isatty()
    return is_typed and bool(select.select([sys.stdin], [], [], _AT_ONCE)[0])


def whole(typed: str) -> str:
    """Join the halves of characters: the console of Windows gives those that are typed without being shown in two.

    Left as they are, they would be unlike the same characters typed on the full screen, and open nothing.
    """
    return typed.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _clean(text: str) -> str:
    return clean_text(text, longest=sys.maxsize)


def _line() -> str:
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        raise EOFError
    # Some programs begin what they pass on with a mark that says how it is written.
    return line.removeprefix("\ufeff").rstrip("\r\n")

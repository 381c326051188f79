"""Numbered choices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onlinesafe_tui.errors import OnlineSafeError
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.commands import Command, named
from onlinesafe_tui.plain.moves import Back
from onlinesafe_tui.plain.prompts import Prompts
from onlinesafe_tui.plain.render import Lines, wrapped

Value = TypeVar("Value")

Handler = Callable[[], None]
"""What happens when an option is chosen."""


@dataclass(frozen=True)  # Without slots: Python 3.11 cannot make a frozen generic with them by its full name.
class Option(Generic[Value]):
    """Something to choose."""

    value: Value
    label: str

    more: str = ""
    """A sentence under the label; empty when there is none."""

    group: str = ""
    """The title of the group that begins with this option; empty when none does."""


def choose(
    prompts: Prompts,
    options: Sequence[Option[Value]],
    *,
    first: int = 1,
    onward: Value | None = None,
    is_listed: bool = False,
) -> Value:
    """Let somebody choose one option by its number.

    Args:
        prompts: Asks.
        options: What can be chosen.
        first: The number of the first option.
        onward: What the command `next` chooses; None when it is not offered.
        is_listed: Whether the options were shown before, and are shown again only on request.

    Raises:
        Back: The person goes back.
    """
    extra = () if onward is None else (Command.NEXT,)
    while True:
        reply = "" if is_listed else prompts.browse(_entries(options, first), extra)
        reply = reply or prompts.reply(_prompt(prompts, extra, is_listed=is_listed), extra)
        if onward is not None and reply is Command.NEXT:
            return onward
        numbers = _numbers(reply, len(options), first)
        if len(numbers) == 1:
            return options[numbers[0] - first].value
        if reply:
            _say_which(prompts, first, len(options))
        is_listed = bool(reply)


def menu(prompts: Prompts, show: Callable[[], Sequence[Option[Handler]]]) -> None:
    """Let somebody do one thing after the other, until they go back.

    Args:
        prompts: Asks.
        show: Begins the screen, and says what can be done.

    Raises:
        Back: The person goes back.
    """
    while True:
        run(prompts, choose(prompts, show()))


def run(prompts: Prompts, handler: Handler) -> None:
    """Do what was chosen. Back from there comes back here, and what goes wrong there is told here."""
    try:
        handler()
    except Back:
        return
    except OnlineSafeError as error:
        prompts.error(error)


def several(prompts: Prompts, options: Sequence[Option[Value]], *, may_keep: bool) -> tuple[Value, ...] | None:
    """Let somebody choose one option or more; None when the answer of before stays.

    Args:
        prompts: Asks.
        options: What can be chosen.
        may_keep: Whether there is an answer that stays when nothing is typed.

    Raises:
        Back: The person goes back.
    """
    help = named(Command.HELP, prompts.words)
    prompt = prompts.words(N_("Numbers, with spaces between them ({help}):"), help=help)
    return _answer(prompts, options, prompt, may_keep=may_keep, most=len(options))


def one(prompts: Prompts, options: Sequence[Option[Value]], *, may_keep: bool) -> Value | None:
    """Let somebody choose one option; None when the answer of before stays.

    Args:
        prompts: Asks.
        options: What can be chosen.
        may_keep: Whether there is an answer that stays when nothing is typed.

    Raises:
        Back: The person goes back.
    """
    prompt = _prompt(prompts, (), is_listed=False)
    chosen = _answer(prompts, options, prompt, may_keep=may_keep, most=1)
    return chosen[0] if chosen else None


def _answer(
    prompts: Prompts, options: Sequence[Option[Value]], prompt: str, *, may_keep: bool, most: int
) -> tuple[Value, ...] | None:
    is_listed = False
    while True:
        reply = "" if is_listed else prompts.browse(_entries(options, 1))
        reply = reply or prompts.reply(prompt)
        if not reply and may_keep:
            return None
        numbers = _numbers(reply, len(options), 1)
        if 0 < len(numbers) <= most:
            return tuple(options[number - 1].value for number in numbers)
        if reply:
            _say_which(prompts, 1, len(options))
        is_listed = bool(reply)


def _entries(options: Sequence[Option[Value]], first: int) -> Iterator[Lines]:
    for number, option in enumerate(options, first):
        mark = f"{number}. "
        title = ["", *wrapped(option.group)] if option.group else []
        yield [*title, *wrapped(option.label, mark), *(wrapped(option.more, " " * len(mark)) if option.more else [])]


def _prompt(prompts: Prompts, extra: Sequence[Command], *, is_listed: bool) -> str:
    words = prompts.words
    offered = [named(command, words) for command in (*extra, Command.BACK, Command.HELP)]
    again = [words(N_("Enter: the list"))] if is_listed else []
    return words(N_("Number ({offered}):"), offered=", ".join((*again, *offered)))


def _numbers(reply: str, count: int, first: int) -> tuple[int, ...]:
    """Read numbers as people type them, each once; none at all when one of them is no number of an option."""
    parts = reply.replace(",", " ").replace(".", " ").replace(")", " ").split()
    known = {str(number): number for number in range(first, first + count)}
    numbers = [known.get(part.lstrip("0") or "0") for part in parts]
    return tuple(dict.fromkeys(number for number in numbers if number is not None)) if None not in numbers else ()


def _say_which(prompts: Prompts, first: int, count: int) -> None:
    said = N_("Type a number from {first} to {last}, or a letter: h is help.")
    prompts.say(prompts.words(said, first=first, last=first + count - 1))

"""Numbered choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.commands import Command, named
from onlinesafe_tui.plain.prompts import Prompts
from onlinesafe_tui.plain.render import Lines, wrapped

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Option(Generic[Value]):
    """Something to choose."""

    value: Value
    label: str

    more: str = ""
    """A sentence under the label; empty when there is none."""

    title: str = ""
    """What the group that begins here is called; empty when no group does."""


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
        is_listed: Whether the options were shown before, and are shown only on request.

    Raises:
        Back: The person goes back.
    """
    extra = () if onward is None else (Command.NEXT,)
    reply = ""
    while True:
        if not is_listed:
            reply = prompts.browse(_entries(options, first))
        reply = reply or prompts.reply(_number_prompt(prompts, is_listed=is_listed, has_next=bool(extra)), extra)
        if onward is not None and (reply is Command.NEXT or command_next(reply, prompts)):
            return onward
        numbers = _numbers(reply, len(options), first)
        if len(numbers) == 1:
            return options[numbers[0] - first].value
        is_listed = bool(reply)
        if reply:
            _say_which(prompts, first, len(options))
        reply = ""

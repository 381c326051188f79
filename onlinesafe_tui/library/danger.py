"""Whom to call in danger, as the shipped contacts say it.

It stands on the screen before anything else is loaded, so it is read here without what takes time to load: the front
matter of a shipped file was checked before it shipped, and says `key: value` on a line.
"""

from __future__ import annotations

import os
from collections.abc import Iterable


class Danger:
    """A number to call in danger."""

    __slots__ = ("countries", "number", "order")

    def __init__(self, order: int, number: str, countries: tuple[str, ...]) -> None:
        """Create it.

        Args:
            order: Its place among the others, smallest first.
            number: The number.
            countries: Where it works.
        """
        self.order = order
        self.number = number
        self.countries = countries


def numbers_for(country: str | None, dangers: Iterable[Danger]) -> tuple[str, ...]:
    """Return the numbers of a country in their order; those of every country without one."""
    there = [danger for danger in dangers if country is None or country in danger.countries]
    return tuple(dict.fromkeys(danger.number for danger in sorted(there, key=lambda it: (it.order, it.number))))


def dangers_in(contacts: str | os.PathLike[str]) -> dict[str, Danger]:
    """Return the numbers of a folder of contacts by the ids of their files; none when it cannot be read."""
    found = {}
    try:
        for entry in os.scandir(contacts):
            if entry.name.endswith(".md") and (danger := _danger(entry.path)):
                found[entry.name.removesuffix(".md")] = danger
    except OSError:
        return {}
    return found


def _danger(path: str) -> Danger | None:
    with open(path, "rb") as file:  # noqa: PTH123  (pathlib would be loaded for it)
        head = file.read(4000)
    if b"\ndanger: true" not in head:
        return None
    lines = head.decode(errors="replace").split("\n---\n")[0].split("\n")
    said = dict(line.split(": ", 1) for line in lines if ": " in line)
    if said.get("status") != "verified":
        return None
    countries = tuple(said.get("country", "").strip("[]").split(", "))
    return Danger(int(said.get("order", "100")), said.get("number", "").strip('"'), countries)

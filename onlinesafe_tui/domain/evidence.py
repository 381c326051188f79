"""What was captured, described in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Fact(StrEnum):
    """A fact about one captured item, in the order in which they are asked."""

    WHAT = "what"
    POSTED_BY = "posted-by"
    CHANNEL = "channel"
    ACCOUNT = "account"
    ACCOUNT_OWNER = "account-owner"
    INVOLVED = "involved"
    ADDRESSES = "addresses"
    POSTED_WHEN = "posted-when"
    REACHED_ME = "reached-me"
    KEPT_WHERE = "kept-where"


_NOTHING: Final[Mapping[Fact, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One captured item: facts about it, in the person's own words."""

    number: int
    """Its number in the incident, from 1; never given again, also not after removal."""

    noted: datetime
    """When it was written down, timezone-aware, in UTC."""

    facts: Mapping[Fact, str] = field(default_factory=lambda: _NOTHING)
    """What was answered; a fact that is missing here was not answered."""

    unknown: frozenset[Fact] = frozenset()
    """The facts of which the person said that they do not know them, which is an answer."""

    def tell(self, fact: Fact, text: str) -> Evidence:
        """Answer one fact; an empty text takes the answer back."""
        facts = {**self.facts, fact: text}
        return replace(self, facts={key: value for key, value in facts.items() if value}, unknown=self.unknown - {fact})

    def say_unknown(self, fact: Fact) -> Evidence:
        """Answer one fact with "I don't know"."""
        facts = {key: value for key, value in self.facts.items() if key is not fact}
        return replace(self, facts=facts, unknown=self.unknown | {fact})

    @property
    def open_facts(self) -> tuple[Fact, ...]:
        """The facts that have no answer yet, in the order in which they are asked."""
        return tuple(fact for fact in Fact if fact not in self.facts and fact not in self.unknown)

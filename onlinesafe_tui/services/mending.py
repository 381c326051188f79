"""Mending what can be mended without losing anything, and saying what was done with each file.

What somebody else wrote stays as it is. So does what is older than what was saved last: whether to go on with that is
for the person, one incident at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from onlinesafe_tui.dates import moment_of
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.errors import VaultError, VaultUnopened
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.store.checking import Checked, FileKind
from onlinesafe_tui.store.vault import Vault


class Did(StrEnum):
    """What was done with a file, as programs read it."""

    ANEW = "anew"
    IN_PLACE = "in-place"
    SECOND_COPY = "second-copy"
    WENT_BACK = "went-back"


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was mended."""

    name: str
    """Its name inside the vault."""

    did: Did

    to: datetime | None = None
    """When the version was last changed to which one went back, in UTC; None when that is not known, and for others."""

    def told(self, words: Words) -> str:
        """Say what was done."""
        if self.did is Did.WENT_BACK and self.to is not None:
            return words(_WENT_BACK_TO, day=moment_of(self.to, words.language))
        return words(_DONE[self.did])


_WENT_BACK_TO: Final = N_("went back to the version of {day}; what was written after it is not in it")
_DONE: Final = {
    Did.ANEW: N_("was written anew"),
    Did.IN_PLACE: N_("is back in its place, with all that was in it"),
    Did.SECOND_COPY: N_("was replaced by its second copy, which is the same"),
    Did.WENT_BACK: N_("went back to the version before; what was written after it is not in it"),
}


def mend(vault: Vault, now: datetime) -> tuple[Mended, ...]:
    """Put files back where they belong, and take the copy or the version before of what does not open.

    Args:
        vault: The vault, opened to write.
        now: This moment in UTC, which is noted in an incident that goes back.

    Raises:
        VaultUnwritable: The system does not let us look or write.
    """
    return tuple(_mend(vault, now))


def _mend(vault: Vault, now: datetime) -> Iterator[Mended]:
    if vault.care.card_trouble:
        vault.care.mend_card()
        yield Mended("vault.json", Did.ANEW)
    for id in vault.put_in_place():
        yield Mended(f"incidents/{id}/incident.age", Did.IN_PLACE)
    for one in vault.check():
        if isinstance(one.trouble, VaultUnopened) and one.has_copy and not one.is_copy:
            with suppress(VaultError):
                yield from _taken(vault, one, now)


def _taken(vault: Vault, one: Checked, now: datetime) -> Iterator[Mended]:
    match one.kind:
        case FileKind.WORKBOOK:
            yield Mended(one.name, Did.WENT_BACK, vault.restore_workbook().changed)
        case FileKind.KEY | FileKind.INCIDENT:
            folder = one.name.rpartition("/")[0]
            incident = vault.restore_previous(folder.rpartition("/")[2], now)
            if one.kind is FileKind.KEY:
                yield Mended(one.name, Did.SECOND_COPY)
            if went_back_to := _went_back_to(incident, now):
                yield Mended(f"{folder}/incident.age", Did.WENT_BACK, went_back_to)


def _went_back_to(incident: Incident, now: datetime) -> datetime | None:
    last = incident.went_back[-1] if incident.went_back else None
    return last.to if last is not None and last.at == now else None

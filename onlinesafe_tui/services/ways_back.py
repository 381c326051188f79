"""What can be done about something that does not open, or is not what was saved last; never by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.dates import moment_of
from onlinesafe_tui.errors import VaultError, VaultMissing, VaultRolledBack, VaultSwapped, VaultUnopened
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from onlinesafe_tui.domain.incident import Incident
    from onlinesafe_tui.store.vault import Vault


_GO_ON: Final = N_("Go on with the older version, from {day}")


class WayBack(StrEnum):
    """Something that one can choose."""

    PREVIOUS = "previous"
    """Take the second copy or the version before of a file that does not open."""

    OLDER = "older"
    """Go on with an older version than what was saved last."""

    IN_PLACE = "in-place"
    """Put files that were swapped back where they belong; nothing is lost by it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered, in words."""

    way: WayBack
    text: str

    more: str = ""
    """A sentence under it; empty when there is none."""

    short: str = ""
    """The same in one line under what is wrong; empty when `text` is one."""


def way_back(workspace: Workspace, id: str, error: VaultError) -> Offer | None:
    """Return what can be offered about an incident; None when there is nothing, and the error says what to do.

    Args:
        workspace: What a person can do.
        id: The incident.
        error: Why it does not open.
    """
    vault, words = workspace.keeper.vault, workspace.words
    if vault is None:
        return None
    if isinstance(error, VaultSwapped | VaultMissing) and vault.can_put_in_place(id):
        return Offer(WayBack.IN_PLACE, words(N_("Put each file back where it belongs; nothing is lost")))
    if isinstance(error, VaultSwapped | VaultRolledBack):
        return _older(vault, id, words)
    if isinstance(error, VaultUnopened) and workspace.keeper.has_previous(id):
        return _previous(vault, id, words)
    return None


def go_back(workspace: Workspace, id: str, way: WayBack) -> None:
    """Do what was chosen. That an older version is gone on with is noted in the incident.

    Raises:
        VaultInUse: The vault was opened to look only.
        VaultError: There is no version that opens, or the disk refuses.
    """
    if way is WayBack.IN_PLACE:
        workspace.keeper.put_in_place()
    else:
        workspace.keeper.restore_previous(id)


def workbook_way(workspace: Workspace) -> Offer | None:
    """Return what can be offered about what belongs to no incident; None when it opens, and when there is nothing.

    `Keeper.restore_workbook` does it.
    """
    keeper, words = workspace.keeper, workspace.words
    trouble, vault = keeper.workbook_trouble, keeper.vault
    if vault is None or not isinstance(trouble, VaultRolledBack | VaultUnopened):
        return None
    older = vault.older_workbook()
    if older is None:
        return None
    if isinstance(trouble, VaultUnopened):
        text = words(N_("Take the version before of prevention, agreements and policy"))
        return Offer(WayBack.PREVIOUS, text, words(N_("The file that does not open is kept.")))
    text = words(N_("Go on with the older version of prevention, agreements and policy"))
    if older.changed is None:
        return Offer(WayBack.OLDER, text)
    day = _moment(older.changed, words)
    return Offer(WayBack.OLDER, text, words(N_("It is from {day}."), day=day), words(_GO_ON, day=day))


def went_back_words(incident: Incident, words: Words) -> tuple[str, ...]:
    """Say each time that an older version of an incident was gone on with."""
    told = N_("On {at} you went on with the version of {to}. What was written in between is missing.")
    return tuple(words(told, at=_moment(one.at, words), to=_moment(one.to, words)) for one in incident.went_back)


def workbook_more(offer: Offer | None, words: Words) -> str:
    """Say in a sentence what can be done about what belongs to no incident, under the title of what is wrong."""
    if offer is not None and offer.way is WayBack.PREVIOUS:
        return words(N_("What you kept here before does not open. Take the version before; this one is kept."))
    return words(N_("What you kept here before is left as it is. Choose this, and read what you can do."))


def _older(vault: Vault, id: str, words: Words) -> Offer | None:
    older = vault.older(id)
    if older is None:
        return None
    return Offer(WayBack.OLDER, words(_GO_ON, day=_moment(older.changed, words)))


def _previous(vault: Vault, id: str, words: Words) -> Offer:
    older = vault.older(id)
    if older is None:
        return Offer(WayBack.PREVIOUS, words(N_("Open the version before; the damaged file is kept")))
    text = words(N_("Open the version before, from {day}; the damaged file is kept"), day=_moment(older.changed, words))
    return Offer(WayBack.PREVIOUS, text)


def _moment(moment: datetime, words: Words) -> str:
    return moment_of(moment, words.language)

"""Keeping incidents and the workbook, and holding on to what could not be kept."""

from __future__ import annotations

from onlinesafe_tui.dates import clock_time
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import VaultError, VaultInUse
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.prompts import Prompts
from onlinesafe_tui.services.keeping import Keeper, Keeping


class Kept:
    """Keeps incidents and the workbook, and says so. What the vault does not take stays here, and is tried again."""

    def __init__(self, keeper: Keeper, prompts: Prompts) -> None:
        """Begin with nothing that waits.

        Args:
            keeper: Keeps incidents.
            prompts: Says whether they are kept.
        """
        self._keeper = keeper
        self._prompts = prompts
        self._waiting: dict[str, Incident] = {}

    @property
    def has_unsaved(self) -> bool:
        """Whether something would be gone if the program ended now."""
        return bool(self._waiting) or self._keeper.has_unsaved or not self._keeper.is_workbook_kept

    def unsaved(self) -> tuple[Incident, ...]:
        """Return what would be gone if the program ended now."""
        waiting = tuple(self._waiting.values())
        if not self._keeper.has_unsaved:
            return waiting
        return tuple(self._keeper.load(summary.id) for summary in self._keeper.summaries())

    @property
    def is_workbook_unsaved(self) -> bool:
        """Whether something of prevention, agreements or policy would be gone if the program ended now."""
        return not self._keeper.is_workbook_kept

    def load(self, id: str) -> Incident:
        """Return an incident as it is now.

        Raises:
            VaultError: It cannot be opened.
        """
        return self._waiting.get(id) or self._keeper.load(id)

    def save(self, incident: Incident, *, is_quiet: bool = False) -> Incident:
        """Keep an incident, say how that went, and return it as it is now.

        Args:
            incident: What to keep.
            is_quiet: Whether nothing is said when all goes well.
        """
        try:
            kept = self._keeper.save(incident)
        except VaultError as error:
            self._waiting[incident.id] = incident
            self._prompts.error(error)
            self._prompts.say(self._prompts.words(N_("What you wrote is not saved yet, but it is still here.")))
            return incident
        self._waiting.pop(incident.id, None)
        if not is_quiet:
            self.say_state()
        return kept

    def keep_workbook(self, workbook: Workbook, *, is_quiet: bool = False) -> None:
        """Keep the workbook, and say how that went.

        Args:
            workbook: What to keep.
            is_quiet: Whether nothing is said when all goes well.
        """
        if self._keeper.state is Keeping.READ_ONLY:
            self._prompts.error(VaultInUse())
            return
        try:
            self._keeper.keep_workbook(workbook)
        except VaultError as error:
            self._prompts.error(error)
            self._prompts.say(self._prompts.words(N_("What you wrote is not saved yet, but it is still here.")))
        else:
            if not is_quiet:
                self.say_state()

    def forget(self, id: str) -> None:
        """Hold on to an incident no longer, because it is deleted."""
        self._waiting.pop(id, None)

    def save_waiting(self) -> None:
        """Try once more to keep what could not be kept."""
        for incident in tuple(self._waiting.values()):
            self.save(incident)
        if self.is_workbook_unsaved:
            self.keep_workbook(self._keeper.workbook)

    def settle(self) -> None:
        """Try once more to keep what could not be kept, and say nothing.

        Raises:
            VaultError: It still cannot be kept.
        """
        for incident in tuple(self._waiting.values()):
            self._keeper.save(incident)
            self._waiting.pop(incident.id, None)
        self._keeper.flush()

    def say_state(self) -> None:
        """Say where everything is, if there is anything to say."""
        if said := self.state():
            self._prompts.say(said)

    def state(self) -> str:
        """Return in a few words where everything is; nothing when there is nothing to say."""
        words = self._prompts.words
        if self._waiting or (self._keeper.state is Keeping.SEALED and self.is_workbook_unsaved):
            return words(N_("Not saved yet."))
        match self._keeper.state:
            case Keeping.READ_ONLY if not self._keeper.has_unsaved:
                return words(N_("You only look here: another window has it open."))
            case Keeping.MEMORY | Keeping.LOCKED | Keeping.READ_ONLY:
                return words(N_("Not saved yet.")) if self._keeper.has_unsaved else ""
            case Keeping.SEALED if self._keeper.saved_at:
                return words(N_("Saved {time}"), time=clock_time(self._keeper.saved_at)) + "."
            case _:
                return ""

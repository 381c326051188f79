"""Looking after what was saved: the recovery code, for a face to show and to ask back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import NothingSaved
from onlinesafe_tui.paths import shown
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.store.paper import RecoveryCode, groups_to_ask, new_code, read_code

if TYPE_CHECKING:
    from onlinesafe_tui.store.care import Care, Tell

_GROUPS_A_LINE: Final = 5


@dataclass(frozen=True, slots=True, repr=False)
class CodeDraft:
    """A recovery code that was made and opens nothing yet: a person first writes it down and shows that it is there."""

    code: RecoveryCode

    asked: tuple[int, int]
    """The numbers of the two groups that are asked back, counted from 1."""

    @property
    def lines(self) -> tuple[tuple[tuple[int, str], ...], ...]:
        """The groups with their numbers, five on a line, as they are shown."""
        groups = tuple(enumerate(self.code.groups, start=1))
        return tuple(groups[at : at + _GROUPS_A_LINE] for at in range(0, len(groups), _GROUPS_A_LINE))

    def is_right(self, number: int, typed: str) -> bool:
        """Tell whether somebody typed the group with this number. Case, spaces and look-alikes do not matter."""
        return self.code.has_group(number, typed)


class VaultCare:
    """What a person can do about the vault that is open, besides writing in it."""

    def __init__(self, keeper: Keeper) -> None:
        """Create the care.

        Args:
            keeper: Has the vault.
        """
        self._keeper = keeper

    @property
    def has_code(self) -> bool:
        """Whether the vault that is open has a recovery code; false while none is open."""
        return self._keeper.vault is not None and self._keeper.vault.care.has_code

    def draft_code(self) -> CodeDraft:
        """Make a recovery code and choose what is asked back. Nothing is kept: the code before it goes on opening."""
        return CodeDraft(new_code(), groups_to_ask())

    def keep_code(self, draft: CodeDraft, tell: Tell | None = None) -> None:
        """Let this code open the vault, and no longer the one before it. With many incidents it takes a while.

        Args:
            draft: The code, which is on paper by now.
            tell: Is told after each incident how many are done, and of how many.

        Raises:
            NothingSaved: No vault is open.
            VaultInUse: It was opened to look only.
            VaultError: It cannot be written. The old code or the new one opens the vault all the same.
        """
        self._care.keep_code(draft.code, tell)

    @property
    def _care(self) -> Care:
        if self._keeper.vault is None:
            raise NothingSaved(path=shown(self._keeper.folder) if self._keeper.folder else "")
        return self._keeper.vault.care


def typed_code(text: str) -> RecoveryCode:
    """Read a recovery code as somebody typed it; `Keeper.recover` takes it.

    Raises:
        CodeSlip: Some letters are wrong, and the error names the groups.
        CodeLength: Letters are missing or too many.
        CodeUnclear: More is wrong than can be placed.
    """
    return read_code(clean_name(text, longest=1000))

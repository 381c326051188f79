"""The keys of incidents that are still to be sealed anew, listed on the disk so that a crash forgets none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from onlinesafe_tui.errors import VaultError, VaultMissing
from onlinesafe_tui.store.files import read_whole, remove, write_whole
from onlinesafe_tui.store.incident_keys import IncidentKeys
from onlinesafe_tui.store.layout import Layout, is_incident_id
from onlinesafe_tui.store.port import Tell

_SHARED: Final = "shared"


class KeysBehind:
    """Lists the keys that are sealed to others than the card says, and seals them one by one."""

    def __init__(self, layout: Layout, keys: IncidentKeys) -> None:
        """Create it; nothing is read yet.

        Args:
            layout: Where the vault is.
            keys: The key files of the incidents.
        """
        self._layout = layout
        self._keys = keys

    @property
    def is_begun(self) -> bool:
        """Whether there is a list, of which something may be left to do."""
        return self._layout.keys_behind.exists()

    def add_all(self, *, is_shared: bool = False) -> None:
        """List the keys of all incidents, before the card says to whom they are sealed from now on.

        Args:
            is_shared: Whether an organisation gets those of before as well.

        Raises:
            VaultUnwritable: The disk or the folder refuses.
        """
        self._write(dict.fromkeys(self._layout.incident_ids(), is_shared))

    def seal(self, tell: Tell | None) -> None:
        """Seal every key on the list anew. One that does not open stays on it, and as it is.

        Args:
            tell: Is told after each how many are done.

        Raises:
            VaultUnwritable: The disk or the folder refuses.
        """
        behind = self._read()
        left: dict[str, bool] = {}
        for done, (id, is_shared) in enumerate(behind.items(), start=1):
            try:
                self._keys.seal_anew(id, share=is_shared)
            except VaultError:
                if id in set(self._layout.incident_ids()):
                    left[id] = is_shared
            if tell:
                tell(done, len(behind))
        if left:
            self._write(left)
        elif behind or self.is_begun:
            remove(self._layout.keys_behind)

    def _write(self, ids: Mapping[str, bool]) -> None:
        lines = [f"{id} {_SHARED}" if is_shared else id for id, is_shared in sorted(ids.items())]
        write_whole(self._layout.keys_behind, "\n".join([*lines, ""]).encode(), keep_previous=False)

    def _read(self) -> dict[str, bool]:
        try:
            listed = read_whole(self._layout.keys_behind, self._layout.name(self._layout.keys_behind))
        except VaultMissing:
            return {}
        words = (line.split() for line in listed.decode("ascii", "replace").splitlines())
        return {line[0]: line[1:] == [_SHARED] for line in words if line and is_incident_id(line[0])}

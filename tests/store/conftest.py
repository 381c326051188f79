"""Vaults to test with. Their passphrases cost no time; a few tests elsewhere pay for real ones."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.vault import Vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """Where the vault of a test is; nothing is there yet."""
    return Layout(tmp_path / "vault")


@pytest.fixture
def vault(layout: Layout) -> Iterator[Vault]:
    """A new vault, open."""
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as made:
        yield made


@pytest.fixture
def reopen(layout: Layout) -> Iterator[Callable[..., Vault]]:
    """Open the vault of a test anew; the one that was opened like this before is closed."""
    opened: list[Vault] = []

    def again(*, read_only: bool = False) -> Vault:
        if opened:
            opened[-1].close()
        opened.append(unlock_vault(layout.folder, PASSPHRASE, QuickSealer(), read_only=read_only))
        return opened[-1]

    yield again
    for vault in opened:
        vault.close()

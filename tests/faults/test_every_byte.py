"""A file that was cut at any byte, or in which any bit was changed: told as what it is, and never written over."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from onlinesafe_tui.errors import VaultDamaged, VaultEmpty, VaultError, VaultTooNew, VaultTruncated
from onlinesafe_tui.store.card import Card, check_identity, read_card
from onlinesafe_tui.store.files import previous_of
from onlinesafe_tui.store.incident_keys import IncidentKeys
from onlinesafe_tui.store.incidents import Incidents
from onlinesafe_tui.store.index import Index
from onlinesafe_tui.store.keys import Key, read_key
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.paper import new_code
from onlinesafe_tui.store.recovery import read_recovery
from onlinesafe_tui.store.sealing import NotForThisKey
from onlinesafe_tui.store.vault import Vault
from onlinesafe_tui.store.workbook import WorkbookFile
from tests.faults.conftest import MEMORY
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id
from tests.store.workbooks import workbook

ONE, TWO = incident_id(1), incident_id(2)
BITS: Final = int(os.environ.get("ONLINESAFE_BITS", "1"))
"""How many of the eight bits of each byte are changed, one after the other."""

SAMPLES: Final = 6
"""How many cuts and bits of each file the whole vault is opened with; every one is read on its own."""


@dataclass(frozen=True)
class Kept:
    """A vault that is closed, with what opens it."""

    layout: Layout
    key: Key
    card: Card

    @property
    def keys(self) -> IncidentKeys:
        return IncidentKeys(self.layout, self.key, self.card.sealed_to)


@dataclass(frozen=True)
class Part:
    """One file of a vault."""

    path: Callable[[Layout], Path]

    read: Callable[[Kept], object]
    """Opens this file alone, as the vault does."""


def _identity(kept: Kept) -> None:
    check_identity(kept.layout, kept.card, kept.layout.identity.read_bytes())


PARTS: Final = {
    "an incident": Part(
        lambda layout: incident_in(layout.incident_folder(ONE)),
        lambda kept: Incidents(kept.layout, kept.key, kept.keys).load(ONE, 0),
    ),
    "the key of an incident": Part(
        lambda layout: key_in(layout.incident_folder(ONE)), lambda kept: kept.keys.open(ONE).key
    ),
    "the workbook": Part(lambda layout: layout.workbook, lambda kept: WorkbookFile(kept.layout, kept.key).load(1)),
    "the index": Part(lambda layout: layout.index, lambda kept: Index(kept.layout, kept.key).read()),
    "the person's key": Part(lambda layout: layout.identity, _identity),
    "the card": Part(lambda layout: layout.card, lambda kept: read_card(kept.layout)),
    "the code": Part(lambda layout: layout.recovery, lambda kept: read_recovery(kept.layout, kept.key)),
}
"""Every file that a vault is made of."""


@pytest.fixture(scope="module")
def kept() -> Iterator[Kept]:
    """A closed vault with two incidents, a workbook and a recovery code; there are no second copies."""
    with TemporaryDirectory(prefix="onlinesafe-test-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield _made(Layout(Path(folder) / "vault"))


def _made(layout: Layout) -> Kept:
    with create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        for number in (1, 2):
            vault.save(incident(number))
        vault.save_workbook(workbook())
        vault.care.keep_code(new_code())
    for path in layout.folder.rglob("*.bak"):
        path.unlink()
    return Kept(layout, read_key(layout.identity.read_bytes()[32:], "identity.age")[0], read_card(layout))


@pytest.fixture(params=PARTS)
def part(request: pytest.FixtureRequest, kept: Kept) -> Iterator[Part]:
    """One file after the other, whole again afterwards."""
    found = PARTS[request.param]
    path = found.path(kept.layout)
    whole = {file: file.read_bytes() for file in kept.layout.folder.rglob("*") if file.is_file()}
    yield found
    for file in [file for file in kept.layout.folder.rglob("*") if file.is_file() and file not in whole]:
        file.unlink()
    for file, data in whole.items():
        file.write_bytes(data)
    assert path.exists()


def trouble(kept: Kept, part: Part, data: bytes) -> type[VaultError] | None:
    """Put bytes in the place of a file, read it, and return what kind of error is told; the bytes stay."""
    path = part.path(kept.layout)
    path.write_bytes(data)
    error = _told(lambda: part.read(kept))
    assert path.read_bytes() == data
    if error is None:
        return None
    assert error.values == {"name": kept.layout.name(path)}
    # For a person this is the same damage, in the same sentence.
    return VaultDamaged if isinstance(error, NotForThisKey) else type(error)


def _told(act: Callable[[], object]) -> VaultError | None:
    try:
        act()
    except VaultError as error:
        return error
    return None


def test_cut_at_any_byte_it_is_incomplete_and_never_taken_for_whole(part: Part, kept: Kept) -> None:
    whole = part.path(kept.layout).read_bytes()
    part.read(kept)
    assert trouble(kept, part, b"") is VaultEmpty
    # The card is text, and whole without the newline at its end.
    last = len(whole) - (part is PARTS["the card"])
    told = Counter(trouble(kept, part, whole[:end]) for end in range(1, last))
    assert set(told) <= {VaultTruncated, VaultDamaged}
    # A cut that leaves whole blocks cannot be seen from outside.
    assert told[VaultDamaged] <= 1 + len(whole) // 512


def test_any_bit_that_was_changed_is_damage_and_never_taken_for_whole(part: Part, kept: Kept) -> None:
    whole = part.path(kept.layout).read_bytes()
    chance = random.Random(2026)
    told: Counter[type[VaultError] | None] = Counter()
    for at in range(len(whole)):
        for bit in chance.sample(range(8), BITS):
            changed = bytearray(whole)
            changed[at] ^= 1 << bit
            told[trouble(kept, part, bytes(changed))] += 1
    # A digit of the format can become a larger one, and a changed last byte looks like a missing end.
    assert told[VaultDamaged] >= sum(told.values()) - 8 * BITS
    assert set(told) <= {VaultDamaged, VaultTruncated, VaultTooNew}


def test_a_vault_with_a_broken_file_keeps_it_and_opens_all_the_rest(part: Part, kept: Kept) -> None:
    path = part.path(kept.layout)
    whole = path.read_bytes()
    chance = random.Random(7)
    broken = [whole[: chance.randrange(len(whole))] for _ in range(SAMPLES)]
    for at in chance.sample(range(len(whole)), SAMPLES):
        broken.append(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
    for data in (b"", *broken):
        path.write_bytes(data)
        error = _told(lambda: _open_and_use(path, kept.layout))
        if error:
            assert path in (kept.layout.identity, kept.layout.card)
            assert error.values == {"name": kept.layout.name(path)}
        aside = [file.read_bytes() for file in path.parent.glob(f"{path.name}.aside-*")]
        assert path.read_bytes() == data or data in aside, "what did not open was written over"
        path.write_bytes(whole)


def _open_and_use(path: Path, layout: Layout) -> None:
    """Read and write everything that a broken file does not stand in the way of."""
    with unlock_vault(layout.folder, PASSPHRASE, QuickSealer()) as vault:
        _use(vault, path, layout)


def _use(vault: Vault, path: Path, layout: Layout) -> None:
    assert {line.id for line in vault.summaries()} == {ONE, TWO}
    assert vault.load(TWO) == incident(2)
    vault.save(incident(2))
    if path.parent == layout.incident_folder(ONE):
        with pytest.raises(VaultError):
            vault.save(incident(1))
    else:
        assert vault.load(ONE) == incident(1)
    if path == layout.workbook:
        with pytest.raises(VaultError):
            vault.save_workbook(workbook(note="new"))
    else:
        assert vault.load_workbook() == workbook()


@pytest.mark.parametrize("part", ["the person's key", "the key of an incident"], indirect=True)
def test_a_key_that_is_broken_is_taken_from_its_second_copy_and_kept(kept: Kept, part: Part) -> None:
    path = part.path(kept.layout)
    whole = path.read_bytes()
    previous_of(path).write_bytes(whole)
    for data in (b"", whole[:40], whole[:-9], whole[:-1] + bytes([whole[-1] ^ 1])):
        path.write_bytes(data)
        with unlock_vault(kept.layout.folder, PASSPHRASE, QuickSealer()) as vault:
            assert vault.restore_previous(ONE) == incident(1)
        assert path.read_bytes() == whole
        assert data in [file.read_bytes() for file in path.parent.glob(f"{path.name}.aside-*")]

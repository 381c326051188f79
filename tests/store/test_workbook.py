"""The workbook is kept as an incident is: sealed, whole or not at all, and never over something that does not open."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import (
    VaultDamaged,
    VaultEmpty,
    VaultError,
    VaultForged,
    VaultInUse,
    VaultMissing,
    VaultRolledBack,
    VaultTooNew,
)
from onlinesafe_tui.store.codec import decode_workbook, encode_workbook
from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.vault import Vault
from tests.store.samples import incident, incident_id
from tests.store.workbooks import workbook, workbooks

Reopen = Callable[..., Vault]


@given(workbooks)
def test_a_workbook_comes_back_as_it_was(kept: Workbook) -> None:
    assert decode_workbook(json.loads(json.dumps(encode_workbook(kept))), "workbook.age") == kept


def test_equal_workbooks_are_stored_in_the_same_bytes() -> None:
    one = workbook().link("a", ["x", "y"]).link("b", ["z"])
    other = workbook().link("b", ["z"]).link("a", ["y", "x"])
    assert one == other
    assert json.dumps(encode_workbook(one)) == json.dumps(encode_workbook(other))


@pytest.mark.parametrize(
    "changes",
    [{"schema": 2}, {"mood": "grim"}, {"rounds": [{**encode_workbook(workbook())["rounds"][0], "weather": "rain"}]}],
    ids=["schema", "field", "field inside"],
)
def test_what_this_version_does_not_know_is_refused_and_not_dropped(changes: dict[str, object]) -> None:
    with pytest.raises(VaultTooNew):
        decode_workbook({**encode_workbook(workbook()), **changes}, "workbook.age")


def test_a_vault_in_which_nothing_was_kept_yet_has_an_empty_workbook_and_no_file(vault: Vault, layout: Layout) -> None:
    assert vault.load_workbook() == Workbook()
    assert not layout.workbook.exists()


def test_what_is_kept_is_there_the_next_time_and_nobody_can_read_it_on_the_disk(
    vault: Vault, layout: Layout, reopen: Reopen
) -> None:
    vault.save_workbook(workbook(note="Ze kennen mijn straat"))
    vault.close()
    assert b"straat" not in layout.workbook.read_bytes()
    assert reopen().load_workbook() == workbook(note="Ze kennen mijn straat")


def test_a_workbook_can_be_looked_at_without_writing(vault: Vault, reopen: Reopen) -> None:
    vault.save_workbook(workbook())
    vault.close()
    looked = reopen(read_only=True)
    assert looked.load_workbook() == workbook()
    with pytest.raises(VaultInUse):
        looked.save_workbook(Workbook())


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def _flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))


@pytest.mark.parametrize(
    ("break_it", "error"),
    [(_emptied, VaultEmpty), (_cut, VaultDamaged), (_flipped, VaultDamaged), (Path.unlink, VaultMissing)],
    ids=["empty", "cut", "flipped", "gone"],
)
def test_one_that_does_not_open_says_why_and_is_not_written_over(
    vault: Vault, layout: Layout, reopen: Reopen, break_it: Callable[[Path], None], error: type[VaultError]
) -> None:
    vault.save_workbook(workbook())
    vault.save(incident())
    vault.close()
    break_it(layout.workbook)
    there = layout.workbook.read_bytes() if layout.workbook.exists() else None
    again = reopen()
    with pytest.raises(error):
        again.load_workbook()
    with pytest.raises(error):
        again.save_workbook(Workbook())
    assert (layout.workbook.read_bytes() if layout.workbook.exists() else None) == there
    assert again.load(incident_id(1)) == incident()


@pytest.mark.parametrize("break_it", [_emptied, _cut, _flipped, Path.unlink], ids=["empty", "cut", "flipped", "gone"])
def test_the_version_before_can_be_taken_and_the_damaged_file_stays(
    vault: Vault, layout: Layout, reopen: Reopen, break_it: Callable[[Path], None]
) -> None:
    vault.save_workbook(workbook(note="eerst"))
    vault.save_workbook(workbook(note="toen"))
    vault.close()
    break_it(layout.workbook)
    damaged = layout.workbook.read_bytes() if layout.workbook.exists() else None
    again = reopen()
    assert again.restore_workbook() == workbook(note="eerst")
    again.save_workbook(workbook(note="verder"))
    assert reopen().load_workbook() == workbook(note="verder")
    aside = [path.read_bytes() for path in layout.folder.glob("workbook.age.aside-*")]
    assert aside == ([] if damaged is None else [damaged])


def test_an_older_copy_that_is_put_back_is_noticed(vault: Vault, layout: Layout, reopen: Reopen) -> None:
    vault.save_workbook(workbook(note="oud"))
    older = layout.workbook.read_bytes()
    vault.save_workbook(workbook(note="nieuw"))
    vault.close()
    layout.workbook.write_bytes(older)
    with pytest.raises(VaultRolledBack):
        reopen().load_workbook()


def test_the_file_of_an_incident_is_no_workbook(vault: Vault, layout: Layout, reopen: Reopen) -> None:
    vault.save_workbook(workbook())
    vault.close()
    layout.workbook.write_bytes(layout.index.read_bytes())
    with pytest.raises(VaultForged):
        reopen().load_workbook()


def test_one_that_is_gone_has_its_version_before_named_when_there_is_one(
    vault: Vault, layout: Layout, reopen: Reopen
) -> None:
    for note in ("eerst", "toen"):
        vault.save_workbook(workbook(note=note))
    vault.close()
    layout.workbook.unlink()
    with pytest.raises(VaultMissing) as with_previous:
        reopen().load_workbook()
    layout.workbook.with_name("workbook.age.bak").unlink()
    with pytest.raises(VaultMissing) as without:
        reopen().load_workbook()
    assert "version before" in str(with_previous.value)
    assert "version before" not in str(without.value)


def test_an_older_copy_can_be_gone_on_with_when_nothing_else_is_there(
    vault: Vault, layout: Layout, reopen: Reopen
) -> None:
    vault.save_workbook(workbook(note="oud"))
    older = layout.workbook.read_bytes()
    for note in ("toen", "nieuw"):
        vault.save_workbook(workbook(note=note))
    vault.close()
    layout.workbook.write_bytes(older)
    layout.workbook.with_name("workbook.age.bak").unlink()
    again = reopen()
    assert again.older_workbook() == workbook(note="oud")
    assert again.restore_workbook() == workbook(note="oud")
    assert reopen().load_workbook() == workbook(note="oud")

"""A vault through its life: made, filled, closed, opened again."""

import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from onlinesafe_tui.errors import (
    VaultError,
    VaultInUse,
    VaultMissing,
    VaultUnwritable,
    WeakPassphrase,
    WrongPassphrase,
)
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.vault import Vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, WORDS, incident, incident_id

Reopen = Callable[..., Vault]


def make(layout: Layout) -> Vault:
    return create_vault(layout.folder, PASSPHRASE, QuickSealer(), NOW)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_was_saved_is_there_the_next_day(layout: Layout, reopen: Reopen) -> None:
    with make(layout) as vault:
        vault.save(incident(1))
        vault.save(incident(2, words="half a sent"))
    again = reopen()
    assert [again.load(incident_id(number)) for number in (1, 2)] == [incident(1), incident(2, words="half a sent")]
    assert {line.id for line in again.summaries()} == {incident_id(1), incident_id(2)}


def test_no_word_of_a_person_stands_readable_on_disk(layout: Layout) -> None:
    with make(layout) as vault:
        vault.save(incident())
    for content in tree(layout.folder).values():
        assert WORDS.encode() not in content
        assert b"youtube" not in content


def test_no_passphrase_shorter_than_twelve_characters_is_taken(layout: Layout) -> None:
    for weak in ("", "elf tekens!", "  elf tekens!  ", "e\u0301" * 11):
        with pytest.raises(WeakPassphrase) as caught:
            create_vault(layout.folder, weak, QuickSealer(), NOW)
        assert caught.value.values == {"minimum": 12}
    assert not layout.folder.exists()


def test_a_passphrase_is_the_same_on_every_keyboard(layout: Layout) -> None:
    create_vault(layout.folder, " één café in Gent ", QuickSealer(), NOW).close()
    unlock_vault(layout.folder, "e\u0301e\u0301n cafe\u0301 in Gent", QuickSealer()).close()
    with pytest.raises(WrongPassphrase):
        unlock_vault(layout.folder, "Één café in Gent", QuickSealer())


def test_a_wrong_passphrase_changes_nothing_and_lets_go_of_the_vault(layout: Layout, vault: Vault) -> None:
    vault.save(incident())
    vault.close()
    before = tree(layout.folder)
    for wrong in ("", "not these words", "\udc80 half a letter"):
        with pytest.raises(WrongPassphrase):
            unlock_vault(layout.folder, wrong, QuickSealer())
    assert tree(layout.folder) == before
    unlock_vault(layout.folder, PASSPHRASE, QuickSealer()).close()


def test_a_folder_says_without_a_passphrase_whether_it_is_a_vault_and_how_full(layout: Layout) -> None:
    assert (layout.is_vault, layout.count()) == (False, 0)
    with make(layout) as vault:
        assert (layout.is_vault, layout.count()) == (True, 0)
        vault.save(incident(1))
        vault.save(incident(2))
        vault.save(incident(1))
    assert (layout.is_vault, layout.count()) == (True, 2)


def test_a_vault_is_never_made_over_another(layout: Layout, vault: Vault) -> None:
    vault.save(incident())
    vault.close()
    before = tree(layout.folder)
    with pytest.raises(VaultUnwritable):
        make(layout)
    layout.card.unlink()
    del before["vault.json"]
    with pytest.raises(VaultUnwritable):
        make(layout)
    assert tree(layout.folder) == before


@pytest.mark.parametrize("done", range(5))
def test_a_half_made_vault_is_none_and_can_be_made_again(layout: Layout, reopen: Reopen, done: int) -> None:
    make(layout).close()
    order = [layout.lock, layout.incidents, layout.identity, layout.index, layout.card]
    for path in order[done:]:
        path.rmdir() if path.is_dir() else path.unlink()
    assert not layout.is_vault
    with make(layout) as vault:
        vault.save(incident())
    assert reopen().load(incident_id(1)) == incident()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_everything_in_a_vault_is_for_its_owner_only(layout: Layout) -> None:
    before = os.umask(0o022)
    try:
        with make(layout) as vault:
            vault.save(incident())
            vault.save(incident(words="more"))
    finally:
        os.umask(before)
    found = [layout.folder, *layout.folder.rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in found if path.is_dir()} == {0o700}
    assert {path.stat().st_mode & 0o777 for path in found if path.is_file()} == {0o600}
    assert len(found) > 8


def test_the_second_who_opens_it_is_told_and_may_look(layout: Layout, vault: Vault) -> None:
    vault.save(incident())
    with pytest.raises(VaultInUse):
        unlock_vault(layout.folder, PASSPHRASE, QuickSealer())
    with unlock_vault(layout.folder, PASSPHRASE, QuickSealer(), read_only=True) as looking:
        assert looking.is_read_only
        assert looking.load(incident_id(1)) == incident()
        assert [line.id for line in looking.summaries()] == [incident_id(1)]
        with pytest.raises(VaultInUse):
            looking.save(incident(words="from the second window"))
        with pytest.raises(VaultInUse):
            looking.restore_previous(incident_id(1))
    assert vault.load(incident_id(1)) == incident()


def test_looking_only_changes_not_one_byte_and_sees_the_latest(layout: Layout, vault: Vault) -> None:
    vault.save(incident())
    vault.flush()
    vault.save(incident().tick("talk.breathe", NOW))
    before = tree(layout.folder)
    with unlock_vault(layout.folder, PASSPHRASE, QuickSealer(), read_only=True) as looking:
        assert [line.ticked for line in looking.summaries()] == [1]
    assert tree(layout.folder) == before


def test_a_closed_vault_lets_others_in_and_keeps_nothing(layout: Layout, vault: Vault) -> None:
    vault.save(incident())
    vault.close()
    vault.close()
    with pytest.raises(RuntimeError):
        vault.load(incident_id(1))
    with pytest.raises(RuntimeError):
        vault.save(incident())
    unlock_vault(layout.folder, PASSPHRASE, QuickSealer()).close()


def test_a_vault_can_be_closed_by_another_thread_than_the_one_that_opened_it(layout: Layout, reopen: Reopen) -> None:
    opened: list[Vault] = []
    worker = threading.Thread(target=lambda: opened.append(make(layout)))
    worker.start()
    worker.join()
    opened[0].save(incident())
    opened[0].close()
    assert reopen().load(incident_id(1)) == incident()


def test_a_save_writes_its_incident_and_leaves_the_index_for_later(layout: Layout, reopen: Reopen) -> None:
    with make(layout) as vault:
        vault.save(incident(1))
        vault.save(incident(2))
    again = reopen()
    again.save(incident(1))
    before = tree(layout.folder)
    again.save(incident(1).tick("talk.breathe", NOW))
    changed = {name for name, content in tree(layout.folder).items() if content != before.get(name)}
    own = f"incidents/{incident_id(1)}/incident.age"
    assert changed == {own, f"{own}.bak"}
    again.close()
    assert not layout.behind.exists()
    assert {line.id: line.ticked for line in reopen().summaries()} == {incident_id(1): 1, incident_id(2): 0}


def test_opening_and_closing_without_a_change_writes_nothing(layout: Layout, reopen: Reopen) -> None:
    with make(layout) as vault:
        vault.save(incident())
    before = tree(layout.folder)
    reopen().load(incident_id(1))
    reopen()
    assert tree(layout.folder) == before


def crash(layout: Layout, vault: Vault) -> Layout:
    """Return a copy of an open vault, as it would be found after a crash."""
    copy = Layout(layout.folder.with_name("copy"))
    shutil.copytree(layout.folder, copy.folder)
    vault.close()
    return copy


def test_after_a_crash_the_list_shows_what_was_saved_last(layout: Layout, vault: Vault, reopen: Reopen) -> None:
    vault.save(incident(1))
    vault.close()
    again = reopen()
    again.save(incident(1).tick("talk.breathe", NOW))
    again.save(incident(2))
    found = crash(layout, again)
    for _ in range(2):
        with unlock_vault(found.folder, PASSPHRASE, QuickSealer()) as restarted:
            assert {line.id: line.ticked for line in restarted.summaries()} == {incident_id(1): 1, incident_id(2): 0}
    assert not found.behind.exists()


def test_what_an_interrupted_write_left_behind_is_cleared(layout: Layout, vault: Vault, reopen: Reopen) -> None:
    vault.save(incident(1))
    vault.save(incident(2))
    vault.close()
    again = reopen()
    again.save(incident(1))
    found = crash(layout, again)
    parts = [found.folder / "index.age.abcd1234.onlinesafe.tmp"]
    parts += [found.incident_folder(incident_id(number)) / "incident.age.abcd1234.onlinesafe.tmp" for number in (1, 2)]
    for part in parts:
        part.write_bytes(b"half")
    with unlock_vault(found.folder, PASSPHRASE, QuickSealer(), read_only=True):
        assert all(part.exists() for part in parts)
    with unlock_vault(found.folder, PASSPHRASE, QuickSealer()) as restarted:
        assert [part.exists() for part in parts] == [False, False, True]
        restarted.save(incident(2))
        assert not parts[2].exists()


def test_a_new_incident_that_was_nearly_there_is_found_and_a_bare_beginning_cleared(
    layout: Layout, vault: Vault
) -> None:
    vault.save(incident(1))
    vault.close()
    layout.incident_folder(incident_id(1)).rename(layout.unfinished_folder(incident_id(1)))
    bare = layout.unfinished_folder(incident_id(2))
    bare.mkdir()
    key_in(bare).write_bytes(b"sealed")
    assert layout.count() == 0
    with unlock_vault(layout.folder, PASSPHRASE, QuickSealer()) as again:
        assert again.load(incident_id(1)) == incident(1)
    assert not bare.exists()


def test_a_vault_in_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    with pytest.raises(VaultUnwritable) as caught:
        create_vault(tmp_path / "file" / "vault", PASSPHRASE, QuickSealer(), NOW)
    assert str(tmp_path) in caught.value.values["path"]  # type: ignore[operator]


def test_a_folder_that_we_may_not_look_into_is_no_empty_one(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert layout.is_vault
    with pytest.raises(VaultUnwritable):
        layout.count()


def test_a_vault_that_is_nowhere_is_missing(layout: Layout) -> None:
    with pytest.raises(VaultMissing):
        unlock_vault(layout.folder, PASSPHRASE, QuickSealer())
    assert not layout.folder.exists()


def test_a_save_that_fails_keeps_what_was_saved_and_the_next_one_works(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    vault.save(incident(1))
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        for number in (1, 2):
            with pytest.raises(VaultUnwritable):
                vault.save(incident(number, words="lost for now"))
    assert vault.load(incident_id(1)) == incident(1)
    for number in (1, 2):
        vault.save(incident(number, words="there again"))
        assert vault.load(incident_id(number)) == incident(number, words="there again")


def test_a_save_that_failed_at_the_very_end_does_not_stand_in_the_way_of_the_next(
    vault: Vault, reopen: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.save(incident(1))
    vault.save(incident(1))
    real, calls = os.fsync, iter(range(9))

    def fsync(handle: int) -> None:
        if next(calls):
            raise OSError(5, "Input/output error")
        real(handle)

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fsync)
        with pytest.raises(VaultUnwritable):
            vault.save(incident(1, words="maybe there"))
    vault.save(incident(1, words="there"))
    vault.close()
    assert reopen().load(incident_id(1)) == incident(1, words="there")


def test_a_full_disk_does_not_keep_anybody_from_reading(
    layout: Layout, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    vault.save(incident(1))
    vault.close()
    layout.index.unlink()
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        again = unlock_vault(layout.folder, PASSPHRASE, QuickSealer())
        assert again.load(incident_id(1)) == incident(1)
        with pytest.raises(VaultUnwritable):
            again.close()
    unlock_vault(layout.folder, PASSPHRASE, QuickSealer()).close()
    assert layout.index.exists()


def test_lists_can_be_read_while_another_thread_saves(vault: Vault) -> None:
    errors: list[VaultError] = []

    def save() -> None:
        try:
            for number in range(40):
                vault.save(incident(number))
        except VaultError as error:
            errors.append(error)

    worker = threading.Thread(target=save)
    worker.start()
    while worker.is_alive():
        vault.summaries()
        time.sleep(0.001)
    worker.join()
    assert (errors, len(vault.summaries())) == ([], 40)


def test_an_id_that_would_lead_out_of_the_vault_is_refused(vault: Vault, layout: Layout) -> None:
    with pytest.raises(ValueError, match="id"):
        layout.incident_folder("../../x")
    with pytest.raises(VaultMissing):
        vault.restore_previous("../../x")


def test_no_key_is_shown_by_anything_that_has_one(layout: Layout, vault: Vault) -> None:
    vault.save(incident())
    text = (layout.identity).read_bytes()[32:].decode()
    secrets = [line.rpartition(" ")[2] for line in text.splitlines() if "SECRET" in line or "authentication" in line]
    shown = repr([vault, vars(vault), *vars(vault).values()])
    assert len(secrets) == 2
    assert not [secret for secret in secrets if secret in shown]


def test_a_vault_holds_what_the_design_says(layout: Layout, vault: Vault) -> None:
    vault.save(incident())
    folder = layout.incident_folder(incident_id(1))
    assert set(tree(layout.folder)) == {
        "vault.json",
        "identity.age",
        "identity.age.bak",
        "index.age",
        "lock",
        layout.name(key_in(folder)),
        f"{layout.name(key_in(folder))}.bak",
        layout.name(incident_in(folder)),
    }

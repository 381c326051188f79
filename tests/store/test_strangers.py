"""Copies that programs for synchronising make are noticed, and so is the program."""

from pathlib import Path

import pytest

from onlinesafe_tui.store.layout import Layout
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.strangers import Stray, conflict_copies, strays_in, synced_by
from onlinesafe_tui.store.vault import Vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id

ONE = incident_id(1)


@pytest.fixture
def filled(layout: Layout, vault: Vault) -> Layout:
    """A closed vault in which every kind of file of ours stands, old versions too."""
    from onlinesafe_tui.store.paper import new_code
    from tests.store.workbooks import workbook

    for number in (2, 3):
        vault.save(incident(1))
        vault.save_workbook(workbook())
        vault.care.keep_code(new_code())
        vault.save(incident(number))
        vault.delete(incident_id(number), NOW.date())
    vault.close()
    return layout


def test_nothing_of_our_own_is_taken_for_a_stranger(filled: Layout) -> None:
    assert strays_in(filled) == ()
    with unlock_vault(filled.folder, PASSPHRASE, QuickSealer()) as vault:
        vault.save(incident(1).tick("talk.breathe", NOW))
        assert strays_in(filled) == ()


@pytest.mark.parametrize(
    "name",
    [
        "incident (1).age",
        "incident-DESKTOP-AB12CD3.age",
        "incident-LAPTOP.age",
        "incident (conflicted copy 2026-11-25 101112).age",
        "incident (Anna's conflicted copy 2026-11-25).age",
        "incident (PC-1 (kopie met conflict) 2026-11-25).age",
        "incident.sync-conflict-20261125-101112-ABCDEF1.age",
        "incident_conflict-20261125-101112.age",
        "incident 2.age",
        "incident - Copy.age",
        "incident - kopie (2).age",
        "incident.age (1)",
        "incident (1).age.bak",
        "incident.age.sync-conflict-20261125-101112-ABCDEF1",
        "key (1).age",
        "key-DESKTOP-AB12CD3.age",
    ],
)
def test_the_copies_of_every_service_are_noticed(filled: Layout, name: str) -> None:
    path = filled.incident_folder(ONE) / name
    path.write_bytes(b"another version")
    assert conflict_copies(filled) == (path,)


@pytest.mark.parametrize(
    "name",
    ["vault (1).json", "index-DESKTOP-1.age", "workbook.sync-conflict-1-2-A.age", "incidents (1)", "identity (1).age"],
)
def test_copies_beside_the_incidents_are_noticed_too(filled: Layout, name: str) -> None:
    (filled.folder / name).write_bytes(b"another version")
    assert conflict_copies(filled) == (filled.folder / name,)


def test_a_copy_of_the_folder_of_an_incident_is_noticed_and_is_no_incident(filled: Layout) -> None:
    copy = filled.incidents / f"{ONE} (1)"
    copy.mkdir()
    assert conflict_copies(filled) == (copy,)
    assert filled.count() == 1


def test_what_was_put_aside_what_was_left_and_what_is_not_ours_are_told_apart(filled: Layout) -> None:
    folder = filled.incident_folder(ONE)
    expected = {
        folder / "incident.age.aside-1": Stray.ASIDE,
        filled.folder / "vault.json.aside-12": Stray.ASIDE,
        folder / "incident.age.abcd1234.onlinesafe.tmp": Stray.PART,
        folder / "incident.age.bak.onlinesafe.tmp": Stray.PART,
        filled.incidents / f"{incident_id(7)}.new": Stray.PART,
        filled.folder / "Thumbs.db": Stray.STRANGER,
        folder / "photo.jpg": Stray.STRANGER,
        filled.incidents / "notes": Stray.STRANGER,
    }
    for path in expected:
        path.write_bytes(b"x")
    assert {found.path: found.stray for found in strays_in(filled)} == expected


def test_a_vault_that_is_not_there_has_no_strays(layout: Layout) -> None:
    assert strays_in(layout) == ()


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/me/OneDrive - De Brug/vault", "OneDrive"),
        ("/home/me/OneDrive/Documents/vault", "OneDrive"),
        ("/Users/me/Library/CloudStorage/OneDrive-DeBrug/vault", "OneDrive"),
        ("/Users/me/Library/CloudStorage/GoogleDrive-me@example.org/My Drive/vault", "Google Drive"),
        ("/home/me/Google Drive/vault", "Google Drive"),
        ("/home/me/Dropbox/vault", "Dropbox"),
        ("/home/me/Dropbox (Personal)/vault", "Dropbox"),
        ("/Users/me/Library/Mobile Documents/com~apple~CloudDocs/vault", "iCloud"),
        ("/home/me/iCloudDrive/vault", "iCloud"),
        ("/home/me/Nextcloud/vault", "Nextcloud"),
        ("/home/me/nextcloud2/vault", "Nextcloud"),
        ("/home/me/.local/share/onlinesafe/vault", None),
        ("/home/me/my-onedrive-notes/vault", None),
    ],
)
def test_a_service_is_known_by_the_name_of_its_folder(path: str, service: str | None) -> None:
    assert synced_by(Path(path), {}) == service


def test_a_service_is_known_by_what_it_leaves_in_its_folder_or_says_of_itself(tmp_path: Path) -> None:
    folder = tmp_path / "Werk" / "vault"
    folder.mkdir(parents=True)
    assert synced_by(folder, {"OneDrive": str(tmp_path / "Werk")}) == "OneDrive"
    assert synced_by(folder, {"OneDrive": str(tmp_path / "Anders")}) is None
    (tmp_path / "Werk" / ".stfolder").mkdir()
    assert synced_by(folder, {}) == "Syncthing"


def test_a_vault_in_a_synchronised_folder_can_still_be_made(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive" / "vault"
    create_vault(folder, PASSPHRASE, QuickSealer(), NOW).close()
    assert synced_by(folder, {}) == "OneDrive"

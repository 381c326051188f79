"""Everything that the program writes, each as: what is there before, the act of writing, and what is found later."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import (
    ExportError,
    OnlineSafeError,
    SettingsError,
    VaultHalfDeleted,
    VaultTruncated,
    VaultUnwritable,
    WrongPassphrase,
)
from onlinesafe_tui.exports.calendar import Event, as_calendar
from onlinesafe_tui.exports.shapes import Lines, Report, Section
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.starter import write_starter
from onlinesafe_tui.services.files import keep_as_file
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.papers import Format, keep_paper
from onlinesafe_tui.services.photos import make_clean_copy
from onlinesafe_tui.settings import Settings, read_settings, write_settings
from onlinesafe_tui.store.archive import read_archive
from onlinesafe_tui.store.layout import Layout, finish_restore, incident_in
from onlinesafe_tui.store.opening import create_vault, unlock_vault
from onlinesafe_tui.store.paper import new_code
from onlinesafe_tui.store.restoring import backup_vault, restore_vault
from onlinesafe_tui.store.vault import Vault
from tests.pictures.samples import encoded
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id
from tests.store.workbooks import workbook
from tests.tui.desk import FixedClock

NEW_PASSPHRASE: Final = "five other words to keep"
DAY: Final = date(2026, 11, 22)
FULL, SILENT = "the disk is full", "the disk does not answer"

Act = Callable[[], object]


@dataclass(frozen=True)
class Writing:
    """One thing that the program writes."""

    prepare: Callable[[Path], None]
    """Makes what is in a folder before."""

    ready: Callable[[Path], AbstractContextManager[Act]]
    """Gets as far as the moment of writing, and hands out the act."""

    look: Callable[[Path], object]
    """Tells what somebody finds in the folder later; nothing that is half of anything has a value."""

    error: type[OnlineSafeError]
    """What is said when it does not work."""


def found_later(writing: Writing, folder: Path, place: Path) -> object:
    """Tell what is found when the program ends here without another word; `place` is where to look at a copy."""
    copy = place / "later"
    if folder.exists():
        shutil.copytree(folder, copy)
    try:
        return writing.look(copy)
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def check_sentence(told: OnlineSafeError | None, writing: Writing, reason: str) -> None:
    """Look whether what is said is the right sentence in both languages, without a gap in it."""
    if told is None:
        return
    # A backup takes the lock of the vault first, for which there has to be room as well.
    is_lock = writing is WRITINGS["a backup"] and isinstance(told, VaultUnwritable)
    is_half = isinstance(told, VaultHalfDeleted) and writing is WRITINGS["a deletion"]
    assert type(told) is writing.error or is_lock or is_half
    assert str(told.values["reason"]) == reason
    for language in Language:
        assert not set("{}") & set(told.told(Words(language)))


def unlock(folder: Path, passphrase: str = PASSPHRASE, *, read_only: bool = False) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer(), read_only=read_only)


def look_in_vault(folder: Path) -> object:
    """Open a vault as somebody does the next time, and return all that is in it."""
    if not Layout(folder).is_vault:
        return None
    with _opened(folder) as vault:
        assert not vault.unreadable
        notes = {line.id: vault.load(line.id).notes for line in vault.summaries()}
        return notes, vault.load_workbook(), vault.care.has_code, vault.care.recovery_trouble()


def look_for_passphrase(folder: Path) -> object:
    """Return which passphrase opens a vault, and what is in it."""
    try:
        unlock(folder).close()
    except WrongPassphrase:
        return NEW_PASSPHRASE, look_in_vault(folder)
    return PASSPHRASE, look_in_vault(folder)


def look_for_files(folder: Path) -> object:
    """Return the files that somebody sees in a folder, with what is in them."""
    shown = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(folder)): path.read_bytes() for path in shown}


def look_at_settings(folder: Path) -> object:
    assert all(path.name == "settings.json" for path in folder.iterdir() if not path.name.endswith(".tmp"))
    return read_settings(folder / "settings.json")


def _opened(folder: Path) -> Vault:
    try:
        return unlock(folder)
    except WrongPassphrase:
        return unlock(folder, NEW_PASSPHRASE)


def _look_beside(folder: Path) -> object:
    """Open the vault in a folder as a start does, which first finishes a backup that was being put back."""
    finish_restore(folder / "vault")
    return look_in_vault(folder / "vault")


def _vault_and_backup(folder: Path) -> None:
    """Have a backup of a vault in which something was written since."""
    folder.mkdir()
    _vault_with_workbook(folder / "vault")
    backup_vault(folder / "vault", folder / "backup", NOW)
    with unlock(folder / "vault") as vault:
        vault.save(incident(1, words="since"))


def _vault_beside(folder: Path) -> None:
    folder.mkdir()
    _vault(folder / "vault")


def _look_at_backup(folder: Path) -> object:
    return (folder / "backup").exists() and read_archive(folder / "backup").incidents


def _empty(folder: Path) -> None:
    folder.mkdir()


def _vault(folder: Path) -> None:
    with create_vault(folder, PASSPHRASE, QuickSealer(), NOW) as vault:
        for number in (1, 2):
            vault.save(incident(number, words="first"))
            vault.save(incident(number, words="old"))


def _coded_vault(folder: Path) -> None:
    _vault(folder)
    with unlock(folder) as vault:
        vault.care.keep_code(new_code())


def _vault_with_workbook(folder: Path) -> None:
    _vault(folder)
    with unlock(folder) as vault:
        vault.save_workbook(workbook(note="first"))
        vault.save_workbook(workbook(note="old"))


def _damaged_vault(folder: Path) -> None:
    _vault_with_workbook(folder)
    layout = Layout(folder)
    for path in (incident_in(layout.incident_folder(incident_id(1))), layout.workbook):
        path.write_bytes(path.read_bytes()[:-7])


def _settings(folder: Path) -> None:
    folder.mkdir()
    write_settings(folder / "settings.json", Settings(language=Language.NL))


def _photo(folder: Path) -> None:
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(encoded("JPEG"))


def _in_vault(act: Callable[[Vault], object]) -> Callable[[Path], AbstractContextManager[Act]]:
    @contextmanager
    def ready(folder: Path) -> Iterator[Act]:
        with unlock(folder) as vault:
            yield lambda: act(vault)

    return ready


def _at_once(act: Callable[[Path], object]) -> Callable[[Path], AbstractContextManager[Act]]:
    @contextmanager
    def ready(folder: Path) -> Iterator[Act]:
        yield lambda: act(folder)

    return ready


@contextmanager
def _behind(folder: Path) -> Iterator[Act]:
    """Have an index to write when the vault closes."""
    with unlock(folder) as vault:
        vault.save(incident(1, words="new"))
        vault.save(incident(3, words="new"))
        yield vault.flush


@contextmanager
def _lost_index(folder: Path) -> Iterator[Act]:
    """Have an index that does not open, and has to be made anew."""
    Layout(folder).index.write_bytes(b"")
    yield lambda: unlock(folder).close()


def _report() -> Report:
    lines = tuple(f"Van {hour} tot {hour + 8} uur bereikbaar." for hour in range(400))
    return Report("Afspraken", Language.NL, (Section("Bereikbaar", (Lines(lines),)),), made=DAY)


def _look_at_damaged(folder: Path) -> object:
    """Look at a vault in which something does not open until its version before was taken."""
    with unlock(folder) as vault:
        found: list[object] = []
        for look in (lambda: vault.load(incident_id(1)), lambda: vault.load(incident_id(2)), vault.load_workbook):
            try:
                found.append(look())
            except VaultTruncated:
                found.append(None)
        return found


def _copy(folder: Path) -> object:
    keeper = Keeper(FixedClock(), folder=None)
    return make_clean_copy(folder / "photo.jpg", keeper, Words(Language.NL))


def _calendar(folder: Path) -> None:
    events = [Event(uid=f"{number}@onlinesafe", on=DAY, title="Ronde voorkomen") for number in range(40)]
    keep_as_file(folder / "onlinesafe.ics", as_calendar(events, NOW))


WRITINGS: Final = {
    "a new vault": Writing(
        lambda folder: None,
        _at_once(lambda folder: create_vault(folder, PASSPHRASE, QuickSealer(), NOW).close()),
        look_in_vault,
        VaultUnwritable,
    ),
    "a new incident": Writing(
        _vault, _in_vault(lambda vault: vault.save(incident(3, words="new"))), look_in_vault, VaultUnwritable
    ),
    "a known incident": Writing(
        _vault, _in_vault(lambda vault: vault.save(incident(1, words="new"))), look_in_vault, VaultUnwritable
    ),
    "a first workbook": Writing(
        _vault, _in_vault(lambda vault: vault.save_workbook(workbook(note="new"))), look_in_vault, VaultUnwritable
    ),
    "a workbook": Writing(
        _vault_with_workbook,
        _in_vault(lambda vault: vault.save_workbook(workbook(note="new"))),
        look_in_vault,
        VaultUnwritable,
    ),
    "the index": Writing(_vault, _behind, look_in_vault, VaultUnwritable),
    "a lost index": Writing(_vault, _lost_index, look_in_vault, VaultUnwritable),
    "the version before": Writing(
        _damaged_vault,
        _in_vault(lambda vault: vault.restore_previous(incident_id(1))),
        _look_at_damaged,
        VaultUnwritable,
    ),
    "a deletion": Writing(
        _vault, _in_vault(lambda vault: vault.delete(incident_id(2), DAY)), look_in_vault, VaultUnwritable
    ),
    "a backup": Writing(
        _vault_beside,
        _at_once(lambda folder: backup_vault(folder / "vault", folder / "backup", NOW)),
        _look_at_backup,
        ExportError,
    ),
    "a backup put back": Writing(
        _vault_and_backup,
        _at_once(lambda folder: restore_vault(folder / "backup", folder / "vault")),
        _look_beside,
        VaultUnwritable,
    ),
    "the workbook before": Writing(
        _damaged_vault, _in_vault(lambda vault: vault.restore_workbook()), _look_at_damaged, VaultUnwritable
    ),
    "another passphrase": Writing(
        _vault,
        _in_vault(lambda vault: vault.care.change_passphrase(PASSPHRASE, NEW_PASSPHRASE, QuickSealer())),
        look_for_passphrase,
        VaultUnwritable,
    ),
    "a recovery code": Writing(
        _vault, _in_vault(lambda vault: vault.care.keep_code(new_code())), look_in_vault, VaultUnwritable
    ),
    "no recovery code any more": Writing(
        _coded_vault, _in_vault(lambda vault: vault.care.drop_code()), look_in_vault, VaultUnwritable
    ),
    "first settings": Writing(
        _empty,
        _at_once(lambda folder: write_settings(folder / "settings.json", Settings(language=Language.EN))),
        look_at_settings,
        SettingsError,
    ),
    "settings": Writing(
        _settings,
        _at_once(lambda folder: write_settings(folder / "settings.json", Settings(language=Language.EN))),
        look_at_settings,
        SettingsError,
    ),
    "a paper": Writing(
        _empty,
        _at_once(lambda folder: keep_paper(_report(), Format.HTML, folder / "map" / "afspraken.html")),
        look_for_files,
        ExportError,
    ),
    "a clean copy": Writing(_photo, _at_once(_copy), look_for_files, ExportError),
    "a calendar": Writing(_empty, _at_once(_calendar), look_for_files, ExportError),
    "a starter": Writing(
        _empty, _at_once(lambda folder: write_starter(folder / "own", DAY)), look_for_files, ExportError
    ),
}
"""Everything that the program writes, by what it is."""

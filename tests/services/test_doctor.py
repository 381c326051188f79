"""What works here is told, what does not comes with what to do, and no name is in it."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from onlinesafe_tui.errors import SettingsError
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.services.doctor import examine, versions
from onlinesafe_tui.services.doctor_findings import Finding, Surroundings, Verdict
from onlinesafe_tui.store.opening import create_vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW

EN = Words(Language.EN)


@pytest.fixture
def place(tmp_path: Path) -> Surroundings:
    """A good computer with nothing saved on it."""
    return Surroundings(
        environ={"COLORTERM": "truecolor", "TERM": "xterm-256color", "WAYLAND_DISPLAY": "wayland-0"},
        platform="linux",
        is_administrator=False,
        is_terminal=True,
        columns=100,
        lines=30,
        encoding="utf-8",
        has_program=lambda name: name == "wl-copy",
        vault=tmp_path / "Jansen" / "vault",
        content_problems=0,
        overlay_problems=None,
        settings_error=None,
        versions={"OnlineSafe": "1"},
    )


def found(place: Surroundings) -> Mapping[str, Finding]:
    return {finding.id: finding for finding in examine(place, EN)}


def verdicts(place: Surroundings) -> dict[str, Verdict]:
    return {id: finding.verdict for id, finding in found(place).items()}


def test_on_a_good_computer_everything_is_good(place: Surroundings) -> None:
    assert set(verdicts(place).values()) == {Verdict.GOOD}
    assert list(verdicts(place)) == [
        "terminal", "size", "colours", "utf-8", "clipboard", "vault", "synced", "content", "settings", "versions",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "change", "verdict"),
    [
        ("terminal", {"is_terminal": False}, Verdict.NOTICE),
        ("terminal", {"environ": {"TERM": "dumb"}}, Verdict.NOTICE),
        ("rights", {"is_administrator": True}, Verdict.NOTICE),
        ("size", {"columns": 59}, Verdict.BAD),
        ("size", {"lines": 19}, Verdict.BAD),
        ("size", {"columns": 79}, Verdict.NOTICE),
        ("size", {"columns": 80, "lines": 24}, Verdict.GOOD),
        ("colours", {"environ": {"TERM": "xterm"}}, Verdict.NOTICE),
        ("colours", {"environ": {"TERM": "xterm-256color"}}, Verdict.GOOD),
        ("colours", {"environ": {"NO_COLOR": ""}}, Verdict.GOOD),
        ("utf-8", {"encoding": "latin-1"}, Verdict.BAD),
        ("utf-8", {"encoding": ""}, Verdict.BAD),
        ("clipboard", {"has_program": lambda name: False}, Verdict.NOTICE),
        ("clipboard", {"environ": {}}, Verdict.NOTICE),
        ("clipboard", {"environ": {"SSH_TTY": "/dev/pts/1", "WAYLAND_DISPLAY": "x"}}, Verdict.NOTICE),
        ("clipboard", {"platform": "win32", "environ": {}}, Verdict.GOOD),
        ("content", {"content_problems": 2}, Verdict.BAD),
        ("overlay", {"overlay_problems": 2}, Verdict.NOTICE),
        ("overlay", {"overlay_problems": 0}, Verdict.GOOD),
        ("settings", {"settings_error": SettingsError(path="/home/Jansen", reason="full")}, Verdict.BAD),
        ("synced", {"vault": Path("/nowhere/OneDrive/vault")}, Verdict.NOTICE),
    ],
)
def test_what_is_not_so_good_is_named(
    place: Surroundings, id: str, change: dict[str, object], verdict: Verdict
) -> None:
    finding = found(replace(place, **change))[id]  # type: ignore[arg-type]
    assert finding.verdict is verdict
    assert bool(finding.todo) or verdict is not Verdict.BAD


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_vault_that_others_can_see_is_told(place: Surroundings) -> None:
    create_vault(place.vault, PASSPHRASE, QuickSealer(), NOW).close()
    assert verdicts(place)["permissions"] is Verdict.GOOD
    place.vault.chmod(0o755)
    (place.vault / "vault.json").chmod(0o644)
    finding = found(place)["permissions"]
    assert finding.verdict is Verdict.BAD
    assert "2 files and folders" in finding.what


def test_second_versions_strangers_and_folders_set_aside_are_counted(place: Surroundings) -> None:
    create_vault(place.vault, PASSPHRASE, QuickSealer(), NOW).close()
    (place.vault / "vault (1).json").write_bytes(b"x")
    (place.vault / "Jansen.docx").write_bytes(b"x")
    place.vault.with_name("vault.before-restore-1").mkdir()
    told = found(place)
    assert {told[id].verdict for id in ("conflicts", "strays", "set-aside")} == {Verdict.NOTICE}


def test_a_folder_that_cannot_be_made_is_told(place: Surroundings, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    assert verdicts(replace(place, vault=tmp_path / "file" / "vault"))["vault"] is Verdict.BAD


@pytest.mark.skipif(os.name == "nt", reason="Windows says of such a name that it is not there")
def test_a_folder_with_a_name_that_is_too_long_is_told(place: Surroundings, tmp_path: Path) -> None:
    assert verdicts(replace(place, vault=tmp_path / ("w" * 300)))["vault"] is Verdict.BAD
    assert verdicts(replace(place, vault=tmp_path / ("w" * 300) / "vault"))["vault"] is Verdict.BAD


@pytest.mark.parametrize("language", Language)
def test_no_name_is_in_what_is_told(place: Surroundings, language: Language) -> None:
    create_vault(place.vault, PASSPHRASE, QuickSealer(), NOW).close()
    (place.vault / "Jansen (1).age").write_bytes(b"x")
    (place.vault / "vault (Jansen).json").write_bytes(b"x")
    place = replace(
        place, settings_error=SettingsError(path="/home/Jansen", reason="full"), overlay_problems=3, versions=versions()
    )
    told = examine(place, Words(language))
    assert "Jansen" not in repr(told)
    assert "/" not in "".join(finding.what for finding in told)

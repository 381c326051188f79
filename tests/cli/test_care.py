"""`verify`, `recover`, `backup` and `restore` on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from onlinesafe_tui.dates import moment_of
from onlinesafe_tui.language import Language
from onlinesafe_tui.store.opening import unlock_vault
from onlinesafe_tui.store.paper import RecoveryCode, new_code
from onlinesafe_tui.store.sealing import seal
from tests.cli.conftest import Line
from tests.exports.samples import EMPTY_ANSWERS, nasty_incident
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW

NASTY, EMPTY = nasty_incident().id, EMPTY_ANSWERS.id
NEW = "five other words to keep"


@pytest.fixture
def code(vault: Path) -> RecoveryCode:
    """The code of the vault."""
    code = new_code()
    with unlock_vault(vault, PASSPHRASE, QuickSealer()) as opened:
        opened.care.keep_code(code)
    return code


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "lock"}


@pytest.mark.parametrize("language", Language)
def test_a_vault_in_order_is_told_in_one_sentence(language: Language, line: Line, vault: Path) -> None:
    before = tree(vault)
    told = line("--language", language, "verify")
    assert (told.exit_code, told.stdout) == (0, "")
    assert told.stderr.endswith(".\n")
    assert tree(vault) == before


def test_each_file_that_is_wrong_is_named_with_what_to_do(line: Line, vault: Path) -> None:
    (vault / "incidents" / EMPTY / "incident.age").write_bytes(b"half")
    (vault / "incidents" / NASTY / "key.age").unlink()
    told = line("--language", "en", "verify")
    assert told.exit_code == 4
    assert f"incidents/{EMPTY}/incident.age: is damaged\n    Put it back from a backup" in told.stdout
    assert f"incidents/{NASTY}/key.age: is missing\n    Open it in OnlineSafe" in told.stdout
    assert told.stderr.endswith("2 files need attention.\n")


def test_programs_are_told_the_same(line: Line, vault: Path) -> None:
    (vault / "incidents" / EMPTY / "incident (1).age").write_bytes(b"another version")
    (vault / "index.age").write_bytes(b"")
    told = line("verify", "--json")
    assert told.exit_code == 4
    assert told.stdout.isascii()
    given = json.loads(told.stdout)
    assert (given["format"], given["good"]) == (1, False)
    assert [(one["name"], one["problem"], one["wrong"]) for one in given["files"]] == [
        ("index.age", "empty", True),
        (f"incidents/{EMPTY}/incident (1).age", "conflict", False),
    ]


@pytest.mark.parametrize("damage", [None, b"", b"{"])
def test_a_card_that_does_not_open_is_named_and_made_anew_on_purpose(
    line: Line, vault: Path, damage: bytes | None
) -> None:
    card = vault / "vault.json"
    if damage is None:
        card.unlink()
    else:
        card.write_bytes(damage)
    told = line("--language", "en", "verify")
    assert told.exit_code == 4
    assert told.stdout.startswith("vault.json: is ")
    assert "onlinesafe verify --repair" in told.stdout
    assert line("verify", "--repair").exit_code == 0
    assert line("show", NASTY).exit_code == 0


def test_repairing_takes_the_version_before_and_throws_nothing_away(line: Line, vault: Path) -> None:
    with unlock_vault(vault, PASSPHRASE, QuickSealer()) as opened:
        opened.save(nasty_incident())
    own, key = vault / "incidents" / NASTY / "incident.age", vault / "incidents" / EMPTY / "key.age"
    own.write_bytes(b"half")
    key.write_bytes(b"gone")
    told = line("--language", "en", "verify", "--repair")
    assert told.exit_code == 0
    assert told.stdout.count("did not open once, and was kept") == 2
    assert own.with_name("incident.age.aside-1").read_bytes() == b"half"
    assert key.with_name("key.age.aside-1").read_bytes() == b"gone"
    assert NASTY in line("show", NASTY).stdout


@pytest.mark.parametrize("language", Language)
def test_repairing_names_each_incident_that_went_back_and_of_which_day_it_is_now(
    language: Language, line: Line, vault: Path
) -> None:
    with unlock_vault(vault, PASSPHRASE, QuickSealer()) as opened:
        opened.save(nasty_incident())
    (vault / "incidents" / NASTY / "incident.age").write_bytes(b"half")
    told = line("--language", language, "verify", "--repair").stdout.splitlines()
    day = moment_of(nasty_incident().changed, language)
    assert told[0].startswith(f"incidents/{NASTY}/incident.age: ")
    assert day in told[0]
    with unlock_vault(vault, PASSPHRASE, QuickSealer(), read_only=True) as opened:
        assert [one.to for one in opened.load(NASTY).went_back] == [nasty_incident().changed]
    given = json.loads(line("show", NASTY, "--json").stdout)["incident"]["went_back"]
    assert [one["to"] for one in given] == [nasty_incident().changed.isoformat()]


@pytest.mark.parametrize("language", Language)
def test_repairing_puts_swapped_incidents_back_with_everything_in_them(
    language: Language, line: Line, vault: Path
) -> None:
    one, two = (vault / "incidents" / id / "incident.age" for id in (NASTY, EMPTY))
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    looked = json.loads(line("verify", "--json").stdout)
    assert [(file["problem"], file["wrong"]) for file in looked["files"]] == [("swapped", True)] * 2
    told = line("--language", language, "verify", "--repair")
    assert told.exit_code == 0
    assert sorted(row.partition(":")[0] for row in told.stdout.splitlines()) == sorted(
        f"incidents/{id}/incident.age" for id in (NASTY, EMPTY)
    )
    assert (one.read_bytes(), two.read_bytes()) == (first, second)
    assert not list(vault.rglob("*.aside-*"))


def forge(vault: Path, file: Path) -> None:
    person = json.loads((vault / "vault.json").read_text())["recipients"][0]
    file.write_bytes(seal(b"by somebody else", [person]))


def roll_back(vault: Path, file: Path) -> None:
    first = file.read_bytes()
    with unlock_vault(vault, PASSPHRASE, QuickSealer()) as opened:
        for _ in range(2):
            opened.save(nasty_incident())
    file.write_bytes(first)


@pytest.mark.parametrize("change", [forge, roll_back])
def test_repairing_leaves_alone_what_somebody_else_wrote_or_put_back(
    line: Line, vault: Path, change: Callable[[Path, Path], None]
) -> None:
    with unlock_vault(vault, PASSPHRASE, QuickSealer()) as opened:
        opened.save(nasty_incident())
    change(vault, vault / "incidents" / NASTY / "incident.age")
    before = tree(vault)
    told = line("--language", "en", "verify", "--repair")
    assert told.exit_code == 4
    assert tree(vault) == before
    wanted = "Keep the folder as it is" if change is forge else "To go on with this older one, open it in OnlineSafe"
    assert wanted in told.stdout
    assert "--repair" not in told.stdout


@pytest.mark.parametrize("language", Language)
def test_a_file_that_was_kept_and_holds_words_is_never_said_to_be_removed(
    language: Language, line: Line, vault: Path
) -> None:
    own = vault / "incidents" / NASTY / "incident.age"
    other = vault / "incidents" / EMPTY / "incident.age"
    other.with_name("incident.age.aside-1").write_bytes(own.read_bytes())
    with unlock_vault(vault, PASSPHRASE, QuickSealer()) as opened:
        opened.save(nasty_incident())
    told = line("--language", language, "verify").stdout
    assert NASTY in told.splitlines()[0]
    assert ("Bewaar het" if language is Language.NL else "Keep it") in told
    assert ("Verwijder" if language is Language.NL else "Remove") not in told


@pytest.mark.parametrize("language", Language)
def test_each_file_on_which_everything_hangs_has_a_way_out_of_its_own(
    language: Language, line: Line, vault: Path
) -> None:
    card, identity = vault / "vault.json", vault / "identity.age"
    kept = card.read_bytes()
    card.write_bytes(kept[:40])
    told = line("--language", language, "show", NASTY).stderr
    assert "verify --repair" in told
    card.write_bytes(kept)
    for path in (identity, vault / "identity.age.bak"):
        path.write_bytes(path.read_bytes()[:20])
    told += line("--language", language, "show", NASTY).stderr
    assert ("herstelcode" if language is Language.NL else "recovery code") in told
    looked = line("--language", language, "verify").stdout
    assert "onlinesafe recover" in looked
    assert "onlinesafe restore" in looked
    assert ("vorige versie" if language is Language.NL else "version before") not in told


@pytest.mark.parametrize("name", ["incident.age", "key.age"])
@pytest.mark.parametrize("language", Language)
def test_a_file_that_is_gone_has_its_version_before_named_when_there_is_one(
    language: Language, line: Line, vault: Path, name: str
) -> None:
    own = vault / "incidents" / NASTY / name
    with unlock_vault(vault, PASSPHRASE, QuickSealer()) as opened:
        opened.save(nasty_incident())
    own.unlink()
    wanted = "De vorige versie is er nog" if language is Language.NL else "The version before it is still there"
    assert wanted in " ".join(line("--language", language, "show", NASTY).stderr.split())
    own.with_name(f"{name}.bak").unlink()
    assert wanted not in " ".join(line("--language", language, "show", NASTY).stderr.split())


def test_nothing_is_repaired_while_another_window_writes(line: Line, vault: Path) -> None:
    with unlock_vault(vault, PASSPHRASE, QuickSealer()):
        assert line("verify", "--repair").exit_code == 5
        assert line("verify").exit_code == 0


@pytest.mark.parametrize("command", [["verify"], ["recover"], ["backup", "x.zip"]])
def test_without_a_vault_there_is_a_calm_sentence(
    command: list[str], line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = line("--language", "en", *command)
    assert (told.exit_code, told.stdout) == (4, "")
    assert "Nothing is saved yet" in told.stderr


def test_a_wrong_passphrase_verifies_nothing(line: Line, vault: Path) -> None:
    assert line("verify", typed="not the passphrase\n").exit_code == 6


def test_the_code_gives_a_new_passphrase(line: Line, vault: Path, code: RecoveryCode) -> None:
    told = line("--language", "en", "recover", typed=f"{' '.join(code.groups).lower()}\n{NEW}\n")
    assert (told.exit_code, told.stdout) == (0, "")
    assert "From now on the new passphrase opens everything" in told.stderr
    assert line("list", typed=f"{NEW}\n").exit_code == 0
    assert line("list").exit_code == 6
    for secret in (code.letters, code.groups[0], NEW):
        assert secret not in told.output


def test_a_slip_in_the_code_is_named_with_its_group(line: Line, vault: Path, code: RecoveryCode) -> None:
    groups = list(code.groups)
    groups[6] = groups[6][:3] + ("Q" if groups[6][3] != "Q" else "P")
    before = tree(vault)
    told = line("--language", "en", "recover", typed=f"{' '.join(groups)}\n{NEW}\n")
    assert told.exit_code == 6
    assert "The code is not right yet: It is in group 7." in told.stderr
    assert tree(vault) == before


def test_another_code_and_a_weak_passphrase_change_nothing(line: Line, vault: Path, code: RecoveryCode) -> None:
    before = tree(vault)
    assert line("recover", typed=f"{new_code().letters}\n{NEW}\n").exit_code == 6
    assert line("recover", typed=f"{code.letters}\nshort\n").exit_code == 4
    assert line("recover", typed=f"{code.letters}\n").exit_code == 2
    assert tree(vault) == before


def test_a_vault_without_a_code_says_so(line: Line, vault: Path) -> None:
    told = line("--language", "en", "recover", typed=f"{new_code().letters}\n{NEW}\n")
    assert told.exit_code == 6
    assert "There is no recovery code" in told.stderr


@pytest.mark.parametrize("language", Language)
def test_a_backup_is_written_and_put_back(language: Language, line: Line, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.zip"
    told = line("--language", language, "backup", str(file), typed="")
    assert told.exit_code == 0
    assert str(file) in told.stderr
    assert len(told.stdout.splitlines()) == 5
    before = tree(vault)
    with unlock_vault(vault, PASSPHRASE, QuickSealer()) as opened:
        opened.save(nasty_incident())
    asked = line("restore", str(file), typed="")
    assert asked.exit_code == 2
    put = line("--language", language, "restore", str(file), "--yes", typed="")
    assert put.exit_code == 0
    assert put.stdout == told.stdout
    assert "vault.before-restore-1" in put.stderr
    assert tree(vault) == before
    assert line("list").exit_code == 0


@pytest.mark.parametrize("language", Language)
def test_a_backup_counts_the_files_that_looking_at_everything_counts(
    language: Language, line: Line, vault: Path, tmp_path: Path
) -> None:
    with unlock_vault(vault, PASSPHRASE, QuickSealer()) as opened:
        opened.save(nasty_incident())
        opened.delete(EMPTY, NOW.date())
        opened.save(nasty_incident())
    own = vault / "incidents" / NASTY / "incident.age"
    own.with_name("incident.age.aside-1").write_bytes(b"did not open once")
    looked_at = json.loads(line("verify", "--json").stdout)["looked_at"]
    told = line("--language", language, "backup", str(tmp_path / "mine.zip"), typed="").stdout.splitlines()
    assert told[3].startswith(f"{looked_at} ")
    assert " 1 " in told[-1]


def test_a_backup_is_never_written_over_a_file(line: Line, vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.zip"
    file.write_bytes(b"mine")
    assert line("backup", str(file), typed="").exit_code == 7
    assert file.read_bytes() == b"mine"
    told = line("--language", "en", "restore", str(file), "--yes", typed="")
    assert told.exit_code == 4
    assert "cannot be used as a backup" in told.stderr
    assert line("list").exit_code == 0


def test_nothing_is_backed_up_or_put_back_while_another_window_writes(line: Line, vault: Path, tmp_path: Path) -> None:
    line("backup", str(tmp_path / "mine.zip"), typed="")
    with unlock_vault(vault, PASSPHRASE, QuickSealer()):
        assert line("backup", str(tmp_path / "other.zip"), typed="").exit_code == 5
        assert line("restore", str(tmp_path / "mine.zip"), "--yes", typed="").exit_code == 5
    assert not (tmp_path / "other.zip").exists()

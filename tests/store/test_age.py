"""With real passphrases: what the program itself does, and what the standard `age` program makes of our files."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from onlinesafe_tui.errors import VaultTooHeavy, WrongPassphrase
from onlinesafe_tui.store.layout import Layout, incident_in, key_in
from onlinesafe_tui.store.opening import create_vault, recover_vault, unlock_vault
from onlinesafe_tui.store.paper import new_code
from onlinesafe_tui.store.passphrase import ScryptSealer
from tests.store.samples import NOW, WORDS, incident, incident_id
from tests.store.workbooks import workbook

PASSPHRASE = "vier wóórden om te onthouden"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """A closed vault with one incident, made with the passphrase of a person."""
    layout = Layout(tmp_path_factory.mktemp("real") / "vault")
    with create_vault(layout.folder, PASSPHRASE, ScryptSealer(), NOW) as vault:
        vault.save(incident())
    return layout


def test_a_real_passphrase_opens_a_vault_and_another_does_not(real: Layout) -> None:
    with pytest.raises(WrongPassphrase):
        unlock_vault(real.folder, PASSPHRASE.upper(), ScryptSealer())
    with unlock_vault(real.folder, PASSPHRASE, ScryptSealer()) as vault:
        assert vault.load(incident_id(1)) == incident()


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc to look at other programs")
def test_nobody_who_lists_programs_sees_the_passphrase(real: Layout) -> None:
    worker = threading.Thread(target=lambda: unlock_vault(real.folder, PASSPHRASE, ScryptSealer()).close())
    worker.start()
    seen: list[bytes] = []
    while worker.is_alive():
        seen.extend(_children())
        worker.join(0.05)
    assert any(b"scrypt_child" in shown for shown in seen)
    assert not [shown for shown in seen if PASSPHRASE.encode() in shown or b"SECRET-KEY" in shown]


@pytest.mark.skipif(sys.platform != "linux", reason="only there it can be asked for")
def test_no_other_program_may_look_into_the_memory_any_more(real: Layout) -> None:
    look, watched = "prctl(3)", "from tests.store.test_age import PASSPHRASE, ScryptSealer, unlock_vault"
    code = (
        f"import ctypes, sys; from pathlib import Path; {watched}; system = ctypes.CDLL(None); print(system.{look});"
        f" unlock_vault(Path(sys.argv[1]), PASSPHRASE, ScryptSealer()).close(); print(system.{look})"
    )
    told = subprocess.run([sys.executable, "-c", code, real.folder], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["1", "0"]


def test_a_file_that_would_take_this_computer_hours_is_refused_at_once() -> None:
    salt, body, mac = "A" * 22, "A" * 43, "A" * 43
    sealed = f"age-encryption.org/v1\n-> scrypt {salt} 40\n{body}\n--- {mac}\n".encode() + bytes(48)
    with pytest.raises(VaultTooHeavy):
        ScryptSealer().open(sealed, PASSPHRASE)


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed (Debian: age)")
def test_the_age_program_opens_everything_that_we_seal(real: Layout, tmp_path: Path) -> None:
    folder = real.incident_folder(incident_id(1))
    person, own = tmp_path / "id.txt", tmp_path / "key.txt"

    prompt = pexpect.spawn("age", ["-d", "-o", str(person), str(real.identity)], timeout=60, encoding="utf-8")
    prompt.expect("assphrase")
    prompt.sendline(PASSPHRASE)
    prompt.expect(pexpect.EOF)
    prompt.close()
    assert prompt.exitstatus == 0

    public = subprocess.run(["age-keygen", "-y", str(person)], capture_output=True, text=True, check=True).stdout
    assert public.strip() in real.card.read_text()
    _age(person, key_in(folder), own)
    text = _age(own, incident_in(folder), tmp_path / "incident.txt")
    header, _, content = text.partition("\n")
    assert re.fullmatch(r'\{"format":1,"kind":"incident","id":"0{15}1","sequence":1,"mac":"[0-9a-f]{64}"\}', header)
    assert WORDS in content
    assert '"kind":"index"' in _age(person, real.index, tmp_path / "index.txt")


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed (Debian: age)")
def test_the_age_program_opens_everything_with_what_is_on_paper(real: Layout, tmp_path: Path) -> None:
    code = new_code()
    with unlock_vault(real.folder, PASSPHRASE, ScryptSealer()) as vault:
        vault.care.keep_code(code)
        vault.save_workbook(workbook())
    # What a person does with the paper: the first words in front, and the groups behind them without the spaces.
    paper, person, own = tmp_path / "paper.txt", tmp_path / "person.txt", tmp_path / "own.txt"
    paper.write_text("AGE-SECRET-KEY-1" + "".join(" ".join(code.groups).split()) + "\n")
    folder = real.incident_folder(incident_id(1))
    assert "AGE-SECRET-KEY-1" in _age(paper, real.recovery, person)
    assert '"kind":"index"' in _age(person, real.index, tmp_path / "index.txt")
    assert '"kind":"workbook"' in _age(person, real.workbook, tmp_path / "workbook.txt")
    for identity in (paper, person):
        own.unlink(missing_ok=True)
        _age(identity, key_in(folder), own)
        assert WORDS in _age(own, incident_in(folder), tmp_path / f"{identity.stem}-incident.txt")


def test_a_real_recovery_gives_back_everything(real: Layout, tmp_path: Path) -> None:
    code, copy = new_code(), Layout(tmp_path / "copy")
    shutil.copytree(real.folder, copy.folder)
    with unlock_vault(copy.folder, PASSPHRASE, ScryptSealer()) as vault:
        vault.care.keep_code(code)
    recover_vault(copy.folder, code, "vijf heel andere woorden", ScryptSealer(), NOW).close()
    with unlock_vault(copy.folder, "vijf heel andere woorden", ScryptSealer()) as vault:
        assert vault.load(incident_id(1)) == incident()


def _age(identity: Path, sealed: Path, to: Path) -> str:
    subprocess.run(["age", "-d", "-i", str(identity), "-o", str(to), str(sealed)], check=True)
    return to.read_text()


def _children() -> Iterator[bytes]:
    """Return the arguments and the environment of every program that this one started."""
    for task in Path(f"/proc/{os.getpid()}/task").iterdir():
        try:
            for child in (task / "children").read_text().split():
                yield Path(f"/proc/{child}/cmdline").read_bytes()
                yield Path(f"/proc/{child}/environ").read_bytes()
        except OSError:
            continue

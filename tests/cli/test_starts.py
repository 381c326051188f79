"""How the program begins: in which face, with what loaded, and what an exercise leaves on the disk."""

import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.processes import PROGRAM, home_in, started

ALTERNATE_SCREEN = b"\x1b[?1049h"
WATCHED = str(Path(__file__).with_name("watched.py"))
LISTED = str(Path(__file__).with_name("listed.py"))
READERS = {"yaml", "markdown_it"}
SCREEN = {"textual", "rich", "asyncio"}
SEALING = {"tinydb", "pyrage", "filelock"}
PAPER = {"typst", "docx", "icalendar", "PIL", "pillow_heif", "babel"}
NETWORK = {"ssl", "http.client", "urllib.request", "socketserver"}
NEVER_AT_FIRST = SEALING | PAPER | NETWORK | {"pyperclip", "onlinesafe_tui.library.search"}
"""What no start loads: it is for what somebody does later."""

LATER = {"click", "onlinesafe_tui.library.blocks", "onlinesafe_tui.domain.policy", "textual.widgets._text_area"}
"""What the first screen does without: the command line, pages, everything that was written, fields to write in."""


@pytest.mark.parametrize(
    ("args", "unused"),
    [
        (["paths"], SCREEN | READERS),
        (["--version"], SCREEN | READERS),
        (["--help"], SCREEN | READERS),
        (["list"], SCREEN | READERS),
        (["due"], SCREEN),
        (["content", "check"], SCREEN),
        (["plain"], SCREEN),
        (["demo", "--plain"], SCREEN),
    ],
)
def test_no_start_loads_what_it_does_not_use(args: list[str], unused: set[str], tmp_path: Path) -> None:
    done = started(environ=home_in(tmp_path), program=(sys.executable, LISTED, str(tmp_path / "loaded"), *args))
    assert not loaded_in(tmp_path) & (unused | NEVER_AT_FIRST), done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("has_vault", [False, True])
def test_the_full_screen_loads_only_what_stands_on_it(has_vault: bool, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language":"nl","country":"nl"}')
    if has_vault:
        (tmp_path / "vault").mkdir()
        (tmp_path / "vault" / "vault.json").write_text("{}")
    program = [LISTED, str(tmp_path / "loaded")]
    child = pexpect.spawn(sys.executable, program, env=home_in(tmp_path), timeout=20, dimensions=(24, 80))
    child.expect_exact(b"Wat is er aan de hand?")
    child.send(b"\x1b[21~")
    child.expect(pexpect.EOF)
    child.close()
    loaded = loaded_in(tmp_path)
    assert "onlinesafe_tui.tui.screens.home" in loaded
    assert not loaded & (NEVER_AT_FIRST | READERS | LATER)
    assert {name for name in loaded if name.startswith("onlinesafe_tui.tui.screens.")} == {
        "onlinesafe_tui.tui.screens.base",
        "onlinesafe_tui.tui.screens.home",
    }


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_wide_first_screen_is_there_before_who_to_call_is_read(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language":"nl","country":"nl"}')
    child = pexpect.spawn(PROGRAM[0], [*PROGRAM[1:]], env=home_in(tmp_path), timeout=20, dimensions=(40, 120))
    child.expect_exact(b"Er gaat niets over internet.")
    assert b"0900-8844" not in (child.before or b"")
    child.expect_exact(b"0900-8844")
    child.send(b"\x1b[21~")
    child.expect(pexpect.EOF)
    child.close()


def loaded_in(folder: Path) -> set[str]:
    """Return the modules that a start had loaded when it ended."""
    return set((folder / "loaded").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("args", [[], ["plain"], ["demo"], ["demo", "--plain"]])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_a_terminal_there_are_prompts(args: list[str], language: str, tmp_path: Path) -> None:
    done = started("--language", language, *args, environ=home_in(tmp_path))
    assert done.returncode == 0
    assert b"112" in done.stdout
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("variables", [{"TERM": "dumb"}, {"ONLINESAFE_PLAIN": "1"}])
def test_a_simple_terminal_gets_prompts(variables: dict[str, str], tmp_path: Path) -> None:
    child = pexpect.spawn(PROGRAM[0], [*PROGRAM[1:]], env=home_in(tmp_path, **variables), timeout=20)
    child.expect(b"112")
    child.sendeof()
    child.expect(pexpect.EOF)
    assert b"\x1b" not in (child.before or b"")
    child.close()


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_terminal_gets_the_full_screen(tmp_path: Path) -> None:
    child = pexpect.spawn(PROGRAM[0], [*PROGRAM[1:], "demo"], env=home_in(tmp_path), timeout=20, dimensions=(24, 80))
    child.expect_exact(ALTERNATE_SCREEN)
    child.expect_exact(b"OEFENING")
    child.terminate(force=True)


def test_an_exercise_with_prompts_leaves_nothing_on_the_disk(tmp_path: Path) -> None:
    log = tmp_path / "watch.log"
    home = tmp_path / "home"
    home.mkdir()
    typed = "1\n1\n1\n" + "o\n1\nEen notitie\n2\n3\nj\n" * 5
    done = started(str(log), "demo", "--plain", environ=home_in(home), typed=typed, program=(sys.executable, WATCHED))
    assert done.returncode == 0
    assert log.read_text(encoding="utf-8") == ""
    assert not list(home.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_an_exercise_on_the_full_screen_leaves_nothing_on_the_disk(tmp_path: Path) -> None:
    log = tmp_path / "watch.log"
    home = tmp_path / "home"
    home.mkdir()
    child = pexpect.spawn(
        sys.executable, [WATCHED, str(log), "demo"], env=home_in(home), timeout=20, dimensions=(24, 80)
    )
    child.expect_exact(ALTERNATE_SCREEN)
    child.expect_exact(b"OEFENING")
    for key in (b"\r", b" ", b"\x0e", b" ", b"\x02"):
        child.send(key)
    child.send(b"\x1b[21~")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert log.read_text(encoding="utf-8") == ""
    assert not list(home.iterdir())


def test_the_watch_sees_what_reaches_the_disk(tmp_path: Path) -> None:
    """Proves the two tests above: a start that keeps a choice is seen."""
    log = tmp_path / "watch.log"
    started(str(log), "plain", environ=home_in(tmp_path), typed="1\n1\n", program=(sys.executable, WATCHED))
    assert "settings.json" in log.read_text(encoding="utf-8")


def test_a_program_that_stops_reading_gets_no_traceback(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*PROGRAM, "--help"], stdout=write, stderr=subprocess.PIPE, env=home_in(tmp_path), timeout=30, check=False
    )
    os.close(write)
    assert done.returncode == 1
    assert done.stderr == b""

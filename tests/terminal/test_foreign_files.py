"""Names of files, what stands in pictures, arguments and pastes in a real terminal: nothing of it is sent as it is."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from onlinesafe_tui.domain.text import clean_name
from tests.hostile import ARGUMENT, MARK, NAME, RAW, STEERING
from tests.pictures.telling import jpeg_telling, png_telling
from tests.store.quick import PASSPHRASE
from tests.terminal.foreign import kept_in, obeyed, obeyed_in_lines, quick, quick_lines
from tests.terminal.steps import choose, read_until, unlock
from tests.terminal.terminal import Terminal

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="needs a pseudo-terminal")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A vault and a small folder of an organisation in which everything is hostile; returns the folder."""
    own = kept_in(tmp_path, STEERING)
    for path in own.glob("*/*.md"):
        if path.parent.name not in ("about", "contacts", "organisation"):
            path.unlink()
    return own


@pytest.fixture
def pictures(tmp_path: Path) -> tuple[Path, Path]:
    """A JPEG and a PNG with hostile words wherever a file can hold them, under hostile names."""
    jpeg, png = tmp_path / f"{NAME}.jpg", tmp_path / f"{NAME}.png"
    jpeg.write_bytes(jpeg_telling(STEERING))
    png.write_bytes(png_telling(STEERING))
    return jpeg, png


def paste(terminal: Terminal, data: bytes) -> None:
    """Paste as a terminal does that leaves everything in."""
    terminal._process.send(b"\x1b[200~" + data + b"\x1b[201~")
    terminal.press("end")


def test_the_full_screen_sends_nothing_of_what_a_picture_tells(own: Path, pictures: tuple[Path, Path]) -> None:
    with quick(own) as terminal:
        choose(terminal, "Voorkomen")
        choose(terminal, "Een foto bekijken")
        for picture in pictures:
            choose(terminal, "Van mezelf")
            paste(terminal, os.fsencode(picture))
            terminal.press("enter")
            terminal.wait_for(f"Naam van een plaats: {MARK}")
            terminal.press("ctrl+s")
            terminal.wait_for("De schone kopie van")
            terminal.press("pagedown", "pagedown", "escape")
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    assert obeyed(terminal.raw) == []
    assert len(list(pictures[0].parent.glob("foto-schoon*"))) == 2


def test_the_prompts_send_nothing_of_what_a_picture_tells(own: Path, pictures: tuple[Path, Path]) -> None:
    with quick(own, "plain") as terminal:
        for label in ("Voorkomen", "Een foto bekijken", "Van mezelf"):
            terminal.type(f"{read_until(terminal, label)}\r")
        terminal.wait_until_asked()
        # What is typed the terminal shows by itself, so it is typed as it looks.
        terminal.type(f"{pictures[1].parent / clean_name(pictures[1].name)}\r")
        terminal.type(f"{read_until(terminal, 'Maak een schone kopie')}\r")
        terminal.wait_for("De schone kopie van")
    assert f"Naam van een plaats: {MARK}".encode() in terminal.raw
    assert obeyed_in_lines(terminal.raw) == []
    assert len(list(pictures[1].parent.glob("foto-schoon*"))) == 1


def test_a_command_sends_nothing_of_its_arguments_and_of_what_it_finds(own: Path, pictures: tuple[Path, Path]) -> None:
    place = str(own.parent / ARGUMENT[:50].replace("/", " "))
    lines: list[list[str]] = [
        ["photo", "check", *map(str, pictures), str(own), ARGUMENT],
        ["photo", "check", "--json", "--look-only", *map(str, pictures), ARGUMENT],
        ["content", "check", str(own)],
        ["content", "check", ARGUMENT],
        ["search", ARGUMENT],
        ["paths"],
        ["backup", f"{place}.backup"],
        ["restore", ARGUMENT],
        *(["--vault", ARGUMENT, command] for command in ("paths", "doctor", "backup")),
        *(["--overlay", ARGUMENT, "paths"], ["--language", ARGUMENT], [ARGUMENT], [f"--{ARGUMENT}"]),
        *(["show", "--format", ARGUMENT], ["demo", ARGUMENT]),
    ]
    with quick_lines(own, *lines) as terminal:
        assert terminal.wait_for_end() == 0
    assert MARK.encode() in terminal.raw
    assert obeyed_in_lines(terminal.raw) == []


def test_a_command_that_needs_the_passphrase_sends_nothing_of_what_is_kept(own: Path) -> None:
    lines = [["list"], ["show"], ["export"], ["due"], ["verify"], ["show", ARGUMENT]]
    with quick_lines(own, *lines) as terminal:
        for _ in lines:
            terminal.wait_until_asked()
            terminal.type(f"{PASSPHRASE}\r")
        assert terminal.wait_for_end() == 0
    assert terminal.raw.count(MARK.encode()) > 100
    assert obeyed_in_lines(terminal.raw) == []


def test_nothing_that_is_pasted_is_sent_as_it_is(own: Path) -> None:
    with quick(own) as terminal:
        terminal.wait_for("Verder met wat ik")
        paste(terminal, RAW)
        terminal.press("1")
        paste(terminal, RAW)
        terminal.press("enter")
        terminal.wait_for("Dat is niet de wachtwoordzin")
        unlock(terminal, PASSPHRASE)
        terminal.wait_for("Verder met: ")
        terminal.press("1", "tab")
        paste(terminal, RAW + b" " + 10_000 * b"w")
        for key in ("f4", "ctrl+p"):
            terminal.press(key)
            paste(terminal, RAW)
            terminal.press("escape")
        terminal.press("f10")
        assert terminal.wait_for_end() == 0
    assert obeyed(terminal.raw) == []


def test_nothing_that_is_pasted_at_a_prompt_is_sent_as_it_is(own: Path) -> None:
    with quick(own, "plain") as terminal:
        # What the terminal shows by itself is not ours.
        terminal._process.setecho(False)

        def say(*typed: bytes) -> None:
            for row in typed:
                terminal._process.send(row + b"\r")
                terminal._settle()

        number = read_until(terminal, "Verder met wat ik").encode()
        # A passphrase that is no text is asked once more.
        say(RAW, number, RAW, RAW.decode("utf-8", "ignore").encode())
        terminal.wait_for("Dat is niet de wachtwoordzin")
        say(PASSPHRASE.encode())
        terminal.wait_for("Het is open")
        say(read_until(terminal, "Verder met: ").encode())
        say(read_until(terminal, "Schrijf een notitie", "je notitie").encode(), b"1", RAW + b"\r" + RAW)
        terminal.wait_for("2 regels geplakt")
        for word in (10_000 * b"w", 10_000 * "é".encode()):
            say(word)
            terminal.wait_for("Eén regel was te lang voor dit venster")
    assert terminal.raw.count("Eén regel was te lang".encode()) == 2
    assert obeyed_in_lines(terminal.raw) == []

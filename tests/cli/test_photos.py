"""`photo check` says what files tell, copies what may be copied, and goes on after a bad one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onlinesafe_tui.cli.photos import named_files
from onlinesafe_tui.language import Language, Words
from tests.cli.conftest import Line
from tests.cli.processes import home_in, started
from tests.pictures.samples import box, encoded, segment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a picture that has a comment in it."""
    made = tmp_path / "album"
    made.mkdir()
    data = encoded("jpeg")
    (made / "garden.jpg").write_bytes(data[:2] + segment(0xFE, b"At home") + data[2:])
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("language", Language)
def test_a_picture_is_told_and_copied(language: Language, folder: Path, line: Line) -> None:
    words = Words(language)
    done = line("--language", language, "photo", "check", folder / "garden.jpg")
    assert done.exit_code == 0
    assert done.stdout.startswith("garden.jpg\n")
    assert f"- {words('Comment')}: At home" in done.stdout
    assert f"{words('photo-clean')}.jpg" in done.stderr
    assert words("A clean copy is not for proof. Keep the original as it is.") in done.stderr
    assert names(folder) == sorted(["garden.jpg", f"{words('photo-clean')}.jpg"])


def test_looking_only_makes_no_file(folder: Path, line: Line) -> None:
    done = line("--language", "en", "photo", "check", "--look-only", folder / "garden.jpg")
    assert done.exit_code == 0
    assert "At home" in done.stdout
    assert done.stderr == ""
    assert names(folder) == ["garden.jpg"]


def test_one_bad_file_does_not_stop_the_others(folder: Path, line: Line) -> None:
    (folder / "empty.jpg").touch()
    (folder / "text.png").write_text("text", encoding="utf-8")
    (folder / "half.jpg").write_bytes(encoded("jpeg")[:300])
    bad = [folder / "empty.jpg", folder, folder / "none.jpg", folder / "text.png", folder / "half.jpg"]
    done = line("--language", "en", "photo", "check", *bad, folder / "garden.jpg")
    assert done.exit_code == 8
    assert "At home" in done.stdout
    for path in bad:
        assert str(path) in done.stderr
    assert names(folder) == ["empty.jpg", "garden.jpg", "half.jpg", "photo-clean.jpg", "text.png"]


def test_what_may_be_proof_is_told_and_not_copied(folder: Path, line: Line, vault: Path) -> None:
    inside = vault / "garden.jpg"
    (folder / "garden.jpg").rename(inside)
    before = names(vault)
    done = line("--language", "en", "photo", "check", inside)
    assert done.exit_code == 8
    assert "At home" in done.stdout
    assert "may be proof" in done.stderr
    assert names(vault) == before
    assert line("photo", "check", "--look-only", inside).exit_code == 0


def test_of_a_video_is_told_what_to_do_instead(folder: Path, line: Line) -> None:
    path = folder / "a.mp4"
    path.write_bytes(box(b"ftyp", b"mp42") + box(b"moov"))
    done = line("--language", "en", "photo", "check", path)
    assert done.exit_code == 8
    assert "film again" in done.stderr


def test_without_a_file_the_command_line_is_not_right(line: Line) -> None:
    assert line("photo", "check").exit_code == 2


def test_programs_get_every_file_in_one_document(folder: Path, line: Line) -> None:
    done = line("photo", "check", "--json", folder / "garden.jpg", folder / "none.jpg")
    assert done.exit_code == 8
    told = json.loads(done.stdout)
    assert told["format"] == 1
    good, bad = told["pictures"]
    assert good == {
        "path": str(folder / "garden.jpg"),
        "format": "jpeg",
        "width": 96,
        "height": 64,
        "frames": 1,
        "traces": [{"kind": "comment", "matters": "some", "text": "At home"}],
        "copy": str(folder / "foto-schoon.jpg"),
        "error": None,
    }
    assert (bad["format"], bad["traces"], bad["copy"], bad["error"]) == (None, [], None, "unreadable")


def test_a_name_that_is_no_text_is_looked_at_and_cannot_do_anything_to_the_terminal(folder: Path) -> None:
    name = b"a\x1b[2J\xff.jpg"
    path = bytes(folder) + b"/" + name
    Path(os.fsdecode(path)).write_bytes(encoded("jpeg"))
    for more in ((), ("--json",)):
        done = started("photo", "check", *more, path, environ=home_in(folder.parent))
        assert done.returncode == 0, done.stderr
        assert b"\x1b" not in done.stdout + done.stderr


def test_a_start_that_looks_at_no_picture_loads_no_reader_of_pictures(tmp_path: Path) -> None:
    code = (
        "import sys; from onlinesafe_tui.cli.main import run; run(['paths']); "
        "print([m for m in sys.modules if m.startswith(('PIL', 'pillow', 'onlinesafe_tui.pictures'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=home_in(tmp_path)
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_looking_at_a_picture_loads_no_pillow(folder: Path) -> None:
    code = (
        "import sys; from onlinesafe_tui.cli.main import run; "
        f"run(['photo', 'check', {str(folder / 'garden.jpg')!r}]); "
        "print([m for m in sys.modules if m.startswith(('PIL', 'pillow'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=home_in(folder.parent)
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_pattern_means_the_files_that_it_fits_with_windows_faked(folder: Path) -> None:
    (folder / "house.jpg").write_bytes(b"x")
    (folder / "[1].jpg").write_bytes(b"x")
    found = named_files([str(folder / "*.jpg"), str(folder / "[1].jpg"), "nothing*.png"], is_windows=True)
    assert [path.name for path in found] == ["[1].jpg", "garden.jpg", "house.jpg", "[1].jpg", "nothing*.png"]
    assert named_files(["*.jpg"], is_windows=False) == (Path("*.jpg"),)

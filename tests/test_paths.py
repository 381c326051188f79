"""Where things are, also where a computer says little about that."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from onlinesafe_tui.cli.session import open_session
from onlinesafe_tui.paths import find_paths
from tests.cli.processes import home_in, started
from tests.pictures.samples import encoded


@pytest.fixture
def _no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)


@pytest.mark.skipif(os.name == "nt", reason="Windows knows the folders of a user in other ways")
@pytest.mark.usefixtures("_no_home")
def test_without_a_home_everything_is_where_the_program_was_started_and_in_no_folder_named_after_a_sign() -> None:
    paths = find_paths(environ={})
    assert (paths.settings, paths.vault) == (Path("onlinesafe/settings.json"), Path("onlinesafe/vault"))
    assert paths.exports == Path()


def test_every_folder_is_one_of_this_user() -> None:
    paths = find_paths(environ={})
    assert all(path.is_absolute() for path in (paths.settings, paths.vault, paths.exports))
    assert "~" not in str(paths)


def test_the_sign_for_the_home_folder_is_understood_wherever_a_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    environ = {"ONLINESAFE_SETTINGS": "~/settings.json", "ONLINESAFE_VAULT": "~/vault", "ONLINESAFE_OVERLAY": "~/own"}
    session = open_session([], environ)
    assert (session.paths.settings, session.paths.vault) == (tmp_path / "settings.json", tmp_path / "vault")
    assert session.overlay == tmp_path / "own"
    named = open_session(["--vault", "~/other", "--overlay=~/texts"], environ)
    assert (named.paths.vault, named.overlay) == (tmp_path / "other", tmp_path / "texts")


@pytest.mark.skipif(os.name == "nt", reason="no folder can go there while a program is in it")
@pytest.mark.parametrize(
    "args", [["plain"], ["list"], ["content", "check"], ["photo", "check"], ["--overlay", "own", "due"]]
)
def test_a_folder_that_is_gone_since_the_program_was_started_in_it_ends_nothing(
    args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, picture = tmp_path / "gone", tmp_path / "garden.jpg"
    gone.mkdir()
    picture.write_bytes(encoded("jpeg"))
    monkeypatch.chdir(gone)
    gone.rmdir()
    named = [str(picture)] if args[0] == "photo" else []
    done = started(*args, *named, environ=home_in(tmp_path))
    assert b"OnlineSafe moet stoppen" not in done.stderr
    assert done.returncode in (0, 4)

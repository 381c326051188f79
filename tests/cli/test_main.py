"""What the program shuts before it begins, and what it says when it fails."""

import json
import os
import sys
from pathlib import Path

import pytest

from onlinesafe_tui.__main__ import shut_leaks
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.services.crash import crash_report
from tests.cli.processes import home_in, started

CANARY = "canary-0123"

CRASH = f"""
import sys, threading
from onlinesafe_tui.__main__ import tell_crashes
tell_crashes()
sys.argv = ["onlinesafe", "--language", "en"]
def inner(secret):
    raise KeyError(secret)
def outer(secret):
    try:
        inner(secret)
    except KeyError as error:
        raise ValueError("the text was " + secret) from error
class Falling:
    def __del__(self):
        outer("{CANARY}")
"""


@pytest.mark.parametrize(
    ("way", "code"),
    [
        (f"outer('{CANARY}')", 1),
        (f"t = threading.Thread(target=outer, args=('{CANARY}',)); t.start(); t.join()", 0),
        ("f = Falling(); del f", 0),
    ],
)
def test_a_crash_says_where_and_never_what(way: str, code: int, tmp_path: Path) -> None:
    done = started(environ=home_in(tmp_path), program=(sys.executable, "-c", CRASH + way))
    told = done.stderr.decode()
    assert done.returncode == code
    assert CANARY not in told
    assert "ValueError" in told
    assert "KeyError" in told
    assert ":7 inner" in told
    assert done.stdout == b""


def test_a_crash_says_that_nothing_is_lost_and_where_it_is(tmp_path: Path) -> None:
    done = started(environ=home_in(tmp_path), program=(sys.executable, "-c", f"{CRASH}outer('x')"))
    assert "What was saved is still there" in done.stderr.decode()
    assert str(tmp_path / "vault") in done.stderr.decode()


@pytest.mark.parametrize("language", Language)
def test_a_crash_is_told_in_the_language_of_the_person(language: Language) -> None:
    told = crash_report(ValueError(CANARY), Words(language))
    assert CANARY not in told
    assert ("has to stop" in told) is (language is Language.EN)


def test_textual_hears_nothing_that_records_sends_presses_or_loads() -> None:
    environ = dict.fromkeys(("TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "TEXTUAL_PRESS", "TEXTUAL_DRIVER", "TEXTUAL"), "1")
    kept = {"TEXTUAL_ANIMATIONS": "none", "TEXTUAL_COLOR_SYSTEM": "256", "PATH": "/bin"}
    code = "import os, json, sys; from onlinesafe_tui.__main__ import shut_leaks; shut_leaks(os.environ);"
    code += "print(json.dumps(dict(os.environ)))"
    done = started(environ={**home_in(Path.cwd()), **environ, **kept}, program=(sys.executable, "-c", code))
    left = {name: value for name, value in json.loads(done.stdout).items() if name.startswith(("TEXTUAL", "PATH"))}
    assert left == kept


@pytest.mark.skipif(os.name == "nt", reason="there is no such thing there")
def test_files_are_private_and_there_are_no_core_dumps(tmp_path: Path) -> None:
    code = (
        "import os, resource; from onlinesafe_tui.__main__ import shut_leaks; shut_leaks(os.environ);"
        "print(oct(os.umask(0)), *resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = started(environ=home_in(tmp_path), program=(sys.executable, "-c", code))
    assert done.stdout.decode().split() == ["0o77", "0", "0"]


def test_shutting_works_on_any_environment() -> None:
    before = os.umask(0o022)
    try:
        environ = {"TEXTUAL_PRESS": "q", "HOME": "/"}
        shut_leaks(environ)
        assert environ == {"HOME": "/"}
    finally:
        os.umask(before)

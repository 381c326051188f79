"""A text is said to be copied when it is, and where it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from onlinesafe_tui.errors import CopyError
from onlinesafe_tui.services.clipboard import Clipboard, Copied

KEEPING = """#!/bin/sh
for word; do [ "$word" = -o ] && exec cat "$KEPT"; done
cat > "$KEPT"
"""
FAILING = """#!/bin/sh
cat > /dev/null
exit 1
"""
CODE = (
    "import sys; from onlinesafe_tui.services.clipboard import system_clipboard; print(system_clipboard(sys.argv[1]))"
)
TEXT = "Beste “Els”,\n\néén € 😀"


def test_on_this_computer_it_is_the_clipboard_of_the_computer() -> None:
    sent = list[str]()
    clipboard = Clipboard(lambda _: True, sent.append, environ={})
    assert clipboard.copy("tekst") is Copied.CLIPBOARD
    assert not sent


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_on_another_computer_it_is_the_one_of_the_terminal_in_front_of_the_person(variable: str) -> None:
    there, sent = list[str](), list[str]()

    def system(text: str) -> bool:
        there.append(text)
        return True

    clipboard = Clipboard(system, environ={variable: "1"}).with_terminal(sent.append)
    assert clipboard.copy("tekst") is Copied.TERMINAL
    assert (there, sent) == ([], ["tekst"])


def test_a_computer_without_one_leaves_it_to_the_terminal_and_that_is_what_is_said() -> None:
    sent = list[str]()
    assert Clipboard(lambda _: False, sent.append, environ={}).copy("tekst") is Copied.TERMINAL
    assert sent == ["tekst"]


def test_without_any_it_is_told() -> None:
    with pytest.raises(CopyError):
        Clipboard(lambda _: False, environ={}).copy("tekst")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have one way")
@pytest.mark.parametrize(("script", "said"), [(KEEPING, "True"), (FAILING, "False"), (None, "False")])
def test_it_is_copied_only_when_it_is_there_with_the_program_of_the_desktop_faked(
    script: str | None, said: str, tmp_path: Path
) -> None:
    programs, kept = tmp_path / "bin", tmp_path / "kept"
    programs.mkdir()
    if script:
        (programs / "xclip").write_text(script, encoding="utf-8")
        (programs / "xclip").chmod(0o700)
    environ = {"PATH": f"{programs}:/usr/bin:/bin", "DISPLAY": ":99", "KEPT": str(kept), "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", CODE, TEXT],
        env={**environ, "PYTHONPATH": os.environ.get("PYTHONPATH", "")},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == said
    assert not script or script is FAILING or kept.read_text(encoding="utf-8") == TEXT

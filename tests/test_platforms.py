"""What must hold on Windows and macOS, as far as it can be seen on any system."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import onlinesafe_tui

WITHOUT_POSIX = Path(__file__).with_name("without_posix.py")
OF_ONE_SYSTEM = ("onlinesafe_tui.tui.console_input", "onlinesafe_tui.tui.terminal_input")
"""Read the console of Windows, and the terminal of Linux and macOS, and are imported only there."""

MODULES = sorted(Path(onlinesafe_tui.__file__).parent.rglob("*.py"))
TEXT_CALLS = {"open", "fdopen", "read_text", "write_text", "Popen", "run", "check_output", "reconfigure"}


def test_every_module_imports_with_everything_gone_that_windows_lacks() -> None:
    done = subprocess.run(
        [sys.executable, WITHOUT_POSIX, *OF_ONE_SYSTEM], capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    *failed, looked = done.stdout.splitlines()
    assert not failed
    assert int(looked.removeprefix("looked at ")) > 200


def test_that_test_sees_a_module_that_needs_what_windows_lacks() -> None:
    done = subprocess.run(
        [sys.executable, WITHOUT_POSIX], capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    assert [line.partition(":")[0] for line in done.stdout.splitlines()[:-1]] == list(OF_ONE_SYSTEM)


def test_no_text_is_read_or_written_in_an_encoding_that_the_computer_chooses() -> None:
    assert not [f"{path.name}:{line}" for path in MODULES for line in _left_open(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    "code", ["open('a')", "path.open()", "path.read_text()", "path.write_text(x)", "subprocess.run(['a'], text=True)"]
)
def test_that_test_sees_a_call_without_an_encoding(code: str) -> None:
    assert list(_left_open(code)) == [1]


def _left_open(code: str) -> Iterator[int]:
    """Find the lines of calls that handle text and do not say its encoding."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call) or _name(node.func) not in TEXT_CALLS or _is_bytes(node):
            continue
        if all(word.arg != "encoding" for word in node.keywords):
            yield node.lineno


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _is_bytes(call: ast.Call) -> bool:
    """Tell whether a call handles bytes, or is one of ours that only has the same name."""
    texts = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
    if any(isinstance(text, str) and "b" in text and len(text) <= 3 for text in texts):
        return True
    words = {word.arg for word in call.keywords}
    match _name(call.func):
        case "run" | "Popen" | "check_output":
            return not words & {"text", "universal_newlines", "encoding"}
        case "open":
            return isinstance(call.func, ast.Attribute) and not _is_path_or_os(call.func)
        case _:
            return False


def _is_path_or_os(called: ast.Attribute) -> bool:
    return isinstance(called.value, ast.Name) and ("path" in called.value.id or called.value.id in {"io", "codecs"})

"""The browser of the computer: which one may be started, without a terminal, and what is said where none is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onlinesafe_tui.domain.addresses import web_address
from onlinesafe_tui.errors import BrowserError, BrowserInTerminal, BrowserUnclear
from onlinesafe_tui.services import browsing
from onlinesafe_tui.services.browsing import SystemBrowser, browsers_in

ADDRESS = web_address("https://politie.nl/aangifte?a=1&b=2")
needs_scripts = pytest.mark.skipif(os.name == "nt", reason="the browsers here are scripts of a shell")


def program(folder: Path, name: str, does: str) -> Path:
    """Write a program that stands in for a browser; `$1` is the address."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{does}\n")
    file.chmod(0o755)
    return file


def environ(folder: Path, **more: str) -> dict[str, str]:
    """Return surroundings in which only what is in a folder can be a browser."""
    return {"PATH": str(folder), "HOME": str(folder), **more}


@needs_scripts
def test_the_browser_that_is_set_gets_the_address_and_no_terminal(tmp_path: Path) -> None:
    told = tmp_path / "told"
    does = f'[ -t 0 ] || [ -t 1 ] || [ -t 2 ] || (: > /dev/tty) 2> /dev/null || echo "$#:$1" > {told}'
    assert ADDRESS is not None
    SystemBrowser(environ(tmp_path, BROWSER=str(program(tmp_path, "bladeraar", does)))).open(ADDRESS)
    assert told.read_text() == f"1:{ADDRESS.whole}\n"


@needs_scripts
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a browser of their own")
@pytest.mark.parametrize("name", ["w3m", "lynx", "links", "elinks", "www-browser"])
def test_a_browser_that_would_take_the_terminal_is_not_started(name: str, tmp_path: Path) -> None:
    started = tmp_path / "started"
    program(tmp_path, name, f": > {started}")
    assert ADDRESS is not None
    for more in ({}, {"BROWSER": name}, {"BROWSER": f"{name} %s &"}, {"BROWSER": f"/usr/bin/{name}"}):
        with pytest.raises(BrowserInTerminal):
            SystemBrowser(environ(tmp_path, TERM="xterm-256color", **more)).open(ADDRESS)
    assert not started.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a browser of their own")
def test_without_a_setting_the_browser_of_the_desktop_opens_it(tmp_path: Path) -> None:
    told = tmp_path / "told"
    program(tmp_path, "xdg-open", f'[ -t 0 ] || echo "$#:$1" > {told}')
    program(tmp_path, "w3m", "exit 0")
    assert ADDRESS is not None
    SystemBrowser(environ(tmp_path, DISPLAY=":0", TERM="xterm-256color")).open(ADDRESS)
    assert told.read_text() == f"1:{ADDRESS.whole}\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a browser of their own")
def test_a_desktop_without_a_browser_is_told_apart_from_one_that_opened_it(tmp_path: Path) -> None:
    program(tmp_path, "xdg-open", "exit 3")
    assert ADDRESS is not None
    with pytest.raises(BrowserError):
        SystemBrowser(environ(tmp_path, DISPLAY=":0")).open(ADDRESS)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a browser of their own")
def test_where_there_is_no_browser_it_is_said(tmp_path: Path) -> None:
    assert ADDRESS is not None
    for more in ({}, {"BROWSER": "nergens"}):
        with pytest.raises(BrowserError) as error:
            SystemBrowser(environ(tmp_path, TERM="xterm-256color", **more)).open(ADDRESS)
        assert type(error.value) is BrowserError


@pytest.mark.parametrize(
    "chosen",
    [
        "sh -c 'firefox %s'",
        "bash",
        "/bin/sh",
        "firefox %s; rm x",
        "firefox --profile x",
        "env BROWSER=x y",
        "cmd.exe",
        "$(id)",
        "fire\nfox",
        "%s",
        "%s %s",
        f"firefox{os.pathsep}sh",
    ],
)
def test_a_setting_that_is_more_than_the_name_of_a_browser_is_not_used(chosen: str) -> None:
    with pytest.raises(BrowserUnclear):
        browsers_in(chosen)


@pytest.mark.parametrize(
    ("chosen", "programs"),
    [
        ("", ()),
        ("firefox", ("firefox",)),
        ("firefox %s", ("firefox",)),
        ("wslview %s &", ("wslview",)),
        ("/usr/bin/chromium &", ("/usr/bin/chromium",)),
        (f"nergens{os.pathsep}{os.pathsep}firefox", ("nergens", "firefox")),
    ],
)
def test_the_plain_names_of_browsers_are_used(chosen: str, programs: tuple[str, ...]) -> None:
    assert browsers_in(chosen) == programs


@needs_scripts
@pytest.mark.parametrize("written", ["{} %s", "{} &", "{} %s &", "nergens:{}"])
def test_however_it_is_set_the_browser_gets_the_address(written: str, tmp_path: Path) -> None:
    told = tmp_path / "told"
    setting = written.format(program(tmp_path, "bladeraar", f'echo "$#:$1" > {told}'))
    assert ADDRESS is not None
    SystemBrowser(environ(tmp_path, BROWSER=setting)).open(ADDRESS)
    assert told.read_text() == f"1:{ADDRESS.whole}\n"


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_nothing_is_opened(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr(subprocess, "Popen", lambda *args, **_: started.append(args))
    browser = SystemBrowser({variable: "1", "BROWSER": "firefox"})
    assert browser.is_elsewhere
    assert ADDRESS is not None
    with pytest.raises(BrowserError):
        browser.open(ADDRESS)
    assert started == []
    assert not SystemBrowser({}).is_elsewhere


@needs_scripts
def test_a_browser_that_stays_is_waited_for_only_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "_LONGEST", 0.2)
    assert ADDRESS is not None
    began = time.monotonic()
    stays = program(tmp_path, "bladeraar", "exec /bin/sleep 3")
    SystemBrowser(environ(tmp_path, BROWSER=str(stays))).open(ADDRESS)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("module", ["onlinesafe_tui.services.browsing", "onlinesafe_tui.tui.screens.address"])
def test_nothing_that_can_open_an_address_is_loaded_before_one_is_opened(module: str) -> None:
    code = f"import sys, {module}; print('webbrowser' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

"""What stands on the terminal before the program is loaded, and that nothing jumps when the screen takes over."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pyte
import pytest
from platformdirs.macos import MacOS

from onlinesafe_tui.cli import first_words
from onlinesafe_tui.cli.first_words import drawn, translated
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.danger import dangers_in, numbers_for
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import ContactMeta, Kind, Status
from onlinesafe_tui.paths import content_folder, find_paths
from tests.cli.processes import PROGRAM, home_in

TAKES_OVER = b"\x1b[?1049h"
GIVES_BACK = b"\x1b[?1049l"
COLOURS = {
    "many": {"COLORTERM": "truecolor"},
    "256": {},
    "16": {"TERM": "xterm"},
}
on_a_terminal = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")


@pytest.mark.parametrize("language", Language)
def test_the_words_are_those_of_the_bar(language: Language) -> None:
    assert translated(first_words._MESSAGE, language) == Words(language)._messages.gettext(first_words._MESSAGE)
    assert translated("No such message", language) == "No such message"


@pytest.mark.parametrize("country", [*Country, None])
def test_the_numbers_are_those_of_the_contacts(country: Country | None) -> None:
    library = Library(content_folder())
    metas = [page.meta for page in library.pages(Kind.CONTACT, Language.NL)]
    there = [
        (meta.order, meta.number)
        for meta in metas
        if isinstance(meta, ContactMeta)
        and meta.danger
        and meta.status is Status.VERIFIED
        and (country is None or country in meta.country)
    ]
    expected = tuple(dict.fromkeys(number for _, number in sorted(there)))
    assert expected
    assert numbers_for(country, dangers_in(content_folder() / "contacts").values()) == expected
    assert library.danger_numbers(country) == expected


@pytest.mark.parametrize("variables", [{}, {"XDG_CONFIG_HOME": "/else/where"}, {"ONLINESAFE_SETTINGS": "~/file.json"}])
def test_the_settings_are_where_the_program_looks(variables: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", "/home/somebody")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert first_words._settings_path(os.environ) == str(find_paths(environ=os.environ).settings)


def test_on_macos_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", "/Users/somebody")
    folder = Path(MacOS("onlinesafe", appauthor=False).user_config_dir)
    assert first_words._settings_path(os.environ) == str(folder / "settings.json")


def test_no_line_is_longer_than_the_terminal_and_no_colour_means_none() -> None:
    assert "In danger" in drawn("In danger now", 10, {"TERM": "xterm"})
    assert "now" not in drawn("In danger now", 10, {"TERM": "xterm"})
    assert "\x1b[1;7m" in drawn("In danger now", 80, {"NO_COLOR": "", "COLORTERM": "truecolor"})


@on_a_terminal
@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize(("language", "said"), [("nl", "In direct gevaar?"), ("en", "In danger now?")])
def test_the_screen_takes_over_without_a_flicker(colours: str, language: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(f'{{"language":"{language}","country":"be"}}')
    raw = shown_until(b"F10", home_in(tmp_path, **COLOURS[colours]))
    first, then = raw.split(TAKES_OVER)[1:]
    assert said in first.decode()
    assert then.startswith(first), "the same words stand on the screen that the program clears"
    before, after = top_of(first), top_of(then)
    words = "".join(str(cell[0]) for cell in before).rstrip()
    assert words.startswith(f" {said}")
    assert after[: len(words)] == before[: len(words)]


@on_a_terminal
def test_they_stand_there_before_the_country_is_known(tmp_path: Path) -> None:
    first = shown_until(b"In direct gevaar?", home_in(tmp_path))
    assert first.startswith(TAKES_OVER)


@on_a_terminal
@pytest.mark.parametrize(
    ("args", "variables"),
    [
        (["--help"], {}),
        (["plain"], {}),
        (["list"], {}),
        (["--language", "fr"], {}),
        ([], {"TERM": "dumb"}),
        ([], {"ONLINESAFE_PLAIN": "1"}),
    ],
)
def test_nothing_is_drawn_where_no_screen_comes(args: list[str], variables: dict[str, str], tmp_path: Path) -> None:
    child = pexpect.spawn(PROGRAM[0], [*PROGRAM[1:], *args], env=home_in(tmp_path, **variables), timeout=20)
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert b"\x1b" not in (child.before or b"")


@on_a_terminal
def test_an_organisation_speaks_for_itself(tmp_path: Path) -> None:
    (tmp_path / "own" / "contacts").mkdir(parents=True)
    shipped = (content_folder() / "contacts" / "emergency.md").read_text(encoding="utf-8")
    (tmp_path / "own" / "contacts" / "emergency.md").write_text(shipped.replace('"112"', '"0112"'), encoding="utf-8")
    (tmp_path / "settings.json").write_text('{"language":"nl","country":"nl"}')
    environ = home_in(tmp_path, ONLINESAFE_OVERLAY=str(tmp_path / "own"))
    raw = shown_until(b"0112", environ)
    assert b"Bel 112" not in raw


@on_a_terminal
def test_a_start_that_fails_gives_the_terminal_back(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['textual'] = None; sys.argv = ['x']; from onlinesafe_tui.__main__ import main; main()"
    )
    child: pexpect.spawn[bytes] = pexpect.spawn(sys.executable, ["-c", code], env=home_in(tmp_path), timeout=20)
    child.expect(pexpect.EOF)
    child.close()
    raw = child.before or b""
    assert raw.startswith(TAKES_OVER)
    assert raw.split(GIVES_BACK)[1].strip(), "what went wrong is told on the terminal itself"
    assert child.exitstatus == 1


@on_a_terminal
def test_settings_that_cannot_be_read_are_told_on_the_terminal_itself(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{")
    raw = shown_until(b"F10", home_in(tmp_path))
    told = raw.index(b"settings.json")
    assert raw.index(GIVES_BACK) < told < raw.rindex(TAKES_OVER)


def shown_until(text: bytes, environ: Mapping[str, str]) -> bytes:
    """Start the program, and return everything that it sends until this text and a moment longer."""
    child: pexpect.spawn[bytes] = pexpect.spawn(
        PROGRAM[0], [*PROGRAM[1:]], env=dict(environ), timeout=20, dimensions=(24, 80)
    )
    child.expect_exact(text)
    raw = (child.before or b"") + text
    try:
        while True:
            raw += child.read_nonblocking(65536, 0.3)
    except (pexpect.TIMEOUT, pexpect.EOF):
        pass
    child.close(force=True)
    return raw


def top_of(raw: bytes) -> list[tuple[object, ...]]:
    """Return what the first line looks like, cell by cell."""
    screen = pyte.Screen(80, 24)
    pyte.ByteStream(screen).feed(raw)
    cells = [screen.buffer[0][column] for column in range(80)]
    return [(cell.data, cell.fg, cell.bg, cell.bold, cell.reverse) for cell in cells]

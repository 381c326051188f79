"""What the tests with hostile text are made of holds every kind of it, wherever it goes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import pytest

from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from tests.hostile import ARGUMENT, LONG, NAME, RAW, STEERING, STEERS, overlay_of
from tests.library.own import needs_odd_names
from tests.pictures.telling import jpeg_telling, png_telling

KINDS: Mapping[str, str] = {
    "markup": r"\[b\]|\[/b\]",
    "action": r"\[@click=app\.stop\]",
    "title": r"\x1b\]0;t\w*\x07",
    "link": r"\x1b\]8;;",
    "clipboard": r"\x1b\]52;c;",
    "screen": r"\x1b\[2J",
    "C1": r"\x9b31m",
    "turned": "\u202e",
    "unseen": "\u200b",
    "half of a pair": "[\ud800-\udfff]",
}
"""What stands in a hostile text, by a part of it."""

LONG_WORD = "w{10000}"
NO_TEXT = b"(?<![\xc2-\xf4\x80-\xbf])[\x80-\x9f]"
"""A byte of C1 by itself."""


def missing(text: str, apart: Collection[str] = ()) -> list[str]:
    """Name the kinds that are not in a text."""
    return [kind for kind, part in KINDS.items() if kind not in apart and not re.search(part, text)]


@pytest.mark.parametrize("text", [STEERING, ARGUMENT, NAME], ids=["kept", "given", "name"])
def test_every_kind_is_in_what_is_kept_given_and_called(text: str) -> None:
    assert missing(text) == []


def test_long_words_and_bytes_that_are_no_text_are_there_too() -> None:
    assert re.search(LONG_WORD, LONG)
    assert re.search(LONG_WORD, ARGUMENT)
    assert re.search(NO_TEXT, RAW)
    assert re.search(NO_TEXT, os.fsencode(NAME))


def test_everything_that_steers_is_in_a_text_and_is_looked_for() -> None:
    turning = {chr(code) for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
    steering = {*map(chr, range(0x80, 0xA0)), *turning, *"\x1b\x07\0\x7f\u200b\u2060\ufeff\ud800\udfff"}
    assert steering <= set(STEERING)
    assert all(map(STEERS.fullmatch, steering))


@needs_odd_names
def test_every_kind_is_in_a_folder_of_an_organisation_and_nothing_of_it_is_left_out(tmp_path: Path) -> None:
    own = overlay_of(tmp_path / "own", STEERING)
    assert not Library(content_folder(), own).left_out()
    for name in ("organisation.md", "organisation/own.md", "steps/talk.md", "laws/insult-nl.md"):
        # In a file that is text there is no half of a pair.
        assert missing((own / name).read_text(encoding="utf-8"), ("half of a pair",)) == []
    long = overlay_of(tmp_path / "long", LONG) / "organisation" / "own.md"
    assert re.search(LONG_WORD, long.read_text(encoding="utf-8"))


@pytest.mark.parametrize("made", [jpeg_telling, png_telling])
def test_every_kind_is_in_a_picture(made: Callable[[str], bytes]) -> None:
    data = made(STEERING)
    assert missing(data.decode("latin-1"), ("turned", "unseen", "half of a pair")) == []
    for part in (
        "\u202e".encode(),
        "\ud800".encode("utf-8", "surrogatepass"),
        "\ud800y".encode("utf-16-le", "surrogatepass"),
    ):
        assert part in data
    assert re.search(NO_TEXT, data)

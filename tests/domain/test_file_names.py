"""Which names Windows gives a file."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.file_names import is_device, trouble_on_windows


@pytest.mark.parametrize("name", ["CON", "con", "nul.txt", "COM1", "lpt9.pdf", "Aux.tar.gz", "COM¹", "con .txt"])
def test_a_device_is_no_file_whatever_its_ending(name: str) -> None:
    assert is_device(name)
    assert trouble_on_windows(f"C:\\Users\\An\\{name}") == "Windows keeps that name for a device"


@pytest.mark.parametrize("name", ["console", "com", "COM10", "con-1.md", "nulmeting.txt", "prn1", "aux-fr"])
def test_a_name_that_only_begins_like_a_device_is_a_file(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("C:\\Users\\An\\nota:geheim", "there is a sign in the name that Windows does not allow"),
        ("nota.txt:geheim", "there is a sign in the name that Windows does not allow"),
        ("C:\\Users\\An\\wat?.txt", "there is a sign in the name that Windows does not allow"),
        ("C:\\Users\\An\\nota.", "a name on Windows does not end in a dot or a space"),
        ("C:\\Users\\An \\nota.txt", "a name on Windows does not end in a dot or a space"),
        ("D:nota.txt", "write the whole place, with \\ after the colon"),
        ("C:\\CON\\nota.txt", "Windows keeps that name for a device"),
    ],
)
def test_what_would_make_no_file_or_one_that_nobody_finds_is_told(place: str, says: str) -> None:
    assert trouble_on_windows(place) == says


@pytest.mark.parametrize(
    "place",
    [
        "nota.txt",
        "C:\\Users\\An de Wit\\Documents\\2026-11-22 Afspraken.pdf",
        "C:/Users/An/nota.txt",
        "\\\\server\\team\\nota.txt",
        "\\\\?\\C:\\Users\\An\\nota.txt",
        "..\\nota.txt",
        ".\\nota.txt",
        "\\nota.txt",
        "é – “nota”.txt".replace('"', ""),
    ],
)
def test_a_usual_place_is_fine(place: str) -> None:
    assert trouble_on_windows(place) is None

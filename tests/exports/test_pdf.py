"""A PDF that can be kept, listened to and printed, whatever was written in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onlinesafe_tui.errors import PaperError
from onlinesafe_tui.exports.pdf import as_pdf
from onlinesafe_tui.exports.shapes import (
    Checks,
    Lines,
    Logo,
    Numbered,
    Paragraph,
    Picture,
    Report,
    Rows,
    Scores,
    Section,
    Signatures,
    Table,
)
from onlinesafe_tui.language import Language
from tests.exports.papers import WORST, every_part, nasty_paper, png, read_pdf, sheet

EMPTY_PARTS = (
    Rows(()),
    Checks(()),
    Lines(()),
    Numbered(()),
    Table((), ()),
    Table(("a",), ()),
    Scores(()),
    Signatures(()),
)

ODD_LETTERS = "\uf41e🙈🏽\u200d\u0301\ufe0fم你ሰⵣ\u0e33\U0001f1f3\U0001f1f1#$*_`@<\\"

ODD = st.characters(codec="utf-8") | st.sampled_from(ODD_LETTERS)


def pages(data: bytes, folder: Path) -> int:
    """Return how many pages there are."""
    (number,) = re.findall(r"^Pages: +(\d+)$", read_pdf(data, "pdfinfo", folder=folder), re.MULTILINE)
    return int(number)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", Language)
def test_it_is_tagged_and_has_a_title_a_day_and_nobody_s_name(language: Language, tmp_path: Path) -> None:
    data = as_pdf(nasty_paper(language))
    told = read_pdf(data, "pdfinfo", "-isodates", folder=tmp_path)
    assert re.search(r"^Tagged: +yes$", told, re.MULTILINE)
    assert re.search(r"^Title: +A \*title\* \| <b> # مرحبا$", told, re.MULTILINE)
    assert re.search(r"^Author: +Org & <i>zonen</i>$", told, re.MULTILINE)
    assert re.search(r"^CreationDate: +2026-03-20T", told, re.MULTILINE)
    assert re.search(r"^PDF version: +1\.7$", told, re.MULTILINE)
    assert re.search(r"^JavaScript: +no$", told, re.MULTILINE)
    assert re.search(r"\(A4\)$", told, re.MULTILINE)
    assert f"/Lang({language})".encode() in data.replace(b" ", b"")


def test_it_says_that_it_is_made_to_last_and_for_everybody() -> None:
    about = as_pdf(nasty_paper(Language.NL))
    for mark in (b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"):
        assert mark in about


def test_every_font_is_inside(tmp_path: Path) -> None:
    told = read_pdf(as_pdf(nasty_paper(Language.NL)), "pdffonts", folder=tmp_path)
    rows = [row.split() for row in told.splitlines()[2:]]
    assert {row[0].split("+")[1] for row in rows} == {"OpenSans", "OpenSans-Bold", "DejaVuSans"}
    # The columns from the right: object (two), unicode, subset, embedded.
    assert {tuple(row[-5:-2]) for row in rows} == {("yes", "yes", "yes")}


def test_what_looks_like_a_command_is_read_as_it_was_written(tmp_path: Path) -> None:
    told = read_pdf(as_pdf(nasty_paper(Language.NL)), "pdftotext", folder=tmp_path)
    assert told.count(WORST[2]) >= 8


def test_what_no_font_draws_stands_there_by_its_name_and_is_explained(tmp_path: Path) -> None:
    report = Report("Een", Language.NL, (Section("Twee", (Paragraph("你 🙈 ❤\ufe0f"),)),))
    told = read_pdf(as_pdf(report), "pdftotext", folder=tmp_path)
    assert "⟨U+4F60⟩ ⟨see-no-evil monkey⟩ ❤" in told
    assert "Tussen ⟨ ⟩ staat" in told
    assert "⟨" not in read_pdf(as_pdf(sheet()), "pdftotext", folder=tmp_path)


def test_a_word_without_end_stays_on_the_paper_and_can_be_copied(tmp_path: Path) -> None:
    word = "https://example.org/watch?v=a_b&c=*d*#" + "z" * 300
    report = Report("t", Language.NL, (Section("s", every_part(word)),))
    data = as_pdf(report)
    ends = re.findall(r'xMax="([\d.]+)"', read_pdf(data, "pdftotext", "-bbox", folder=tmp_path))
    assert max(map(float, ends)) <= 595.3 - 60
    assert word in squeezed(read_pdf(data, "pdftotext", folder=tmp_path))


@pytest.mark.parametrize("points", [5, 22, 30])
def test_a_sheet_stays_one_page(points: int, tmp_path: Path) -> None:
    assert pages(as_pdf(sheet(points)), tmp_path) == 1


def test_a_sheet_with_far_too_much_goes_on_in_letters_that_one_can_read(tmp_path: Path) -> None:
    data = as_pdf(sheet(65))
    assert pages(data, tmp_path) == 2
    told = read_pdf(data, "pdftotext", folder=tmp_path)
    assert told.count("Ik ben te bereiken") == 65
    assert told.count("Handtekening") == 2


def test_a_very_long_report_is_whole(tmp_path: Path) -> None:
    sections = tuple(Section(f"Deel {number}", (Paragraph(f"woord{number} " * 300),)) for number in range(100))
    data = as_pdf(Report("Lang", Language.NL, sections))
    assert pages(data, tmp_path) > 50
    told = read_pdf(data, "pdftotext", folder=tmp_path).split()
    assert all(told.count(f"woord{number}") == 300 for number in range(100))


@pytest.mark.parametrize(
    "report",
    [
        Report("", Language.NL, ()),
        Report("", Language.EN, (Section("", ()),), organisation="x"),
        Report("t", Language.NL, (Section("s", EMPTY_PARTS),)),
        Report("t", Language.NL, (Section("", EMPTY_PARTS), Section("s", every_part("")))),
        Report("t", Language.NL, (), logo=Logo(png(900, 2), Picture.PNG), fits_page=True),
    ],
)
def test_a_report_with_little_or_nothing_in_it_is_a_page(report: Report, tmp_path: Path) -> None:
    assert pages(as_pdf(report), tmp_path) == 1


@given(text=st.text(alphabet=ODD, max_size=30))
@settings(max_examples=60, deadline=None)
def test_no_text_keeps_it_from_being_made(text: str) -> None:
    report = Report(text, Language.NL, (Section(text, every_part(text)),), organisation=text, subtitle=text)
    assert as_pdf(report).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("damage", [b"", b"no picture", png()[:50], png().replace(b"IDAT", b"IDAX")])
def test_a_damaged_logo_is_told(damage: bytes) -> None:
    with pytest.raises(PaperError):
        as_pdf(replace(sheet(), logo=Logo(damage, Picture.PNG)))


SAME = """
import sys
from hashlib import sha256
from onlinesafe_tui.exports.pdf import as_pdf
from onlinesafe_tui.exports.word import as_word
from onlinesafe_tui.language import Language
from tests.exports.papers import nasty_paper
for write in (as_pdf, as_word):
    print(sha256(write(nasty_paper(Language.NL))).hexdigest())
"""


def test_the_same_report_is_the_same_bytes_in_another_process_on_another_day(tmp_path: Path) -> None:
    def made(seed: str, zone: str) -> str:
        environ = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "HOME": str(tmp_path), "SOURCE_DATE_EPOCH": seed}
        return subprocess.run(
            [sys.executable, "-c", SAME], env=environ, capture_output=True, check=True, cwd=Path(__file__).parents[2]
        ).stdout.decode()

    first = made("1", "UTC")
    assert first.count("\n") == 2
    assert made("2", "Pacific/Kiritimati") == first

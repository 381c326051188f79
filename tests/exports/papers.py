"""Papers to make: one with every part and the worst of texts in it, and what a machine reads back from a file."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zlib
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from onlinesafe_tui.exports.shapes import (
    Blank,
    Check,
    Checks,
    Count,
    Lines,
    Logo,
    Numbered,
    Paragraph,
    Part,
    Picture,
    Quote,
    Report,
    Row,
    Rows,
    Score,
    Scores,
    Section,
    Signatures,
    Subheading,
    Table,
)
from onlinesafe_tui.language import Language
from tests.exports.samples import NOTE

DAY = date(2026, 3, 20)

WORST = (
    "مرحبا بالعالم | שלום",
    "<script>alert(1)</script> & <b>",
    '#read("secret.txt") #set page(width: 1pt) $x$ @ref <label>',
    "你好 🙈👩\u200d👧 ❤\ufe0f \U000e0041\ue000\ufffe",
    "\x1b[31mrood\x00\x07\u202e|",
    "https://example.org/watch?v=a_b&c=*d*#" + "z" * 150,
    "",
)
"""Texts that break what is careless: other scripts, markup of every kind, control characters, an endless word."""


def png(width: int = 30, height: int = 10) -> bytes:
    """Draw a picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    head = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x60" * width for _ in range(height))
    end = chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + end


def every_part(text: str) -> tuple[Part, ...]:
    """Return one part of every kind, with a text at every place."""
    counts = (Count(text, 3), Count("b", 2), Count("c", 1), Count("d", 1), Count("e", 0))
    return (
        Subheading(text),
        Paragraph(text),
        Quote(f"{text}\n\n  {text}"),
        Rows((Row(text, text, (Row("under", f"{text}\n{text}"),)),)),
        Checks((Check(text, is_ticked=True, when=text), Check(text, is_ticked=False))),
        Lines((text, text)),
        Numbered((text, text)),
        Table((text, "b", "c"), ((text, text, ""), ("", "1", text))),
        Scores((Score(text, counts), Score("none", (Count("a", 0),)))),
        Signatures((text, "b")),
        Blank(text, 2),
    )


def nasty_paper(language: Language) -> Report:
    """Return a paper with every part, and the worst of texts in each."""
    sections = tuple(Section(f"{index} {text}", every_part(text)) for index, text in enumerate(WORST))
    return Report(
        "A *title* | <b> # مرحبا",
        language,
        (*sections, Section("", (Subheading("Alone"), Quote(NOTE)))),
        subtitle=WORST[1],
        organisation="Org & <i>zonen</i>",
        logo=Logo(png(), Picture.PNG),
        made=DAY,
    )


def sheet(points: int = 12) -> Report:
    """Return a paper that has to be one sheet."""
    point = "Ik ben te bereiken op het werknummer, van maandag tot en met vrijdag tussen 9 en 17 uur."
    sections = (
        Section("Afspraken", (Lines((point,) * points),)),
        Section("Eigen afspraken", (Blank(lines=3),)),
        Section("Getekend", (Signatures(("Cliënt", "Hulpverlener")),)),
    )
    return Report("Afspraken over online contact", Language.NL, sections, made=DAY, fits_page=True)


def read_pdf(data: bytes, tool: str, *options: str, folder: Path) -> str:
    """Look at a PDF with one of the tools of poppler."""
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed")
    path = folder / "paper.pdf"
    path.write_bytes(data)
    last = ["-"] if tool == "pdftotext" else []
    return subprocess.run([tool, *options, str(path), *last], capture_output=True, check=True).stdout.decode()


def read_word(data: bytes) -> str:
    """Say what a Word file holds: a line for each paragraph with its style, and one for each row."""
    lines = []
    for part in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(part, WordParagraph):
            lines.append(f"[{_style(part)}] {part.text}")
        elif isinstance(part, WordTable):
            lines += [f"| {' | '.join(_cell(cell) for cell in row.cells)} |" for row in part.rows]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _cell(cell: _Cell) -> str:
    styles = [(_style(part), part.text) for part in cell.paragraphs]
    return "\n".join(text if style == "Normal" else f"[{style}] {text}" for style, text in styles)


def _style(paragraph: WordParagraph) -> str:
    return paragraph.style.name or "" if paragraph.style else ""

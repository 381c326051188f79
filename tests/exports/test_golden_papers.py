"""What a paper with every part and the worst of texts looks like in each format.

After a change on purpose: `UPDATE_GOLDEN=1 pytest tests/exports`, and read the difference. Of a PDF and a Word file the
words are compared that another program reads from them: the bytes around these change with every version of what
writes them, and say nothing to who reads the difference.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from onlinesafe_tui.exports.html import as_html
from onlinesafe_tui.exports.markdown import as_markdown
from onlinesafe_tui.exports.pdf import as_pdf
from onlinesafe_tui.exports.plain_text import as_plain_text
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.exports.word import as_word
from onlinesafe_tui.language import Language
from tests.exports.papers import nasty_paper, read_pdf, read_word

Told = Callable[[Report, Path], str]

FORMATS: dict[str, Told] = {
    "md": lambda report, _: as_markdown(report),
    "txt": lambda report, _: as_plain_text(report),
    "html": lambda report, _: as_html(report),
    "pdf.txt": lambda report, folder: _lines(read_pdf(as_pdf(report), "pdftotext", folder=folder)),
    "docx.txt": lambda report, _: read_word(as_word(report)),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("ending", FORMATS)
def test_a_paper_looks_as_it_should(ending: str, language: Language, golden: Path, tmp_path: Path) -> None:
    told = FORMATS[ending](nasty_paper(language), tmp_path)
    path = golden / f"paper-{language}.{ending}"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(told, encoding="utf-8", newline="\n")
    with path.open(encoding="utf-8", newline="") as file:
        assert told == file.read()


def _lines(text: str) -> str:
    """Leave out the empty lines and the ends of pages: how much room there is between lines is for the eye."""
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())

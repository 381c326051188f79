"""Making paper of a report: which kinds of file there are, what one is called, and what is in it."""

from __future__ import annotations

import os
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.exports.wording import dated
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.files import dated_name, keep_as_file


class Format(StrEnum):
    """A kind of file that a report can become, the one that most people want first."""

    PDF = "pdf"
    WORD = "word"
    HTML = "html"
    MARKDOWN = "markdown"

    @property
    def ending(self) -> str:
        """How the name of such a file ends, without the dot."""
        return _ENDINGS[self]

    @property
    def label(self) -> str:
        """What it is and what it is good for, an English message to translate."""
        return _LABELS[self]

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return self in (Format.HTML, Format.MARKDOWN)


_ENDINGS: Final = {Format.PDF: "pdf", Format.WORD: "docx", Format.HTML: "html", Format.MARKDOWN: "md"}
_LABELS: Final = {
    Format.PDF: N_("PDF: to print, to sign, to keep"),
    Format.WORD: N_("Word: to change it first"),
    Format.HTML: N_("Web page (HTML): to read on any screen"),
    Format.MARKDOWN: N_("Plain text (Markdown): to copy from"),
}

NOTHING_SENT: Final = N_(
    "Nothing is sent. You get a file on this laptop. It is not sealed: others who use this laptop may be able to "
    "read it."
)
"""What both faces say before they make a file, an English message to translate."""

_LONGEST_HEAD: Final = 500


def write_paper(report: Report, format: Format) -> bytes:
    """Write a report as one kind of file. It takes a moment, in which it lets other threads go on.

    Raises:
        PaperError: It cannot be made, because of its logo for one.
    """
    # What writes a kind of file is large, and most starts write none.
    match format:
        case Format.PDF:
            from onlinesafe_tui.exports.pdf import as_pdf  # noqa: PLC0415

            return as_pdf(report)
        case Format.WORD:
            from onlinesafe_tui.exports.word import as_word  # noqa: PLC0415

            return as_word(report)
        case Format.HTML:
            from onlinesafe_tui.exports.html import as_html  # noqa: PLC0415

            return as_html(report).encode()
        case Format.MARKDOWN:
            from onlinesafe_tui.exports.markdown import as_markdown  # noqa: PLC0415

            return as_markdown(report).encode()


def paper_name(report: Report, format: Format, today: date) -> str:
    """Name a file after a day and the title of what is in it, so that every system takes it."""
    return dated_name(today, report.title, format.ending)


def contents_of(report: Report, words: Words) -> tuple[str, ...]:
    """Say what stands on the paper: its title, from whom it is, and the headings under it."""
    names = (report.organisation, dated(report))
    head = (report.title, *(clean_name(name) for name in names if name))
    headings = ", ".join(clean_name(section.title) for section in report.sections if section.title)
    told = clean_name(" · ".join(head), longest=_LONGEST_HEAD)
    return (told, words(N_("What goes in: {headings}."), headings=headings)) if headings else (told,)


def offered_place(folder: Path, report: Report, format: Format, today: date) -> Path:
    """Offer a place for a new file: one at which there is none yet."""
    first = folder / paper_name(report, format, today)
    places = (first, *(first.with_stem(f"{first.stem} {number}") for number in range(2, 100)))
    return next((place for place in places if not os.path.lexists(place)), first)


def keep_paper(report: Report, format: Format, place: Path) -> None:
    """Make a file of a report, whole or not at all; a file that is there already stays as it is.

    Raises:
        PaperError: It cannot be made, because of its logo for one.
        ExportError: The place is taken, or cannot be written.
    """
    keep_as_file(place, write_paper(report, format))

"""A Word file that Word opens, with real headings and lists, in a language, and in nobody's name."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onlinesafe_tui.errors import PaperError
from onlinesafe_tui.exports.shapes import Logo, Numbered, Picture, Report, Section, Table
from onlinesafe_tui.exports.word import as_word
from onlinesafe_tui.language import Language
from tests.exports.papers import every_part, nasty_paper, png, read_word, sheet

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part_of(data: bytes, name: str) -> ElementTree.Element:
    """Read one of the parts of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return ElementTree.fromstring(parts.read(name))


def test_headings_and_lists_are_real_ones() -> None:
    told = read_word(as_word(nasty_paper(Language.NL))).splitlines()
    styles = {line[1:].split("]")[0] for line in told if line.startswith("[")}
    assert {"Heading 1", "Heading 2", "List Bullet", "List Number", "Quote"} <= styles
    assert [line for line in told if line.startswith("[Title]")] == ["[Title] A *title* | <b> # مرحبا"]


def test_every_numbered_list_begins_at_one() -> None:
    lists = (Numbered(("a", "b")), Numbered(("c",)))
    root = part_of(as_word(Report("t", Language.NL, (Section("s", lists),))), "word/document.xml")
    numbers = [number.get(f"{W}val") for number in root.iter(f"{W}numId")]
    assert numbers[0] == numbers[1] != numbers[2]


def test_the_head_of_a_table_comes_again_on_every_page() -> None:
    table = Table(("a", "b"), (("1", "2"),))
    root = part_of(as_word(Report("t", Language.NL, (Section("s", (table,)),))), "word/document.xml")
    rows = list(root.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]


@pytest.mark.parametrize(("language", "tag"), [(Language.NL, "nl-NL"), (Language.EN, "en-GB")])
def test_its_language_is_that_of_the_report(language: Language, tag: str) -> None:
    data = as_word(nasty_paper(language))
    assert {lang.get(f"{W}val") for lang in part_of(data, "word/styles.xml").iter(f"{W}lang")} == {tag}
    assert docx.Document(io.BytesIO(data)).core_properties.language == tag


def test_it_is_on_a4_and_in_nobody_s_name() -> None:
    document = docx.Document(io.BytesIO(as_word(replace(sheet(), organisation=""))))
    about, section = document.core_properties, document.sections[0]
    assert (about.author, about.last_modified_by, about.comments) == ("OnlineSafe", "OnlineSafe", "")
    assert about.created == about.modified == datetime(2026, 3, 20, tzinfo=UTC)
    assert section.page_width is not None
    assert round(section.page_width.cm) == 21


def test_the_logo_says_what_it_is() -> None:
    root = part_of(as_word(nasty_paper(Language.NL)), "word/document.xml")
    assert [part.get("descr") for part in root.iter() if part.tag.endswith("docPr")] == ["Logo van Org & <i>zonen</i>"]


def test_a_report_with_nothing_in_it_is_a_file_all_the_same() -> None:
    assert "[Title]" in read_word(as_word(Report("", Language.NL, ())))
    assert read_word(as_word(Report("t" * 400, Language.NL, (), organisation="o" * 400))).count("t" * 400) == 1


@given(text=st.text(max_size=30))
@settings(max_examples=30, deadline=None)
def test_no_text_keeps_it_from_being_made(text: str) -> None:
    report = Report(text, Language.NL, (Section(text, every_part(text)),), organisation=text, subtitle=text)
    docx.Document(io.BytesIO(as_word(report)))


@pytest.mark.parametrize("damage", [b"", b"no picture", png()[:20]])
def test_a_damaged_logo_is_told(damage: bytes) -> None:
    with pytest.raises(PaperError):
        as_word(replace(sheet(), logo=Logo(damage, Picture.PNG)))

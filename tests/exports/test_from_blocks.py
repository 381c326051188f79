"""The text of a page as parts of a report: nothing of it is lost on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from onlinesafe_tui.exports.from_blocks import parts_of, sections_of
from onlinesafe_tui.exports.shapes import Check, Checks, Lines, Numbered, Paragraph, Quote, Report, Section, Subheading
from onlinesafe_tui.exports.wording import flat
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.blocks import plain_text, texts
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.papers import Format, write_paper

PAGE = """---
covers: []
---
# Titel {lang=nl}

Lees *dit* op [de site](https://example.org/a).

- een
- twee

## Zo doe je dat {#how}

1. eerst
2. dan

- [ ] gedaan {#task}

### Verder {#more}

::: note
Let op.
:::

::: when form=video
Alleen bij video.
:::
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    path = tmp_path / "about" / "page.md"
    path.parent.mkdir()
    path.write_text(PAGE, encoding="utf-8")
    return Library(tmp_path)


def test_every_kind_of_block_becomes_a_part_and_large_headings_become_sections(library: Library) -> None:
    page = library.page(Kind.ABOUT, "page", Language.NL)
    first, second = sections_of(page.title, page.shown())
    assert first == Section("Titel", (Paragraph("Lees dit op de site (example.org/a)."), Lines(("een", "twee"))))
    assert second == Section(
        "Zo doe je dat",
        (
            Numbered(("eerst", "dan")),
            Checks((Check("gedaan", is_ticked=False),)),
            Subheading("Verder"),
            Paragraph("Let op."),
        ),
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", [Kind.ABOUT, Kind.STEP, Kind.TEMPLATE])
def test_every_shipped_page_of_these_kinds_is_whole_on_paper(kind: Kind, language: Language) -> None:
    library = Library(content_folder())
    for id in library.ids(kind):
        page = library.page(kind, id, language)
        shown = page.shown()
        report = Report(page.title, language, sections_of("", shown))
        told = flat(write_paper(report, Format.HTML).decode())
        quotes = [part.text for section in report.sections for part in section.parts if isinstance(part, Quote)]
        assert parts_of(shown)
        for text, _ in texts(shown):
            words = flat(plain_text(text)).replace("&", "&amp;").replace("'", "&#x27;").replace('"', "&quot;")
            assert words.replace("<", "&lt;").replace(">", "&gt;") in told or words in flat(" ".join(quotes))

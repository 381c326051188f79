"""Foreign text in Markdown is read as it was written, never as markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.exports.escaping import escaped
from onlinesafe_tui.exports.markdown import as_markdown
from onlinesafe_tui.exports.shapes import Lines, Paragraph, Quote, Report, Row, Rows, Section
from onlinesafe_tui.language import Language

PARSERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like"), MarkdownIt("js-default", {"linkify": True})]
"""Strict Markdown, and the ones that make more of a text: tables, strikethrough, links of whatever looks like one."""

NASTY = (
    "# kop",
    "    code",
    "\tcode",
    "- lijst",
    "1. lijst",
    "12) lijst",
    "> citaat",
    "---",
    "===",
    "***vet***",
    "__vet__ a_b_c",
    "`code` ``x``",
    "~~weg~~",
    "```\nblok\n```",
    "~~~\nblok\n~~~",
    "<script>alert(1)</script>",
    "<https://example.org>",
    "&lt; &#35; &amp;",
    "[naam](javascript:alert(1)) ![x](https://example.org/x.png)",
    "[x]: https://example.org",
    "https://example.org/a_b?c=*d* www.example.org naam@example.org example.org",
    "(zie https://example.org/a_(b)) 'www.example.org',",
    "https://example.org/`x`",
    "| a | b |\n|---|---|\n| c | d |",
    "a | b\n:-- | --:",
    "a\\\nb",
    "{#id .class}",
    ":::  note\nx\n:::",
    "+ plus",
    "$x$ ^y^ :smile: 12:30:45",
    "a  \nb",
    "\\",
)

TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="\\`*_{}[]()#+-.!|<>~&:=$^ \n\tab1/@w", max_size=40),
    st.lists(st.sampled_from(NASTY), max_size=3).map("\n".join),
)


def words_of(token: Token) -> str:
    """Return the text that a reader sees of a paragraph; anything that is not text is an error."""
    seen = []
    for child in token.children or ():
        assert child.type in ("text", "text_special", "code_inline", "softbreak", "hardbreak"), child.type
        seen.append("\n" if child.type.endswith("break") else child.content)
    return "".join(seen)


def squeezed(text: str) -> str:
    return "".join(clean_text(text).split())


@pytest.mark.parametrize("parser", PARSERS)
@given(text=TEXTS)
def test_a_quote_holds_its_own_words_and_nothing_else(parser: MarkdownIt, text: str) -> None:
    report = Report("t", Language.NL, (Section("s", (Quote(text),)),))
    tokens = parser.parse(as_markdown(report))[6:]
    assert {token.type for token in tokens} <= {
        "blockquote_open",
        "blockquote_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
    }
    assert squeezed("".join(words_of(token) for token in tokens if token.type == "inline")) == squeezed(text)


@pytest.mark.parametrize("parser", PARSERS)
@given(text=TEXTS)
def test_a_line_of_a_list_is_one_line_of_words(parser: MarkdownIt, text: str) -> None:
    report = Report("t", Language.NL, (Section("s", (Lines((text or "x",)),)),))
    tokens = parser.parse(as_markdown(report))[6:]
    assert [token.type for token in tokens if not token.type.startswith("paragraph")] in (
        ["bullet_list_open", "list_item_open", "inline", "list_item_close", "bullet_list_close"],
        ["bullet_list_open", "list_item_open", "list_item_close", "bullet_list_close"],
    )
    assert squeezed("".join(words_of(token) for token in tokens if token.type == "inline")) == squeezed(text or "x")


@pytest.mark.parametrize("parser", PARSERS)
@given(text=TEXTS)
def test_titles_and_paragraphs_hold_their_own_words(parser: MarkdownIt, text: str) -> None:
    report = Report(text, Language.NL, (Section(text, (Paragraph(text),)),))
    inlines = [token for token in parser.parse(as_markdown(report)) if token.type == "inline"]
    for token in inlines:
        assert squeezed(words_of(token)) in (squeezed(text), "")


@pytest.mark.parametrize("parser", PARSERS)
@given(value=TEXTS, under=TEXTS)
def test_the_value_of_a_row_changes_nothing_around_it(parser: MarkdownIt, value: str, under: str) -> None:
    rows = Rows((Row("one", value, (Row("under", under),)), Row("two", "last")))
    tokens = parser.parse(as_markdown(Report("t", Language.NL, (Section("s", (rows,)),))))
    told = parser.renderer.render(tokens, parser.options, {})
    assert told.count("<li>") == 3
    assert told.count("<strong>") == 3
    assert "<a " not in told
    assert "<h3" not in told


def test_what_means_nothing_stays_readable() -> None:
    assert escaped("Hij zei: (12:30) 5 - 3 = 2, echt waar!") == "Hij zei: (12:30) 5 - 3 = 2, echt waar!"


def test_an_address_can_be_copied_as_it_stands() -> None:
    assert escaped("Zie https://example.org/a_b.") == "Zie `https://example.org/a_b`."

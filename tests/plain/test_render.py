"""From blocks to lines."""

from __future__ import annotations

import pytest

from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.blocks import (
    Block,
    Bullets,
    Heading,
    Item,
    Paragraph,
    Remark,
    Span,
    Tasks,
    Template,
    Text,
)
from onlinesafe_tui.plain.render import WIDEST, block_lines, paragraphs, printable, wrapped

WORDS = Words(Language.EN)


def text(words: str) -> Text:
    return (Span(words),)


def item(words: str, more: str = "") -> Item:
    return Item(text(words), text(more) if more else (), "", (), 1)


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Heading(text("What to do"), 2, "tasks", 1), ["What to do"]),
        (Paragraph((Span("Call "), Span("now", strong=True), Span(".")), 1), ["Call now."]),
        (Bullets((item("one", "more"), item("two")), False, 1), ["- one", "  more", "- two"]),
        (Bullets((item("one"), item("two")), True, 1), ["1. one", "2. two"]),
        (Tasks((item("tick me"),), 1), ["- tick me"]),
        (Template("Hello,\n\nYou", 1), ["  Hello,", "", "  You"]),
        (Remark("warning", (Paragraph(text("hot"), 1), Paragraph(text("too"), 1)), 1), ["Mind: hot", "", "too"]),
        (Remark("note", (Bullets((item("one"),), False, 1),), 1), ["Remark:", "", "- one"]),
        (Remark("note", (), 1), []),
    ],
)
def test_every_block_is_plain_lines(block: Block, lines: list[str]) -> None:
    assert block_lines([block], WORDS) == lines


def test_between_blocks_is_one_empty_line() -> None:
    blocks: list[Block] = [Paragraph(text("one"), 1), Remark("note", (), 2), Paragraph(text("two"), 3)]
    assert block_lines(blocks, WORDS) == ["one", "", "two"]


def test_long_text_hangs_under_its_mark() -> None:
    lines = wrapped("word " * 40, "12. ")
    assert len(lines) > 2
    assert all(len(line) <= WIDEST for line in lines)
    assert lines[1].startswith("    word")


def test_an_address_is_never_broken() -> None:
    address = "https://example.org/" + "a-b" * 40
    assert wrapped(f"See {address} now") == ["See", address, "now"]


def test_every_line_of_what_somebody_wrote_stays_a_line() -> None:
    assert wrapped("one\n\ntwo\tthree") == ["one", "", "two three"]


def test_what_is_printed_is_one_line_that_a_terminal_can_take() -> None:
    assert printable("a\x1b[2J\x07\u202eb\nc\x9d") == "a␛[2Jb c"


def test_empty_parts_leave_no_gap() -> None:
    assert paragraphs(["a"], [], ["b", "c"], []) == ["a", "", "b", "c"]

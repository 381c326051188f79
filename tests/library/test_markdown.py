"""Markdown becomes typed blocks, and what no screen would show is refused."""

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
    When,
    plain_text,
    shown,
    texts,
)
from onlinesafe_tui.library.markdown import BlockParser
from tests.domain.telling import told

FIRST_LINE = 10


REFUSED = [
    ("Text\n\n<b>x</b>", 12, "HTML is not shown; write it as Markdown"),
    ("Text\n\n<div>\nx\n</div>", 12, "HTML is not shown; write it as Markdown"),
    ("Text\n\n<!-- hidden -->", 12, "HTML is not shown; write it as Markdown"),
    ("See ![screen](x.png)", 10, "Pictures are not shown; describe in words"),
    ("Text\n\n> said", 12, "write a paragraph, or ::: note"),
    ("Text\n\n---\n\nMore", 12, "A line is not shown; use a heading"),
    ("Text\n\n    code", 12, "write it without, or in a ```template fence"),
    ("Text\n\n```\ncode\n```", 12, "write ```template"),
    ("Text\n\n```python\ncode\n```", 12, "write ```template"),
    ("Text\n\n```template\nno end", 12, "write ``` on a line of its own after it"),
    ("```template\nno end\n~~~", 10, "write ``` on a line of its own after it"),
    ("::: note\n```template\nno end\n:::", 11, "write ``` on a line of its own after it"),
    ("# Title", 10, "Only ## and ### headings stand inside a page"),
    ("#### Deep", 10, "Only ## and ### headings stand inside a page"),
    ("One\ntwo\n---", 10, "write ## before the heading"),
    ("## Head {#a covers=T-talk}", 10, "or in the front matter; write it there"),
    ("Text\n\n::: tip\nx\n:::", 12, "write ::: when …, ::: note or ::: warning"),
    ("Text\n:::\nmore", 10, "write ::: when …, ::: note or ::: warning"),
    ("Text\n\n::: when country=nl\nx", 12, "write ::: on a line of its own after it"),
    ("::: note\nx\n\nmore", 10, "write ::: on a line of its own after it"),
    ("::: note Mind this\nx\n:::", 10, "Words after ::: note are not shown; write them on the next line"),
    ("::::warning\n::: note\nx\n:::\n::::", 10, "not nested; write them one after the other"),
    ("| a | b |\n|---|---|", 10, "A table is not shown; write a list"),
    ("a | b\n--- | ---\nc | d", 10, "A table is not shown; write a list"),
    ("Text {#id}", 10, "stands on a heading, a task or a list item, not on a paragraph"),
    ("- [ ] a {#a}\n- b", 10, "put a blank line and a heading between"),
    ("- a\n  - b", 10, "A list has one level, and only text in its items"),
    ("- a\n\n- ```template\n  x\n  ```", 12, "A list has one level, and only text in its items"),
    ("-", 10, "A list has one level, and only text in its items"),
    ("- [ ] a {#a}\n\n  more {#b}", 12, "An id stands at the end of the first paragraph"),
    ("::: when land=nl\nx\n:::", 10, "land is not something one can ask about; write one of: country, for, danger"),
    ("::: when country=fr\nx\n:::", 10, "fr is not a value of country; write one of: nl, be"),
    ("::: when country = nl\nx\n:::", 10, "= is not something one can ask about"),
    ("::: when talk=no\nx\n:::", 10, "no is not a value of talk; write one of: prepared, not-alone"),
    ("::: when\nx\n:::", 10, "write for example ::: when country=nl"),
    ("::: when form=text form=video\nx\n:::", 10, "form stands here twice; write its values once, with commas"),
    ("## Head {#a class=b}", 10, "class is not known here; write #id or covers="),
    ("## Head {#Big_Id}", 10, "write lower case letters, digits and hyphens"),
    ("- [ ] Task {#not closed", 10, "write {#id} at the end of a heading, task or item"),
    ("Dear {recipient}", 10, "A brace would be shown as it is"),
    ("## Head { #a }", 10, "A brace would be shown as it is"),
    ("Text\n\n[note]: https://a.nl", 12, "write a link as [words](https://…)"),
    ('[a](https://a.nl "title")', 10, "The title of a link is not shown"),
]


def parsed(text: str) -> tuple[Block, ...]:
    parser = BlockParser(FIRST_LINE)
    blocks = parser.parse(text)
    assert parser.notes == []
    return blocks


def refused(text: str) -> list[tuple[int, str]]:
    parser = BlockParser(FIRST_LINE)
    parser.parse(text)
    return [(line, Words(Language.EN)(message, **values)) for line, message, values in parser.notes]


def item(text: str, *, more: str = "", id: str = "", covers: tuple[str, ...] = (), line: int = 10) -> Item:
    return Item((Span(text),), (Span(more),) if more else (), id, covers, line)


def test_a_paragraph_of_several_lines_is_one_text() -> None:
    (block,) = parsed("one\ntwo\n")
    assert isinstance(block, Paragraph)
    assert plain_text(block.text) == "one two"
    assert block.line == 10


def test_styles_and_links_are_spans() -> None:
    (block,) = parsed("Call **[the police](contact:police-nl)** or *not*, see `x` & <https://a.nl>")
    assert isinstance(block, Paragraph)
    assert block.text == (
        Span("Call "),
        Span("the police", strong=True, link="contact:police-nl"),
        Span(" or "),
        Span("not", emphasis=True),
        Span(", see "),
        Span("x"),
        Span(" & "),
        Span("https://a.nl", link="https://a.nl"),
    )


def test_headings_have_a_level_and_an_id() -> None:
    assert parsed("## Do this {#tasks}\n\n### Deeper") == (
        Heading((Span("Do this"),), 2, "tasks", 10),
        Heading((Span("Deeper"),), 3, "", 12),
    )


def test_tasks_have_ids_points_and_lines() -> None:
    text = "- [ ] Whole screen {#whole-screen covers=T-one,T-two}\n- [x] Address {#address}\n  Copy it as text."
    assert parsed(text) == (
        Tasks(
            (
                item("Whole screen", id="whole-screen", covers=("T-one", "T-two")),
                item("Address", id="address", more="Copy it as text.", line=11),
            ),
            10,
        ),
    )


def test_a_task_can_begin_with_strong_words() -> None:
    (block,) = parsed("- [ ] **Now** call {#call}")
    assert isinstance(block, Tasks)
    assert block.items[0].text == (Span("Now", strong=True), Span(" call"))


def test_a_choice_has_a_label_and_what_explains_it() -> None:
    text = "- Insult {#insult}\n  Hard words,\n  about you.\n\n- Threat {#threat}\n\n  With violence."
    (block,) = parsed(text)
    assert isinstance(block, Bullets)
    assert [plain_text(each.text) for each in block.items] == ["Insult", "Threat"]
    assert [plain_text(each.more) for each in block.items] == ["Hard words, about you.", "With violence."]


def test_an_id_may_stand_at_the_end_of_the_last_line() -> None:
    assert parsed("- A line\n  that goes on {#long}") == (
        Bullets((item("A line", more="that goes on", id="long"),), False, 10),
    )


def test_a_plain_item_is_one_text_however_many_lines_it_has() -> None:
    (block,) = parsed("- A line\n  that goes on")
    assert isinstance(block, Bullets)
    assert plain_text(block.items[0].text) == "A line that goes on"
    assert block.items[0].more == ()


def test_a_numbered_list_knows_that_it_is_one() -> None:
    (block,) = parsed("1. First\n2. Second")
    assert isinstance(block, Bullets)
    assert block.ordered
    assert [plain_text(each.text) for each in block.items] == ["First", "Second"]


def test_a_template_keeps_its_lines_and_its_braces() -> None:
    assert parsed("```template\nDear {recipient},\n\n# not a heading\n  **x** <b>\n```") == (
        Template("Dear {recipient},\n\n# not a heading\n  **x** <b>", 10),
    )


def test_remarks_and_conditions_hold_blocks() -> None:
    text = "::: when country=be form=text,image\nOnly there.\n\n- a\n- b\n:::"
    when, warning, note = parsed(f"{text}\n\n::: warning\nMind.\n:::\n\n::: note\nSo.\n:::")
    assert isinstance(when, When)
    assert when.conditions == {"country": frozenset({"be"}), "form": frozenset({"text", "image"})}
    assert [type(block) for block in when.blocks] == [Paragraph, Bullets]
    assert isinstance(warning, Remark)
    assert isinstance(note, Remark)
    assert (warning.kind, note.kind, note.line) == ("warning", "note", 21)


def test_only_what_fits_the_situation_is_shown() -> None:
    blocks = parsed("Always.\n\n::: when country=be acts=insult,threat\nThere.\n:::\n\n::: note\nSo.\n:::")
    words = [plain_text(text) for text, _ in texts(shown(blocks, told("be", acts="threat").situation))]
    assert words == ["Always.", "There.", "So."]
    for situation in (told("nl", acts="threat").situation, told("be").situation, None):
        assert [plain_text(text) for text, _ in texts(shown(blocks, situation))] == ["Always.", "So."]


def test_characters_written_as_entities_are_cleaned_too() -> None:
    (block,) = parsed("a&#x202E;b &#27;[2J &eacute; &lt;b&gt;")
    assert isinstance(block, Paragraph)
    assert plain_text(block.text) == "ab �[2J é <b>"


def test_an_empty_text_has_no_blocks() -> None:
    assert parsed("") == ()
    assert parsed("\n   \n\t") == ()


@pytest.mark.parametrize("text", ["::: note\n  ", "::: note\n\n   \n\n", "- a\n\n  ::: note\n  x\n\t"])
def test_a_last_line_of_spaces_does_no_harm(text: str) -> None:
    refused(text)


@pytest.mark.parametrize(("text", "line", "message"), REFUSED)
def test_what_no_screen_would_show_is_refused(text: str, line: int, message: str) -> None:
    found = refused(text)
    assert any(at == line and message in said for at, said in found), found


def test_what_is_refused_in_the_middle_leaves_the_rest_readable() -> None:
    parser = BlockParser(1)
    blocks = parser.parse("One\n\n> two\n\nThree")
    assert [plain_text(text) for text, _ in texts(blocks)] == ["One", "Three"]

"""From Markdown to typed blocks, with everything refused that a screen would not show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final, Literal

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin

from onlinesafe_tui.domain.facets import FACETS
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.language import N_
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
    When,
    plain_text,
)

_ATTRIBUTES: Final = re.compile(r"\s*\{((?:#|[a-z]+=)[^{}]*)\}\s*$")
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TASK: Final = re.compile(r"\[[ xX]\]\s+")
_TABLE: Final = re.compile(r"\s*(\||:?-{2,}:?\s*\|)")
_REFUSED: Final = {
    "html_block": N_("HTML is not shown; write it as Markdown"),
    "html_inline": N_("HTML is not shown; write it as Markdown"),
    "image": N_("Pictures are not shown; describe in words what matters"),
    "blockquote": N_("A quotation block is not shown; write a paragraph, or ::: note"),
    "hr": N_("A line is not shown; use a heading"),
    "code_block": N_("This text is indented by four spaces; write it without, or in a ```template fence"),
}

Note = tuple[int, str, dict[str, object]]
"""A line, what is wrong there, and the values for that message."""


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    for name in ("when", "note", "warning"):
        parser.use(container_plugin, name=name)
    return parser


@dataclass(slots=True)
class _Line:
    """One line of an inline text, while it is taken apart."""

    spans: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class BlockParser:
    """Parses the part of one language, and collects what is wrong with it."""

    first_line: int
    """The line of the file on which the text begins, from 1."""

    notes: list[Note] = field(default_factory=list)

    _lines: list[str] = field(default_factory=list)

    def parse(self, text: str) -> tuple[Block, ...]:
        """Parse Markdown, already cleaned, into blocks."""
        text = text.rstrip()  # a last line of only spaces would make the container plugin stumble
        self._lines = text.split("\n")
        found: dict[str, Any] = {}
        blocks = tuple(self._blocks(SyntaxTreeNode(_parser().parse(text, found)).children))
        for reference in found.get("references", {}).values():
            line = self.first_line + reference["map"][0]
            self._note(line, N_("This is not shown; write a link as [words](https://…)"))
        return blocks

    def _blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
        for node in nodes:
            block = self._block(node)
            if block is not None:
                yield block

    def _block(self, node: SyntaxTreeNode) -> Block | None:
        line = self._line(node)
        match node.type:
            case "heading":
                return self._heading(node, line)
            case "paragraph":
                return self._paragraph(node, line)
            case "bullet_list" | "ordered_list":
                return self._list(node, line)
            case "fence":
                if node.info.strip() != "template":
                    self._note(line, N_("Only ```template fences are shown; write ```template"))
                if not self._is_closed(node, before=1):
                    self._note(line, N_("This text to copy has no end; write ``` on a line of its own after it"))
                return Template(node.content.rstrip("\n"), line)
            case "container_when":
                return When(self._conditions(node.info, line), self._inner(node), line)
            case "container_note" | "container_warning":
                kind: Literal["note", "warning"] = "note" if node.type == "container_note" else "warning"
                if node.info.strip() != kind:
                    self._note(line, N_("Words after ::: {kind} are not shown; write them on the next line"), kind=kind)
                return Remark(kind, self._inner(node), line)
            case _:
                refused = _REFUSED.get(node.type, N_("This is not shown; write a paragraph or a list"))
                self._note(line, refused)
                return None

    def _inner(self, node: SyntaxTreeNode) -> tuple[Block, ...]:
        blocks = tuple(self._blocks(node.children))
        if not self._is_closed(node):
            self._note(self._line(node), N_("This block has no end; write ::: on a line of its own after it"))
        if any(isinstance(block, Remark | When) for block in blocks):
            self._note(self._line(node), N_("Blocks with ::: are not nested; write them one after the other"))
        return blocks

    def _heading(self, node: SyntaxTreeNode, line: int) -> Heading:
        level = int(node.tag[1])
        if level not in (2, 3):
            self._note(line, N_("Only ## and ### headings stand inside a page; # with lang= opens a language"))
        if set(node.markup) != {"#"}:
            self._note(line, N_("A line under a text makes it a heading; write ## before the heading"))
        lines, attributes = self._inline(node, line)
        if "covers" in attributes:
            self._note(line, N_("covers= stands on a task or a list item, or in the front matter; write it there"))
        return Heading(lines[0], level, attributes.get("id", ""), line)

    def _paragraph(self, node: SyntaxTreeNode, line: int) -> Paragraph | None:
        lines, attributes = self._inline(node, line)
        text = _joined(lines)
        said = [plain_text(each) for each in lines]
        if any(each.lstrip().startswith(":::") for each in said):
            self._note(line, N_("::: opens when, note or warning; write ::: when …, ::: note or ::: warning"))
            return None
        if any(_TABLE.match(each) for each in said):
            self._note(line, N_("A table is not shown; write a list"))
        if attributes:
            self._note(line, N_("An id stands on a heading, a task or a list item, not on a paragraph"))
        return Paragraph(text, line)

    def _list(self, node: SyntaxTreeNode, line: int) -> Block:
        items = []
        tasks = 0
        for child in node.children:
            item, is_task = self._item(child)
            items.append(item)
            tasks += is_task
        if tasks and tasks != len(items):
            self._note(line, N_("A list has either tasks or plain items; put a blank line and a heading between"))
        if tasks:
            return Tasks(tuple(items), line)
        return Bullets(tuple(items), node.type == "ordered_list", line)

    def _item(self, node: SyntaxTreeNode) -> tuple[Item, bool]:
        line = self._line(node)
        paragraphs = [child for child in node.children if child.type == "paragraph"]
        if len(paragraphs) != len(node.children) or not paragraphs:
            self._note(line, N_("A list has one level, and only text in its items"))
        if not paragraphs:
            return Item((), (), "", (), line), False
        lines, attributes = self._inline(paragraphs[0], line)
        later = list(lines[1:])
        for extra in paragraphs[1:]:
            added, misplaced = self._inline(extra, self._line(extra))
            later.extend(added)
            if misplaced:
                self._note(self._line(extra), N_("An id stands at the end of the first paragraph of an item"))
        first, is_task = _without_box(lines[0])
        more = _joined(later)
        if "id" not in attributes:
            first, more = _joined((first, more)), ()
        covers = tuple(attributes.get("covers", "").split(",")) if "covers" in attributes else ()
        return Item(first, more, attributes.get("id", ""), covers, line), is_task

    def _conditions(self, info: str, line: int) -> dict[str, frozenset[str]]:
        conditions: dict[str, frozenset[str]] = {}
        for pair in info.split()[1:]:
            facet, _, listed = pair.partition("=")
            if facet not in FACETS:
                known = ", ".join(FACETS)
                self._note(
                    line,
                    N_("{found} is not something one can ask about; write one of: {known}"),
                    found=facet or pair,
                    known=known,
                )
                continue
            if facet in conditions:
                self._note(line, N_("{found} stands here twice; write its values once, with commas"), found=facet)
            values = frozenset(listed.split(","))
            known_values = [str(value) for value in FACETS[facet]]
            for value in sorted(values - set(known_values)):
                message = N_("{found} is not a value of {facet}; write one of: {known}")
                self._note(line, message, found=value, facet=facet, known=", ".join(known_values))
            conditions[facet] = values
        if not conditions:
            self._note(line, N_("::: when needs a condition; write for example ::: when country=nl"))
        return conditions

    def _inline(self, node: SyntaxTreeNode, line: int) -> tuple[list[Text], dict[str, str]]:
        lines = [_Line()]
        for inline in node.children:
            self._spans(inline.children, Span(""), lines, line)
        attributes: dict[str, str] = {}
        for at in (lines[0], lines[-1]):
            if at.spans and not attributes and (found := _ATTRIBUTES.search(at.spans[-1].text)):
                attributes = self._attributes(found[1], line)
                at.spans[-1] = replace(at.spans[-1], text=at.spans[-1].text[: found.start()])
        if any(brace in span.text for at in lines for span in at.spans for brace in "{}"):
            self._note(line, N_("A brace would be shown as it is; write {{#id}} at the end of a heading, task or item"))
        return [tuple(span for span in at.spans if span.text) for at in lines], attributes

    def _spans(self, nodes: Iterable[SyntaxTreeNode], style: Span, lines: list[_Line], line: int) -> None:
        for node in nodes:
            if node.type in ("softbreak", "hardbreak"):
                lines.append(_Line())
            elif node.type in ("text", "code_inline"):
                lines[-1].spans.append(
                    Span(
                        clean_text(node.content, longest=3 * len(node.content)),
                        style.strong,
                        style.emphasis,
                        style.link,
                    )
                )
            elif node.type == "strong":
                self._spans(node.children, Span("", True, style.emphasis, style.link), lines, line)
            elif node.type == "em":
                self._spans(node.children, Span("", style.strong, True, style.link), lines, line)
            elif node.type == "link":
                target = str(node.attrs.get("href", ""))
                if "title" in node.attrs:
                    self._note(line, N_("The title of a link is not shown; write [words](https://…)"))
                self._spans(node.children, Span("", style.strong, style.emphasis, target), lines, line)
            else:
                self._note(line, _REFUSED.get(node.type, N_("This is not shown; write it as text")))

    def _attributes(self, inside: str, line: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        for word in inside.split():
            key, _, value = ("id", "", word[1:]) if word.startswith("#") else word.partition("=")
            if key not in ("id", "covers"):
                self._note(line, N_("{found} is not known here; write #id or covers="), found=key)
            elif key == "id" and not _NAME.fullmatch(value):
                message = N_("{found} is not an id; write lower case letters, digits and hyphens")
                self._note(line, message, found=value)
            attributes[key] = value
        return attributes

    def _is_closed(self, node: SyntaxTreeNode, *, before: int = 0) -> bool:
        """Tell whether a block ends because its end is written, not because the text is over."""
        first, after = node.map or (0, 0)
        if not first < after - before < len(self._lines):
            return False
        end = self._lines[after - before].strip()
        return end.startswith(node.markup) and not end.strip(node.markup[0])

    def _line(self, node: SyntaxTreeNode) -> int:
        return self.first_line + (node.map[0] if node.map else 0)

    def _note(self, line: int, message: str, **values: object) -> None:
        self.notes.append((line, message, values))


def _joined(lines: Iterable[Text]) -> Text:
    joined: list[Span] = []
    for text in lines:
        if joined and text:
            joined.append(Span(" "))
        joined.extend(text)
    return tuple(joined)


def _without_box(text: Text) -> tuple[Text, bool]:
    if text and (box := _TASK.match(text[0].text)):
        first = replace(text[0], text=text[0].text[box.end() :])
        return (first, *text[1:]) if first.text else text[1:], True
    return text, False

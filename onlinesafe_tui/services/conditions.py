"""Parts of a page that are for some situations only, with the condition in words, so that all of a page can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import FACETS, ForWhom, Question
from onlinesafe_tui.domain.situation import Reason, Situation
from onlinesafe_tui.labels import FOR_WHOM
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.library.blocks import Block, Heading, Paragraph, Span, When, shown
from onlinesafe_tui.library.library import section
from onlinesafe_tui.services.guide import Guide

IN_COUNTRY: Final = {Country.NL: N_("the Netherlands"), Country.BE: N_("Belgium (Flanders)")}
"""The countries as they stand after "in"."""

_FOLLOWING: Final = {
    ("talk", "prepared"): N_("only when a talk can be prepared"),
    ("talk", "not-alone"): N_("only when nobody should talk alone"),
    ("criticism", "only"): N_("only when it is criticism of the work and nothing else"),
    ("criticism", "no"): N_("only when it is more than criticism of the work"),
    ("capture", "allowed"): N_("only when no minor is seen sexually"),
    ("capture", "never"): N_("only when a minor may be seen sexually"),
}
"""What follows from the answers, by facet and value."""


def hidden_parts(blocks: Sequence[Block], situation: Situation) -> int:
    """Count the parts that do not fit a situation."""
    return sum(isinstance(block, When) and not situation.matches(block.conditions) for block in blocks)


def what_fits(blocks: Sequence[Block], situation: Situation) -> tuple[Block, ...]:
    """Return what fits a situation, whom to call first."""
    return _call_first(shown(blocks, situation))


def everything(blocks: Sequence[Block], country: Country | None, words: Words, guide: Guide) -> tuple[Block, ...]:
    """Return all of a page, whom to call first.

    Before a part for some situations stands for which; after it, that the rest is for all.

    Args:
        blocks: The page.
        country: Where the person works: what holds for everybody there needs no words.
        words: The language of the labels.
        guide: Knows the words of the answers.
    """
    return _call_first(tuple(_everything(blocks, country, words, guide)))


def _call_first(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    call = section(blocks, "call")
    if not call:
        return blocks
    at = next(index for index, block in enumerate(blocks) if isinstance(block, Heading) and block.id == "call")
    return (blocks[at], *call, *blocks[:at], *blocks[at + 1 + len(call) :])


def _everything(blocks: Sequence[Block], country: Country | None, words: Words, guide: Guide) -> Iterator[Block]:
    is_conditional = False
    for block in blocks:
        if isinstance(block, When):
            said = condition(block.conditions, words, guide)
            is_here = list(block.conditions) == ["country"] and country in block.conditions["country"]
            if not is_here:
                yield _label(f"{said}:", block.line)
            yield from block.blocks
            is_conditional = not is_here
        else:
            if is_conditional and not isinstance(block, Heading):
                yield _label(words(N_("Again for every situation:")), block.line)
            is_conditional = False
            yield block


def condition(conditions: Mapping[str, frozenset[str]], words: Words, guide: Guide) -> str:
    """Say when a part is for somebody: `Only with ‘WhatsApp’ or ‘Instagram’`."""
    said = "; ".join(_said(facet, conditions[facet], words, guide) for facet in FACETS if facet in conditions)
    return f"{said[:1].upper()}{said[1:]}"


def _said(facet: str, values: frozenset[str], words: Words, guide: Guide) -> str:
    order = [str(value) for value in FACETS[facet] if value in values]
    if facet == "country":
        return words(N_("only in {country}"), country=_either([words(IN_COUNTRY[Country(v)]) for v in order], words))
    if facet in list(Question):
        return words(
            N_("only with {answers}"), answers=_either([f"‘{guide.answer(Reason(facet, v))}’" for v in order], words)
        )
    if facet == "for":
        return words(
            N_("only with {answers}"), answers=_either([f"‘{words(FOR_WHOM[ForWhom(v)])}’" for v in order], words)
        )
    return _either([words(_FOLLOWING[facet, value]) for value in order], words)


def _either(said: Sequence[str], words: Words) -> str:
    if len(said) < 2:
        return "".join(said)
    return words(N_("{some} or {last}"), some=", ".join(said[:-1]), last=said[-1])


def _label(text: str, line: int) -> Paragraph:
    return Paragraph((Span(text, strong=True),), line)

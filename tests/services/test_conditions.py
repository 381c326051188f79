"""All of a page can be read: each part for some situations says for which, and whom to call comes first."""

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import FACETS
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.blocks import Block, Heading, Paragraph, Span, When, plain_text, walk
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.conditions import condition, everything, hidden_parts, what_fits
from onlinesafe_tui.services.guide import Guide

LIBRARY = Library(content_folder())
SITUATION = Situation(country=Country.NL)


def said(conditions: dict[str, set[str]], language: Language = Language.NL) -> str:
    frozen = {facet: frozenset(values) for facet, values in conditions.items()}
    return condition(frozen, Words(language), Guide(LIBRARY, language))


def whole(*blocks: Block, country: Country = Country.NL) -> list[str]:
    words, guide = Words(Language.EN), Guide(LIBRARY, Language.EN)
    shown = everything(blocks, country, words, guide)
    return [plain_text(block.text) for block in shown if isinstance(block, Paragraph | Heading)]


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),), 1)


def when(text: str, **conditions: str) -> When:
    return When({facet: frozenset({value}) for facet, value in conditions.items()}, (paragraph(text),), 1)


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ({"channel": {"whatsapp"}}, "Alleen bij ‘WhatsApp’"),
        ({"acts": {"threat", "insult"}}, "Alleen bij ‘Belediging’ of ‘Bedreiging’"),
        ({"country": {"be"}}, "Alleen in België (Vlaanderen)"),
        ({"country": {"be"}, "form": {"text"}}, "Alleen in België (Vlaanderen); alleen bij ‘Tekst’"),
        ({"talk": {"not-alone"}}, "Alleen als je beter niet alleen praat"),
    ],
)
def test_a_condition_is_said_in_words(conditions: dict[str, set[str]], words: str) -> None:
    assert said(conditions) == words


@pytest.mark.parametrize("language", Language)
def test_every_condition_has_words(language: Language) -> None:
    for facet, values in FACETS.items():
        for value in values:
            told = said({facet: {str(value)}}, language)
            assert len(told) > 8
            assert facet in ("country", "for", "form", "danger") or f"‘{value}’" not in told


def test_a_part_is_named_and_after_it_the_rest_is_for_all() -> None:
    assert whole(paragraph("a"), when("b", channel="whatsapp"), when("c", channel="x"), paragraph("d")) == [
        "a", "Only with ‘WhatsApp’:", "b", "Only with ‘X (Twitter)’:", "c", "Again for every situation:", "d",
    ]  # fmt: skip


def test_a_heading_needs_no_such_words() -> None:
    heading = Heading((Span("Next"),), 2, "", 1)
    assert whole(when("b", channel="whatsapp"), heading, paragraph("d")) == ["Only with ‘WhatsApp’:", "b", "Next", "d"]


def test_what_holds_for_everybody_here_needs_no_words() -> None:
    assert whole(when("b", country="nl"), paragraph("d")) == ["b", "d"]
    assert whole(when("b", country="nl"), country=Country.BE) == ["Only in the Netherlands:", "b"]


def test_hidden_parts_are_counted() -> None:
    blocks = (when("a", country="nl"), when("b", country="be"), when("c", acts="threat"))
    assert hidden_parts(blocks, SITUATION) == 2


@pytest.mark.parametrize("language", Language)
def test_no_text_of_any_page_is_lost_and_whom_to_call_comes_first(language: Language) -> None:
    words, guide = Words(language), Guide(LIBRARY, language)
    for kind in Kind:
        for page in LIBRARY.pages(kind, language):
            shown = everything(page.blocks, Country.NL, words, guide)
            assert not [block for block in walk(shown) if isinstance(block, When)]
            kept = {id(block) for block in walk(shown)}
            assert not [block for block in walk(page.blocks) if not isinstance(block, When) and id(block) not in kept]
    safety = LIBRARY.page(Kind.STEP, "safety", language)
    for blocks in (what_fits(safety.blocks, SITUATION), everything(safety.blocks, Country.NL, words, guide)):
        assert isinstance(blocks[0], Heading)
        assert blocks[0].id == "call"

"""The texts that ship: complete, in two languages, with numbers only where they can be checked and kept."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onlinesafe_tui.domain.actions import ActionKind
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.incident import WHOLE_SCREEN
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.blocks import Block, Bullets, Remark, Template, Text, When, plain_text, texts, walk
from onlinesafe_tui.library.check import check_content
from onlinesafe_tui.library.folders import POINTS
from onlinesafe_tui.library.library import Library, Page, section
from onlinesafe_tui.library.meta import METAS, ContactMeta, Kind, PointsMeta, Status
from onlinesafe_tui.library.problems import Severity
from onlinesafe_tui.library.source import read_source
from onlinesafe_tui.paths import content_folder
from tests.domain.telling import told
from tests.domain.test_advice import CASES, Case

CONTENT = content_folder()
LIBRARY = Library(CONTENT)
PAGES = [(kind, id) for kind in Kind for id in LIBRARY.ids(kind)]
BOTH = [LIBRARY.page(kind, id, language) for kind, id in PAGES for language in Language]

SOURCE_POINTS = (
    *("C-linkedin", "C-youtube", "C-whatsapp", "C-everywhere"),
    *("T-talk", "T-unaware", "T-ask-removal", "T-screenshot", "T-who-posted", "T-channel", "T-account", "T-involved"),
    *("T-report", "T-expect-little", "T-discuss", "T-feelings", "T-impact", "T-legal", "T-police", "T-haunts"),
    "T-aftercare",
    *("P-search-self", "P-public-info", "P-know-platforms", "P-own-posts", "P-alert", "P-privacy-monthly"),
    *("P-look-along", "P-location-off", "P-sport-apps", "P-register-visibility"),
    *("A-online-manners", "A-first-contact", "A-consequences", "A-org-rules", "A-recording"),
    *("S-team-meeting", "S-open", "S-share", "S-together"),
    *("O-conscious-choices", "O-three-levels", "O-quality", "O-prevention", "O-reaction", "O-agreements"),
    *("O-risk-tasks", "O-signals", "O-triggers", "O-what-to-report", "O-easy-register", "O-encourage-report"),
    *("O-analyst", "O-use-data", "O-no-victim-blaming", "O-safe-climate", "O-expertise", "O-social-map"),
    *("O-reinforcement", "O-training", "O-own-role", "O-onboarding", "O-coaching"),
)

each_page = pytest.mark.parametrize("page", BOTH, ids=lambda page: f"{page.kind}/{page.id}-{page.language}")


def said(page: Page) -> Iterator[str]:
    yield page.title
    for block in walk(page.blocks):
        if isinstance(block, Template):
            yield block.text
    for text, _ in texts(page.blocks):
        yield plain_text(text)


def in_country(blocks: tuple[Block, ...], country: Country) -> Iterator[Block]:
    """Go through the blocks that can be shown in a country, whatever else is answered."""
    for block in blocks:
        if isinstance(block, When) and country not in block.conditions.get("country", {country}):
            continue
        if isinstance(block, When | Remark):
            yield from in_country(block.blocks, country)
        else:
            yield block


def links(page: Page, blocks: tuple[Block, ...], scheme: str) -> Iterator[str]:
    for text, _ in texts(blocks):
        for span in text:
            if span.link.startswith(f"{scheme}:"):
                yield span.link.partition(":")[2]


def test_the_check_finds_no_error() -> None:
    words = Words(Language.EN)
    found = check_content(CONTENT, date(2026, 11, 22))
    assert [problem.told(words) for problem in found if problem.severity is Severity.ERROR] == []


def test_every_point_of_the_source_is_asked_for() -> None:
    meta = read_source(CONTENT / POINTS, PointsMeta).meta
    assert isinstance(meta, PointsMeta)
    assert set(SOURCE_POINTS) <= set(meta.points)


@each_page
def test_every_page_is_there_in_the_language_asked_for(page: Page) -> None:
    assert LIBRARY.page(page.kind, page.id, page.language).language is page.language
    assert page.title
    assert page.blocks


NUMBERS = {
    re.sub(r"\D", "", page.meta.number): page.id
    for page in LIBRARY.pages(Kind.CONTACT, Language.NL)
    if isinstance(page.meta, ContactMeta) and page.meta.number and page.meta.number not in {"112", "101"}
}


def own_words(blocks: tuple[Block, ...]) -> Iterator[Text]:
    """Go through the texts as they were typed, without the numbers that links add and without names of contacts."""
    for text, _ in texts(blocks):
        yield tuple(span for span in text if not span.link)


@pytest.mark.parametrize(("kind", "id"), PAGES)
def test_no_number_of_a_contact_is_typed_in_a_text(kind: Kind, id: str) -> None:
    source = read_source(CONTENT / kind.value / f"{id}.md", METAS[kind])
    for part in source.parts.values():
        typed = [plain_text(text) for text in own_words(part.blocks)]
        typed += [block.text for block in walk(part.blocks) if isinstance(block, Template)]
        for words in typed:
            for found in re.findall(r"(?<![\w.])\+?\d[\d ./-]*\d(?!\w)", words):
                is_its_name = kind is Kind.CONTACT and found == id
                assert is_its_name or re.sub(r"\D", "", found) not in NUMBERS, f"{found} in {words}"


@each_page
def test_a_page_says_the_same_places_in_both_languages(page: Page) -> None:
    other = LIBRARY.page(page.kind, page.id, Language.EN if page.language is Language.NL else Language.NL)
    for scheme in ("contact", "law", "platform", "template", "step", "https"):
        assert Counter(links(page, page.blocks, scheme)) == Counter(links(other, other.blocks, scheme))


@pytest.mark.parametrize("country", list(Country))
@each_page
def test_no_page_leads_to_a_contact_law_or_text_of_the_other_country(page: Page, country: Country) -> None:
    if country not in page.countries:
        return
    shown = tuple(in_country(page.blocks, country))
    for scheme, kind in (("contact", Kind.CONTACT), ("law", Kind.LAW), ("template", Kind.TEMPLATE)):
        for id in links(page, shown, scheme):
            assert country in LIBRARY.page(kind, id, page.language).countries, f"{scheme}:{id}"


@each_page
def test_nobody_is_blamed_or_shouted_at(page: Page) -> None:
    for words in said(page):
        assert "!" not in words
        assert not re.search(
            r"\b(daders?|offenders?|perpetrators?|had je moeten|you should have)\b", words, re.IGNORECASE
        ), words


def test_the_numbers_on_the_danger_bar_are_the_emergency_numbers() -> None:
    assert LIBRARY.danger_numbers(Country.NL) == ("112",)
    assert LIBRARY.danger_numbers(Country.BE) == ("112", "101")
    for page in LIBRARY.contacts(None, Language.NL):
        assert isinstance(page.meta, ContactMeta)
        assert not (page.meta.number and page.meta.status is Status.UNVERIFIED)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
@pytest.mark.parametrize("language", list(Language))
def test_every_advice_has_something_to_say_where_it_is_given(case: Case, language: Language) -> None:
    shown = LIBRARY.page(Kind.ADVICE, case.rule, language).shown(case.fires.situation)
    assert sum(len(plain_text(text)) for text, _ in texts(shown)) > 40


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("for_whom", ["self", "colleague", "team"])
@pytest.mark.parametrize("country", ["nl", "be"])
def test_every_step_has_something_to_do_and_every_action_of_its_own(step: Step, for_whom: str, country: str) -> None:
    page = LIBRARY.page(Kind.STEP, step, Language.NL)
    situation = told(country, for_whom).situation
    assert page.tasks(situation)
    actions = {
        item.id
        for block in section(page.shown(situation), "actions")
        if isinstance(block, Bullets)
        for item in block.items
    }
    assert actions == {str(kind) for kind in ActionKind if kind.step is step}


def test_the_task_that_says_it_is_captured_is_always_there() -> None:
    step, _, task = WHOLE_SCREEN.partition(".")
    assert task in [item.id for item in LIBRARY.page(Kind.STEP, step, Language.NL).tasks(None)]


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.md")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_line_of_a_file_is_too_long_to_read(path: Path) -> None:
    long = [number for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if len(line) > 120]
    assert [number for number in long if number > 10] == [], "front matter may be longer"

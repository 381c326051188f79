"""The Dutch catalogue is whole, fits the code, and fits the screen."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.dom import DOMNode

import onlinesafe_tui.tui
from onlinesafe_tui.domain.journey import ALL_STEPS, Step
from onlinesafe_tui.errors import OnlineSafeError
from onlinesafe_tui.labels import STEPS
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.services.views import Progress, RailEntry
from onlinesafe_tui.tui.widgets.rail import Rail
from tests.language.catalogue import MO, PACKAGE, PO, Id, id_of, messages_in, read, strings_of

LONGEST_LABEL = 20
"""Cells of the longest label of a key."""

THE_SAME = {
    "Accounts", "Contact", "Incident", "Item {n}", "Item {number}", "Later", "Link", "Open", "Platforms", "Registers",
    "Screenshot", "account", "half", "Platform", "platform",
    "{day} ({source})", "{where}: {problem}",
    "Dilemma", "{audience}, {day}",
    "Logo: {logo}", "Route", "west", "{day}, {time} ({zone})", "{latitude}° {north}, {longitude}° {east}",
}  # fmt: skip
"""The messages that are the same in Dutch and English."""


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return read(PO)


@pytest.fixture(scope="module")
def compiled() -> Catalog:
    return read(MO)


@pytest.fixture(scope="module")
def code() -> tuple[Id, ...]:
    return messages_in(PACKAGE)


def test_every_message_of_the_code_stands_in_the_catalogue(catalogue: Catalog, code: tuple[Id, ...]) -> None:
    assert set(code) - set(_strings(catalogue)) == set(), "run make messages, and translate what is new"


def test_nothing_else_stands_in_the_catalogue(catalogue: Catalog, code: tuple[Id, ...]) -> None:
    assert set(_strings(catalogue)) - set(code) == set(), "run make messages"
    assert not catalogue.obsolete


def test_every_message_is_translated(catalogue: Catalog) -> None:
    assert [message.id for message in _messages(catalogue) if not all(strings_of(message)) or message.fuzzy] == []


def test_no_english_is_left(catalogue: Catalog) -> None:
    same = {id for id, strings in _strings(catalogue).items() if _forms(id) == strings}
    assert same - THE_SAME == set()


def test_values_are_filled_in_where_the_english_message_has_them(catalogue: Catalog) -> None:
    different = [
        id
        for id, strings in _strings(catalogue).items()
        if [_values(text) for text in _forms(id)] != [_values(text) for text in strings]
    ]
    assert different == []


def test_edges_are_as_in_english(catalogue: Catalog) -> None:
    different = [
        id
        for id, strings in _strings(catalogue).items()
        for english, dutch in zip(_forms(id), strings, strict=True)
        if dutch != dutch.strip() or english.endswith(":") != dutch.endswith(":")
    ]
    assert different == []


def test_the_program_reads_what_the_translator_wrote(catalogue: Catalog, compiled: Catalog) -> None:
    assert _strings(compiled) == _strings(catalogue), "run make messages"


def test_the_header_tells_nothing_that_changes_by_itself() -> None:
    header = PO.read_text(encoding="utf-8").split("\n\n", 1)[0]
    told = MO.read_bytes().decode(errors="ignore")
    assert [name for name in ("Date: ", "Generated-By: ", "Last-Translator: ") if name in header or name in told] == []


def test_errors_are_in_the_catalogue(code: tuple[Id, ...]) -> None:
    errors: list[type[OnlineSafeError]] = [OnlineSafeError, *_below(OnlineSafeError)]
    assert {text for error in errors for text in (error.title, error.sentence)} - set(code) == set()


def test_keys_are_in_the_catalogue(code: tuple[Id, ...]) -> None:
    said = {text for binding in _bindings() for text in (binding.description, binding.tooltip) if text}
    assert said - set(code) == set()


@pytest.mark.parametrize("language", Language)
def test_labels_of_keys_are_short(language: Language) -> None:
    words = Words(language)
    labels = {words(binding.description) for binding in _bindings() if binding.show and binding.description}
    assert {label for label in labels if len(label) > LONGEST_LABEL} == set()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("open_step", ALL_STEPS)
async def test_the_names_of_the_steps_fit_on_one_line(language: Language, open_step: Step) -> None:
    words = Words(language)
    app = _RailApp(words, open_step)
    async with app.run_test(size=(80, 24)):
        line = app.query_one(Rail).render().plain.rstrip()
    assert [words(STEPS[step]) for step in ALL_STEPS if words(STEPS[step]) not in line] == []
    assert len(line) <= 80


@pytest.mark.parametrize(("n", "said"), [(0, "nog 0 vragen"), (1, "nog 1 vraag"), (2, "nog 2 vragen")])
def test_numbers_choose_their_form(n: int, said: str) -> None:
    assert Words(Language.NL).plural("{n} question open", "{n} questions open", n) == said


class _RailApp(App[None]):
    """Shows the rail alone, with half of the open step ticked."""

    def __init__(self, words: Words, open_step: Step) -> None:
        super().__init__()
        self._words = words
        self._open_step = open_step

    def compose(self) -> ComposeResult:
        yield Rail()

    def on_mount(self) -> None:
        entries = tuple(
            RailEntry(
                step,
                self._words(STEPS[step]),
                Progress.BUSY if step is self._open_step else Progress.READ,
                "3/6",
                step is self._open_step,
                is_warned=False,
            )
            for step in ALL_STEPS
        )
        self.query_one(Rail).show(self._words, entries)


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _strings(catalogue: Catalog) -> dict[Id, tuple[str, ...]]:
    return {id_of(message): strings_of(message) for message in _messages(catalogue)}


def _forms(id: Id) -> tuple[str, ...]:
    return (id,) if isinstance(id, str) else id


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _below(error: type[OnlineSafeError]) -> Iterator[type[OnlineSafeError]]:
    for kind in error.__subclasses__():
        yield kind
        yield from _below(kind)


def _bindings() -> Iterator[Binding]:
    """Give the keys of every screen and widget of ours."""
    for info in pkgutil.walk_packages(onlinesafe_tui.tui.__path__, "onlinesafe_tui.tui."):
        if info.name.endswith(("console_input", "terminal_input")):
            continue  # each imports on its own system only, and has no keys
        for found in vars(importlib.import_module(info.name)).values():
            if isinstance(found, type) and issubclass(found, DOMNode) and found.__module__ == info.name:
                yield from Binding.make_bindings(vars(found).get("BINDINGS", []))

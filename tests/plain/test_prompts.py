"""What holds at every prompt and for every line, wherever somebody is."""

from __future__ import annotations

import unicodedata

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.plain.commands import Command, letter
from onlinesafe_tui.plain.render import WIDEST
from onlinesafe_tui.plain.talk import PAGE
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import Settings
from tests.plain.laptop import Laptop
from tests.plain.long_day import THREAT, LongDay
from tests.plain.person import Person, Reply, pick
from tests.plain.test_situations import BEGIN, ON, say


@pytest.fixture(params=Language, scope="module")
def long_day(request: pytest.FixtureRequest, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """Somebody who went everywhere, in one language."""
    language: Language = request.param
    laptop = Laptop(tmp_path_factory.mktemp("laptop"), library, Settings(language=language, country=Country.NL))
    return Person(LongDay(library, language).script()).walk(laptop.workspace())


def test_nothing_that_is_told_or_asked_can_steer_a_terminal(long_day: Person) -> None:
    said = [*long_day.told, *long_day.prompts]

    assert any("\u241b" in line for line in said)
    bad = {letter for line in said for letter in line if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert not bad


def test_no_line_is_wider_than_it_should_be_unless_it_is_one_word(long_day: Person) -> None:
    assert not [line for line in long_day.told if len(line) > WIDEST and " " in line.strip()]


def test_no_page_is_longer_than_fifteen_lines(long_day: Person) -> None:
    assert max(long_day.pages) < PAGE


def test_nothing_is_drawn(long_day: Person) -> None:
    drawn = {letter for line in long_day.told for letter in line if "\u2500" <= letter <= "\u27bf"}
    assert not drawn


DESCRIBE = (pick("Describe a message"), pick("Describe it now"))
"""Begin to describe what was captured."""


class NosyPerson(Person):
    """Types help, overview and stop at every prompt before the answer, and goes back from them."""

    def __init__(self, workspace: Workspace, replies: list[Reply]) -> None:
        super().__init__(replies)
        self._workspace = workspace
        self._commands: list[str] = []
        self._prompt = ""
        self._told_before = 0
        self.tried: set[str] = set()
        """How the prompts began at which all of it was typed."""
        self.asides: list[str] = []
        """What the commands led to."""

    def reply(self, prompt: str) -> str:
        """Say what is typed at a prompt."""
        if self._commands:
            return self._commands.pop(0)
        if self._prompt:
            assert prompt == self._prompt, "after a command the same prompt asks again"
            self._prompt = ""
            self.asides.extend(self.told[self._told_before :])
            del self.told[self._told_before :]
        elif self._workspace.keeper.has_unsaved:
            self._prompt, self._told_before = prompt, len(self.told)
            self._commands = ["o", "b", "s", "b"]
            self.tried.add(prompt.partition(" ")[0])
            return "h"
        return super().reply(prompt)


def test_every_prompt_takes_help_overview_and_stop_and_then_asks_again(laptop: Laptop, library: Library) -> None:
    script = LongDay(library, Language.EN).without_overview()
    workspace = laptop.workspace()

    person = NosyPerson(workspace, script)
    person.walk(workspace)

    assert {"Number", "Numbers,", "Enter:", "Line", "Answer", "Day,", "Why", "On", "Reference", "File"} <= person.tried
    assert person.asides.count("Help") == person.asides.count("Not everything is saved yet") > 100


@pytest.mark.parametrize("language", Language)
def test_every_command_has_a_letter_of_its_own(language: Language) -> None:
    words = Words(language)
    assert len({letter(command, words) for command in Command}) == len(Command)


@pytest.mark.parametrize("typed", ["b", "B", " b ", "back", "t", "terug"])
def test_back_is_understood_in_many_ways_where_a_number_is_asked(laptop: Laptop, typed: str) -> None:
    person = Person([BEGIN, typed]).walk(laptop.workspace())

    assert person.told.count("What is going on?") == 2


def test_back_is_never_refused_from_anywhere(laptop: Laptop, library: Library) -> None:
    there: list[Reply] = [*say(library, *THREAT), ON, ON]
    person = Person([*there, *DESCRIBE, "wat", "nog", *["b"] * 20]).walk(laptop.workspace())

    begins = ("Step ", "Before the steps", "Question ", "What is going")
    places = [line.replace(":", ".").split(".")[0] for line in person.told if line.startswith(begins)]
    back = places[places.index("Step 2 of 5") + 1 :]
    questions = [f"Question {number} of 7" for number in range(7, 0, -1)]
    assert back[:11] == ["Step 2 of 5", "Step 1 of 5", "Before the steps", *questions, "What is going on?"]
    assert "This is the first choice: there is nothing before it. Type s to stop." in person.told


def test_going_back_from_the_middle_of_a_text_keeps_it(laptop: Laptop, library: Library) -> None:
    workspace = laptop.workspace()
    describe: list[Reply] = [
        pick("Describe a message"),
        pick("Describe it now"),
        "",
        "",
        "",
        "",
        "",
        "",
        "https://one",
        "two",
    ]
    Person([*say(library, *THREAT), ON, ON, *describe, "b", "a neighbour"]).walk(workspace)

    (summary,) = workspace.keeper.summaries()
    (item,) = workspace.keeper.load(summary.id).evidence
    assert item.facts[Fact.ADDRESSES] == "https://one\ntwo"
    assert item.facts[Fact.INVOLVED] == "a neighbour"


def test_a_command_that_is_asked_for_inside_itself_begins_anew_instead_of_piling_up(
    laptop: Laptop, library: Library
) -> None:
    script: list[Reply] = [*say(library, *THREAT[:1]), *["o", "s", "o", "h", "s", "s", "o"] * 3, "b", "b"]
    person = Person(script).walk(laptop.workspace())

    assert person.told[-1] == "You do not have to do this alone: ask somebody to be with you."
    assert person.prompts[-1].startswith("Number (b back")


def test_a_letter_can_be_an_answer_with_a_dot_behind_it(laptop: Laptop, library: Library) -> None:
    workspace = laptop.workspace()
    script: list[Reply] = [*say(library, *THREAT), ON, pick("Skip this step"), "s."]
    Person(script).walk(workspace)

    (summary,) = workspace.keeper.summaries()
    assert workspace.keeper.load(summary.id).journey.skipped == {Step.TALK: "s."}


def test_a_word_is_no_command_where_somebody_writes(laptop: Laptop, library: Library) -> None:
    workspace = laptop.workspace()
    script: list[Reply] = [*say(library, *THREAT), pick("Write a note"), "help", "stop", "."]
    Person(script).walk(workspace)

    (summary,) = workspace.keeper.summaries()
    assert workspace.keeper.load(summary.id).notes == {Step.SAFETY: "help\nstop"}


def test_breaking_off_is_a_wish_to_stop_and_breaking_off_twice_stops(laptop: Laptop, library: Library) -> None:
    class Impatient(Person):
        def reply(self, prompt: str) -> str:
            reply = super().reply(prompt)
            if reply == "^C":
                raise KeyboardInterrupt
            return reply

    person = Impatient([*say(library, *THREAT[:1]), "^C", "b", "^C", "^C", "never typed"]).walk(laptop.workspace())

    assert person.told.count("Not everything is saved yet") == 2
    assert "You stop without saving. What you wrote is not kept." in person.told

"""Locking at the prompts: by a word or by itself; the passphrase leads back to the same question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Event

import pytest

from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.plain import watching
from onlinesafe_tui.plain.talk import PAGE
from onlinesafe_tui.plain.walk import walk
from onlinesafe_tui.plain.watching import Watch
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.workspace import Workspace
from tests.plain.laptop import FixedClock, Laptop
from tests.plain.long_day import THREAT
from tests.plain.person import Person, Reply, pick
from tests.plain.test_keeping import OPEN, SAVE
from tests.plain.test_recovery import use
from tests.plain.test_situations import ON, say
from tests.store.quick import PASSPHRASE

LOCKED = "It is locked. What you wrote is saved."
STAYS = "What was told before stays to be read in this window: close the window when you go away."
AWAY = "<away>"
GO_ON: list[Reply] = [*OPEN, pick("Go on with: Threat")]
DESCRIBE: list[Reply] = [pick("Describe a message")]


class MovedClock(FixedClock):
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.passed = timedelta()

    def now(self) -> datetime:
        return super().now() + self.passed


@dataclass(frozen=True)
class Away:
    """Go away for some minutes in the middle of an answer; press Enter when back."""

    minutes: float = 6
    typed: str = ""
    meanwhile: Callable[[], None] = lambda: None


class Walker(Person):
    """Somebody who walks away from the laptop now and then."""

    def __init__(self, workspace: Workspace, *replies: Reply | Away) -> None:
        super().__init__(AWAY if isinstance(reply, Away) else reply for reply in replies)
        self.workspace = workspace
        self.clock = MovedClock()
        workspace.clock = self.clock
        self.watch = Watch(workspace)
        self.was_emptied = 0
        self.states: list[Keeping] = []
        """How it was kept each time that somebody came back."""
        self._away = [reply for reply in replies if isinstance(reply, Away)]

    def stroll(self, *, can_empty: bool = True) -> Walker:
        def empty() -> bool:
            self.was_emptied += can_empty
            return can_empty

        try:
            walk(self.workspace, ask=self.ask, ask_secret=self.ask, tell=self.tell, empty=empty, watch=self.watch)
        finally:
            self.workspace.keeper.close()
        return self

    def reply(self, prompt: str) -> str:
        reply = super().reply(prompt)
        if reply != AWAY:
            return reply
        away = self._away.pop(0)
        self.clock.passed += timedelta(minutes=away.minutes)
        self.watch.look()
        self.states.append(self.workspace.keeper.state)
        away.meanwhile()
        return away.typed


@pytest.fixture
def saved(laptop: Laptop, library: Library) -> Incident:
    """An incident that was saved, and no code."""
    use(laptop, *say(library, *THREAT), *SAVE, "1")
    return laptop.look()


def test_it_locks_by_itself_and_the_passphrase_leads_back_to_the_same_question(laptop: Laptop, saved: Incident) -> None:
    script = [*GO_ON, ON, Away(), PASSPHRASE, "2", "s"]
    person = Walker(laptop.workspace(), *script).stroll()

    assert person.states == [Keeping.LOCKED]
    assert person.was_emptied == 1
    assert "In danger now? Call 112" in person.text
    assert LOCKED in person.told
    assert "Nothing was typed for 5 minutes." in person.told
    assert STAYS not in person.told
    # What was taken away from above the question stands there again, and its numbers hold.
    before, after = " ".join(person.transcript).split(" Nothing was typed for 5 minutes. ")
    above = before.rsplit(">", 1)[1].removesuffix("In danger now? Call 112").strip()
    assert "And further" in above
    assert above in after
    assert "Ticked: " in after
    assert len(laptop.look().ticked) == 2
    assert max(person.pages) < PAGE


def test_nothing_that_was_saved_is_told_before_the_passphrase(laptop: Laptop, saved: Incident) -> None:
    script: list[Reply | Away] = [*GO_ON, ON, Away(), "o", "h", "l", "wrong words altogether", "b", "o", "s"]
    person = Walker(laptop.workspace(), *script).stroll()

    locked = person.told[person.told.index(LOCKED) :]
    assert not [line for line in locked if "Threat" in line or "YouTube" in line]
    assert "Nothing that you saved is open, so there is nothing to lock." in locked
    assert "It stays locked. You are at the first choice." in locked
    assert "What is going on?" in locked


@pytest.mark.parametrize("aside", ["h", "o"])
def test_what_is_open_beside_a_question_leads_around_no_lock(laptop: Laptop, saved: Incident, aside: str) -> None:
    script: list[Reply | Away] = [*GO_ON, "o", Away(), aside, aside, "b", "s"]
    person = Walker(laptop.workspace(), *script).stroll()
    locked = person.told[person.told.index(LOCKED) :]
    assert not [line for line in locked if "Threat" in line or "YouTube" in line]


def test_before_the_time_that_was_chosen_and_when_never_was_nothing_locks(laptop: Laptop, saved: Incident) -> None:
    script = [*GO_ON, Away(minutes=4.9), Away(minutes=4.9), "1", "s"]
    person = Walker(laptop.workspace(), *script).stroll()
    assert person.states == [Keeping.SEALED, Keeping.SEALED]

    laptop.settings = replace(laptop.settings, lock_after=0)
    person = Walker(laptop.workspace(), *GO_ON, Away(minutes=600), "s").stroll()
    assert person.states == [Keeping.SEALED]


def test_without_anything_open_nothing_locks(laptop: Laptop, library: Library) -> None:
    person = Walker(laptop.workspace(), *say(library, *THREAT), Away(), "l", "s").stroll()
    assert person.states == [Keeping.MEMORY]
    assert LOCKED not in person.told
    assert person.was_emptied == 0
    assert "Nothing that you saved is open, so there is nothing to lock." in person.told


@pytest.mark.parametrize("behind", ["", PASSPHRASE])
def test_what_was_half_typed_can_be_the_answer_without_a_passphrase_behind_it(
    laptop: Laptop, saved: Incident, behind: str
) -> None:
    half = "They wrote that they know where I live"
    script = [*GO_ON, ON, ON, *DESCRIBE, Away(typed=half + behind), PASSPHRASE, pick("That is my answer"), ".", "s"]
    person = Walker(laptop.workspace(), *script).stroll()

    assert half in person.told
    assert PASSPHRASE not in person.text
    (item,) = laptop.look().evidence
    assert item.facts[Fact.WHAT] == half


def test_what_was_half_typed_can_be_typed_anew(laptop: Laptop, saved: Incident) -> None:
    anew: list[Reply | Away] = [Away(typed="half"), PASSPHRASE, pick("Let me type it anew"), "whole", "."]
    Walker(laptop.workspace(), *GO_ON, ON, ON, *DESCRIBE, *anew, "s").stroll()
    (item,) = laptop.look().evidence
    assert item.facts[Fact.WHAT] == "whole"


def test_a_secret_that_was_half_typed_is_told_by_nobody(laptop: Laptop, saved: Incident) -> None:
    script = [*OPEN, pick("What you saved"), pick("Another passphrase"), Away(typed="half a secret"), PASSPHRASE, "b"]
    person = Walker(laptop.workspace(), *script, "s").stroll()
    assert "half a secret" not in person.text
    assert person.prompts.count("Passphrase of now: ") == 2


def test_a_window_that_cannot_be_emptied_is_told_about(laptop: Laptop, saved: Incident) -> None:
    person = Walker(laptop.workspace(), *GO_ON, Away(), PASSPHRASE, "l", PASSPHRASE, "s").stroll(can_empty=False)
    assert " ".join(person.told).count(" ".join(STAYS.split()[:9])) == 2


@pytest.mark.parametrize("typed", ["l", "L", "lock", "dicht"])
def test_a_word_at_any_prompt_locks_at_once(laptop: Laptop, saved: Incident, typed: str) -> None:
    person = Walker(laptop.workspace(), *GO_ON, ON, typed, PASSPHRASE, "2", "s").stroll()
    assert person.was_emptied == 1
    assert "It is closed; your passphrase opens it again." in person.told
    assert len(laptop.look().ticked) == 2


def test_where_words_are_asked_the_word_is_an_answer_and_its_letter_locks(laptop: Laptop, saved: Incident) -> None:
    script = [*GO_ON, ON, ON, *DESCRIBE, "l", PASSPHRASE, "lock", ".", "s"]
    person = Walker(laptop.workspace(), *script).stroll()
    assert person.was_emptied == 1
    (item,) = laptop.look().evidence
    assert item.facts[Fact.WHAT] == "lock"


def test_what_changed_in_another_window_meanwhile_is_not_written_over(laptop: Laptop, saved: Incident) -> None:
    def change() -> None:
        other = laptop.workspace()
        other.keeper.unlock(PASSPHRASE)
        other.keeper.save(saved.note(Step.TALK, "written elsewhere"))
        other.keeper.close()

    script = [*GO_ON, ON, Away(meanwhile=change), PASSPHRASE, "s"]
    person = Walker(laptop.workspace(), *script).stroll()
    said = "Meanwhile something changed in another window, so you are at the first choice."
    assert said in " ".join(" ".join(person.told).split())
    assert laptop.look().notes[Step.TALK] == "written elsewhere"


def test_another_window_that_took_it_meanwhile_lets_one_look_from_the_first_choice(
    laptop: Laptop, saved: Incident
) -> None:
    other = laptop.workspace()
    script = [*GO_ON, Away(meanwhile=lambda: other.keeper.unlock(PASSPHRASE)), PASSPHRASE, pick("Leave it closed"), "s"]
    person = Walker(laptop.workspace(), *script).stroll()
    other.keeper.close()
    assert "It stays locked. You are at the first choice." in person.told


def test_what_cannot_be_saved_keeps_it_open_and_says_so(laptop: Laptop, saved: Incident) -> None:
    folder = laptop.vault / "incidents" / saved.id
    aside = laptop.folder / "aside"

    class Clumsy(Walker):
        """Takes the folder of the incident away, and puts it back."""

        def reply(self, prompt: str) -> str:
            reply = super().reply(prompt)
            if reply == "take away":
                folder.rename(aside)
                folder.write_text("in the way")
                return super().reply(prompt)
            if reply == "put back":
                folder.unlink()
                aside.rename(folder)
                return super().reply(prompt)
            return reply

    script = [*GO_ON, "take away", "1", Away(), "l", "put back", "l", PASSPHRASE, "s"]
    person = Clumsy(laptop.workspace(), *script).stroll()
    assert person.states == [Keeping.SEALED]
    # The window was emptied, so the Enter after that is no answer to what stood there.
    asked = [line for line in person.transcript if "Number (Enter: the list" in line]
    assert [line[-2:] for line in asked[:2]] == ["<>", "l>"]
    closed = person.told.index("It is closed; your passphrase opens it again.")
    assert person.told[:closed].count("So it is not locked: what you wrote would be lost.") == 2
    assert not laptop.look().ticked


def test_the_end_of_the_input_while_it_is_locked_ends_without_a_word_of_it(laptop: Laptop, saved: Incident) -> None:
    person = Walker(laptop.workspace(), *GO_ON, Away()).stroll()
    assert person.told[-1].startswith("You do not have to do this alone")


def test_when_it_locks_can_be_chosen_here_too(laptop: Laptop, saved: Incident) -> None:
    chosen = [pick("What you saved"), pick("When it locks by itself"), pick("After 30 minutes")]
    person = Walker(laptop.workspace(), *OPEN, *chosen, Away(minutes=29), Away(minutes=31), PASSPHRASE, "s").stroll()
    assert laptop.settings.lock_after == 30
    assert person.states == [Keeping.SEALED, Keeping.LOCKED]


def doze(laptop: Laptop, passed: timedelta, *replies: Reply) -> None:
    """Fall asleep at a prompt until it is locked; meanwhile the clock says that so much time passed."""
    workspace = laptop.workspace()
    workspace.clock = clock = MovedClock()
    locked = Event()

    class Sleeper(Person):
        """Falls asleep at a prompt."""

        def reply(self, prompt: str) -> str:
            reply = super().reply(prompt)
            if reply == "zzz":
                clock.passed = passed
                assert locked.wait(10)
                return ""
            return reply

    person = Sleeper([*GO_ON, "zzz", PASSPHRASE, *replies])

    def tell(line: str) -> None:
        person.tell(line)
        if line == LOCKED:
            locked.set()

    walk(workspace, ask=person.ask, ask_secret=person.ask, tell=tell, watch=Watch(workspace, look_every=0.01))
    workspace.keeper.close()
    assert locked.is_set()


def test_it_looks_by_itself_while_somebody_is_asked(laptop: Laptop, saved: Incident) -> None:
    doze(laptop, timedelta(hours=8), "2", "s")
    assert len(laptop.look().ticked) == 2


def test_an_answer_that_comes_as_soon_as_the_computer_wakes_up_waits_for_the_passphrase(
    laptop: Laptop, saved: Incident
) -> None:
    class Waker(Walker):
        """Closes the laptop, opens it the next day, and answers at once."""

        def reply(self, prompt: str) -> str:
            reply = super().reply(prompt)
            if reply == "zzz":
                self.clock.passed += timedelta(hours=8)
                return "1"
            return reply

    person = Waker(laptop.workspace(), *GO_ON, ON, "zzz", "wrong words altogether", "b", "s").stroll()
    assert LOCKED in person.told
    assert "Press Enter." not in person.text
    assert person.was_emptied == 1
    assert len(laptop.look().ticked) == 1


def test_a_clock_that_is_set_back_does_not_keep_it_open(
    laptop: Laptop, saved: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_MINUTE", 0.01)
    doze(laptop, timedelta(days=-1), "s")

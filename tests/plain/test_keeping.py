"""Nothing is lost: stopping half-way, going on, the passphrase, and a vault that does not do what it should."""

from __future__ import annotations

import pytest

from onlinesafe_tui.dates import clock_time
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import Act
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import VaultDamaged, VaultUnwritable, WeakPassphrase, WrongPassphrase
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from tests.plain.laptop import NOW, Laptop
from tests.plain.long_day import THREAT
from tests.plain.person import Person, Reply, pick
from tests.plain.test_situations import ON, say
from tests.store.quick import PASSPHRASE

SAVED = f"Saved {clock_time(NOW)}."
SAVE: list[Reply] = [pick("Save now"), PASSPHRASE, PASSPHRASE, pick("Later")]
OPEN: list[Reply] = [pick("Go on with what I saved"), PASSPHRASE]
WORDS = Words(Language.EN)


def use(laptop: Laptop, *replies: Reply) -> Person:
    """Start the program, and let go of the vault when it ends."""
    workspace = laptop.workspace()
    try:
        return Person(replies).walk(workspace)
    finally:
        workspace.keeper.close()


@pytest.fixture
def saved(laptop: Laptop, library: Library) -> Incident:
    """An incident that was saved half-way, with two tasks ticked and half a note."""
    use(laptop, *say(library, *THREAT), *SAVE, "1", "2", pick("Write a note"), "half a sent")
    return laptop.look()


def test_every_answer_is_followed_by_whether_it_is_saved(laptop: Laptop, library: Library) -> None:
    person = use(laptop, *say(library, *THREAT), *SAVE, "1", "s")

    assert person.told.count("Not saved yet.") == len(THREAT)
    assert person.told[person.told.index("From now on everything is saved after each answer.") + 1] == SAVED
    ticked = next(index for index, line in enumerate(person.told) if line.startswith("Ticked: "))
    assert person.told[ticked + 1] == SAVED


def test_what_was_written_half_way_is_there_the_next_time(laptop: Laptop, saved: Incident) -> None:
    assert len(saved.ticked) == 2
    assert saved.notes == {Step.SAFETY: "half a sent"}

    person = use(laptop, *OPEN, pick("Go on with: Threat · YouTube"), pick("ticked"), pick("Write a note"))

    assert "Your note: half a sent" in person.told
    assert len(laptop.look().ticked) == 1
    assert laptop.look().notes == saved.notes


def test_the_end_of_the_input_is_a_calm_end_with_everything_saved(laptop: Laptop, saved: Incident) -> None:
    person = use(laptop, *OPEN, pick("Go on with: Threat"), ON, pick("Skip this step"), "not safe now")

    assert person.told[-2:] == [
        "Everything is saved. Next time you go on where you were.",
        "You do not have to do this alone: ask somebody to be with you.",
    ]
    assert laptop.look().journey.at is Step.SCREENSHOT
    assert laptop.look().journey.skipped == {Step.TALK: "not safe now"}


def test_questions_that_were_not_answered_yet_go_on_the_next_time(laptop: Laptop, library: Library) -> None:
    use(laptop, *say(library, *THREAT[:2]), "s", pick("Make a passphrase"), PASSPHRASE, PASSPHRASE)
    person = use(laptop, *OPEN, pick("Go on with: Threat"))

    assert "Question 3 of 8. Where did it happen?" in person.told


def test_stopping_without_saving_says_what_is_lost(laptop: Laptop, library: Library) -> None:
    person = use(laptop, *say(library, *THREAT), "s", pick("Don't stop"), "s", pick("Stop without saving"))

    lost = "If you stop now without saving, what you wrote about this is gone: - Threat · YouTube · 22 November 2026"
    assert person.text.count(lost) == 2
    assert "You stop without saving. What you wrote is not kept." in person.told
    assert not laptop.vault.exists()


def test_stopping_offers_a_passphrase_and_back_goes_on_where_one_was(laptop: Laptop, library: Library) -> None:
    script = [*say(library, *THREAT), "s", pick("Make a passphrase"), PASSPHRASE, "b", "b", "1"]
    person = use(laptop, *script, "s", pick("Make a passphrase"), PASSPHRASE, PASSPHRASE)

    assert any(line.startswith("Ticked: ") for line in person.told)
    assert "Everything is saved. Next time you go on where you were." in person.told
    assert len(laptop.look().ticked) == 1


def test_what_is_written_before_the_vault_is_opened_joins_it_when_stopping(
    laptop: Laptop, library: Library, saved: Incident
) -> None:
    use(laptop, *say(library, *THREAT[:2]), "s", pick("Save it with what you saved before"), PASSPHRASE)
    person = use(laptop, *OPEN, pick("All incidents (2)"))

    offered = {line.partition(". ")[2] for line in person.told[person.told.index("Incidents") :]}
    assert {"Threat · 22 November 2026", "Threat · YouTube · 22 November 2026"} <= offered


def test_a_wrong_passphrase_says_so_and_can_be_typed_again(laptop: Laptop, saved: Incident) -> None:
    person = use(laptop, pick("Go on with what I saved"), "a wrong passphrase", PASSPHRASE)

    assert f"{WORDS(WrongPassphrase.title)}." in person.told
    assert person.told.index(f"{WORDS(WrongPassphrase.title)}.") < person.told.index("It is open.")


def test_a_new_passphrase_must_be_long_and_typed_twice_the_same(laptop: Laptop, library: Library) -> None:
    script = ["short", PASSPHRASE, "something else entirely", PASSPHRASE, PASSPHRASE]
    person = use(laptop, *say(library, *THREAT), pick("Save now"), *script)

    assert f"{WORDS(WeakPassphrase.title)}." in person.told
    assert "These two are not the same. Type it anew." in person.told
    assert laptop.look().situation.acts == {Act.THREAT}


def test_a_passphrase_is_never_told(laptop: Laptop, library: Library, saved: Incident) -> None:
    person = use(laptop, pick("Go on with what I saved"), "a wrong passphrase", PASSPHRASE, "h", "o", "s")

    assert not [line for line in person.told if PASSPHRASE in line or "a wrong passphrase" in line]


def test_a_passphrase_is_asked_before_anything_is_described(laptop: Laptop, library: Library) -> None:
    describe: list[Reply] = [pick("Describe a message"), pick("First save it"), PASSPHRASE, PASSPHRASE, pick("Later")]
    person = use(laptop, *say(library, *THREAT), ON, ON, *describe, "what it says", "second line", ".")

    assert person.told.index(SAVED) < person.told.index("What was posted, in words")
    (item,) = laptop.look().evidence
    assert item.facts == {Fact.WHAT: "what it says\nsecond line", Fact.CHANNEL: "YouTube"}


def test_a_vault_that_is_open_elsewhere_loses_nothing(laptop: Laptop, library: Library, saved: Incident) -> None:
    elsewhere = laptop.workspace()
    elsewhere.keeper.unlock(PASSPHRASE)
    try:
        script: list[Reply] = ["s", pick("Save it with"), PASSPHRASE, pick("Don't stop"), "1"]
        person = use(laptop, *say(library, *THREAT), *script)
    finally:
        elsewhere.keeper.close()

    assert "OnlineSafe is already open in another window." in person.text
    assert any(line.startswith("Ticked: ") for line in person.told)
    assert laptop.look() == saved


def test_what_cannot_be_saved_is_told_stays_and_is_tried_again(laptop: Laptop, saved: Incident) -> None:
    (folder,) = (laptop.vault / "incidents").iterdir()
    away = laptop.folder / "away"

    class Clumsy(Person):
        """Takes the folder of the incident away, and puts it back when asked what to do."""

        def reply(self, prompt: str) -> str:
            reply = super().reply(prompt)
            if reply == "take away":
                folder.rename(away)
                folder.write_text("in the way")
                return super().reply(prompt)
            if reply == "put back":
                folder.unlink()
                away.rename(folder)
                return super().reply(prompt)
            return reply

    script: list[Reply] = [*OPEN, pick("Go on with: Threat"), "take away", "1", "s", "put back", pick("Try again")]
    workspace = laptop.workspace()
    person = Clumsy(script).walk(workspace)
    workspace.keeper.close()

    assert "What you wrote is not saved yet, but it is still here." in person.told
    assert person.told[-2] == "Everything is saved. Next time you go on where you were."
    assert len(laptop.look().ticked) == len(saved.ticked) - 1


def test_an_incident_that_is_damaged_offers_the_version_before(laptop: Laptop, saved: Incident) -> None:
    (file,) = laptop.vault.glob("incidents/*/incident.age")
    file.write_bytes(file.read_bytes()[:-20] + b"x" * 20)

    left = use(laptop, *OPEN, pick("Go on with: Threat"), pick("Leave it as it is"))
    taken = use(laptop, *OPEN, pick("Go on with: Threat"), pick("Open the version before"))

    assert f"{WORDS(VaultDamaged.title)}." in left.told
    assert left.told.count("What is going on?") == 3
    assert any(line.startswith("Before the steps: Safety") for line in taken.told)


def test_a_folder_that_cannot_be_written_gets_its_own_sentence(laptop: Laptop, library: Library) -> None:
    laptop.vault.write_text("in the way")
    person = use(laptop, *say(library, *THREAT), *SAVE[:3], "1")

    assert f"{WORDS(VaultUnwritable.title)}." in person.told
    assert any(line.startswith("Ticked: ") for line in person.told)
    assert laptop.vault.read_text() == "in the way"

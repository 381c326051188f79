"""The code on paper, as prompts: shown once, asked back in part, and the way in when the passphrase is lost."""

from __future__ import annotations

import re

from onlinesafe_tui.errors import CodeSlip
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.store.opening import unlock_vault
from tests.plain.laptop import Laptop
from tests.plain.long_day import THREAT
from tests.plain.person import Person, Reply, pick
from tests.plain.test_situations import say
from tests.store.quick import PASSPHRASE, QuickSealer

NEW = "five other words to keep"
WORDS = Words(Language.EN)
WRITTEN = pick("I have written it down")


class Writer(Person):
    """Writes the code down from the screen, and types a group of it when it is asked for."""

    def groups(self) -> list[str]:
        """The code as it was shown last."""
        found = re.findall(r"(\d+): ([0-9A-Z]{2,4})\b", " ".join(self.told))[-15:]
        assert [int(number) for number, _ in found] == list(range(1, 16))
        return [group for _, group in found]

    def reply(self, prompt: str) -> str:
        asked = re.match(r"Group (\d+) from your paper:", prompt)
        typed = super().reply(prompt)
        return self.groups()[int(asked[1]) - 1].lower() if asked and typed == "group" else typed


def use(laptop: Laptop, *replies: Reply) -> Writer:
    """Start the program, and let go of the vault when it ends."""
    workspace = laptop.workspace()
    try:
        return Writer(replies).walk(workspace)
    finally:
        workspace.keeper.close()


def save(laptop: Laptop, library: Library, *then: Reply) -> Writer:
    """Save for the first time, and go on from the code that is shown then."""
    return use(laptop, *say(library, *THREAT), pick("Save now"), PASSPHRASE, PASSPHRASE, *then)


def test_a_code_that_was_typed_back_opens_everything_with_a_new_passphrase(laptop: Laptop, library: Library) -> None:
    first = save(laptop, library, WRITTEN, "group", "group", "s")
    assert "From now on the code on your paper opens what you saved." in first.told
    code = " ".join(first.groups()).lower()
    person = use(
        laptop, pick("Go on with what I saved"), "forgotten it", "", code, NEW, NEW, pick("Go on with: Threat")
    )
    assert "It is open. From now on the new passphrase opens it, and your code as before." in person.text
    assert any(line.startswith("Before the steps: Safety") for line in person.told)
    with unlock_vault(laptop.vault, NEW, QuickSealer(), read_only=True) as vault:
        assert len(vault.summaries()) == 1


def test_putting_the_code_off_makes_none_and_goes_on_where_one_was(laptop: Laptop, library: Library) -> None:
    person = save(laptop, library, "b", "1")
    assert "Later, then: the first choice reminds you." in person.told
    assert any(line.startswith("Ticked: ") for line in person.told)
    assert not (laptop.vault / "recovery.age").exists()


def test_a_group_with_a_slip_is_named_and_the_code_can_be_seen_again(laptop: Laptop, library: Library) -> None:
    person = save(laptop, library, WRITTEN, "0000", "b", WRITTEN, "group", "group", "s")
    assert "This is not right yet: group " in person.text
    assert person.told.count("A recovery code on paper") == 2
    assert (laptop.vault / "recovery.age").exists()


def test_a_wrong_letter_is_named_before_a_passphrase_is_asked(laptop: Laptop, library: Library) -> None:
    groups = save(laptop, library, WRITTEN, "group", "group", "s").groups()
    groups[6] = groups[6][:3] + ("Q" if groups[6][3] != "Q" else "P")
    person = use(laptop, pick("Go on with what I saved"), "", " ".join(groups), "b", "b")
    assert WORDS(CodeSlip.sentence, group=7) in person.text
    assert "New passphrase: " not in person.prompts


def test_stopping_with_a_passphrase_is_not_held_up_by_a_code(laptop: Laptop, library: Library) -> None:
    person = use(laptop, *say(library, *THREAT), "s", pick("Make a passphrase"), PASSPHRASE, PASSPHRASE)
    assert "A recovery code on paper" not in person.told
    assert "Everything is saved. Next time you go on where you were." in person.told

"""A folder that a service synchronises, and second versions of files, are said in the prompts too."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from tests.plain.laptop import Laptop
from tests.plain.long_day import THREAT
from tests.plain.person import pick
from tests.plain.test_keeping import OPEN, SAVE
from tests.plain.test_recovery import use
from tests.plain.test_situations import say

SYNCED = {Language.EN: "OneDrive seems to synchronise", Language.NL: "OneDrive lijkt"}


@pytest.mark.parametrize("language", Language)
def test_who_chooses_a_passphrase_hears_that_a_service_synchronises_the_folder(
    laptop: Laptop, library: Library, language: Language
) -> None:
    laptop.vault = laptop.folder / "OneDrive - Werk" / "vault"
    person = use(laptop, *say(library, *THREAT), *SAVE, "1")
    assert SYNCED[Language.EN] in person.text
    assert "--vault" in person.text
    laptop.choose(language, Country.NL)
    again = use(laptop)
    assert SYNCED[language] in again.text


def test_a_folder_that_stays_here_is_not_said_to_be_synchronised(laptop: Laptop, library: Library) -> None:
    person = use(laptop, *say(library, *THREAT), *SAVE, "1")
    assert "--vault" not in person.text
    assert "Everything stays on this laptop." in person.text


@pytest.fixture
def saved(laptop: Laptop, library: Library) -> Incident:
    """An incident that was saved."""
    use(laptop, *say(library, *THREAT), *SAVE, "1")
    return laptop.look()


def test_a_second_version_of_a_file_is_said_when_it_opens_and_under_what_was_saved(
    laptop: Laptop, saved: Incident
) -> None:
    (laptop.vault / "incidents" / saved.id / "incident (1).age").write_bytes(b"another version")
    person = use(laptop, *OPEN, pick("What you saved"), "b")
    told = "There is one second version of a file, made by a program that synchronises."
    before, _, after = person.text.partition("1. Make a recovery code")
    assert before.count(told) == 3
    assert told not in after.partition("What is going on?")[0]

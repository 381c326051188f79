"""What was saved as a whole, as prompts: looked after, looked at only, locked, deleted from."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.errors import VaultInUse, WrongPassphrase
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.services.backups import WHERE
from onlinesafe_tui.services.code_paper import DROPPED, DROPPING
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.vault_view import NO_CODE
from onlinesafe_tui.store.opening import unlock_vault
from tests.plain.laptop import Laptop
from tests.plain.long_day import THREAT
from tests.plain.person import Reply, pick
from tests.plain.test_keeping import OPEN, SAVE
from tests.plain.test_recovery import Writer, use
from tests.plain.test_situations import ON, say
from tests.store.quick import PASSPHRASE, QuickSealer

NEW = "five other words to keep"
WORDS = Words(Language.EN)
VAULT: list[Reply] = [*OPEN, pick("What you saved")]
HOME: list[Reply] = ["b"]


@pytest.fixture
def saved(laptop: Laptop, library: Library) -> Incident:
    """An incident that was saved, and no code."""
    use(laptop, *say(library, *THREAT), *SAVE, "1")
    return laptop.look()


def test_the_first_choice_reminds_of_a_code_that_was_put_off(laptop: Laptop, saved: Incident) -> None:
    person = use(laptop, *VAULT, pick("Make a recovery code"), pick("I have written it down"), "group", "group", "b")
    assert WORDS(NO_CODE) in person.text
    assert (laptop.vault / "recovery.age").exists()
    assert WORDS(NO_CODE) not in use(laptop, *OPEN).text


def test_a_code_is_let_go_only_on_purpose(laptop: Laptop, saved: Incident) -> None:
    use(laptop, *VAULT, pick("Make a recovery code"), pick("I have written it down"), "group", "group", "b")
    drop = [pick("Have no recovery code"), pick("Leave it as it is")]
    person = use(laptop, *VAULT, *drop, "b")
    assert " ".join(WORDS(DROPPING[-1]).split()) in person.text
    assert (laptop.vault / "recovery.age").exists()
    person = use(laptop, *VAULT, pick("Have no recovery code"), pick("Let the code open nothing"), "b")
    assert WORDS(DROPPED) in person.told
    assert not (laptop.vault / "recovery.age").exists()


def test_another_passphrase_asks_the_one_of_now(laptop: Laptop, saved: Incident) -> None:
    person = use(laptop, *VAULT, pick("Another passphrase"), "not this one", NEW, NEW, PASSPHRASE, NEW, NEW, "b")
    assert f"{WORDS(WrongPassphrase.title)}." in person.told
    with unlock_vault(laptop.vault, NEW, QuickSealer(), read_only=True) as vault:
        assert vault.load(saved.id) == saved


def test_checking_says_that_all_is_whole_or_which_file_is_not(laptop: Laptop, saved: Incident) -> None:
    whole = use(laptop, *VAULT, pick("Check everything"), "", "b")
    assert "files are whole." in whole.text
    (file,) = laptop.vault.glob("incidents/*/incident.age")
    file.write_bytes(file.read_bytes()[:-9])
    damaged = use(laptop, *VAULT, pick("Check everything"), "", "b")
    assert f"incidents/{saved.id}/incident.age: is incomplete." in " ".join(damaged.text.split())


def test_a_backup_is_made_and_put_back(laptop: Laptop, saved: Incident) -> None:
    use(laptop, *VAULT, pick("Make a backup"), "copy.backup", "b")
    assert (laptop.exports / "copy.backup").is_file()
    delete = (pick("Every incident"), "1", pick("Delete it for good"), pick("Delete it for good"), pick("Yes"))
    gone = use(laptop, *VAULT, *delete, "b")
    assert "It is deleted." in gone.told
    back = use(laptop, *VAULT, pick("Put a backup back"), "", pick("Put this backup back"), *OPEN)
    assert "The backup is back." in back.told
    assert laptop.look() == saved


def test_where_a_backup_is_has_to_be_said_when_there_is_none(laptop: Laptop, saved: Incident) -> None:
    person = use(laptop, *VAULT, pick("Put a backup back"), "", "b")
    assert " ".join(WORDS(WHERE).split()) in person.text


def test_every_backup_of_a_day_gets_a_name_of_its_own(laptop: Laptop, saved: Incident) -> None:
    stick = laptop.folder / "stick"
    stick.mkdir()
    make = pick("Make a backup")
    person = use(laptop, *VAULT, make, "", make, "", make, str(stick), make, str(stick), "b")
    assert len(list(laptop.exports.glob("*.backup"))) == len(list(stick.glob("*.backup"))) == 2
    assert person.told.count("The backup is made.") == 4


def test_an_incident_is_kept_unless_one_says_twice_that_it_goes(laptop: Laptop, saved: Incident) -> None:
    at_it: list[Reply] = [*VAULT, pick("Every incident"), "1", pick("Delete it for good")]
    for answers in (["b"], [pick("Keep it")], [pick("Delete it for good"), pick("Keep it")]):
        person = use(laptop, *at_it, *answers)
        assert "OneDrive" in person.text
        assert laptop.look() == saved


def test_locking_needs_the_passphrase_to_go_on(laptop: Laptop, saved: Incident) -> None:
    person = use(laptop, *VAULT, pick("Lock it now"), PASSPHRASE, "b", pick("Go on with: Threat"))
    assert "It is closed; your passphrase opens it again." in person.told
    assert person.told.count("It is open.") == 2


def test_a_second_window_looks_and_changes_nothing(laptop: Laptop, saved: Incident) -> None:
    elsewhere = laptop.workspace()
    elsewhere.keeper.unlock(PASSPHRASE)
    try:
        person = use(laptop, *OPEN, pick("Only look here"), pick("Go on with: Threat"), "2", ON, "s")
    finally:
        elsewhere.keeper.close()
    assert "You only look here: another window has it open." in person.told
    assert any(line.startswith("Step 1") or line.startswith("1. ") for line in person.told)
    assert WORDS(VaultInUse.sentence) in person.text
    assert not any(line.startswith("Ticked: ") for line in person.told)
    assert laptop.look() == saved


def test_an_incident_that_does_not_open_is_listed_with_what_can_be_done(laptop: Laptop, saved: Incident) -> None:
    for file in laptop.vault.glob("incidents/*/incident.age*"):
        file.write_bytes(b"\0" * 900)
    (laptop.vault / "index.age").unlink()
    person = use(laptop, *OPEN, pick("1 incident does not open"), "b")
    assert "The version before may open: choose it, and you are asked." in person.text


def test_the_vault_is_named_only_while_it_is_open(laptop: Laptop, saved: Incident) -> None:
    person = Writer([]).walk(laptop.workspace())
    assert not any(line.endswith(". What you saved") for line in person.told)
    assert laptop.workspace().keeper.state is Keeping.LOCKED


def test_a_broken_card_is_written_anew_with_the_passphrase(laptop: Laptop, saved: Incident) -> None:
    (laptop.vault / "vault.json").write_bytes(b"")
    person = use(laptop, *OPEN, pick("Have vault.json written anew"), pick("Go on with: Threat"))
    assert "It is open." in person.told
    assert laptop.look() == saved

"""Looking after the vault: the recovery code is shown, asked back, and only then kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onlinesafe_tui.errors import CodeSlip, NothingSaved, WrongPassphrase
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.organisation import read_organisation
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.keeping import Keeper, Keeping
from onlinesafe_tui.services.letting_in import organisation_words
from onlinesafe_tui.services.vault_care import VaultCare, typed_code
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.opening import create_vault, recover_vault, unlock_vault
from onlinesafe_tui.store.paper import RecoveryCode
from onlinesafe_tui.store.vault import Vault
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.store.samples import NOW, incident, incident_id
from tests.store.workbooks import workbook
from tests.tui.desk import FixedClock

NEW = "five other words to keep"


def create(folder: Path, passphrase: str) -> Vault:
    return create_vault(folder, passphrase, QuickSealer(), NOW)


def unlock(folder: Path, passphrase: str) -> Vault:
    return unlock_vault(folder, passphrase, QuickSealer())


def recover(folder: Path, code: RecoveryCode, passphrase: str) -> Vault:
    return recover_vault(folder, code, passphrase, QuickSealer(), NOW)


def keeper_of(folder: Path) -> Keeper:
    return Keeper(FixedClock(), folder=folder, create=create, unlock=unlock, recover=recover)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def keeper(folder: Path) -> Iterator[Keeper]:
    """A keeper whose vault is open and holds one incident."""
    keeper = keeper_of(folder)
    keeper.create(PASSPHRASE)
    keeper.save(incident())
    yield keeper
    keeper.close()


def test_a_code_is_shown_in_three_lines_of_five_groups(keeper: Keeper) -> None:
    draft = VaultCare(keeper).draft_code()
    assert [len(line) for line in draft.lines] == [5, 5, 5]
    assert [number for line in draft.lines for number, _ in line] == list(range(1, 16))
    first, second = draft.asked
    assert draft.is_right(first, draft.code.groups[first - 1].lower())
    assert not draft.is_right(second, "0000")


def test_a_code_that_was_not_asked_back_yet_opens_nothing(keeper: Keeper, folder: Path) -> None:
    care = VaultCare(keeper)
    care.draft_code()
    assert not care.has_code
    assert not (folder / "recovery.age").exists()


def test_a_code_that_is_kept_opens_the_vault_the_next_day(keeper: Keeper, folder: Path) -> None:
    care = VaultCare(keeper)
    draft = care.draft_code()
    care.keep_code(draft)
    assert care.has_code
    keeper.close()
    tomorrow = keeper_of(folder)
    tomorrow.save(incident(2))
    tomorrow.keep_workbook(workbook())
    tomorrow.recover(typed_code(" ".join(draft.code.groups).lower()), NEW)
    assert tomorrow.state is Keeping.SEALED
    assert {line.id for line in tomorrow.summaries()} == {incident_id(1), incident_id(2)}
    tomorrow.close()
    again = keeper_of(folder)
    with pytest.raises(WrongPassphrase):
        again.unlock(PASSPHRASE)
    again.unlock(NEW)
    assert again.workbook == workbook()
    again.close()


def test_a_slip_is_named_while_nothing_is_opened(keeper: Keeper) -> None:
    groups = list(VaultCare(keeper).draft_code().code.groups)
    groups[6] = groups[6][:3] + ("Q" if groups[6][3] != "Q" else "P")
    with pytest.raises(CodeSlip) as caught:
        typed_code(" ".join(groups))
    assert caught.value.values == {"group": "7"}


def test_another_passphrase_opens_it_the_next_day(keeper: Keeper, folder: Path) -> None:
    VaultCare(keeper, QuickSealer()).change_passphrase(PASSPHRASE, NEW)
    keeper.close()
    tomorrow = keeper_of(folder)
    tomorrow.unlock(NEW)
    assert tomorrow.load(incident_id(1)).id == incident_id(1)
    tomorrow.close()


@pytest.mark.parametrize("language", Language)
def test_what_an_organisation_could_read_is_said_before_anybody_lets_it_in(
    keeper: Keeper, tmp_path: Path, language: Language
) -> None:
    recipient = Key.new().recipient
    own = tmp_path / "own"
    own.mkdir()
    (own / "organisation.md").write_text(f'---\nname: "De Brug"\nseal_to: {recipient}\n---\n', encoding="utf-8")
    library, care = Library(content_folder(), own), VaultCare(keeper)
    view = care.organisation(library)
    assert (view.name, view.offered, view.current, view.shared, view.of) == ("De Brug", recipient, "", 0, 1)
    said = organisation_words(view, Words(language))
    assert len(said) == 4
    assert "De Brug" in said[1]
    care.keep_code(care.draft_code())
    with_code = organisation_words(care.organisation(library), Words(language))
    assert with_code[0] != said[0]
    assert with_code[1:] == said[1:]
    assert ("herstelcode" if language is Language.NL else "recovery code") in with_code[0]
    care.let_in(view.offered)
    keeper.save(incident(2))
    view = care.organisation(library)
    assert (view.current, view.shared, view.of, view.is_another) == (recipient, 1, 2, False)
    assert "De Brug" in organisation_words(view, Words(language))[0]
    care.leave_out()
    assert care.organisation(library).current == ""


def test_a_key_in_the_folder_of_the_organisation_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "organisation.md").write_text('---\nname: "De Brug"\nseal_to: age1oops\n---\n', encoding="utf-8")
    found, problems = read_organisation(tmp_path)
    assert (found.name, found.recipient) == ("De Brug", "")
    assert [(problem.line, problem.values["found"]) for problem in problems] == [(3, "age1oops")]


def test_without_an_open_vault_there_is_nothing_to_give_a_code(folder: Path) -> None:
    care = VaultCare(keeper_of(folder))
    assert not care.has_code
    with pytest.raises(NothingSaved):
        care.keep_code(care.draft_code())


def test_a_draft_shows_nothing_by_accident(keeper: Keeper) -> None:
    draft = VaultCare(keeper).draft_code()
    assert draft.code.groups[0] not in repr(draft)

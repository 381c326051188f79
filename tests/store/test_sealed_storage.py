"""TinyDB on a sealed file."""

import json
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.table import Document

from onlinesafe_tui.errors import VaultForged, VaultInUse, VaultMissing, VaultRolledBack, VaultTooNew, VaultUnwritable
from onlinesafe_tui.store.files import previous_of
from onlinesafe_tui.store.keys import Key
from onlinesafe_tui.store.sealed_storage import Place, SealedStorage
from onlinesafe_tui.store.sealing import seal, unseal

KEY = Key.new()
FOREIGN = seal(b"else", [Key.new().recipient])


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path / "notes.age", "notes.age", "notes", "7")


def opened(place: Place, *, at_least: int = 0) -> SealedStorage:
    return SealedStorage(place, KEY, [KEY.recipient], at_least=at_least)


def begun(place: Place) -> SealedStorage:
    storage = opened(place)
    storage.begin()
    return storage


def put(place: Place, header: dict[str, object], content: bytes = b"{}") -> None:
    place.path.write_bytes(seal(json.dumps(header).encode() + b"\n" + content, [KEY.recipient]))


def test_documents_come_back_from_disk(place: Place) -> None:
    TinyDB(storage=lambda: begun(place)).insert({"words": "café", "number": 1})
    assert TinyDB(storage=lambda: opened(place)).all() == [{"words": "café", "number": 1}]


def test_one_change_is_one_write(place: Place) -> None:
    storage = begun(place)
    database = TinyDB(storage=lambda: storage)
    database.insert(Document({"n": 1}, doc_id=1))
    assert storage.sequence == 1
    database.update({"n": 2}, doc_ids=[1])
    assert storage.sequence == 2


def test_changing_what_was_read_changes_nothing_that_is_kept(place: Place) -> None:
    storage = begun(place)
    storage.write({"t": {"1": {"words": "mine"}}})
    storage.read()["t"]["1"]["words"] = "not mine"
    assert storage.read() == opened(place).read() == {"t": {"1": {"words": "mine"}}}


@pytest.mark.parametrize(
    "sealed", [FOREIGN, FOREIGN[:-1], seal(b"else", [KEY.recipient])], ids=["foreign", "cut", "other words"]
)
def test_what_would_not_open_again_replaces_nothing(
    place: Place, monkeypatch: pytest.MonkeyPatch, sealed: bytes
) -> None:
    storage = begun(place)
    storage.write({"t": {"1": {"words": "mine"}}})
    before = place.path.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr("pyrage.encrypt", lambda *_: sealed)
        with pytest.raises(VaultUnwritable):
            storage.write({"t": {"1": {"words": "lost"}}})
    assert place.path.read_bytes() == before
    storage.write({"t": {"1": {"words": "later"}}})
    assert opened(place).read() == {"t": {"1": {"words": "later"}}}


def test_what_cannot_be_written_as_json_changes_nothing(place: Place) -> None:
    storage = begun(place)
    storage.write({"t": {"1": {"n": 1}}})
    before = place.path.read_bytes()
    with pytest.raises(TypeError):
        storage.write({"t": {"1": {"n": object()}}})
    assert place.path.read_bytes() == before
    assert storage.read() == {"t": {"1": {"n": 1}}}


def test_a_person_with_the_key_can_read_it(place: Place) -> None:
    begun(place).write({"t": {"1": {"words": "café"}}})
    header, _, content = unseal(place.path.read_bytes(), KEY.identity, "x").partition(b"\n")
    assert {**json.loads(header), "mac": ""} == {"format": 1, "kind": "notes", "id": "7", "sequence": 1, "mac": ""}
    assert json.loads(content) == {"t": {"1": {"words": "café"}}}
    assert "café".encode() in content


def test_a_file_that_is_not_there_is_missing_and_not_new(place: Place) -> None:
    with pytest.raises(VaultMissing):
        opened(place).read()
    assert not place.path.exists()


def test_a_new_file_never_replaces_one_that_is_there(place: Place) -> None:
    begun(place).write({"t": {"1": {"words": "mine"}}})
    with pytest.raises(VaultInUse):
        begun(place).write({})
    assert opened(place).read() == {"t": {"1": {"words": "mine"}}}


@pytest.mark.parametrize("changes", [{"kind": "index"}, {"id": "8"}, {"sequence": 5}, {"mac": "0" * 64}, {"extra": 1}])
def test_a_header_that_somebody_changed_is_forged(place: Place, changes: dict[str, object]) -> None:
    header = {"format": 1, "kind": "notes", "id": "7", "sequence": 1, "mac": KEY.mark("notes", "7", 1, b"{}")}
    put(place, header)
    assert opened(place).read() == {}
    put(place, {**header, **changes})
    with pytest.raises(VaultForged):
        opened(place).read()


def test_a_file_of_another_place_under_the_same_key_is_forged(place: Place, tmp_path: Path) -> None:
    begun(Place(tmp_path / "other.age", "other.age", "notes", "8")).write({})
    place.path.write_bytes((tmp_path / "other.age").read_bytes())
    with pytest.raises(VaultForged):
        opened(place).read()


@pytest.mark.parametrize("text", [b"", b"no json", b"{}", b"[1]", b'{"format":"1"}', b"\xff\n{}", b'{"format":1}\n{}'])
def test_what_opens_without_a_header_of_ours_is_forged(place: Place, text: bytes) -> None:
    place.path.write_bytes(seal(text, [KEY.recipient]))
    with pytest.raises(VaultForged):
        opened(place).read()


def test_a_file_of_a_newer_version_is_told_apart_whatever_else_is_in_its_header(place: Place) -> None:
    put(place, {"format": 2, "something": "else"})
    before = place.path.read_bytes()
    with pytest.raises(VaultTooNew):
        opened(place).read()
    with pytest.raises(VaultTooNew):
        opened(place).write({})
    assert place.path.read_bytes() == before


def test_an_older_version_that_was_put_back_is_rolled_back(place: Place) -> None:
    storage = begun(place)
    storage.write({"t": {"1": {"n": 1}}})
    storage.write({"t": {"1": {"n": 2}}})
    previous_of(place.path).replace(place.path)
    assert opened(place, at_least=1).read() == {"t": {"1": {"n": 1}}}
    with pytest.raises(VaultRolledBack):
        opened(place, at_least=2).read()


def test_words_that_another_program_wrote_meanwhile_are_not_overwritten(place: Place) -> None:
    ours = begun(place)
    ours.write({"t": {"1": {"n": 1}}})
    theirs = opened(place)
    theirs.read()
    theirs.write({"t": {"1": {"n": 2, "words": "theirs"}}})
    with pytest.raises(VaultInUse):
        ours.write({"t": {"1": {"n": 3}}})
    assert opened(place).read() == {"t": {"1": {"n": 2, "words": "theirs"}}}


def test_the_same_file_copied_over_itself_is_no_change(place: Place) -> None:
    storage = begun(place)
    storage.write({"t": {"1": {"n": 1}}})
    copy = place.path.with_name("copy")
    copy.write_bytes(place.path.read_bytes())
    copy.replace(place.path)
    storage.write({"t": {"1": {"n": 2}}})
    assert opened(place).read() == {"t": {"1": {"n": 2}}}


def test_a_file_that_was_taken_away_while_it_was_open_is_written_anew(place: Place) -> None:
    storage = begun(place)
    storage.write({"t": {"1": {"n": 1}}})
    place.path.unlink()
    storage.write({"t": {"1": {"n": 2}}})
    assert opened(place, at_least=2).read() == {"t": {"1": {"n": 2}}}

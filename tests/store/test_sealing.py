"""Sealing and opening, and what is said about a file that does not open."""

import pytest

from onlinesafe_tui.errors import VaultDamaged, VaultEmpty, VaultForged, VaultTooNew, VaultTruncated
from onlinesafe_tui.store.age_format import BLOCK, Shape, shape_of
from onlinesafe_tui.store.keys import Key, read_key, write_key
from onlinesafe_tui.store.sealing import NotForThisKey, new_identity, recipient_of, seal, unseal

IDENTITY = new_identity()
TEXT = b'{"note": "caf\xc3\xa9"}'
SEALED = seal(TEXT, [recipient_of(IDENTITY)])


def test_every_recipient_opens_it() -> None:
    other = new_identity()
    sealed = seal(TEXT, [recipient_of(IDENTITY), recipient_of(other)])
    assert unseal(sealed, IDENTITY, "a") == unseal(sealed, other, "a") == TEXT


def test_the_size_of_a_file_hides_the_length_of_a_text() -> None:
    lengths = {
        len(sealed) - sealed.index(b"\n--- ")
        for sealed in (seal(b"a" * size, [recipient_of(IDENTITY)]) for size in (1, 200, BLOCK))
    }
    assert len(lengths) == 1


def test_nothing_at_all_is_empty() -> None:
    with pytest.raises(VaultEmpty):
        unseal(b"", IDENTITY, "a")


def test_a_cut_is_told_at_every_byte() -> None:
    for end in range(1, len(SEALED)):
        with pytest.raises(VaultTruncated):
            unseal(SEALED[:end], IDENTITY, "a")


def test_a_cut_of_whole_blocks_is_still_damage() -> None:
    sealed = seal(b"a" * 2 * BLOCK, [recipient_of(IDENTITY)])
    with pytest.raises(VaultDamaged):
        unseal(sealed[:-BLOCK], IDENTITY, "a")


@pytest.mark.parametrize("bit", range(8))
def test_a_changed_bit_is_damage_at_every_byte_of_the_text_and_never_opens(bit: int) -> None:
    for at in range(len(SEALED)):
        changed = bytearray(SEALED)
        changed[at] ^= 1 << bit
        with pytest.raises(VaultDamaged) as caught:
            unseal(bytes(changed), IDENTITY, "a")
        assert not isinstance(caught.value, VaultTruncated)


def test_another_key_is_told_from_damage_that_shows() -> None:
    with pytest.raises(NotForThisKey):
        unseal(SEALED, new_identity(), "a")


@pytest.mark.parametrize("sealed", [b"\0" * 4000, b"PK\x03\x04 something else\n\n", b"age-encryption.org/v2\n"])
def test_what_is_no_age_file_is_damaged(sealed: bytes) -> None:
    with pytest.raises(VaultDamaged) as caught:
        unseal(sealed, IDENTITY, "a")
    assert type(caught.value) is VaultDamaged


@pytest.mark.parametrize("size", [1, BLOCK, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 200_000])
def test_a_whole_file_looks_whole_however_long(size: int) -> None:
    sealed = seal(b"a" * size, [recipient_of(IDENTITY)])
    assert shape_of(sealed) is Shape.WHOLE
    assert shape_of(sealed[:-1]) is Shape.CUT
    assert unseal(sealed, IDENTITY, "a") == b"a" * size


def test_a_key_comes_back_from_its_text() -> None:
    key = Key.new()
    found, proof = read_key(write_key(key, "about", "abc123"), "key.age")
    assert (found, proof) == (key, "abc123")


def test_a_key_never_shows_itself() -> None:
    key = Key.new()
    shown = f"{key!r} {key}"
    assert key.identity not in shown
    assert repr(key.authentication) not in shown


def test_a_key_of_a_newer_version_is_refused() -> None:
    text = write_key(Key.new(), "about").replace(b"# format: 1", b"# format: 2")
    with pytest.raises(VaultTooNew):
        read_key(text, "key.age")


@pytest.mark.parametrize("head", [b"", b"\xff\xfe\n", b"# authentication key: !!\n"])
def test_what_opens_and_is_no_key_was_put_there(head: bytes) -> None:
    with pytest.raises(VaultForged):
        read_key(head + IDENTITY.encode(), "key.age")
    with pytest.raises(VaultForged):
        read_key(head, "key.age")


def test_a_mark_depends_on_every_part_and_on_where_it_ends() -> None:
    key = Key.new()
    marks = {key.mark(*parts) for parts in (("ab", "c"), ("a", "bc"), ("abc",), ("ab", "c", ""), ("ab", "d"))}
    assert len({*marks, Key.new().mark("ab", "c")}) == 6
    assert key.has_marked(key.mark("a", 1, b"b"), "a", 1, b"b")
    assert not key.has_marked("é", "a")

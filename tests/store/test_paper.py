"""The recovery code can be written on paper and typed again by somebody whose hands shake."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.errors import CodeLength, CodeSlip, CodeUnclear, WrongCode
from onlinesafe_tui.store.paper import GROUP, LENGTH, LETTERS, RecoveryCode, groups_to_ask, new_code, read_code
from onlinesafe_tui.store.sealing import recipient_of

CODE = RecoveryCode("3M404Y7QDQJC4A5LPHJDNFJ93FA6WVR2C36VQTFNTEHAFV25R3HQ92X7E7")
LOOK_ALIKES = {"5": "S", "2": "Z", "V": "U", "0": "O", "L": "1", "8": "B"}
places = st.integers(0, LENGTH - 1)
strangers = st.sampled_from(LETTERS)


def group_of(at: int) -> int:
    return at // GROUP + 1


def test_a_code_is_fourteen_groups_of_four_and_one_of_two() -> None:
    assert [len(group) for group in CODE.groups] == [4] * 14 + [2]
    assert "".join(CODE.groups) == CODE.letters


def test_a_new_code_is_an_age_identity_without_letters_that_look_alike() -> None:
    codes = {new_code().letters for _ in range(3)}
    assert len(codes) == 3
    for letters in codes:
        assert not set(letters) & set("BIOSUZG1")
        assert recipient_of(RecoveryCode(letters).identity).startswith("age1")


@pytest.mark.parametrize(
    "typed",
    [
        CODE.letters,
        " ".join(CODE.groups),
        " ".join(CODE.groups).lower(),
        "-".join(CODE.groups),
        "\n".join(f"  {group}" for group in CODE.groups),
        CODE.identity,
        "".join(LOOK_ALIKES.get(letter, letter) for letter in CODE.letters),
    ],
)
def test_case_spaces_and_letters_that_look_alike_are_forgiven(typed: str) -> None:
    assert read_code(typed) == CODE


@given(places, strangers)
def test_one_wrong_letter_is_named_with_its_group(at: int, letter: str) -> None:
    if letter == CODE.letters[at]:
        return
    with pytest.raises(CodeSlip) as caught:
        read_code(CODE.letters[:at] + letter + CODE.letters[at + 1 :])
    assert caught.value.values == {"group": str(group_of(at))}


@given(st.lists(places, min_size=2, max_size=2, unique=True), strangers, strangers)
def test_two_wrong_letters_are_named_with_their_groups(wrong: list[int], one: str, other: str) -> None:
    letters = list(CODE.letters)
    wrong = [at for at, letter in zip(wrong, (one, other), strict=True) if letters[at] != letter]
    for at, letter in zip(wrong, (one, other), strict=False):
        letters[at] = letter if letter != CODE.letters[at] else "Q" if CODE.letters[at] != "Q" else "P"
    if not wrong:
        return
    with pytest.raises(CodeSlip) as caught:
        read_code("".join(letters))
    assert caught.value.values == {"group": ", ".join(map(str, sorted({group_of(at) for at in wrong})))}


def test_two_letters_that_changed_places_are_named() -> None:
    with pytest.raises(CodeSlip) as caught:
        read_code(CODE.letters[:24] + CODE.letters[25] + CODE.letters[24] + CODE.letters[26:])
    assert caught.value.values == {"group": "7"}


@given(places)
def test_a_letter_that_is_missing_is_named_with_its_group(at: int) -> None:
    with pytest.raises(CodeSlip) as caught:
        read_code(CODE.letters[:at] + CODE.letters[at + 1 :])
    # Of the same letter twice at a border, nobody knows which one is missing.
    assert abs(int(str(caught.value.values["group"])) - group_of(at)) <= 1


@given(places, strangers)
def test_a_letter_too_many_is_named_with_its_group(at: int, letter: str) -> None:
    with pytest.raises(CodeSlip) as caught:
        read_code(CODE.letters[:at] + letter + CODE.letters[at:])
    assert abs(int(str(caught.value.values["group"])) - group_of(at)) <= 1


def test_groups_of_the_wrong_length_are_named() -> None:
    groups = list(CODE.groups)
    groups[6], groups[9] = groups[6][:2], groups[9] + "QQQ"
    with pytest.raises(CodeSlip) as caught:
        read_code(" ".join(groups))
    assert caught.value.values == {"group": "7, 10"}


def test_a_sign_that_is_no_letter_is_named_with_its_group() -> None:
    with pytest.raises(CodeSlip) as caught:
        read_code(CODE.letters[:8] + "é" + CODE.letters[9:])
    assert caught.value.values == {"group": "3"}


def test_a_group_that_is_missing_is_told_with_the_number_of_letters() -> None:
    with pytest.raises(CodeLength) as caught:
        read_code(CODE.letters[:-20])
    assert caught.value.values == {"expected": 58, "found": 38}
    for typed in ("", "   ", "four words to keep", "Q" * 100_000):
        with pytest.raises(CodeLength):
            read_code(typed)


def test_more_wrong_letters_than_can_be_placed_name_no_group() -> None:
    with pytest.raises(CodeUnclear):
        read_code("QPQPQPQP" + CODE.letters[8:])


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_code_or_has_a_sentence(typed: str) -> None:
    with pytest.raises(WrongCode):
        read_code(typed)


def test_two_different_full_groups_are_asked_back() -> None:
    asked = {groups_to_ask(random.Random(seed)) for seed in range(500)}
    assert all(1 <= first < second <= 14 for first, second in asked)
    assert {group for pair in asked for group in pair} == set(range(1, 15))
    assert CODE.has_group(1, " 3m4o ")
    assert not CODE.has_group(2, "3M40")


def test_a_code_shows_nothing_of_itself_by_accident() -> None:
    assert CODE.letters not in repr(CODE)
    assert CODE.groups[0] not in f"{CODE}"

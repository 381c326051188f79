"""Nothing that a terminal obeys, and nothing that turns letters around, comes through the door."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.domain.text import LONGEST, clean_name, clean_text

anything = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Zl", "Zp"]),
        st.sampled_from("\x1b\x07\x9b\u202e\u2066\u200b\ud83d\udc7f\r\n\t"),
    )
)


@pytest.mark.parametrize(
    ("foreign", "text"),
    [
        ("a\x00b\x07c\x7fd", "abcd"),
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("\x1b]0;title\x07x", "␛]0;titlex"),
        ("\x1b]52;c;aGk=\x1b\\", "␛]52;c;aGk=␛\\"),
        ("\x9b31mred\x9c", "31mred"),
        ("\x90q\x9d0;x\x9e", "q0;x"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\u2066a\u2069\u200e\u200f\u061c\u202ab\u202c", "ab"),
        ("zero\u200bwidth\ufeff\u2060 so\u00adft", "zerowidth soft"),
        ("a\U000e0041\U000e007f\ufff9b", "ab"),
        ("half \ud83d", "half �"),
        ("cafe\u0301", "café"),
        (
            "one\r\ntwo\rthree\u2028four\u2029five\x85six\x0bseven\x0ceight",
            "\n".join(["one", "two", "three", "four", "five", "six", "seven", "eight"]),
        ),
        ("tab\tstays", "tab\tstays"),
        ("family \U0001f468\u200d\U0001f469\u200d\U0001f467", "family \U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("[bold]{x}\\ <b>", "[bold]{x}\\ <b>"),
        ("", ""),
    ],
)
def test_a_text_keeps_its_words_and_loses_what_a_terminal_obeys(foreign: str, text: str) -> None:
    assert clean_text(foreign) == text


@pytest.mark.parametrize(
    ("foreign", "name"),
    [
        ("photo\u202egnp.exe", "photo⟦RLO⟧gnp.exe"),
        ("\u2067x\u2069", "⟦RLI⟧x⟦PDI⟧"),
        ("two\nlines\r\nand\ttabs", "two lines and tabs"),
        ("a\u2028b\x0bc\x85d", "a b c d"),
        ("  spaced   out \u3000", "spaced out"),
        ("\x1b]2;title\x07.png", "␛]2;title.png"),
        ("\u3164", ""),
        ("\udcff.txt", "�.txt"),
    ],
)
def test_a_name_is_one_line_and_shows_what_would_make_it_lie(foreign: str, name: str) -> None:
    assert clean_name(foreign) == name


@given(anything)
def test_no_control_character_ever_survives(foreign: str) -> None:
    for cleaned in (clean_text(foreign), clean_name(foreign)):
        left = {letter for letter in cleaned if unicodedata.category(letter) in {"Cc", "Cs", "Zl", "Zp"}}
        assert left <= {"\n", "\t"}
        assert not {unicodedata.bidirectional(letter) for letter in cleaned} & {
            *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        }
    assert not set(clean_name(foreign)) & {"\n", "\t"}


@given(anything, st.integers(0, 20))
def test_cleaning_twice_changes_nothing_more(foreign: str, longest: int) -> None:
    text, name = clean_text(foreign, longest=longest), clean_name(foreign, longest=longest)
    assert clean_text(text) == text
    assert clean_name(name) == name
    assert unicodedata.is_normalized("NFC", text)
    assert unicodedata.is_normalized("NFC", name)
    assert len(text) <= longest
    assert len(name) <= longest


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x24F)))
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert clean_text(words) == unicodedata.normalize("NFC", words)


@given(st.text(st.sampled_from("e\u0301\u0316\u0344\u0958é\u0f73\U0001d160"), min_size=25, max_size=80))
def test_a_pile_of_accents_is_cut_once_and_for_all(pile: str) -> None:
    assert clean_text(clean_text(pile)) == clean_text(pile)


def test_a_pile_of_accents_does_not_hold_up_the_screen() -> None:
    begun = time.process_time()
    assert len(clean_text("e" + "\u0301\u0316" * (LONGEST // 2))) < 100
    assert time.process_time() - begun < 3


def test_a_text_that_is_too_long_is_cut() -> None:
    assert len(clean_text("x" * (LONGEST + 1))) == LONGEST
    assert len(clean_name("x" * 300)) == 200
    assert clean_name("ab cd", longest=3) == "ab"

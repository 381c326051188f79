"""Whatever a pasted text holds, none of it becomes a key."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from onlinesafe_tui.tui.pasting import END, LONGEST, PAUSE, START, PasteKeeper

QUIT = "\x11"
REMOVE = "\x12"

NASTY = {
    "an end in the middle": f"een{END}{QUIT}3twee",
    "several ends": f"een{END}{QUIT}{END}{REMOVE}{REMOVE}{END}3",
    "an end and a new start": f"een{END}{QUIT}{START}twee",
    "a sequence that means nothing": f"een\x1bX{REMOVE}{REMOVE}twee",
    "a long one": "een\x1b[" + "9" * 60 + REMOVE,
    "a colour": "een\x1b[31mtwee",
    "a key": "een\x1b[15~twee\x1bOP",
    "a bare escape at the end": "een\x1b",
    "an end begun": "een\x1b[20",
    "a mouse": "een\x1b[<0;5;5M",
}


class Hand:
    """A terminal in which somebody pastes, in pieces as they come."""

    def __init__(self) -> None:
        self.now = 0.0
        self.keeper = PasteKeeper(lambda: self.now)
        self.parser = XTermParser()
        self.messages: list[Message] = []

    def send(self, *pieces: str) -> None:
        for piece in pieces:
            self.now += 0.001
            self._feed(self.keeper.take(piece))
            self._feed(self.keeper.release())

    def wait(self) -> None:
        self.now += 2 * PAUSE
        self._feed(self.keeper.release())

    def _feed(self, data: str) -> None:
        if data:
            self.messages.extend(self.parser.feed(data))

    @property
    def keys(self) -> list[str]:
        return [message.key for message in self.messages if isinstance(message, events.Key)]

    @property
    def pastes(self) -> list[str]:
        return [message.text for message in self.messages if isinstance(message, events.Paste)]


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
@pytest.mark.parametrize("at_once", [1, 7, 4096])
def test_none_of_a_paste_is_a_key(text: str, at_once: int) -> None:
    hand = Hand()
    sent = f"{START}{text}{END}"
    hand.send(*(sent[begin : begin + at_once] for begin in range(0, len(sent), at_once)))
    hand.wait()
    hand.send("x")
    assert hand.keys == ["x"]
    (pasted,) = hand.pastes
    assert "een" in pasted
    assert ("twee" in pasted) == ("twee" in text)


def test_an_ordinary_paste_comes_as_it_is_and_keys_around_it_stay_keys() -> None:
    hand = Hand()
    hand.send("a", f"{START}een\r\ntwee ë{END}")
    assert hand.pastes == []
    hand.wait()
    hand.send("b", "\x1b[15~")
    assert hand.keys == ["a", "b", "f5"]
    assert hand.pastes == ["een\r\ntwee ë"]


def test_a_key_right_after_a_paste_is_not_lost() -> None:
    hand = Hand()
    hand.send(f"{START}een{END}", "b")
    hand.wait()
    assert hand.pastes == ["een"]
    assert hand.keys == ["b"]


def test_a_moving_mouse_does_not_hold_a_paste_up_for_ever() -> None:
    hand = Hand()
    hand.send(f"{START}een{END}")
    for _ in range(int(LONGEST / 0.01) + 2):
        hand.now += 0.009
        hand.send("\x1b[<35;5;5M")
    assert hand.pastes == ["een"]


def test_a_paste_that_never_ends_keeps_what_came() -> None:
    hand = Hand()
    hand.send(f"{START}een\x1b[20")
    hand.wait()
    hand.send(f" twee{END}")
    hand.wait()
    assert hand.pastes == ["een␛[20 twee"]


PIECES = st.sampled_from(["\x1b", "[", "2", "0", "1", "~", "a", QUIT, END, START])


@given(text=st.lists(PIECES).map("".join), cuts=st.sets(st.integers(0, 60)))
def test_any_text_in_any_pieces(text: str, cuts: set[int]) -> None:
    hand = Hand()
    sent = f"{START}{text}{END}"
    places = sorted({0, len(sent), *(cut for cut in cuts if cut < len(sent))})
    hand.send(*(sent[begin:end] for begin, end in pairwise(places)))
    hand.wait()
    assert hand.keys == []
    assert len(hand.pastes) <= 1
    hand.send("x")
    assert hand.keys == ["x"]

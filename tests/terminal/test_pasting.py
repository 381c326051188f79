"""What a terminal hands on as it is: pastes with escapes in them, and bytes that are no text."""

from __future__ import annotations

import sys

from tests.terminal.conftest import Start
from tests.terminal.steps import answer, save, to_step
from tests.terminal.terminal import Terminal

ANSWERS = (
    "Geen gevaar",
    "Belediging",
    "LinkedIn",
    "Tekst",
    "Privébericht",
    "Volwassen cliënt",
    "Niets van thuis",
    "Niets van dit alles",
)


def paste(terminal: Terminal, text: str) -> None:
    """Paste as a terminal does that leaves everything in."""
    terminal.type(f"\x1b[200~{text}\x1b[201~")


def test_pasted_escapes_are_no_keys_and_a_stray_byte_ends_nothing(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1")
        terminal.wait_for("Vraag 1 van 8", "Geen gevaar")
        answer(terminal, *ANSWERS)
        save(terminal)
        to_step(terminal, 2)
        terminal.press("home")
        answer(terminal, "+ Beschrijf een bericht")
        terminal.wait_for("In je eigen woorden")
        # Ctrl+Q twice would stop; Ctrl+R twice removes what is described here.
        paste(terminal, "eerste regel\rtweede\x1b[201~\x11\x12\x12\x1bX\x12\x12 derde\r")
        terminal.wait_for("2 regels geplakt", "eerste regel", "tweede␛X derde")
        terminal._process.send(b"\xff\xfe\x9b31m\xc3")
        terminal.press("tab")
        terminal.type("nog steeds hier")
        terminal.wait_for("nog steeds hier")
        paste(terminal, "een\rtwee\r")
        terminal.wait_for("2 regels geplakt, achter elkaar", "nog steeds hiereen twee")
        terminal.press("f10")
        assert terminal.wait_for_end() == 0


ASKS = """
from onlinesafe_tui.cli.streams import ask, ask_words
print("words:", repr(ask_words("? ")))
print("next:", repr(ask("? ")))
"""


def test_lines_that_are_pasted_where_words_are_asked_answer_no_other_question() -> None:
    with Terminal([sys.executable, "-c", ASKS], {}) as terminal:
        terminal.wait_for("?")
        terminal.type("eerste\rtweede\rderde\r")
        terminal.wait_for("words: 'eerste\\ntweede\\nderde'")
        terminal.type("verder\r")
        terminal.wait_for("next: 'verder'")

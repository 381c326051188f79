"""A note at a step or a thing: as many lines as somebody wants, for themselves."""

from __future__ import annotations

from collections.abc import Callable

from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.plain.writing import write

_ADD = "add"
_ANEW = "anew"


def write_note(desk: Desk, incident: OpenIncident) -> None:
    """Let somebody write a note at the step that is open. One that is there stays until they change it.

    Raises:
        Back: The person goes back.
    """
    step = incident.step

    def keep(text: str) -> None:
        incident.change(incident.value.note(step, text), is_quiet=True)

    take_note(desk, incident.value.notes.get(step, ""), keep)


def take_note(desk: Desk, note: str, keep: Callable[[str], None]) -> None:
    """Let somebody write a note, write more to it, write it anew, or remove it.

    Args:
        desk: What somebody works at.
        note: The note as it is; empty when there is none.
        keep: Keeps the note as far as it is written, without a word.

    Raises:
        Back: The person goes back.
    """
    words = desk.words
    before: list[str] = []
    desk.prompts.screen(words(N_("Note, for yourself")), wrapped(note) if note else [])
    if note:
        options = [
            Option(_ADD, words(N_("Write more"))),
            Option(_ANEW, words(N_("Write it anew, in place of this"))),
            Option("", words(N_("Remove this note"))),
        ]
        chosen = choose(desk.prompts, options)
        if not chosen:
            keep("")
            desk.kept.say_state()
            return
        before = note.split("\n") if chosen == _ADD else []
    desk.prompts.say(words(N_("Write as many lines as you want. A line that is only a dot ends the note.")))
    write(desk.prompts, keep, before)
    desk.kept.say_state()

"""What an incident holds, told in order: one neutral report that every format writes in its own way."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Final

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import ALL_STEPS
from onlinesafe_tui.exports.shapes import Lines, Report, Section
from onlinesafe_tui.exports.telling import Teller
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.library import Library

HONEST: Final = (
    N_("Nothing was sent to anyone. OnlineSafe does not use the internet; it only made this text."),
    N_("This is what you wrote down yourself. OnlineSafe did not check whether it is so."),
    N_("A description proves no origin: not who posted something, and not that it was there. Keep the originals."),
    N_("Ticked means that you ticked it; prepared is not sent. What happened outside stands here as you noted it."),
    N_("Dates and advice follow from your answers. They are information, not legal advice."),
)
"""What every report says about itself, as English messages to translate."""


def report_of(
    incident: Incident, library: Library, language: Language, *, title: str, made: datetime, zone: tzinfo | None = None
) -> Report:
    """Tell everything about an incident, for the person's own use.

    Args:
        incident: The incident.
        library: Where the texts of questions, steps and advice come from.
        language: The language of the report, whatever the one of the screen is.
        title: The name of the incident in that language.
        made: This moment, timezone-aware.
        zone: The time zone in which moments are told; None for the one of the computer.
    """
    words = Words(language)
    teller = Teller(incident, library, words, made=made, zone=zone)
    sections = (
        Section(words(N_("In short")), teller.in_short()),
        Section(words(N_("The situation")), teller.situation()),
        Section(words(N_("Dates to keep in sight")), teller.dates()),
        Section(words(N_("Advice for this situation")), teller.advice()),
        *(Section(teller.name_of(step), teller.step(step)) for step in ALL_STEPS),
        Section(words(N_("What you captured, in words")), teller.evidence()),
        Section(words(N_("How to read this")), (Lines(tuple(words(sentence) for sentence in HONEST)),)),
    )
    return Report(title, language, sections)

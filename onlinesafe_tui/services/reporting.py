"""Telling an incident for the person's own use."""

from __future__ import annotations

from datetime import datetime, tzinfo

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.exports.report import report_of
from onlinesafe_tui.exports.shapes import Report
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.services.guide import Guide


def own_report(
    incident: Incident, library: Library, language: Language, made: datetime, zone: tzinfo | None = None
) -> Report:
    """Tell everything about an incident, under the name that it has on the screens.

    Args:
        incident: The incident.
        library: Where the texts come from.
        language: The language of the report, whatever the one of the screen is.
        made: This moment, timezone-aware.
        zone: The time zone in which moments are told; None for the one of the computer.
    """
    situation = incident.situation
    title = Guide(library, language).name(situation.acts, situation.channel, incident.known_on)
    return report_of(incident, library, language, title=title, made=made, zone=zone)

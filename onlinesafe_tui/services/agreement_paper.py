"""A sheet of agreements as a report: one page to sign."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.domain.agreements import Audience, Sheet
from onlinesafe_tui.exports.shapes import Blank, Paragraph, Part, Report, Row, Rows, Section, Signatures
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.services.agreement_views import with_lines
from onlinesafe_tui.services.agreements import Agreements
from onlinesafe_tui.services.letterhead import letterhead
from onlinesafe_tui.services.workspace import Workspace

PAPER: Final = N_("Agreements")
"""What kind of paper it is."""

_TITLES: Final = {
    Audience.CLIENT: N_("Our agreements about online contact"),
    Audience.TEAM: N_("Our agreements as a team about online contact"),
}
_BEGINNINGS: Final = {
    Audience.CLIENT: N_("These agreements hold for both of us. We talked about them together."),
    Audience.TEAM: N_("These agreements hold for everybody in the team. We talked about them together."),
}
_SIGNED: Final = {
    Audience.CLIENT: (N_("Client"), N_("Professional")),
    Audience.TEAM: (N_("Team lead"), N_("On behalf of the team")),
}


def sheet_report(workspace: Workspace, sheet: Sheet, language: Language) -> Report:
    """Make the paper of a sheet. One's own words stay as they are, in any language.

    Args:
        workspace: Says what is agreed where, who the organisation is, and which day it is.
        sheet: The sheet.
        language: The language of the paper.
    """
    words = Words(language)
    view = Agreements(workspace.library, language, workspace.country).view(sheet)
    rows = tuple(Row(point.point.title, with_lines(point.text)) for point in view.chosen)
    beginning = Paragraph(words(_BEGINNINGS[sheet.audience]))
    again: Part = (
        Rows((Row(words(N_("Look at it again on")), view.review),))
        if view.review
        else Blank(words(N_("We look at it again on this day:")), lines=1)
    )
    signed = Signatures(tuple(map(words, _SIGNED[sheet.audience])))
    organisation, logo = letterhead(workspace.library)
    return Report(
        words(_TITLES[sheet.audience]),
        language,
        (
            Section(words(N_("What we agree")), (beginning, Rows(rows))),
            Section(words(N_("Agreed")), (again, signed)),
        ),
        organisation=organisation,
        logo=logo,
        made=workspace.clock.today(),
        fits_page=True,
    )

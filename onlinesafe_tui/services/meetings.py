"""Short formats for a team meeting: which there are, how one goes, and when it was used."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.meetings import Held, last_held
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.exports.from_blocks import parts_of
from onlinesafe_tui.exports.shapes import Report, Section
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.blocks import Block, Heading, plain_text
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind, MeetingForm, MeetingMeta
from onlinesafe_tui.library.page import Page
from onlinesafe_tui.services.clock import Clock
from onlinesafe_tui.services.guide import in_sentence
from onlinesafe_tui.services.letterhead import letterhead

FORMS: Final[dict[MeetingForm, str]] = {
    "check-in": N_("Question to begin with"),
    "case": N_("Case"),
    "dilemma": N_("Dilemma"),
}
"""What a format is built around, in words."""

AGENDA: Final = "team-agenda"
"""The id of the text that puts a format on the agenda."""

PAPER: Final = N_("Handout for a team meeting")
"""What kind of paper a format becomes."""


@dataclass(frozen=True, slots=True)
class FormatPart:
    """One part of a format: as much as one shows at a time."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatView:
    """One format, ready to be used."""

    id: str
    title: str

    form: str
    """What it is built around, in words."""

    minutes: int
    """How long it takes."""

    about: str
    """Both of these in a few words."""

    parts: tuple[FormatPart, ...]
    """What it is for, then its sections in the order in which it is used."""

    held: tuple[Held, ...]
    """When it was used, the last time first."""

    state: str
    """When it was used last, in words."""

    is_own: bool
    """Whether the organisation's own folder gave it."""


class Meetings:
    """The formats in one language, with when each was used."""

    def __init__(self, library: Library, language: Language, held: tuple[Held, ...]) -> None:
        """Create the view; nothing is read yet.

        Args:
            library: Where the formats come from.
            language: The language to see them in.
            held: When formats were used.
        """
        self._library = library
        self._language = language
        self._held = held
        self._words = Words(language)

    def formats(self) -> tuple[FormatView, ...]:
        """Return all formats: those that were never used first, then the one that was used longest ago."""
        pages = self._library.pages(Kind.MEETING, self._language)
        found = [(page.meta, page) for page in pages if isinstance(page.meta, MeetingMeta)]
        return tuple(
            self._view(page, meta)
            for meta, page in sorted(found, key=lambda entry: (self._last(entry[1].id), entry[0].order, entry[1].id))
        )

    def find(self, id: str) -> FormatView | None:
        """Return a format; None when it is not there any more."""
        return next((view for view in self.formats() if view.id == id), None)

    def report(self, view: FormatView, today: date) -> Report:
        """Make the handout of a format."""
        organisation, logo = letterhead(self._library)
        sections = tuple(Section(part.title, parts_of(part.blocks)) for part in view.parts)
        return Report(
            view.title,
            self._language,
            sections,
            subtitle=view.about,
            organisation=organisation,
            logo=logo,
            made=today,
        )

    def _last(self, id: str) -> date:
        last = last_held(self._held, id)
        return last.on if last else date.min

    def _view(self, page: Page, meta: MeetingMeta) -> FormatView:
        words = self._words
        form = words(FORMS[meta.form])
        about = words.plural("{form}, {n} minute", "{form}, {n} minutes", meta.minutes, form=form)
        held = tuple(sorted((one for one in self._held if one.format == page.id), key=lambda one: one.on, reverse=True))
        used = words(N_("Used last on {day}"), day=long_day(held[0].on, self._language)) if held else ""
        state = used or words(N_("Not used yet"))
        return FormatView(
            id=page.id,
            title=page.title,
            form=form,
            minutes=meta.minutes,
            about=about,
            parts=self._parts(page),
            held=held,
            state=state,
            is_own=page.is_own,
        )

    def _parts(self, page: Page) -> tuple[FormatPart, ...]:
        parts: list[tuple[str, list[Block]]] = [(self._words(N_("What it is for")), [])]
        for block in page.shown():
            if isinstance(block, Heading) and block.level == 2:
                parts.append((plain_text(block.text), []))
            else:
                parts[-1][1].append(block)
        return tuple(FormatPart(title, tuple(blocks)) for title, blocks in parts if blocks)


def for_agenda(view: FormatView) -> dict[str, str]:
    """Return what the text that puts a format on the agenda can say of it, by the names of its blanks."""
    return {"form": in_sentence(view.form), "minutes": str(view.minutes), "title": view.title}


def begun(format: str, clock: Clock) -> Held:
    """Note that a format is used today."""
    return Held(id=secrets.token_hex(8), format=format, on=clock.today())


def note_of(text: str) -> str:
    """Make what somebody typed about a meeting fit to be kept."""
    return clean_text(text).strip()

"""Looking something up: whom to call, platforms, rules, texts, and what is kept about you."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from onlinesafe_tui.domain.facets import Country
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.library import Page, reach
from onlinesafe_tui.library.meta import ContactMeta, Kind, LawMeta
from onlinesafe_tui.plain.choices import Handler, Option, menu
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.help import tell_help
from onlinesafe_tui.plain.records import above, below
from onlinesafe_tui.plain.render import block_lines, paragraphs, wrapped
from onlinesafe_tui.plain.texts import show_text


def look_up(desk: Desk, incident: Incident | None = None) -> None:
    """Let somebody look things up.

    Args:
        desk: What somebody works at.
        incident: The incident that is open, so that what is read fits it.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        words = desk.words
        desk.prompts.screen(words(N_("Look up")), [""])
        return [
            Option(partial(call_whom, desk, incident), words(N_("Whom can I call?"))),
            Option(partial(_list, desk, incident, Kind.PLATFORM), words(N_("Platforms: capture, report, shield"))),
            Option(partial(_list, desk, incident, Kind.LAW), words(N_("Rules and law"))),
            Option(partial(_list, desk, incident, Kind.TEMPLATE), words(N_("Texts to copy"))),
            Option(partial(_read_about, desk, "privacy"), words(N_("What is kept about you"))),
            Option(partial(tell_help, desk), words(N_("Help: what you can type"))),
        ]

    menu(desk.prompts, show)


def call_whom(desk: Desk, incident: Incident | None = None) -> None:
    """Show whom one can call in this country.

    Raises:
        Back: The person goes back.
    """
    country = _situation(desk, incident).country

    def show() -> list[Option[Handler]]:
        pages = desk.workspace.library.contacts(country, desk.workspace.language)
        danger = wrapped(desk.danger(country))
        desk.prompts.screen(desk.words(N_("Whom can I call?")), [*danger, ""])
        return _options(desk, incident, pages)

    menu(desk.prompts, show)


def read_page(desk: Desk, page: Page, incident: Incident | None = None) -> None:
    """Show a page, as far as it fits the situation."""
    words, workspace = desk.words, desk.workspace
    lines = paragraphs(
        above(page, words),
        block_lines(page.shown(_situation(desk, incident)), words),
        below(page, words, workspace.language, workspace.clock.today()),
    )
    desk.prompts.screen(page.title, lines)


def _list(desk: Desk, incident: Incident | None, kind: Kind) -> None:
    country = _situation(desk, incident).country

    def show() -> list[Option[Handler]]:
        pages = desk.workspace.library.pages(kind, desk.workspace.language)
        desk.prompts.screen(desk.words(_TITLES[kind]), [""])
        return _options(desk, incident, (page for page in pages if _holds_in(page, country)))

    menu(desk.prompts, show)


_TITLES = {
    Kind.PLATFORM: N_("Platforms"),
    Kind.LAW: N_("Rules and law"),
    Kind.TEMPLATE: N_("Texts to copy"),
}


def _options(desk: Desk, incident: Incident | None, pages: Iterable[Page]) -> list[Option[Handler]]:
    options = []
    for page in pages:
        opened = show_text if page.kind is Kind.TEMPLATE else _opened
        more = reach(page.meta, desk.words) if isinstance(page.meta, ContactMeta) else ""
        options.append(Option[Handler](partial(opened, desk, page, incident), page.title, more))
    return options


def _opened(desk: Desk, page: Page, incident: Incident | None) -> None:
    read_page(desk, page, incident)
    desk.prompts.pause()


def _read_about(desk: Desk, id: str) -> None:
    _opened(desk, desk.workspace.library.page(Kind.ABOUT, id, desk.workspace.language), None)


def _holds_in(page: Page, country: Country) -> bool:
    return not isinstance(page.meta, LawMeta) or country in page.meta.country


def _situation(desk: Desk, incident: Incident | None) -> Situation:
    return incident.situation if incident else Situation(country=desk.workspace.country or Country.NL)

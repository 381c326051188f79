"""Looking something up: whom to call, every kind of page, and words in all of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.library import Page, reach
from onlinesafe_tui.library.meta import ContactMeta, Kind
from onlinesafe_tui.plain.addresses import show_address
from onlinesafe_tui.plain.choices import Handler, Option, menu, one, run
from onlinesafe_tui.plain.commands import Command, named
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.help import tell_help
from onlinesafe_tui.plain.own_folder import choose_own_folder
from onlinesafe_tui.plain.records import above, below
from onlinesafe_tui.plain.render import Lines, block_lines, paragraphs, printable, wrapped
from onlinesafe_tui.plain.searching import search
from onlinesafe_tui.plain.texts import show_text
from onlinesafe_tui.services.conditions import everything, hidden_parts, what_fits
from onlinesafe_tui.services.many_ages import due_mark, of_list, of_numbers
from onlinesafe_tui.services.own_words import introduction
from onlinesafe_tui.services.page_links import addresses_linked, pages_linked
from onlinesafe_tui.services.reference import KINDS, kinds, pages_of


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
        lists: list[Option[Handler]] = [
            Option(partial(_list, desk, incident, kind), words(_label(kind)))
            for kind in kinds(desk.workspace.library)
            if kind is not Kind.CONTACT
        ]
        return [
            Option(partial(call_whom, desk, incident), words(N_("Whom can I call?"))),
            Option(partial(search, desk, partial(open_page, desk, incident)), words(N_("Search in all texts"))),
            *lists,
            Option(partial(_read_about, desk, "privacy"), words(N_("What is kept about you"))),
            Option(partial(choose_own_folder, desk), words(N_("Folder of your organisation"))),
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
        desk.prompts.screen(desk.words(N_("Whom can I call?")), [*danger, *_aged(desk, pages), ""])
        return _options(desk, incident, pages)

    menu(desk.prompts, show)


def read_page(desk: Desk, page: Page, incident: Incident | None = None, *, is_whole: bool = False) -> None:
    """Show a page, as far as it fits the situation; all of it when asked."""
    words, workspace = desk.words, desk.workspace
    situation, today = _situation(desk, incident), workspace.clock.today()
    whole = partial(everything, page.blocks, situation.country, words, workspace.guide)
    blocks = whole() if is_whole else what_fits(page.blocks, situation)
    numbers = of_numbers(workspace.library, blocks, words, today)
    lines = paragraphs(
        above(page, words),
        block_lines(blocks, words),
        wrapped(numbers) if numbers else [],
        below(page, words, today),
    )
    desk.prompts.screen(page.title, lines)


def open_page(desk: Desk, incident: Incident | None, page: Page, *, is_whole: bool = False) -> None:
    """Let somebody read a page or copy a text, and offer the parts of it that are for other situations.

    Raises:
        Back: The person goes back.
    """
    if page.kind is Kind.TEMPLATE:
        show_text(desk, page, incident)
        return
    hidden = hidden_parts(page.blocks, _situation(desk, incident))
    is_whole = is_whole and hidden > 0
    read_page(desk, page, incident, is_whole=is_whole)
    linked = pages_linked(desk.workspace.library, desk.workspace.language, page.blocks)
    addresses = addresses_linked(page, page.blocks)
    if linked or addresses:
        _lead_on(desk, incident, page, (linked, addresses), hidden=0 if is_whole else hidden)
        return
    if is_whole or not hidden:
        desk.prompts.pause()
        return
    words = desk.words
    desk.prompts.say(_told_hidden(desk, hidden))
    prompt = words(N_("Enter: go on, 1: show everything ({help}):"), help=named(Command.HELP, words))
    if desk.prompts.reply(prompt):
        read_page(desk, page, incident, is_whole=True)
        desk.prompts.pause()


def _lead_on(
    desk: Desk,
    incident: Incident | None,
    page: Page,
    linked: tuple[Iterable[Page], Iterable[str]],
    *,
    hidden: int,
) -> None:
    """Offer the pages and web addresses that a page leads to, and the parts of it that are for other situations."""
    words, (pages, addresses) = desk.words, linked
    options = [Option[Handler](partial(open_page, desk, incident, other), other.title) for other in pages]
    for address in addresses:
        label = words(N_("On the internet: {address}"), address=printable(address))
        options.append(Option(partial(show_address, desk, address), label))
    if hidden:
        desk.prompts.say(_told_hidden(desk, hidden))
        whole = partial(open_page, desk, incident, page, is_whole=True)
        options.insert(0, Option[Handler](whole, words(N_("Show everything"))))
    desk.prompts.say(words(N_("More to read. A number opens it, Enter goes on.")))
    while handler := one(desk.prompts, options, may_keep=True):
        run(desk.prompts, handler)


def _told_hidden(desk: Desk, hidden: int) -> str:
    return desk.words.plural("{n} part is for another situation.", "{n} parts are for other situations.", hidden)


def _list(desk: Desk, incident: Incident | None, kind: Kind) -> None:
    country = _situation(desk, incident).country

    def show() -> list[Option[Handler]]:
        pages = pages_of(desk.workspace.library, kind, desk.workspace.language, country)
        said = introduction(desk.workspace) if kind is Kind.ORGANISATION else ()
        desk.prompts.screen(desk.words(KINDS[kind]), [*block_lines(said, desk.words), *_aged(desk, pages), ""])
        return _options(desk, incident, pages)

    menu(desk.prompts, show)


def _label(kind: Kind) -> str:
    return N_("Platforms: capture, report, shield") if kind is Kind.PLATFORM else KINDS[kind]


def _aged(desk: Desk, pages: Iterable[Page]) -> Lines:
    told = of_list(pages, desk.words, desk.workspace.clock.today())
    return wrapped(told) if told else []


def _options(desk: Desk, incident: Incident | None, pages: Iterable[Page]) -> list[Option[Handler]]:
    options = []
    for page in pages:
        reached = reach(page.meta, desk.words) if isinstance(page.meta, ContactMeta) else ""
        due = due_mark(page, desk.words, desk.workspace.clock.today())
        more = " · ".join(filter(None, (reached, due, desk.workspace.guide.origin(page))))
        options.append(Option[Handler](partial(open_page, desk, incident, page), page.title, more))
    return options


def _read_about(desk: Desk, id: str) -> None:
    open_page(desk, None, desk.workspace.library.page(Kind.ABOUT, id, desk.workspace.language))


def _situation(desk: Desk, incident: Incident | None) -> Situation:
    return incident.situation if incident else Situation(country=desk.workspace.country or Country.NL)

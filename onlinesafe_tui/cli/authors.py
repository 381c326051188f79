"""The commands for who writes an organisation's own texts: begin, see what there is, look at one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onlinesafe_tui.cli.in_words import Command, Mistake
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import give, say
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.errors import ContentError, OverlayError
from onlinesafe_tui.language import N_, Message
from onlinesafe_tui.paths import content_folder, shown

if TYPE_CHECKING:
    from onlinesafe_tui.library.drafts import Draft
    from onlinesafe_tui.library.library import Library, Page
    from onlinesafe_tui.library.meta import Kind
    from onlinesafe_tui.library.problems import Problem

_ABOUT = ("organisation", "organisation.md")
"""What names the file in which an organisation says who it is."""


class AuthorCommands:
    """The commands for one start of the program."""

    def __init__(self, session: Session) -> None:
        """Create the commands.

        Args:
            session: What holds for this start.
        """
        self._session = session
        self._words = session.words

    def commands(self) -> tuple[click.Command, ...]:
        """Return the commands, in the order in which help lists them."""
        words = self._words
        folder = words(N_("FOLDER"))
        new = Command(
            words,
            "new",
            help=N_("Write a folder to begin with for texts of your own organisation."),
            more=[words(N_("The folder is new or empty; nothing is ever written over."))],
            callback=self._new,
            params=[click.Argument(["folder"], metavar=folder)],
        )
        listed = Command(
            words,
            "list",
            help=N_("List what can be read, with the name by which it is shown."),
            more=[words(N_("With a folder it lists what stands in that folder alone."))],
            callback=self._list,
            params=[click.Argument(["folder"], required=False, metavar=f"[{folder}]")],
        )
        show = Command(
            words,
            "show",
            help=N_("Show one text as people see it, and say which file it comes from."),
            more=[
                words(
                    N_("A text is named as {example}, or by the last part alone; {command} lists the names."),
                    example="contacts/at-work",
                    command="onlinesafe content list",
                )
            ],
            callback=self._show,
            params=[
                click.Argument(["name"], metavar=words(N_("NAME"))),
                click.Option(
                    ["--folder"],
                    metavar=folder,
                    help=words(N_("Look in this folder of an organisation, which need not be in use.")),
                ),
                click.Option(
                    ["--country"],
                    type=click.Choice([country.value for country in Country]),
                    help=words(N_("Show what holds in this country.")),
                ),
            ],
        )
        return new, show, listed

    def _new(self, *, folder: str) -> None:
        from onlinesafe_tui.library.starter import write_starter
        from onlinesafe_tui.services.clock import SystemClock

        words, place = self._words, Path(folder).absolute()
        for path in write_starter(place, SystemClock().today()):
            give(shown(path))
        say(words(N_("This folder is made: {folder}"), folder=shown(place)))
        say(words(N_("1. Read README.md in it.")))
        say(words(N_("2. Open a file, and write what belongs where [fill in: …] stands.")))
        say(
            words(N_("3. Look at it: {command}"), command=f'onlinesafe content show --folder "{shown(place)}" protocol')
        )
        say(words(N_("4. See what is left: {command}"), command=f'onlinesafe content check "{shown(place)}"'))

    def _list(self, *, folder: str | None) -> None:
        from onlinesafe_tui.library.drafts import all_ids, look_at
        from onlinesafe_tui.library.folders import ids_in
        from onlinesafe_tui.library.meta import Kind

        library = self._library(folder)
        named = [
            (kind, id) for kind in Kind for id in (ids_in(Path(folder), kind) if folder else all_ids(library, kind))
        ]
        width = max((len(f"{kind}/{id}") for kind, id in named), default=0)
        for kind, id in named:
            draft = look_at(library, kind, id, self._session.language)
            about = self._state(draft)
            said = " ".join(filter(None, (draft.page.title if draft.page else "", f"({about})" if about else "")))
            give(f"{f'{kind}/{id}'.ljust(width)}  {said}")

    def _state(self, draft: Draft) -> str:
        words = self._words
        if draft.is_used:
            return words(N_("from your organisation")) if draft.page and draft.page.is_own else ""
        return words(N_("not filled in yet")) if not _errors(draft) else words(N_("your file is left out"))

    def _show(self, *, name: str, folder: str | None, country: str | None) -> int:
        from onlinesafe_tui.library.drafts import find_ids, look_at

        library = self._library(folder)
        if name.strip() in _ABOUT and library.overlay is not None:
            return self._show_organisation(library)
        found = find_ids(library, name)
        if not found:
            raise Mistake(N_("No text is called {name}; see {command}"), name=name, command="onlinesafe content list")
        if len(found) > 1:
            known = ", ".join(f"{kind}/{id}" for kind, id in found)
            raise Mistake(N_("More than one text is called {name}: {found}"), name=name, found=known)
        draft = look_at(library, *found[0], self._session.language)
        self._say_where(draft, found[0])
        if draft.page is not None:
            give("\n".join(self._lines(draft.page, library, country)))
        return self._say_problems(draft.problems, is_used=draft.is_used)

    def _show_organisation(self, library: Library) -> int:
        from onlinesafe_tui.library.organisation import read_organisation
        from onlinesafe_tui.plain.render import block_lines

        words, organisation = self._words, library.organisation()
        give(words(N_("Name: {name}"), name=organisation.name or "-"))
        give(words(N_("Logo: {logo}"), logo=shown(organisation.logo) if organisation.logo else "-"))
        give("\n".join(["", *block_lines(organisation.introduction(self._session.language), words)]))
        problems = read_organisation(library.overlay)[1] if library.overlay else ()
        return self._say_problems(problems, is_used=True)

    def _lines(self, page: Page, library: Library, country: str | None) -> list[str]:
        from onlinesafe_tui.domain.situation import Situation
        from onlinesafe_tui.plain.records import above, below
        from onlinesafe_tui.plain.render import block_lines, paragraphs, wrapped
        from onlinesafe_tui.services.clock import SystemClock
        from onlinesafe_tui.services.guide import Guide
        from onlinesafe_tui.services.templates import with_blanks

        words, language, today = self._words, self._session.language, SystemClock().today()
        where = Country(country) if country else self._session.settings.country or Country.NL
        blocks = with_blanks(page, page.shown(Situation(country=where)), today, Guide(library, language))
        text = paragraphs(above(page, words), block_lines(blocks, words), below(page, words, today))
        return [*wrapped(page.title), "", *text]

    def _say_where(self, draft: Draft, named: tuple[Kind, str]) -> None:
        from onlinesafe_tui.library.blocks import When

        words, path = self._words, shown(draft.path)
        is_own = draft.page is not None and draft.page.is_own
        said = N_("{name}, from your organisation: {path}") if is_own else N_("{name}, from the program: {path}")
        if draft.page is not None:
            say(words(said, name="/".join(named), path=path))
            if any(isinstance(block, When) for block in draft.page.blocks):
                say(words(N_("What is for some situations only is left out here.")))
            say("")

    def _say_problems(self, problems: tuple[Problem, ...], *, is_used: bool) -> int:
        from onlinesafe_tui.library.problems import Severity

        words = self._words
        is_broken = any(problem.severity is Severity.ERROR for problem in problems)
        if problems:
            say("")
            if is_broken and not is_used:
                say(words(N_("Your organisation's own file is left out, because:")))
            elif not is_used:
                say(words(N_("Nobody sees it like this yet, because:")))
        for problem in problems:
            say(problem.told(words))
        return ContentError.exit_code if is_broken else 0

    def _library(self, folder: str | None) -> Library:
        from onlinesafe_tui.library.folders import is_there
        from onlinesafe_tui.library.library import Library

        if folder is not None and not is_there(Path(folder).is_dir):
            raise OverlayError(path=shown(Path(folder)), reason=Message(N_("it is not there")))
        return Library(content_folder(), Path(folder) if folder else self._session.overlay)


def _errors(draft: Draft) -> bool:
    from onlinesafe_tui.library.problems import Severity

    return any(problem.severity is Severity.ERROR for problem in draft.problems)

"""The content, page by page, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onlinesafe_tui.errors import ContentError, reason_of
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.library.danger import Danger, dangers_in, numbers_for
from onlinesafe_tui.library.folders import ids_in, is_there, speaks_of_danger
from onlinesafe_tui.library.kinds import Kind, Status

if TYPE_CHECKING:
    from onlinesafe_tui.domain.country import Country
    from onlinesafe_tui.library.blocks import Block
    from onlinesafe_tui.library.organisation import Organisation
    from onlinesafe_tui.library.page import Page, reach, section
    from onlinesafe_tui.library.problems import Problem
    from onlinesafe_tui.library.source import Part, Source
    from onlinesafe_tui.library.titles import Cover

__all__ = ["Library", "Page", "reach", "section"]


def __getattr__(name: str) -> Any:
    """Give what belongs to a page; the parser that comes with it is loaded when a page is first read, not before."""
    if name not in __all__:
        raise AttributeError(name)
    from onlinesafe_tui.library import page

    return getattr(page, name)


class Library:
    """The shipped content with an organisation's own folder laid over it."""

    def __init__(self, shipped: Path, overlay: Path | None = None) -> None:
        """Open the content; nothing is read yet.

        Args:
            shipped: The content that comes with the program.
            overlay: A folder of the same shape, of the organisation's own.
        """
        self._shipped = shipped
        self._keys: Mapping[str, str] = {}
        self.lay_over(overlay)

    def lay_over(self, overlay: Path | None) -> None:
        """Lay another folder of an organisation over the shipped content, or none; it holds from the next page on."""
        self._overlay = overlay
        self._edition = object()
        self._organisation: tuple[Organisation, tuple[Problem, ...]] | None = None
        self._problems: tuple[Problem, ...] | None = None
        self._names: dict[Kind, tuple[str, ...]] = {}
        self._sources: dict[Path, Source | None] = {}
        self._left_out: dict[Path, Problem] = {}
        self._pages: dict[tuple[Kind, str, Language], Page] = {}
        self._dangers: tuple[Danger, ...] | None = None

    def name_keys(self, names: Mapping[str, str]) -> None:
        """Let the texts name the keys of now.

        Args:
            names: What keys are called that were moved, by the id of what they do; the others are named as written.
        """
        if names != self._keys:
            self._keys = dict(names)
            self.lay_over(self._overlay)

    def anew(self) -> Library:
        """Return the same content with nothing read, for whoever goes through all of it and keeps no page."""
        again = Library(self._shipped, self._overlay)
        again.name_keys(self._keys)
        return again

    @property
    def overlay(self) -> Path | None:
        """The organisation's own folder; None when there is none."""
        return self._overlay

    @property
    def edition(self) -> object:
        """Stands for the content as it is laid out now: another one when another folder was laid over it."""
        return self._edition

    def organisation(self) -> Organisation:
        """Return what the organisation says about itself; a name and a logo only where it gives them."""
        return self._own_words()[0]

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """Return the ids of everything of a kind that can be read, in alphabetical order."""
        names = self._names
        if kind not in names:
            own = (id for id in self._own_ids(kind) if self._own(kind, id))
            names[kind] = tuple(sorted({*ids_in(self._shipped, kind), *own}))
        return names[kind]

    def page(self, kind: Kind, id: str, language: Language) -> Page:
        """Return a page in a language.

        The organisation's own file comes first, then the shipped one; a language that neither has falls back to one
        that is there. How a contact is reached is the organisation's to say in every language.

        Raises:
            ContentError: There is no such page that can be read.
        """
        # A search may be reading on another thread while another folder is laid over; what it found goes with the old.
        key, pages = (kind, id, language), self._pages
        if key not in pages:
            pages[key] = self._found(kind, id, language)
        return pages[key]

    def cover(self, kind: Kind, id: str) -> Cover:
        """Return what a page is called and where it holds, without reading the rest of a shipped file."""
        from onlinesafe_tui.library.titles import Cover, cover_of, holding_in

        own, shipped = self._own(kind, id), cover_of(self._shipped / kind.value / f"{id}.md")
        if own is None:
            return shipped
        titles = {**shipped.titles, **{language: part.title for language, part in own.parts.items()}}
        return Cover(titles, holding_in(id, getattr(own.meta, "country", ())), is_own=True)

    def pages(self, kind: Kind, language: Language) -> tuple[Page, ...]:
        """Return everything of a kind that can be read."""
        return tuple(self.page(kind, id, language) for id in self.ids(kind) if self.has(kind, id))

    def has(self, kind: Kind, id: str) -> bool:
        """Tell whether there is such a page that can be read; a file that is broken or not filled in is none."""
        return bool(self._own(kind, id) or self._read(self._shipped, kind, id))

    def contacts(self, country: Country | None, language: Language) -> tuple[Page, ...]:
        """Return the contacts of a country in the order in which they help; those of both countries without one."""
        from onlinesafe_tui.library.meta import ContactMeta

        found = []
        for page in self.pages(Kind.CONTACT, language):
            if isinstance(page.meta, ContactMeta) and (country is None or country in page.meta.country):
                found.append((page.meta.order, page.title, page))
        return tuple(page for _, _, page in sorted(found, key=lambda entry: entry[:2]))

    def danger_numbers(self, country: Country | None) -> tuple[str, ...]:
        """Return the emergency numbers of a country, for the danger bar; those of every country without one.

        Only files that speak of danger are read, because this stands on the first screen. An organisation can change
        and add numbers, but not take one away by writing a file that forgets it.
        """
        if self._dangers is None:
            self._dangers = tuple(self._all_dangers())
        return numbers_for(country, self._dangers)

    def left_out(self) -> tuple[Problem, ...]:
        """Check the organisation's own folder, and return why files of it are not used.

        What is not filled in yet is not among it: that is for its author, whom the check tells.
        """
        if self._problems is None:
            self._problems = self._looked_through(self._overlay) if self._overlay else ()
        return self._problems

    def _looked_through(self, overlay: Path) -> tuple[Problem, ...]:
        from onlinesafe_tui.library.problems import Problem, Severity
        from onlinesafe_tui.library.strangers import strangers

        if not is_there(overlay.is_dir):
            return (Problem(overlay, 1, N_("This folder does not exist; only the shipped texts are used")),)
        for kind in Kind:
            for id in ids_in(overlay, kind):
                self._own(kind, id)
        # A search may be reading on another thread meanwhile.
        broken = (problem for path, problem in tuple(self._left_out.items()) if path.is_relative_to(overlay))
        about = (problem for problem in self._own_words()[1] if problem.severity is Severity.ERROR)
        return (*about, *broken, *strangers(overlay))

    def file_of(self, kind: Kind, id: str, *, is_own: bool = False) -> Path | None:
        """Return where a file stands or would stand, ours or the organisation's; None without such a folder."""
        folder = self._overlay if is_own else self._shipped
        return folder / kind.value / f"{id}.md" if folder else None

    def draft(self, source: Source, kind: Kind, id: str, language: Language) -> Page | None:
        """Return a file of the organisation as a page, whether it is used or not; None when it has no text."""
        part = source.parts.get(language) or next(iter(source.parts.values()), None)
        return self._page(kind, id, source, part) if part else None

    def _found(self, kind: Kind, id: str, language: Language) -> Page:
        own, shipped = self._own(kind, id), self._read(self._shipped, kind, id)
        for source in (own, shipped):
            if source and language in source.parts:
                page = self._page(kind, id, source, source.parts[language])
                return replace(page, meta=own.meta, is_own=True) if own and kind is Kind.CONTACT else page
        for source in (own, shipped):
            if source and source.parts:
                return self._page(kind, id, source, next(iter(source.parts.values())))
        raise ContentError(where=f"{kind.value}/{id}.md", problem="missing or unreadable")

    def _own_ids(self, kind: Kind) -> tuple[str, ...]:
        return ids_in(self._overlay, kind) if self._overlay else ()

    def _own(self, kind: Kind, id: str) -> Source | None:
        return self._read(self._overlay, kind, id) if self._overlay else None

    def _own_words(self) -> tuple[Organisation, tuple[Problem, ...]]:
        if self._organisation is None:
            self._organisation = self._read_own_words()
        return self._organisation

    def _read_own_words(self) -> tuple[Organisation, tuple[Problem, ...]]:
        from onlinesafe_tui.library.organisation import Organisation, read_organisation

        if self._overlay is None:
            return Organisation(), ()
        found, problems = read_organisation(self._overlay)
        said = {language: self._with_link_words(blocks, language) for language, blocks in found.said.items()}
        return replace(found, said=said), problems

    def _all_dangers(self) -> Iterator[Danger]:
        shipped = dangers_in(self._shipped / Kind.CONTACT.value)
        own = {id: danger for id in self._own_ids(Kind.CONTACT) if (danger := self._own_danger(id))}
        yield from own.values()
        yield from (danger for id, danger in shipped.items() if id not in own)

    def _own_danger(self, id: str) -> Danger | None:
        path = self.file_of(Kind.CONTACT, id, is_own=True)
        if path is None or not speaks_of_danger(path):
            return None
        from onlinesafe_tui.library.meta import ContactMeta

        source = self._own(Kind.CONTACT, id)
        meta = source.meta if source else None
        if isinstance(meta, ContactMeta) and meta.danger and meta.status is Status.VERIFIED:
            return Danger(meta.order, meta.number, tuple(meta.country))
        return None

    def _read(self, folder: Path, kind: Kind, id: str) -> Source | None:
        path = folder / kind.value / f"{id}.md"
        if path not in self._sources:
            self._sources[path] = self._load(path, kind)
        return self._sources[path]

    def _load(self, path: Path, kind: Kind) -> Source | None:
        if not is_there(path.is_file):
            return None
        from onlinesafe_tui.library.blanks import filled_in
        from onlinesafe_tui.library.check_file import check_source
        from onlinesafe_tui.library.meta import METAS
        from onlinesafe_tui.library.problems import Problem
        from onlinesafe_tui.library.source import read_source

        try:
            source = read_source(path, METAS[kind])
        except OSError as error:
            self._left_out[path] = Problem(
                path, 1, N_("This file cannot be read: {reason}"), {"reason": reason_of(error)}
            )
            return None
        problem = next(iter((*source.problems, *check_source(source, kind), *self._leading_nowhere(source))), None)
        if problem:
            self._left_out[path] = problem
            return None
        return filled_in(source) if self._is_own(source) else source

    def _leading_nowhere(self, source: Source) -> Iterator[Problem]:
        """Say what an organisation's step offers that is not there; the shipped ones are checked before they ship."""
        from onlinesafe_tui.library.meta import StepMeta
        from onlinesafe_tui.library.problems import NOWHERE, Problem

        if isinstance(source.meta, StepMeta) and self._is_own(source):
            for id in source.meta.templates:
                if not self.has(Kind.TEMPLATE, id):
                    line = source.meta_lines.get("templates", 1)
                    yield Problem(source.path, line, NOWHERE, {"found": id, "folder": Kind.TEMPLATE.value})

    def _is_own(self, source: Source) -> bool:
        return self._overlay is not None and source.path.is_relative_to(self._overlay)

    def _page(self, kind: Kind, id: str, source: Source, part: Part) -> Page:
        from onlinesafe_tui.library.page import Page

        blocks = self._with_link_words(part.blocks, part.language)
        return Page(kind, id, part.title, blocks, source.meta, part.language, self._is_own(source))

    def _with_link_words(self, blocks: tuple[Block, ...], language: Language) -> tuple[Block, ...]:
        from onlinesafe_tui.library.link_words import with_link_words

        return with_link_words(blocks, lambda contact: self._reached(contact, Words(language)), self._keys)

    def _reached(self, contact: str, words: Words) -> str:
        from onlinesafe_tui.library.meta import ContactMeta
        from onlinesafe_tui.library.page import reach

        source = self._own(Kind.CONTACT, contact) or self._read(self._shipped, Kind.CONTACT, contact)
        return reach(source.meta, words) if source and isinstance(source.meta, ContactMeta) else ""

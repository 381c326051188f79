"""What an organisation says about itself in its own folder: its name, its logo, a few words to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from onlinesafe_tui.domain.bech32 import is_age_recipient
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import reason_of
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.blanks import blanks, filled_parts, has_blank
from onlinesafe_tui.library.blocks import Block
from onlinesafe_tui.library.check_file import check_source
from onlinesafe_tui.library.folders import ORGANISATION, is_there
from onlinesafe_tui.library.logo import picture_type
from onlinesafe_tui.library.meta import Kind, OrganisationMeta
from onlinesafe_tui.library.problems import Problem, Severity
from onlinesafe_tui.library.source import Source, read_source

LARGEST_LOGO: Final = 1_000_000
"""Bytes of a logo; a larger one is refused."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose texts lie over ours."""

    name: str = ""
    """Its name, on one line; empty when it does not say."""

    logo: Path | None = None
    """A PNG or JPEG in its own folder that was looked at; None when there is none that can be used."""

    recipient: str = ""
    """Its public age key, to which a person can choose to seal incidents; empty when there is none."""

    said: Mapping[Language, tuple[Block, ...]] = field(default_factory=dict)
    """A few words to begin with, in the languages in which it wrote them."""

    def introduction(self, language: Language) -> tuple[Block, ...]:
        """Return its words in a language, else in the one that it has; empty when it has none."""
        return self.said.get(language) or next(iter(self.said.values()), ())


def read_organisation(folder: Path) -> tuple[Organisation, tuple[Problem, ...]]:
    """Read what an organisation says about itself, with what is wrong there. Nothing said is nothing wrong."""
    path = folder / ORGANISATION
    if not is_there(path.is_file):
        return Organisation(), ()
    try:
        source = read_source(path, OrganisationMeta)
    except OSError as error:
        return Organisation(), (
            Problem(path, 1, N_("This file cannot be read: {reason}"), {"reason": reason_of(error)}),
        )
    problems = [*source.problems, *check_source(source, Kind.ORGANISATION)]
    meta = source.meta
    if problems or not isinstance(meta, OrganisationMeta):
        return Organisation(), tuple(problems)
    logo = _logo(folder, source, meta)
    notices = [*_unnamed(source, meta), *blanks(source)]
    said = {language: part.blocks for language, part in filled_parts(source).items()}
    name = "" if has_blank(meta.name) else clean_name(meta.name)
    recipient = _recipient(source, meta)
    wrong = [found for found in (logo, recipient) if isinstance(found, Problem)]
    organisation = Organisation(
        name,
        logo if isinstance(logo, Path) else None,
        recipient if isinstance(recipient, str) else "",
        said,
    )
    return organisation, (*wrong, *notices)


def _unnamed(source: Source, meta: OrganisationMeta) -> Iterator[Problem]:
    if not meta.name.strip():
        message = N_("Your organisation has no name here; write name: {example}")
        yield Problem(source.path, source.meta_lines.get("name", 1), message, {"example": '"De Brug"'}, Severity.NOTICE)


def _recipient(source: Source, meta: OrganisationMeta) -> Problem | str:
    given = meta.seal_to.strip()
    if not given or has_blank(given) or is_age_recipient(given):
        return "" if has_blank(given) else given.lower()
    message = N_("{found} is no public key of age; copy it again as a whole, from age1 to its last letter")
    return Problem(source.path, source.meta_lines.get("seal_to", 1), message, {"found": clean_name(given)})


def _logo(folder: Path, source: Source, meta: OrganisationMeta) -> Path | Problem | None:
    if not meta.logo.strip() or has_blank(meta.logo):
        return None
    path = folder / meta.logo
    line = source.meta_lines.get("logo", 1)

    def wrong(message: str, **values: object) -> Problem:
        return Problem(source.path, line, message, {"found": clean_name(meta.logo), **values})

    if set(meta.logo) & set("/\\:\0"):
        return wrong(N_("{found} is not a name alone; put the logo beside this file, and write its name"))
    try:
        real = path.resolve(strict=True)
        if real.parent != folder.resolve(strict=True):
            return wrong(N_("{found} leads out of this folder; put the picture itself beside this file"))
        if not real.is_file():
            return wrong(N_("{found} is not a file; put the logo beside this file, and write its name"))
        with real.open("rb") as file:
            data = file.read(LARGEST_LOGO + 1)
    except OSError as error:
        return wrong(N_("The logo {found} cannot be read: {reason}"), reason=reason_of(error))
    except RuntimeError:  # links that lead to one another
        return wrong(N_("{found} leads out of this folder; put the picture itself beside this file"))
    if len(data) > LARGEST_LOGO:
        return wrong(N_("The logo {found} is larger than 1 MB; make the picture smaller"))
    if picture_type(data) is None:
        return wrong(N_("{found} is not a PNG or JPEG picture; save the logo as one of these"))
    return real

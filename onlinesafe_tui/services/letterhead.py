"""From whom a paper comes: the name and the logo of the organisation."""

from __future__ import annotations

from onlinesafe_tui.exports.shapes import Logo, Picture
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.logo import picture_type


def letterhead(library: Library) -> tuple[str, Logo | None]:
    """Return the name and the logo of the organisation whose folder lies over ours; empty and None without one."""
    organisation = library.organisation()
    if organisation.logo is None:
        return organisation.name, None
    try:
        data = organisation.logo.read_bytes()
    except OSError:  # It was there when the folder was read; the drive that it stands on may be gone.
        return organisation.name, None
    kind = picture_type(data)
    return organisation.name, Logo(data, Picture(kind)) if kind else None

"""Looking at the computer and the terminal: what works here, what does not, and what to do about it.

Nothing is changed, nothing is opened that was saved, and nothing that is said names a person, a folder or a file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.doctor_findings import Finding, Surroundings, bad, good, notice
from onlinesafe_tui.services.doctor_terminal import look_at_terminal
from onlinesafe_tui.services.doctor_vault import look_at_vault


def examine(place: Surroundings, words: Words) -> tuple[Finding, ...]:
    """Look at everything, in the order in which it is told."""
    looks = (look_at_terminal, _rights, look_at_vault, _content, _settings)
    return (*(found for look in looks for found in look(place, words)), _versions(place, words))


def _rights(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.is_administrator:
        what = words(N_("It runs with the rights of an administrator."))
        todo = words(N_("Start it as yourself: otherwise you may not be able to open what you save here."))
        yield notice("rights", what, todo)


def _content(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.content_problems:
        what = words(N_("Texts of the program are missing or damaged."))
        yield bad("content", what, words(N_("Install OnlineSafe again.")))
    else:
        yield good("content", words(N_("The texts are whole.")))
    if place.overlay_problems:
        what = words.plural(
            "In the folder of your organisation one thing is not used.",
            "In the folder of your organisation {n} things are not used.",
            place.overlay_problems,
        )
        yield notice("overlay", what, words(N_("See which: {command}."), command="onlinesafe content check FOLDER"))
    elif place.overlay_problems is not None:
        yield good("overlay", words(N_("The folder of your organisation is used.")))


def _settings(place: Surroundings, words: Words) -> Iterator[Finding]:
    if place.settings_error is None:
        yield good("settings", words(N_("The settings can be used.")))
    else:
        what = words(place.settings_error.title)
        yield bad(
            "settings", what, words(N_("Mend or remove the file that {command} names."), command="onlinesafe paths")
        )


def _versions(place: Surroundings, words: Words) -> Finding:
    told = ", ".join(f"{name} {version}" for name, version in place.versions.items())
    return good("versions", words(N_("Versions: {versions}."), versions=told))


def versions() -> dict[str, str]:
    """Return the versions of the program, of Python and of what the program is made with."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  (only here)

    from onlinesafe_tui import __version__  # noqa: PLC0415

    found = {"OnlineSafe": __version__, "Python": sys.version.split()[0], "platform": sys.platform}
    for name in ("textual", "tinydb", "pyrage", "typst", "pillow"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "-"
    return found

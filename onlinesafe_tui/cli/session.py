"""What holds for one start of the program, before any command runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.cli.options import bare_options
from onlinesafe_tui.errors import SettingsError
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.paths import Paths, at_home, find_paths
from onlinesafe_tui.settings import Settings, read_settings
from onlinesafe_tui.store.layout import finish_restore

if TYPE_CHECKING:
    import click

OVERLAY_VARIABLE: Final = "ONLINESAFE_OVERLAY"
"""The environment variable that names the organisation's own folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The language, the folders and the choices of this start."""

    words: Words
    paths: Paths
    settings: Settings
    """What was chosen before, and the language of this start."""

    settings_error: SettingsError | None
    """Why the settings file cannot be used; None when it can."""

    overlay: Path | None
    """The organisation's own content; None when there is none."""

    environ: Mapping[str, str] = field(repr=False)
    """The environment."""

    @property
    def language(self) -> Language:
        """The language that everything is said in."""
        return self.words.language


def open_session(args: Sequence[str], environ: Mapping[str, str]) -> Session:
    """Find out what holds for this start.

    Nothing can be said before the language is known, so what stands on the line before the command is looked at here,
    and mistakes in it are left for later.
    """
    named = _named(args)
    language, vault, overlay = named.get("language"), named.get("vault"), named.get("overlay")
    paths = find_paths(vault=at_home(vault, environ=environ) if vault else None, environ=environ)
    finish_restore(paths.vault)
    settings, error = _settings(paths.settings)
    chosen = Language(language) if language else settings.language
    overlay = overlay or environ.get(OVERLAY_VARIABLE) or settings.overlay
    return Session(
        words=Words(chosen or Language.NL),
        paths=paths,
        settings=replace(settings, language=chosen),
        settings_error=error,
        overlay=at_home(overlay, environ=environ) if overlay else None,
        environ=environ,
    )


def common_options(words: Words) -> list[click.Parameter]:
    """Return the options that stand before any command."""
    import click

    folder = words(N_("FOLDER"))
    return [
        click.Option(
            ["--vault"],
            metavar=folder,
            help=words(
                N_("Keep everything in this folder, or look for it there. Also: {variable}."),
                variable="ONLINESAFE_VAULT",
            ),
        ),
        click.Option(
            ["--overlay"],
            metavar=folder,
            help=words(
                N_("Lay this folder with texts of your own organisation over ours. Also: {variable}."),
                variable=OVERLAY_VARIABLE,
            ),
        ),
        click.Option(
            ["--language"],
            type=click.Choice([language.value for language in Language]),
            help=words(N_("Use this language.")),
        ),
    ]


def _named(args: Sequence[str]) -> dict[str, str | None]:
    bare = bare_options(args)
    if bare is not None:
        return dict(bare)
    import click

    from onlinesafe_tui.cli.in_words import PROGRAM

    line = click.Group(
        PROGRAM,
        params=common_options(Words(Language.EN)),
        add_help_option=False,
        context_settings={"ignore_unknown_options": True},
    )
    return line.make_context(PROGRAM, list(args), resilient_parsing=True).params


def _settings(path: Path) -> tuple[Settings, SettingsError | None]:
    try:
        return read_settings(path), None
    except SettingsError as error:
        return Settings(), error

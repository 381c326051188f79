"""What a person chose once: language, country, looks, the organisation's own folder."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

import msgspec

from onlinesafe_tui.disk import clear_parts, patiently, written_part
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import SettingsError, reason_of
from onlinesafe_tui.language import N_, Language, Message

Theme = Literal["dark", "light"]

COUNTRIES: Final = {Country.NL: N_("Netherlands"), Country.BE: N_("Belgium (Flanders)")}
"""What the countries are called, as English messages to translate."""

LANGUAGES: Final = {Language.NL: "Nederlands", Language.EN: "English"}
"""The languages by their own names, never translated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The choices of this user on this machine. Not chosen yet is None."""

    language: Language | None = None
    country: Country | None = None
    theme: Theme = "dark"

    keys: dict[str, str] = field(default_factory=dict)
    """Other keys than the usual ones, by the name of what they do: `{"app.help": "f7"}`."""

    visible_cursor: bool = False
    """Whether the terminal's own cursor is shown, and follows the focus: for magnifiers and screen readers."""

    lock_after: int = 5
    """Minutes without a key after which what was saved is locked; 0 for never."""

    overlay: str | None = None
    """A folder with the organisation's own content, laid over the shipped one."""


def read_settings(path: Path) -> Settings:
    """Read the settings; a missing file means that nothing was chosen yet.

    Raises:
        SettingsError: The file cannot be read, or holds something else.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise SettingsError(
            path=clean_name(str(path)),
            reason=reason_of(error) if isinstance(error, OSError) else Message(N_("it does not hold what it should")),
        ) from error


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings, whole or not at all.

    Raises:
        SettingsError: The folder cannot be written.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        clear_parts(path.parent, prefix=path.name, suffix=".tmp")
        part = written_part(
            path.parent, msgspec.json.format(msgspec.json.encode(settings)), prefix=path.name, suffix=".tmp"
        )
        try:
            patiently(lambda: part.replace(path))
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    except OSError as error:
        raise SettingsError(path=clean_name(str(path)), reason=reason_of(error)) from error

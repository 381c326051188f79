"""The languages of the program, and the words of its own labels and messages.

Labels are gettext messages: English in the code, Dutch in `locale/nl`. This is the lowest module of all, so that even
an error can carry words to translate.
"""

import gettext
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

_LOCALE: Final = Path(__file__).parent / "locale"


class Language(StrEnum):
    """A language that a person can read the program in."""

    NL = "nl"
    EN = "en"


class Message(str):
    """An English message that is filled in to another one, and is translated along with it."""

    __slots__ = ()


def N_(message: str) -> str:  # noqa: N802  (the name that gettext tools look for)
    """Mark `message` for translators and return it as it is; it is translated where it is shown."""
    return message


def _catalogue(language: Language) -> gettext.NullTranslations:
    return gettext.translation("onlinesafe", _LOCALE, [language], fallback=language is Language.EN)


@dataclass(frozen=True, slots=True)
class Words:
    """Turns the English messages of the code into one language.

    Calling it translates: `words("Next step")`. Values are filled in after translation, by name.
    """

    language: Language
    _messages: gettext.NullTranslations = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_messages", _catalogue(self.language))

    def __call__(self, message: str, **values: object) -> str:
        """Translate `message`; `{name}` in it becomes the value of that name, which may be a message itself."""
        told = {name: self(value) if isinstance(value, Message) else value for name, value in values.items()}
        return self._messages.gettext(message).format(**told) if message else ""

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Translate the form that fits `n`, which is filled in as `{n}`."""
        return self._messages.ngettext(one, many, n).format(n=n, **values)

"""Every word that can be translated, in other letters: whatever is in ours then stands in the code alone.

The letters are Cyrillic, one for one, so that everything is as wide as before and wraps where it did.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from string import Formatter, ascii_lowercase
from typing import Final

from babel import Locale
from babel.messages.catalog import Catalog
from msgspec.structs import fields

from onlinesafe_tui.language import Language
from onlinesafe_tui.library.meta import ContactMeta
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.settings import LANGUAGES
from tests.hostile import RECIPIENT
from tests.language.catalogue import MO, PO, compiled, id_of, read, strings_of

_LETTERS: Final = dict(zip(ascii_lowercase, "абвгдежзиклмнопрстуфхцчшщы", strict=True))
_WORD: Final = re.compile(r"(?:(?!\d|_)[A-Za-z\u00c0-\u024f])(?:['’.-]?[A-Za-z\u00c0-\u024f]+)+")
"""Two letters of ours or more."""

_STAYS: Final = re.compile(r"\{[^{}]*\}|\]\([^()\s]*\)|^:::.*|^```.*|^<!--.*-->")
"""What is no words in a text: what is filled in, where a link leads, when something holds."""

COMMAND: Final = "onlinesafe content check"
"""What authors of texts type."""

MISTAKES: Final = " ".join([COMMAND, "organisation contacts", *(field.encode_name for field in fields(ContactMeta))])
"""What is told to them has names of files, and of what stands in front of a text."""

_LINK: Final = re.compile(r"\]\(https?://([^()\s]*)\)")
_NEUTRAL: Final = re.compile(r"^(?:source|site|articles|articles_before): (.*(?:\n .*)*)", re.MULTILINE)
_KEYS: Final = ("Esc", "Enter", "Tab", "Home", "End", "PgUp", "PgDn", "Del", "Shift")
_NAMES: Final = ("OnlineSafe",)
_AROUND_NAMES: Final = re.compile(r"\.(?:pdf|docx|html|md|txt|jpg|ics|backup)(?![A-Za-z])|\bhttps?://")
_FRONT: Final = re.compile(r"( +(?:nl|en): )(.*)")


def other(text: str) -> str:
    """Write a text in other letters."""
    return "".join(map(_other_letter, text))


def other_message(message: str) -> str:
    """Write a message in other letters, and leave what is filled in as it is."""
    parts = Formatter().parse(message)
    return "".join(f"{other(said)}{'' if name is None else f'{{{name}}}'}" for said, name, _, _ in parts)


def other_locale(folder: Path) -> Path:
    """Write the words of the interface in other letters into a folder, in both languages, and return it."""
    found = read(PO)
    for language in Language:
        made = Catalog(locale=language)
        for message in found:
            id = id_of(message)
            said = strings_of(message) if language is Language.NL else (id if isinstance(id, tuple) else (id,))
            if id:
                strings = tuple(map(other_message, said))
                made.add(id, strings[0] if isinstance(id, str) else strings)
        path = folder.joinpath("locale", language, *MO.parts[-2:])
        path.parent.mkdir(parents=True)
        path.write_bytes(compiled(made))
    return folder / "locale"


def other_content(folder: Path) -> Path:
    """Write all texts in other letters into a folder, in both languages, and return it."""
    made = folder / "content"
    shutil.copytree(content_folder(), made)
    for path in made.rglob("*.md"):
        path.write_text("\n".join(_other_lines(path.read_text(encoding="utf-8"))), encoding="utf-8")
    return made


def other_organisation(folder: Path) -> Path:
    """Write a folder of an organisation in other letters, with a mistake in it, and return it."""
    own = folder / other("organisatie")
    (own / "contacts").mkdir(parents=True)
    text = f"{other('Wij helpen.')}\n"
    front = f'name: "{other("Ons Huis")}"\nseal_to: {RECIPIENT}'
    (own / "organisation.md").write_text(f"---\n{front}\n---\n# {other('Ons')} {{lang=nl}}\n{text}", encoding="utf-8")
    (own / "contacts" / f"{other('wij')}.md").write_text("---\n1: 2\n---\n", encoding="utf-8")
    (own / "contacts" / "1.md").write_text(
        f"---\n{other('kleur')}: 2\n---\n# {other('Wij')} {{lang=nl}}\n", encoding="utf-8"
    )
    return own


class Known:
    """What is not translated: names, and what comes from elsewhere."""

    def __init__(self, *more: str) -> None:
        """Know what the texts name, and what Babel calls days and months.

        Args:
            more: What is known besides, such as the folder of a test.
        """
        locales = list(map(Locale, Language))
        named = [names for locale in locales for names in (locale.months["format"], locale.days["format"])]
        self._days = {word.strip(".") for names in named for width in names.values() for word in width.values()}
        self._names = {*_KEYS, *_NAMES, *LANGUAGES.values(), *(language.upper() for language in Language)}
        pages = [path.read_text(encoding="utf-8") for path in content_folder().rglob("*.md")]
        # What a text comes from has one name in all languages, and so has where it leads.
        self._names.update(word for page in pages for names in _NEUTRAL.findall(page) for word in _WORD.findall(names))
        self._more = " ".join([*more, *(address for page in pages for address in _LINK.findall(page))])

    def unknown(self, text: str, also: str = "") -> list[str]:
        """Find the words in our own letters that stand in a text and are nothing of that.

        Args:
            text: The text.
            also: What is known here, besides.
        """
        named = _WORD.findall(also)
        return [
            word for word in _WORD.findall(_AROUND_NAMES.sub(" ", text)) if word not in named and not self._knows(word)
        ]

    def _knows(self, word: str) -> bool:
        # A day, a folder or an address that does not fit is cut off.
        return word in self._names or word in self._more or any(day.startswith(word) for day in self._days)


def _other_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    found = _LETTERS.get(base.lower())
    if found is None:
        return letter
    return found.upper() if base.isupper() else found


def _other_lines(text: str) -> Iterator[str]:
    """Write the lines of a page in other letters, also those that are in a language in what stands in front of it."""
    fences, is_said = 0 if text.startswith("---") else 2, False
    for line in text.split("\n"):
        if line == "---" and fences < 2:
            fences += 1
            yield line
        elif fences < 2:
            match = _FRONT.fullmatch(line)
            is_said = bool(match) or (is_said and line.startswith("    "))
            if match:
                yield f"{match[1]}{other(match[2])}"
            else:
                yield other(line) if is_said else line
        else:
            yield _other_line(line)


def _other_line(line: str) -> str:
    at, made = 0, ""
    for match in _STAYS.finditer(line):
        made += other(line[at : match.start()]) + match[0]
        at = match.end()
    return made + other(line[at:])

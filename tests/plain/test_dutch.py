"""In Dutch nothing is English: a walk everywhere, looked through for words that give English away."""

from __future__ import annotations

import re
from pathlib import Path

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.settings import Settings
from tests.plain.laptop import Laptop
from tests.plain.long_day import LongDay
from tests.plain.person import Person

ENGLISH = re.compile(
    r"\b(the|your|you|and|with|what|which|whom|that|not|saved|passphrase|number|numbers|question|step \d|safety|talk|"
    r"report:|discuss|legal help|aftercare|overview|help:|back|next|more|because|ticked|copy|keep|reference|answer|"
    r"line|sent|prepared|received|answered|netherlands|belgium|danger|important|mind|remark|checked|now|today|complete|"
    r"nothing|everything|somebody|someone|write|change|done|skip|leave|remove)\b",
    re.IGNORECASE,
)
"""Words that no Dutch sentence has."""

MENUS = ("Report this", "Report post", "kies More", "Report user", "Take It Down", "Stop It Now", "Legal help")
"""What the menus of apps are called in Dutch sentences too."""


def test_no_english_shows_through(tmp_path: Path, library: Library) -> None:
    laptop = Laptop(tmp_path, library, Settings(language=Language.NL, country=Country.NL))
    person = Person(LongDay(library, Language.NL).script()).walk(laptop.workspace())

    said = {re.sub(r"\([^)]*\)|https?:\S+", "", line) for line in (*person.told, *person.prompts)}
    english = [line for line in said if ENGLISH.search(line) and not any(name in line for name in MENUS)]
    assert not english
    assert len(said) > 300


def test_the_letters_of_the_commands_are_dutch(tmp_path: Path, library: Library) -> None:
    laptop = Laptop(tmp_path, library, Settings(language=Language.NL, country=Country.NL))
    person = Person(["1", "2", "t", "t", "o", "h", "s", "1"]).walk(laptop.workspace())

    assert person.told[0] == "In direct gevaar? Bel 112"
    assert "t terug" in person.text
    assert "v verder" in person.text
    assert person.told.count("Wat is er aan de hand?") == 2

"""With everything that can be translated in other letters, no prompt has a word that stands in the code alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onlinesafe_tui import language
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.settings import Settings
from tests.other_letters import MISTAKES, Known, other, other_content, other_locale, other_organisation
from tests.pictures.telling import jpeg_telling
from tests.plain.laptop import Laptop
from tests.plain.stranger import Stranger, speaking_modules
from tests.plain.test_hostile_everywhere import fill
from tests.store.quick import PASSPHRASE

NOT_SAID = re.compile(r"^(?:\d\. .+, (?:Nederlands|English)| *(?:\d+: [0-9A-Z]{2,4} *)+)$")
"""Languages and countries in the language of who knows no other, and the groups of a code."""


def test_no_question_has_a_word_that_nobody_can_translate(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("0")
    monkeypatch.setattr(language, "_LOCALE", other_locale(folder))
    own = other_organisation(folder)
    settings = Settings(country=Country.NL, language=Language.NL, overlay=str(own))
    laptop = Laptop(folder, Library(other_content(folder), own), settings)
    laptop.exports, laptop.vault = folder / other("documenten"), folder / other("kluis")
    text = other("een bericht dat lang is")
    picture = folder / f"{other('tuin')}.jpg"
    picture.write_bytes(jpeg_telling(text))
    typed = {
        "New passphrase:": 20 * (PASSPHRASE,),
        "The same once more:": 20 * (PASSPHRASE,),
        "Passphrase of now:": 5 * (PASSPHRASE,),
        "Your passphrase (Enter: I have the recovery code):": ("", *20 * (PASSPHRASE,)),
        "Place (Enter: {path}):": ("",),
        "File:": (text, str(laptop.exports / "2026-11-22 OnlineSafe.backup")),
        "File (Enter: done):": (text, str(picture), ""),
        "Folder (Enter: leave it as it is):": (text, str(own)),
    }
    strangers = []
    for is_last_first in (False, True):
        workspace = laptop.workspace()
        if not is_last_first:
            fill(workspace.keeper, workspace.library, text)
        strangers.append(Stranger(workspace, text, typed, is_last_first=is_last_first).go())
        # Reading all texts takes as long as all the rest, and shows the same once more.
        typed["Words to look for ({offered}):"] = 9 * ("",)
    known, found = Known(str(folder), str(Path.cwd())), dict[str, str]()
    for stranger in strangers:
        for line in stranger.told:
            for word in known.unknown(NOT_SAID.sub("", line), MISTAKES):
                found.setdefault(word, line)
    assert not found, "\n".join(f"{word}: {line}" for word, line in found.items())
    # Whatever asks or tells something needs a way to it here.
    assert set(speaking_modules()) - {name for stranger in strangers for name in stranger.speaking} == set()

"""Every question of the plain face with everything hostile: nothing steers the terminal, nothing ends the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.policy import Statements
from onlinesafe_tui.settings import Settings
from onlinesafe_tui.store.layout import Layout, incident_in
from onlinesafe_tui.store.opening import unlock_vault
from tests.hostile import (
    LONG,
    MARK,
    NAME,
    STEERING,
    STEERS,
    incident_of,
    mistake_in,
    needs_time,
    overlay_of,
    workbook_of,
)
from tests.library.own import needs_odd_names
from tests.pictures.telling import jpeg_telling, png_telling
from tests.plain.laptop import Laptop
from tests.plain.stranger import Stranger, speaking_modules
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.tui.situations import THREAT_ON_YOUTUBE, told


@needs_odd_names
@pytest.mark.parametrize("text", [STEERING, pytest.param(LONG, marks=needs_time)], ids=["steering", "long"])
def test_whatever_is_told_stays_text(tmp_path: Path, text: str) -> None:
    own = mistake_in(overlay_of(tmp_path / f"ons {NAME}", text))
    settings = Settings(country=Country.NL, language=Language.NL, overlay=str(own))
    laptop = Laptop(tmp_path, Library(content_folder(), own), settings)
    laptop.exports = tmp_path / f"map {NAME}"
    laptop.vault = tmp_path / f"kluis {NAME}"
    typed = {
        "New passphrase:": 20 * (text,),
        "The same once more:": 20 * (text,),
        "Passphrase of now:": (PASSPHRASE, text),
        "Your passphrase (Enter: I have the recovery code):": ("", PASSPHRASE, *5 * (text,)),
        "Place (Enter: {path}):": ("", str(tmp_path / f"{NAME}.backup")),
        "File:": (text, str(laptop.exports / "2026-11-22 OnlineSafe.backup")),
        "File (Enter: done):": (text, *map(str, pictures(tmp_path, text)), str(own), ""),
        "Folder (Enter: leave it as it is):": (text, str(own)),
    }
    strangers = []
    for is_last_first in (False, True):
        workspace = laptop.workspace()
        if not is_last_first:
            fill(workspace.keeper, workspace.library, text)
        strangers.append(Stranger(workspace, text, typed, is_last_first=is_last_first).go())
        spoil(laptop.vault)
        # Reading all texts takes as long as all the rest, and shows the same once more.
        typed["Words to look for ({offered}):"] = 9 * ("",)
    with unlock_vault(laptop.vault, text, QuickSealer()):
        """Another window has it open, so that there is only to be looked."""
        typed["Your passphrase (Enter: I have the recovery code):"] = (text, text, *20 * ("t",))
        strangers.append(Stranger(laptop.workspace(), text, typed).go())
    assert not [line for stranger in strangers for line in stranger.told if STEERS.search(line)]
    assert all(sum(MARK in line for line in stranger.told) > 100 for stranger in strangers)
    # Whatever asks or tells something needs a way to it here.
    assert set(speaking_modules()) - {name for stranger in strangers for name in stranger.speaking} == set()


def fill(keeper: Keeper, library: Library, text: str) -> None:
    """Keep a text wherever one can be kept, and enough incidents for a list of them; nothing is sealed yet."""
    incident = incident_of(told(THREAT_ON_YOUTUBE, Step.TALK), text)
    statements = Statements(library, Language.NL, Country.NL).ids[:2]
    keeper.save(incident)
    for number in range(2, 6):
        keeper.save(told(THREAT_ON_YOUTUBE, Step.TALK, number=number))
    things = ("search-yourself", "sport-apps")
    keeper.keep_workbook(workbook_of(text, things=things, statements=statements, incident=incident.id))


def spoil(vault: Path) -> None:
    """Let an incident not open any more, and lay a file of a program that synchronises beside it."""
    layout = Layout(vault)
    incident_in(layout.incident_folder(max(layout.incident_ids()))).write_bytes(b"x")
    (vault / f"index (kwaad {NAME}).age").write_bytes(b"x")


def pictures(folder: Path, text: str) -> Iterator[Path]:
    """Make a picture of each kind that tells a text wherever it can."""
    for ending, data in ((".jpg", jpeg_telling(text)), (".png", png_telling(text))):
        path = folder / f"foto {NAME}{ending}"
        path.write_bytes(data)
        yield path

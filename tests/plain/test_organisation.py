"""The organisation's own words in the plain face: whose they are is said, and nothing in them stops the talk."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.settings import Settings
from tests.library.own import NAME, NUMBER, filled, hostile, needs_odd_names
from tests.plain.laptop import Laptop
from tests.plain.long_day import THREAT
from tests.plain.person import Person, Reply, pick
from tests.plain.test_situations import ON, say

OWN = "From your organisation"

LOOK_UP = pick("Look up: ")
FOLDER = pick("Folder of your organisation")


def sat_down(folder: Path, own: Path | None, replies: Iterable[Reply]) -> tuple[Person, Laptop]:
    """Use the program with a folder of an organisation, in English and in Flanders."""
    settings = Settings(language=Language.EN, country=Country.BE)
    laptop = Laptop(folder, Library(content_folder(), own), settings)
    return Person(replies).walk(laptop.workspace()), laptop


def test_the_first_choice_says_whose_texts_there_are(tmp_path: Path) -> None:
    person, _ = sat_down(tmp_path, filled(tmp_path / "own"), [])
    assert f"With texts of {NAME}." in person.text
    assert "cannot be shown" not in person.text
    person, _ = sat_down(tmp_path, None, [])
    assert "With texts of" not in person.text


def test_contacts_of_ones_own_are_among_who_to_call(tmp_path: Path) -> None:
    replies = [LOOK_UP, pick("Whom can I call?"), pick("Prevention adviser")]
    person, _ = sat_down(tmp_path, filled(tmp_path / "own"), replies)
    assert f"{NUMBER} · {OWN}" in person.text
    assert "Prevention adviser for psychosocial aspects" in person.told
    assert OWN in person.told[-4:]


def test_ones_own_pages_are_looked_up_under_their_own_heading(tmp_path: Path) -> None:
    own = filled(tmp_path / "own")
    person, _ = sat_down(tmp_path, own, [LOOK_UP, pick(OWN), pick("Protocol: when it goes wrong online")])
    assert "What holds with us when something happens online" in person.text
    assert f"Call the manager on duty ({NUMBER})." in person.text
    person, _ = sat_down(tmp_path, None, [LOOK_UP])
    assert not any(line.endswith(f". {OWN}") for line in person.told)


def test_the_protocol_is_offered_where_it_matters(tmp_path: Path) -> None:
    own = filled(tmp_path / "own")
    library = Library(content_folder(), own)
    replies = [*say(library, *THREAT), *[ON] * 4, pick("Protocol: when it goes wrong online")]
    person, _ = sat_down(tmp_path, own, replies)
    assert "In danger, call 112" in person.text


def test_every_page_says_whose_it_is(tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(content_folder(), own)
    library = Library(content_folder(), own)
    text = pick("Short text for a report")
    person, _ = sat_down(tmp_path, own, [*say(library, *THREAT), *[ON] * 3, text])
    questions = [line for line in person.told if line.startswith("Question ")]
    places = [line for line in person.told if line.startswith(("Before the steps: ", "Step "))]
    assert len(questions) == len(THREAT)
    assert person.told.count(OWN) >= len(questions) + len(places)
    begins = person.told.index("The text begins here.")
    assert OWN in person.told[begins - 12 : begins]


def test_the_folder_is_chosen_once_and_holds_at_once(tmp_path: Path) -> None:
    own = filled(tmp_path / "own")
    replies: list[Reply] = [LOOK_UP, FOLDER, pick("Type or paste"), f'"{own}"', "b", pick("Whom can I call?")]
    person, laptop = sat_down(tmp_path, None, replies)
    assert "Now there is none." in person.text
    assert f"This folder is used from now on. With texts of {NAME}." in person.text
    assert any(line.endswith("Manager on duty") for line in person.told)
    assert laptop.settings.overlay == str(own)


def test_a_wrong_folder_changes_nothing_and_says_why(tmp_path: Path) -> None:
    own = filled(tmp_path / "own")
    (tmp_path / "empty").mkdir()
    gone, empty = str(tmp_path / "gone"), str(tmp_path / "empty")
    replies: list[Reply] = [LOOK_UP, FOLDER, pick("Type or"), gone, pick("Type or"), empty, pick("Type or"), ""]
    person, laptop = sat_down(tmp_path, own, replies)
    assert "cannot be the folder of your organisation: it is not there" in person.text
    assert "there are no texts of an organisation in it" in person.text
    assert laptop.settings.overlay is None
    assert laptop.workspace().library.overlay == own


def test_the_folder_can_be_taken_away_again(tmp_path: Path) -> None:
    own = filled(tmp_path / "own")
    person, laptop = sat_down(tmp_path, own, [LOOK_UP, FOLDER, pick("Use no folder")])
    assert "named when the program started" in person.text
    assert "Only the texts of the program are used from now on." in person.text
    assert laptop.workspace().library.overlay is None


@needs_odd_names
def test_no_folder_stops_the_talk_or_steers_the_terminal(tmp_path: Path) -> None:
    own = hostile(tmp_path / "own")
    library = Library(content_folder(), own)
    replies = [
        *say(library, *THREAT),
        *[ON] * 7,
        LOOK_UP,
        pick("Whom can I call?"),
        "b",
        FOLDER,
        pick("Which texts are not shown"),
        "",
        "b",
    ]
    person, _ = sat_down(tmp_path, own, replies)
    assert "texts of your organisation cannot be shown" in person.text
    assert "In danger now? Call 112" in person.text
    assert not {"\x1b", "\x07", "\u202e"} & set("".join(person.told))


def test_a_number_that_is_due_to_be_checked_says_so_in_the_list(tmp_path: Path) -> None:
    own = filled(tmp_path / "own")
    path = own / "contacts" / "lawyer.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(checked_on|review_after): \S+", r"\1: 2026-01-01", text), encoding="utf-8")
    person, _ = sat_down(tmp_path, own, [LOOK_UP, pick("Whom can I call?")])
    assert f"{NUMBER} · due to be checked again · From your organisation" in person.text
    assert "looked up between 1 January 2026 and 22 November 2026. 1 is due to be checked again." in person.text

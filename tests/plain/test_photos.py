"""Looking at a photo with prompts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.incidents import start_incident
from tests.pictures.samples import encoded, segment
from tests.plain.laptop import NOW, FixedClock, Laptop
from tests.plain.person import Person, Reply, pick

OWN, PROOF = "My own", "It belongs to what happened"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture with a comment in it, in a folder with a space in its name."""
    path = tmp_path / "my photos" / "garden.jpg"
    path.parent.mkdir()
    data = encoded("jpeg")
    path.write_bytes(data[:2] + segment(0xFE, b"At home") + data[2:])
    return path


def beside(picture: Path) -> list[str]:
    return sorted(path.name for path in picture.parent.iterdir())


def looking(whose: str, *replies: Reply) -> Person:
    return Person([pick("Prevention"), pick("Look at a photo"), pick(whose), *replies])


def test_a_picture_is_told_and_copied(laptop: Laptop, picture: Path) -> None:
    before = picture.read_bytes()
    person = looking(OWN, f'"{picture}"', pick("Make a clean copy")).walk(laptop.workspace())
    assert "Comment: At home" in person.text
    assert "photo-clean.jpg" in person.since("1")
    assert beside(picture) == ["garden.jpg", "photo-clean.jpg"]
    assert picture.read_bytes() == before


def test_looking_alone_makes_no_file_and_the_next_picture_can_follow(laptop: Laptop, picture: Path) -> None:
    person = looking(OWN, str(picture), pick("Leave it"), str(picture), pick("Leave it"), "", "t")
    person.walk(laptop.workspace())
    assert person.text.count("Comment: At home") == 2
    assert beside(picture) == ["garden.jpg"]


def test_what_belongs_to_what_happened_is_only_looked_at(laptop: Laptop, picture: Path) -> None:
    person = looking(PROOF, str(picture)).walk(laptop.workspace())
    assert "Keep it as it is; the data in it may be proof." in person.text
    assert "Make a clean copy" not in person.text
    assert beside(picture) == ["garden.jpg"]


def test_a_file_that_was_written_down_as_proof_is_not_copied(laptop: Laptop, picture: Path) -> None:
    workspace = laptop.workspace()
    incident = start_incident(FixedClock(), Country.NL, ForWhom.SELF)
    workspace.keeper.save(incident.keep(incident.new_evidence(NOW).tell(Fact.KEPT_WHERE, "garden.jpg, on my laptop")))
    person = looking(OWN, str(picture)).walk(workspace)
    assert "You wrote down that proof is kept in this place" in person.text
    assert "Make a clean copy" not in person.text
    assert beside(picture) == ["garden.jpg"]


def test_what_is_wrong_with_a_file_is_said_and_another_can_be_tried(laptop: Laptop, picture: Path) -> None:
    person = looking(OWN, str(picture.with_name("nothing.jpg")), str(picture)).walk(laptop.workspace())
    assert "it is not there" in person.text
    assert "Comment: At home" in person.text


def test_an_exercise_makes_no_file(laptop: Laptop, picture: Path) -> None:
    person = looking(OWN, str(picture), pick("Make a clean copy")).walk(laptop.workspace(is_practice=True))
    assert "This is an exercise: no file is made." in person.text
    assert beside(picture) == ["garden.jpg"]


def test_in_dutch_it_is_all_dutch(laptop: Laptop, picture: Path) -> None:
    laptop.settings = replace(laptop.settings, language=Language.NL)
    replies: list[Reply] = [
        pick("Voorkomen"),
        pick("Een foto bekijken"),
        pick("Van mezelf"),
        str(picture),
        pick("Maak een schone"),
    ]
    person = Person(replies).walk(laptop.workspace())
    assert "Opmerking: At home" in person.text
    assert beside(picture) == ["foto-schoon.jpg", "garden.jpg"]


def test_the_page_about_photos_can_be_read(laptop: Laptop) -> None:
    person = Person([pick("Prevention"), pick("Look at a photo"), pick("What a photo tells")])
    assert "Not for proof" in person.walk(laptop.workspace()).text

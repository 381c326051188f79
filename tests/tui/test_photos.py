"""Looking at a photo on the full screen: what is told, what is kept, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.services.incidents import start_incident
from onlinesafe_tui.tui.screens.page import PageScreen
from onlinesafe_tui.tui.screens.prevention.photo import PhotoScreen
from tests.pictures.samples import encoded, segment
from tests.tui.desk import NOW, Desk, FixedClock
from tests.tui.person import Person


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture with a comment in it, in a folder with a space in its name."""
    path = tmp_path / "my photos" / "garden.jpg"
    path.parent.mkdir()
    data = encoded("jpeg")
    path.write_bytes(data[:2] + segment(0xFE, b"At home") + data[2:])
    return path


async def look(person: Person, typed: str, whose: str = "own") -> None:
    """Go from the first screen to a picture, and wait until it was looked at."""
    await person.choose("prevention")
    await person.choose("photos")
    await person.choose(whose)
    await person.paste(typed)
    await person.press("enter")
    await settled(person)


async def settled(person: Person) -> None:
    screen = person.screen
    assert isinstance(screen, PhotoScreen)
    await person.until(lambda: not screen._is_busy)


def incident_with(fact: str) -> Incident:
    """An incident in which somebody wrote down where the screenshot is kept."""
    incident = start_incident(FixedClock(), Country.NL, ForWhom.SELF)
    return incident.keep(incident.new_evidence(NOW).tell(Fact.KEPT_WHERE, fact))


@pytest.mark.parametrize("language", Language)
async def test_a_picture_is_told_and_copied_with_two_keys(new_desk: Desk, picture: Path, language: Language) -> None:
    new_desk.choose(language=language)
    before = picture.read_bytes()
    async with new_desk.sit_down() as person:
        await look(person, f"'{picture}'")
        assert f"{person.label('Comment')}: At home" in person.page
        assert [path.name for path in picture.parent.iterdir()] == ["garden.jpg"]
        await person.press("ctrl+s")
        await settled(person)
        name = f"{person.label('photo-clean')}.jpg"
        assert name in person.page
    assert picture.read_bytes() == before
    assert b"At home" not in (picture.parent / name).read_bytes()
    assert (picture.parent / name).stat().st_mode & 0o777 == 0o600


async def test_the_language_can_change_while_it_is_told(desk: Desk, picture: Path) -> None:
    async with desk.sit_down() as person:
        await look(person, str(picture))
        assert "Opmerking: At home" in person.page
        await person.press("f2")
        assert "Comment: At home" in person.page


async def test_what_belongs_to_what_happened_is_only_looked_at(desk: Desk, picture: Path) -> None:
    async with desk.sit_down() as person:
        await look(person, str(picture), "proof")
        assert "At home" in person.page
        assert person.label("Keep it as it is; the data in it may be proof.") in person.page
        await person.press("ctrl+s")
        await settled(person)
        assert person.label("Clean copy") not in person.seen
    assert [path.name for path in picture.parent.iterdir()] == ["garden.jpg"]


@pytest.mark.parametrize("fact", ["garden.jpg", "In de map My Photos op de laptop"])
async def test_a_file_that_was_written_down_as_proof_is_not_copied(desk: Desk, picture: Path, fact: str) -> None:
    workspace = desk.workspace()
    workspace.keeper.save(incident_with(fact))
    async with desk.sit_down(workspace=workspace) as person:
        await look(person, str(picture))
        assert person.label("You wrote down that proof is kept in this place or under this name.") in person.page
        await person.press("ctrl+s")
        await settled(person)
    assert [path.name for path in picture.parent.iterdir()] == ["garden.jpg"]


async def test_an_exercise_makes_no_file(desk: Desk, picture: Path) -> None:
    async with desk.sit_down(workspace=desk.practice()) as person:
        await look(person, str(picture))
        await person.press("ctrl+s")
        await settled(person)
        assert person.label("This is an exercise: no file is made.") in person.page
    assert [path.name for path in picture.parent.iterdir()] == ["garden.jpg"]


async def test_what_is_wrong_with_a_file_is_said_and_another_can_be_tried(desk: Desk, picture: Path) -> None:
    async with desk.sit_down() as person:
        await look(person, str(picture.with_name("nothing.jpg")))
        assert person.label("The picture cannot be opened") in person.page
        await person.press("ctrl+u")
        await person.paste(str(picture))
        await person.press("enter")
        await settled(person)
        assert "At home" in person.page
        assert person.label("The picture cannot be opened") not in person.page


async def test_a_folder_that_cannot_be_written_is_said_and_what_was_told_stays(desk: Desk, picture: Path) -> None:
    async with desk.sit_down() as person:
        await look(person, str(picture))
        picture.rename(picture.parent.parent / "gone.jpg")
        await person.press("ctrl+s")
        await settled(person)
        assert person.label("The picture cannot be opened") in person.page
        assert "At home" in person.page


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_everything_told_can_be_reached_with_the_arrow_keys(
    desk: Desk, picture: Path, size: tuple[int, int]
) -> None:
    data = picture.read_bytes()
    texts = (b"%d is one of many things that somebody wrote in this picture" % number for number in range(40))
    picture.write_bytes(data[:2] + b"".join(segment(0xFE, text) for text in texts) + data[2:] + b"behind")
    async with desk.sit_down(size=size) as person:
        await look(person, str(picture))
        last = person.label("Look at the picture itself too: a street sign, a uniform or a view can tell a place.")
        for _ in range(60):
            await person.press("down")
        assert last.split(":")[0] in person.read


async def test_the_page_about_photos_can_be_read_from_here(desk: Desk) -> None:
    async with desk.sit_down() as person:
        await person.choose("prevention")
        await person.choose("photos")
        await person.choose("about")
        assert person.is_at(PageScreen)
        assert desk.title(Kind.ABOUT, "photos") in person.page


async def test_a_copy_is_offered_only_after_looking(desk: Desk, picture: Path) -> None:
    async with desk.sit_down() as person:
        await person.choose("prevention")
        await person.choose("photos")
        await person.choose("own")
        await person.paste(str(picture))
        await person.press("ctrl+s")
        await settled(person)
    assert [path.name for path in picture.parent.iterdir()] == ["garden.jpg"]

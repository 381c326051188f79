"""Formats for a team meeting by prompts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onlinesafe_tui.services.workspace import Workspace
from tests.plain.laptop import TODAY, Laptop
from tests.plain.person import Person, Reply, pick

FORMATS: Sequence[Reply] = (pick("Prevention"), pick("In the team meeting"))
CASE: Sequence[Reply] = (*FORMATS, pick("Your conversation is online"))
HELD = pick("We did this today")


@pytest.fixture
def workspace(laptop: Laptop) -> Workspace:
    return laptop.workspace()


def test_a_format_is_told_whole_and_in_order(workspace: Workspace) -> None:
    person = Person(CASE).walk(workspace)

    titles = ["What it is for:", "What you need:", "How to do it:", "Read aloud:", "Mind this:", "How to close:"]
    at = [person.told.index(title) for title in titles]
    assert at == sorted(at)
    assert "Case, 15 minutes. Not used yet." in person.told
    assert "Nobody has to tell whether a conversation was ever recorded." in person.text


def test_using_it_is_noted_at_once_with_what_came_of_it(workspace: Workspace) -> None:
    person = Person([*CASE, HELD, "We chose a sentence.", "It is in the agreements.", "."]).walk(workspace)

    (held,) = workspace.keeper.workbook.held
    assert (held.format, held.on, held.note) == (
        "case-recording",
        TODAY,
        "We chose a sentence.\nIt is in the agreements.",
    )
    assert "Case, 15 minutes. Used last on 22 November 2026." in person.told


def test_no_note_is_needed(workspace: Workspace) -> None:
    Person([*CASE, HELD, "."]).walk(workspace)
    (held,) = workspace.keeper.workbook.held
    assert held.note == ""


def test_a_note_is_written_anew_or_taken_back(workspace: Workspace) -> None:
    again: list[Reply] = [pick("22 November 2026"), pick("Write the note anew"), "twee", "."]
    Person([*CASE, HELD, "een", ".", *again]).walk(workspace)
    (held,) = workspace.keeper.workbook.held
    assert held.note == "twee"

    Person([*CASE, pick("22 November 2026"), pick("Take it back")]).walk(workspace)
    assert not workspace.keeper.workbook.held


def test_what_was_used_is_told_last_in_the_list(workspace: Workspace) -> None:
    person = Person([*CASE, HELD, ".", "b", "b"]).walk(workspace)

    titles = [line for line in person.told if line.startswith(("10. ", "11. "))]
    assert titles[-2:] == ["10. Your conversation is online", "11. Text to put it on the agenda"]


def test_a_handout_and_a_text_for_the_agenda_are_offered(workspace: Workspace, laptop: Laptop) -> None:
    make: list[Reply] = [pick("Make a handout"), pick("Plain text"), pick("English"), ""]
    Person([*CASE, *make, pick("Text to put it on the agenda"), pick("Copy this text")]).walk(workspace)

    (made,) = laptop.exports.glob("*.md")
    assert "Read aloud" in made.read_text()
    assert "Agenda item: online safety (15 minutes)" in laptop.copied[0]
    assert "We do so with a case:\nYour conversation is online\n" in laptop.copied[0]


def test_in_practice_it_reaches_no_disk(laptop: Laptop) -> None:
    workspace = laptop.workspace(is_practice=True)
    Person([*CASE, HELD, "x", "."]).walk(workspace)
    assert workspace.keeper.workbook.held
    assert not list(laptop.folder.rglob("*"))

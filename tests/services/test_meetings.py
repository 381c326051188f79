"""The formats for a team meeting: their order, their parts, and their handout."""

from __future__ import annotations

from datetime import date

import pytest

from onlinesafe_tui.domain.meetings import Held
from onlinesafe_tui.exports.plain_text import as_plain_text
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.blocks import Bullets, plain_text, texts
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.meetings import AGENDA, FORMS, Meetings, begun, note_of
from tests.tui.desk import TODAY, FixedClock

CASE, DILEMMA = "case-recording", "dilemma-friend-request"


@pytest.fixture(scope="module")
def library() -> Library:
    """The real content, read once."""
    return Library(content_folder())


def held(format: str, day: int, note: str = "") -> Held:
    """A format that was used on a day of November."""
    return Held(id=f"{format}-{day}", format=format, on=date(2026, 11, day), note=note)


def test_what_was_not_used_yet_comes_first_and_what_was_used_last_comes_last(library: Library) -> None:
    used = (held(CASE, 3), held(DILEMMA, 10), held(CASE, 20))
    ids = [view.id for view in Meetings(library, Language.NL, used).formats()]

    fresh = [view.id for view in Meetings(library, Language.NL, ()).formats()]
    assert ids == [*(id for id in fresh if id not in (CASE, DILEMMA)), DILEMMA, CASE]


def test_a_format_says_when_it_was_used_last_and_every_time_before(library: Library) -> None:
    used = (held(CASE, 3, "Zin gekozen."), held(CASE, 20))
    view = Meetings(library, Language.EN, used).find(CASE)

    assert view
    assert view.state == "Used last on 20 November 2026"
    assert [one.on.day for one in view.held] == [20, 3]
    fresh = Meetings(library, Language.EN, used).find(DILEMMA)
    assert fresh
    assert fresh.state == "Not used yet"


@pytest.mark.parametrize("language", Language)
def test_there_are_several_of_each_form_and_each_is_short(library: Library, language: Language) -> None:
    views = Meetings(library, language, ()).formats()
    words = Words(language)

    for form in FORMS.values():
        assert sum(view.about.startswith(words(form)) for view in views) >= 3
    for view in views:
        assert len(view.parts) == 6
        assert all(part.blocks for part in view.parts)


@pytest.mark.parametrize("id", Library(content_folder()).ids(Kind.MEETING))
@pytest.mark.parametrize("language", Language)
def test_the_steps_take_as_long_as_the_format_says(library: Library, id: str, language: Language) -> None:
    page = library.page(Kind.MEETING, id, language)
    (steps,) = [block for block in page.blocks if isinstance(block, Bullets) and block.ordered]
    minutes = sum(int(plain_text(item.text).split()[0]) for item in steps.items)
    view = Meetings(library, language, ()).find(id)
    assert view
    assert f" {minutes} " in view.about


@pytest.mark.parametrize("id", Library(content_folder()).ids(Kind.MEETING))
def test_every_format_guards_whoever_sits_in_the_meeting(library: Library, id: str) -> None:
    for language, said in {
        Language.NL: ("Niemand hoeft", "chuld", "Noem geen namen", "Stop", "na afloop|na het overleg"),
        Language.EN: ("Nobody has to", "blame", "Name no clients", "Stop", "afterwards|after the meeting"),
    }.items():
        page = library.page(Kind.MEETING, id, language)
        told = " ".join(plain_text(text) for text, _ in texts(page.blocks))
        for each in said:
            assert any(one in told for one in each.split("|")), (id, language, each)


@pytest.mark.parametrize("language", Language)
def test_the_handout_has_every_part(library: Library, language: Language) -> None:
    meetings = Meetings(library, language, (held(CASE, 20, "Zin gekozen."),))
    view = meetings.find(CASE)
    assert view
    text = " ".join(as_plain_text(meetings.report(view, TODAY)).split())

    assert view.title in text
    assert view.about in text
    for part in view.parts:
        assert part.title in text
        for words, _ in texts(part.blocks):
            assert " ".join(plain_text(words).split()) in text
    assert "Zin gekozen." not in text


def test_a_format_that_is_gone_is_not_found(library: Library) -> None:
    assert Meetings(library, Language.NL, (held("gone", 3),)).find("gone") is None


def test_what_is_used_is_noted_on_this_day() -> None:
    assert (begun(CASE, FixedClock()).format, begun(CASE, FixedClock()).on) == (CASE, TODAY)
    assert begun(CASE, FixedClock()).id != begun(CASE, FixedClock()).id


def test_a_note_is_clean() -> None:
    assert note_of("  een\r\ntwee\x1b[2J \n") == "een\ntwee␛[2J"


@pytest.mark.parametrize("language", Language)
def test_there_is_a_text_for_the_agenda(library: Library, language: Language) -> None:
    assert "{sender}" in library.page(Kind.TEMPLATE, AGENDA, language).template()

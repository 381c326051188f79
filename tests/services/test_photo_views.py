"""What a picture tells, in words that people read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.pictures.look import Format, Look
from onlinesafe_tui.pictures.traces import (
    Amount,
    Heading,
    Height,
    Inside,
    Moment,
    Place,
    Trace,
    TraceKind,
    in_order,
)
from onlinesafe_tui.services.photo_views import PhotoCheck, Whose, check_view
from onlinesafe_tui.services.photo_words import trace_views

NL, EN = Words(Language.NL), Words(Language.EN)


def said(words: Words, *traces: Trace) -> list[str]:
    look = Look(format=Format.JPEG, traces=in_order(traces))
    return [f"{view.title}: {view.text}" for view in trace_views(look, words)]


@pytest.mark.parametrize(
    ("trace", "dutch", "english"),
    [
        (
            Trace(TraceKind.PLACE, Place(51.05431, 3.71739)),
            "Plaats: 51,0543° noord, 3,7174° oost",
            "Place: 51.0543° north, 3.7174° east",
        ),
        (
            Trace(TraceKind.PLACE, Place(-0.5, -70.25)),
            "Plaats: 0,5000° zuid, 70,2500° west",
            "Place: 0.5000° south, 70.2500° west",
        ),
        (Trace(TraceKind.ALTITUDE, Height(12.4)), "Hoogte: 12 meter boven zee", "Height: 12 metres above the sea"),
        (Trace(TraceKind.ALTITUDE, Height(-4)), "Hoogte: 4 meter onder zee", "Height: 4 metres below the sea"),
        (
            Trace(TraceKind.DIRECTION, Heading(359.0)),
            "Richting: de camera keek richting noord (359°)",
            "Direction: the camera looked north (359°)",
        ),
        (
            Trace(TraceKind.TIME, Moment(datetime(2026, 11, 22, 14, 3), "+01:00")),
            "Tijd: 22 november 2026, 14:03 (+01:00)",
            "Time: 22 November 2026, 14:03 (+01:00)",
        ),
        (
            Trace(TraceKind.TIME, Moment(datetime(2026, 11, 22, 14, 3))),
            "Tijd: 22 november 2026, 14:03 (tijdzone onbekend)",
            "Time: 22 November 2026, 14:03 (zone not known)",
        ),
        (
            Trace(TraceKind.THUMBNAIL, Inside(160, 120)),
            "Kleine foto erin: 160 bij 120 beeldpunten",
            "Small picture inside it: 160 by 120 pixels",
        ),
        (
            Trace(TraceKind.TRAILING, Amount(1)),
            "Na het einde van de foto: 1 byte die je niet ziet",
            "After the end of the picture: 1 byte that one does not see",
        ),
    ],
)
def test_values_are_written_as_people_read_them(trace: Trace, dutch: str, english: str) -> None:
    assert said(NL, trace) == [dutch]
    assert said(EN, trace) == [english]


def test_a_small_picture_of_another_shape_may_show_what_was_cut_away() -> None:
    (text,) = said(EN, Trace(TraceKind.THUMBNAIL, Inside(160, 120, is_other_shape=True)))
    assert "what was cut away" in text


@pytest.mark.parametrize("words", [NL, EN])
@pytest.mark.parametrize("kind", [kind for kind in TraceKind if kind not in (TraceKind.TRAILING, TraceKind.OTHER)])
def test_every_kind_has_a_name_in_both_languages(words: Words, kind: TraceKind) -> None:
    (line,) = said(words, Trace(kind, "something"))
    assert line.split(":")[0].strip()


@pytest.mark.parametrize("words", [NL, EN])
@pytest.mark.parametrize("kind", [TraceKind.TRACK, TraceKind.COMMENT, TraceKind.MAKER_NOTE, TraceKind.UNREADABLE])
def test_what_quotes_nothing_is_explained(words: Words, kind: TraceKind) -> None:
    (line,) = said(words, Trace(kind))
    assert line.split(":", 1)[1].strip()


def test_the_same_thing_is_said_once() -> None:
    at = datetime(2026, 11, 22, 14, 3)
    lines = said(
        EN,
        Trace(TraceKind.DEVICE, "Example"),
        Trace(TraceKind.DEVICE, "Example X1"),
        Trace(TraceKind.PLACE, Place(51.05431, 3.71739)),
        Trace(TraceKind.PLACE, Place(51.05432, 3.71738)),
        Trace(TraceKind.TIME, Moment(at)),
        Trace(TraceKind.TIME, Moment(at, "+01:00")),
        Trace(TraceKind.OTHER, Amount(3)),
        Trace(TraceKind.OTHER, Amount(4)),
    )
    assert lines == [
        "Place: 51.0543° north, 3.7174° east",
        "Time: 22 November 2026, 14:03 (+01:00)",
        "Device: Example X1",
        "Other data: 7 more values, such as settings of the camera",
    ]


def test_of_many_values_a_few_are_said() -> None:
    lines = said(EN, *(Trace(TraceKind.KEYWORDS, f"word-{letter}") for letter in "abcdefg"))
    assert lines == ["Keywords: word-a; word-b; word-c; and 4 more"]


@pytest.mark.parametrize(
    ("format", "sentence"),
    [
        (Format.JPEG, "This picture tells nothing beyond what one sees."),
        (Format.VIDEO, "In this video nothing was found beyond what one sees and hears."),
    ],
)
def test_nothing_is_said_to_be_nothing(format: Format, sentence: str) -> None:
    check = PhotoCheck(path=Path("garden.jpg"), whose=Whose.OWN, look=Look(format=format))
    view = check_view(check, EN)
    assert (view.lead, view.groups) == (sentence, ())


def test_a_name_is_cleaned_before_it_is_shown() -> None:
    check = PhotoCheck(path=Path("a\x1b[2J.jpg"), whose=Whose.OWN, look=Look(format=Format.JPEG))
    assert "\x1b" not in check_view(check, EN).name


def test_a_name_that_is_part_of_another_name_is_said_too() -> None:
    assert said(EN, Trace(TraceKind.PEOPLE, "Jan"), Trace(TraceKind.PEOPLE, "An")) == ["People: Jan; An"]

"""The rail: how far every step is stands there as a sign in any window, and in words as far as they fit."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from onlinesafe_tui.domain.journey import ALL_STEPS, Step
from onlinesafe_tui.labels import STEPS
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.services.views import Progress, RailEntry
from onlinesafe_tui.tui.glyphs import CURSOR, WARNING
from onlinesafe_tui.tui.marks import PROGRESS
from onlinesafe_tui.tui.widgets.rail import column_line, line_pieces

HALF_WAY: Mapping[Step, tuple[Progress, str]] = {
    Step.SAFETY: (Progress.READ, "read"),
    Step.TALK: (Progress.SKIPPED, "skipped"),
    Step.SCREENSHOT: (Progress.BUSY, "3/6"),
    Step.REPORT: (Progress.TO_DO, "to do"),
    Step.DISCUSS: (Progress.TICKED, "all ticked"),
    Step.LEGAL: (Progress.TO_DO, "to do"),
    Step.AFTERCARE: (Progress.TO_DO, "to do"),
}

SIZES = (60, 80, 100)


def entries(language: Language, at: Step, *, warned: Step | None = None) -> tuple[RailEntry, ...]:
    words = Words(language)
    return tuple(
        RailEntry(step, words(STEPS[step]), progress, words(word), step is at, step is warned)
        for step, (progress, word) in HALF_WAY.items()
    )


def line(shown: tuple[RailEntry, ...], width: int) -> str:
    gap, pieces = line_pieces(shown, width - 1)
    return " " + (" " * gap).join(piece.plain for piece in pieces)


def test_no_two_states_look_alike() -> None:
    assert len({*PROGRESS.values(), WARNING}) == len(Progress) + 1


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("at", ALL_STEPS)
@pytest.mark.parametrize("width", SIZES)
def test_on_one_line_every_step_has_its_sign_and_the_open_one_its_word(
    language: Language, at: Step, width: int
) -> None:
    shown = entries(language, at)
    _, pieces = line_pieces(shown, width - 1)
    assert len(line(shown, width)) <= width
    for entry, piece in zip(shown, pieces, strict=True):
        assert PROGRESS[entry.progress] in piece.plain
        assert str(entry.step.number or entry.label[0]) in piece.plain
    opened = pieces[ALL_STEPS.index(at)].plain
    assert opened.startswith(CURSOR)
    assert opened.endswith(f"{shown[ALL_STEPS.index(at)].label} {shown[ALL_STEPS.index(at)].word}")


@pytest.mark.parametrize("language", Language)
def test_the_names_nearest_to_the_open_step_stay_the_longest(language: Language) -> None:
    words = Words(language)
    told = line(entries(language, Step.SCREENSHOT), 60)
    assert words(STEPS[Step.TALK]) in told
    assert words(STEPS[Step.REPORT]) in told
    assert words(STEPS[Step.LEGAL]) not in told


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("at", ALL_STEPS)
def test_in_a_window_far_too_small_the_signs_are_what_stays(language: Language, at: Step) -> None:
    shown = entries(language, at)
    told = line(shown, 40)
    assert len(told) <= 40
    assert [sign for sign in told if sign in PROGRESS.values()] == [PROGRESS[entry.progress] for entry in shown]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("at", ALL_STEPS)
def test_in_a_column_every_step_has_its_sign_its_name_and_its_word(language: Language, at: Step) -> None:
    for entry in entries(language, at):
        told = column_line(entry, 33).plain
        number = entry.step.number or " "
        assert told.startswith(f"{CURSOR if entry.is_open else ' '} {number} {PROGRESS[entry.progress]} {entry.label} ")
        assert told.endswith(f" {entry.word} ")
        assert len(told) == 33


def test_a_warning_that_nobody_read_yet_is_a_sign_too() -> None:
    shown = entries(Language.NL, Step.SCREENSHOT, warned=Step.REPORT)
    assert column_line(shown[3], 33).plain.startswith(f"  3 {WARNING} Rapporteer ")
    assert f"3{WARNING}Rapporteer" in line(shown, 80)
    read = entries(Language.NL, Step.SCREENSHOT, warned=Step.SAFETY)
    assert WARNING not in line(read, 80)

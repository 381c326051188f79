"""A sheet of agreements: what is picked, filled in, put in one's own words, and left out."""

from __future__ import annotations

from datetime import UTC, date, datetime

from onlinesafe_tui.domain.agreements import OWN, Audience, Sheet

NOW = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

SHEET = Sheet(id="a" * 16, made=NOW, changed=NOW, audience=Audience.CLIENT)


def test_a_point_stands_on_the_sheet_in_the_wording_that_was_picked_last() -> None:
    sheet = SHEET.pick("hours", "working-hours", NOW).pick("hours", "some-days", LATER)

    assert sheet.wordings == {"hours": "some-days"}
    assert sheet.changed == LATER
    assert SHEET.wordings == {}


def test_own_words_are_kept_while_another_wording_is_picked_and_while_the_point_is_left_out() -> None:
    sheet = SHEET.adapt("hours", "Bel maar.", NOW)
    assert sheet.wordings == {"hours": OWN}

    sheet = sheet.pick("hours", "some-days", NOW).leave_out("hours", LATER)
    assert sheet.wordings == {}
    assert sheet.texts == {"hours": "Bel maar."}
    assert sheet.changed == LATER


def test_no_words_at_all_take_the_point_off_the_sheet_and_forget_them() -> None:
    sheet = SHEET.pick("tone", "calm", NOW).adapt("hours", "Bel maar.", NOW).adapt("hours", "", LATER)

    assert sheet.wordings == {"tone": "calm"}
    assert sheet.texts == {}
    assert sheet.changed == LATER


def test_what_is_filled_in_belongs_to_one_wording_of_one_point() -> None:
    sheet = SHEET.fill("hours", "working-hours", ["9", "", "2"], NOW).fill("hours", "some-days", ["maandag"], LATER)

    assert sheet.filled("hours", "working-hours") == ("9", "", "2")
    assert sheet.filled("hours", "some-days") == ("maandag",)
    assert sheet.filled("tone", "calm") == ()
    assert sheet.changed == LATER


def test_blanks_that_are_all_open_again_are_forgotten() -> None:
    assert SHEET.fill("hours", "working-hours", ["9"], NOW).fill("hours", "working-hours", [""], NOW).fills == {}


def test_a_day_to_look_again_can_be_taken_away() -> None:
    sheet = SHEET.review(date(2027, 5, 22), NOW)
    assert sheet.review_on == date(2027, 5, 22)
    assert sheet.review(None, LATER).review_on is None
    assert sheet.review(None, LATER).changed == LATER


def test_a_name_is_for_oneself_and_changes_nothing_else() -> None:
    sheet = SHEET.pick("tone", "calm", NOW).call("dinsdag", LATER)
    assert (sheet.name, sheet.wordings, sheet.changed) == ("dinsdag", {"tone": "calm"}, LATER)

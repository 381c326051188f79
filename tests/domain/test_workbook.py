"""The workbook: what is put in stays, and two of them become one without losing anything."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given

from onlinesafe_tui.domain.agreements import Audience, Sheet
from onlinesafe_tui.domain.meetings import Held
from onlinesafe_tui.domain.policy import Improvement, Phase
from onlinesafe_tui.domain.workbook import Workbook
from tests.store.samples import NOW, later
from tests.store.workbooks import round_of, workbooks

LATEST = datetime.max.replace(tzinfo=UTC)


def test_a_round_with_a_known_id_takes_the_place_of_the_one_before() -> None:
    changed = round_of(1, note="anders")
    book = Workbook().put_round(round_of(1)).put_round(round_of(2)).put_round(changed)
    assert book.rounds == (changed, round_of(2))


def test_a_link_without_statements_is_gone() -> None:
    book = Workbook().link("one", ["recordings"]).link("two", ["hours", "tone"]).link("one", [])
    assert book.links == {"two": frozenset({"hours", "tone"})}


@given(workbooks)
def test_an_empty_workbook_adds_nothing_and_takes_nothing_away(kept: Workbook) -> None:
    assert kept.merged(Workbook(), NOW) == kept
    assert Workbook().merged(kept, NOW) == kept


@given(workbooks, workbooks)
def test_nothing_is_lost_when_two_become_one(ours: Workbook, theirs: Workbook) -> None:
    merged = ours.merged(theirs, LATEST)
    for name in ("rounds", "sheets", "scans", "held"):
        ids = [entry.id for entry in getattr(merged, name)]
        assert len(ids) == len(set(ids))
        assert set(ids) == {entry.id for book in (ours, theirs) for entry in getattr(book, name)}
    for book in (ours, theirs):
        assert all(found <= merged.links[id] for id, found in book.links.items())
        assert all(merged.improvements[id].changed >= one.changed for id, one in book.improvements.items())
        newest = {entry.id: entry.changed for entry in merged.rounds}
        assert all(newest[entry.id] >= entry.changed for entry in book.rounds)


def test_of_two_versions_of_a_sheet_the_later_one_stays() -> None:
    sheet = Sheet(id="a", made=NOW, changed=NOW, audience=Audience.CLIENT, name="oud")
    renamed = sheet.call("nieuw", later(5))
    assert Workbook().put_sheet(sheet).merged(Workbook().put_sheet(renamed), NOW).sheets == (renamed,)
    assert Workbook().put_sheet(renamed).merged(Workbook().put_sheet(sheet), NOW).sheets == (renamed,)


def test_what_was_written_after_the_clock_was_set_back_counts_as_later() -> None:
    before = Improvement(statement="tone", what="before", changed=NOW)
    after = replace(before, what="after", changed=NOW - timedelta(hours=1))
    kept, written = Workbook().improve(before), Workbook().improve(after)
    assert kept.merged(written, NOW - timedelta(minutes=59)).improvements == {"tone": after}
    assert kept.merged(written, NOW).improvements == {"tone": before}
    assert written.merged(kept, NOW - timedelta(minutes=59)).improvements == {"tone": before}


def test_what_is_done_about_a_gap_stands_there_once() -> None:
    plan = Improvement(statement="recordings", changed=NOW)
    done = replace(plan, phase=Phase.CHECK, changed=NOW + timedelta(days=3))
    assert Workbook().improve(plan).improve(done).improvements == {"recordings": done}


def test_a_note_about_a_meeting_can_be_removed_again() -> None:
    held = Held(id="m", format="check-in", on=date(2026, 11, 20), note="goed gesprek")
    assert Workbook().hold(held).held == (held,)
    assert Workbook().hold(held).unhold("m") == Workbook()

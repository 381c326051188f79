"""What is stored comes back as it was."""

import json
from typing import Any

import pytest
from hypothesis import given

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.errors import VaultDamaged, VaultTooNew
from onlinesafe_tui.store.codec import SCHEMA, decode, decode_summaries, encode, encode_summary
from onlinesafe_tui.store.port import summarise
from tests.store.samples import NOW, WORDS, incident, incidents


def through_json(data: dict[str, Any]) -> dict[str, Any]:
    back: dict[str, Any] = json.loads(json.dumps(data))
    return back


@given(incidents)
def test_an_incident_comes_back_as_it_was(kept: Incident) -> None:
    assert decode(through_json(encode(kept)), "incident.age") == kept


@given(incidents)
def test_a_summary_comes_back_as_it_was(kept: Incident) -> None:
    summary = summarise(kept, 7)
    assert decode_summaries([through_json(encode_summary(summary))], "index.age") == [summary]


def test_equal_incidents_are_stored_in_the_same_bytes() -> None:
    one = incident().tick("talk.a", NOW).tick("report.b", NOW).note(Step.REPORT, "x").note(Step.TALK, "y")
    other = incident().tick("report.b", NOW).tick("talk.a", NOW).note(Step.TALK, "y").note(Step.REPORT, "x")
    assert one == other
    assert json.dumps(encode(one)) == json.dumps(encode(other))


def test_a_summary_holds_nothing_in_a_persons_own_words() -> None:
    assert WORDS not in json.dumps(encode_summary(summarise(incident(), 1)))


def test_a_task_that_this_version_does_not_know_stays_ticked() -> None:
    kept = incident().tick("screenshot.something-of-next-year", NOW)
    assert "screenshot.something-of-next-year" in decode(encode(kept), "x").ticked


@pytest.mark.parametrize(
    "changes",
    [
        {"schema": SCHEMA + 1},
        {"mood": "grim"},
        {"notes": {"meditate": "words"}},
        {"situation": {**encode(incident())["situation"], "channel": "newgram"}},
        {"situation": {**encode(incident())["situation"], "weather": "rain"}},
    ],
    ids=["schema", "field", "key", "value", "field inside"],
)
def test_what_this_version_does_not_know_is_refused_and_not_dropped(changes: dict[str, Any]) -> None:
    with pytest.raises(VaultTooNew):
        decode({**encode(incident()), **changes}, "incident.age")


@pytest.mark.parametrize(
    "changes",
    [{"schema": None}, {"schema": 0}, {"schema": True}, {"opened": "yesterday"}, {"notes": "words"}, {"evidence": [7]}],
)
def test_what_is_no_incident_is_damaged(changes: dict[str, Any]) -> None:
    with pytest.raises(VaultDamaged):
        decode({**encode(incident()), **changes}, "incident.age")


def test_an_incident_without_its_situation_is_damaged() -> None:
    stored = encode(incident())
    del stored["situation"]
    with pytest.raises(VaultDamaged):
        decode(stored, "incident.age")


def test_text_that_a_terminal_would_obey_is_cleaned_on_the_way_in_and_out() -> None:
    nasty = "a\x1b]0;title\x07b\u202ec\ud800"
    assert encode(incident(words=nasty))["notes"]["talk"] == "a␛]0;titlebc�"
    stored = {**encode(incident()), "notes": {"talk": nasty}}
    assert decode(stored, "incident.age").notes[Step.TALK] == "a␛]0;titlebc�"


def test_a_summary_of_a_newer_version_is_refused() -> None:
    stored = encode_summary(summarise(incident(), 1))
    with pytest.raises(VaultTooNew):
        decode_summaries([{**stored, "schema": 99}], "index.age")
    with pytest.raises(VaultTooNew):
        decode_summaries([{**stored, "step": "meditate"}], "index.age")
    with pytest.raises(VaultDamaged):
        decode_summaries([{**stored, "ticked": "many"}], "index.age")

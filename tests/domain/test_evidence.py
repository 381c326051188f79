"""Facts about a captured item: told, not known, and still open."""

from onlinesafe_tui.domain.evidence import Evidence, Fact
from tests.domain.telling import NOON

ITEM = Evidence(number=1, noted=NOON)


def test_every_fact_is_open_at_first_and_in_order() -> None:
    assert ITEM.open_facts == tuple(Fact)


def test_unknown_is_an_answer() -> None:
    item = ITEM.say_unknown(Fact.POSTED_BY)
    assert Fact.POSTED_BY not in item.open_facts
    assert item.facts == {}


def test_telling_a_fact_after_all_replaces_unknown() -> None:
    item = ITEM.say_unknown(Fact.POSTED_BY).tell(Fact.POSTED_BY, "a parent")
    assert item.facts == {Fact.POSTED_BY: "a parent"}
    assert item.unknown == frozenset()


def test_unknown_replaces_what_was_told() -> None:
    item = ITEM.tell(Fact.ACCOUNT, "@somebody").say_unknown(Fact.ACCOUNT)
    assert item.facts == {}
    assert item.unknown == {Fact.ACCOUNT}


def test_an_empty_text_takes_back_what_was_told_and_what_was_unknown() -> None:
    assert ITEM.tell(Fact.ACCOUNT, "@somebody").tell(Fact.ACCOUNT, "") == ITEM
    assert ITEM.say_unknown(Fact.ACCOUNT).tell(Fact.ACCOUNT, "") == ITEM


def test_other_facts_stay_as_they_are() -> None:
    item = ITEM.tell(Fact.WHAT, "a post").say_unknown(Fact.INVOLVED).tell(Fact.CHANNEL, "X")
    assert item.facts == {Fact.WHAT: "a post", Fact.CHANNEL: "X"}
    assert item.unknown == {Fact.INVOLVED}
    assert len(item.open_facts) == len(Fact) - 3

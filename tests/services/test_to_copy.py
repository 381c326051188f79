"""The texts that a step offers to copy: those for this country and this situation, and no others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.guide import Guide
from tests.domain.telling import told
from tests.library.writing import complete, page, write

LIBRARY = Library(content_folder())
FENCE = "Wanneer.\n\n```template\nTekst\n```"


def offered(incident: Incident, step: Step, library: Library = LIBRARY) -> list[str]:
    view = Guide(library, Language.NL).step(incident, step, date(2026, 11, 22))
    return [page.id for page in view.templates]


CASES = [
    (told("nl", acts="insult"), Step.LEGAL, ["police-outline-nl", "power-of-attorney-nl"]),
    (told("nl", acts="threat"), Step.LEGAL, ["police-outline-nl"]),
    (told("be", acts="insult"), Step.LEGAL, ["police-outline-be"]),
    (told("nl", acts="criticism"), Step.LEGAL, []),
    (told("be", acts="criticism"), Step.LEGAL, []),
    (told("nl", acts="threat"), Step.DISCUSS, ["message-to-manager", "team-message"]),
    (told("be", acts="threat"), Step.DISCUSS, ["message-to-manager", "team-message", "register-statement-be"]),
    (told("be", "team", acts="threat"), Step.DISCUSS, ["team-message", "register-statement-be"]),
    (told("nl", acts="threat"), Step.AFTERCARE, ["aftercare-plan"]),
]


@pytest.mark.parametrize(("incident", "step", "ids"), CASES)
def test_a_step_offers_the_texts_of_the_country_and_the_situation(
    incident: Incident, step: Step, ids: list[str]
) -> None:
    assert offered(incident, step) == ids


def test_a_reply_to_a_review_is_offered_where_there_is_a_review_also_when_it_is_only_criticism() -> None:
    for country in ("nl", "be"):
        review = told(country, acts="criticism", channel="google-reviews")
        assert offered(review, Step.REPORT) == ["review-reply"]
        assert offered(review, Step.TALK) == ["review-reply"], "and nothing that asks the author to take it down"
        assert "review-reply" not in offered(told(country, acts="insult", channel="facebook"), Step.REPORT)


def test_a_letter_about_ones_data_is_offered_to_whom_it_happened_and_to_nobody_else() -> None:
    for for_whom, is_there in (("self", True), ("colleague", False), ("team", False)):
        incident = told("nl", for_whom, acts="personal-data", channel="other", visibility="public")
        assert ("privacy-complaint" in offered(incident, Step.REPORT)) is is_there
    assert "privacy-complaint" not in offered(told("nl", acts="insult", channel="x"), Step.REPORT)


def test_an_objection_belongs_to_what_others_can_see() -> None:
    assert "dsa-objection" in offered(told("be", acts="insult", channel="x", visibility="public"), Step.REPORT)
    assert "dsa-objection" not in offered(told("be", acts="insult", channel="x", visibility="private"), Step.REPORT)


@pytest.mark.parametrize("front", ["country: [be]", ""])
def test_a_text_of_the_other_country_is_not_offered_even_where_a_step_names_it(tmp_path: Path, front: str) -> None:
    shipped = complete(tmp_path / "shipped")
    library = Library(shipped, write(tmp_path / "own", {"templates/own-be.md": page(FENCE, FENCE, front=front)}))
    write(tmp_path / "own", {"steps/legal.md": page("Zie [tekst](template:own-be).", front="templates: [own-be]")})
    assert offered(told("nl", acts="insult"), Step.LEGAL, library) == []
    assert offered(told("be", acts="insult"), Step.LEGAL, library) == ["own-be"], "and once"


def test_a_text_that_is_nowhere_is_not_offered(tmp_path: Path) -> None:
    shipped = complete(tmp_path / "shipped")
    own = write(tmp_path / "own", {"steps/legal.md": page("Zie [tekst](template:gone).")})
    assert offered(told("nl", acts="insult"), Step.LEGAL, Library(shipped, own)) == []

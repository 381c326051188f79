"""The statements of the policy scan: what everybody who answers them leans on."""

from __future__ import annotations

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.policy import Level
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.policy import Statements
from onlinesafe_tui.services.policy_papers import paragraphs_of

LONGEST_TITLE = 100
"""Characters of a statement; a longer one is no longer answered at a glance."""


@pytest.fixture(params=[(country, language) for country in Country for language in Language], ids="-".join)
def statements(request: pytest.FixtureRequest) -> Statements:
    country, language = request.param
    return Statements(Library(content_folder()), language, country)


def test_each_level_has_statements(statements: Statements) -> None:
    assert all(len(statements.of(level)) >= 3 for level in Level)


def test_each_statement_can_be_answered_proven_and_begun_with(statements: Statements) -> None:
    for statement in statements.all:
        assert len(statement.title) <= LONGEST_TITLE, statement.id
        assert not statement.title.endswith(("?", "!", ".")), statement.id
        assert statement.about, statement.id
        assert statement.proof, statement.id
        assert len(statement.first_action) > 10, statement.id
        assert not statement.first_action.endswith("."), statement.id


def test_each_text_fits_a_policy_and_leaves_no_brace(statements: Statements) -> None:
    for statement in statements.all:
        text = statement.text("De Brug")
        assert list(paragraphs_of(text)), statement.id
        assert not set("{}[]") & set(text), statement.id

"""Incidents linked to missing points: counted, whatever became of them, and never opened for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import Question
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.policy import Standing
from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import Language
from onlinesafe_tui.services.incidents import start_incident
from onlinesafe_tui.services.policy_links import PolicyLinks
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.store.layout import Layout, incident_in
from tests.plain.laptop import FixedClock, Laptop
from tests.services.policy_content import laptop_with
from tests.store.quick import PASSPHRASE


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return laptop_with(tmp_path)


def begun(workspace: Workspace) -> Incident:
    """Keep a new incident."""
    return workspace.keeper.save(start_incident(FixedClock(), Country.NL))


def links_of(workspace: Workspace) -> PolicyLinks:
    return PolicyLinks(workspace, PolicyScan(workspace))


def link(workspace: Workspace, incident: str, *statements: str) -> None:
    for statement in statements:
        workspace.keeper.keep_workbook(links_of(workspace).toggled(incident, statement))


def test_it_tells_in_how_many_of_the_incidents_something_was_missing_in_both_languages(laptop: Laptop) -> None:
    workspace = laptop.workspace()
    one, two, _ = (begun(workspace).id for _ in range(3))
    link(workspace, one, "recordings", "training")
    link(workspace, two, "recordings")
    assert [view.said for view in links_of(workspace).missed()] == [
        "In 2 of the 3 incidents this was missing: Recording is agreed",
        "In 1 of the 3 incidents this was missing: Everybody learns it",
    ]
    workspace.choose(language=Language.NL)
    assert links_of(workspace).missed()[0].said == "Bij 2 van de 3 incidenten ontbrak dit: Opnemen is afgesproken"


def test_one_incident_is_told_without_numbers(laptop: Laptop) -> None:
    workspace = laptop.workspace()
    link(workspace, begun(workspace).id, "recordings")
    assert links_of(workspace).missed()[0].said == "In the only incident this was missing: Recording is agreed"
    workspace.choose(language=Language.NL)
    assert links_of(workspace).missed()[0].said == "Bij het enige incident ontbrak dit: Opnemen is afgesproken"


def test_ticking_a_point_again_takes_the_link_back(laptop: Laptop) -> None:
    workspace = laptop.workspace()
    incident = begun(workspace).id
    link(workspace, incident, "recordings", "recordings")
    assert workspace.keeper.workbook.links == {}
    assert links_of(workspace).missed() == ()


def test_incidents_are_named_as_on_the_first_screen(laptop: Laptop) -> None:
    workspace = laptop.workspace()
    incident = begun(workspace).answer(Question.ACTS, ["threat"]).answer(Question.CHANNEL, ["youtube"])
    workspace.keeper.save(incident)
    summary = workspace.keeper.summaries()[0]
    name = workspace.guide.name(summary.acts, summary.channel, summary.known_on)
    assert [view.name for view in links_of(workspace).incidents()] == [name]


def test_an_incident_that_is_gone_counts_no_more(laptop: Laptop) -> None:
    workspace = laptop.workspace()
    link(workspace, begun(workspace).id, "recordings")
    link(workspace, "0123456789abcdef", "recordings", "training")
    (view,) = links_of(workspace).missed()
    assert view.said == "In the only incident this was missing: Recording is agreed"


def test_an_incident_that_does_not_open_still_counts_and_can_be_linked(laptop: Laptop) -> None:
    workspace = laptop.workspace()
    whole, damaged = begun(workspace).id, begun(workspace).id
    workspace.keeper.create(PASSPHRASE)
    workspace.keeper.close()
    for path in (file := incident_in(Layout(laptop.vault).incident_folder(damaged)), file.with_suffix(".age.bak")):
        if path.exists():
            path.write_bytes(b"no longer what it was")
    again = laptop.workspace()
    again.keeper.unlock(PASSPHRASE)
    try:
        with pytest.raises(VaultError):
            again.keeper.load(damaged)
        link(again, damaged, "recordings")
        link(again, whole, "recordings")
        views = {view.id: view for view in links_of(again).incidents()}
        assert views.keys() == {whole, damaged}
        assert views[damaged].trouble
        assert not views[whole].trouble
        assert links_of(again).missed()[0].said.startswith("In 2 of the 2 incidents")
    finally:
        again.keeper.close()


def test_nothing_of_incidents_is_seen_while_the_vault_is_locked(laptop: Laptop) -> None:
    workspace = laptop.workspace()
    link(workspace, begun(workspace).id, "recordings")
    workspace.keeper.create(PASSPHRASE)
    workspace.keeper.close()
    locked = links_of(laptop.workspace())
    assert locked.is_locked
    assert locked.incidents() == ()
    assert locked.missed() == ()


def test_the_gaps_come_first_and_what_is_linked_can_always_be_untied(laptop: Laptop) -> None:
    workspace = laptop.workspace()
    incident = begun(workspace).id
    policy = PolicyScan(workspace)
    workspace.keeper.keep_workbook(policy.answered("channels", Standing.IN_PLACE))
    workspace.keeper.keep_workbook(policy.answered("training", Standing.NOT_YET))
    workspace.keeper.keep_workbook(workspace.keeper.workbook.link(incident, ["gone"]))
    assert links_of(workspace).candidates(incident) == ("training", "channels", "recordings", "aftercare", "gone")

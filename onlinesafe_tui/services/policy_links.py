"""Which missing points played a part in which incidents. Of an incident only its id is kept here, and its count shown.

An incident that was deleted counts no more; one that does not open still does.
"""

from __future__ import annotations

from onlinesafe_tui.domain.policy_changes import missed
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.policy_scan import PolicyScan
from onlinesafe_tui.services.policy_views import IncidentView, MissedView
from onlinesafe_tui.services.workspace import Workspace


class PolicyLinks:
    """What a person does to link incidents to missing points."""

    def __init__(self, workspace: Workspace, scan: PolicyScan) -> None:
        """Create the links.

        Args:
            workspace: What a person can do.
            scan: Knows the statements, and gives the words.
        """
        self._workspace = workspace
        self._scan = scan

    @property
    def is_locked(self) -> bool:
        """Whether the incidents cannot be seen before the passphrase is given."""
        return self._workspace.keeper.state is Keeping.LOCKED

    def incidents(self) -> tuple[IncidentView, ...]:
        """Show the incidents, named as on the first screen, the last changed first; none while the vault is locked."""
        if self.is_locked:
            return ()
        keeper, words = self._workspace.keeper, self._scan.words
        trouble, links = keeper.unreadable(), keeper.workbook.links
        views = []
        for summary in keeper.summaries():
            name = self._workspace.guide.name(summary.acts, summary.channel, summary.known_on)
            said = words(trouble[summary.id].title) if summary.id in trouble else ""
            views.append(IncidentView(summary.id, name, said, links.get(summary.id, frozenset())))
        for id in trouble.keys() - {view.id for view in views}:
            name = words(N_("An incident that does not open"))
            views.append(IncidentView(id, name, words(trouble[id].title), links.get(id, frozenset())))
        return tuple(views)

    def candidates(self, incident: str) -> tuple[str, ...]:
        """Return the statements that can be linked: the gaps first, then all others, also one that is gone by now."""
        ids, scan = self._scan.statements.ids, self._scan.scan
        gaps = scan.gaps(ids) if scan else ()
        linked = self._workspace.keeper.workbook.links.get(incident, frozenset())
        return tuple(dict.fromkeys((*gaps, *ids, *sorted(linked))))

    def toggled(self, incident: str, statement: str) -> Workbook:
        """Say that the absence of a statement played a part in an incident, or take that back."""
        workbook = self._workspace.keeper.workbook
        return workbook.link(incident, workbook.links.get(incident, frozenset()) ^ {statement})

    def missed(self) -> tuple[MissedView, ...]:
        """Say of each point in how many incidents its absence played a part, the most first; none while locked."""
        ids = [incident.id for incident in self.incidents()]
        order = {id: index for index, id in enumerate(self._scan.statements.ids)}
        counts = missed(self._workspace.keeper.workbook.links, ids)
        ranked = sorted(counts, key=lambda one: (-counts[one], order.get(one, len(order)), one))
        return tuple(MissedView(id, counts[id], self._said(id, counts[id], len(ids))) for id in ranked)

    def _said(self, statement: str, linked: int, n: int) -> str:
        return self._scan.words.plural(
            "In the only incident this was missing: {statement}",
            "In {linked} of the {n} incidents this was missing: {statement}",
            n,
            linked=linked,
            statement=self._scan.statements.title(statement),
        )

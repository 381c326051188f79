"""Walking through the policy scan: what both faces show of it, and what the workbook is after a change.

A scan under way is gone on with. After it is finished it stays on the screen, and what is changed then corrects it.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.due import next_scan
from onlinesafe_tui.domain.policy import Finding, Level, Scan, Score, Standing, to_begin, to_close
from onlinesafe_tui.domain.policy_changes import Change, Turn, changes, last_scan, scan_under_way
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.labels import LEVEL_QUESTIONS, LEVELS, STANDINGS, TURNS
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.services.ages import age
from onlinesafe_tui.services.policy import Statement, Statements
from onlinesafe_tui.services.policy_views import (
    SCORE_LABELS,
    UNANSWERED,
    ChangeView,
    LevelView,
    Overview,
    StatementView,
    score_numbers,
)
from onlinesafe_tui.services.workspace import Workspace


class PolicyScan:
    """What a person does with the policy scan."""

    def __init__(self, workspace: Workspace, language: Language | None = None) -> None:
        """Create the scan.

        Args:
            workspace: What a person can do.
            language: The language of the views; None for the one of the screen, also when that changes.
        """
        self._workspace = workspace
        self._language = language
        self._statements: dict[Language, Statements] = {}
        self._fresh: Scan | None = None

    @property
    def language(self) -> Language:
        """The language of the views."""
        return self._language or self._workspace.language

    @property
    def words(self) -> Words:
        """The labels in the language of the views."""
        return Words(self._language) if self._language else self._workspace.words

    @property
    def today(self) -> date:
        """The local day."""
        return self._workspace.clock.today()

    @property
    def statements(self) -> Statements:
        """The statements in the language of the views."""
        if self.language not in self._statements:
            workspace = self._workspace
            self._statements[self.language] = Statements(workspace.library, self.language, workspace.country)
        return self._statements[self.language]

    @property
    def scan(self) -> Scan | None:
        """The scan under way, or the last one; None when none was ever begun."""
        scans = self._workbook.scans
        return scan_under_way(scans) or self._fresh or last_scan(scans)

    @property
    def before(self) -> Scan | None:
        """The finished scan before this one; None when there is none."""
        scan = self.scan
        return last_scan(self._workbook.scans, before=scan.begun) if scan else None

    def overview(self) -> Overview:
        """Show the whole scan."""
        scan, before, ids = self.scan, self.before, self.statements.ids
        improvements = self._workbook.improvements.values()
        unanswered = scan.unanswered(ids) if scan else ids
        return Overview(
            scan=scan,
            before=before,
            far=self._far(scan, len(ids), len(unanswered)),
            levels=tuple(self.level(level) for level in Level),
            changes=self._changes(before, scan, ids) if before and scan else (),
            unanswered=unanswered,
            total=len(ids),
            open_actions=sum(improvement.is_open for improvement in improvements),
            closable=len(to_close(improvements, scan)),
        )

    def level(self, level: Level) -> LevelView:
        """Show one level."""
        rows = tuple(self._view(statement) for statement in self.statements.of(level))
        score = (self.scan or self._new_scan()).score(view.statement.id for view in rows)
        return LevelView(
            level, self.words(LEVELS[level]), self.words(LEVEL_QUESTIONS[level]), rows, score, self._in_words(score)
        )

    def statement(self, id: str) -> StatementView | None:
        """Show one statement; None when it is not there any more."""
        found = self.statements.find(id)
        return self._view(found) if found else None

    def begin(self) -> None:
        """Begin a scan, unless one is under way. It is kept from the first answer on: until then there is nothing."""
        if self.scan is None or self.scan.is_finished:
            self._fresh = self._new_scan()

    def answered(self, statement: str, standing: Standing) -> Workbook:
        """Say how a statement stands; the first answer begins a scan.

        Owner, day and proof are those of the time before, until somebody changes them.
        """
        known = self._finding(statement)
        if known.is_empty and self.before is not None:
            known = self.before.finding(statement)
        return self._with_finding(statement, replace(known, standing=standing))

    def described(self, statement: str, *, owner: str, on: date | None, proof: str) -> Workbook:
        """Say who looks after a statement, since when, and where it can be seen."""
        return self._with_finding(statement, replace(self._finding(statement), owner=owner, on=on, proof=proof))

    def to_begin(self) -> int:
        """Count the gaps for which an action begins when the scan ends now."""
        gaps = self.scan.gaps(self.statements.ids) if self.scan else ()
        return len(to_begin(gaps, self._workbook.improvements, self._workspace.clock.now()))

    def finished(self) -> Workbook:
        """End the scan, and begin an action for each gap that has none."""
        scan, self._fresh = self.scan, None
        if scan is None:
            return self._workbook
        gaps = scan.gaps(self.statements.ids)
        return self._with_scan(scan.finish(self.today, self._workspace.clock.now()), gaps)

    @property
    def _workbook(self) -> Workbook:
        return self._workspace.keeper.workbook

    def _new_scan(self) -> Scan:
        now = self._workspace.clock.now()
        return Scan(id=secrets.token_hex(8), begun=now, changed=now)

    def _with_finding(self, statement: str, finding: Finding) -> Workbook:
        scan = self.scan or self._new_scan()
        before = scan.finding(statement)
        if finding == before:
            return self._workbook
        # A correction of a finished scan begins an action for a new gap, and leaves alone what was closed on purpose.
        is_new_gap = scan.is_finished and finding.is_gap and not before.is_gap
        changed = scan.find(statement, finding, self._workspace.clock.now())
        return self._with_scan(changed, (statement,) if is_new_gap else ())

    def _with_scan(self, scan: Scan, gaps: Iterable[str]) -> Workbook:
        """Put a scan into the workbook, and begin an action for each of these gaps that has none."""
        workbook = self._workbook.put_scan(scan)
        for improvement in to_begin(gaps, workbook.improvements, self._workspace.clock.now()):
            owner = improvement.owner or scan.finding(improvement.statement).owner
            workbook = workbook.improve(replace(improvement, owner=owner))
        return workbook

    def _finding(self, statement: str) -> Finding:
        return self.scan.finding(statement) if self.scan else Finding()

    def _view(self, statement: Statement) -> StatementView:
        last, finding = self.before, self._finding(statement.id)
        before = last.finding(statement.id) if last else Finding()
        said_before = ""
        if last is not None and last.finished_on is not None and before.standing is not None:
            day = long_day(last.finished_on, self.language)
            said_before = self.words(
                N_("Last time ({day}): {standing}"), day=day, standing=self._standing(before.standing).lower()
            )
        return StatementView(
            statement,
            finding,
            self._standing(finding.standing),
            before,
            said_before,
            age(statement.page, self.words, self.today),
        )

    def _standing(self, standing: Standing | None) -> str:
        return self.words(STANDINGS[standing] if standing else UNANSWERED)

    def _in_words(self, score: Score) -> str:
        """Say a score in words, without what there is none of."""
        counted = zip(SCORE_LABELS, score_numbers(score), strict=True)
        said = [f"{number} {self.words(label).lower()}" for label, number in counted if number]
        return ", ".join(said) or self.words(N_("no statements"))

    def _far(self, scan: Scan | None, total: int, unanswered: int) -> str:
        words, language = self.words, self.language
        if not total:
            return words(N_("There are no statements for this country."))
        if scan is None:
            said = N_("{n} statements on three levels. Walk through them alone or as a team; you can stop at any time.")
            return words(said, n=total)
        if scan.finished_on is None:
            begun = long_day(scan.begun.astimezone().date(), language)
            said = N_("Begun on {day}: {answered} of {total} answered.")
            return words(said, day=begun, answered=total - unanswered, total=total)
        finished = words(N_("Finished on {day}."), day=long_day(scan.finished_on, language))
        if (again := next_scan(self._workbook)) is None:
            return finished
        return f"{finished} {words(N_('The next one: {day}.'), day=long_day(again, language))}"

    def _changes(self, before: Scan, after: Scan, ids: Iterable[str]) -> tuple[ChangeView, ...]:
        views = []
        for change in changes(before, after, ids):
            said = self._in_which_way(change)
            views.append(ChangeView(change.statement, change.turn, said, self.statements.title(change.statement)))
        turns = list(Turn)
        return tuple(sorted(views, key=lambda view: turns.index(view.turn)))

    def _in_which_way(self, change: Change) -> str:
        words, turn = self.words, self.words(TURNS[change.turn])
        before, after = self._standing(change.before).lower(), self._standing(change.after).lower()
        match change.turn:
            case Turn.NEW:
                return f"{turn}: {after}"
            case Turn.UNANSWERED:
                return words(N_("{turn}; it was {known}"), turn=turn, known=before)
            case _:
                return words(N_('{turn}: first "{before}", now "{after}"'), turn=turn, before=before, after=after)

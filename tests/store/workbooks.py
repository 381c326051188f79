"""Workbooks to keep."""

from hypothesis import strategies as st

from onlinesafe_tui.domain.agreements import Audience, Sheet
from onlinesafe_tui.domain.meetings import Held
from onlinesafe_tui.domain.policy import Finding, Improvement, Phase, Scan, Standing
from onlinesafe_tui.domain.prevention import Extent, Outcome, Round
from onlinesafe_tui.domain.workbook import Workbook
from tests.store.samples import NOW, days, incident_id, moments, texts

ids = st.integers(0, 40).map(incident_id)

rounds = st.builds(
    Round,
    id=ids,
    begun=moments,
    changed=moments,
    extent=st.sampled_from(Extent),
    things=st.lists(texts, max_size=4).map(tuple),
    outcomes=st.dictionaries(texts, st.sampled_from(Outcome), max_size=4),
    notes=st.dictionaries(texts, texts, max_size=3),
    looked_along=texts,
    finished_on=st.none() | days,
)

sheets = st.builds(
    Sheet,
    id=ids,
    made=moments,
    changed=moments,
    audience=st.sampled_from(Audience),
    name=texts,
    wordings=st.dictionaries(texts, texts, max_size=4),
    texts=st.dictionaries(texts, texts, max_size=3),
    review_on=st.none() | days,
)

findings = st.builds(
    Finding, standing=st.none() | st.sampled_from(Standing), owner=texts, on=st.none() | days, proof=texts
)

scans = st.builds(
    Scan,
    id=ids,
    begun=moments,
    changed=moments,
    findings=st.dictionaries(texts, findings, max_size=3),
    finished_on=st.none() | days,
)

improvements = st.builds(
    Improvement,
    statement=texts,
    what=texts,
    phase=st.sampled_from(Phase),
    owner=texts,
    due=st.none() | days,
    note=texts,
    changed=moments,
)

workbooks = st.builds(
    Workbook,
    rounds=st.lists(rounds, max_size=3, unique_by=lambda one: one.id).map(tuple),
    sheets=st.lists(sheets, max_size=2, unique_by=lambda one: one.id).map(tuple),
    held=st.lists(
        st.builds(Held, id=ids, format=texts, on=days, note=texts), max_size=3, unique_by=lambda one: one.id
    ).map(tuple),
    scans=st.lists(scans, max_size=2, unique_by=lambda one: one.id).map(tuple),
    improvements=st.lists(improvements, max_size=3).map(lambda found: {one.statement: one for one in found}),
    links=st.dictionaries(ids, st.frozensets(texts, min_size=1, max_size=3), max_size=3),
)


def round_of(number: int = 1, *, note: str = "Oude foto weg") -> Round:
    """Return a small round, the same every time."""
    begun = Round(id=incident_id(number), begun=NOW, changed=NOW, extent=Extent.FULL, things=("search-yourself",))
    return begun.answer("search-yourself", Outcome.DONE, NOW).note("search-yourself", note, NOW)


def workbook(number: int = 1, *, note: str = "Oude foto weg") -> Workbook:
    """Return a workbook with one round."""
    return Workbook().put_round(round_of(number, note=note))

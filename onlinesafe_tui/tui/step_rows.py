"""The rows of one step: what to tick, what to record, what to copy, where to go."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.evidence import Evidence, Fact
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.library.library import Page
from onlinesafe_tui.services.views import RailEntry, StepView
from onlinesafe_tui.services.workspace import View
from onlinesafe_tui.tui.draw_blocks import styled
from onlinesafe_tui.tui.glyphs import OPEN, TICKED
from onlinesafe_tui.tui.widgets.row_list import Row


def step_rows(view: StepView, incident: Incident, language: View, following: RailEntry | None) -> Iterator[Row]:
    """Make the rows of a step.

    Args:
        view: The step.
        incident: The incident that it belongs to.
        language: The words.
        following: The step after it; None at the last one.
    """
    words = language.words
    if view.tasks:
        yield _heading(view.tasks_title)
    for task in view.tasks:
        mark = TICKED if task.is_ticked else OPEN
        yield Row(f"task:{task.id}", styled(task.text), mark=mark, more=styled(task.more), is_quiet=task.is_ticked)
    if view.may_capture:
        yield from _evidence(incident, words)
    if view.actions:
        yield _heading(view.actions_title)
    for action in view.actions:
        yield Row(f"action:{action.kind}", styled(action.text), state=action.state)
    if view.templates:
        yield _heading(words(N_("Texts to copy")))
    for template in view.templates:
        yield Row(f"template:{template.id}", Content(template.title), more=_origin(template, language))
    if view.rules:
        yield _heading(words(N_("Rules to read")))
    for rule in view.rules:
        yield Row(f"rule:{rule.kind}:{rule.id}", Content(rule.title), more=_origin(rule, language))
    yield from _about_the_step(view, incident, language, following)


def evidence_name(item: Evidence, words: Words) -> str:
    """Name an item by its number and the first thing that is known about it."""
    known = next((item.facts[fact] for fact in (Fact.WHAT, Fact.ACCOUNT, Fact.POSTED_BY) if fact in item.facts), "")
    unknown = N_("Contents unknown") if Fact.WHAT in item.unknown else N_("Not described yet")
    return clean_name(f"{item.number}. {known or words(unknown)}", longest=60)


def _evidence(incident: Incident, words: Words) -> Iterator[Row]:
    yield _heading(words(N_("In words: what you captured")))
    for item in incident.evidence:
        left = len(item.open_facts)
        state = (
            words.plural("{n} question open", "{n} questions open", left) if left else words(N_("everything answered"))
        )
        yield Row(f"evidence:{item.number}", Content(evidence_name(item, words)), state=state)
    yield Row("evidence:new", Content(words(N_("Describe a message, picture or video"))), mark="+")


def _about_the_step(view: StepView, incident: Incident, language: View, following: RailEntry | None) -> Iterator[Row]:
    words = language.words
    yield _heading(words(N_("And further")))
    if view.step in (Step.SAFETY, Step.LEGAL):
        day = long_day(incident.known_on, language.language)
        is_mine = incident.situation.for_whom is ForWhom.SELF
        asked = N_("The day you learned of it") if is_mine else N_("The day your colleague learned of it")
        yield Row("day", Content(words(asked)), state=day)
    if view.step is Step.SAFETY:
        yield Row("answers", Content(words(N_("Change my answers"))))
    elif view.skipped is not None:
        yield Row("resume", Content(words(N_("Take this step up again"))))
    else:
        yield Row("skip", Content(words(N_("Skip this step"))))
    if following:
        number = f"{following.step.number} " if following.step.number else ""
        yield Row("next", Content(words(N_("Next: {text}"), text=f"{number}{following.label}")))


def _origin(page: Page, language: View) -> Content:
    return Content.styled(language.guide.origin(page), "$muted")


def _heading(text: str) -> Row:
    return Row("", Content.styled(text, "bold $accent"), is_spaced=True)

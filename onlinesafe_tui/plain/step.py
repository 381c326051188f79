"""One step, as it is read: what to do now, what to mind, and what can be done here."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.rules import Weight
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import Block, Heading
from onlinesafe_tui.library.library import Page, section
from onlinesafe_tui.library.meta import Aging
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.records import origin
from onlinesafe_tui.plain.render import Lines, advice_lines, block_lines, date_lines, paragraphs, wrapped
from onlinesafe_tui.services.ages import of_menus
from onlinesafe_tui.services.many_ages import of_step
from onlinesafe_tui.services.views import StepView

_PLATFORM_SECTIONS: Final = {Step.SCREENSHOT: ("capture",), Step.REPORT: ("report", "mind")}
"""What of the page of a platform is read at a step."""

_PLACES: Final = {
    Step.SAFETY: N_("Before the steps: {name}, {word}."),
    Step.AFTERCARE: N_("After the steps: {name}, {word}."),
}


def tell_step(desk: Desk, incident: OpenIncident, view: StepView) -> None:
    """Say everything about a step but what can be done there, which is asked. What cannot wait comes first."""
    words, situation = desk.words, incident.value.situation
    lines = paragraphs(
        [*wrapped(desk.danger(situation.country)), *wrapped(incident.now)],
        [*wrapped(view.title), *(wrapped(view.origin) if view.origin else [])],
        _skipped(desk, view),
        [*block_lines(view.call, words), *(_numbers(desk, incident, view) if view.call else [])],
        date_lines(view.deadlines, words),
        advice_lines((advice for advice in view.advice if advice.weight <= Weight.FIRST), words),
        block_lines(view.before, words),
        advice_lines((advice for advice in view.advice if advice.weight > Weight.FIRST), words),
        _platform(desk, incident, view),
        _numbers(desk, incident, view) if not view.call else [],
        _note(desk, view),
        [""],
    )
    desk.prompts.screen(place(desk, incident), lines)


def place(desk: Desk, incident: OpenIncident) -> str:
    """Say which step is open, and how far it is."""
    words, step = desk.words, incident.step
    entry = next(entry for entry in desk.workspace.guide.rail(incident.value) if entry.is_open)
    message = _PLACES.get(step) or N_("Step {number} of 5: {name}, {word}.")
    return words(message, number=step.number, name=entry.label, word=entry.word)


def _skipped(desk: Desk, view: StepView) -> Lines:
    if view.skipped is None:
        return []
    reason = view.skipped or desk.words(N_("no reason given"))
    return wrapped(desk.words(N_("Skipped: {reason}"), reason=reason))


def _platform(desk: Desk, incident: OpenIncident, view: StepView) -> Lines:
    if view.platform is None:
        return []
    workspace = desk.workspace
    inside = _sections(view.platform, incident, _PLATFORM_SECTIONS[view.step])
    if not inside:
        return []
    meta = view.platform.meta
    aged = wrapped(of_menus(meta, desk.words, workspace.clock.today())) if isinstance(meta, Aging) else []
    below = [*aged, *origin(view.platform, desk.words)]
    return paragraphs(wrapped(view.platform.title), block_lines(inside, desk.words), below)


def _numbers(desk: Desk, incident: OpenIncident, view: StepView) -> Lines:
    """Say how old the numbers are that are told at this step."""
    workspace = desk.workspace
    told = _sections(view.platform, incident, _PLATFORM_SECTIONS[view.step]) if view.platform else ()
    said = of_step(workspace.library, view, told, desk.words, workspace.clock.today())
    return wrapped(said) if said else []


def _sections(page: Page, incident: OpenIncident, ids: tuple[str, ...]) -> tuple[Block, ...]:
    blocks = page.shown(incident.value.situation)
    found: list[Block] = []
    for id in ids:
        if inside := section(blocks, id):
            found.extend(block for block in blocks if isinstance(block, Heading) and block.id == id)
            found.extend(inside)
    return tuple(found)


def _note(desk: Desk, view: StepView) -> Lines:
    return wrapped(desk.words(N_("Your note: {text}"), text=view.note)) if view.note else []

"""What can be done at one step: tick, record, describe, copy, write, skip, go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from onlinesafe_tui.domain.journey import ALL_STEPS, Step
from onlinesafe_tui.labels import STEPS
from onlinesafe_tui.language import N_
from onlinesafe_tui.library.blocks import plain_text
from onlinesafe_tui.library.library import Page
from onlinesafe_tui.plain.action import record_action
from onlinesafe_tui.plain.answers import change_answers
from onlinesafe_tui.plain.choices import Handler, Option, choose, run
from onlinesafe_tui.plain.days import ask_known_on
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.evidence import begin_item, change_item, item_name
from onlinesafe_tui.plain.moves import GoTo, Home
from onlinesafe_tui.plain.note import write_note
from onlinesafe_tui.plain.open_incident import OpenIncident
from onlinesafe_tui.plain.passphrase import can_seal, seal
from onlinesafe_tui.plain.reading import call_whom, open_page
from onlinesafe_tui.plain.render import block_lines
from onlinesafe_tui.plain.step import place, tell_step
from onlinesafe_tui.plain.texts import show_text
from onlinesafe_tui.services.views import ActionView, StepView, TaskView


def visit(desk: Desk, incident: OpenIncident) -> None:
    """Show the step that is open, and let somebody do things there until they go elsewhere.

    Raises:
        Back: The person goes back to the step before.
        GoTo: The person goes to another step.
        Home: The person goes to the first choice.
    """
    tell_step(desk, incident, _view(desk, incident))
    now, is_listed = incident.now, False

    def onward() -> None:
        _go_on(desk, incident)

    while True:
        run(desk.prompts, choose(desk.prompts, _options(desk, incident), onward=onward, is_listed=is_listed))
        is_listed = True
        desk.prompts.say(place(desk, incident))
        if incident.now != now:
            now = incident.now
            desk.prompts.say(now)


def _view(desk: Desk, incident: OpenIncident) -> StepView:
    return desk.workspace.guide.step(incident.value, incident.step, desk.workspace.clock.today())


def _options(desk: Desk, incident: OpenIncident) -> list[Option[Handler]]:
    words, view = desk.words, _view(desk, incident)
    return [
        *_grouped(view.tasks_title, (_task(desk, incident, task) for task in view.tasks)),
        *_grouped(words(N_("In words: what you captured")), _evidence(desk, incident) if view.may_capture else ()),
        *_grouped(view.actions_title, (_action(desk, incident, action) for action in view.actions)),
        *_grouped(words(N_("Texts to copy")), (_text(desk, incident, page) for page in view.templates)),
        *_grouped(words(N_("Rules to read")), (_rule(desk, incident, page) for page in view.rules)),
        *_grouped(words(N_("And further")), _about_the_step(desk, incident, view)),
    ]


def _grouped(title: str, options: Iterable[Option[Handler]]) -> Iterator[Option[Handler]]:
    for index, option in enumerate(options):
        yield option if index else replace(option, group=title)


def _task(desk: Desk, incident: OpenIncident, task: TaskView) -> Option[Handler]:
    label = N_("ticked: {text}") if task.is_ticked else N_("open: {text}")
    text = desk.words(label, text=plain_text(task.text))
    return Option(partial(_tick, desk, incident, task), text, plain_text(task.more))


def _tick(desk: Desk, incident: OpenIncident, task: TaskView) -> None:
    incident.check_open()
    said = N_("No longer ticked: {text}") if task.is_ticked else N_("Ticked: {text}")
    desk.prompts.say(desk.words(said, text=plain_text(task.text)))
    incident.change(incident.value.tick(task.id, desk.workspace.clock.now()))


def _action(desk: Desk, incident: OpenIncident, action: ActionView) -> Option[Handler]:
    return Option(partial(record_action, desk, incident, action.kind), f"{plain_text(action.text)}: {action.state}")


def _text(desk: Desk, incident: OpenIncident, page: Page) -> Option[Handler]:
    return Option(partial(show_text, desk, page, incident.value), page.title, desk.workspace.guide.origin(page))


def _rule(desk: Desk, incident: OpenIncident, page: Page) -> Option[Handler]:
    read = partial(open_page, desk, incident.value, page)
    return Option(read, page.title, desk.workspace.guide.origin(page))


def _evidence(desk: Desk, incident: OpenIncident) -> Iterator[Option[Handler]]:
    for item in incident.value.evidence:
        yield Option(partial(change_item, desk, incident, item.number), item_name(item, desk.words))
    yield Option(partial(begin_item, desk, incident), desk.words(N_("Describe a message, picture or video")))


def _about_the_step(desk: Desk, incident: OpenIncident, view: StepView) -> Iterator[Option[Handler]]:
    words = desk.words
    if view.after:
        yield Option(partial(_read_more, desk, view), words(N_("Read more about this step")))
    yield Option(partial(write_note, desk, incident), words(N_("Write a note, for yourself")))
    yield Option(partial(call_whom, desk, incident.value), words(N_("Whom can I call?")))
    if view.step in (Step.SAFETY, Step.LEGAL):
        yield Option(partial(ask_known_on, desk, incident), words(N_("The day you learned of it")))
    if view.step is Step.SAFETY:
        yield Option(partial(change_answers, desk, incident), words(N_("Change my answers")))
    elif view.skipped is None:
        yield Option(partial(_skip, desk, incident), words(N_("Skip this step")))
    else:
        yield Option(partial(_take_up, incident), words(N_("Take this step up again")))
    if can_seal(desk):
        yield Option(partial(seal, desk), words(N_("Save now, with a passphrase")))
    if (now := incident.now_at) is not view.step:
        text = words(N_("Go to what you do now: {name}"), name=words(STEPS[now]))
        yield Option(partial(_go_to, now), text)
    following = _following(view.step)
    text = words(N_("Next: {text}"), text=words(STEPS[following])) if following else words(N_("To the first choice"))
    yield Option(partial(_go_on, desk, incident), text)


def _read_more(desk: Desk, view: StepView) -> None:
    desk.prompts.screen(view.title, ["", *block_lines(view.after, desk.words)])
    desk.prompts.pause()


def _skip(desk: Desk, incident: OpenIncident) -> None:
    words, step = desk.words, incident.step
    why = N_("For example: not safe now, or somebody else does it. You can leave it empty, and take the step up again.")
    desk.prompts.say(words(why))
    reason = desk.prompts.line(words(N_("Why do you skip it (Enter: no reason)?")))
    incident.change(incident.value.go(incident.value.journey.skip(step, reason)))
    _go_on(desk, incident)


def _take_up(incident: OpenIncident) -> None:
    incident.change(incident.value.go(incident.value.journey.resume(incident.step)))


def _go_on(desk: Desk, incident: OpenIncident) -> None:
    following = _following(incident.step)
    if following:
        raise GoTo(following)
    words = desk.words
    desk.prompts.say(words(N_("That was the last step. You can come back to any of them.")), incident.now)
    raise Home


def _go_to(step: Step) -> None:
    raise GoTo(step)


def _following(step: Step) -> Step | None:
    return next(iter(ALL_STEPS[ALL_STEPS.index(step) + 1 :]), None)

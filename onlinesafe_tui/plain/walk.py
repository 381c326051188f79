"""The plain face: the whole journey as prompts, without a single escape sequence of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.plain.commands import EVERYWHERE, Aside, Command, named
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.help import tell_help
from onlinesafe_tui.plain.home import stay_home
from onlinesafe_tui.plain.kept import Kept
from onlinesafe_tui.plain.leaving import farewell, leave
from onlinesafe_tui.plain.locking import Locking
from onlinesafe_tui.plain.moves import Back, Ended, OutOfInput
from onlinesafe_tui.plain.overview import tell_all
from onlinesafe_tui.plain.prompts import Prompts
from onlinesafe_tui.plain.start import ask_language_and_country
from onlinesafe_tui.plain.talk import Talk
from onlinesafe_tui.plain.watching import Watch
from onlinesafe_tui.services.demo import restart_practice
from onlinesafe_tui.services.workspace import Workspace


def _stays() -> bool:
    """Take nothing away: what was told stays to be read."""
    return False


def _is_whole(_: str) -> bool:
    """Take it that all of what was typed came."""
    return False


def walk(
    workspace: Workspace,
    *,
    ask: Callable[[str], str],
    ask_words: Callable[[str], str] | None = None,
    ask_secret: Callable[[str], str],
    tell: Callable[[str], None],
    is_cut: Callable[[str], bool] = _is_whole,
    empty: Callable[[], bool] = _stays,
    watch: Watch | None = None,
) -> None:
    """Lead somebody through everything by prompts, until they stop or the input ends. The caller closes the keeper.

    Args:
        workspace: What a person can do.
        ask: Shows a prompt and returns what is typed; raises `EOFError` when the input ends.
        ask_words: Does the same for words, of which a paste may bring several lines; None for one line as elsewhere.
        ask_secret: Does the same without showing what is typed.
        tell: Shows one line.
        is_cut: Tells whether the end of a line of what was typed never came.
        empty: Takes away everything that stands in the window, and tells whether it could.
        watch: Notices that nobody answers, and locks what was saved then; None for one that looks now and then.
    """
    watch = watch or Watch(workspace)
    talk = Talk(
        ask=watch.asking(ask),
        ask_words=watch.asking(ask_words or ask),
        ask_secret=watch.asking(ask_secret),
        tell=tell,
        is_cut=is_cut,
    )
    prompts = Prompts(talk, workspace)
    desk = Desk(workspace, prompts, Kept(workspace.keeper, prompts))
    locking = Locking(desk, empty)
    prompts.guard(locking.come_back)
    commands = {
        Command.HELP: Aside(partial(tell_help, desk)),
        Command.OVERVIEW: Aside(partial(tell_all, desk)),
        Command.LOCK: Aside(locking.lock_now),
        Command.STOP: Aside(partial(leave, desk)),
    }
    with watch.locking_by(locking.lock_unasked), prompts.offering(commands):
        try:
            _begin(desk)
            stay_home(desk)
        except OutOfInput:
            desk.kept.save_waiting()
            farewell(desk)
        except Ended:
            return


def _begin(desk: Desk) -> None:
    """Say whom to call before anything else, and ask what everything depends on."""
    workspace, settings = desk.workspace, desk.workspace.settings
    for language in (settings.language,) if settings.language else tuple(Language):
        numbers = workspace.library.danger_numbers(workspace.country)
        desk.prompts.screen(Words(language)(N_("In danger now? Call {numbers}"), numbers=" / ".join(numbers)))
    while workspace.settings.language is None or workspace.settings.country is None:
        try:
            ask_language_and_country(desk)
        except Back:
            desk.prompts.say(desk.words(N_("This is the first choice: there is nothing before it. Type s to stop.")))
    if workspace.settings != settings:
        desk.prompts.screen(desk.danger())
    if workspace.is_practice and (workspace.settings != settings or not workspace.keeper.summaries()):
        # The exercise is made up in the language and the country that were chosen just now.
        restart_practice(workspace)
    desk.prompts.say(desk.words(N_("Type a number and Enter. Everywhere: {commands}."), commands=_commands(desk)))


def _commands(desk: Desk) -> str:
    return ", ".join(named(command, desk.words) for command in EVERYWHERE)

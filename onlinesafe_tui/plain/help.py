"""What can be typed at a prompt."""

from __future__ import annotations

from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.commands import EVERYWHERE, Command, named
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.render import wrapped

_MEANINGS = {
    Command.HELP: N_("this text"),
    Command.BACK: N_("one place back; nothing is lost"),
    Command.OVERVIEW: N_("where you are, the dates, and the way to every step"),
    Command.LOCK: N_("lock what you saved; your passphrase leads on"),
    Command.STOP: N_("stop, and go on another time"),
}


def tell_help(desk: Desk) -> None:
    """Say what can be typed, and whom to call in danger."""
    words = desk.words
    commands = [f"{named(command, words)}: {words(_MEANINGS[command])}." for command in EVERYWHERE]
    lines = [
        desk.danger(),
        words(N_("A number chooses. These letters work everywhere, with Enter:")),
        *commands,
        words(N_("{next}: go on, where it is offered."), next=named(Command.NEXT, words)),
        words(N_("Where you describe something: Enter skips, ? means that you do not know, - takes your answer away.")),
        words(N_("Is your answer just one of these letters? Put a dot behind it.")),
        words(N_("You can change everything later. What happens outside the program, you do yourself.")),
    ]
    desk.prompts.screen(words(N_("Help")), (line for text in lines for line in wrapped(text)))

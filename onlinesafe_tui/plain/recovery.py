"""The code on paper: shown and asked back, and the way in when the passphrase is lost."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from onlinesafe_tui.errors import WrongCode
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Option, choose
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.moves import Back
from onlinesafe_tui.plain.new_passphrase import typed_twice
from onlinesafe_tui.plain.prevention.paper import make_paper
from onlinesafe_tui.plain.render import Lines, paragraphs, wrapped
from onlinesafe_tui.services.code_paper import (
    ABOUT,
    DROPPED,
    DROPPING,
    NOT_SEALED,
    NOT_YET,
    PAPER,
    REPLACES,
    code_report,
)
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.vault_care import CodeDraft, typed_code
from onlinesafe_tui.services.vault_view import DROP


def offer_code(desk: Desk) -> None:
    """Show a new code, and let it open the vault once two groups of it were typed back. Going back puts it off."""
    try:
        make_code(desk)
    except Back:
        desk.prompts.say(desk.words(N_("Later, then: the first choice reminds you.")))


def make_code(desk: Desk) -> None:
    """Show a new code, and let it open the vault once two groups of it were typed back.

    Raises:
        Back: The person puts it off; nothing changed.
        VaultError: It cannot be kept.
    """
    draft = desk.workspace.care.draft_code()
    while True:
        words = desk.words
        _show_code(desk, draft)
        options = [
            Option("written", words(N_("I have written it down"))),
            Option("print", words(N_("Print it")), words(NOT_SEALED)),
            Option("later", words(N_("Later"))),
        ]
        match choose(desk.prompts, options):
            case "written":
                with suppress(Back):
                    _ask_back(desk, draft)
                    return
            case "print":
                with suppress(Back):
                    make_paper(desk, partial(code_report, desk.workspace, draft), PAPER)
            case _:
                raise Back


def drop_code(desk: Desk) -> None:
    """Say what it means to have no code any more, and let it go when somebody chooses so.

    Raises:
        Back: The person goes back.
        VaultError: It cannot be written.
    """
    words, prompts = desk.words, desk.prompts
    prompts.screen(words(DROP), [*paragraphs(*(wrapped(words(text)) for text in DROPPING)), ""])
    keep = Option(False, words(N_("Leave it as it is")))
    if choose(prompts, [keep, Option(True, words(N_("Let the code open nothing any more")))]):
        prompts.say(words(N_("One moment: this takes a few seconds.")))
        desk.workspace.care.drop_code()
        prompts.say(words(DROPPED))


def recover(desk: Desk) -> None:
    """Ask the code on paper and a new passphrase, and open the vault with them.

    Raises:
        Back: The person goes back.
        VaultError: It cannot be opened now.
    """
    words, prompts = desk.words, desk.prompts
    about = N_(
        "Type the 15 groups. Capitals and spaces do not matter; if a letter is wrong, you hear in which group. After "
        "that you choose a new passphrase."
    )
    prompts.screen(words(N_("In with the recovery code")), wrapped(words(about)))
    while desk.workspace.keeper.state is not Keeping.SEALED:
        typed = prompts.line(words(N_("Your code:")))
        if not typed:
            continue
        try:
            code = typed_code(typed)
            while not (passphrase := typed_twice(desk)):
                pass
            prompts.say(words(N_("Opening, this takes some seconds…")))
            desk.workspace.keeper.recover(code, passphrase)
        except WrongCode as error:
            prompts.error(error)
    prompts.say(words(N_("It is open. From now on the new passphrase opens it, and your code as before.")))


def _show_code(desk: Desk, draft: CodeDraft) -> None:
    words = desk.words
    lines: Lines = [*wrapped(words(ABOUT[0])), ""]
    lines.extend("  ".join(f"{number:>2}: {group}" for number, group in row) for row in draft.lines)
    told = [ABOUT[1], N_("It stays to be read in this window: close the window when you are done.")]
    told += [REPLACES] if desk.workspace.care.has_code else []
    desk.prompts.screen(
        words(N_("A recovery code on paper")),
        [*lines, "", *(line for text in told for line in wrapped(words(text))), ""],
    )


def _ask_back(desk: Desk, draft: CodeDraft) -> None:
    """Ask two groups, and let the code open the vault when both are right.

    Raises:
        Back: The person wants to see the code again.
        VaultError: It cannot be kept.
    """
    words, prompts = desk.words, desk.prompts
    for number in draft.asked:
        asked = words(N_("Group {number} from your paper:"), number=number)
        while not draft.is_right(number, typed := prompts.line(asked)):
            if typed:
                prompts.say(words(NOT_YET, group=number))
    prompts.say(words(N_("One moment: this takes a few seconds.")))
    desk.workspace.care.keep_code(draft)
    prompts.say(words(N_("From now on the code on your paper opens what you saved.")))

"""The recovery code as a report of its own, for who would rather print it than write it down."""

from __future__ import annotations

from typing import Final

from onlinesafe_tui.exports.shapes import Lines, Paragraph, Report, Section
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.services.vault_care import CodeDraft
from onlinesafe_tui.services.workspace import Workspace

PAPER: Final = N_("Recovery code")
"""What kind of paper it is, an English message to translate."""

NOT_SEALED: Final = N_("Whoever finds the file can open everything with it: print it, and then throw the file away.")
"""What is said before a file of the code is made, an English message to translate."""

ABOUT: Final = (
    N_("Forgot your passphrase? With this code you get in again. Write it down; it is shown only here."),
    N_("Keep the paper away from this laptop: whoever has it can open everything."),
)
"""What a code is for and how to keep it, English messages to translate."""

NOT_YET: Final = N_("This is not right yet: group {group}. Look at the code again, and correct your paper.")
"""What is said when a group that was asked back is another one, an English message to translate."""

REPLACES: Final = N_("The code on your old paper opens nothing more here after that. A copy made before still opens.")
"""What it means when there was a code before, an English message to translate."""

DROPPING: Final = (
    N_("For when the paper is lost, and you want no other. It opens nothing here any more then."),
    N_("Without a code only your passphrase lets you in. When you forget it, you cannot open what you saved any more."),
    N_(
        "Copies and backups from before still open with that paper. Whoever has the paper and such a copy can get into "
        "what you keep here now as well. So throw old copies away, and make a new backup."
    ),
)
"""What letting a code go means, English messages to translate."""

DROPPED: Final = N_("There is no recovery code any more. The paper opens nothing here.")
"""What is said when it is done, an English message to translate."""


def code_report(workspace: Workspace, draft: CodeDraft, language: Language) -> Report:
    """Make the paper of a code: its groups with their numbers, and how to keep it.

    Args:
        workspace: Says which day it is.
        draft: The code.
        language: The language of the paper.
    """
    words = Words(language)
    rows = tuple(" · ".join(f"{number}: {group}" for number, group in line) for line in draft.lines)
    told = (
        N_("With this code you get in when you forgot your passphrase. Type all groups, without their numbers."),
        N_("Keep the paper away from the laptop: whoever has it can open everything."),
    )
    return Report(
        words(PAPER),
        language,
        (Section(words(N_("The groups")), (Lines(rows), *(Paragraph(words(text)) for text in told))),),
        made=workspace.clock.today(),
        fits_page=True,
    )

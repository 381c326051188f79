"""What one can do at leisure, so that it happens less: for oneself, with clients, in the team, in the organisation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_
from onlinesafe_tui.plain.choices import Handler, Option, choose, menu
from onlinesafe_tui.plain.desk import Desk
from onlinesafe_tui.plain.passphrase import unlock
from onlinesafe_tui.plain.prevention.agreements import agree
from onlinesafe_tui.plain.prevention.due import GoOnWith, tell_due
from onlinesafe_tui.plain.prevention.meetings import meet
from onlinesafe_tui.plain.prevention.photos import check_photos
from onlinesafe_tui.plain.prevention.policy import scan_policy
from onlinesafe_tui.plain.prevention.rounds import go_round
from onlinesafe_tui.plain.render import wrapped
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.rounds import rounds_of


def prevent(desk: Desk, go_on_with: GoOnWith) -> None:
    """Let somebody choose what makes a next time less likely, the shortest first.

    Args:
        desk: What somebody works at.
        go_on_with: Goes on with an incident of which something is due.

    Raises:
        Back: The person goes back.
    """

    def show() -> list[Option[Handler]]:
        about = desk.words(N_("For yourself, with clients, in the team and in the organisation."))
        desk.prompts.screen(desk.words(N_("Prevention")), [*wrapped(about), ""])
        return list(_options(desk, go_on_with))

    menu(desk.prompts, show)


def _options(desk: Desk, go_on_with: GoOnWith) -> Iterator[Option[Handler]]:
    words = desk.words
    yield Option(
        partial(go_round, desk),
        words(N_("My own round")),
        rounds_of(desk.workspace).under_way(desk.workspace.keeper.workbook)
        or words(N_("Ten minutes a month, one thing at a time.")),
    )
    yield Option(
        partial(check_photos, desk),
        words(N_("Look at a photo")),
        words(N_("What it tells besides the picture, and a copy without that.")),
    )
    yield Option(
        partial(agree, desk),
        words(N_("Agreements about online contact")),
        words(N_("With a client or in the team, as one page to sign.")),
    )
    yield Option(
        partial(meet, desk),
        words(N_("In the team meeting")),
        words(N_("A question, a case or a dilemma, in five to fifteen minutes.")),
    )
    yield Option(
        partial(scan_policy, desk),
        words(N_("Policy of the organisation")),
        words(N_("What is in place, what is missing, and what is done about it.")),
    )
    if desk.workspace.due():
        yield Option(partial(tell_due, desk, go_on_with), words(N_("Everything that is due")))
    if desk.workspace.keeper.state is Keeping.LOCKED:
        passphrase = words(N_("It opens with your passphrase."))
        yield Option(partial(unlock, desk), words(N_("Go on with what I saved")), passphrase)
    elif trouble := desk.workspace.keeper.workbook_trouble:
        from onlinesafe_tui.services.ways_back import workbook_more, workbook_way  # noqa: PLC0415  (hardly ever)

        more = workbook_more(workbook_way(desk.workspace), words)
        yield Option(partial(_go_back, desk, trouble), words(trouble.title), more)


def _go_back(desk: Desk, trouble: VaultError) -> None:
    """Take the version before of what does not open; ask first when it would be gone on with an older one.

    Raises:
        VaultError: Nothing can be offered, or it cannot be done.
    """
    from onlinesafe_tui.services.ways_back import WayBack, workbook_way  # noqa: PLC0415  (hardly ever)

    offer = workbook_way(desk.workspace)
    if offer is None:
        raise trouble
    if offer.way is not WayBack.PREVIOUS:
        desk.prompts.error(trouble)
        options = [Option(False, desk.words(N_("Leave it as it is"))), Option(True, offer.text, offer.more)]
        if not choose(desk.prompts, options):
            return
    desk.workspace.keeper.restore_workbook()

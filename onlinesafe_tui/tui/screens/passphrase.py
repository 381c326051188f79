"""The passphrase: making one, opening with it what was saved, and changing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from onlinesafe_tui.errors import OnlineSafeError, VaultInUse, WeakPassphrase, WrongCode, WrongPassphrase
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.broken_card import is_card_broken, open_anew
from onlinesafe_tui.services.synced import synced_words
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.screens.secret import NEW, Asked, SecretScreen, Typed
from onlinesafe_tui.tui.widgets.row_list import Row, RowList

_OLD = Asked("first", N_("Passphrase"))


class PassphraseScreen(SecretScreen):
    """Asks a passphrase and opens or makes the vault with it. Its result says whether it is open now."""

    def __init__(self, workspace: Workspace, *, offers_code: bool = True) -> None:
        """Create the screen; it asks for a new passphrase when there is no vault yet.

        Args:
            workspace: What a person can do.
            offers_code: Whether somebody who made a passphrase is shown a recovery code then.
        """
        super().__init__(workspace)
        self._is_new = not workspace.keeper.has_vault
        self._offers_code = offers_code and self._is_new
        self._is_in_use = self._is_card_broken = False

    @property
    def asked(self) -> tuple[Asked, ...]:
        """One field, or two for a new passphrase."""
        return NEW if self._is_new else (_OLD,)

    def about(self) -> tuple[str, ...]:
        """Say what a passphrase is for."""
        words = self.words
        if not self._is_new:
            return words(N_("Open what you saved")), words(N_("Type the passphrase that you chose."))
        return (
            words(N_("Choose a passphrase")),
            words(
                N_(
                    "It seals what you write on this laptop. Twelve characters or more; four or five words "
                    "that only you would put together are easy to keep."
                )
            ),
            words(N_("Nobody can look it up or reset it. After this you get a code for when you forget it.")),
            *filter(None, (synced_words(self.workspace.keeper, words),)),
        )

    def slip_in(self, typed: Typed) -> tuple[Callable[[], str], str] | None:
        """Look whether both are the same."""
        return self.differs(typed) if self._is_new else None

    def doing(self, typed: Typed) -> Callable[[], None]:
        """Make the vault, or open it."""
        keeper = self.workspace.keeper
        return partial(keeper.create if self._is_new else keeper.unlock, typed["first"])

    def compose_more(self) -> ComposeResult:
        """Lay out the way for who forgot it."""
        yield RowList(id="ways")

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        ways = []
        if self._is_in_use:
            more = Content(self.words(N_("You see everything; nothing that is there changes.")))
            ways.append(Row("look", Content(self.words(N_("Only look here"))), more=more))
        if self._is_card_broken:
            more = Content(self.words(N_("Your passphrase is enough for that. Nothing else changes.")))
            ways.append(Row("card", Content(self.words(N_("Have vault.json written anew"))), more=more))
        if not self._is_new:
            ways.append(Row("code", Content(self.words(N_("I forgot it: I have the recovery code")))))
        self.query_one("#ways", RowList).show(ways)
        self.query_one("#ways", RowList).display = bool(ways)

    def refuse(self, error: OnlineSafeError) -> None:
        """Say why it does not open; when another window has it open, offer to look only."""
        super().refuse(error)
        self._is_in_use = isinstance(error, VaultInUse) and self.workspace.keeper.vault is None
        self._is_card_broken = is_card_broken(error)
        self.show()
        if self._is_in_use or self._is_card_broken:
            ways = self.query_one("#ways", RowList)
            ways.show(ways.rows, cursor=ways.rows[0].id)
            ways.focus()

    @on(RowList.Chosen, "#ways")
    def _choose(self, event: RowList.Chosen) -> None:
        event.stop()
        if self.is_busy:
            return
        if event.id == "look":
            self.begin_doing(partial(self.workspace.keeper.look, self.field("first").value))
        elif event.id == "card":
            self.begin_doing(partial(open_anew, self.workspace, self.field("first").value))
        else:
            self.app.push_screen(RecoverScreen(self.workspace), self._recovered)

    def _recovered(self, is_open: bool | None) -> None:
        if is_open:
            self.end()
        else:
            self.field("first").focus()

    def finish(self) -> None:
        """Offer the code to who made a passphrase, once; then go on."""
        if not self._offers_code:
            self.dismiss(True)
            return
        self._offers_code = False
        from onlinesafe_tui.tui.screens.recovery_code import CodeScreen  # noqa: PLC0415  (most who come here have a code)

        self.app.push_screen(CodeScreen(self.workspace))


class RecoverScreen(SecretScreen):
    """Asks the code on paper, and a new passphrase. Its result says whether the vault is open now."""

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The code, and the new passphrase twice."""
        return (Asked("code", N_("Recovery code"), is_seen=True), *NEW)

    def about(self) -> tuple[str, ...]:
        """Say how to type the code."""
        words = self.words
        return (
            words(N_("In with the recovery code")),
            words(
                N_(
                    "Type the 15 groups. Capitals and spaces do not matter; if a letter is wrong, you hear in which "
                    "group. After that you choose a new passphrase."
                )
            ),
        )

    def slip_in(self, typed: Typed) -> tuple[Callable[[], str], str] | None:
        """Say in which group of the code something is wrong, before a passphrase is asked."""
        if not typed["code"]:
            return None
        from onlinesafe_tui.services.vault_care import typed_code  # noqa: PLC0415  (only who lost a passphrase comes here)

        try:
            typed_code(typed["code"])
        except WrongCode as error:
            told = error
            return lambda: told.told(self.words), "code"
        return self.differs(typed)

    def doing(self, typed: Typed) -> Callable[[], None]:
        """Open the vault, and let the new passphrase open it from now on."""
        from onlinesafe_tui.services.vault_care import typed_code  # noqa: PLC0415  (only who lost a passphrase comes here)

        return partial(self.workspace.keeper.recover, typed_code(typed["code"]), typed["first"])

    def wrong_fields(self, error: OnlineSafeError) -> tuple[str, ...]:
        """Keep the code as it was typed: a letter may be all that is wrong."""
        return ("first", "second") if isinstance(error, WeakPassphrase) else ()


class ChangePassphraseScreen(SecretScreen):
    """Asks the passphrase of now, and another one twice."""

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The old one, and the new one twice."""
        return (Asked("old", N_("Passphrase of now")), *NEW)

    def about(self) -> tuple[str, ...]:
        """Say what changes and what does not."""
        words = self.words
        return (
            words(N_("Another passphrase")),
            words(
                N_(
                    "Twelve characters or more. Your code on paper stays the same. A copy of the folder that was made "
                    "before still opens with the old passphrase."
                )
            ),
        )

    def slip_in(self, typed: Typed) -> tuple[Callable[[], str], str] | None:
        """Look whether both are the same."""
        return self.differs(typed)

    def doing(self, typed: Typed) -> Callable[[], None]:
        """Change it."""
        return partial(self.workspace.care.change_passphrase, typed["old"], typed["first"])

    def wrong_fields(self, error: OnlineSafeError) -> tuple[str, ...]:
        """Ask again only for the one that was wrong."""
        match error:
            case WrongPassphrase():
                return ("old",)
            case WeakPassphrase():
                return ("first", "second")
            case _:
                return ()

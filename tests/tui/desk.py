"""The laptop of a test: its folder, its clipboard and its clock, with whatever was left there the last time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.clipboard import Clipboard
from onlinesafe_tui.services.demo import practice_incident
from onlinesafe_tui.services.keeping import Keeper
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.settings import Settings, Theme, read_settings, write_settings
from onlinesafe_tui.store.opening import create_vault, recover_vault, unlock_vault
from onlinesafe_tui.store.paper import RecoveryCode
from onlinesafe_tui.store.passphrase import PassphraseSealer
from onlinesafe_tui.store.port import Summary
from onlinesafe_tui.store.vault import Vault
from onlinesafe_tui.tui.app import OnlineSafeApp
from tests.browsing import RememberingBrowser
from tests.store.quick import PASSPHRASE, QuickSealer
from tests.tui.person import Person

NOW = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
TODAY = date(2026, 11, 22)


class FixedClock:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return TODAY


class Desk:
    """Where somebody sits down to work, again and again."""

    def __init__(self, folder: Path, library: Library | None = None, sealer: PassphraseSealer | None = None) -> None:
        self.folder = folder
        self.vault = folder / "vault"
        self.settings = folder / "settings.json"
        self.exports = folder / "documents"
        self.copied: list[str] = []
        """What was put on the clipboard."""
        self.has_clipboard = True
        self.browser = RememberingBrowser()
        self.library = library or Library(content_folder())
        self.sealer = sealer or QuickSealer()
        self._open: Vault | None = None

    def choose(self, country: Country = Country.NL, language: Language = Language.NL, theme: Theme = "dark") -> None:
        """Have chosen a country, a language and a look before."""
        write_settings(self.settings, Settings(country=country, language=language, theme=theme))

    def keeper(self) -> Keeper:
        """What keeps incidents in the vault of this desk."""
        return Keeper(
            FixedClock(),
            folder=self.vault,
            create=self._create,
            unlock=self._unlock,
            recover=self._recover,
            look=self._look,
        )

    def workspace(self, *, keeper: Keeper | None = None, is_practice: bool = False) -> Workspace:
        """What the program works with here."""
        return Workspace(
            library=self.library,
            keeper=keeper or self.keeper(),
            settings=read_settings(self.settings),
            keep_settings=(lambda _: None) if is_practice else self._keep_settings,
            clock=FixedClock(),
            clipboard=Clipboard(self._copy, environ={}),
            browser=self.browser,
            exports=self.exports,
            is_practice=is_practice,
            sealer=self.sealer,
        )

    def practice(self) -> Workspace:
        """What the program works with to practise."""
        keeper = Keeper(FixedClock(), folder=None)
        settings = read_settings(self.settings)
        words = Words(settings.language or Language.NL)
        keeper.save(practice_incident(FixedClock(), settings.country or Country.NL, words))
        return self.workspace(keeper=keeper, is_practice=True)

    @asynccontextmanager
    async def sit_down(
        self,
        incident: Incident | None = None,
        *,
        size: tuple[int, int] = (80, 24),
        workspace: Workspace | None = None,
        is_open: bool = False,
    ) -> AsyncIterator[Person]:
        """Start the program. Leaving this block is a computer that is switched off: nothing more is saved then.

        Args:
            incident: What is gone on with right away; None to stay on the first screen.
            size: The terminal, in columns and rows.
            workspace: What to work with; a new one when None.
            is_open: Whether the vault was already opened with its passphrase.
        """
        workspace = workspace or self.workspace()
        if is_open:
            workspace.keeper.unlock(PASSPHRASE)
        if incident is not None and not is_open:
            workspace.keeper.save(incident)
        app = OnlineSafeApp(workspace)
        app.animation_level = "none"
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                await pilot.pause()
                person = Person(app, pilot, workspace)
                if incident is not None:
                    await person.choose(f"incident:{incident.id}")
                yield person
        finally:
            workspace.keeper.close()

    def title(self, kind: Kind, id: str, language: Language = Language.NL) -> str:
        """What a page is called."""
        return self.library.page(kind, id, language).title

    def keep(self, *incidents: Incident) -> None:
        """Have kept incidents before, each saved twice, so that there is a version before."""
        with self._create(self.vault, PASSPHRASE) as vault:
            for incident in incidents:
                vault.save(incident)
                vault.save(incident)

    def look(self, id: str | None = None) -> Incident:
        """Open the vault with the passphrase and look at an incident, as it is on disk now."""
        with unlock_vault(self.vault, PASSPHRASE, QuickSealer(), read_only=True) as vault:
            return vault.load(id or self._summaries(vault)[0].id)

    def keep_workbook(self, workbook: Workbook) -> None:
        """Have kept a workbook before, in a vault of which the passphrase was made before."""
        make = self._unlock if self.vault.exists() else self._create
        with make(self.vault, PASSPHRASE) as vault:
            vault.save_workbook(workbook)

    def look_workbook(self) -> Workbook:
        """Open the vault with the passphrase and look at the workbook, as it is on disk now."""
        with unlock_vault(self.vault, PASSPHRASE, QuickSealer(), read_only=True) as vault:
            return vault.load_workbook()

    def summaries(self) -> tuple[Summary, ...]:
        """Open the vault with the passphrase and list what is in it."""
        with unlock_vault(self.vault, PASSPHRASE, QuickSealer(), read_only=True) as vault:
            return self._summaries(vault)

    def files(self) -> dict[str, bytes]:
        """Everything that is on this disk, apart from the settings."""
        found = (path for path in self.folder.rglob("*") if path.is_file() and path != self.settings)
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in found}

    def _summaries(self, vault: Vault) -> tuple[Summary, ...]:
        return tuple(sorted(vault.summaries(), key=lambda summary: summary.opened))

    def _copy(self, text: str) -> bool:
        if self.has_clipboard:
            self.copied.append(text)
        return self.has_clipboard

    def _keep_settings(self, settings: Settings) -> None:
        write_settings(self.settings, settings)

    def _create(self, folder: Path, passphrase: str) -> Vault:
        return create_vault(folder, passphrase, self.sealer, NOW)

    def _recover(self, folder: Path, code: RecoveryCode, passphrase: str) -> Vault:
        return recover_vault(folder, code, passphrase, self.sealer, NOW)

    def _look(self, folder: Path, passphrase: str) -> Vault:
        return unlock_vault(folder, passphrase, self.sealer, read_only=True)

    def _unlock(self, folder: Path, passphrase: str) -> Vault:
        return unlock_vault(folder, passphrase, self.sealer)

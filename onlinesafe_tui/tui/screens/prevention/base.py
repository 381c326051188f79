"""What the screens share that work in the workbook."""

from __future__ import annotations

from typing import TypeVar

from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.errors import VaultError, VaultInUse
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.tui.messages import Failed
from onlinesafe_tui.tui.screens.base import BaseScreen
from onlinesafe_tui.tui.screens.form import FormScreen

Result = TypeVar("Result")


class WorkbookScreen(BaseScreen[Result]):
    """A screen that shows a part of the workbook. Every change is kept at once."""

    @property
    def workbook(self) -> Workbook:
        """The workbook as it is now."""
        return self.workspace.keeper.workbook

    @property
    def is_closed(self) -> bool:
        """Whether the workbook can only be looked at."""
        return self.workspace.keeper.state is Keeping.READ_ONLY

    def keep(self, workbook: Workbook) -> None:
        """Keep a changed workbook, and tell what goes wrong; the change holds all the same, unless one only looks."""
        if workbook != self.workbook and self.is_closed:
            self.post_message(Failed(VaultInUse()))
        elif workbook != self.workbook:
            try:
                self.workspace.keeper.keep_workbook(workbook)
            except VaultError as error:
                self.post_message(Failed(error))
        self.show_bars()


class WorkbookForm(FormScreen[Result], WorkbookScreen[Result]):
    """A screen with fields for a part of the workbook."""

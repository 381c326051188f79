"""What every screen has: danger on top, the keys at the foot, and words that can change while it is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar, cast

from textual import on
from textual._styles_cache import StylesCache
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from onlinesafe_tui.dates import clock_time
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.keeping import Keeping
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.keys import key_for
from onlinesafe_tui.tui.messages import Full, Pasted
from onlinesafe_tui.tui.widgets.bar import DangerBar
from onlinesafe_tui.tui.widgets.key_bar import KeyBar
from onlinesafe_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from onlinesafe_tui.tui.widgets.aside import Aside

Result = TypeVar("Result")

WIDEST: Final = 120
"""Columns from which on something stands beside a page."""

STAYS: Final = 10.0
"""Seconds in which something said in passing can be read."""

_EVERYWHERE: Final = ("f10", "f3", "f5", "f6", "f2", "ctrl+o", "f9")
"""What is shown of the keys that work everywhere where there is more room, the most important first."""


class BaseScreen(Screen[Result]):
    """A screen of the program. Its words are set by `show`, so that the language can change while it is open."""

    KEYS: ClassVar[tuple[str, ...]] = ("enter", "escape", "f3", "f1", "f10")
    """The keys at the foot, the most important first. Where there is room, those that work everywhere follow."""

    NEEDED: ClassVar[tuple[str, ...]] = ("escape", "f1", "f8")
    """The keys that stand there in the smallest window too."""

    ALWAYS: ClassVar[tuple[str, ...]] = ("f8", "ctrl+p")
    """The keys that stand there too, on every screen: hiding, and the search, which finds whatever can be done."""

    LABELS: ClassVar[Mapping[str, str]] = {}
    """What a key is called at the foot when a field answers to it first: English messages, by key."""

    HAS_ASIDE: ClassVar[bool] = False
    """Whether what is due and who to call stand beside it where the window is wide."""

    _has_remarked = False

    is_busy = False
    """Whether work goes on with what was saved, which must not be broken off."""

    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", N_("Back"), id="screen.back", tooltip=N_("Go back; nothing is lost")),
    ]

    def __init__(self, workspace: Workspace) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
        """
        super().__init__(classes="-sided" if self.HAS_ASIDE else None)
        self.workspace = workspace

    @property
    def words(self) -> Words:
        """The labels in the language chosen now."""
        return self.workspace.words

    @property
    def place(self) -> str:
        """A few words for the right end of the bar; where things are kept, when a screen has nothing better."""
        return self.kept

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be changed here, because another window writes what is shown."""
        return False

    @property
    def labels(self) -> Mapping[str, str]:
        """What a key is called at the foot at this moment."""
        return self.LABELS

    @property
    def save_label(self) -> str:
        """What the key that saves is called now: where nothing new was written, all it does is open."""
        keeper = self.workspace.keeper
        return N_("Open") if keeper.state is Keeping.LOCKED and not keeper.has_unsaved else N_("Save")

    def key(self, id: str) -> str:
        """Name the key that does something now, wherever somebody moved it to, by the id of what it does."""
        return key_for(id, self, self.words)

    @property
    def kept(self) -> str:
        """Where what the person writes is, in a few words."""
        language = self.workspace.language.upper()
        match self.workspace.keeper.state:
            case Keeping.MEMORY | Keeping.LOCKED | Keeping.READ_ONLY if self.workspace.keeper.has_unsaved:
                said = self.words(N_("Not saved yet: {key}"), key=self.key("app.save"))
                return f"{said} · {language}"
            case Keeping.SEALED:
                saved = self.workspace.keeper.saved_at
                said = self.words(N_("Saved {time}"), time=clock_time(saved)) if saved else self.words(N_("Open"))
                return f"{said} · {language}"
            case Keeping.READ_ONLY:
                return f"{self.words(N_('Only looking'))} · {language}"
            case _:
                return language

    def compose(self) -> ComposeResult:
        """Lay out the bar, what the screen is about, and the keys."""
        yield DangerBar()
        yield from self.compose_body()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """Lay out what the screen is about."""
        return ()

    def on_mount(self) -> None:
        """Say everything in the language of now, and begin at the top."""
        self.show()
        self.begin()

    def begin(self) -> None:
        """Put the cursor in the first field or list, with the page at its top."""
        first = next((widget for widget in self.query("*") if widget.can_focus), None)
        if first is not None:
            self.set_focus(first, scroll_visible=False)

    def on_resize(self) -> None:
        """Keep in sight what has the cursor."""
        self.call_after_refresh(self._stay_in_sight)
        if self.HAS_ASIDE:
            self.call_after_refresh(self._put_aside)

    def _stay_in_sight(self) -> None:
        focused = self.focused
        page = next(iter(self.query(VerticalScroll)), None)
        if isinstance(focused, RowList):
            # A page at its top is one that nobody moved yet: it is read from there.
            if page is not None and page.scroll_y:
                focused.reveal()
        elif focused is not None:
            focused.scroll_visible(animate=False, force=True)

    def _put_aside(self) -> None:
        """Put what is due and who to call beside the page, once the page is seen, in a window that is wide enough."""
        if self.size.width < WIDEST or self.query(".aside"):
            return
        from onlinesafe_tui.tui.widgets.aside import Aside  # noqa: PLC0415  (most windows are not that wide)

        aside = Aside(self.workspace)
        self.mount(aside)
        aside.show(self.key("app.contacts"))

    def on_screen_resume(self) -> None:
        """Say it again: something may have changed meanwhile, so that what has the cursor stands elsewhere."""
        self.show()
        if isinstance(self.focused, RowList):
            self.call_after_refresh(self._stay_in_sight)

    def on_unmount(self) -> None:
        """Let go of what it showed: a cache of Textual's would hold every line of it, what a person wrote too."""
        self.app.call_after_refresh(_forget_lines)

    def show(self) -> None:
        """Say everything in the language of now. What a person typed stays as it is."""
        self.show_bars()
        for aside in self.query(".aside"):
            cast("Aside", aside).show(self.key("app.contacts"))

    def show_bars(self) -> None:
        """Say again what stands on the bar and at the foot; a screen that is taken away has none any more."""
        bar, foot = self.query(DangerBar), self.query(KeyBar)
        if not bar or not foot:
            return
        numbers = self.workspace.library.danger_numbers(self.workspace.country)
        bar.first().show(
            self.words,
            numbers,
            self.place,
            is_practice=self.workspace.is_practice,
            is_unsaved=self.workspace.keeper.has_unsaved and self.place == self.kept,
        )
        keys = tuple(dict.fromkeys((*self.KEYS, *self.ALWAYS, *_EVERYWHERE)))
        needed = (*self.NEEDED, *self.ALWAYS)
        for field in self.query("Input, TextArea"):
            if field.disabled is not self.is_closed:
                field.disabled = self.is_closed
        foot.first().show(self.words, keys, {"f5": self.save_label, **self.labels}, needed)

    def remark(self, text: str) -> None:
        """Say something in passing; it takes the place of the remark before, or they would pile up over the page."""
        self.app.clear_notifications()
        self._has_remarked = True
        self.notify(text, timeout=STAYS, markup=False)

    def forget_remark(self) -> None:
        """Take away what was said in passing: the person went on to something else."""
        if self._has_remarked:
            self._has_remarked = False
            self.app.clear_notifications()

    def on_screen_suspend(self) -> None:
        """Take what was said here not along to a screen that comes on top; one that is below was told it too."""
        if self in self.app.screen_stack:
            self.forget_remark()

    @on(Pasted)
    def _say_pasted(self, event: Pasted) -> None:
        event.stop()
        if event.is_cut and not event.kept:
            self.remark(self.words(N_("This field is full. Nothing of what you pasted fits in it.")))
        elif event.is_cut:
            said = N_("This is too long to keep here in full: the first {n} characters are. Keep the rest as a file.")
            self.remark(self.words(said, n=event.kept))
        elif event.is_joined:
            self.remark(self.words(N_("{n} lines pasted, joined to one line. None is lost."), n=event.lines))
        else:
            self.remark(self.words(N_("{n} lines pasted."), n=event.lines))

    @on(Full)
    def _say_full(self, event: Full) -> None:
        event.stop()
        said = N_("This field is full: {n} characters fit in it. What you type now does not come in.")
        self.remark(self.words(said, n=event.longest))

    def settle(self) -> None:
        """Take over what is half-typed, because the program may end now."""

    @on(RowList.Dealt)
    def _dealt(self, event: RowList.Dealt) -> None:
        """Let a list hear again when what this screen and then the program do about a choice is done."""
        event.stop()
        self.call_later(self.app.call_later, event.list.hear)

    def action_leave(self) -> None:
        """Go back to the screen before."""
        self.settle()
        self.dismiss()


def _forget_lines() -> None:
    StylesCache.get_inner_outer.cache_clear()

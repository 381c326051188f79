"""One captured item in words: each fact is a field, and "I don't know" is an answer."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, TextArea

from onlinesafe_tui.domain.evidence import Evidence, Fact
from onlinesafe_tui.domain.situation import Reason
from onlinesafe_tui.domain.text import LONGEST_LINE, clean_name, clean_text
from onlinesafe_tui.errors import VaultInUse
from onlinesafe_tui.labels import FACTS
from onlinesafe_tui.language import N_
from onlinesafe_tui.services.workspace import Workspace
from onlinesafe_tui.tui.draw import BLANK, Lines, titled, wrapped
from onlinesafe_tui.tui.messages import Failed
from onlinesafe_tui.tui.open_incident import OpenIncident
from onlinesafe_tui.tui.screens.form import FormScreen
from onlinesafe_tui.tui.widgets.fields import CleanInput, CleanTextArea
from onlinesafe_tui.tui.widgets.page_view import PageView

_LONG: Final = frozenset({Fact.WHAT, Fact.ADDRESSES})
"""The facts that take several lines."""

_HINTS: Final = {
    Fact.WHAT: N_("In your own words, or word for word"),
    Fact.ACCOUNT_OWNER: N_("The account can be someone else's"),
    Fact.POSTED_WHEN: N_("Day and time, as exact as you can"),
    Fact.REACHED_ME: N_("Saw it myself, was sent to me, by whom"),
    Fact.KEPT_WHERE: N_("Folder or file, so that you find it again"),
}


class EvidenceScreen(FormScreen[None]):
    """Asks the facts about one item. An item without any fact is not kept."""

    KEYS: ClassVar[tuple[str, ...]] = ("escape", "tab", "ctrl+t", "ctrl+r", "f3", "f1", "f10")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "unknown", N_("I don't know"), id="evidence.unknown", priority=True),
        Binding("ctrl+r", "remove", N_("Remove"), id="evidence.remove", priority=True),
    ]

    def __init__(self, workspace: Workspace, incident: OpenIncident, number: int | None) -> None:
        """Create the screen.

        Args:
            workspace: What a person can do.
            incident: The incident to which the item belongs.
            number: The number of the item; None for a new one.
        """
        super().__init__(workspace)
        self._open = incident
        known = {item.number: item for item in incident.value.evidence}
        self._item = known[number] if number is not None else self._begin()
        self._asks_removal = False

    @property
    def is_closed(self) -> bool:
        """Whether the incident can only be looked at."""
        return self._open.is_closed

    def compose_body(self) -> ComposeResult:
        """Lay out a field for each fact."""
        with VerticalScroll(classes="page", can_focus=False):
            yield PageView(id="title")
            for fact in Fact:
                yield PageView(id=f"label-{fact}")
                yield CleanTextArea(id=f"fact-{fact}") if fact in _LONG else CleanInput(id=f"fact-{fact}")

    def on_mount(self) -> None:
        """Fill in what is known."""
        with self.prevent(Input.Changed, TextArea.Changed):
            for fact in Fact:
                self._write(fact, self._item.facts.get(fact, ""))
        self.show()
        self.begin()

    def show(self) -> None:
        """Say everything in the language of now."""
        super().show()
        self.query_one("#title", PageView).draw(self._title)
        for fact in Fact:
            self.query_one(f"#label-{fact}", PageView).draw(partial(self._label, fact))

    def settle(self) -> None:
        """Take over what the fields hold."""
        item = self._item
        for fact in Fact:
            text = self._read(fact)
            if text != item.facts.get(fact, ""):
                item = item.tell(fact, text)
        self._item = item
        if item.facts or item.unknown:
            self._open.change(self._open.value.keep(item))
        self.show()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _go_on_writing(self) -> None:
        """Who writes on does not want it removed."""
        self._asks_removal = False

    def action_unknown(self) -> None:
        """Say of the field with the cursor that one does not know it."""
        focused = self.focused
        if focused is None or not focused.id or not focused.id.startswith("fact-"):
            return
        fact = Fact(focused.id.removeprefix("fact-"))
        if self._read(fact):
            self.remark(self.words(N_("Something is written here. Empty the field first if you don't know it.")))
            return
        self._item = self._item.say_unknown(fact)
        self.settle()
        self.focus_next()

    def action_remove(self) -> None:
        """Remove this item, when the key is pressed a second time."""
        if self.is_closed:
            self.post_message(Failed(VaultInUse()))
            return
        if not self._asks_removal:
            self._asks_removal = True
            again = N_("Press {key} once more to remove this description. It cannot be undone.")
            self.remark(self.words(again, key=self.key("evidence.remove")))
            return
        self._open.change(self._open.value.drop(self._item.number))
        self.dismiss()

    def _begin(self) -> Evidence:
        """Begin an item with what the questions already told."""
        item = self._open.value.new_evidence(self.workspace.clock.now())
        channel = self._open.value.situation.channel
        if channel and channel not in ("other", "unknown"):
            item = item.tell(Fact.CHANNEL, self.workspace.guide.answer(Reason("channel", channel)))
        return item

    def _title(self, width: int) -> Lines:
        words = self.words
        how = words(N_("Fill in what you know. {key} means: I don't know."), key=self.key("evidence.unknown"))
        return [
            *titled(words(N_("What was posted, in words")), width),
            *wrapped(Content.styled(how, "$muted"), width),
        ]

    def _label(self, fact: Fact, width: int) -> Lines:
        words = self.words
        hint = f"  {words(_HINTS[fact])}" if fact in _HINTS else ""
        is_unknown = fact in self._item.unknown
        said = (f"  {words(N_('you do not know this'))}", "$warning") if is_unknown else (hint, "$muted")
        return [BLANK, *wrapped(Content.assemble((words(FACTS[fact]), "bold"), said), width)]

    def _read(self, fact: Fact) -> str:
        field = self.query_one(f"#fact-{fact}")
        if isinstance(field, TextArea):
            return clean_text(field.text).strip("\n")
        return clean_name(field.value, longest=LONGEST_LINE) if isinstance(field, Input) else ""

    def _write(self, fact: Fact, text: str) -> None:
        field = self.query_one(f"#fact-{fact}")
        if isinstance(field, TextArea):
            field.text = text
            field.move_cursor(field.document.end)
        elif isinstance(field, Input):
            field.value = text

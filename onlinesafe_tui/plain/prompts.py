"""Asking: one question at a time, and the same commands at every prompt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from onlinesafe_tui.domain.text import LONGEST, LONGEST_LINE, clean_name, clean_text
from onlinesafe_tui.errors import OnlineSafeError
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.plain.commands import EVERYWHERE, Aside, Command, command_in, command_in_any, named
from onlinesafe_tui.plain.moves import Back, OutOfInput
from onlinesafe_tui.plain.render import Lines, wrapped
from onlinesafe_tui.plain.talk import Talk
from onlinesafe_tui.services.workspace import Workspace

Commands = Mapping[Command, Aside]
"""What help, overview, lock and stop do at this moment."""

_TOO_LONG: Final = N_("This is too long to keep here in full: the first {n} characters are. Keep the rest as a file.")

_CUT: Final = N_("One line was too long for this window: only its beginning came. Paste the rest in shorter pieces.")


class Prompts:
    """Asks in the language of now. Any prompt takes help, back, overview and stop instead of an answer."""

    def __init__(self, talk: Talk, workspace: Workspace) -> None:
        """Create the prompts; what the commands do is offered before the first question.

        Args:
            talk: Speaks and listens.
            workspace: Says the words, and whether this is practice.
        """
        self._talk = talk
        self._workspace = workspace
        self._commands: Commands = {}
        self._passes: Callable[[str], str | None] = _freely
        self._above: tuple[str, ...] = ()

    @property
    def words(self) -> Words:
        """The labels in the language chosen now."""
        return self._workspace.words

    @contextmanager
    def offering(self, commands: Commands) -> Iterator[None]:
        """Let commands do something else for a while."""
        before = self._commands
        self._commands = {**before, **commands}
        try:
            yield
        finally:
            self._commands = before

    def guard(self, passes: Callable[[str], str | None]) -> None:
        """Let what is typed pass here from now on, before anything becomes of it.

        Args:
            passes: Returns None when it may. Else the question is not answered yet: what it returns is the answer, or
                empty to ask again. It is given nothing of what must not be kept.
        """
        self._passes = passes

    def do(self, command: Command) -> None:
        """Do what a command does at this moment.

        Raises:
            Back: It is the command to go back.
        """
        if command is Command.BACK:
            raise Back
        above = self._above
        self._commands[command]()
        if command is Command.LOCK and self._passes("") is not None:
            self.read(above)

    def screen(self, title: str, lines: Iterable[str] = ()) -> None:
        """Begin a new screen: a title with what is read under it."""
        practice = wrapped(self.words(N_("PRACTICE"))) if self._workspace.is_practice else []
        self.read(["", *practice, *wrapped(title), *lines])

    def say(self, *texts: str) -> None:
        """Say some sentences, each on lines of its own."""
        self.read(line for text in texts for line in wrapped(text))

    def error(self, error: OnlineSafeError) -> None:
        """Say what went wrong, what is still safe, and what to do."""
        self.say(f"{self.words(error.title)}.", clean_text(error.told(self.words)))

    def announce(self, texts: Iterable[str]) -> None:
        """Say a few sentences while somebody is asked something, without turning a page."""
        for line in ("", *(line for text in texts for line in wrapped(clean_text(text)))):
            self._talk.tell(line)

    def read(self, lines: Iterable[str]) -> None:
        """Let somebody read lines, page by page; they can skip the rest."""
        for line in lines:
            if not self._talk.room and self._skips_rest():
                return
            self._talk.tell(line)

    def pause(self) -> None:
        """Wait until somebody has read what was told.

        Raises:
            Back: The person goes back, which is the same here.
        """
        self.reply(self.words(N_("Enter: go on ({help}):"), help=named(Command.HELP, self.words)))

    def browse(self, entries: Iterable[Lines], extra: Collection[Command] = ()) -> str:
        """Show entries, each whole on one page; return what was typed before the last one, or nothing.

        Raises:
            Back: The person goes back.
        """
        offered = ", ".join(named(command, self.words) for command in (*extra, Command.HELP))
        more = self.words(N_("Enter: more, or a number ({offered}):"), offered=offered)
        for lines in entries:
            is_full = self._talk.room < len(lines) and not self._talk.is_page_empty
            if is_full and (reply := self.reply(more, extra)):
                return reply
            for line in lines:
                self._talk.tell(line)
        return ""

    def reply(self, prompt: str, extra: Collection[Command] = ()) -> str:
        """Ask for a number or the like; one of the `extra` commands is returned as it is.

        Raises:
            Back: The person goes back.
        """
        while True:
            heard = self._heard(prompt, self._talk.ask, is_kept=False)
            command = command_in_any(heard, self.words)
            if command is not None and command in extra:
                return command
            if command in EVERYWHERE:
                self.do(command)
            else:
                return clean_name(heard)

    def line(self, prompt: str, *, longest: int = LONGEST_LINE) -> str:
        """Ask for one line in the person's own words; empty when nothing was typed.

        Args:
            prompt: The question.
            longest: Characters that are kept; when there are more, it is said.

        Raises:
            Back: The person goes back.
        """
        heard = self._free(prompt, self._talk.ask_words)
        line = clean_name(heard, longest=longest + 1)
        if len(line) > longest:
            self.say(self.words(_TOO_LONG, n=longest))
        else:
            self._say_pasted(heard, N_("{n} lines pasted, joined to one line. None is lost."))
        return line[:longest].rstrip()

    def row(self, prompt: str) -> str:
        """Ask for one row of a longer text, with its spaces; a paste may be several.

        Raises:
            Back: The person goes back.
        """
        heard = self._free(prompt, self._talk.ask_words)
        row = clean_text(heard, longest=LONGEST + 1).rstrip()
        if len(row) > LONGEST:
            self.say(self.words(_TOO_LONG, n=LONGEST))
        elif self._talk.is_cut(heard):
            self.say(self.words(_CUT))
        else:
            self._say_pasted(heard, N_("{n} lines pasted."))
        return row[:LONGEST]

    def secret(self, prompt: str) -> str:
        """Ask for a passphrase. It is not cleaned: it is never shown, and must stay as it is typed.

        Raises:
            Back: The person goes back.
        """
        return self._free(prompt, self._talk.ask_secret, is_kept=False)

    def _say_pasted(self, heard: str, said: str) -> None:
        lines = len(heard.strip("\n").split("\n"))
        if lines > 1:
            self.say(self.words(said, n=lines))

    def _skips_rest(self) -> bool:
        prompt = self.words(N_("Enter: more, {next}:"), next=named(Command.NEXT, self.words))
        while reply := self.reply(prompt, (Command.NEXT,)):
            if reply is Command.NEXT:
                return True
        return False

    def _free(self, prompt: str, ask: Callable[[str], str], *, is_kept: bool = True) -> str:
        """Ask for words. Only a single letter is a command here: "help" and "stop" can be what somebody writes."""
        while True:
            heard = self._heard(prompt, ask, is_kept=is_kept)
            command = command_in(heard, self.words)
            if command not in EVERYWHERE:
                return heard
            self.do(command)

    def _heard(self, prompt: str, ask: Callable[[str], str], *, is_kept: bool) -> str:
        """Ask once more as long as somebody breaks off instead of answering, or what was saved was locked meanwhile.

        Breaking off is a wish to stop. After locking, what stood above the question stands there again.
        """
        while True:
            above = self._talk.page
            try:
                heard = ask(prompt)
                is_answered = True
            except KeyboardInterrupt:
                if self._commands[Command.STOP].is_open:
                    raise OutOfInput from None
                self.do(Command.STOP)
                heard, is_answered = "", False
            passed = self._passes(heard if is_kept else "")
            if passed or (passed is None and is_answered):
                self._above = above
                return passed or heard
            if passed is not None:
                self.read(above)


def _freely(_: str) -> str | None:
    return None

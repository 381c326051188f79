"""Speaking and listening: lines out, replies in, and never more than a page at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from onlinesafe_tui.plain.moves import OutOfInput
from onlinesafe_tui.plain.render import printable

PAGE: Final = 15
"""Lines of a page, the line of the prompt among them."""


class Talk:
    """The one door between the program and the terminal: everything said is clean, and counted."""

    def __init__(
        self,
        *,
        ask: Callable[[str], str],
        ask_words: Callable[[str], str],
        ask_secret: Callable[[str], str],
        tell: Callable[[str], None],
        is_cut: Callable[[str], bool],
    ) -> None:
        """Begin to talk.

        Args:
            ask: Shows a prompt and returns what is typed; raises `EOFError` when the input ends.
            ask_words: Does the same for words, of which a paste may bring several lines.
            ask_secret: Does the same without showing what is typed.
            tell: Shows one line.
            is_cut: Tells whether the end of a line of what was typed never came.
        """
        self._ask = ask
        self._ask_words = ask_words
        self._ask_secret = ask_secret
        self._tell = tell
        self._is_cut = is_cut
        self._page: list[str] = []
        self._is_blank = True
        self._is_over = False

    @property
    def room(self) -> int:
        """Lines that still fit on this page; when the input ended, nobody can turn it, and there is always room."""
        return PAGE - 1 if self._is_over else PAGE - 1 - len(self._page)

    @property
    def is_page_empty(self) -> bool:
        """Whether nothing was told since the last prompt."""
        return not self._page

    @property
    def page(self) -> tuple[str, ...]:
        """What was told since the last prompt."""
        return tuple(self._page)

    def tell(self, line: str) -> None:
        """Tell one line; an empty one only between two others."""
        text = printable(line).rstrip()
        if text or not self._is_blank:
            self._tell(text)
            self._page.append(text)
        self._is_blank = not text

    def ask(self, prompt: str) -> str:
        """Ask, and return what is typed as it is.

        Raises:
            OutOfInput: The input ended.
            KeyboardInterrupt: The person broke off.
        """
        return self._listen(self._ask, prompt)

    def ask_words(self, prompt: str) -> str:
        """Ask for words, and return what is typed or pasted as it is.

        Raises:
            OutOfInput: The input ended.
            KeyboardInterrupt: The person broke off.
        """
        return self._listen(self._ask_words, prompt)

    def ask_secret(self, prompt: str) -> str:
        """Ask for something that nobody may see.

        Raises:
            OutOfInput: The input ended.
            KeyboardInterrupt: The person broke off.
        """
        return self._listen(self._ask_secret, prompt)

    def is_cut(self, words: str) -> bool:
        """Tell whether the end of a line of what was typed never came."""
        return self._is_cut(words)

    def _listen(self, ask: Callable[[str], str], prompt: str) -> str:
        self._page = []
        self._is_blank = True
        try:
            return ask(f"{printable(prompt)} ")
        except EOFError as error:
            self._is_over = True
            self._end_line()
            raise OutOfInput from error
        except KeyboardInterrupt:
            self._end_line()
            raise

    def _end_line(self) -> None:
        """Go to a new line, because nobody typed the Enter after the prompt."""
        self._tell("")

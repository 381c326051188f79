r"""Foreign text in Markdown: read as it was written, never as markup.

The file may well be read raw, so only what could mean something gets a backslash. What looks like an address becomes
code: programs would make a link of it that somebody might follow, and as code it can be copied as it stands.
"""

from __future__ import annotations

import re
from typing import Final

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]#<>|~$^]|&(?=[#\w])|!(?=\[)|:(?=[a-zA-Z+-][\w+-]*:)")
_LINKED: Final = re.compile(r"[.:@/]")
_NUMBER: Final = re.compile(r"[0-9]{1,9}[.)]")
_WORD: Final = re.compile(r"(\S+)")
_ADDRESS: Final = re.compile(r"://|\w@\w|\w\.[^\W\d_]")
_AROUND: Final = re.compile(r"""(?P<before>[(\["'<]*)(?P<address>.*?)(?P<after>[.,;:!?"'>]*)""", re.DOTALL)


def escaped(line: str) -> str:
    """Escape one line of text that stands after something else on its line."""
    return "".join(_escaped_word(piece) for piece in _WORD.split(line))


def escaped_start(line: str) -> str:
    """Escape one line of text that begins a line, where more has a meaning; an indent stays one to the eye."""
    text = line.lstrip(" \t")
    indent = "\N{NO-BREAK SPACE}" * len(line[: len(line) - len(text)].expandtabs(4))
    safe = escaped(text)
    if number := _NUMBER.match(safe):
        end = number.end() - 1
        safe = f"{safe[:end]}\\{safe[end:]}"
    elif safe.startswith(("-", "+", "=", ":")):
        safe = f"\\{safe}"
    return indent + safe


def _escaped_word(word: str) -> str:
    if not _ADDRESS.search(word):
        return _plain(word)
    if "`" in word:
        return _LINKED.sub(r"\\\g<0>", _plain(word))
    return _as_code(word)


def _as_code(word: str) -> str:
    """Write a word as code, the punctuation of the sentence around it left out."""
    around = _AROUND.fullmatch(word)
    if around is None:
        return f"`{word}`"
    before, address, after = around["before"], around["address"], around["after"]
    while address.endswith(")") and address.count(")") > address.count("("):
        address, after = address[:-1], f"){after}"
    return f"{_plain(before)}`{address}`{_plain(after)}"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)

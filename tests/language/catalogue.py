"""The messages of the interface: those in the code, and those in the catalogue of a language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

import onlinesafe_tui

PACKAGE: Final = Path(onlinesafe_tui.__file__).parent
"""The code whose messages are translated."""

PO: Final = PACKAGE / "locale" / "nl" / "LC_MESSAGES" / "onlinesafe.po"
"""What a translator works in."""

MO: Final = PO.with_suffix(".mo")
"""What the program reads."""

Id = str | tuple[str, str]
"""An English message; two of them when it has a form for one and a form for many."""

_ONE: Final = frozenset({"N_", "words", "_words"})
_MANY: Final = "plural"

_ABOUT: Final = """\
# The Dutch words of the interface. `make messages` adds what is new in the code, drops what is gone, and compiles."""

_HEADER: Final = {
    "Project-Id-Version": "OnlineSafe",
    "Language": "nl",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


class StillCatalog(Catalog):
    """A catalogue with a header that never changes: usually it has dates and the versions of tools."""

    def __iter__(self) -> Iterator[Message]:
        """Give the header, then the messages."""
        header = "".join(f"{name}: {value}\n" for name, value in _HEADER.items())
        return chain([Message("", header)], islice(super().__iter__(), 1, None))


def messages_in(folder: Path) -> tuple[Id, ...]:
    """Find every message in the code, in the order in which it stands there.

    The usual tools read a file word by word, and overlook what stands inside an f-string.
    """
    found = (
        id
        for path in sorted(folder.rglob("*.py"))
        for id in _messages(ast.parse(path.read_text(encoding="utf-8"), filename=str(path)))
    )
    return tuple(dict.fromkeys(found))


def read(path: Path) -> Catalog:
    """Read a catalogue, whether it is compiled or not."""
    with path.open("rb") as file:
        return read_mo(file) if path.suffix == ".mo" else read_po(file, locale="nl", abort_invalid=True)


def refreshed(catalogue: Catalog, ids: tuple[Id, ...]) -> Catalog:
    """Return a catalogue with these messages and no others; a new one is not translated yet."""
    fresh = StillCatalog(locale="nl", header_comment=_ABOUT, fuzzy=False)
    for id in ids:
        known = catalogue.get(id)
        string = known.string if known and isinstance(known.string, type(id)) else None
        fresh.add(id, string, user_comments=known.user_comments if known else ())
    return fresh


def written(catalogue: Catalog) -> bytes:
    """Return what stands in the file that a translator works in."""
    file = BytesIO()
    write_po(file, catalogue, width=0, no_location=True)
    return file.getvalue().rstrip(b"\n") + b"\n"


def compiled(catalogue: Catalog) -> bytes:
    """Return what stands in the file that the program reads."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def id_of(message: Message) -> Id:
    """Return the English message, in the shape in which the code has it."""
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def strings_of(message: Message) -> tuple[str, ...]:
    """Return every form of the translation; an empty one is not translated."""
    strings = message.string or ""
    return (strings,) if isinstance(strings, str) else tuple(strings)


def _messages(tree: ast.AST) -> Iterator[Id]:
    if isinstance(tree, ast.Call):
        name = tree.func.id if isinstance(tree.func, ast.Name) else getattr(tree.func, "attr", "")
        texts = [
            node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else "" for node in tree.args
        ]
        if name in _ONE and texts[:1] > [""]:
            yield texts[0]
        elif name == _MANY and len(texts) > 1 and all(texts[:2]):
            yield texts[0], texts[1]
    for node in ast.iter_child_nodes(tree):
        yield from _messages(node)

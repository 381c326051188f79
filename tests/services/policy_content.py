"""A policy scan of four statements to test with, and a laptop on which it lies."""

from __future__ import annotations

from pathlib import Path

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.settings import Settings
from tests.library.writing import AGING, complete, page, write
from tests.plain.laptop import Laptop


def statement(level: str, order: int, nl: str, en: str, front: str = "") -> str:
    """Make a statement in both languages."""

    def body(word: str) -> str:
        return (
            f"{word}.\n\n## A {{#proof}}\n- {word} proof\n\n## B {{#actions}}\n- {word} first {{#first}}\n"
            f"- {word} second {{#second}}\n\n## C {{#text}}\n```template\n{word} {{organisation}}\ngoes on.\n\n"
            f"- {word} item\n```"
        )

    text = page(body(nl), body(en), front=f"level: {level}\norder: {order}\n{AGING}\n{front}".rstrip())
    return text.replace("# Titel", f"# {nl}").replace("# Title", f"# {en}")


FILES = {
    "policy/recordings.md": statement("quality", 20, "Opnemen is afgesproken", "Recording is agreed"),
    "policy/channels.md": statement("quality", 10, "Kanalen zijn gekozen", "Channels are chosen"),
    "policy/training.md": statement("prevention", 10, "Iedereen leert het", "Everybody learns it"),
    "policy/aftercare.md": statement("reaction", 10, "Nazorg is er", "Aftercare is there"),
    "policy/belgium.md": statement("reaction", 20, "Alleen in België", "Only in Belgium", "country: [be]"),
}

IDS = ("channels", "recordings", "training", "aftercare")
"""The statements that hold in the Netherlands, in their order."""


def laptop_with(folder: Path, files: dict[str, str] | None = None, overlay: Path | None = None) -> Laptop:
    """A laptop in the Netherlands on which these statements lie."""
    content = complete(folder / "content")
    write(content, FILES if files is None else files)
    laptop = Laptop(folder, Library(content, overlay), Settings())
    laptop.choose(Language.EN, Country.NL)
    return laptop

"""One content file, taken apart: its front matter, and one part per language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import msgspec
import yaml

from onlinesafe_tui.domain.text import clean_name, clean_text
from onlinesafe_tui.language import N_, Language
from onlinesafe_tui.library.blocks import Block
from onlinesafe_tui.library.markdown import BlockParser
from onlinesafe_tui.library.meta import EXAMPLES, Meta
from onlinesafe_tui.library.problems import Problem

LARGEST: Final = 1_000_000
"""Bytes of one content file; a larger one is refused."""

DEEPEST: Final = 2_000
"""Signs in the front matter that can open something inside something else; the YAML parser falls over many more."""

_TITLE: Final = re.compile(r"#\s+(?P<title>.+?)\s*\{(?P<attributes>[^{}]*)\}\s*")
_LANG: Final = re.compile(r"(?:^|\s)lang=(\S+)")
_FENCE: Final = re.compile(r"\s{0,3}(`{3,}|~{3,})(.*)")
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Part:
    """What a file says in one language."""

    language: Language
    title: str
    blocks: tuple[Block, ...]
    line: int
    """The line of its heading, from 1."""


@dataclass(frozen=True, slots=True)
class Source:
    """A content file, as far as it can be understood."""

    path: Path
    meta: Meta
    parts: Mapping[Language, Part]
    problems: tuple[Problem, ...]
    """What is wrong with it; empty when all of it was understood."""

    meta_lines: Mapping[str, int]
    """The line of each front matter key, from 1."""


def read_source(path: Path, meta_type: type[Meta]) -> Source:
    """Read a content file; what is wrong with it comes with it.

    Raises:
        OSError: The file cannot be read at all.
    """
    reader = _Reader(path)
    lines = reader.lines()
    body = reader.front_matter(lines)
    meta = reader.meta(meta_type)
    return Source(path, meta, reader.parts(lines, body), tuple(reader.problems), reader.key_lines)


class _Reader:
    """Takes one file apart and collects what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.key_lines: dict[str, int] = {}
        self._raw: dict[str, Any] = {}
        self._is_broken = False

    def note(self, line: int, message: str, **values: object) -> None:
        self.problems.append(Problem(self.path, line, message, values))

    def lines(self) -> list[str]:
        """Read the file and clean it; none of it is read when it is too large or in another encoding."""
        with self.path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            self._break(1, N_("This file is larger than 1 MB; split it"))
            return []
        try:
            return clean_text(raw.decode("utf-8"), longest=2 * LARGEST).split("\n")
        except UnicodeDecodeError:
            self._break(1, N_("This file is not UTF-8; save it as UTF-8"))
            return []

    def front_matter(self, lines: list[str]) -> int:
        """Read the front matter; return the index of the first line after it."""
        if not lines or lines[0].rstrip() != "---":
            return 0
        end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
        if end is None:
            self._break(1, N_("The front matter has no end; write --- on a line of its own after it"))
            return len(lines)
        for number, line in enumerate(lines[1:end], 2):
            if key := re.match(r"([A-Za-z_]+)\s*:", line):
                if key[1] in self.key_lines:
                    self.note(number, N_("{found} stands here twice; write it once"), found=key[1])
                self.key_lines.setdefault(key[1], number)
        loaded = self._yaml("\n".join(lines[1:end]))
        if loaded is None or isinstance(loaded, dict):
            self._raw = {clean_name(str(key)): _cleaned(value) for key, value in (loaded or {}).items()}
        else:
            self._break(2, N_("The front matter is not a list of keys; write key: value"))
        return end + 1

    def _break(self, line: int, message: str) -> None:
        """Note why the front matter cannot be read at all, so that nothing more is said of it."""
        self.note(line, message)
        self._is_broken = True

    def _yaml(self, text: str) -> object:
        message = N_("This is not YAML; write key: value, and quote text with a colon")
        if sum(map(text.count, "[{-?")) > DEEPEST:
            self._break(2, message)
            return None
        try:
            loaded: object = yaml.load(text, _LOADER)  # noqa: S506  (the safe loader, in C where there is one)
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            self._break(2 + (min(mark.line, text.count("\n")) if mark else 0), message)
        except ValueError:
            self._break(2, N_("A day or number in the front matter does not exist; write a day as 2026-11-22"))
        else:
            return loaded
        return None

    def meta(self, meta_type: type[Meta]) -> Meta:
        """Check the front matter against what its kind has."""
        if self._is_broken:
            return Meta()
        known, required = _keys(meta_type)
        for key in [key for key in self._raw if key not in known]:
            line = self.key_lines.get(key, 2)
            self.note(
                line, N_("{found} is not known here; write one of: {known}"), found=key, known=", ".join(sorted(known))
            )
            del self._raw[key]
        missing = sorted(required - set(self._raw))
        if missing:
            self.note(1, N_("Missing in the front matter: {missing}; add it"), missing=", ".join(missing))
            return Meta()
        try:
            return msgspec.convert(self._raw, meta_type)
        except msgspec.ValidationError as error:
            key = re.split(r"[.\[`]", str(error).partition(" - at `$.")[2])[0]
            message = N_("{key} cannot be this; write for example {key}: {example}")
            self.note(self.key_lines.get(key, 2), message, key=key, example=EXAMPLES.get(key, "…"))
            return Meta()

    def parts(self, lines: list[str], body: int) -> dict[Language, Part]:
        """Parse the part of every language."""
        parts: dict[Language, Part] = {}
        found = list(self._titles(lines, body))
        opening = found[0][0] if found else len(lines)
        if any(line.strip() for line in lines[body:opening]):
            self.note(body + 1, N_("Text before the first heading; open it with # Title {{lang=nl}}"))
        for (start, title, language), (end, *_) in pairwise([*found, (len(lines), "", None)]):
            if language is None:
                continue
            if language in parts:
                self.note(start + 1, N_("{language} stands here twice; write one part per language"), language=language)
            parser = BlockParser(first_line=start + 2)
            blocks = parser.parse("\n".join(lines[start + 1 : end]))
            for line, message, values in parser.notes:
                self.note(line, message, **values)
            parts[language] = Part(language, title, blocks, start + 1)
        return parts

    def _titles(self, lines: list[str], body: int) -> Iterator[tuple[int, str, Language | None]]:
        fence = ""
        for index, line in enumerate(lines[body:], body):
            fence = _fence_after(line, fence)
            if fence or not line.startswith("# "):
                continue
            heading = _TITLE.fullmatch(line)
            lang = _LANG.search(heading["attributes"]) if heading else None
            if heading is None or lang is None:
                self.note(
                    index + 1,
                    N_("A first-level heading opens a language; write # Title {{lang=nl}} or ## for a section"),
                )
                yield index, "", None
            elif lang[1] not in list(Language):
                message = N_("{found} is not a language here; write lang=nl or lang=en")
                self.note(index + 1, message, found=lang[1])
                yield index, "", None
            else:
                yield index, clean_text(heading["title"]), Language(lang[1])


@cache
def _keys(meta_type: type[Meta]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys that a front matter can have, and those that it must have."""
    fields = msgspec.structs.fields(meta_type)
    return frozenset(field.encode_name for field in fields), frozenset(
        field.encode_name for field in fields if field.required
    )


def _fence_after(line: str, fence: str) -> str:
    """Return the sign of the fence that is open after a line; empty when none is."""
    found = _FENCE.fullmatch(line)
    if not found:
        return fence
    if not fence:
        return "" if "`" in found[2] else found[1]
    return "" if found[1].startswith(fence) and not found[2].strip() else fence


def _cleaned(value: object) -> object:
    """Clean the texts of a value: YAML has a way to write signs that the file itself does not hold."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [clean_text(item) if isinstance(item, str) else item for item in value]
    if isinstance(value, dict):
        return {
            clean_name(str(key)): clean_text(item) if isinstance(item, str) else item for key, item in value.items()
        }
    return value

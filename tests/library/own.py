"""Folders of an organisation to test with: one as it should be, and one as nobody should have it."""

from __future__ import annotations

import os
import re
import struct
import zlib
from pathlib import Path

import pytest

from onlinesafe_tui.library.starter import write_starter
from tests.library.writing import TODAY, page, write

NAME = "Jeugdhulp De Brug"
NUMBER = "020 123 45 67"

needs_odd_names = pytest.mark.skipif(os.name == "nt", reason="such names cannot be made there")

_BLANK = re.compile(r"\[(?:vul|fill) in[^\]]*\]")


def chunk(name: bytes, data: bytes) -> bytes:
    """Make a piece of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int = 2, height: int = 1) -> bytes:
    """Make a small picture, whatever size it says it has."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0\0")) + chunk(b"IEND", b"")


def filled(folder: Path) -> Path:
    """Write the starter, and fill in all of it as an organisation would."""
    write_starter(folder, TODAY)
    for path in folder.rglob("*.md"):
        if path.name != "README.md":
            text = path.read_text(encoding="utf-8")
            text = text.replace("[vul in: het nummer] [fill in: the number]", NUMBER)
            text = text.replace("[vul in: de naam van je organisatie] [fill in: the name of your organisation]", NAME)
            text = text.replace("# logo: logo.png", "logo: logo.png")
            path.write_text(_BLANK.sub("ingevuld", text), encoding="utf-8")
    (folder / "logo.png").write_bytes(png())
    return folder


def hostile(folder: Path) -> Path:
    """Write everything into a folder that could make a program stumble."""
    write(
        folder,
        {
            "contacts/huge.md": b"x" * 1_000_001,
            "contacts/binary.md": bytes(range(256)) * 10,
            "contacts/\x1b]0;evil\x07\u202e.md": page(),
            "organisation/\x1b[31m.md": page(),
            "\x1b[2J/a.md": page(),
            "laws/deep.md": "---\n" + "[" * 100_000 + "\n---\n",
            "organisation.md": b"\xff\xfe" + bytes(100),
        },
    )
    (folder / "steps").symlink_to(folder / "steps")
    (folder / "circle").symlink_to(folder)
    (folder / "questions").symlink_to("/nowhere")
    (folder / "contacts" / "loop.md").symlink_to("loop.md")
    os.mkfifo(folder / "contacts" / "pipe.md")
    os.mkfifo(folder / "pipe.md")
    return folder

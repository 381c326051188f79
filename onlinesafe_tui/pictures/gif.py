"""GIF: blocks one after the other, of which only some are the picture."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from onlinesafe_tui.pictures.icc import neutral_profile, profile_traces
from onlinesafe_tui.pictures.ifd import MOST_PARTS, Broken, decoded
from onlinesafe_tui.pictures.jpeg import trailing_traces
from onlinesafe_tui.pictures.look import Format, Look
from onlinesafe_tui.pictures.traces import Amount, Trace, TraceKind, in_order, quoted
from onlinesafe_tui.pictures.xmp import xmp_traces

_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_COMMENT, _PLAIN_TEXT, _CONTROL, _APPLICATION = 0xFE, 0x01, 0xF9, 0xFF
_LOOPS: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_PROFILE: Final = b"ICCRGBG1012"
_XMP: Final = b"XMP DataXMP"
_XMP_TAIL: Final = 257
"""Bytes after XMP that let a reader of blocks find the end of it: they stand for no text."""


@dataclass(frozen=True, slots=True)
class _Block:
    label: int
    """What an extension is; the mark of an image for an image."""

    raw: bytes
    """The whole block."""

    body: bytes
    """What is in the sub-blocks of an extension."""


def look_at_gif(data: bytes) -> Look:
    """Say what a GIF file tells.

    Raises:
        Broken: It ends too early, or is no GIF.
    """
    head, blocks, trailing = _read(data)
    width, height = struct.unpack_from("<HH", head, 6)
    frames = sum(block.label == _IMAGE for block in blocks)
    found = (*_traces(blocks), *trailing_traces(trailing))
    return Look(format=Format.GIF, width=width, height=height, frames=frames, traces=in_order(found))


def clean_gif(data: bytes) -> bytes:
    """Return the same picture, bit for bit, with nothing else in the file.

    Raises:
        Broken: It ends too early, or is no GIF.
    """
    head, blocks, _ = _read(data)
    written = [head]
    for block in blocks:
        if _is_profile(block):
            profile = neutral_profile(_joined(block.raw, 14))
            written.append(b"\x21\xff\x0b" + _PROFILE + _split(profile) if profile else b"")
        elif block.label in (_IMAGE, _CONTROL) or block.body.startswith(_LOOPS):
            written.append(block.raw)
    return b"".join((*written, b";"))


def _read(data: bytes) -> tuple[bytes, list[_Block], bytes]:
    """Return the header with its colours, the blocks, and what stands after the end."""
    if data[:6] not in (b"GIF87a", b"GIF89a") or len(data) < 13:
        raise Broken
    at = 13 + _colours(data[10])
    head = data[:at]
    blocks: list[_Block] = []
    while at < len(data):
        if data[at] == _END:
            break
        if data[at] == _EXTENSION and at + 2 < len(data):
            end = _end(data, at + 2)
            label = data[at + 1]
            blocks.append(_Block(label, data[at:end], b"" if label == _CONTROL else _joined(data[at:end], 2)))
        elif data[at] == _IMAGE and at + 10 < len(data):
            end = _end(data, at + 11 + _colours(data[at + 9]))
            blocks.append(_Block(_IMAGE, data[at:end], b""))
        else:
            raise Broken
        if len(blocks) > MOST_PARTS:
            raise Broken
        at = end
    # Some programs leave out the byte that ends the file.
    if all(block.label != _IMAGE for block in blocks):
        raise Broken
    return head, blocks, data[at + 1 :]


def _traces(blocks: list[_Block]) -> Iterator[Trace]:
    others = 0
    for block in blocks:
        if block.label == _COMMENT:
            yield from quoted(TraceKind.COMMENT, decoded(block.body)) or (Trace(TraceKind.COMMENT),)
        elif block.label == _PLAIN_TEXT:
            yield from quoted(TraceKind.CAPTION, decoded(block.body[12:]))
        elif block.label == _APPLICATION and block.body.startswith(_XMP):
            # XMP stands there as it is, so what looks like the sizes of blocks are letters of it.
            yield from xmp_traces(block.raw[14:].removesuffix(b"\0")[: -_XMP_TAIL or None])
        elif _is_profile(block):
            yield from profile_traces(_joined(block.raw, 14))
        elif block.label not in (_IMAGE, _CONTROL) and not block.body.startswith(_LOOPS):
            others += 1
    if others:
        yield Trace(TraceKind.OTHER, Amount(others))


def _is_profile(block: _Block) -> bool:
    return block.label == _APPLICATION and block.body.startswith(_PROFILE)


def _colours(flags: int) -> int:
    """Return how many bytes a table of colours takes."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _end(data: bytes, at: int) -> int:
    """Return where the sub-blocks that begin here end."""
    while at < len(data):
        size = data[at]
        at += 1 + size
        if not size:
            return at
    raise Broken


def _joined(raw: bytes, at: int) -> bytes:
    """Return what is in the sub-blocks that begin here."""
    pieces = []
    while at < len(raw) and raw[at]:
        pieces.append(raw[at + 1 : at + 1 + raw[at]])
        at += 1 + raw[at]
    return b"".join(pieces)


def _split(data: bytes) -> bytes:
    pieces = (data[at : at + 255] for at in range(0, len(data), 255))
    return b"".join(bytes((len(piece),)) + piece for piece in pieces) + b"\0"

"""The things in a HEIC or AVIF file: pictures, small ones of them, and what is written beside them."""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from onlinesafe_tui.pictures.boxes import Box, Boxes
from onlinesafe_tui.pictures.ifd import Broken

_MOST_ITEMS: Final = 5000


@dataclass(slots=True)
class Items:
    """The things in the file, by their numbers."""

    kinds: dict[int, bytes] = field(default_factory=dict)
    """The four letters of each; for text with a content type, that type."""

    places: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    """How each is stored (0 in the file, 1 in a box for it), where it begins, and how long it is."""

    smaller: set[int] = field(default_factory=set)
    """Small pictures of another one."""

    beside: set[int] = field(default_factory=set)
    """Pictures that belong to another one, such as how far away everything is."""

    sizes: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Width and height of each picture, in pixels."""

    profiles: list[bytes] = field(default_factory=list)
    main: int = 0
    data: Box | None = None
    """The box with what is stored in a box."""


def items_in(boxes: Boxes, meta: Box) -> Items:
    """Read what there is in a file.

    Args:
        boxes: The file.
        meta: The box that describes it.

    Raises:
        Broken: It ends too early, or there is no picture in it.
    """
    try:
        return _read(boxes, meta)
    except (struct.error, IndexError) as error:
        raise Broken from error


def _read(boxes: Boxes, meta: Box) -> Items:
    items = Items()
    for box in boxes.inside(meta, 4):
        body = boxes.contents(box)
        match box.name:
            case b"pitm":
                items.main = int.from_bytes(body[4 : 6 if body[0] == 0 else 8], "big")
            case b"iinf":
                _read_kinds(boxes, box, body, items)
            case b"iloc":
                _read_places(body, items)
            case b"iref":
                _read_references(boxes, box, body, items)
            case b"iprp":
                _read_properties(boxes, box, items)
            case b"idat":
                items.data = box
    if items.main not in items.kinds:
        raise Broken
    return items


def _read_kinds(boxes: Boxes, box: Box, body: bytes, items: Items) -> None:
    for entry in boxes.inside(box, 6 if body[0] == 0 else 8):
        text = boxes.contents(entry)
        if entry.name != b"infe" or text[0] < 2 or len(items.kinds) > _MOST_ITEMS:
            continue
        wide = 4 if text[0] == 3 else 2
        id, rest = int.from_bytes(text[4 : 4 + wide], "big"), text[4 + wide + 2 :]
        kind, names = rest[:4], rest[4:].split(b"\0")
        items.kinds[id] = names[1] if kind == b"mime" and len(names) > 1 and names[1] else kind


def _read_places(body: bytes, items: Items) -> None:
    version, sizes = body[0], body[4:6]
    offset_size, length_size, base_size, index_size = sizes[0] >> 4, sizes[0] & 15, sizes[1] >> 4, sizes[1] & 15
    at = 6

    def number(width: int) -> int:
        nonlocal at
        if at + width > len(body):
            raise Broken
        value = int.from_bytes(body[at : at + width], "big")
        at += width
        return value

    for _ in range(min(number(4 if version == 2 else 2), _MOST_ITEMS)):
        id = number(4 if version == 2 else 2)
        method = number(2) & 15 if version else 0
        number(2)
        base = number(base_size)
        for extent in range(min(number(2), _MOST_ITEMS)):
            if version and index_size:
                number(index_size)
            offset, length = number(offset_size), number(length_size)
            if extent == 0:
                items.places[id] = method, base + offset, length


def _read_references(boxes: Boxes, box: Box, body: bytes, items: Items) -> None:
    wide = 2 if body[0] == 0 else 4
    for reference in boxes.inside(box, 4):
        source = int.from_bytes(boxes.contents(reference)[:wide], "big")
        if reference.name == b"thmb":
            items.smaller.add(source)
        elif reference.name == b"auxl":
            items.beside.add(source)


def _read_properties(boxes: Boxes, box: Box, items: Items) -> None:
    sizes: dict[int, tuple[int, int]] = {}
    for part in boxes.inside(box):
        if part.name == b"ipco":
            for number, property in enumerate(boxes.inside(part), 1):
                body = boxes.contents(property)
                if property.name == b"ispe":
                    sizes[number] = struct.unpack_from(">II", body, 4)
                elif property.name == b"colr" and body[:4] in (b"prof", b"rICC"):
                    items.profiles.append(body[4:])
        elif part.name == b"ipma":
            with suppress(IndexError):
                _read_associations(boxes.contents(part), sizes, items)


def _read_associations(body: bytes, sizes: dict[int, tuple[int, int]], items: Items) -> None:
    wide, is_long = (4 if body[0] else 2), bool(body[3] & 1)
    at = 8
    for _ in range(min(int.from_bytes(body[4:8], "big"), _MOST_ITEMS)):
        id, count = int.from_bytes(body[at : at + wide], "big"), body[at + wide]
        at += wide + 1
        for _ in range(count):
            number = int.from_bytes(body[at : at + 2], "big") & 0x7FFF if is_long else body[at] & 0x7F
            at += 2 if is_long else 1
            if number in sizes:
                items.sizes[id] = sizes[number]

"""HEIC and AVIF: what they tell, and the picture in them as a clean JPEG, because they cannot be taken apart safely."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.pictures.boxes import Box, Boxes
from onlinesafe_tui.pictures.exif import exif_traces, inside_trace
from onlinesafe_tui.pictures.icc import neutral_profile, profile_traces
from onlinesafe_tui.pictures.ifd import Broken
from onlinesafe_tui.pictures.jpeg import trailing_traces
from onlinesafe_tui.pictures.look import Format, Look
from onlinesafe_tui.pictures.traces import Inside, Trace, TraceKind, in_order
from onlinesafe_tui.pictures.xmp import LONGEST, xmp_traces

if TYPE_CHECKING:
    from PIL.Image import Image

BRANDS: Final = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"), Format.HEIC),
    **dict.fromkeys((b"avif", b"avis"), Format.AVIF),
}
"""The brand at the beginning of a file, and what it means."""

MOST_PIXELS: Final = 200_000_000
"""Pixels of a picture that is taken in whole; they take four bytes each."""

_QUALITY: Final = 95
_MOST_ITEMS: Final = 5000


class NoDecoder(Exception):
    """The part that reads HEIC is not there on this computer. It stays inside this package."""


@dataclass(slots=True)
class _Items:
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


def look_at_heif(data: bytes, format: Format) -> Look:
    """Say what a HEIC or AVIF file tells.

    Raises:
        Broken: It ends too early, or there is no picture in it.
    """
    boxes = Boxes(BytesIO(data), len(data))
    meta = next((box for box in boxes.at_top() if box.name == b"meta"), None)
    if meta is None:
        raise Broken
    try:
        items = _items(boxes, meta)
    except (struct.error, IndexError) as error:
        raise Broken from error
    shape = items.sizes.get(items.main, (0, 0))
    found = tuple(_traces(boxes, items, shape))
    return Look(format=format, width=shape[0], height=shape[1], traces=in_order(found))


def clean_heif(data: bytes, format: Format) -> bytes:
    """Return the picture as a JPEG that holds nothing else, turned as it is to be seen.

    Raises:
        Broken: The picture cannot be read.
        NoDecoder: The part that reads HEIC is not there.
    """
    look = look_at_heif(data, format)
    if not 0 < look.width * look.height <= MOST_PIXELS:
        raise Broken
    image, profile = _pixels(data, format)
    written = BytesIO()
    image.convert("RGB").save(written, "JPEG", quality=_QUALITY, subsampling=0, icc_profile=neutral_profile(profile))
    return written.getvalue()


def _pixels(data: bytes, format: Format) -> tuple[Image, bytes]:
    """Read the picture, and the profile of its colours."""
    from PIL import Image, ImageOps  # noqa: PLC0415  (only a copy of these two kinds needs it)

    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            if format is Format.AVIF:
                with Image.open(BytesIO(data), formats=["AVIF"]) as image:
                    return ImageOps.exif_transpose(image), image.info.get("icc_profile") or b""
            return _heic_pixels(data)
    except (
        OSError,
        ValueError,
        EOFError,
        SyntaxError,
        RuntimeError,
        MemoryError,
        Image.DecompressionBombError,
    ) as error:
        raise Broken from error
    except Image.DecompressionBombWarning as error:
        raise Broken from error


def _heic_pixels(data: bytes) -> tuple[Image, bytes]:
    try:
        import pillow_heif  # noqa: PLC0415  (there is no wheel of it for every computer)
    except ImportError as error:
        raise NoDecoder from error
    opened = pillow_heif.open_heif(BytesIO(data), convert_hdr_to_8bit=True)
    return opened.to_pillow(), opened.info.get("icc_profile") or b""


def _traces(boxes: Boxes, items: _Items, shape: tuple[int, int]) -> Iterator[Trace]:
    for id, kind in items.kinds.items():
        if kind == b"Exif":
            # Four bytes say how far it still is to the byte order mark.
            stored = _stored(boxes, items, id)
            skip = int.from_bytes(stored[:4], "big")
            yield from exif_traces(stored[4 + skip :].removeprefix(b"Exif\0\0"), shape)
        elif kind == b"application/rdf+xml":
            yield from xmp_traces(_stored(boxes, items, id))
        elif kind in (b"mime", b"uri ") or b"/" in kind:
            yield Trace(TraceKind.UNREADABLE)
    for id in items.smaller:
        yield inside_trace(TraceKind.THUMBNAIL, items.sizes.get(id, (0, 0)), shape)
    if items.beside:
        yield Trace(TraceKind.SECOND_PICTURE, Inside())
    for profile in items.profiles:
        yield from profile_traces(profile)
    yield from _other_boxes(boxes)


def _other_boxes(boxes: Boxes) -> Iterator[Trace]:
    for box in boxes.at_top():
        if box.name == b"moov":
            yield Trace(TraceKind.VIDEO_IN_PICTURE)
        elif box.name not in (b"ftyp", b"meta", b"mdat", b"free", b"skip", b"wide"):
            yield from trailing_traces(boxes.contents(box) or b"\1")


def _stored(boxes: Boxes, items: _Items, id: int) -> bytes:
    method, start, length = items.places.get(id, (0, 0, 0))
    if method == 1 and items.data is not None:
        start += items.data.start
    return boxes.read(start, min(length, LONGEST + 1)) if method in (0, 1) else b""


def _items(boxes: Boxes, meta: Box) -> _Items:
    items = _Items()
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


def _read_kinds(boxes: Boxes, box: Box, body: bytes, items: _Items) -> None:
    for entry in boxes.inside(box, 6 if body[0] == 0 else 8):
        text = boxes.contents(entry)
        if entry.name != b"infe" or text[0] < 2 or len(items.kinds) > _MOST_ITEMS:
            continue
        wide = 4 if text[0] == 3 else 2
        id, rest = int.from_bytes(text[4 : 4 + wide], "big"), text[4 + wide + 2 :]
        kind, names = rest[:4], rest[4:].split(b"\0")
        items.kinds[id] = names[1] if kind == b"mime" and len(names) > 1 and names[1] else kind


def _read_places(body: bytes, items: _Items) -> None:
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


def _read_references(boxes: Boxes, box: Box, body: bytes, items: _Items) -> None:
    wide = 2 if body[0] == 0 else 4
    for reference in boxes.inside(box, 4):
        source = int.from_bytes(boxes.contents(reference)[:wide], "big")
        if reference.name == b"thmb":
            items.smaller.add(source)
        elif reference.name == b"auxl":
            items.beside.add(source)


def _read_properties(boxes: Boxes, box: Box, items: _Items) -> None:
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


def _read_associations(body: bytes, sizes: dict[int, tuple[int, int]], items: _Items) -> None:
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


def brand_of(data: bytes) -> Format | None:
    """Return what the first bytes of a file with boxes say that it is; None for a video or something else."""
    if data[4:8] != b"ftyp":
        return None
    known = (BRANDS.get(data[at : at + 4]) for at in (8, *range(16, min(len(data), 64), 4)))
    return next((format for format in known if format), None)

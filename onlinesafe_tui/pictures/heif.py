"""HEIC and AVIF: what they tell, and the picture in them as a clean JPEG, because they cannot be taken apart safely."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from onlinesafe_tui.pictures.boxes import Boxes
from onlinesafe_tui.pictures.exif import exif_traces, inside_trace
from onlinesafe_tui.pictures.heif_items import Items, items_in
from onlinesafe_tui.pictures.icc import neutral_profile, profile_traces
from onlinesafe_tui.pictures.ifd import Broken
from onlinesafe_tui.pictures.jpeg import trailing_traces
from onlinesafe_tui.pictures.look import Format, Look
from onlinesafe_tui.pictures.traces import Inside, Trace, TraceKind, in_order
from onlinesafe_tui.pictures.xmp import LONGEST, xmp_traces

if TYPE_CHECKING:
    from PIL.Image import Image

_HEIC_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
_AVIF_BRANDS: Final = frozenset({b"avif", b"avis"})
_PICTURE_BRANDS: Final = frozenset({b"mif1", b"msf1"})
"""Brands at the beginning of a file; the last ones say only that there is a picture in it."""

MOST_PIXELS: Final = 200_000_000
"""Pixels of a picture that is taken in whole; they take four bytes each."""

_QUALITY: Final = 95
_MOST_READ: Final = 20
"""Items with something to read that are read."""

_DECODER_FAILS: Final = (OSError, ValueError, EOFError, LookupError, TypeError, RuntimeError, MemoryError, SyntaxError)
"""What the decoders raise for a damaged file."""


class NoDecoder(Exception):
    """The part that reads HEIC is not there on this computer. It stays inside this package."""


def look_at_heif(data: bytes, format: Format) -> Look:
    """Say what a HEIC or AVIF file tells.

    Raises:
        Broken: It ends too early, or there is no picture in it.
    """
    boxes = Boxes(BytesIO(data), len(data))
    meta = next((box for box in boxes.at_top() if box.name == b"meta"), None)
    if meta is None:
        raise Broken
    items = items_in(boxes, meta)
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
    _without_holes(image).save(written, "JPEG", quality=_QUALITY, subsampling=0, icc_profile=neutral_profile(profile))
    return written.getvalue()


def _pixels(data: bytes, format: Format) -> tuple[Image, bytes]:
    """Read the picture, and the profile of its colours."""
    from PIL import Image, ImageOps  # noqa: PLC0415  (only a copy of these two kinds needs it)

    try:
        # What is odd in data that does not go along is nothing to warn of, and would be written over the screen.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if format is Format.HEIC:
                return _heic_pixels(data)
            with Image.open(BytesIO(data), formats=["AVIF"]) as image:
                return ImageOps.exif_transpose(image), image.info.get("icc_profile") or b""
    except (*_DECODER_FAILS, Image.DecompressionBombError) as error:
        raise Broken from error


def _without_holes(image: Image) -> Image:
    """Return the picture on white: a JPEG has no pixels that one can see through."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    white = image.convert("RGBA")
    white.paste((255, 255, 255, 255), (0, 0, *image.size))
    white.alpha_composite(image.convert("RGBA"))
    return white.convert("RGB")


def _heic_pixels(data: bytes) -> tuple[Image, bytes]:
    try:
        import pillow_heif  # noqa: PLC0415  (there is no wheel of it for every computer)
    except ImportError as error:
        raise NoDecoder from error
    opened = pillow_heif.open_heif(BytesIO(data), convert_hdr_to_8bit=True)
    return opened.to_pillow(), opened.info.get("icc_profile") or b""


def _traces(boxes: Boxes, items: Items, shape: tuple[int, int]) -> Iterator[Trace]:
    read = 0
    for id, kind in items.kinds.items():
        if kind in (b"Exif", b"application/rdf+xml"):
            read += 1
        if read > _MOST_READ:
            yield Trace(TraceKind.UNREADABLE)
            break
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


def _stored(boxes: Boxes, items: Items, id: int) -> bytes:
    method, start, length = items.places.get(id, (0, 0, 0))
    if method == 1 and items.data is not None:
        start += items.data.start
    return boxes.read(start, min(length, LONGEST + 1)) if method in (0, 1) else b""


def brand_of(data: bytes) -> Format | None:
    """Return what the first bytes of a file with boxes say that it is; None for a video or something else."""
    if data[4:8] != b"ftyp":
        return None
    brands = {data[at : at + 4] for at in (8, *range(16, min(int.from_bytes(data[:4], "big"), len(data), 64), 4))}
    if brands & _HEIC_BRANDS:
        return Format.HEIC
    if brands & _AVIF_BRANDS:
        return Format.AVIF
    return Format.HEIC if brands & _PICTURE_BRANDS else None

"""MP4 and MOV: what a video tells. There is no clean copy of one: too much of it stands between the pixels."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import BinaryIO, Final

from onlinesafe_tui.pictures.boxes import Box, Boxes
from onlinesafe_tui.pictures.ifd import Broken, decoded
from onlinesafe_tui.pictures.look import Format, Look
from onlinesafe_tui.pictures.traces import (
    Amount,
    Heading,
    Height,
    Inside,
    Moment,
    Trace,
    TraceKind,
    in_order,
    place_trace,
    quoted,
)
from onlinesafe_tui.pictures.xmp import moment_traces, xmp_traces

_EPOCH: Final = datetime(1904, 1, 1)
_XMP_BOX: Final = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_TRACKS: Final = frozenset({b"gpmd", b"camm", b"mebx", b"fdsc", b"djmd", b"dbgi", b"rtmd"})
"""Formats of a track in which a camera goes on writing where it is, or how it moves."""

_KNOWN_TOP: Final = frozenset(
    {*(b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"moof", b"mfra", b"sidx", b"styp", b"pdin"), _XMP_BOX}
)
_KINDS: Final[dict[str, TraceKind]] = {
    **dict.fromkeys(("make", "model", "manufacturer", "©mak", "©mod", "manu", "modl", "lens_model"), TraceKind.DEVICE),
    **dict.fromkeys(("software", "version", "©swr", "©too", "©enc", "©fmt"), TraceKind.SOFTWARE),
    **dict.fromkeys(("location.name", "location.note", "location.body"), TraceKind.PLACE_NAME),
    **dict.fromkeys(("author", "artist", "copyright", "director", "producer", "publisher"), TraceKind.OWNER),
    **dict.fromkeys(("©aut", "©ART", "©cpy", "©prd", "©own", "cprt", "auth", "perf", "aART"), TraceKind.OWNER),
    **dict.fromkeys(("title", "displayname", "description", "information", "©nam", "©des", "©inf"), TraceKind.CAPTION),
    **dict.fromkeys(("titl", "dscp", "desc", "ldes", "album", "©alb", "albm"), TraceKind.CAPTION),
    **dict.fromkeys(("comment", "©cmt", "cmnt"), TraceKind.COMMENT),
    **dict.fromkeys(("keywords", "©key", "keyw", "kywd"), TraceKind.KEYWORDS),
    **dict.fromkeys(("identifier", "content.identifier", "live-photo.auto"), TraceKind.HISTORY),
    **dict.fromkeys(("©sno", "CAME", "serialnumber", "camera.identifier"), TraceKind.SERIAL),
}
_PLACES: Final = ("location.ISO6709", "©xyz", "location")
_DAYS: Final = ("creationdate", "©day", "date")
_DIRECTIONS: Final = ("direction.facing",)
_THUMBNAILS: Final = ("thmb", "THMB", "thum", "covr")
_NOT_TELLING: Final = frozenset({"tags", "meta", "hdlr", "free", "skip", "LOOP", "SelO", "AllF", "WLOC", "MVTG"})
_KEY_PREFIX: Final = re.compile(r"^(com\.apple\.(quicktime|photos)\.|com\.android\.|com\.[a-z]+\.)")
_ISO_PLACE: Final = re.compile(r"([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?")


def look_at_video(file: BinaryIO, size: int) -> Look:
    """Say what an MP4 or MOV file tells.

    Args:
        file: The open file, which can be read from any place.
        size: How long it is, in bytes.

    Raises:
        Broken: It ends too early, or there is no video in it.
    """
    boxes = Boxes(file, size)
    found: list[Trace] = []
    others = 0
    has_movie = False
    try:
        for box in boxes.at_top():
            if box.name == b"moov":
                has_movie = True
                found.extend(_movie(boxes, box))
            elif box.name == _XMP_BOX:
                found.extend(xmp_traces(boxes.contents(box)))
            elif box.name == b"meta":
                found.extend(_meta(boxes, box))
            else:
                others += box.name not in _KNOWN_TOP
    except (struct.error, IndexError) as error:
        raise Broken from error
    if not has_movie:
        raise Broken
    if others:
        found.append(Trace(TraceKind.OTHER, Amount(others)))
    return Look(format=Format.VIDEO, traces=in_order(tuple(found)))


def _movie(boxes: Boxes, movie: Box) -> Iterator[Trace]:
    for box in boxes.inside(movie):
        if box.name == b"mvhd":
            yield from _created(boxes.contents(box))
        elif box.name == b"trak":
            yield from _track(boxes, box)
        elif box.name == b"udta":
            yield from _user_data(boxes, box)
        elif box.name == b"meta":
            yield from _meta(boxes, box)
        elif box.name == _XMP_BOX:
            yield from xmp_traces(boxes.contents(box))


def _created(body: bytes) -> Iterator[Trace]:
    """Return when the video was made, which stands there in seconds since 1904."""
    seconds = struct.unpack_from(">Q" if body[0] == 1 else ">I", body, 4)[0]
    with suppress(OverflowError):
        at = _EPOCH + timedelta(seconds=seconds)
        if at.year > 1970:
            yield Trace(TraceKind.TIME, Moment(at, "+00:00"))


def _track(boxes: Boxes, track: Box) -> Iterator[Trace]:
    for box in boxes.inside(track):
        if box.name == b"udta":
            yield from _user_data(boxes, box)
        elif box.name == b"meta":
            yield from _meta(boxes, box)
        elif box.name == b"mdia":
            yield from _media(boxes, box)


def _media(boxes: Boxes, media: Box) -> Iterator[Trace]:
    box: Box | None = media
    for name in (b"minf", b"stbl", b"stsd"):
        box = boxes.first(box, name) if box else None
    for sample in boxes.inside(box, 8) if box else ():
        if sample.name in _TRACKS:
            yield Trace(TraceKind.TRACK, decoded(sample.name))
        elif sample.name in (b"text", b"tx3g", b"sbtl"):
            yield Trace(TraceKind.COMMENT)


def _user_data(boxes: Boxes, data: Box) -> Iterator[Trace]:
    others = 0
    for box in boxes.inside(data):
        name = box.name.decode("latin-1")
        if box.name == b"meta":
            yield from _meta(boxes, box)
        elif box.name == b"loci":
            yield from _location(boxes.contents(box))
        elif box.name == b"XMP_":
            yield from xmp_traces(boxes.contents(box))
        elif box.name in (b"GPMF", b"GPS "):
            yield Trace(TraceKind.TRACK, name.strip())
        elif name in _THUMBNAILS:
            yield Trace(TraceKind.THUMBNAIL, Inside())
        else:
            told = tuple(_named(name, _text_of_user_data(name, boxes.contents(box))))
            yield from told
            others += not told and name not in _NOT_TELLING
    if others:
        yield Trace(TraceKind.OTHER, Amount(others))


def _text_of_user_data(name: str, body: bytes) -> str:
    """Read a text, which stands after two bytes for its length and two for its language, or six bytes of a header."""
    if name.startswith("©"):
        (size,) = struct.unpack_from(">H", body.ljust(2, b"\0"))
        return decoded(body[4 : 4 + size] if 4 + size <= len(body) else body)
    wide = body[6:8] in (b"\xfe\xff", b"\xff\xfe")
    return body[6:].decode("utf-16", "replace").split("\0")[0] if wide else decoded(body[6:])


def _location(body: bytes) -> Iterator[Trace]:
    """Read the place of a video of a telephone: a name, a role, and three numbers of which half is after the point."""
    name, _, rest = body[6:].partition(b"\0")
    yield from quoted(TraceKind.PLACE_NAME, decoded(name))
    if len(rest) >= 13:
        longitude, latitude, metres = (number / 65536 for number in struct.unpack_from(">3i", rest, 1))
        yield from place_trace(latitude, longitude)
        if metres:
            yield Trace(TraceKind.ALTITUDE, Height(metres))


def _meta(boxes: Boxes, meta: Box) -> Iterator[Trace]:
    """Read keys with values, in the way of QuickTime and in that of iTunes."""
    head = boxes.read(meta.start, 8)
    # QuickTime leaves out the four bytes with a version.
    skip = 0 if head[4:8] in (b"hdlr", b"keys", b"ilst", b"mhdr") else 4
    keys: list[str] = []
    others = 0
    for box in boxes.inside(meta, skip):
        if box.name == b"keys":
            keys = [boxes.contents(key).decode("utf-8", "replace") for key in boxes.inside(box, 8)]
        elif box.name == b"ilst":
            for item in boxes.inside(box):
                told = tuple(_item(boxes, item, keys))
                yield from told
                others += not told
        elif box.name == _XMP_BOX:
            yield from xmp_traces(boxes.contents(box))
        elif box.name in (b"xml ", b"ID32"):
            yield Trace(TraceKind.UNREADABLE)
    if others:
        yield Trace(TraceKind.OTHER, Amount(others))


def _item(boxes: Boxes, item: Box, keys: list[str]) -> Iterator[Trace]:
    number = int.from_bytes(item.name, "big")
    name = keys[number - 1] if 0 < number <= len(keys) else item.name.decode("latin-1")
    value = boxes.first(item, b"data")
    if value is None:
        return
    body = boxes.contents(value)
    yield from _named(_KEY_PREFIX.sub("", name), decoded(body[8:]) if body[3:4] in (b"\1", b"\0") else "")
    if name in _THUMBNAILS:
        yield Trace(TraceKind.THUMBNAIL, Inside())


def _named(name: str, text: str) -> Iterator[Trace]:
    """Say what a text of this name tells."""
    if name in _PLACES:
        yield from _iso_place(text)
    elif name in _DAYS:
        yield from moment_traces(text) or quoted(TraceKind.COMMENT, text)
    elif name in _DIRECTIONS:
        with suppress(ValueError):
            yield Trace(TraceKind.DIRECTION, Heading(float(text) % 360))
    elif kind := _KINDS.get(name):
        yield from quoted(kind, text)


def _iso_place(text: str) -> Iterator[Trace]:
    """Read a place as ISO 6709 writes it: `+51.0543+003.7174+012.000/`."""
    match = _ISO_PLACE.match(text.strip())
    if match is None:
        yield from quoted(TraceKind.PLACE_NAME, text)
        return
    yield from place_trace(float(match[1]), float(match[2]))
    if match[3]:
        yield Trace(TraceKind.ALTITUDE, Height(float(match[3])))

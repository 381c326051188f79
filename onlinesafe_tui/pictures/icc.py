"""The profile that says what the colours mean. Most are the same for everyone; that of a screen names the screen."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from onlinesafe_tui.pictures.traces import Trace, TraceKind, quoted

_HEADER: Final = 128
_MOST_TAGS: Final = 200
_MOST_SHARING: Final = 4
"""How often the tags may use the same bytes: the three curves of red, green and blue are often one."""

_COLOURS: Final = frozenset(
    (
        *("wtpt", "bkpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "kTRC", "chad", "chrm", "lumi", "view"),
        *("meas", "tech", "cicp", "gamt", "A2B0", "A2B1", "A2B2", "B2A0", "B2A1", "B2A2", "pre0", "pre1", "pre2"),
        *("D2B0", "D2B1", "D2B2", "D2B3", "B2D0", "B2D1", "B2D2", "B2D3", "rig0", "rig2", "aarg", "aagg", "aabg"),
    )
)
"""Tags that say what colours mean."""

_WORDS: Final = frozenset({"desc", "cprt", "dmnd", "dmdd", "vued", "dscm"})
"""Tags with words, which the profiles that everyone has carry too."""

_PUBLIC: Final = (
    *("srgb", "display p3", "dci-p3", "dci(p3)", "adobe rgb", "adobergb", "prophoto", "romm rgb", "apple rgb"),
    *("applergb", "generic rgb", "generic gray", "generic cmyk", "gray gamma", "dot gain", "u.s. web coated"),
    *("us web coated", "coated fogra", "uncoated fogra", "iso coated", "pso coated", "ecirgb", "wide gamut rgb"),
    *("widegamut", "rec. 2020", "rec2020", "rec. 709", "rec709", "itu-r bt", "bt.709", "bt.2020", "colormatch rgb"),
    *("ntsc (1953)", "pal/secam", "smpte-c", "japan color", "gimp built-in", "artifex"),
)
"""How the descriptions of profiles begin that everyone has."""

_PUBLIC_WHOLE: Final = frozenset(
    {"c2", "p3", "rgb", "gray", "grey", "cmyk", "sgray", "sgrey", "scig", "icc", "icc profile"}
)
"""The whole descriptions of such profiles that are too short to begin another one with."""


def profile_traces(profile: bytes) -> tuple[Trace, ...]:
    """Say what a profile tells; nothing when it is one that everyone has."""
    if not profile or _is_public(profile):
        return ()
    tags = _tags(profile)
    return quoted(TraceKind.PROFILE, _text(tags.get("desc", b""))) or (Trace(TraceKind.PROFILE),)


def neutral_profile(profile: bytes) -> bytes:
    """Return a profile with the same colours that names no screen and no person; itself when it does not.

    An unreadable one gives nothing at all.
    """
    if not profile or _is_public(profile):
        return profile
    kept = [(name, data) for name, data in _tags(profile).items() if name in _COLOURS]
    if not kept:
        return b""
    return _written(profile[:_HEADER], [("desc", _words(profile, b"RGB")), ("cprt", _words(profile, b"-")), *kept])


def _is_public(profile: bytes) -> bool:
    tags = _tags(profile)
    if not tags or tags.keys() - _COLOURS - _WORDS:
        return False
    size = struct.unpack_from(">I", profile)[0]
    return size == len(profile) and is_public_name(_text(tags.get("desc", b"")))


def is_public_name(name: str) -> bool:
    """Tell whether a profile of this name is one that everyone has."""
    name = name.casefold().strip()
    return name in _PUBLIC_WHOLE or (name.startswith(_PUBLIC) and len(name) < 60)


def _tags(profile: bytes) -> dict[str, bytes]:
    """Return the tags by name; none when it is no profile, or one of which the tags are larger than itself."""
    if profile[36:40] != b"acsp" or len(profile) < _HEADER + 4:
        return {}
    places = list(_places(profile))
    if sum(size for _, _, size in places) > _MOST_SHARING * len(profile):
        return {}
    return {name: profile[offset : offset + size] for name, offset, size in places}


def _places(profile: bytes) -> Iterator[tuple[str, int, int]]:
    """Find the name of each tag, where it begins, and how long it is."""
    (count,) = struct.unpack_from(">I", profile, _HEADER)
    for number in range(min(count, _MOST_TAGS)):
        at = _HEADER + 4 + number * 12
        if at + 12 > len(profile):
            return
        name, offset, size = struct.unpack_from(">4sII", profile, at)
        yield name.decode("latin-1"), offset, size


def _text(data: bytes) -> str:
    """Read the words of a tag, which are written in one of three ways."""
    if data[:4] == b"desc" and len(data) >= 12:
        (size,) = struct.unpack_from(">I", data, 8)
        return data[12 : 12 + min(size, 1000)].split(b"\0", 1)[0].decode("latin-1")
    if data[:4] == b"mluc" and len(data) >= 28:
        size, offset = struct.unpack_from(">II", data, 20)
        return data[offset : offset + min(size, 1000)].decode("utf-16-be", "replace").strip("\0")
    return data[8:1000].split(b"\0", 1)[0].decode("latin-1") if data[:4] == b"text" else ""


def _words(profile: bytes, text: bytes) -> bytes:
    """Write words as the version of the profile wants them."""
    if profile[8] >= 4:
        wide = text.decode("ascii").encode("utf-16-be")
        return b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(wide), 28) + wide
    described = b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" + bytes(8 + 3 + 67)
    return described if text != b"-" else b"text\0\0\0\0" + text + b"\0"


def _written(header: bytes, tags: list[tuple[str, bytes]]) -> bytes:
    body = bytearray()
    table = struct.pack(">I", len(tags))
    start = _HEADER + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    for name, data in tags:
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name.encode("latin-1"), places[data], len(data))
    # The program and device that made it, the day, and a fingerprint of the whole become zero, as the format allows.
    day = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    kept = (header[8:24], day, b"acsp", bytes(4), header[44:48], bytes(16), header[64:80], bytes(48))
    neutral = struct.pack(">I", start + len(body)) + bytes(4) + b"".join(kept)
    return neutral + table + bytes(body)

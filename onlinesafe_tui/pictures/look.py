"""What a look at a file gives, and the little that a clean copy may carry along."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import StrEnum

from onlinesafe_tui.pictures.traces import Trace


class Format(StrEnum):
    """A kind of file that can be looked at."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    GIF = "gif"
    TIFF = "tiff"
    HEIC = "heic"
    AVIF = "avif"
    VIDEO = "video"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a file tells besides what one sees."""

    format: Format
    width: int = 0
    """Pixels; 0 when unknown."""

    height: int = 0
    """Pixels; 0 when unknown."""

    frames: int = 1
    """Pictures that move, or pages."""

    traces: tuple[Trace, ...] = ()
    """What it tells, the most telling first."""


def small_exif(orientation: int, *, is_adobe_rgb: bool = False) -> bytes:
    """Write EXIF data that says only how to turn a picture and what its colours are; empty when there is no need.

    Args:
        orientation: From 1 (as it is) to 8.
        is_adobe_rgb: Whether the colours are those of Adobe RGB and no profile says so.
    """
    if not is_adobe_rgb:
        turned = struct.pack(">2sHIH", b"MM", 42, 8, 1) + struct.pack(">HHIHHI", 0x0112, 3, 1, orientation, 0, 0)
        return turned if orientation != 1 else b""
    first, exif, interop = 8, 8 + 2 + 24 + 4, 8 + 2 + 24 + 4 + 2 + 24 + 4
    return b"".join(
        (
            struct.pack(">2sHI", b"MM", 42, first),
            struct.pack(">HHHIHHHHIII", 2, 0x0112, 3, 1, orientation, 0, 0x8769, 4, 1, exif, 0),
            struct.pack(">HHHIHHHHIII", 2, 0xA001, 3, 1, 0xFFFF, 0, 0xA005, 4, 1, interop, 0),
            struct.pack(">HHHI4sI", 1, 1, 2, 4, b"R03\0", 0),
        )
    )

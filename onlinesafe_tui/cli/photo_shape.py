"""What `photo check --json` gives: a shape that programs can rely on, described in docs/command-line.md."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from onlinesafe_tui.errors import (
    ExportError,
    OnlineSafeError,
    PictureDamaged,
    PictureEmpty,
    PictureKept,
    PictureNotCopied,
    PictureTooLarge,
    PictureUnknown,
    PictureUnreadable,
)
from onlinesafe_tui.pictures.traces import Amount, Heading, Height, Inside, Moment, Place, Trace
from onlinesafe_tui.services.photo_views import PhotoCheck

Shape = dict[str, object]

_ERRORS: Final[dict[type[OnlineSafeError], str]] = {
    PictureUnreadable: "unreadable",
    PictureEmpty: "empty",
    PictureUnknown: "unknown",
    PictureDamaged: "damaged",
    PictureTooLarge: "too-large",
    PictureNotCopied: "not-copied",
    PictureKept: "kept",
    ExportError: "not-written",
}


def photo_shape(path: Path, checked: PhotoCheck | None, error: OnlineSafeError | None) -> Shape:
    """Return what is known of one file, and why there is no more."""
    look = checked.look if checked else None
    return {
        "path": str(path),
        "format": look.format.value if look else None,
        "width": look.width if look else 0,
        "height": look.height if look else 0,
        "frames": look.frames if look else 0,
        "traces": [_trace(trace) for trace in look.traces] if look else [],
        "copy": str(checked.copy) if checked and checked.copy else None,
        "error": _ERRORS[type(error)] if error else None,
    }


def _trace(trace: Trace) -> Shape:
    return {"kind": trace.kind.value, "matters": trace.matters.name.lower(), **_told(trace)}


def _told(trace: Trace) -> Shape:
    match trace.told:
        case Place(latitude, longitude):
            return {"latitude": latitude, "longitude": longitude}
        case Height(metres):
            return {"metres": metres}
        case Heading(degrees):
            return {"degrees": degrees}
        case Moment(at, zone):
            return {"at": at.isoformat(), "zone": zone or None}
        case Inside(width, height, is_other_shape):
            return {"width": width, "height": height, "other_shape": is_other_shape}
        case Amount(n):
            return {"n": n}
        case str() as text:
            return {"text": text}

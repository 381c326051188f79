"""Looking at a file, and making the bytes of its clean copy."""

from __future__ import annotations

import errno
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from onlinesafe_tui.domain.file_names import is_device
from onlinesafe_tui.errors import (
    PictureDamaged,
    PictureEmpty,
    PictureNotCopied,
    PictureTooLarge,
    PictureUnknown,
    PictureUnreadable,
    reason_of,
)
from onlinesafe_tui.language import N_, Message
from onlinesafe_tui.paths import IS_WINDOWS, shown
from onlinesafe_tui.pictures.gif import clean_gif, look_at_gif
from onlinesafe_tui.pictures.heif import NoDecoder, brand_of, clean_heif, look_at_heif
from onlinesafe_tui.pictures.ifd import Broken
from onlinesafe_tui.pictures.jpeg import clean_jpeg, look_at_jpeg
from onlinesafe_tui.pictures.look import Format, Look
from onlinesafe_tui.pictures.png import SIGNATURE, clean_png, look_at_png
from onlinesafe_tui.pictures.tiff import NotCopied, clean_tiff, look_at_tiff
from onlinesafe_tui.pictures.video import look_at_video
from onlinesafe_tui.pictures.webp import clean_webp, look_at_webp

LARGEST: Final = 300_000_000
"""Bytes of a picture that is taken in; of a video only the parts with words are."""

FORMATS: Final = "JPEG, PNG, WebP, GIF, TIFF, HEIC, AVIF, MP4, MOV"
"""What can be looked at, as people call it."""

NO_VIDEO: Final = N_(
    "A video cannot be cleaned here. Do not post this one if it tells too much: switch location off in the camera and "
    "film again, or share it with a program that leaves data out, and look at the result here."
)
_NO_RAW: Final = N_(
    "This is a raw file of a camera, or one of an old or special kind. Save it as a JPEG and look again."
)
_NO_HEIC: Final = N_(
    "The part that reads HEIC is not there for this computer. Let the telephone send it as a JPEG, and look again."
)
_NOT_CLEAN: Final = N_("Something would stay in the copy that we cannot take out. Do not post or send this picture.")

_WINDOWS_DENIED: Final = 5
"""What Windows says when somebody may not; with another number it knows more, such as that a program holds the file."""

_VIDEO_BOXES: Final = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"})

_LOOKS: Final[dict[Format, Callable[[bytes], Look]]] = {
    Format.JPEG: look_at_jpeg,
    Format.PNG: look_at_png,
    Format.WEBP: look_at_webp,
    Format.GIF: look_at_gif,
    Format.TIFF: look_at_tiff,
}
_CLEANERS: Final[dict[Format, Callable[[bytes], bytes]]] = {
    Format.JPEG: clean_jpeg,
    Format.PNG: clean_png,
    Format.WEBP: clean_webp,
    Format.GIF: clean_gif,
    Format.TIFF: clean_tiff,
}


@dataclass(frozen=True, slots=True)
class CleanCopy:
    """The bytes of a clean copy, which was looked at again and tells nothing."""

    data: bytes
    format: Format

    @property
    def ending(self) -> str:
        """How the name of its file ends, with the dot."""
        return ".jpg" if self.format is Format.JPEG else f".{self.format}"


def look_at(path: Path) -> Look:
    """Say what a picture or video tells. Nothing is changed.

    Raises:
        PictureError: It cannot be looked at.
    """
    with _opened(path) as file:
        return _look(path, file)


def clean_copy_of(path: Path) -> CleanCopy:
    """Make a clean copy of a picture, in memory, and look at it again.

    Raises:
        PictureError: It cannot be looked at, or there can be no clean copy of it.
    """
    with _opened(path) as file:
        format = _format(path, file)
        if format is Format.VIDEO:
            raise PictureNotCopied(why=Message(NO_VIDEO))
        data = _whole(path, file)
    try:
        made = CleanCopy(*_cleaned(data, format))
        left = _looked(made.data, made.format).traces
    except (Broken, struct.error) as error:
        raise PictureDamaged(path=shown(path)) from error
    except NotCopied as error:
        raise PictureNotCopied(why=Message(_NO_RAW)) from error
    except NoDecoder as error:
        raise PictureNotCopied(why=Message(_NO_HEIC)) from error
    if left:
        raise PictureNotCopied(why=Message(_NOT_CLEAN))
    return made


def _cleaned(data: bytes, format: Format) -> tuple[bytes, Format]:
    if format in (Format.HEIC, Format.AVIF):
        # What Pillow writes is looked after like any other JPEG.
        return clean_jpeg(clean_heif(data, format)), Format.JPEG
    return _CLEANERS[format](data), format


def _look(path: Path, file: BinaryIO) -> Look:
    format = _format(path, file)
    try:
        if format is Format.VIDEO:
            return look_at_video(file, file.seek(0, os.SEEK_END))
        return _looked(_whole(path, file), format)
    except (Broken, struct.error) as error:
        raise PictureDamaged(path=shown(path)) from error
    except OSError as error:
        raise _unreadable(path, error) from error


def _looked(data: bytes, format: Format) -> Look:
    if format in (Format.HEIC, Format.AVIF):
        return look_at_heif(data, format)
    return _LOOKS[format](data)


def _opened(path: Path) -> BinaryIO:
    try:
        is_special = path.exists() and not path.is_file() and not path.is_dir()
        if is_special or (IS_WINDOWS and is_device(path.name)):
            # A pipe or a device could keep us waiting for ever.
            raise PictureUnknown(path=shown(path), formats=FORMATS)
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _format(path: Path, file: BinaryIO) -> Format:
    try:
        file.seek(0)
        head = file.read(64)
    except OSError as error:
        raise _unreadable(path, error) from error
    if not head:
        raise PictureEmpty(path=shown(path))
    format = _format_of(head)
    if format is None:
        raise PictureUnknown(path=shown(path), formats=FORMATS)
    return format


def _format_of(head: bytes) -> Format | None:
    if head.startswith(b"\xff\xd8"):
        return Format.JPEG
    if head.startswith(SIGNATURE):
        return Format.PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Format.WEBP
    if head.startswith((b"GIF87a", b"GIF89a")):
        return Format.GIF
    if head.startswith((b"II*\0", b"MM\0*")):
        return Format.TIFF
    return brand_of(head) or (Format.VIDEO if head[4:8] in _VIDEO_BOXES else None)


def _whole(path: Path, file: BinaryIO) -> bytes:
    try:
        if file.seek(0, os.SEEK_END) > LARGEST:
            raise PictureTooLarge(path=shown(path))
        file.seek(0)
        return file.read(LARGEST)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError | ValueError) -> PictureUnreadable:
    """Return the error that says why the computer does not give a file."""
    if not isinstance(error, OSError):
        reason = reason_of(OSError())
    elif error.errno in (errno.EACCES, errno.EPERM) and getattr(error, "winerror", None) in (None, _WINDOWS_DENIED):
        reason = Message(N_("you may not open it"))
    else:
        reason = reason_of(error)
    return PictureUnreadable(path=shown(path), reason=reason)

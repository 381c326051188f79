"""Pictures as cameras, telephones and programs make them, and a second reader that looks at them."""

from __future__ import annotations

import shutil
import struct
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

HAS_EXIFTOOL = shutil.which("exiftool") is not None
needs_exiftool = pytest.mark.skipif(not HAS_EXIFTOOL, reason="the exiftool program is not here")

EVERYTHING = (
    "-GPSLatitude=51.0543",
    "-GPSLatitudeRef=N",
    "-GPSLongitude=3.7174",
    "-GPSLongitudeRef=E",
    "-GPSAltitude=12",
    "-GPSAltitudeRef=0",
    "-GPSImgDirection=90",
    "-GPSImgDirectionRef=T",
    "-EXIF:Make=Example",
    "-EXIF:Model=Example X1",
    "-EXIF:SerialNumber=SN-0001",
    "-EXIF:LensSerialNumber=SN-0002",
    "-EXIF:OwnerName=Owner Name",
    "-EXIF:Artist=Artist Name",
    "-EXIF:Copyright=Rights Name",
    "-EXIF:Software=Editor 1.0",
    "-EXIF:ImageDescription=In the garden",
    "-EXIF:UserComment=A comment",
    "-EXIF:XPKeywords=home",
    "-EXIF:DateTimeOriginal=2026:11:22 14:03:00",
    "-EXIF:OffsetTimeOriginal=+01:00",
    "-EXIF:FNumber=2.8",
    "-IPTC:City=Town",
    "-IPTC:Keywords=garden",
    "-IPTC:By-line=Writer Name",
    "-XMP-photoshop:City=Town",
    "-XMP-iptcExt:PersonInImage=First Person",
    "-XMP-mwg-rs:RegionName=Second Person",
    "-XMP-dc:Title=A title",
    "-XMP-tiff:Make=Example",
    "-XMP-exif:DateTimeOriginal=2026:11:22 14:03:00",
    "-XMP-xmpMM:HistoryAction=saved",
    "-XMP-xmpMM:DocumentID=xmp.did:0001",
    "-XMP-xmpMM:DerivedFromDocumentID=xmp.did:0000",
    "-Comment=Another comment",
)
"""What exiftool writes into a file of any kind, as far as it can hold it."""

FORMATS = ("jpeg", "png", "webp", "gif", "tiff", "heic", "avif")
ENDINGS = {"jpeg": ".jpg", "png": ".png", "webp": ".webp", "gif": ".gif", "tiff": ".tif", "heic": ".heic"}


def image(size: tuple[int, int] = (96, 64)) -> Image.Image:
    """Return a picture of which every corner differs, so that turning it shows."""
    across = Image.linear_gradient("L").resize(size)
    along = Image.linear_gradient("L").rotate(90).resize(size)
    third = Image.radial_gradient("L").resize(size)
    return Image.merge("RGB", (across, along, third))


def srgb() -> bytes:
    """Return a profile of colours that everyone has."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def screen_profile() -> bytes:
    """Return a profile that somebody's screen was measured for: the colours of sRGB, with a name and a private tag."""
    tags = {b"mmod": b"mmod\0\0\0\0" + b"SERIAL-OF-SCREEN"}
    profile = srgb()
    (count,) = struct.unpack_from(">I", profile, 128)
    for number in range(count):
        name, at, size = struct.unpack_from(">4sII", profile, 132 + 12 * number)
        tags[name] = profile[at : at + size]
    text = "Screen of Somebody".encode("utf-16-be")
    tags[b"desc"] = b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(text), 28) + text
    body, table, start = b"", b"", 132 + 12 * len(tags)
    for name, data in tags.items():
        table += struct.pack(">4sII", name, start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = profile[4:48] + b"MAKRMODL" + profile[56:128]
    return struct.pack(">I", start + len(body)) + head + struct.pack(">I", len(tags)) + table + body


def encoded(format: str, *, profile: bytes | None = None, picture: Image.Image | None = None) -> bytes:
    """Return the bytes of a picture without anything beside it."""
    written = BytesIO()
    picture = picture or image()
    if format == "heic":
        import pillow_heif

        pillow_heif.from_pillow(picture).save(written, quality=90)
    else:
        options = {"icc_profile": profile} if profile else {}
        picture.save(written, format, **options)
    return written.getvalue()


def tell(path: Path, *tags: str) -> Path:
    """Let exiftool write tags into a file, and return it."""
    done = subprocess.run(
        ["exiftool", "-q", "-q", "-m", "-overwrite_original", *tags, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return path


def make(folder: Path, format: str, *tags: str, profile: bytes | None = None) -> Path:
    """Make a file of a kind with tags in it."""
    path = folder / f"garden{ENDINGS.get(format, '.' + format)}"
    path.write_bytes(encoded(format, profile=profile))
    return tell(path, *tags) if tags else path


def second_look(path: Path) -> list[tuple[str, str, str]]:
    """Return everything that exiftool finds: the group, the tag and the value of each."""
    done = subprocess.run(["exiftool", "-G", "-a", "-u", "-s", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = []
    for line in done.stdout.splitlines():
        group, _, rest = line.removeprefix("[").partition("]")
        tag, _, value = rest.partition(":")
        rows.append((group.strip(), tag.strip(), value.strip()))
    return rows


def segment(marker: int, body: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def box(name: bytes, *parts: bytes) -> bytes:
    """Return a box of a video."""
    body = b"".join(parts)
    return struct.pack(">I", len(body) + 8) + name + body


def exif_of(order: str, *entries: tuple[int, int, int, bytes], then: int = 0, more: bytes = b"") -> bytes:
    """Return EXIF data with one directory at byte 8, as an odd camera may write it."""
    rows = b"".join(struct.pack(order + "HHI", *entry[:3]) + entry[3].ljust(4, b"\0")[:4] for entry in entries)
    head = b"II*\0" if order == "<" else b"MM\0*"
    return head + struct.pack(order + "IH", 8, len(entries)) + rows + struct.pack(order + "I", then) + more

"""What XMP tells: the XML in which programs write captions, people, places and what they did to a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from xml.parsers import expat

from onlinesafe_tui.pictures.icc import is_public_name
from onlinesafe_tui.pictures.traces import (
    Amount,
    Heading,
    Height,
    Inside,
    Moment,
    Trace,
    TraceKind,
    place_trace,
    quoted,
)

LONGEST: Final = 4_000_000
"""Bytes of XMP that are read; in practice it is some thousand."""

_DEEPEST: Final = 60
_MOST: Final = 20_000
_LONGEST_SETTING: Final = 40
"""Characters of the longest text that can still be about how pixels are to be read."""

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PACKETS: Final = frozenset({"xmpmeta", "xapmeta"})
_ABOUT: Final = "rdf:about"

Property = tuple[str, str]
"""The local name of a property, and its text."""

_NAMES: Final[dict[TraceKind, str]] = {
    TraceKind.PLACE_NAME: """City State Country CountryName CountryCode ProvinceState Sublocation Location LocationName
        WorldRegion CiAdrCity CiAdrExtadr CiAdrPcode CiAdrRegion CiAdrCtry GPSAreaInformation""",
    TraceKind.PEOPLE: """PersonInImage PersonDisplayName PersonName PersonEmailDigest PersonLiveIdCID
        RegionName People Person""",
    TraceKind.OWNER: """creator rights publisher contributor Artist Copyright Owner OwnerName CameraOwnerName
        AuthorsPosition CaptionWriter Credit Source CiEmailWork CiTelWork CiUrlWork WebStatement UsageTerms Certificate
        CopyrightOwnerName CopyrightOwnerID LicensorName LicensorEmail LicensorTelephone1 LicensorURL
        ImageCreatorName ImageSupplierName""",
    TraceKind.SERIAL: "SerialNumber LensSerialNumber BodySerialNumber InternalSerialNumber CameraSerialNumber LensID",
    TraceKind.CAPTION: """title description Headline Instructions TransmissionReference AltTextAccessibility
        ExtDescrAccessibility Event LayerText LayerName Title Description ImageDescription RawFileName
        OriginalRawFileName PreservedFileName""",
    TraceKind.KEYWORDS: """subject hierarchicalSubject TagsList LastKeywordXMP LastKeywordIPTC Keywords Category
        SupplementalCategories CatalogSets""",
    TraceKind.COMMENT: "UserComment Comment",
    TraceKind.DEVICE: "Make Model Lens LensModel LensMake LensInfo CameraModelName",
    TraceKind.SOFTWARE: "CreatorTool Software softwareAgent xmptk ProcessingSoftware",
    TraceKind.HISTORY: """DocumentID OriginalDocumentID InstanceID documentID originalDocumentID instanceID filePath
        action changed parameters when History DocumentAncestors ImageUniqueID fromPart toPart ManageTo ManageUI
        VersionID""",
}
_KINDS: Final = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_TIMES: Final = frozenset(
    (
        *("CreateDate", "ModifyDate", "MetadataDate", "DateCreated", "DateTimeOriginal", "DateTimeDigitized"),
        *("DateTime", "GPSTimeStamp", "GPSDateTime", "date"),
    )
)
_GPS: Final = frozenset({"GPSLatitude", "GPSLongitude", "GPSAltitude", "GPSAltitudeRef", "GPSImgDirection"})
_VIDEO: Final = frozenset({"MotionPhoto", "MicroVideo", "MotionPhotoVersion", "MicroVideoOffset"})
_PIXELS: Final = frozenset(
    (
        *("Orientation", "ImageWidth", "ImageLength", "ColorSpace", "PixelXDimension", "PixelYDimension"),
        *("XResolution", "YResolution", "ResolutionUnit", "BitsPerSample", "Compression", "SamplesPerPixel"),
        *("PhotometricInterpretation", "PlanarConfiguration", "YCbCrPositioning", "YCbCrSubSampling", "ColorMode"),
        *("format", "ExifVersion", "FlashpixVersion", "NativeDigest", "rdf:parseType", *_VIDEO),
    )
)
"""Properties that say how pixels and colours are to be read, and nothing else."""


class Unreadable(Exception):
    """The XMP is not XML, or XML that could do harm."""


def xmp_traces(data: bytes) -> tuple[Trace, ...]:
    """Say what XMP tells."""
    if not data.strip(b"\0 \r\n\t"):
        return ()
    try:
        properties = list(_properties(data))
    except Unreadable:
        return (Trace(TraceKind.UNREADABLE),)
    found = [*_gps(properties)]
    is_placed = any(trace.kind is TraceKind.PLACE for trace in found)
    others = 0
    for name, text in properties:
        kind = _KINDS.get(name)
        if kind is not None:
            found.extend(quoted(kind, text))
        elif name in _TIMES:
            found.extend(moment_traces(text))
        elif name in ("image", "Thumbnails"):
            found.append(Trace(TraceKind.THUMBNAIL, Inside()))
        elif name in _VIDEO and text.strip() != "0":
            found.append(Trace(TraceKind.VIDEO_IN_PICTURE))
        elif name == "ICCProfile":
            found.extend(() if is_public_name(text) else quoted(TraceKind.PROFILE, text))
        elif name == _ABOUT:
            found.extend(quoted(TraceKind.HISTORY, text))
        else:
            is_about_pixels = name in _PIXELS and len(text) <= _LONGEST_SETTING
            others += not is_about_pixels and not (is_placed and name in _GPS)
    if others:
        found.append(Trace(TraceKind.OTHER, Amount(others)))
    return tuple(found)


def moment_traces(text: str) -> tuple[Trace, ...]:
    """Return the moment in a text as XMP writes it, `2026-11-22T14:03:00+01:00`; none when there is none."""
    match = re.fullmatch(
        r"(\d{4})[-:](\d\d)[-:](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(.*)", text.strip()
    )
    if match is None:
        return ()
    year, month, day, hour, minute, second, zone = match.groups("0")
    try:
        at = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second))
    except ValueError:
        return ()
    zone = "+00:00" if zone == "Z" else zone
    zone = f"{zone[:3]}:{zone[3:]}" if re.fullmatch(r"[+-]\d{4}", zone) else zone
    return (Trace(TraceKind.TIME, Moment(at, zone if re.fullmatch(r"[+-]\d\d:\d\d", zone) else "")),)


def _gps(found: list[Property]) -> Iterator[Trace]:
    """Return every place: there may be that of the camera, and those of what one sees."""
    latitudes, longitudes = (
        [text for name, text in found if name == wanted] for wanted in ("GPSLatitude", "GPSLongitude")
    )
    for latitude, longitude in zip(latitudes, longitudes, strict=False):
        yield from place_trace(_degrees(latitude), _degrees(longitude))
    properties = dict(found)
    if (metres := _ratio(properties.get("GPSAltitude", ""))) is not None:
        is_below = properties.get("GPSAltitudeRef") == "1"
        yield Trace(TraceKind.ALTITUDE, Height(-metres if is_below else metres))
    degrees = _ratio(properties.get("GPSImgDirection", ""))
    if degrees is not None and 0 <= degrees <= 360:
        yield Trace(TraceKind.DIRECTION, Heading(degrees))


def _degrees(text: str) -> float | None:
    """Read `51,3.258N` (degrees and minutes, perhaps seconds) or a plain number."""
    match = re.fullmatch(r"\s*([-+]?[\d.]{1,20})(?:,([\d.]{1,20}))?(?:,([\d.]{1,20}))?\s*([NSEWnsew]?)\s*", text)
    if match is None:
        return None
    try:
        degrees: float = sum(float(part) / 60**number for number, part in enumerate(match.groups()[:3]) if part)
    except ValueError:
        return None
    return -degrees if match[4].upper() in ("S", "W") and match[4] else degrees


def _ratio(text: str) -> float | None:
    match = re.fullmatch(r"\s*(-?\d{1,15}(?:\.\d{1,15})?)(?:/(\d{1,15}))?\s*", text)
    if match is None or (match[2] and not int(match[2])):
        return None
    return float(match[1]) / int(match[2] or 1)


def _properties(data: bytes) -> Iterator[Property]:
    """Read every text and attribute with the name of the property that it belongs to.

    Raises:
        Unreadable: It is not well-formed, too large or too deep, or it has a document type.
    """
    if len(data) > LONGEST:
        raise Unreadable
    found: list[Property] = []
    path: list[str] = []
    texts: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(path) >= _DEEPEST or len(found) > _MOST:
            raise Unreadable
        path.append(_named(name, path))
        texts.clear()
        for key, text in attributes.items():
            if not key.startswith("http://www.w3.org/XML"):
                found.append((_named(key, path), text))

    def end(_: str) -> None:
        name = path.pop()
        text = "".join(texts).strip()
        texts.clear()
        if name.startswith("rdf:"):
            name = next((above for above in reversed(path) if not above.startswith("rdf:")), "")
        if text and name:
            found.append((name, text))

    def refuse(*_: object) -> None:
        raise Unreadable

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = texts.append
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = None
    try:
        parser.Parse(data.strip(b"\0 \r\n\t"), True)
    except (expat.ExpatError, ValueError) as error:
        raise Unreadable from error
    return iter(found)


def _named(name: str, path: list[str]) -> str:
    """Return the local name; the name of a region is that of a person, and structure has none of its own."""
    space, _, local = name.rpartition(" ")
    if local == "Name" and ("regions" in space.lower() or "RegionList" in path):
        return "RegionName"
    if space == _RDF or local in _PACKETS:
        return f"rdf:{local}"
    return "description" if local == "Description" else local

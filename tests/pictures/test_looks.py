"""A look says what a file tells, wherever in it that stands."""

from __future__ import annotations

import struct
import zlib
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from onlinesafe_tui.pictures.files import clean_copy_of, look_at
from onlinesafe_tui.pictures.png import SIGNATURE
from onlinesafe_tui.pictures.traces import Height, Inside, Matters, Moment, Place, Told, Trace, TraceKind
from tests.pictures.samples import (
    EVERYTHING,
    FORMATS,
    box,
    encoded,
    exif_of,
    image,
    make,
    needs_exiftool,
    screen_profile,
    segment,
    srgb,
    tell,
)


def told(path: Path, kind: TraceKind) -> list[Told]:
    return [trace.told for trace in look_at(path).traces if trace.kind is kind]


def places(path: Path) -> list[tuple[float, float]]:
    """Return the places that a file tells, to within some metres."""
    found = [place for place in told(path, TraceKind.PLACE) if isinstance(place, Place)]
    return [(round(place.latitude, 4), round(place.longitude, 4)) for place in found]


def with_segments(path: Path, *segments: bytes, after: bytes = b"") -> Path:
    data = encoded("jpeg")
    path.write_bytes(data[:2] + b"".join(segments) + data[2:] + after)
    return path


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def with_chunks(path: Path, *chunks: bytes, after: bytes = b"") -> Path:
    data = encoded("png")
    at = len(SIGNATURE) + 25
    path.write_bytes(data[:at] + b"".join(chunks) + data[at:] + after)
    return path


@pytest.mark.parametrize("format", FORMATS)
def test_a_picture_without_anything_beside_it_tells_nothing(format: str, tmp_path: Path) -> None:
    look = look_at(make(tmp_path, format))
    assert look.traces == ()
    assert (look.width, look.height) == (96, 64)


@needs_exiftool
@pytest.mark.parametrize("format", FORMATS)
def test_everything_that_a_camera_and_programs_write_is_told(format: str, tmp_path: Path) -> None:
    path = make(tmp_path, format, *EVERYTHING)
    assert (51.0543, 3.7174) in places(path)
    assert "Town" in told(path, TraceKind.PLACE_NAME)
    assert {"First Person", "Second Person"} <= set(told(path, TraceKind.PEOPLE))
    assert "SN-0001" in told(path, TraceKind.SERIAL) or format == "gif"
    assert datetime(2026, 11, 22, 14, 3) in [m.at for m in told(path, TraceKind.TIME) if isinstance(m, Moment)]
    assert any("Example" in str(text) for text in told(path, TraceKind.DEVICE))
    assert "A title" in told(path, TraceKind.CAPTION)
    assert "xmp.did:0000" in told(path, TraceKind.HISTORY)
    if format != "gif":
        assert {"Owner Name", "Artist Name", "Rights Name"} <= set(told(path, TraceKind.OWNER))
        assert "A comment" in told(path, TraceKind.COMMENT)
        assert "home" in told(path, TraceKind.KEYWORDS)
        assert Moment(datetime(2026, 11, 22, 14, 3), "+01:00") in told(path, TraceKind.TIME)


@needs_exiftool
@pytest.mark.parametrize("format", ["jpeg", "tiff"])
def test_the_captions_of_the_press_are_told(format: str, tmp_path: Path) -> None:
    path = make(tmp_path, format, "-IPTC:City=Town", "-IPTC:By-line=Writer", "-IPTC:DateCreated=2026:11:22")
    assert told(path, TraceKind.PLACE_NAME) == ["Town"]
    assert told(path, TraceKind.OWNER) == ["Writer"]
    assert told(path, TraceKind.TIME) == [Moment(datetime(2026, 11, 22))]


@needs_exiftool
def test_the_most_telling_comes_first(tmp_path: Path) -> None:
    traces = look_at(make(tmp_path, "jpeg", *EVERYTHING)).traces
    assert [trace.matters for trace in traces] == sorted(trace.matters for trace in traces)
    assert traces[0].kind is TraceKind.PLACE
    assert traces[0].matters is Matters.MUCH


@needs_exiftool
@pytest.mark.parametrize(
    ("latitude", "longitude", "place"),
    [
        ("S", "W", (-33.5, -70.25)),
        ("N", "E", (33.5, 70.25)),
    ],
)
def test_south_and_west_are_told_as_such(
    latitude: str, longitude: str, place: tuple[float, float], tmp_path: Path
) -> None:
    tags = (f"-GPSLatitudeRef={latitude}", f"-GPSLongitudeRef={longitude}")
    path = make(tmp_path, "jpeg", "-EXIF:GPSLatitude=33.5", "-EXIF:GPSLongitude=70.25", *tags)
    assert places(path) == [place]


@needs_exiftool
def test_a_place_below_the_sea_is_told_as_such(tmp_path: Path) -> None:
    path = make(tmp_path, "jpeg", "-EXIF:GPSAltitude=4", "-EXIF:GPSAltitudeRef#=1")
    assert told(path, TraceKind.ALTITUDE) == [Height(-4)]


@needs_exiftool
def test_a_place_in_xmp_alone_is_told(tmp_path: Path) -> None:
    path = make(tmp_path, "jpeg", "-XMP-exif:GPSLatitude=-33.5", "-XMP-exif:GPSLongitude=70.25")
    assert places(path) == [(-33.5, 70.25)]


def test_a_camera_without_reception_tells_no_place(tmp_path: Path) -> None:
    zero = struct.pack(">6I", 0, 1, 0, 1, 0, 1)
    gps = struct.pack(">H", 2) + struct.pack(">HHII", 2, 5, 3, 60) + struct.pack(">HHII", 4, 5, 3, 60) + bytes(4)
    exif = exif_of(">", (0x8825, 4, 1, struct.pack(">I", 26)), more=gps + bytes(4) + zero)
    path = with_segments(tmp_path / "a.jpg", segment(0xE1, b"Exif\0\0" + exif))
    assert told(path, TraceKind.PLACE) == []


@pytest.mark.parametrize(("size", "is_other_shape"), [((48, 32), False), ((48, 48), True)])
def test_a_small_picture_inside_is_told_with_its_shape(
    size: tuple[int, int], is_other_shape: bool, tmp_path: Path
) -> None:
    small = encoded("jpeg", picture=image(size))
    first = struct.pack(">HI", 0, 14)
    second = (
        struct.pack(">H", 2) + struct.pack(">HHII", 0x0201, 4, 1, 44) + struct.pack(">HHII", 0x0202, 4, 1, len(small))
    )
    exif = b"MM\0*\0\0\0\x08" + first + second + bytes(4) + small
    path = with_segments(tmp_path / "a.jpg", segment(0xE1, b"Exif\0\0" + exif))
    assert told(path, TraceKind.THUMBNAIL) == [Inside(*size, is_other_shape=is_other_shape)]


@needs_exiftool
def test_a_small_picture_that_exiftool_put_in_is_told(tmp_path: Path) -> None:
    (tmp_path / "small.jpg").write_bytes(encoded("jpeg", picture=image((40, 40))))
    path = make(tmp_path, "jpeg", f"-ThumbnailImage<={tmp_path / 'small.jpg'}", "-EXIF:Make=Example")
    assert told(path, TraceKind.THUMBNAIL) == [Inside(40, 40, is_other_shape=True)]


def test_the_data_of_a_maker_are_told(tmp_path: Path) -> None:
    exif = exif_of("<", (0x927C, 7, 4, b"ABCD"))
    path = with_segments(tmp_path / "a.jpg", segment(0xE1, b"Exif\0\0" + exif))
    assert look_at(path).traces == (Trace(TraceKind.MAKER_NOTE),)


def test_a_video_behind_a_picture_is_told(tmp_path: Path) -> None:
    path = with_segments(tmp_path / "a.jpg", after=box(b"ftyp", b"mp42") + box(b"mdat", bytes(50)))
    kinds = {trace.kind for trace in look_at(path).traces}
    assert kinds == {TraceKind.VIDEO_IN_PICTURE, TraceKind.TRAILING}


def test_a_second_picture_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.mpo"
    image().save(path, "MPO", save_all=True, append_images=[image((32, 32))])
    assert TraceKind.SECOND_PICTURE in {trace.kind for trace in look_at(path).traces}


def test_what_is_left_of_a_larger_picture_behind_a_png_is_told(tmp_path: Path) -> None:
    path = with_chunks(tmp_path / "a.png", after=b"old pixels")
    assert [trace.kind for trace in look_at(path).traces] == [TraceKind.TRAILING]


def test_zeros_behind_a_picture_tell_nothing(tmp_path: Path) -> None:
    assert look_at(with_segments(tmp_path / "a.jpg", after=bytes(100))).traces == ()


def test_texts_in_a_png_are_told_whether_packed_or_not(tmp_path: Path) -> None:
    path = with_chunks(
        tmp_path / "a.png",
        chunk(b"tEXt", b"Author\0Somebody"),
        chunk(b"zTXt", b"Title\0\0" + zlib.compress(b"At home")),
        chunk(b"iTXt", b"Comment\0\1\0nl\0\0" + zlib.compress(b"Bij ons thuis")),
        chunk(b"tIME", struct.pack(">H5B", 2026, 11, 22, 13, 3, 0)),
    )
    assert told(path, TraceKind.OWNER) == ["Somebody"]
    assert told(path, TraceKind.CAPTION) == ["At home"]
    assert told(path, TraceKind.COMMENT) == ["Bij ons thuis"]
    assert told(path, TraceKind.TIME) == [Moment(datetime(2026, 11, 22, 13, 3), "+00:00")]


def test_chunks_and_segments_that_nobody_knows_are_told(tmp_path: Path) -> None:
    odd_jpeg = with_segments(tmp_path / "a.jpg", segment(0xEC, b"Ducky"), segment(0xE5, b"?"))
    odd_png = with_chunks(tmp_path / "a.png", chunk(b"prVt", b"?"))
    for path in (odd_jpeg, odd_png):
        assert [trace.kind for trace in look_at(path).traces] == [TraceKind.OTHER]


def test_a_profile_that_everyone_has_tells_nothing(tmp_path: Path) -> None:
    for format in ("jpeg", "png", "webp", "tiff"):
        assert look_at(make(tmp_path, format, profile=srgb())).traces == ()


def test_a_profile_that_names_a_screen_is_told(tmp_path: Path) -> None:
    for format in ("jpeg", "png", "webp", "tiff"):
        path = make(tmp_path, format, profile=screen_profile())
        assert told(path, TraceKind.PROFILE)[-1] == "Screen of Somebody"


def test_moving_pictures_and_pages_are_counted(tmp_path: Path) -> None:
    for format in ("gif", "webp", "png", "tiff"):
        written = BytesIO()
        others = [Image.new("RGB", (96, 64), color) for color in ("red", "blue")]
        image().save(written, format, save_all=True, append_images=others)
        path = tmp_path / f"moving.{format}"
        path.write_bytes(written.getvalue())
        assert look_at(path).frames == 3


def test_what_a_file_says_cannot_do_anything_to_the_terminal(tmp_path: Path) -> None:
    exif = exif_of("<", (0x013B, 2, 4, b"\x1b]0\x07"))
    path = with_segments(tmp_path / "a.jpg", segment(0xE1, b"Exif\0\0" + exif), segment(0xFE, b"\x1b[2Jgone\x07\r\n"))
    texts = [str(trace.told) for trace in look_at(path).traces]
    assert texts
    assert not any(character in text for text in texts for character in "\x1b\x07\r\n")


def test_text_that_is_no_utf8_is_read_all_the_same(tmp_path: Path) -> None:
    path = with_segments(tmp_path / "a.jpg", segment(0xFE, "Café".encode("latin-1")))
    assert told(path, TraceKind.COMMENT) == ["Café"]


@needs_exiftool
def test_a_video_tells_where_when_and_with_what(tmp_path: Path) -> None:
    path = tmp_path / "a.mov"
    media = box(b"mdia", box(b"mdhd", bytes(24)), box(b"hdlr", bytes(24)), box(b"minf"))
    movie = box(b"moov", box(b"mvhd", struct.pack(">4xII", 3_876_000_000, 0) + bytes(88)), box(b"trak", media))
    path.write_bytes(box(b"ftyp", b"qt  \0\0\0\0qt  ") + box(b"mdat", bytes(64)) + movie)
    tell(
        path,
        "-Keys:GPSCoordinates=51.0543, 3.7174, 12",
        "-Keys:Make=Example",
        "-Keys:Model=X1",
        "-Keys:Software=17.1",
        "-Keys:CreationDate=2026:11:22 14:03:00+01:00",
        "-ItemList:Artist=Somebody",
        "-UserData:Comment=At home",
        "-XMP-iptcExt:PersonInImage=First Person",
    )
    assert places(path) == [(51.0543, 3.7174)]
    assert told(path, TraceKind.ALTITUDE) == [Height(12)]
    assert set(told(path, TraceKind.DEVICE)) == {"Example", "X1"}
    assert Moment(datetime(2026, 11, 22, 14, 3), "+01:00") in told(path, TraceKind.TIME)
    assert "Somebody" in told(path, TraceKind.OWNER)
    assert told(path, TraceKind.COMMENT) == ["At home"]
    assert told(path, TraceKind.PEOPLE) == ["First Person"]
    assert "17.1" in told(path, TraceKind.SOFTWARE)


def test_a_video_of_a_telephone_or_an_action_camera_tells_its_place(tmp_path: Path) -> None:
    xyz = b"+51.0543+003.7174/"
    place = box(b"loci", bytes(6), b"Garden\0", b"\0", struct.pack(">3i", int(3.5 * 65536), int(51.5 * 65536), 0))
    samples = box(b"stsd", bytes(8), box(b"gpmd", bytes(16)))
    track = box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", samples))))
    user = box(b"udta", box(b"\xa9xyz", struct.pack(">HH", len(xyz), 0x15C7), xyz), place, box(b"GPMF", b"x"))
    path = tmp_path / "a.mp4"
    path.write_bytes(box(b"ftyp", b"mp42") + box(b"mdat", bytes(64)) + box(b"moov", track, user))
    assert set(told(path, TraceKind.PLACE)) == {Place(51.0543, 3.7174), Place(51.5, 3.5)}
    assert told(path, TraceKind.PLACE_NAME) == ["Garden"]
    assert set(told(path, TraceKind.TRACK)) == {"gpmd", "GPMF"}


def test_a_large_video_is_looked_at_without_taking_it_in(tmp_path: Path) -> None:
    path = tmp_path / "large.mp4"
    with path.open("wb") as file:
        file.write(box(b"ftyp", b"mp42") + struct.pack(">I4sQ", 1, b"mdat", 6_000_000_000 + 16))
        file.seek(6_000_000_000, 1)
        file.write(box(b"moov", box(b"mvhd", struct.pack(">4xII", 3_876_000_000, 0))))
    assert [trace.kind for trace in look_at(path).traces] == [TraceKind.TIME]


def test_captions_of_the_press_that_are_nonsense_are_told_to_be_there(tmp_path: Path) -> None:
    block = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", 4) + b"junk"
    path = with_segments(tmp_path / "a.jpg", segment(0xED, block))
    assert [trace.kind for trace in look_at(path).traces] == [TraceKind.UNREADABLE]


def test_two_places_in_one_picture_are_both_told(tmp_path: Path) -> None:
    xmp = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:exif="http://ns.adobe.com/exif/1.0/"><rdf:Description rdf:about="uuid:1" exif:GPSLatitude="51,30.0N"
    exif:GPSLongitude="3,30.0E"/><rdf:Description><exif:GPSLatitude>52,0.0N</exif:GPSLatitude>
    <exif:GPSLongitude>4,0.0W</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta>"""
    path = with_segments(tmp_path / "a.jpg", segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp))
    assert places(path) == [(51.5, 3.5), (52.0, -4.0)]
    assert told(path, TraceKind.HISTORY) == ["uuid:1"]


def test_an_avif_that_begins_like_any_picture_in_boxes_is_known_as_one(tmp_path: Path) -> None:
    path = tmp_path / "a.avif"
    path.write_bytes(encoded("avif").replace(b"ftypavif", b"ftypmif1", 1))
    assert look_at(path).format == "avif"
    assert clean_copy_of(path).ending == ".jpg"

"""Whatever a file holds, looking at it ends soon, with what it tells or with a sentence."""

from __future__ import annotations

import errno
import os
import struct
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from onlinesafe_tui.errors import (
    PictureDamaged,
    PictureEmpty,
    PictureError,
    PictureNotCopied,
    PictureTooLarge,
    PictureUnknown,
    PictureUnreadable,
)
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.pictures import files
from onlinesafe_tui.pictures.exif import exif_traces
from onlinesafe_tui.pictures.files import clean_copy_of, look_at
from onlinesafe_tui.pictures.icc import neutral_profile, profile_traces
from onlinesafe_tui.pictures.iptc import iptc_traces, photoshop_traces
from onlinesafe_tui.pictures.traces import Trace, TraceKind
from onlinesafe_tui.pictures.xmp import xmp_traces
from onlinesafe_tui.services.photo_words import trace_views
from tests.pictures.samples import FORMATS, box, encoded, exif_of, screen_profile, segment

SOON = 5.0
"""Seconds; a machine that does other things too is given room."""

LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&b;</dc:title></x>"""
FETCHES = b"""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x><title>&a;</title></x>"""


def soon(path: Path) -> None:
    """Look at a file and copy it, and see that both end soon, with nothing worse than our own errors."""
    began = time.process_time()
    for work in (look_at, clean_copy_of):
        with suppress(PictureError):
            work(path)
    assert time.process_time() - began < SOON


def jpeg_with(path: Path, *segments: bytes) -> Path:
    data = encoded("jpeg")
    path.write_bytes(data[:2] + b"".join(segments) + data[2:])
    return path


@pytest.mark.parametrize(
    "data", [LAUGHS, FETCHES, b"<x>" * 100_000, b"<x><y></x>", b"\xff\xfe\0", b"<x" + b" a='1'" * 2]
)
def test_xml_that_could_do_harm_is_not_read_but_told(data: bytes) -> None:
    assert xmp_traces(data) == (Trace(TraceKind.UNREADABLE),)


def test_a_file_is_never_fetched_for_xml(tmp_path: Path) -> None:
    path = jpeg_with(tmp_path / "a.jpg", segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + FETCHES))
    assert look_at(path).traces == (Trace(TraceKind.UNREADABLE),)
    assert FETCHES not in clean_copy_of(path).data


def test_directories_that_go_round_come_to_an_end(tmp_path: Path) -> None:
    entry = (0x0131, 2, 4, b"abc\0")
    for then in (8, 0xFFFFFFFF):
        assert Trace(TraceKind.SOFTWARE, "abc") in exif_traces(exif_of("<", entry, then=then), (1, 1))
    to_itself = exif_of("<", (0x8769, 4, 1, struct.pack("<I", 8)), entry)
    assert Trace(TraceKind.SOFTWARE, "abc") in exif_traces(to_itself, (1, 1))


def test_a_directory_of_a_million_values_that_all_are_the_whole_file_takes_no_memory(tmp_path: Path) -> None:
    rows = b"".join(struct.pack("<HHII", tag, 2, 30_000_000, 0) for tag in range(4000))
    exif = b"II*\0\x08\0\0\0" + struct.pack("<H", 4000) + rows + bytes(4)
    path = tmp_path / "a.tif"
    path.write_bytes(exif + bytes(30_000_000))
    soon(path)


def test_a_text_that_unpacks_to_gigabytes_does_not(tmp_path: Path) -> None:
    bomb = zlib.compress(bytes(200_000_000))
    chunks = b""
    for name, body in ((b"zTXt", b"Title\0\0" + bomb), (b"iCCP", b"x\0\0" + bomb)):
        chunks += struct.pack(">I", len(body)) + name + body + bytes(4)
    data = encoded("png")
    path = tmp_path / "a.png"
    path.write_bytes(data[:33] + chunks * 20 + data[33:])
    soon(path)


def test_a_picture_of_a_million_million_pixels_is_looked_at_by_its_header_alone(tmp_path: Path) -> None:
    head = struct.pack(">II5B", 1_000_000, 1_000_000, 8, 2, 0, 0, 0)
    data = encoded("png")
    path = tmp_path / "a.png"
    path.write_bytes(data[:16] + head + struct.pack(">I", zlib.crc32(b"IHDR" + head)) + data[33:])
    assert look_at(path).width == 1_000_000
    soon(path)


@pytest.mark.parametrize("format", ["heic", "avif"])
def test_a_heic_that_says_it_is_gigantic_is_not_taken_in(format: str, tmp_path: Path) -> None:
    data = encoded(format)
    at = data.index(b"ispe") + 8
    path = tmp_path / f"a.{format}"
    path.write_bytes(data[:at] + struct.pack(">II", 60_000, 60_000) + data[at + 8 :])
    with pytest.raises(PictureDamaged):
        clean_copy_of(path)


def test_boxes_without_end_come_to_an_end(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(box(b"ftyp", b"mp42") + box(b"moov", box(b"free") * 200_000))
    with pytest.raises(PictureDamaged):
        look_at(path)


def test_a_hundred_thousand_segments_are_soon_read(tmp_path: Path) -> None:
    soon(jpeg_with(tmp_path / "a.jpg", segment(0xFE, b"x") * 100_000))


def test_noise_that_looks_like_markers_is_soon_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded("jpeg")[:-2] + b"\xff\0" * 10_000_000 + b"\xff\xd9")
    soon(path)


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_of_which_the_end_is_missing_is_said_to_be_damaged(format: str, tmp_path: Path) -> None:
    data = encoded(format)
    path = tmp_path / "a"
    path.write_bytes(data[: len(data) * 2 // 3])
    with pytest.raises(PictureDamaged):
        clean_copy_of(path)


def test_what_is_wrong_with_a_file_is_said(tmp_path: Path) -> None:
    empty, text = tmp_path / "empty.jpg", tmp_path / "text.jpg"
    empty.touch()
    text.write_text("no picture", encoding="utf-8")
    cases: list[tuple[Path, type[PictureError]]] = [
        (tmp_path / "nothing.jpg", PictureUnreadable),
        (tmp_path, PictureUnreadable),
        (text / "below.jpg", PictureUnreadable),
        (tmp_path / ("x" * 300), PictureUnreadable),
        (Path("a\0b"), PictureUnreadable),
        (empty, PictureEmpty),
        (text, PictureUnknown),
    ]
    for path, error in cases:
        with pytest.raises(error):
            look_at(path)
        with pytest.raises(error):
            clean_copy_of(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(PictureUnknown):
        look_at(tmp_path / "pipe.jpg")


def test_a_file_that_one_may_not_read_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    path = tmp_path / "a.jpg"
    path.write_bytes(encoded("jpeg"))
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PictureUnreadable, match="you may not open it"):
        look_at(path)


def test_without_the_part_that_reads_heic_a_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.heic"
    path.write_bytes(encoded("heic"))
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    assert look_at(path).width == 96
    with pytest.raises(PictureNotCopied, match="not there for this computer"):
        clean_copy_of(path)


def test_a_file_that_is_too_large_is_not_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    with path.open("wb") as file:
        file.write(encoded("jpeg"))
        file.truncate(files.LARGEST + 1)
    with pytest.raises(PictureTooLarge):
        look_at(path)


def test_a_name_that_a_terminal_would_obey_is_cleaned_in_the_sentence(tmp_path: Path) -> None:
    with pytest.raises(PictureUnreadable) as caught:
        look_at(tmp_path / "a\x1b[2J\x07.jpg")
    assert "\x1b" not in str(caught.value)
    assert "\x07" not in str(caught.value)


WHOLE = {format: encoded(format, profile=None if format == "heic" else screen_profile()) for format in FORMATS}
EXIF = Image.Exif()
EXIF[0x010F], EXIF[0x0132] = "Example", "2026:11:22 14:03:00"
EXIF.get_ifd(0x8825).update({1: "N", 2: (51.0, 3.0, 15.0), 3: "E", 4: (3.0, 43.0, 2.0)})
for _format in ("jpeg", "png", "webp", "tiff", "avif"):
    _written = BytesIO()
    with Image.open(BytesIO(WHOLE[_format])) as _opened:
        _opened.save(_written, _format, exif=EXIF)
    WHOLE[_format] = _written.getvalue()


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """Return a picture with some bytes changed, taken out or put in, mostly near its beginning, or without its end."""
    data = bytearray(WHOLE[draw(st.sampled_from(FORMATS))])
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, min(len(data), draw(st.sampled_from((64, 600, 1 << 20)))) - 1))
        how = draw(st.sampled_from(("flip", "flip", "drop", "add", "cut")))
        if how == "flip":
            data[at] = draw(st.integers(0, 255))
        elif how == "drop":
            del data[at : at + draw(st.integers(1, 40))]
        elif how == "add":
            data[at:at] = draw(st.binary(min_size=1, max_size=8))
        else:
            del data[max(at, 1) :]
        if not data:
            data.append(0)
    return bytes(data)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=spoiled())
def test_a_spoiled_picture_gives_nothing_worse_than_a_sentence(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "spoiled"
    path.write_bytes(data)
    try:
        look_at(path)
    except PictureError:
        return
    try:
        made = clean_copy_of(path)
    except PictureError:
        return
    clean = tmp_path / "clean"
    clean.write_bytes(made.data)
    assert look_at(clean).traces == ()


@pytest.mark.parametrize(
    "read",
    [
        lambda data: exif_traces(b"II*\0" + data, (4, 3)),
        lambda data: exif_traces(b"MM\0*\0\0\0\x08" + data, (4, 3)),
        xmp_traces,
        lambda data: list(iptc_traces(b"\x1c\2" + data)),
        lambda data: list(photoshop_traces(b"8BIM" + data, (4, 3))),
        lambda data: profile_traces(bytes(36) + b"acsp" + data),
        lambda data: neutral_profile(bytes(36) + b"acsp" + bytes(88) + data),
    ],
)
def test_no_reader_minds_nonsense(read: Callable[[bytes], object]) -> None:
    @given(st.binary(max_size=300))
    def reads(data: bytes) -> None:
        read(data)

    reads()


NAMES = (
    *(b"moov", b"udta", b"meta", b"keys", b"ilst", b"trak", b"mvhd", b"loci", b"\xa9xyz", b"stsd", b"mdia", b"minf"),
    *(b"stbl", b"data", b"uuid"),
)


@given(parts=st.lists(st.tuples(st.sampled_from(NAMES), st.binary(max_size=60)), max_size=6))
def test_a_spoiled_video_gives_nothing_worse_than_a_sentence(
    parts: list[tuple[bytes, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    inner = b""
    for name, body in parts:
        inner = box(name, body, inner) if len(body) % 2 else inner + box(name, body)
    path = tmp_path_factory.getbasetemp() / "spoiled.mp4"
    path.write_bytes(box(b"ftyp", b"mp42") + box(b"moov", inner, box(b"udta", inner), box(b"meta", inner)))
    with suppress(PictureError):
        look_at(path)


def test_many_pages_of_the_same_bytes_do_not_become_many_times_the_file(tmp_path: Path) -> None:
    pixels = bytes(2_000_000)
    pages = b""
    start = 8 + len(pixels)
    for number in range(1000):
        rows = (
            (0x0100, 4, 1, 1000),
            (0x0101, 4, 1, 2000),
            (0x0106, 3, 1, 1),
            (0x0111, 4, 1, 8),
            (0x0117, 4, 1, len(pixels)),
            (0x02BC, 1, len(pixels), 8),
        )
        at = start + len(pages)
        then = at + 2 + 12 * len(rows) + 4 if number < 999 else 0
        pages += struct.pack("<H", len(rows)) + b"".join(struct.pack("<HHII", *row) for row in rows)
        pages += struct.pack("<I", then)
    path = tmp_path / "a.tif"
    path.write_bytes(b"II*\0" + struct.pack("<I", start) + pixels + pages)
    soon(path)


def test_a_profile_of_which_the_tags_are_larger_than_itself_is_not_taken_in() -> None:
    whole = 4_000_000
    rows = b"".join(struct.pack(">4sII", b"r%03d" % number, 0, whole) for number in range(200))
    profile = struct.pack(">I", whole) + bytes(32) + b"acsp" + bytes(88) + struct.pack(">I", 200) + rows
    began = time.process_time()
    assert profile_traces(profile.ljust(whole, b"\0")) == (Trace(TraceKind.PROFILE),)
    assert neutral_profile(profile.ljust(whole, b"\0")) == b""
    assert time.process_time() - began < SOON


@pytest.mark.parametrize("format", ["jpeg", "png", "gif"])
def test_millions_of_parts_of_nothing_are_soon_given_up(format: str, tmp_path: Path) -> None:
    data = encoded(format)
    part = {"jpeg": segment(0xFE, b""), "png": struct.pack(">I4sI", 0, b"prVt", 0), "gif": b"\x21\xfe\0"}[format]
    at = {"jpeg": 2, "png": 33, "gif": 13 + 3 * 256}[format]
    path = tmp_path / "a"
    path.write_bytes(data[:at] + part * 3_000_000 + data[at:])
    with pytest.raises(PictureDamaged):
        look_at(path)


def test_xml_in_every_one_of_a_thousand_texts_is_soon_given_up(tmp_path: Path) -> None:
    xml = b"<x>" + b"<y>text</y>" * 300_000 + b"</x>"
    body = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(xml)
    data = encoded("png")
    path = tmp_path / "a.png"
    chunk = struct.pack(">I", len(body)) + b"iTXt" + body + bytes(4)
    path.write_bytes(data[:33] + chunk * 1000 + data[33:])
    soon(path)


def test_a_hundred_thousand_comments_are_soon_put_in_words(tmp_path: Path) -> None:
    path = jpeg_with(tmp_path / "a.jpg", b"".join(segment(0xFE, b"comment %d" % number) for number in range(100_000)))
    began = time.process_time()
    (view,) = trace_views(look_at(path), Words(Language.EN))
    assert view.text == "comment 0; comment 1; comment 2; and 99997 more"
    assert time.process_time() - began < SOON


def test_a_gif_without_the_byte_that_ends_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    path.write_bytes(encoded("gif").removesuffix(b";"))
    assert clean_copy_of(path).data == encoded("gif")

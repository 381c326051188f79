"""A clean copy tells nothing, to us and to a second reader, and looks the same."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageSequence, ImageStat

from onlinesafe_tui.errors import PictureNotCopied
from onlinesafe_tui.pictures.files import clean_copy_of, look_at
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
    second_look,
    segment,
    srgb,
    tell,
)

LOSSLESS = ("jpeg", "png", "webp", "gif", "tiff")

_PIXELS = {
    "EXIF": {
        *("Orientation", "ImageWidth", "ImageHeight", "BitsPerSample", "Compression", "PhotometricInterpretation"),
        *("StripOffsets", "SamplesPerPixel", "RowsPerStrip", "StripByteCounts", "XResolution", "YResolution"),
        *("ResolutionUnit", "PlanarConfiguration", "ExtraSamples", "SampleFormat", "Predictor", "SubfileType"),
    },
    "JFIF": {"JFIFVersion", "ResolutionUnit", "XResolution", "YResolution"},
    "PNG": {
        *("ImageWidth", "ImageHeight", "BitDepth", "ColorType", "Compression", "Filter", "Interlace", "Palette"),
        *("ProfileName", "PixelsPerUnitX", "PixelsPerUnitY", "PixelUnits", "AnimationFrames", "AnimationPlays"),
        *("Transparency", "SRGBRendering"),
    },
    "RIFF": {
        *("WebP_Flags", "ImageWidth", "ImageHeight", "VP8Version", "HorizontalScale", "VerticalScale", "AlphaIsUsed"),
        *("BackgroundColor", "AnimationLoopCount", "FrameCount", "Duration"),
    },
    "GIF": {
        *("GIFVersion", "ImageWidth", "ImageHeight", "HasColorMap", "ColorResolutionDepth", "BitsPerPixel"),
        *("BackgroundColor", "PixelAspectRatio", "AnimationIterations", "FrameCount", "Duration", "TransparentColor"),
    },
    "Composite": {"ImageSize", "Megapixels"},
}
"""What a second reader may find in a clean copy: what describes pixels, and nothing else."""


def copied(path: Path) -> Path:
    """Make a clean copy of a file in another folder, which leaves the file as it was, and return it."""
    before = path.read_bytes()
    made = clean_copy_of(path)
    assert path.read_bytes() == before
    folder = path.parent / "clean"
    folder.mkdir(exist_ok=True)
    clean = folder / f"copy{made.ending}"
    clean.write_bytes(made.data)
    return clean


def left_in(path: Path) -> list[tuple[str, str, str]]:
    """Return what a second reader finds that is about more than pixels."""
    return [
        row
        for row in second_look(path)
        if row[0] not in ("ExifTool", "File", "ICC_Profile") and row[1] not in _PIXELS.get(row[0], set())
    ]


def shown(path: Path) -> Image.Image:
    """Return a picture as it is shown: turned the way it is to be turned."""
    with Image.open(path) as opened:
        return ImageOps.exif_transpose(opened).convert("RGB")


def differ(one: Image.Image, other: Image.Image) -> float:
    """Return how much two pictures of one size differ, from 0 to 255."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@needs_exiftool
@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_left_that_describes_more_than_pixels(format: str, tmp_path: Path) -> None:
    path = make(tmp_path, format, *EVERYTHING)
    assert len(look_at(path).traces) > 10
    clean = copied(path)
    assert look_at(clean).traces == ()
    assert left_in(clean) == []


@pytest.mark.parametrize("format", LOSSLESS)
def test_every_pixel_is_the_same(format: str, tmp_path: Path) -> None:
    path = make(tmp_path, format, profile=srgb())
    assert shown(copied(path)).tobytes() == shown(path).tobytes()


@pytest.mark.parametrize("format", ["heic", "avif"])
def test_a_copy_as_jpeg_looks_the_same(format: str, tmp_path: Path) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    path = make(tmp_path, format)
    clean = copied(path)
    assert clean.suffix == ".jpg"
    assert differ(shown(clean), shown(path)) < 3


@pytest.mark.parametrize("format", ["jpeg", "png", "webp", "tiff"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_is_turned_the_same_way(format: str, orientation: int, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "Example"
    path = tmp_path / f"turned.{format}"
    image().save(path, format, exif=exif)
    clean = copied(path)
    assert [trace.told for trace in look_at(path).traces] == ["Example"]
    assert look_at(clean).traces == ()
    assert shown(clean).tobytes() == shown(path).tobytes()
    assert shown(clean).size == ((64, 96) if orientation > 4 else (96, 64))


@pytest.mark.parametrize("format", ["jpeg", "png", "webp", "tiff"])
def test_a_profile_that_everyone_has_stays_byte_for_byte(format: str, tmp_path: Path) -> None:
    with Image.open(copied(make(tmp_path, format, profile=srgb()))) as clean:
        assert clean.info["icc_profile"] == srgb()


def test_a_profile_of_several_segments_stays_whole(tmp_path: Path) -> None:
    large = srgb() + bytes(150_000)
    profile = struct.pack(">I", len(large)) + large[4:]
    with Image.open(copied(make(tmp_path, "jpeg", profile=profile))) as clean:
        assert clean.info["icc_profile"] == profile


@pytest.mark.parametrize("format", ["jpeg", "png", "webp", "tiff"])
def test_of_a_profile_that_names_a_screen_only_the_colours_stay(format: str, tmp_path: Path) -> None:
    clean = copied(make(tmp_path, format, profile=screen_profile()))
    with Image.open(clean) as opened:
        profile = opened.info["icc_profile"]
    for telling in ("Screen of Somebody".encode("utf-16-be"), b"SERIAL-OF-SCREEN", b"MAKR", b"MODL", b"mmod"):
        assert telling not in profile
    seen = [
        ImageCms.profileToProfile(
            image(), ImageCms.ImageCmsProfile(BytesIO(data)), ImageCms.createProfile("LAB"), outputMode="LAB"
        )
        for data in (profile, screen_profile())
    ]
    assert seen[0] is not None
    assert seen[1] is not None
    assert seen[0].tobytes() == seen[1].tobytes()


def test_the_colours_of_a_camera_that_says_adobe_rgb_without_a_profile_stay(tmp_path: Path) -> None:
    interop = struct.pack(">HHHI4sI", 1, 1, 2, 4, b"R03\0", 0)
    exif = struct.pack(">HHHII", 1, 0xA005, 4, 1, 44) + bytes(4)
    data = exif_of(">", (0x8769, 4, 1, struct.pack(">I", 26)), more=exif + interop)
    whole = encoded("jpeg")
    path = tmp_path / "a.jpg"
    path.write_bytes(whole[:2] + segment(0xE1, b"Exif\0\0" + data) + whole[2:])
    with Image.open(copied(path)) as clean:
        assert clean.getexif().get_ifd(0x8769)[0xA001] == 0xFFFF
        assert clean.getexif().get_ifd(0xA005)[1] == "R03"


@pytest.mark.parametrize("format", ["gif", "webp", "png", "tiff"])
def test_all_frames_and_pages_go_along(format: str, tmp_path: Path) -> None:
    others = [Image.new("RGB", (96, 64), color) for color in ("red", "blue")]
    path = tmp_path / f"moving.{format}"
    image().save(path, format, save_all=True, append_images=others, **({} if format == "tiff" else {"duration": 70}))
    if format != "tiff":
        path.write_bytes(path.read_bytes() + b"behind")
    with Image.open(path) as before, Image.open(copied(path)) as after:
        assert getattr(after, "n_frames", 1) == getattr(before, "n_frames", 1) == 3
        for one, other in zip(ImageSequence.Iterator(before), ImageSequence.Iterator(after), strict=True):
            assert one.convert("RGB").tobytes() == other.convert("RGB").tobytes()
            assert one.info.get("duration") == other.info.get("duration")


def test_a_gif_goes_on_turning_round_as_often(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    image().save(path, save_all=True, append_images=[Image.new("RGB", (96, 64), "red")], loop=3, comment=b"At home")
    with Image.open(copied(path)) as clean:
        assert clean.info["loop"] == 3
        assert "comment" not in clean.info


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_a_png_of_any_kind_of_pixels_stays_the_same(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    picture = image().convert("L").convert("I").convert("I;16") if mode == "I;16" else image().convert(mode)
    picture.save(path, dpi=(300, 300))
    with Image.open(path) as before, Image.open(copied(path)) as after:
        assert (after.mode, after.tobytes()) == (before.mode, before.tobytes())
        assert after.info["dpi"] == before.info["dpi"]


@pytest.mark.parametrize("mode", ["L", "CMYK", "progressive"])
def test_a_jpeg_of_any_kind_of_pixels_stays_the_same(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    if mode == "progressive":
        image().save(path, progressive=True, restart_marker_rows=1, dpi=(300, 300))
    else:
        image().convert(mode).save(path, dpi=(300, 300))
    with Image.open(path) as before, Image.open(copied(path)) as after:
        assert (after.mode, after.tobytes()) == (before.mode, before.tobytes())
        assert after.info["dpi"] == before.info["dpi"]


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg"])
def test_a_tiff_packed_in_any_usual_way_stays_the_same(compression: str, tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    image((300, 200)).save(path, compression=compression, dpi=(300, 300), software="Editor", artist="Somebody")
    assert look_at(path).traces != ()
    clean = copied(path)
    assert look_at(clean).traces == ()
    with Image.open(path) as before, Image.open(clean) as after:
        assert after.tobytes() == before.tobytes()
        assert after.info["dpi"] == before.info["dpi"]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK", "I;16", "F"])
def test_a_tiff_of_any_kind_of_pixels_stays_the_same(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    picture = image().convert("L").convert("I").convert("I;16") if mode == "I;16" else image().convert(mode)
    picture.save(path)
    with Image.open(path) as before, Image.open(copied(path)) as after:
        assert (after.mode, after.tobytes()) == (before.mode, before.tobytes())


def test_a_webp_that_one_can_see_through_stays_so(tmp_path: Path) -> None:
    for number, lossless in enumerate((True, False)):
        path = tmp_path / f"{number}.webp"
        picture = image()
        picture.putalpha(image().convert("L"))
        picture.save(path, lossless=lossless, exif=Image.Exif().tobytes(), xmp=b"<x/>")
        with Image.open(path) as before, Image.open(copied(path)) as after:
            assert after.tobytes() == before.tobytes()


def test_a_picture_that_one_can_see_through_stands_on_white_as_jpeg(tmp_path: Path) -> None:
    path = tmp_path / "a.avif"
    Image.new("RGBA", (64, 64), (0, 0, 0, 0)).save(path)
    assert shown(copied(path)).getpixel((30, 30)) == (255, 255, 255)


def test_what_stood_behind_the_picture_is_gone(tmp_path: Path) -> None:
    for format in LOSSLESS[:4]:
        path = make(tmp_path, format)
        path.write_bytes(path.read_bytes() + b"hidden behind")
        assert b"hidden" not in copied(path).read_bytes()


def test_the_second_picture_of_a_camera_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.mpo"
    image().save(path, "MPO", save_all=True, append_images=[image((32, 32))])
    clean = copied(path)
    assert clean.read_bytes().count(b"\xff\xd8") == 1
    assert look_at(clean).traces == ()


@needs_exiftool
def test_a_clean_copy_of_a_clean_copy_is_the_same(tmp_path: Path) -> None:
    for format in LOSSLESS:
        clean = copied(make(tmp_path, format, *EVERYTHING, "-EXIF:Orientation#=6", profile=screen_profile()))
        assert clean_copy_of(clean).data == clean.read_bytes()


@needs_exiftool
def test_a_page_that_is_a_small_picture_of_another_does_not_go_along(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    image().save(path, save_all=True, append_images=[image((24, 24))])
    tell(path, "-IFD1:SubfileType#=1", "-EXIF:Artist=Somebody")
    assert [str(trace.kind) for trace in look_at(path).traces][:2] == ["owner", "thumbnail"]
    with Image.open(copied(path)) as clean:
        assert getattr(clean, "n_frames", 1) == 1


def test_of_a_video_there_is_no_copy_and_a_sentence_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(box(b"ftyp", b"mp42") + box(b"moov"))
    with pytest.raises(PictureNotCopied, match="film again"):
        clean_copy_of(path)


def test_of_a_raw_file_of_a_camera_there_is_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "a.dng"
    path.write_bytes(exif_of("<", (0xC612, 1, 4, b"\1\4\0\0"), (0x0100, 3, 1, b"\1\0"), (0x0101, 3, 1, b"\1\0")))
    with pytest.raises(PictureNotCopied, match="raw file"):
        clean_copy_of(path)


@pytest.mark.parametrize("format", ["heic", "avif"])
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_copy_as_jpeg_is_turned_already(format: str, orientation: int, tmp_path: Path) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "Example"
    path = tmp_path / f"a.{format}"
    image((256, 128)).save(path, exif=exif.tobytes())
    clean = copied(path)
    assert shown(clean).size == ((128, 256) if orientation > 4 else (256, 128))
    assert differ(shown(clean), shown(path)) < 3
    with Image.open(clean) as opened:
        assert not opened.getexif()


def test_the_colours_of_a_heic_go_along(tmp_path: Path) -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
    path = tmp_path / "a.heic"
    image().save(path, icc_profile=srgb())
    with Image.open(copied(path)) as clean:
        assert clean.info["icc_profile"] == srgb()


def test_the_small_picture_of_a_heic_is_told_and_gone(tmp_path: Path) -> None:
    import pillow_heif

    heic = pillow_heif.from_pillow(image((640, 400)))
    sizes: list[int | None] = [128]
    heic[0].info["thumbnails"] = sizes
    path = tmp_path / "a.heic"
    heic.save(path)
    assert [str(trace.kind) for trace in look_at(path).traces] == ["thumbnail"]
    assert look_at(copied(path)).traces == ()

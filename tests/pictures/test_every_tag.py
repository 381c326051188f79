"""Whatever tag the second reader can write, a look says that something is there, unless it is about pixels."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from onlinesafe_tui.pictures.files import clean_copy_of, look_at
from tests.pictures.samples import encoded, needs_exiftool

WORD = re.compile(r"[A-Z][A-Za-z0-9-]+")

ABOUT_PIXELS = {
    "EXIF": {
        *("ImageWidth", "ImageHeight", "ExifImageWidth", "ExifImageHeight", "RelatedImageWidth", "RelatedImageHeight"),
        *(
            "RelatedImageFileFormat",
            "InteropIndex",
            "InteropVersion",
            "SamplesPerPixel",
            "BitsPerSample",
            "Compression",
        ),
        *("XResolution", "YResolution", "ResolutionUnit", "Orientation", "ColorSpace", "PhotometricInterpretation"),
        *("MinSampleValue", "MaxSampleValue", "SubfileType", "OldSubfileType", "RowsPerStrip", "TileWidth"),
        *("TileLength", "Predictor", "InkSet", "Thresholding", "FillOrder", "PlanarConfiguration", "Gamma"),
        *("YCbCrPositioning", "YCbCrSubSampling", "GrayResponseUnit", "ComponentsConfiguration", "ExifVersion"),
        "FlashpixVersion",
    },
    "IPTC": {"CodedCharacterSet", "ApplicationRecordVersion", "EnvelopeRecordVersion"},
    "XMP-exif": {
        *("ExifImageWidth", "ExifImageHeight", "ColorSpace", "ExifVersion", "FlashpixVersion", "NativeDigest"),
    },
    "XMP-iptcCore": set(),
    "XMP-photoshop": {"ColorMode"},
    "XMP-xmpMM": set(),
}
"""Tags that say how pixels are to be read, or in which way the others are written, by group."""


def written(folder: Path, group: str) -> list[Path]:
    """Let exiftool write each tag of a group into a file of its own, and return those that it could write."""
    listed = subprocess.run(["exiftool", "-listw", f"-{group}:All"], capture_output=True, text=True, check=True).stdout
    plain = encoded("jpeg")
    orders: list[str] = []
    for tag in sorted(set(WORD.findall(listed))):
        path = folder / f"{tag}.jpg"
        path.write_bytes(plain)
        value = "=2026:11:22 14:03:00" if "Date" in tag or "Time" in tag else "#=1"
        orders += ["-overwrite_original", "-q", "-q", "-m", f"-{group}:{tag}=1", f"-{group}:{tag}{value}"]
        orders += [str(path), "-execute"]
    (folder / "orders").write_text("\n".join(orders), encoding="utf-8")
    subprocess.run(["exiftool", "-@", str(folder / "orders")], capture_output=True, check=False)
    return [path for path in sorted(folder.glob("*.jpg")) if path.read_bytes() != plain]


@needs_exiftool
@pytest.mark.parametrize("group", ABOUT_PIXELS)
def test_no_tag_is_overlooked(group: str, tmp_path: Path) -> None:
    files = written(tmp_path, group)
    assert len(files) > 10
    silent = set()
    for path in files:
        # The packet of XMP says with which program it was written; that alone does not count.
        if not [trace for trace in look_at(path).traces if "ExifTool" not in str(trace.told)]:
            silent.add(path.stem)
        assert clean_copy_of(path).data == encoded("jpeg")
    assert silent <= ABOUT_PIXELS[group]

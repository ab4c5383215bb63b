"""Pictures of every format in, upright RGBA out; anything else gets a sentence."""

from __future__ import annotations

import io
import random
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from handdigit.budgets import EXIF_BYTES
from handdigit.errors import PictureError
from handdigit.storage.datasets import pictures
from handdigit.storage.datasets.pictures import FORMATS, LONGEST_SIDE, decode_picture, read_picture

ORIENTATION = 0x0112  # the Exif tag


def corner_marked() -> Image.Image:
    """Return a white picture, wider than high, with its top left quarter black."""
    picture = np.full((40, 60, 3), 255, np.uint8)
    picture[:20, :30] = 0
    return Image.fromarray(picture)


def encoded(image: Image.Image, file_format: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, file_format, **options)
    return file.getvalue()


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_format_is_read(tmp_path: Path, file_format: str) -> None:
    path = tmp_path / "picture"  # the content tells, not the name
    path.write_bytes(encoded(corner_marked(), file_format))
    picture = read_picture(path)
    assert picture.shape == (40, 60, 4)
    assert picture.dtype == np.uint8
    assert np.abs(picture[10, 10].astype(int) - (0, 0, 0, 255)).max() <= 3
    assert np.abs(picture[30, 50].astype(int) - (255, 255, 255, 255)).max() <= 3


@pytest.mark.parametrize(
    ("orientation", "black_corner"),
    [(1, (0, 0)), (3, (1, 1)), (6, (0, 1)), (8, (1, 0))],
)
def test_a_photo_is_turned_upright(orientation: int, black_corner: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    picture = decode_picture(encoded(corner_marked(), "JPEG", exif=exif), "photo")
    assert picture.shape[:2] == ((40, 60) if orientation in (1, 3) else (60, 40))
    quarters = picture[:, :, 0].reshape(2, picture.shape[0] // 2, 2, -1).mean(axis=(1, 3))
    assert np.unravel_index(quarters.argmin(), (2, 2)) == black_corner


def test_sixteen_bits_are_scaled_not_clipped() -> None:
    grey = np.array([[0, 16384, 32768, 65535]], np.uint16)
    picture = decode_picture(encoded(Image.fromarray(grey), "PNG"), "scan")
    assert picture[0, :, 0].tolist() == pytest.approx([0, 64, 128, 255], abs=1)


def test_a_palette_is_looked_up() -> None:
    image = corner_marked().convert("P", palette=Image.Palette.ADAPTIVE, colors=2)
    picture = decode_picture(encoded(image, "PNG"), "palette")
    assert picture[0, 0].tolist() == [0, 0, 0, 255]
    assert picture[-1, -1].tolist() == [255, 255, 255, 255]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "RGB", "RGBA", "P"])
def test_every_kind_of_png_pixel_is_read(mode: str) -> None:
    picture = decode_picture(encoded(corner_marked().convert(mode), "PNG"), mode)
    assert picture[0, 0].tolist() == [0, 0, 0, 255]


def test_print_colours_are_read() -> None:
    picture = decode_picture(encoded(corner_marked().convert("CMYK"), "JPEG"), "print")
    assert picture[10, 10, :3].max() < 30
    assert picture[30, 50, :3].min() > 225


def test_transparency_is_kept() -> None:
    image = corner_marked().convert("RGBA")
    image.putalpha(7)
    assert np.all(decode_picture(encoded(image, "PNG"), "clear")[:, :, 3] == 7)


@pytest.mark.parametrize("file_format", ["PNG", "JPEG"])
def test_large_pictures_are_shrunk_in_proportion(file_format: str) -> None:
    large = corner_marked().resize((3000, 2000), Image.Resampling.NEAREST)
    picture = decode_picture(encoded(large, file_format), "large")
    assert picture.shape == (pytest.approx(LONGEST_SIDE * 2 / 3, abs=1), LONGEST_SIDE, 4)
    assert picture[10, 10, 0] < 5
    assert picture[-10, -10, 0] > 250


def png_of_size(width: int, height: int) -> bytes:
    """Return the beginning of a PNG that says it is so large."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000)))


@pytest.mark.parametrize(
    "size",
    [(10_000, 10_000), (60_000, 60_000), (1, 89_000_000), (89_000_000, 1), (1, 1_000_001)],
    ids=str,
)
def test_a_picture_that_would_take_gigabytes_is_refused_before_it_is_decoded(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "_decoded", None)
    with pytest.raises(PictureError) as refused:
        decode_picture(png_of_size(*size), "bomb")
    assert str(refused.value) == (
        "bomb has too many pixels: save it with at most 40 million of them, a photo in JPEG with "
        "at most 120 million."
    )


def test_a_jpeg_may_have_more_pixels_because_it_is_never_decoded_whole() -> None:
    photo = encoded(Image.new("L", (40_000, 1_100), 200), "JPEG")
    assert decode_picture(photo, "photo").shape == (55, LONGEST_SIDE, 4)


LIMITED = """
import resource, sys
from pathlib import Path
from handdigit.storage.datasets.pictures import read_picture
resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9))
print(read_picture(Path(sys.argv[1])).shape)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "BMP"])
def test_the_largest_pictures_are_read_within_a_gigabyte(tmp_path: Path, file_format: str) -> None:
    side = 10_950 if file_format == "JPEG" else 6_320
    path = tmp_path / "large"
    path.write_bytes(encoded(Image.new("RGB", (side, side), "white"), file_format))
    found = subprocess.run(
        [sys.executable, "-c", LIMITED, path], capture_output=True, text=True, check=True
    )
    assert found.stdout == f"({LONGEST_SIDE}, {LONGEST_SIDE}, 4)\n"
    assert found.stderr == ""


ODD_EXIF = {
    "cut off": b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12",
    "no directory": b"Exif\0\0MM\0*\xff\xff\xff\xff",
    "of no order": b"Exif\0\0XX\0*\0\0\0\x08",
    "a fraction over 0": b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x05\0\0\0\1\0\0\0\x1a"
    + bytes(12),
    "text": b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x02\0\0\0\2\x41\0\0\0" + bytes(4),
    "too large": b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\1\0\x09\0\0" + bytes(4),
    "empty": b"Exif\0\0",
}


@pytest.mark.parametrize("exif", ODD_EXIF.values(), ids=ODD_EXIF)
@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
def test_a_picture_with_odd_exif_is_read_as_it_lies(file_format: str, exif: bytes) -> None:
    picture = decode_picture(encoded(corner_marked(), file_format, exif=exif), "odd")
    assert picture.shape == (40, 60, 4)
    assert picture[10, 10, 0] < 5


def test_more_exif_than_a_camera_writes_is_not_looked_at() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    content = exif.tobytes() + bytes(EXIF_BYTES)
    picture = decode_picture(encoded(corner_marked(), "PNG", exif=content), "long")
    assert picture.shape == (40, 60, 4)


def test_what_pillow_has_doubts_about_is_not_printed(recwarn: pytest.WarningsRecorder) -> None:
    content = encoded(Image.new("L", (9_500, 9_500)), "JPEG", exif=ODD_EXIF["too large"])
    decode_picture(content, "photo")
    assert not recwarn.list


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a" + b"\0" * 50, b"%PDF-1.7", b"garbage" * 100, b"\x89PNG\r\n\x1a\n"],
    ids=["empty", "gif", "pdf", "garbage", "signature only"],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError, match=r"thing (is no picture|is damaged)"):
        decode_picture(content, "thing")


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_truncated_picture_is_damaged(file_format: str) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (100, 100, 3)).astype(np.uint8)
    content = encoded(Image.fromarray(noise), file_format)
    with pytest.raises(PictureError, match=r"half"):
        decode_picture(content[: len(content) // 2], "half")


def test_damage_anywhere_gives_a_picture_or_a_sentence() -> None:
    rng = random.Random(4)
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    files = [encoded(corner_marked(), f, exif=exif) for f in ("PNG", "JPEG", "WEBP")]
    refused = 0
    for _ in range(600):
        content = bytearray(rng.choice(files))
        for _ in range(rng.choice((1, 3, 10))):
            content[rng.randrange(min(len(content), 200))] = rng.randrange(256)
        try:
            assert decode_picture(bytes(content), "damaged").shape[2] == 4
        except PictureError:
            refused += 1
    assert 0 < refused < 600


def test_a_missing_picture_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="no such file"):
        read_picture(tmp_path / "nothing.png")


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="is a folder; name a file in it"):
        read_picture(tmp_path)

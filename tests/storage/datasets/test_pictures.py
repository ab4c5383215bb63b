"""Pictures of every format in, upright RGBA out; anything else gets a sentence."""

from __future__ import annotations

import io
import random
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from handdigit.errors import PictureError
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


@pytest.mark.parametrize("side", [10_000, 60_000])
def test_a_picture_that_would_take_gigabytes_is_refused(side: int) -> None:
    with pytest.raises(PictureError, match="bomb has too many pixels"):
        decode_picture(png_of_size(side, side), "bomb")


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
    with pytest.raises(PictureError, match="cannot be read"):
        read_picture(tmp_path)

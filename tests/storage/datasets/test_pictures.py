"""Pictures of every format in, upright RGBA out; anything else gets a sentence."""

from __future__ import annotations

import io
import random
import struct
import subprocess
import sys
import types
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFile

from handdigit.budgets import EXIF_BYTES
from handdigit.engine.vector_pictures import read_any_picture
from handdigit.errors import PictureError
from handdigit.storage.datasets import pictures
from handdigit.storage.datasets.pictures import (
    FORMATS,
    LONGEST_SIDE,
    SUFFIXES,
    PictureFormat,
    decode_picture,
)

ORIENTATION, SOFTWARE = 0x0112, 0x0131  # Exif tags


def corner_marked() -> Image.Image:
    """Return a white picture, wider than high, with its top left quarter black."""
    picture = np.full((40, 60, 3), 255, np.uint8)
    picture[:20, :30] = 0
    return Image.fromarray(picture)


def encoded(image: Image.Image, file_format: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, file_format, **options)
    return file.getvalue()


LOSSLESS: dict[str, dict[str, object]] = {
    "AVIF": {"quality": 100},
    "ICO": {"sizes": [(60, 40)], "bitmap_format": "png"},
}
WRITTEN = [entry for entry in FORMATS if entry.codec != "HEIF"]


@pytest.mark.parametrize("entry", WRITTEN, ids=lambda entry: entry.title)
def test_every_format_is_read(tmp_path: Path, entry: PictureFormat) -> None:
    # The content tells, not the name, wherever it can.
    path = tmp_path / ("picture" if entry.is_signed else f"picture{entry.suffixes[0]}")
    path.write_bytes(encoded(corner_marked(), entry.codec, **LOSSLESS.get(entry.codec, {})))
    picture = read_any_picture(path)
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


def test_sixteen_bits_of_a_tiff_are_scaled_not_clipped() -> None:
    grey = np.array([[0, 16384, 32768, 65535]], np.uint16)
    picture = decode_picture(encoded(Image.fromarray(grey), "TIFF"), "scan")
    assert picture[0, :, 0].tolist() == pytest.approx([0, 64, 128, 255], abs=1)


@pytest.mark.parametrize(
    ("levels", "shown"),
    [([0, 0.25, 0.5, 1], [0, 64, 128, 255]), ([-5, 64, np.nan, 255], [0, 64, 0, 255])],
    ids=["0 to 1", "0 to 255"],
)
def test_floats_of_a_tiff_are_scaled(levels: list[float], shown: list[int]) -> None:
    grey = np.array([levels], np.float32)
    picture = decode_picture(encoded(Image.fromarray(grey), "TIFF"), "scan")
    assert picture[0, :, 0].tolist() == pytest.approx(shown, abs=1)


def blank() -> Image.Image:
    return Image.new("RGB", (60, 40), "white")


FRAMES = [entry.codec for entry in WRITTEN if entry.has_frames]


@pytest.mark.parametrize("codec", FRAMES)
def test_of_several_pictures_in_a_file_the_first_with_ink_is_read(codec: str) -> None:
    told: list[str] = []
    content = encoded(
        blank(), codec, save_all=True, append_images=[corner_marked(), blank()], duration=100
    )
    picture = decode_picture(content, "film", told.append)
    assert picture[10, 10, :3].max() < 60
    assert picture[-10, -10, :3].min() > 200
    assert told == ["film has several pictures in it: number 2 is read, those before are blank."]


@pytest.mark.parametrize("codec", FRAMES)
def test_the_first_of_several_pages_is_read_and_that_is_said(codec: str) -> None:
    told: list[str] = []
    content = encoded(corner_marked(), codec, save_all=True, append_images=[blank()], duration=100)
    assert decode_picture(content, "scan", told.append)[10, 10, :3].max() < 60
    assert told == ["scan has several pictures in it: the first one is read."]


@pytest.mark.parametrize("codec", FRAMES)
def test_of_a_single_picture_nothing_is_said(codec: str) -> None:
    decode_picture(encoded(corner_marked(), codec), "one", lambda said: pytest.fail(said))


def test_a_damaged_page_behind_the_first_does_no_harm() -> None:
    content = encoded(corner_marked(), "TIFF", save_all=True, append_images=[blank()])
    picture = decode_picture(content[:-200], "scan")
    assert picture[10, 10, 0] < 60


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


def test_heic_without_its_package_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(PictureError, match=r"HEIC.*pip install handdigit\[heic\]"):
        decode_picture(HEIC, "photo.heic")


@pytest.mark.parametrize("size", [(60, 40), (8064, 6048)], ids=["small", "48 megapixels"])
def test_heic_is_read_by_its_package(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Opened(ImageFile.ImageFile):
        format = "HEIF"

        def _open(self) -> None:
            # What the package does with libheif; here the pixels lie behind the signature.
            self._size, self._mode = size, "L"
            self.info["exif"] = None  # as the package has it of a photo that says nothing
            self.tile = [ImageFile._Tile("raw", (0, 0, *size), len(HEIC), ("L", 0, 1))]

    def register_heif_opener() -> None:
        Image.register_open("HEIF", Opened, lambda prefix: prefix[4:8] == b"ftyp")

    package = types.SimpleNamespace(register_heif_opener=register_heif_opener)
    monkeypatch.setitem(sys.modules, "pillow_heif", package)
    monkeypatch.setattr(Image, "OPEN", dict(Image.OPEN))
    monkeypatch.setattr(Image, "ID", list(Image.ID))
    photo = np.full(size[::-1], 255, np.uint8)
    photo[: size[1] // 2, : size[0] // 2] = 0
    picture = decode_picture(HEIC + photo.tobytes(), "photo.heic")
    assert picture[10, 10, 0] == 0
    assert picture[-1, -1, 0] == 255


def test_the_shared_formats_are_read(shared_cases: Path) -> None:
    pictures_of_three = sorted((shared_cases / "formats").glob("*_3.*"))
    found = {
        path.suffix: read_any_picture(path).shape
        for path in pictures_of_three
        if path.suffix in SUFFIXES
    }
    shape = (400, 400, 4)
    assert found == dict.fromkeys((".avif", ".gif", ".jp2", ".tiff"), shape)


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


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "JPEG2000", "AVIF"])
def test_large_pictures_are_shrunk_in_proportion(file_format: str) -> None:
    large = corner_marked().resize((3000, 2000), Image.Resampling.NEAREST)
    picture = decode_picture(encoded(large, file_format), "large")
    # A JPEG 2000 has the half and the quarter of its size, and nothing between.
    longest = 1500 if file_format == "JPEG2000" else LONGEST_SIDE
    assert picture.shape == (pytest.approx(longest * 2 / 3, abs=1), longest, 4)
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
from handdigit.engine.vector_pictures import read_any_picture
resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9))
print(read_any_picture(Path(sys.argv[1])).shape)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize(
    "file_format",
    [
        "JPEG",
        "PNG",
        "BMP",
        *(pytest.param(f, marks=pytest.mark.long) for f in ("AVIF", "JPEG2000")),
    ],
)
def test_the_largest_pictures_are_read_within_a_gigabyte(tmp_path: Path, file_format: str) -> None:
    side = 10_950 if file_format == "JPEG" else 6_320
    path = tmp_path / "large"
    path.write_bytes(encoded(Image.new("RGB", (side, side), "white"), file_format))
    found = subprocess.run(
        [sys.executable, "-c", LIMITED, path], capture_output=True, text=True, check=True
    )
    longest = side >> 2 if file_format == "JPEG2000" else LONGEST_SIDE
    assert found.stdout == f"({longest}, {longest}, 4)\n"
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


@pytest.mark.parametrize("file_format", ["AVIF", "TIFF", "JPEG"])
def test_exif_that_was_damaged_later_does_not_refuse_the_picture(file_format: str) -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[SOFTWARE] = 1, "x" * 60
    content = encoded(corner_marked(), file_format, exif=exif)
    text = content.index(b"x" * 60)
    assert decode_picture(content[:text] + b"\xff" * 60 + content[text + 60 :], "odd").any()
    # Of a TIFF the directory is the picture's own; elsewhere it may be nonsense.
    if file_format != "TIFF":
        start = text - 40
        damaged = content[:start] + b"\xff" * 40 + content[text:]
        assert decode_picture(damaged, "odd").shape == (40, 60, 4)


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
    [b"", b"GIF89a" + b"\0" * 50, b"garbage" * 100, b"\x89PNG\r\n\x1a\n"],
    ids=["empty", "gif", "garbage", "signature only"],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError, match=r"thing (is no picture|is damaged)"):
        decode_picture(content, "thing")


@pytest.mark.parametrize("entry", WRITTEN, ids=lambda entry: entry.title)
def test_a_truncated_picture_is_damaged(entry: PictureFormat) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (100, 100, 3)).astype(np.uint8)
    content = encoded(Image.fromarray(noise), entry.codec)
    name = f"half{entry.suffixes[0]}"
    # Of a JPEG 2000 half the bytes are the whole picture, a little less sharp.
    size = len(content) // (20 if entry.codec == "JPEG2000" else 2)
    with pytest.raises(PictureError, match=r"half"):
        decode_picture(content[:size], name)


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
        read_any_picture(tmp_path / "nothing.png")


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="is a folder; name a file in it"):
        read_any_picture(tmp_path)

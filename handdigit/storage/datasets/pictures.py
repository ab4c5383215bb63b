"""Decoding pictures, as files or as pasted bytes; :data:`FORMATS` lists what is read.

Pillow is imported with the first picture: the window opens without it.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import (
    EXIF_BYTES,
    HEIC_PIXELS,
    JPEG_PIXELS,
    PICTURE_FRAMES,
    PICTURE_PIXELS,
    PICTURE_SIDE,
)
from handdigit.errors import DECODER_ERRORS, PictureError, decoding
from handdigit.sentences import sentence

if TYPE_CHECKING:
    from PIL import Image


@dataclass(frozen=True, slots=True)
class PictureFormat:
    """A format that Pillow decodes."""

    codec: str
    """What Pillow calls it."""
    title: str
    suffixes: tuple[str, ...]
    pixels: int = PICTURE_PIXELS
    """More are refused before one is decoded."""
    has_frames: bool = False
    """Whether there may be several pictures in a file: pages, or the frames of a film."""
    is_signed: bool = True
    """Whether the content tells; else only the name does."""


FORMATS = (
    PictureFormat("PNG", "PNG", (".png",), has_frames=True),
    # Cameras write two pictures into one JPEG, which Pillow then calls MPO.
    PictureFormat("JPEG", "JPEG", (".jpg", ".jpeg", ".jfif"), JPEG_PIXELS),
    PictureFormat("WEBP", "WebP", (".webp",), has_frames=True),
    PictureFormat("GIF", "GIF", (".gif",), has_frames=True),
    PictureFormat("TIFF", "TIFF", (".tif", ".tiff"), has_frames=True),
    PictureFormat("BMP", "BMP", (".bmp",)),
    PictureFormat("AVIF", "AVIF", (".avif",), has_frames=True),
    PictureFormat("JPEG2000", "JPEG 2000", (".jp2", ".j2k", ".jpx", ".j2c")),
    PictureFormat("PPM", "PNM", (".ppm", ".pgm", ".pbm", ".pnm", ".pfm")),
    PictureFormat("ICO", "ICO", (".ico",)),
    PictureFormat("TGA", "TGA", (".tga",), is_signed=False),
    PictureFormat("HEIF", "HEIC", (".heic", ".heif", ".hif"), HEIC_PIXELS),
)
"""What is read, each as Pillow or, for HEIC, ``pillow-heif`` decodes it."""
SUFFIXES = tuple(suffix for entry in FORMATS for suffix in entry.suffixes)
TITLES = ", ".join(entry.title for entry in FORMATS)
"""The formats as sentences name them."""
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
AVERAGED = ("L", "RGB", "RGBA", "CMYK")
"""Kinds of pixels whose average is what it should be."""
LONGEST_SIDE = 2000
"""Larger pictures are shrunk to this while they are decoded: ink is looked for at no more."""
INK_CONTRAST = 32
"""A picture in which no two grey levels differ by so much is blank."""
Tell = Callable[[str], object]
"""Takes what the user should know of how a file was read."""


def unheard(_said: str) -> None:
    """Tell nobody."""


def decode_picture(content: bytes, name: str, tell: Tell = unheard) -> NDArray[np.uint8]:
    """Return an encoded picture as (H, W, 4) RGBA; of several in a file the first with ink.

    Args:
        content: what is in the file.
        name: for messages; a format without a signature is known by its ending.
        tell: is told which of several pictures it is.

    Raises:
        PictureError: the bytes are damaged or of another format, or the picture has too many
            pixels, which is known before one of them is decoded.
    """
    from PIL import Image, UnidentifiedImageError

    is_heic = content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS
    if is_heic:
        _load_heic()
    elif content[4:8] == b"ftyp":
        # An AVIF turns itself, whatever its Exif says; Pillow refuses it where that is damaged.
        content = content.replace(b"Exif", b"none", 1)
    Image.init()
    codecs = [
        entry.codec
        for entry in FORMATS
        if entry.codec in Image.OPEN and (entry.is_signed or name.lower().endswith(entry.suffixes))
    ]
    damaged = sentence("{0} is damaged: its picture cannot be decoded.", name)
    with decoding(damaged, PictureError, RuntimeError):  # which libavif raises
        try:
            with _silent(), Image.open(io.BytesIO(content), formats=codecs) as image:
                if _is_too_large(image):
                    raise Image.DecompressionBombError
                if image.format == "JPEG2000":
                    _load_reduced(image, content)
                found = _first_with_ink(image, name, tell)
                return np.asarray(found, dtype=np.uint8).copy()
        except Image.DecompressionBombError:
            raise PictureError(
                sentence(
                    "{0} has too many pixels: save it with at most {1} million of them, a "
                    "photo in JPEG with at most {2} million.",
                    name,
                    PICTURE_PIXELS // 10**6,
                    JPEG_PIXELS // 10**6,
                )
            ) from None
        except UnidentifiedImageError:
            if is_heic:
                raise PictureError(
                    sentence(
                        "{0} is an HEIC photo, which is read once pillow-heif is installed (pip "
                        "install handdigit[heic]): install it, or save the photo as JPEG.",
                        name,
                    )
                ) from None
            raise PictureError(
                sentence("{0} is no picture that can be read: use one of {1}.", name, TITLES)
            ) from None


def _load_heic() -> None:
    """Let Pillow read HEIC, where the package for it is installed."""
    with contextlib.suppress(ImportError):
        importlib.import_module("pillow_heif").register_heif_opener()


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Keep what Pillow has doubts about from the error output: the picture is there, or not."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _is_too_large(image: Image.Image) -> bool:
    budget = _format(image).pixels
    return image.width * image.height > budget or max(image.size) > PICTURE_SIDE


def _format(image: Image.Image) -> PictureFormat:
    codec = "JPEG" if image.format == "MPO" else image.format
    return next(entry for entry in FORMATS if entry.codec == codec)


def _load_reduced(image: Image.Image, content: bytes) -> None:
    """Decode a JPEG 2000 at a lower resolution, of those that it has."""
    coding = content.find(b"\xff\x52")  # the coding style, with the number of resolutions
    levels = content[coding + 9] if 0 <= coding < len(content) - 9 else 0
    wanted = next(n for n in range(32) if max(image.size) >> n <= LONGEST_SIDE)
    # A property of Pillow's, which shadows a method of that name.
    image.reduce = min(levels, wanted)  # type: ignore[assignment,method-assign]
    image.load()  # only then its size is right


def _first_with_ink(image: Image.Image, name: str, tell: Tell) -> Image.Image:
    """Return the first picture in a file that is not blank, or the first one."""
    from PIL.Image import DecompressionBombError

    first = _decoded(image)
    if not _format(image).has_frames:
        return first
    count = max(1, min(PICTURE_FRAMES, PICTURE_PIXELS // (image.width * image.height)))
    number = 1
    # Those behind are of no concern where they are damaged or too large.
    with contextlib.suppress(*DECODER_ERRORS, DecompressionBombError, RuntimeError):
        image.seek(1)  # which ends it where there is one alone
        found = first
        while _is_blank(found) and number < count:
            image.seek(number)
            if _is_too_large(image):
                break
            found, number = _decoded(image), number + 1
        if number > 1 and not _is_blank(found):
            tell(
                sentence(
                    "{0} has several pictures in it: number {1} is read, those before are blank.",
                    name,
                    number,
                )
            )
            return found
        tell(sentence("{0} has several pictures in it: the first one is read.", name))
    return first


def _is_blank(picture: Image.Image) -> bool:
    """Return whether nothing can be seen in an RGBA picture on paper."""
    from PIL import Image

    paper = Image.new("RGBA", picture.size, "white")
    low, high = Image.alpha_composite(paper, picture).convert("L").getextrema()
    return bool(high - low < INK_CONTRAST)  # type: ignore[operator]


def _decoded(image: Image.Image) -> Image.Image:
    """Return a picture in RGBA, small and upright; nothing of its full size is copied."""
    from PIL import Image

    scale = LONGEST_SIDE / max(image.size)
    image.draft("RGB", (int(image.width * scale), int(image.height * scale)))
    small = _to_eight_bits(image)
    if small.mode not in AVERAGED or "transparency" in image.info:
        small = small.convert("RGBA")
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BOX)
    turn = _turn(image)
    return (small if turn is None else small.transpose(turn)).convert("RGBA")


def _turn(image: Image.Image) -> Image.Transpose | None:
    """Return how a decoded picture is turned upright, None where it is or nothing can be read."""
    from PIL import ExifTags, Image

    # Pillow copies what every entry refers to, and many may refer to the same.
    if len(image.info.get("exif") or b"") > EXIF_BYTES:
        return None
    turns: Mapping[object, Image.Transpose] = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }
    with contextlib.suppress(*DECODER_ERRORS):  # a note about the picture, not the picture
        return turns.get(image.getexif().get(ExifTags.Base.Orientation))
    return None


def _to_eight_bits(image: Image.Image) -> Image.Image:
    from PIL import Image

    if not image.mode.startswith("I") and image.mode != "F":
        return image
    # Grey of 16 bits or of floats: Pillow's own conversion clips instead of scaling.
    grey = np.nan_to_num(np.array(image, dtype=np.float32), copy=False, posinf=0, neginf=0)
    largest = grey.max()
    grey *= 255 / (largest if image.mode == "F" and 0 < largest <= 1 else max(largest, 255))
    return Image.fromarray(np.maximum(grey, 0, out=grey).astype(np.uint8))

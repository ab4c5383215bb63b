"""Decoding pictures: PNG, JPEG, BMP, WebP, as files or as pasted bytes.

Pillow is imported with the first picture: the window opens without it.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import EXIF_BYTES, JPEG_PIXELS, PICTURE_FILE, PICTURE_PIXELS, PICTURE_SIDE
from handdigit.errors import DECODER_ERRORS, PictureError, decoding
from handdigit.sentences import sentence
from handdigit.storage.files import read_bytes

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("PNG", "JPEG", "BMP", "WEBP")
SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".webp")
REDUCED = ("JPEG", "MPO")
"""Formats that are shrunk while they are decoded; cameras write the second one, and its name is
that of the first one."""
AVERAGED = ("L", "RGB", "RGBA", "CMYK")
"""Kinds of pixels whose average is what it should be."""
LONGEST_SIDE = 2000
"""Larger pictures are shrunk to this while they are decoded: ink is looked for at no more."""


def read_picture(path: Path) -> NDArray[np.uint8]:
    """Return a picture file as (H, W, 4) RGBA, turned upright as its camera noted.

    Raises:
        PictureError: the file is missing, damaged, too large or of another format.
    """
    return decode_picture(read_bytes(path, PICTURE_FILE, PictureError), str(path))


def decode_picture(content: bytes, name: str) -> NDArray[np.uint8]:
    """Return an encoded picture as (H, W, 4) RGBA; ``name`` is for messages.

    Raises:
        PictureError: the bytes are damaged or of another format, or the picture has too many
            pixels, which is known before one of them is decoded.
    """
    from PIL import Image, UnidentifiedImageError

    with decoding(sentence("{0} is damaged: its picture cannot be decoded.", name), PictureError):
        try:
            with _silent(), Image.open(io.BytesIO(content), formats=FORMATS) as image:
                if _is_too_large(image):
                    raise Image.DecompressionBombError
                return np.asarray(_decoded(image), dtype=np.uint8).copy()
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
            raise PictureError(
                sentence("{0} is no picture that can be read: use PNG, JPEG, BMP or WebP.", name)
            ) from None


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Keep what Pillow has doubts about from the error output: the picture is there, or not."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _is_too_large(image: Image.Image) -> bool:
    budget = JPEG_PIXELS if image.format in REDUCED else PICTURE_PIXELS
    return image.width * image.height > budget or max(image.size) > PICTURE_SIDE


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
    if len(image.info.get("exif", b"")) > EXIF_BYTES:
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
    # 16-bit grey: Pillow's own conversion clips instead of scaling.
    grey = np.array(image, dtype=np.float32)
    grey *= 255 / max(grey.max(), 255)
    return Image.fromarray(grey.astype(np.uint8))

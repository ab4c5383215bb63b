"""Decoding pictures: PNG, JPEG, BMP, WebP, as files or as pasted bytes.

Pillow is imported with the first picture: the window opens without it.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import DECODER_ERRORS, PictureError

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("PNG", "JPEG", "BMP", "WEBP")
SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".webp")
LONGEST_SIDE = 1024
"""Larger pictures are shrunk to this while they are decoded: a digit needs no more."""


def read_picture(path: Path) -> NDArray[np.uint8]:
    """Return a picture file as (H, W, 4) RGBA, turned upright as its camera noted.

    Raises:
        PictureError: the file is missing, damaged or of another format.
    """
    try:
        return decode_picture(path.read_bytes(), str(path))
    except FileNotFoundError:
        raise PictureError(f"{path}: there is no such file.") from None
    except OSError as error:
        raise PictureError(f"{path} cannot be read: {error.strerror or error}.") from None


def decode_picture(content: bytes, name: str) -> NDArray[np.uint8]:
    """Return an encoded picture as (H, W, 4) RGBA; ``name`` is for messages.

    Raises:
        PictureError: the bytes are damaged or of another format.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with _strict(), Image.open(io.BytesIO(content), formats=FORMATS) as image:
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(image)
            eight_bit = _to_eight_bits(upright).convert("RGBA")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise PictureError(f"{name} has too many pixels: save it smaller.") from None
    except UnidentifiedImageError:
        raise PictureError(
            f"{name} is no picture that can be read: use PNG, JPEG, BMP or WebP."
        ) from None
    except DECODER_ERRORS:
        raise PictureError(f"{name} is damaged: its picture cannot be decoded.") from None
    eight_bit.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.BOX)
    return np.asarray(eight_bit, dtype=np.uint8).copy()


@contextlib.contextmanager
def _strict() -> Iterator[None]:
    """Refuse what Pillow only warns of: pictures that take gigabytes. Other doubts are fine."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def _to_eight_bits(image: Image.Image) -> Image.Image:
    from PIL import Image

    if not image.mode.startswith("I") and image.mode != "F":
        return image
    # 16-bit grey: Pillow's own conversion clips instead of scaling.
    grey = np.asarray(image, dtype=np.float64)
    return Image.fromarray((grey / max(grey.max(), 255) * 255).astype(np.uint8))

"""Drawings from elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from handdigit.errors import PictureError
from handdigit.gui.state.drawing.exchange import picture_from_image
from handdigit.storage.datasets.pictures import LONGEST_SIDE


def test_a_large_picture_from_the_clipboard_is_no_larger_than_one_from_a_file() -> None:
    image = QImage(3 * LONGEST_SIDE, 1500, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    pixels = picture_from_image(image).pixels
    assert pixels.shape == (500, LONGEST_SIDE, 4)
    assert (pixels == (255, 0, 0, 255)).all()


@pytest.mark.parametrize("image", [None, QImage()], ids=["unknown", "empty"])
def test_a_picture_that_qt_cannot_read_is_a_sentence(qapp, image):
    with pytest.raises(PictureError, match="This picture cannot be read"):
        picture_from_image(image)

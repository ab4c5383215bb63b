"""The icon in every size and kind that systems take, made from ``assets/icon.svg``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).parents[2] / "assets" / "icon.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def png_name(size: int) -> str:
    """Return the name of the icon of a size."""
    return f"handdigit-{size}.png"


def write_icons(folder: Path) -> None:
    """Write a PNG of every size, ``handdigit.ico`` and ``handdigit.icns``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    drawing = QSvgRenderer(str(SVG))
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(folder / png_name(size)))
    sizes = [(size, size) for size in SIZES if size <= 256]
    # Pillow shrinks the largest, unless it is given the others.
    first, *others = (Image.open(folder / png_name(size)) for size in reversed(SIZES[:-1]))
    first.save(folder / "handdigit.ico", sizes=sizes, append_images=others)
    with Image.open(folder / png_name(SIZES[-1])) as largest:
        largest.save(folder / "handdigit.icns", append_images=[first, *others])
    del application


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]))

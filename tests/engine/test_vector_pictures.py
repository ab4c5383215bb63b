"""SVG and PDF: drawn in a process of its own, or refused in one sentence."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from handdigit.engine import vector_pictures
from handdigit.engine.vector_pictures import SIDE, read_any_picture, vector_kind
from handdigit.errors import PictureError

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">{0}</svg>'
CORNER = '<rect width="100" height="50"/>'
LAUGHS = '<g id="a0"><circle r="5"/></g>' + "".join(
    f'<g id="a{level + 1}">' + f'<use href="#a{level}"/>' * 10 + "</g>" for level in range(12)
)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_an_svg_is_drawn(tmp_path: Path) -> None:
    head = '\ufeff<?xml version="1.0"?>\n<!-- mine -->\n'
    picture = read_any_picture(written(tmp_path / "a.svg", head + SVG.format(CORNER)))
    assert picture.shape == (SIDE // 2, SIDE, 4)
    assert picture[10, 10].tolist() == [0, 0, 0, 255]
    assert picture[-10, -10, 3] == 0


def test_a_drawing_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_pictures, "RENDER_SECONDS", 2)
    with pytest.raises(PictureError, match="takes more than 2 seconds to draw: save it as PNG"):
        read_any_picture(written(tmp_path / "a.svg", SVG.format(LAUGHS)))


def test_half_an_svg_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="is damaged, or takes too much memory"):
        read_any_picture(written(tmp_path / "a.svg", SVG[:20]))


def scan(*pages: Image.Image) -> bytes:
    content = io.BytesIO()
    pages[0].save(content, "PDF", save_all=True, append_images=pages[1:])
    return content.getvalue()


def test_the_first_page_of_a_scan_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_pictures.importlib.util, "find_spec", lambda _name: None)
    told: list[str] = []
    pages = Image.new("RGB", (60, 40), "black"), Image.new("RGB", (60, 40), "white")
    path = written(tmp_path / "scan.pdf", scan(*pages))
    picture = read_any_picture(path, told.append)
    assert picture.shape == (40, 60, 4)
    assert picture[:, :, :3].max() < 5
    assert told == [f"{path} is a PDF: the first photo in it is read."]


def test_a_page_is_drawn_where_the_extra_is_installed(tmp_path: Path) -> None:
    pytest.importorskip("PySide6.QtPdf", reason="Qt's PDF part is not installed")
    page = Image.new("L", (200, 400), 255)
    page.paste(0, (0, 0, 200, 200))
    picture = read_any_picture(written(tmp_path / "page.pdf", scan(page)))
    assert picture.shape == (SIDE, SIDE // 2, 4)
    assert picture[SIDE // 4, SIDE // 4, 0] < 20
    assert picture[3 * SIDE // 4, SIDE // 4, 0] > 235


def test_a_pdf_that_is_no_scan_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_pictures.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(PictureError, match=r"pip install handdigit\[pdf\]"):
        read_any_picture(written(tmp_path / "text.pdf", "%PDF-1.7\n1 0 obj<<>>endobj"))


@pytest.mark.parametrize("content", [b"", b"<html><body>", b"\x89PNG", b"svg", b"<"])
def test_other_files_are_no_drawings(content: bytes) -> None:
    assert vector_kind(content) is None


def test_a_photo_is_decoded_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_pictures, "_rendered", None)
    path = tmp_path / "a.png"
    Image.fromarray(np.zeros((3, 4), np.uint8)).save(path)
    assert read_any_picture(path).shape == (3, 4, 4)

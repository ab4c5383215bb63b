"""What people open, drop and paste: files of every format, several at once, web addresses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from handdigit.gui.state.drawing.drawing import BLANK, Picture
from handdigit.storage.paths import ASSETS
from tests.gui.driving import ANSWER_MS, open_file, wait_for_digit

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction
ADDRESS = "https://example.org/three.png"


def drop(window, mime: QMimeData) -> None:
    """Drop something on the canvas, as the window system does once it is taken."""
    enter = QDragEnterEvent(QPointF(40, 40).toPoint(), COPY, mime, LEFT, NO_KEY)
    window.canvas.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.canvas.dropEvent(QDropEvent(QPointF(40, 40), COPY, mime, LEFT, NO_KEY))


def urls(*addresses: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(address) for address in addresses])
    return mime


@pytest.mark.parametrize(
    "name",
    ["animated_3.gif", "scan_3.tiff", "still_3.gif", "x_3.avif", "x_3.jp2", "x_3.svg", "x_3.pdf"],
)
def test_pictures_of_every_format_are_read(qtbot, window, shared_cases, name):
    open_file(qtbot, window, shared_cases / "formats" / name)
    if name == "animated_3.gif":
        assert "number 2 is read, those before are blank" in window.status.currentMessage()
    wait_for_digit(qtbot, window, 3)


def test_of_several_dropped_files_the_first_is_read_and_that_is_said(qtbot, window):
    files = [QUrl.fromLocalFile(str(ASSETS / "examples" / f"{n}.json")) for n in ("three", "two")]
    drop(window, urls(*(file.toString() for file in files)))
    assert window.status.currentMessage() == "One file is opened at a time: this is three.json."
    wait_for_digit(qtbot, window, 3)


def told_trouble(window) -> str:
    """Return what the box says, and close it."""
    box = window.findChild(QMessageBox, "complaint")
    box.accept()
    return box.text()


def test_a_dropped_web_address_is_answered_in_words(qtbot, window):
    drop(window, urls(ADDRESS))
    assert told_trouble(window).startswith(f"{ADDRESS} is a web address, and nothing is fetched")
    assert window.session.document.drawing == BLANK


def test_a_pasted_web_address_is_answered_in_words(qtbot, window):
    mime = QMimeData()
    mime.setText(f" {ADDRESS}\n")
    QGuiApplication.clipboard().setMimeData(mime)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "is a web address" in told_trouble(window)


def test_a_picture_that_comes_with_its_address_is_taken(qtbot, window):
    """As a browser gives it."""
    mime = urls(ADDRESS)
    mime.setImageData(window.canvas.image(64))
    drop(window, mime)
    qtbot.waitUntil(lambda: isinstance(window.session.document.drawing, Picture), timeout=ANSWER_MS)

"""What every panel does: it shows what there is, speaks, follows light and dark, comes back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QImage
from PySide6.QtWidgets import QWidget

from handdigit.gui.panels.table import PANELS
from handdigit.gui.theme import DARK, LIGHT
from handdigit.gui.widgets.painted_widget import PaintedWidget
from tests.gui.driving import ANSWER_MS, draw

OF_THE_DRAWING = {"inside", "why", "lab", "dial"}
"""Panels that look otherwise with every drawing; the others show what is stored."""

pytestmark = pytest.mark.parametrize("entry", PANELS, ids=lambda entry: entry.key)


def pixels(widget):
    """Return what a widget paints, (H, W) as 0xRRGGBB."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    words = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return words[:, : image.width()] & 0xFFFFFF


def share_of(colour, seen):
    return float((seen == QColor(colour).rgb() & 0xFFFFFF).mean())


def spoken_name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def takes_the_keyboard(widget):
    is_part = widget.objectName().startswith("qt_") or widget.focusProxy() is not None
    return widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_part


def open_panel(qtbot, window, key):
    window.findChild(QAction, f"{key}PanelAction").trigger()
    qtbot.waitUntil(lambda: window.findChild(QWidget, f"{key}Panel") is not None)
    panel = window.findChild(QWidget, f"{key}Panel")
    place = window.panels.currentWidget()
    qtbot.waitUntil(lambda: panel.isVisible() and panel.size() == place.size())
    return panel


def draw_and_wait(qtbot, window, ink):
    draw(window.canvas, ink)
    qtbot.waitUntil(lambda: not window.session.is_waiting, timeout=ANSWER_MS)
    # Inside shows nothing of a drawing before.
    qtbot.waitUntil(lambda: window.session.weights.by_name is not None, timeout=ANSWER_MS)


def test_it_shows_a_drawing_and_forgets_it(qtbot, window, seven, entry):
    panel = open_panel(qtbot, window, entry.key)
    empty = pixels(panel)
    assert len(np.unique(empty)) > 10, "there are words on it"
    draw_and_wait(qtbot, window, seven)
    if entry.key not in OF_THE_DRAWING:
        return
    qtbot.waitUntil(lambda: (pixels(panel) != empty).mean() > 0.005, timeout=ANSWER_MS)
    full = pixels(panel)
    window.session.document.clear()
    qtbot.waitUntil(lambda: (pixels(panel) != full).mean() > 0.005, timeout=ANSWER_MS)


def test_whatever_takes_the_keyboard_has_a_spoken_name(qtbot, window, seven, entry):
    panel = open_panel(qtbot, window, entry.key)
    draw_and_wait(qtbot, window, seven)
    controls = [widget for widget in panel.findChildren(QWidget) if takes_the_keyboard(widget)]
    silent = [widget for widget in controls if not spoken_name(widget)]
    assert [widget.objectName() or type(widget).__name__ for widget in silent] == []


def test_all_of_it_follows_light_and_dark(qtbot, window, seven, entry):
    window.findChild(QAction, "lightAppearanceAction").trigger()
    panel = open_panel(qtbot, window, entry.key)
    draw_and_wait(qtbot, window, seven)
    qtbot.waitUntil(lambda: share_of(LIGHT.card, pixels(panel)) > 0.2, timeout=ANSWER_MS)
    light = {part: pixels(part) for part in panel.findChildren(PaintedWidget) if part.isVisible()}
    window.findChild(QAction, "darkAppearanceAction").trigger()
    qtbot.waitUntil(lambda: share_of(DARK.card, pixels(panel)) > 0.2, timeout=ANSWER_MS)
    dark = pixels(panel)
    assert share_of(LIGHT.card, dark) < 0.005
    assert share_of(LIGHT.zero, dark) < 0.005
    same = [part for part, seen in light.items() if part.isVisible() and unchanged(part, seen)]
    assert [part.objectName() or type(part).__name__ for part in same] == []


def unchanged(part, seen):
    """Tell whether something that paints at all looks as it did in the other appearance."""
    now = pixels(part)
    return now.shape == seen.shape and len(np.unique(seen)) > 2 and np.array_equal(now, seen)


def test_it_comes_back_as_it_was(qtbot, window, seven, entry):
    panel = open_panel(qtbot, window, entry.key)
    draw_and_wait(qtbot, window, seven)
    texts = spoken(panel)
    other = "why" if entry.key == "inside" else "inside"
    open_panel(qtbot, window, other)
    assert not panel.isVisible()
    assert open_panel(qtbot, window, entry.key) is panel
    qtbot.waitUntil(lambda: spoken(panel) == texts, timeout=ANSWER_MS)
    assert len(np.unique(pixels(panel))) > 10


def spoken(panel):
    """Return the names of all controls of a panel that can be seen, in order."""
    return [spoken_name(part) for part in panel.findChildren(QWidget) if takes_the_keyboard(part)]

"""The keyboard stays where one works when what had it is hidden or disabled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from handdigit.gui.panels.inside.map_view import OpenMap
from handdigit.gui.widgets.focus_ring import FocusRing
from tests.gui.driving import show_panel
from tests.gui.inside_driving import click, click_spot


def is_within(window, name: str) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and window.findChild(QWidget, name).isAncestorOf(focus)


def press(window, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    assert button.isEnabled(), name
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def rings(window) -> list[QWidget]:
    return [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]


def test_a_click_on_a_map_leads_into_the_unit(qtbot, drawn):
    click_spot(drawn, "block 1 cell 0")
    large = drawn.findChild(OpenMap)
    assert large.hasFocus()
    click(large, large.rect().center())
    qtbot.waitUntil(drawn.findChild(QWidget, "unitView").isVisible)
    assert is_within(drawn, "unitView")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_within(drawn, "mapView"))


def test_what_was_erased_leads_to_the_next_that_would_change_its_mind(qtbot, drawn):
    show_panel(qtbot, drawn, "why")
    first = drawn.findChild(QAbstractButton, "whyChange_0")
    qtbot.waitUntil(first.isVisible)
    qtbot.waitUntil(first.isEnabled)
    press(drawn, "whyChange_0")
    press(drawn, "whyErase")
    qtbot.waitUntil(lambda: first.isVisible() and first.isEnabled() and not first.isChecked())
    qtbot.waitUntil(lambda: is_within(drawn, "whyChanges"))


def test_train_leads_to_the_buttons_of_the_run(qtbot, window):
    show_panel(qtbot, window, "retrain")
    press(window, "retrain_train")
    assert is_within(window, "runControls")
    assert rings(window) == []


@pytest.mark.parametrize("size", [(1024, 700), (1920, 1080)])
def test_tab_stops_only_at_what_can_be_scrolled(qtbot, drawn, size):
    drawn.resize(*size)
    for panel in ("inside", "retrain", "lab"):
        show_panel(qtbot, drawn, panel)
        place = drawn.panels.currentWidget()
        areas = [area for area in place.findChildren(QScrollArea) if area.isVisible()]

        def are_stops_right(areas=areas) -> bool:
            return all(
                bool(area.focusPolicy() & Qt.FocusPolicy.TabFocus)
                == any(
                    bar.maximum() for bar in (area.horizontalScrollBar(), area.verticalScrollBar())
                )
                for area in areas
                if area.objectName() != "networkMap"
            )

        qtbot.waitUntil(are_stops_right)


def test_the_line_around_what_is_scrolled_lies_beside_its_words(qtbot, drawn):
    show_panel(qtbot, drawn, "lab")
    drawn.resize(1024, 700)
    area = drawn.findChild(QScrollArea, "labScroll_sliding")
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    area.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = rings(drawn)
    inner = ring.rect().adjusted(3, 3, -3, -3)  # what its line leaves free
    inner.moveTopLeft(ring.mapToGlobal(inner.topLeft()))
    seen = area.rect()
    seen.moveTopLeft(area.mapToGlobal(seen.topLeft()))
    assert inner.contains(seen)
    area.setFocus(Qt.FocusReason.OtherFocusReason)
    area.clearFocus()
    assert rings(drawn) == []

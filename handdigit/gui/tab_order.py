"""In which order Tab goes through the window, whatever was made first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tabs(window: QWidget, parts: Sequence[QWidget], last: QWidget) -> None:
    """Let Tab go through ``parts`` one after the other, then the rest, then ``last``.

    A widget belongs to the first part that holds it: inner parts stand before outer ones. Within
    a part the order is that in which its widgets were made.
    """
    # Not along nextInFocusChain: for PySide what it returns then belongs to the widget before,
    # and the wrappers of viewports and menus that are kept elsewhere end with that one's.
    at_end = set(_stops(last))
    stops = dict.fromkeys(
        stop for part in (*parts, window) for stop in _stops(part) if stop not in at_end
    )
    for before, after in pairwise((*stops, *_stops(last))):
        QWidget.setTabOrder(before, after)


def stay_near(lost: QWidget) -> bool:
    """Give the keyboard to what is beside a widget that can no longer have it, as by the mouse.

    Returns:
        Whether there is anything.
    """
    reason = Qt.FocusReason.OtherFocusReason
    if lost.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
        reason = Qt.FocusReason.TabFocusReason
    above = lost.parentWidget()
    while above is not None and not above.isWindow():
        for stop in _stops(above):
            if stop is not lost and stop.isVisible() and stop.isEnabled():
                stop.setFocus(reason)
                return True
        above = above.parentWidget()
    return False


def _stops(part: QWidget) -> list[QWidget]:
    """Return what Tab stops at in a part of a window, without dialogs and menus over it."""
    inside = [widget for widget in part.findChildren(QWidget) if part.isAncestorOf(widget)]
    return [w for w in (part, *inside) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]

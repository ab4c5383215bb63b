"""In which order Tab goes through the window, whatever was made first."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order_tabs(window: QWidget, parts: Sequence[QWidget], last: QWidget) -> None:
    """Let Tab go through ``parts`` one after the other, then the rest, then ``last``.

    A widget belongs to the innermost part that holds it. Within a part the order stays: that in
    which its widgets were made. What was made since the last time has gone to the end until now.
    """
    wanted: dict[QWidget, list[QWidget]] = {part: [] for part in (*parts, window, last)}
    now = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            now.append(widget)
            wanted[_holder(widget, wanted)].append(widget)
        widget = widget.nextInFocusChain()
    stops = [stop for part in wanted.values() for stop in part]
    if stops != now:
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


def _holder(widget: QWidget, parts: Container[QWidget]) -> QWidget:
    while widget not in parts and (around := widget.parentWidget()) is not None:
        widget = around
    return widget

"""What forms are made of: named widgets, buttons, choosers, rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, SignalInstance
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.focus_ring import FocusRing
from handdigit.gui.widgets.painter import Painter
from handdigit.network.alphabet import Alphabet

Some = TypeVar("Some", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Spring:
    """Room that grows with its share of what a row or column leaves over."""

    stretch: int = 1


SPRING = Spring()
Item = (
    QWidget
    | QLayout
    | Spring
    | int
    | tuple[QWidget | QLayout, int]
    | tuple[QWidget, int, Qt.AlignmentFlag]
)
"""A widget or layout, alone or with its stretch and its place; a spring; a gap in pixels."""


def named(widget: Some, name: str, title: str = "", tip: str = "") -> Some:
    """Return a widget that now has an object name, an accessible name and a tooltip."""
    widget.setObjectName(name)
    if title:
        widget.setAccessibleName(title)
    if tip:
        widget.setToolTip(tip)
    return widget


def push_button(
    name: str,
    text: str,
    tip: str = "",
    do: Callable[..., object] | SignalInstance | None = None,
    *,
    title: str = "",
) -> QPushButton:
    """Return a button that does something; its text is its accessible name unless given."""
    made = named(QPushButton(text), name, title, tip)
    if do is not None:
        made.clicked.connect(do)
    return made


def combo_box(
    name: str, choices: Iterable[tuple[str, object]] = (), title: str = "", tip: str = ""
) -> QComboBox:
    """Return a box to choose from texts, each with what it stands for as its data."""
    box = named(QComboBox(), name, title, tip)
    if not tip:
        box.setAccessibleDescription(title)  # on Linux its name is what was chosen
    for text, choice in choices:
        box.addItem(text, choice)
    return box


class ScrolledSheet(QWidget):
    """What is scrolled only when nothing on it can become smaller."""

    def heightForWidth(self, width: int) -> int:
        """Return the least height."""
        layout = self.layout()
        assert isinstance(layout, QLayout)  # an empty sheet is not scrolled
        return layout.totalMinimumHeightForWidth(width)


BAR_GAP = 6
"""Between what is scrolled and the scroll bar beside it, in pixels."""


RING_GAP = 4
"""Between what is scrolled and the line around it while it has the keyboard, in pixels."""


def scroll_area(sheet: QWidget, name: str, title: str = "") -> QScrollArea:
    """Return an area to scroll a sheet in, without a frame; what is below shows through.

    The sheet becomes as narrow as it can before there is a bar below it; nothing is out of reach.
    Tab stops at it only while there is something to scroll.
    """
    area = named(QScrollArea(), name, title)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    bar = area.verticalScrollBar()
    beside = bar.parentWidget()
    room = None if beside is None else beside.layout()
    if room is not None:  # what is scrolled does not touch its bar
        room.setContentsMargins(BAR_GAP, 0, 0, 0)
    area.setWidget(sheet)
    for surface in (area.viewport(), sheet):
        surface.setAutoFillBackground(False)
    bars = (area.horizontalScrollBar(), bar)

    def be_a_stop() -> None:
        scrolls = any(bar.maximum() for bar in bars)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)

    for one in bars:
        one.rangeChanged.connect(be_a_stop)
    be_a_stop()
    FocusRing(area, outside=RING_GAP)
    return area


def menu_action(menu: QMenu, name: str, text: str, do: Callable[[], object]) -> QAction:
    """Return a new entry of a menu."""
    action = QAction(text, menu)
    menu.addAction(action)
    action.setObjectName(name)
    action.triggered.connect(lambda _checked=False: do())
    return action


def keep_room(widget: Some) -> Some:
    """Return a widget that leaves its room empty while it is hidden: nothing else moves."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    return widget


def hbox(
    *items: Item,
    on: QWidget | None = None,
    margins: int | tuple[int, int, int, int] = 0,
    spacing: int | None = None,
) -> QHBoxLayout:
    """Return a row of items from left to right, laid out on a widget if one is given."""
    return _filled(QHBoxLayout(), items, on, margins, spacing)


def vbox(
    *items: Item,
    on: QWidget | None = None,
    margins: int | tuple[int, int, int, int] = 0,
    spacing: int | None = None,
) -> QVBoxLayout:
    """Return a column of items downwards, laid out on a widget if one is given."""
    return _filled(QVBoxLayout(), items, on, margins, spacing)


Box = TypeVar("Box", bound=QBoxLayout)


def _filled(
    layout: Box,
    items: Iterable[Item],
    on: QWidget | None,
    margins: int | tuple[int, int, int, int],
    spacing: int | None,
) -> Box:
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(*sides)
    if spacing is not None:
        layout.setSpacing(spacing)
    for item in items:
        _add(layout, item)
    if on is not None:
        on.setLayout(layout)
    return layout


def _add(layout: QBoxLayout, item: Item) -> None:
    match item:
        case Spring():
            layout.addStretch(item.stretch)
        case int():
            layout.addSpacing(item)
        case (QWidget() as widget, stretch, place):
            layout.addWidget(widget, stretch, place)
        case (QWidget() as widget, stretch):
            layout.addWidget(widget, stretch)
        case (QLayout() as inner, stretch):
            layout.addLayout(inner, stretch)
        case QWidget():
            layout.addWidget(item)
        case QLayout():
            layout.addLayout(item)


MARGIN = 12
"""Space between a card's edge and what lies on it, in pixels."""
TOUCH_SIZE = 32
"""Height of what a finger can hit, in pixels, at least."""


class Card(QWidget):
    """Paints the surface; a layout puts things on it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface and line."""
        painter = Painter(self, Theme.of(self.palette()))
        painter.surface(QRectF(self.rect()))
        painter.end()


class StripedCard(QWidget):
    """A surface that says something: with a stroke of colour on its left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Have a stroke in the accent colour."""
        super().__init__(parent)
        self._stripe = "accent"

    def set_stripe(self, colour: str) -> None:
        """Use another colour of the theme."""
        self._stripe = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface and stroke."""
        painter = Painter(self, Theme.of(self.palette()))
        painter.surface(QRectF(self.rect()), "zero")
        painter.fill(QRectF(4, 6, 3, self.height() - 12), self._stripe)
        painter.end()


def offer_classes(chooser: QComboBox, alphabet: Alphabet, text: str = "{0}") -> None:
    """Offer these classes in place of those before; what is no class stays.

    Nothing is told: whoever changes the alphabet asks anew.

    Args:
        chooser: the value of a class's item is its number; the first item is none.
        alphabet: the classes.
        text: of an item, with the class's name in it.
    """
    with QSignalBlocker(chooser):
        chooser.setCurrentIndex(0)
        while isinstance(chooser.itemData(chooser.count() - 1), int):
            chooser.removeItem(chooser.count() - 1)
        for number, name in enumerate(alphabet.names):
            chooser.addItem(text.format(name), number)

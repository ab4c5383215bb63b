"""The frame in which one unit stands: words above; its map, and the terms or the layer, below."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from handdigit.gui.panels.inside.arithmetic_view import ArithmeticView
from handdigit.gui.panels.inside.large_map import LargeMap
from handdigit.gui.panels.inside.layer_page import LayerPage
from handdigit.gui.panels.inside.layer_view import close_button
from handdigit.gui.panels.inside.terms import Folded
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import SPRING, hbox, named, scroll_area, vbox
from handdigit.gui.widgets.labels import ElidedLabel, Label
from handdigit.gui.widgets.paint import CENTRE, Painter
from handdigit.inspection.trace import Unit
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.network.architecture import Architecture
from handdigit.number_format import significant

LEAST_SIDE, MOST_SIDE = 96, 460
"""Side of the map, in pixels."""
SHARE, LEAST_HEIGHT = 0.4, 300
"""Of the panel's height, and at least so many pixels, it would like to have."""
BODY_HEIGHT = 150
"""Least height of what is below the words, in pixels."""
FOOT_HEIGHT = 88
"""Of that, for what stands below the terms."""


class _FoldButton(QPushButton):
    """Says what of the terms is folded away, and shows it."""

    # Not in the frame: from a class with others below it, tr finds no plurals.

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFlat(True)

    def describe(self, folded: Folded) -> None:
        """Say how much there is."""
        if self.isChecked():
            text = self.tr("Only the largest ▴")
        elif folded.are_zero:
            text = self.tr("+ %n more, all 0 ▾", "", folded.parts)
        else:
            text = self.tr("+ %n more, together {0} ▾", "", folded.parts)
            text = text.format(significant(folded.total))
        self.setText(text)
        self.setAccessibleName(text)


class UnitFrame(QWidget):
    """Title, words and controls above; map and terms below, or what the layer is for.

    Signals:
        unit_requested(object): the user wants another :class:`Unit` of the same map.
        lab_requested(object): the user wants to try a :class:`LabTask` in the Lab.
        closed(): the user has seen enough.
    """

    unit_requested = Signal(object)
    lab_requested = Signal(object)
    closed = Signal()

    map_share = 0.3
    """Of the width, for the map at most."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; object names begin with ``name``."""
        super().__init__(parent)
        self.setObjectName(f"{name}View")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.unit: Unit | None = None
        """The unit on show."""
        self.alphabet: Alphabet = DIGITS
        """The names of the classes."""
        self._architecture: Architecture | None = None
        self._room = LEAST_HEIGHT
        self.title = Label(bold=True, name=f"{name}Title")
        self.subtitle = ElidedLabel(colour="muted", name=f"{name}Layer")
        self.words = Label(name=f"{name}Words", wraps=True)
        self.info = named(
            InfoButton(),
            f"{name}Info",
            self.tr("What this layer is for"),
            self.tr("What this layer is for, its formulas, and what every layer costs"),
        )
        self.info.toggled.connect(self._turn_page)
        self.map = LargeMap()
        self.map.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.map.setMinimumHeight(LEAST_SIDE)
        self.map.unit_clicked.connect(self._choose)
        self.under_map = QVBoxLayout()
        self.terms = ArithmeticView()
        self.more = named(_FoldButton(), f"{name}More")
        self.more.toggled.connect(self._unfold)
        self.foot = QVBoxLayout()
        self.page = LayerPage()
        self.page.lab_requested.connect(self.lab_requested)
        self._lay_out(name)

    def _lay_out(self, name: str) -> None:
        close = close_button(f"{name}Close", self.tr("Close"))
        close.clicked.connect(self.closed)
        self.controls = QWidget()
        self._controls = hbox(close, on=self.controls, spacing=6)
        names = QWidget()
        hbox(self.title, self.info, on=names, spacing=4)
        head = FlowLayout(spacing=10)
        for widget in (names, self.subtitle, self.controls):
            head.addWidget(widget)
        self.term_area = _Terms(self.terms)
        self.left = QWidget()
        self.left.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        vbox((self.map, 100), self.under_map, SPRING, on=self.left, spacing=2)
        self.right = vbox(self.term_area, hbox(self.more, SPRING), self.foot, SPRING, spacing=4)
        numbers = QWidget()
        self.beside = hbox(self.left, (self.right, 1), on=numbers, spacing=16)
        self._pages = _Pages()
        self._pages.resized.connect(self._fit)
        self._pages.setMinimumHeight(BODY_HEIGHT)
        self._pages.addWidget(numbers)
        self._pages.addWidget(scroll_area(self.page, f"{name}Page", self.tr("About this layer")))
        vbox(head, self.words, (self._pages, 1), on=self, margins=(0, 8, 0, 0), spacing=6)

    def add_controls(self, *controls: QWidget) -> None:
        """Put controls into the row of the title, before the one that closes."""
        for control in controls:
            self._controls.insertWidget(self._controls.count() - 1, control)

    @Slot(object)
    def show_alphabet(self, alphabet: Alphabet) -> None:
        """Call the classes by these names from the next unit on."""
        self.alphabet = alphabet

    def show_layer(self, architecture: Architecture) -> None:
        """Take the network that the unit on show belongs to."""
        self._architecture = architecture
        self._turn_page()

    @Slot()
    def _turn_page(self) -> None:
        self._pages.setCurrentIndex(int(self.info.isChecked()))
        if self.info.isChecked() and self.unit is not None and self._architecture is not None:
            self.page.show_layer(self.unit.layer, self._architecture)

    def show_folded(self) -> None:
        """Say what of the terms is not shown."""
        self.term_area.updateGeometry()
        folded = self.terms.folded
        self.more.setVisible(bool(folded.parts) and self.term_area.isVisibleTo(self))
        self.more.describe(folded)

    @Slot(bool)
    def _unfold(self, wanted: bool) -> None:
        self.terms.set_unfolded(wanted)
        self.show_folded()

    def set_room(self, height: int) -> None:
        """Like to have a fair part of ``height`` pixels."""
        self._room = height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return a fair part of the panel."""
        return QSize(super().sizeHint().width(), max(int(self._room * SHARE), LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return what title and words take in as many lines as they need in the width."""
        layout = self.layout()
        assert layout is not None
        least = layout.totalMinimumHeightForWidth(self.width())
        return super().minimumSizeHint().expandedTo(QSize(0, least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Need more height where the words take another line."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Take the height that is given: only the words wrap, and the terms make room."""
        return False

    @Slot()
    def _fit(self) -> None:
        """Make the map as large as fits, and show as many terms."""
        room = min(self._pages.height() - self.under_map.sizeHint().height() - 4, MOST_SIDE)
        side = max(min(room, int(self.width() * self.map_share)), LEAST_SIDE)
        self.map.setFixedWidth(side)
        self.map.setMaximumHeight(side)
        self.terms.set_height(self._pages.height() - FOOT_HEIGHT)
        self.show_folded()

    def show_map(self, values: NDArray[np.floating[Any]] | None, limit: float) -> None:
        """Show the (H, W) map that the unit is in."""
        self.map.show_values(values, limit)

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        if self.unit is not None and len(self.unit.position) > 1:
            self.request_place(row, column)

    def request_place(self, row: int, column: int) -> None:
        """Ask for another unit of the same map."""
        assert self.unit is not None  # the callers have looked
        self.unit_requested.emit(Unit(self.unit.layer, (self.unit.position[0], row, column)))


class InfoButton(QToolButton):
    """An i in a circle."""

    SIDE = 32
    """As wide and high as a finger needs, in pixels."""

    def __init__(self) -> None:
        """Be off."""
        super().__init__()
        self.setCheckable(True)
        self.setFixedSize(self.SIDE, self.SIDE)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it filled where it is on, with a wide ring where it has the focus."""
        painter = Painter(self, Theme.of(self.palette()))
        circle = QRectF(self.rect()).adjusted(7, 7, -7, -7)
        is_on = self.isChecked()
        painter.use_pen("accent", 2.5 if self.hasFocus() or self.underMouse() else 1.5)
        painter.setBrush(painter.colour("accent" if is_on else "card"))
        painter.drawEllipse(circle)
        painter.text(circle, "i", "on_accent" if is_on else "accent", CENTRE, bold=True)
        painter.end()


class _Pages(QStackedWidget):
    """Tells its size: the words above it may take another line.

    Signals:
        resized(): it has another size.
    """

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class _Terms(QScrollArea):
    def __init__(self, terms: ArithmeticView) -> None:
        super().__init__()
        named(self, "arithmeticScroll", self.tr("Terms of the sum"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(terms)
        self._terms = terms
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        for surface in (self.viewport(), terms):
            surface.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        # As high as the terms: what is below them comes up to them.
        return QSize(super().sizeHint().width(), self._terms.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(40, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.verticalScrollBar().sizeHint().width() + 4  # and what a style leaves beside it
        self._terms.set_room(self.maximumViewportSize().width() - bar)

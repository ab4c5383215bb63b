"""The frame in which one unit stands: words above; its map, and the terms or the layer, below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from handdigit.gui.panels.inside.arithmetic_view import ArithmeticView
from handdigit.gui.panels.inside.large_map import LargeMap
from handdigit.gui.panels.inside.layer_page import InfoButton, LayerPage
from handdigit.gui.panels.inside.layer_view import close_button
from handdigit.gui.panels.inside.terms import Folded
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import SPRING, hbox, named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.inspection.trace import Unit
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.network.architecture import Architecture
from handdigit.number_format import significant

LEAST_SIDE, MOST_SIDE = 96, 460
"""Side of the map, in pixels."""
BODY_HEIGHT = 150
"""What the map and the terms make use of at least below the words, in pixels: where there is less
room, all of it is scrolled."""
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
        self.nothing_read: Callable[[str], str] = str
        """Says why there is no answer to explain, or what it is given: an invitation to draw."""
        self._architecture: Architecture | None = None
        self._room = QSize()
        self.title = Label(bold=True, name=f"{name}Title")
        self.subtitle = Label(colour="muted", size=0.9, name=f"{name}Layer", wraps=True)
        self.subtitle.hide()
        self.words = Label(name=f"{name}Words", wraps=True)
        self.info = InfoButton(f"{name}Info")
        self.info.toggled.connect(self._turn_page)
        self.map = LargeMap()
        self.map.unit_clicked.connect(self._choose)
        self.under_map = QVBoxLayout()
        self.terms = ArithmeticView()
        self.terms.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        self._controls = hbox(SPRING, close, on=self.controls, spacing=6)
        self.controls.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        names = QWidget()
        hbox(self.title, self.info, on=names, spacing=4)
        head = FlowLayout(spacing=10)
        for widget in (names, self.controls):
            head.addWidget(widget)
        titles = vbox(head, self.subtitle, spacing=0)
        self.left = QWidget()
        self.left.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        vbox(self.map, self.under_map, SPRING, on=self.left, spacing=2)
        self.right = vbox(self.terms, hbox(self.more, SPRING), self.foot, SPRING, spacing=4)
        self._numbers = QWidget()
        self.beside = hbox(self.left, (self.right, 1), on=self._numbers, spacing=16)
        self.page.hide()
        body = (self._numbers, 1), (self.page, 1)
        vbox(titles, self.words, *body, on=self, margins=(0, 8, 0, 0), spacing=6)
        for widget in (self._numbers, self.terms):
            widget.installEventFilter(self)

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
        self._numbers.setVisible(not self.info.isChecked())
        self.page.setVisible(self.info.isChecked())
        if self.info.isChecked() and self.unit is not None and self._architecture is not None:
            self.page.show_layer(self.unit.layer, self._architecture)

    def show_folded(self) -> None:
        """Say what of the terms is not shown."""
        folded = self.terms.folded
        self.more.setVisible(bool(folded.parts) and not self.terms.isHidden())
        self.more.describe(folded)

    @Slot(bool)
    def _unfold(self, wanted: bool) -> None:
        self.terms.set_unfolded(wanted)
        self.show_folded()

    def set_room(self, room: QSize) -> None:
        """Fit into so much room, beside a scroll bar, as far as that is possible."""
        self._room = room
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return all of the room."""
        return super().sizeHint().expandedTo(QSize(0, self._room.height()))

    def minimumSizeHint(self) -> QSize:
        """Return what all of it takes, with as many lines as the words need in the width."""
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Use the room again where the words take another line, or there is no map."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Make the map as large as fits, and show as many terms.

        All that fits is reckoned from the room, not from what is taken of it: whether there is a
        scroll bar depends on that.
        """
        body = max(self._room.height() - self._numbers.y(), BODY_HEIGHT)
        room = min(body - self.under_map.sizeHint().height() - 4, MOST_SIDE)
        side = max(min(room, int(self._room.width() * self.map_share)), LEAST_SIDE)
        self.map.setFixedSize(side, side)
        self.terms.set_room(self.terms.width() + self._room.width() - self.width())
        self.terms.set_height(body - FOOT_HEIGHT)
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

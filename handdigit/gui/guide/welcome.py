"""What the empty canvas offers: three ways in, and ten digits that write themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.canvas.press_or_stroke import PressOrStroke
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import TOUCH_SIZE, named, push_button
from handdigit.gui.widgets.painter import Painter
from handdigit.ink.ink import Ink

PICTURE = 30
"""Side of a card's picture, in pixels."""
GAP, EDGE = 2, 10
FREE = 90
"""Height that stays free in the middle, in pixels: what has no room with it is left out."""


class Welcome(QWidget):
    """Lies over the empty canvas; strokes begin between its buttons and on them.

    Signals:
        digit_requested(int): this digit is to write itself.
        drawing_requested(), inside_requested(), training_requested(): a card was clicked.
        tour_requested(), course_requested(): one wants to be led.
    """

    digit_requested = Signal(int)
    drawing_requested = Signal()
    inside_requested = Signal()
    training_requested = Signal()
    tour_requested = Signal()
    course_requested = Signal()

    def __init__(self, examples: Mapping[int, Ink], canvas: Canvas) -> None:
        """Offer these digits over ``canvas``."""
        super().__init__(canvas)
        self._canvas = canvas
        named(self, "welcome", self.tr("To begin with"))
        self._pictures: list[tuple[QAbstractButton, int, Callable[[Painter, QRectF], None]]] = []
        self._offers_digits = True
        self._is_wanted = False
        self._pen = PressOrStroke(canvas, self)
        self._cards = [
            self._card(
                "drawCard", self.tr("Draw"), self.tr("Have a 7 drawn, or draw on the sheet"),
                self.drawing_requested.emit, partial(_paint_ink, examples[7]),
            ),
            self._card(
                "insideCard", self.tr("Look Inside"),
                self.tr("Have a 3 drawn and see what every layer makes of it"),
                self.inside_requested.emit, _paint_maps,
            ),
            self._card(
                "trainCard", self.tr("Train"),
                self.tr("Let a network learn from the beginning, on this computer"),
                self.training_requested.emit, _paint_curve,
            ),
        ]  # fmt: skip
        self._tour = self._link("tourLink", self.tr("Tour, One Minute"), self.tour_requested)
        self._course = self._link(
            "courseLink", self.tr("Learn Step by Step"), self.course_requested
        )
        self._digits = [self._digit(digit, ink) for digit, ink in sorted(examples.items())]
        self._row = QGridLayout()
        self._row.setSpacing(GAP)
        cards, links = QGridLayout(), QGridLayout()
        for column, card in enumerate(self._cards):
            cards.addWidget(card, 0, column)
        for column, link in enumerate((self._tour, self._course), start=1):
            links.addWidget(link, 0, column)
        for end in (0, 3):
            links.setColumnStretch(end, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(GAP)
        layout.addLayout(cards)
        layout.addStretch(1)
        layout.addLayout(links)
        layout.addLayout(self._row)
        self._paint_pictures()
        canvas.installEventFilter(self)
        self._fit()

    def show_if(self, wanted: bool) -> None:
        """Be there from now on, or not."""
        if wanted != self._is_wanted:
            self._is_wanted = wanted
            self._show_or_hide()

    def offer_digits(self, wanted: bool) -> None:
        """Offer cards and digits, or only what there is for any other alphabet."""
        if wanted != self._offers_digits:
            self._offers_digits = wanted
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the canvas."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_pictures()

    # --- building ------------------------------------------------------------------------

    def _card(
        self,
        name: str,
        text: str,
        tip: str,
        do: Callable[[], object],
        paint: Callable[[Painter, QRectF], None],
    ) -> QToolButton:
        card = named(QToolButton(), name, f"{text}: {tip}", tip)
        card.setText(text)
        card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._add(card, do, PICTURE, paint)
        return card

    def _digit(self, digit: int, ink: Ink) -> QToolButton:
        title = self.tr("Have a {0} drawn").format(digit)
        button = named(QToolButton(), f"ghost{digit}", title, title)
        button.setAutoRaise(True)
        button.setFixedSize(TOUCH_SIZE, TOUCH_SIZE)
        self._add(
            button,
            partial(self.digit_requested.emit, digit),
            TOUCH_SIZE - 10,
            partial(_paint_ink, ink),
        )
        return button

    def _link(self, name: str, text: str, wanted: SignalInstance) -> QPushButton:
        button = push_button(name, text, do=wanted)
        button.setFlat(True)
        button.setMinimumHeight(TOUCH_SIZE)
        self._lay_over_canvas(button)
        return button

    def _add(
        self,
        button: QAbstractButton,
        do: Callable[[], object],
        side: int,
        paint: Callable[[Painter, QRectF], None],
    ) -> None:
        self._lay_over_canvas(button)
        button.setIconSize(QSize(side, side))
        button.clicked.connect(lambda: do())
        self._pictures.append((button, side, paint))

    def _lay_over_canvas(self, button: QAbstractButton) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)  # not the pen's cross
        self._pen.watch(button)

    def _paint_pictures(self) -> None:
        theme, ratio = Theme.of(self.palette()), self.devicePixelRatioF()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(theme.accent))
        for link in (self._tour, self._course):
            link.setPalette(palette)
        for button, side, paint in self._pictures:
            picture = QPixmap(round(side * ratio), round(side * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor(0, 0, 0, 0))
            painter = Painter(picture, theme)
            paint(painter, QRectF(0, 0, side, side))
            painter.end()
            button.setIcon(QIcon(picture))

    @Slot()
    def _fit(self) -> None:
        """Lay out for the canvas's size, and let the pen through between the buttons."""
        size = self._canvas.size()
        self.resize(size)
        row = 10 if size.width() >= 10 * (TOUCH_SIZE + GAP) + 2 * EDGE else 5
        for position, button in enumerate(self._digits):
            self._row.addWidget(button, position // row, position % row)
            button.setVisible(self._offers_digits)
        lines = -(-len(self._digits) // row) if self._offers_digits else 0
        room = size.height() - FREE - 2 * EDGE - lines * (TOUCH_SIZE + GAP)
        shows_links = room >= TOUCH_SIZE
        room -= TOUCH_SIZE
        shows_cards = self._offers_digits and room >= self._cards[0].sizeHint().height()
        for card in self._cards:
            card.setVisible(shows_cards)
        self._tour.setVisible(shows_links)
        both = self._tour.sizeHint().width() + self._course.sizeHint().width() + GAP
        fits = both <= size.width() - 2 * EDGE
        self._course.setVisible(shows_links and fits)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setMask(self.childrenRegion())
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        # Without anything on it there is no mask, and the pen would not get through.
        self.setVisible(self._is_wanted and not self.childrenRegion().isEmpty())


def _paint_ink(ink: Ink, painter: Painter, area: QRectF) -> None:
    painter.use_pen("muted", 0.1 * area.width(), is_round=True)
    for stroke in ink.strokes:
        points = [area.topLeft() + QPointF(p.x, p.y) * area.width() for p in stroke.points]
        painter.drawPolyline(points)


def _paint_maps(painter: Painter, area: QRectF) -> None:
    """Paint nine maps, one of them strong."""
    side = area.width() / 3
    for place in range(9):
        cell = QRectF(place % 3 * side, place // 3 * side, side, side).adjusted(2, 2, -2, -2)
        painter.fill(cell, "accent" if place == 4 else "line", 2)


def _paint_curve(painter: Painter, area: QRectF) -> None:
    """Paint axes and a loss that falls."""
    painter.line(area.bottomLeft() + QPointF(3, -3), area.topLeft() + QPointF(3, 3), "muted")
    painter.line(area.bottomLeft() + QPointF(3, -3), area.bottomRight() - QPointF(3, 3), "muted")
    painter.use_pen("accent", 2, is_round=True)
    width, height = area.width() - 8, area.height() - 8
    points = [
        area.topLeft() + QPointF(5 + width * step / 8, 2 + height * (1 - 0.6**step))
        for step in range(9)
    ]
    painter.drawPolyline(points)

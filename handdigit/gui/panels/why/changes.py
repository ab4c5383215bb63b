"""What would change its mind: the least erasures that flip the answer, or make it a digit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from handdigit.engine.protocol.requests import FLIPS_WANTED, Findings
from handdigit.gui.canvas.brush import Look
from handdigit.gui.canvas.ink_layer import paint_drawing
from handdigit.gui.widgets.form import hbox, keep_room, push_button, vbox
from handdigit.gui.widgets.labels import ElidedLabel, Label
from handdigit.gui.widgets.painted_widget import PaintedButton
from handdigit.gui.widgets.painter import CENTRE, Painter
from handdigit.ink.erasures import Erasure, Outcome
from handdigit.ink.ink import Ink
from handdigit.network.alphabet import Alphabet
from handdigit.number_format import percent

PADDING = 8
PEN_WIDTH = 1 / 9
"""Width of the strokes as a share of the drawing's extent."""


class ErasureCard(PaintedButton):
    """A picture to click.

    Signals:
        double_clicked(): the erasure is wanted at once.
    """

    double_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumWidth(170)
        self._ink = Ink()
        self.outcome: Outcome | None = None
        """What is shown."""

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(120, 132 + self._text_height())

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which a digit can be told."""
        return QSize(84, 60 + self._text_height())

    def show_outcome(self, ink: Ink, outcome: Outcome, alphabet: Alphabet, *, flips: bool) -> None:
        """Show what becomes of ``ink``."""
        self._ink, self.outcome = ink, outcome
        text = self.tr("→ {0}, {1}") if flips else self.tr("still {0}, {1}")
        if not outcome.is_digit:
            text = self.tr("→ no digit")
        name = alphabet.names[outcome.digit]
        self.setText(text.format(name, percent(outcome.probability, 0)))
        share = f"{max(outcome.erasure.share * 100, 1):.0f}"
        self.setToolTip(
            self.tr("Takes {0} % of the ink. Click to mark it, double-click to erase.").format(
                share
            )
        )
        self.setAccessibleName(self.tr("Erase {0} % of the ink: {1}").format(share, self.text()))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Erase at once."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def paint(self, painter: Painter) -> None:
        """Paint drawing, marked part and the answer afterwards."""
        if self.outcome is None:
            return
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        below = PADDING + self._text_height()
        room = QRectF(self.rect()).adjusted(PADDING, PADDING, -PADDING, -below)
        self._paint_drawing(painter, room, self.outcome)
        line = QRectF(0, room.bottom() + 4, self.width(), self._text_height())
        painter.text(line, self.text(), "text", CENTRE, bold=True, elided=True)

    def _paint_drawing(self, painter: Painter, room: QRectF, outcome: Outcome) -> None:
        bounds = self._ink.bounds()
        extent = max(bounds.width, bounds.height) or 1.0
        side = min(room.width(), room.height()) / (1 + PEN_WIDTH) / extent
        middle = QPointF(bounds.left + bounds.width / 2, bounds.top + bounds.height / 2)
        origin = room.center() - middle * side
        width = PEN_WIDTH * extent
        part = Ink((outcome.erasure.part,))
        for ink, colour in ((outcome.erasure.remaining, "ink"), (part, "warning")):
            paint_drawing(painter, ink, Look(origin, side, width, painter.colour(colour)))

    def _text_height(self) -> int:
        return self.fontMetrics().height() + 4


class Changes(QWidget):
    """A row of pictures, least ink first, one of which can be chosen and erased.

    Signals:
        erasure_chosen(Erasure | None): this one is to be pointed out on the drawing.
        erasing_requested(Erasure): this one is to be done.
    """

    erasure_chosen = Signal(object)
    erasing_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("whyChanges")
        self.findings: Findings | None = None
        """What is shown, None while the drawing has moved on."""
        self._heading = Label(bold=True, name="whyChangesHeading")
        self._words = ElidedLabel(colour="muted", name="whyChangesWords")
        self._erase = push_button(
            "whyErase",
            self.tr("Erase It"),
            self.tr("Erase the chosen part from the drawing; can be undone"),
            self._request,
            title=self.tr("Erase the chosen part"),
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        self.cards: list[ErasureCard] = []
        for index in range(FLIPS_WANTED):
            card = ErasureCard()
            card.setObjectName(f"whyChange_{index}")
            keep_room(card).hide()
            card.double_clicked.connect(lambda card=card: self._do(card))
            # In a group Tab would find only one of them.
            card.toggled.connect(lambda _is_on, card=card: self._choose(card))
            self.cards.append(card)
            row.addWidget(card)
        row.addStretch(0)
        top = hbox(self._heading, (self._words, 1), self._erase, spacing=12)
        vbox(top, row, on=self, spacing=8)
        self.show_sentence("")

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What is shown, least ink first."""
        return tuple(
            card.outcome for card in self.cards if card.outcome is not None and not card.isHidden()
        )

    def show_findings(self, findings: Findings) -> None:
        """Show what was found; of a search under way only if there is something."""
        if not findings.flips and not findings.is_over:
            return
        self.findings = findings
        self._ask(is_digit=findings.is_digit)
        if findings.flips:
            self._show_cards(findings, findings.flips, flips=True)
            self._say(self.tr("Parts to erase, least first."))
        elif not findings.is_digit:
            self._show_cards(findings, (), flips=False)
            self._say(self.tr("Erasing any one part does not."))
        elif findings.weakest is not None:
            self._show_cards(findings, (findings.weakest,), flips=False)
            self._say(self.tr("No single part does. This one shakes it most."))
        else:
            self._show_cards(findings, (), flips=False)
            self._say(self.tr("There is nothing to take away but everything."))

    def show_sentence(self, sentence: str) -> None:
        """Show no pictures, but say why."""
        self.findings = None
        self._ask(is_digit=True)
        self._show_cards(None, (), flips=True)
        self._say(sentence)

    def fade(self) -> None:
        """Show that the drawing has changed since; the keyboard waits here for what comes."""
        self.findings = None
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.setFocus()
        self._let_go()
        for card in self.cards:
            card.setEnabled(False)

    def _show_cards(
        self, findings: Findings | None, outcomes: tuple[Outcome, ...], *, flips: bool
    ) -> None:
        known = self.chosen
        for index, card in enumerate(self.cards):
            card.setEnabled(True)
            if findings is not None and index < len(outcomes):
                card.show_outcome(findings.ink, outcomes[index], findings.alphabet, flips=flips)
                card.show()
            else:
                card.outcome = None
                card.hide()
        if known is not None and known not in (outcome.erasure for outcome in outcomes):
            self._let_go()
        if self.hasFocus() and outcomes:
            self.cards[0].setFocus()

    @property
    def chosen(self) -> Erasure | None:
        """The erasure that is pointed out."""
        for card in self.cards:
            if card.isChecked() and card.outcome is not None:
                return card.outcome.erasure
        return None

    def _ask(self, *, is_digit: bool) -> None:
        change, mend = self.tr("What would change its mind"), self.tr("What would make it a digit")
        self._heading.setText(change if is_digit else mend)

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._words.setToolTip(words)
        self._erase.setEnabled(self.chosen is not None)

    def _let_go(self) -> None:
        for card in self.cards:
            card.setChecked(False)
        self._erase.setEnabled(False)
        self.erasure_chosen.emit(None)

    def _choose(self, chosen: ErasureCard) -> None:
        if chosen.isChecked():
            for card in self.cards:
                if card is not chosen:
                    card.setChecked(False)
        self._erase.setEnabled(self.chosen is not None)
        self.erasure_chosen.emit(self.chosen)

    @Slot()
    def _request(self) -> None:
        if self.chosen is not None:
            self.erasing_requested.emit(self.chosen)

    def _do(self, card: ErasureCard) -> None:
        if card.outcome is not None and card.isEnabled():
            self.erasing_requested.emit(card.outcome.erasure)

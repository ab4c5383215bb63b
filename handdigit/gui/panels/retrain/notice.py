"""One sentence with what can be done about it: an offer, a result, an error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import hbox, push_button
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.paint import Painter


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a notice."""

    name: str
    """Of the widget."""
    text: str
    tip: str
    do: Callable[[], object]


class Notice(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing."""
        super().__init__(parent)
        self.setObjectName("retrainNotice")
        self._colour = "accent"
        self._words = Label(name="retrainNoticeWords", wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons: list[QPushButton] = []
        self._row = hbox((self._words, 1), on=self, margins=(12, 5, 6, 5), spacing=6)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; nothing while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str, *choices: Choice, is_error: bool = False) -> None:
        """Say something and offer what can be done."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()  # it may be the one being clicked: it goes when that is over
            button.setObjectName("")
            button.deleteLater()
        self._buttons = []
        self._colour = "warning" if is_error else "accent"
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        for choice in choices:
            button = push_button(choice.name, choice.text, choice.tip, choice.do)
            self._buttons.append(button)
            self._row.addWidget(button)
            button.show()
        self.setVisible(bool(sentence))
        self.update()

    def hush(self) -> None:
        """Say nothing any more."""
        self.say("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a surface with a stroke of colour on its left."""
        painter = Painter(self, Theme.of(self.palette()))
        painter.surface(QRectF(self.rect()), "zero")
        painter.fill(QRectF(4, 6, 3, self.height() - 12), self._colour)
        painter.end()

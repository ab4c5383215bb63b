"""Buttons for what can be done now; which ones depends on what has just happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QWidget

from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import push_button


@dataclass(frozen=True, slots=True)
class Choice:
    """A button."""

    name: str
    """Of the widget."""
    text: str
    tip: str
    do: Callable[[], object]


class ChoiceRow(QWidget):
    """Buttons side by side, on several lines where the window is narrow."""

    def __init__(self, *others: QWidget, parent: QWidget | None = None) -> None:
        """Offer nothing yet but what the ``others`` behind the buttons do."""
        super().__init__(parent)
        self._row = FlowLayout(self, spacing=6)
        for other in others:
            self._row.addWidget(other)
        self._buttons: list[QPushButton] = []
        self._choices: tuple[Choice, ...] = ()

    def offer(self, *choices: Choice) -> None:
        """Offer these and nothing else; the keyboard stays where it is among the same ones."""
        named = tuple((choice.name, choice.text) for choice in choices)
        before, self._choices = self._choices, choices
        if named == tuple((choice.name, choice.text) for choice in before):
            return
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()  # it may be the one being clicked: it goes when that is over
            button.setObjectName("")
            button.deleteLater()
        self._buttons = []
        for place, choice in enumerate(choices):
            button = push_button(choice.name, choice.text, choice.tip)
            button.clicked.connect(lambda _=False, place=place: self._choices[place].do())
            self._buttons.append(button)
            self._row.insert_widget(place, button)
            button.show()

"""The question of a page: what to do, and what was right about it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from handdigit.gui.course.page import Question
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import SPRING, TOUCH_SIZE, hbox, named, push_button, vbox
from handdigit.gui.widgets.labels import Label


class QuestionView(QWidget):
    """Words, a button that sets the window, a box for a number where one is asked for.

    Signals:
        scene_wanted(): the window is to be set as the page wants it.
        typed(float): this number was given as the answer.
    """

    scene_wanted = Signal()
    typed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        named(self, "courseQuestion", self.tr("Question"))
        self._is_right = False
        self._text = Label(bold=True, name="questionText", wraps=True)
        self._verdict = Label(colour="accent", name="questionVerdict", wraps=True)
        self._show = push_button(
            "showMe",
            self.tr("Show me"),
            self.tr("Set network, drawing and panel; Undo brings your drawing back"),
            self.scene_wanted,
        )
        self._number = named(QLineEdit(), "questionNumber", self.tr("Your number"))
        self._number.setPlaceholderText(self.tr("Your number"))
        self._number.setMaximumWidth(140)
        self._number.returnPressed.connect(self._take)
        self._check = push_button("questionCheck", self.tr("Check"), do=self._take)
        for part in (self._show, self._number, self._check):
            part.setMinimumHeight(TOUCH_SIZE)
        vbox(
            self._text,
            hbox(self._show, self._number, self._check, SPRING, spacing=6),
            self._verdict,
            SPRING,
            on=self,
            spacing=8,
        )

    @property
    def is_answered(self) -> bool:
        """Whether it was answered since the page was opened."""
        return self._is_right

    def ask(self, question: Question, *, was_done: bool) -> None:
        """Ask a question anew; ``was_done`` if it was answered at another time."""
        self._is_right = False
        self._text.setText(translated(question.text))
        self._number.clear()
        for widget in (self._number, self._check):
            widget.setVisible(question.is_typed)
        self._verdict.setText(
            self.tr("✓ Done before. Do it again if you like.") if was_done else ""
        )

    def praise(self, sentence: str) -> None:
        """Say what was right."""
        self._is_right = True
        self._verdict.setText(self.tr("✓ {0}").format(translated(sentence)))

    def refuse(self) -> None:
        """Say that the number is another one."""
        self._verdict.setText(self.tr("Not yet. Show me sets the window: look once more."))

    @Slot()
    def _take(self) -> None:
        text = self._number.text().strip().replace("−", "-")
        number, is_number = QLocale().toDouble(text)
        if not is_number:
            number, is_number = QLocale.c().toDouble(text)
        if is_number:
            self.typed.emit(number)
        else:
            self._verdict.setText(self.tr("Type a number."))

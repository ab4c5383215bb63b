"""The question of a page: what to do, and what was right about it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from handdigit.gui.course.page import Question
from handdigit.gui.translation import one_after_another, translated
from handdigit.gui.widgets.form import SPRING, TOUCH_SIZE, hbox, named, push_button, vbox
from handdigit.gui.widgets.labels import Label

HELPED_AFTER = 2
"""So many wrong numbers, and there is help."""


class QuestionView(QWidget):
    """Words, a button that sets the window, a box for a number where one is asked for.

    After a second wrong number there is a clue, and a button that shows the answer.

    Signals:
        scene_requested(): the window is to be set as the page wants it.
        typed(): a number was given as the answer, or taken back.
        solution_requested(): the number is to be told.
    """

    scene_requested = Signal()
    typed = Signal()
    solution_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        named(self, "courseQuestion", self.tr("Question"))
        self.number: float | None = None
        """What was given as the answer."""
        self._clue, self._wrong = "", 0
        """What helps to find the number, and how many were wrong."""
        self._usual = ""
        """Said while there is nothing to be said of what is in the window."""
        self._text = Label(bold=True, name="questionText", wraps=True)
        self._verdict = Label(colour="accent", name="questionVerdict", wraps=True)
        self._show = push_button("showMe", self.tr("Set the Scene"), "", self.scene_requested)
        self._show.setToolTip(self.tr("Closing help and course brings back what you had."))
        self._sets = Label(colour="muted", name="questionSets", wraps=True)
        self._number = named(QLineEdit(), "questionNumber", self.tr("Your number"))
        self._number.setPlaceholderText(self.tr("Your number"))
        self._number.setMaximumWidth(140)
        self._number.returnPressed.connect(self._take)
        self._number.textEdited.connect(self._take_back)
        self._check = push_button("questionCheck", self.tr("Check"), do=self._take)
        self._solve = push_button(
            "questionSolve", self.tr("Show the Answer"), "", self.solution_requested
        )
        for part in (self._show, self._number, self._check, self._solve):
            part.setMinimumHeight(TOUCH_SIZE)
        vbox(
            self._text,
            hbox(self._show, SPRING),
            self._sets,
            hbox(self._number, self._check, SPRING, spacing=6),
            self._verdict,
            hbox(self._solve, SPRING),
            SPRING,
            on=self,
            spacing=8,
        )

    def ask(self, question: Question, sets: str, *, was_done: bool) -> None:
        """Ask a question anew.

        ``sets`` says what the button brings about; ``was_done`` is whether it was answered at
        another time.
        """
        self.number = None
        self._usual = self._done_before if was_done else ""
        self._sets.setText(sets)
        self._text.setText(translated(question.text))
        self._clue, self._wrong = question.clue, 0
        self._solve.hide()
        self._number.clear()
        for widget in (self._number, self._check):
            widget.setVisible(question.is_typed)
        self._verdict.setText(self._usual)

    def praise(self, sentence: str) -> None:
        """Say what was right."""
        self._usual = self._done_before
        self._wrong = 0
        self._solve.hide()
        self._verdict.setText(self.tr("✓ {0}").format(translated(sentence)))

    @property
    def _done_before(self) -> str:
        return self.tr("✓ Done before. Do it again if you like.")

    def refuse(self, sentence: str) -> None:
        """Say what is there instead, or that the number is another one."""
        if sentence:
            self._verdict.setText(translated(sentence))
        elif self.number is not None:
            said = [self.tr("Not yet: it is another number.")]
            if self._wrong >= HELPED_AFTER:
                said.append(translated(self._clue))
            self._verdict.setText(one_after_another(said))
        else:
            self._verdict.setText(self._usual)

    def tell_solution(self, way: str) -> None:
        """Say how the number is found; nothing where the window shows another network."""
        self._verdict.setText(translated(way) or self.tr("Set the scene first: it shows where."))

    @Slot()
    def _take_back(self) -> None:
        self.number = None
        self.typed.emit()

    @Slot()
    def _take(self) -> None:
        text = self._number.text().strip().replace("−", "-")
        number, is_number = QLocale().toDouble(text)
        if not is_number:
            number, is_number = QLocale.c().toDouble(text)
        if is_number:
            self.number = number
            self._wrong += 1  # until it is praised
            self._solve.setVisible(self._wrong >= HELPED_AFTER)
            self.typed.emit()
        else:
            self._verdict.setText(self.tr("Type a number."))

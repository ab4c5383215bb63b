"""The lesson: how far it is, then its receipt, then the choice to keep or discard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from handdigit.experiment.receipt import Change, Receipt, Score, Taught
from handdigit.gui.state.teaching import Teaching
from handdigit.gui.widgets.form import MARGIN, SPRING, named, vbox
from handdigit.gui.widgets.labels import Label, percent
from handdigit.network.alphabet import Alphabet

LEAST_WIDTH = 392
PROGRESS_STEPS = 1000
NONE = "–"


class LessonDialog(QDialog):
    """Follows a :class:`Teaching`; closing it cancels the lesson or discards its result."""

    def __init__(self, teaching: Teaching, parent: QWidget | None = None) -> None:
        """Show the lesson that goes on, or begin with the next."""
        super().__init__(parent)
        self.setObjectName("lessonDialog")
        self._teaching = teaching
        self._progress = named(QProgressBar(), "lessonProgress", self.tr("Lesson"))
        self._progress.setTextVisible(False)
        self._progress.setRange(0, PROGRESS_STEPS)
        self._heading = Label(bold=True, size=1.2, name="lessonHeading")
        self._sentence = Label(colour="muted", name="lessonSentence", wraps=True)
        self._pages = QStackedWidget()
        self._pages.setObjectName("lessonPages")
        waiting = QWidget()
        vbox(self._progress, SPRING, on=waiting)
        self._table = ReceiptTable()
        self._pages.addWidget(waiting)
        self._pages.addWidget(self._table)
        roles, buttons = QDialogButtonBox.ButtonRole, QDialogButtonBox()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._discard = QPushButton(self.tr("Discard"))
        self._keep = QPushButton(self.tr("Keep"))
        for button, name, role in (
            (self._cancel, "cancelLessonButton", roles.RejectRole),
            (self._discard, "discardLessonButton", roles.RejectRole),
            (self._keep, "keepLessonButton", roles.AcceptRole),
        ):
            button.setObjectName(name)
            button.setAccessibleName(button.text())
            buttons.addButton(button, role)
        buttons.rejected.connect(self.close)
        buttons.accepted.connect(self._keep_result)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, 2 * MARGIN)
        layout.setSpacing(MARGIN)
        layout.addWidget(self._heading)
        layout.addWidget(self._sentence)
        layout.addWidget(self._pages, 1)
        layout.addWidget(buttons)
        # Not of the dialog: Qt would no longer make it as wide as the receipt needs.
        self._progress.setMinimumWidth(LEAST_WIDTH)
        teaching.lesson_started.connect(self._show_start)
        teaching.lesson_progressed.connect(self._show_progress)
        teaching.lesson_finished.connect(self._show_receipt)
        teaching.lesson_failed.connect(self._show_failure)
        teaching.lesson_kept.connect(self.close)
        teaching.keeping_failed.connect(self._show_not_kept)
        self._show_start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Drop what was not kept."""
        self._teaching.cancel()
        self._teaching.discard()
        super().closeEvent(event)

    @Slot()
    def _show_start(self) -> None:
        self.setWindowTitle(self.tr("Teach"))
        self._heading.setText(self.tr("{0} learns your samples").format(self._teaching.pupil))
        self._say(self.tr("Draw on meanwhile. Nothing changes until you keep the result."))
        self._progress.setRange(0, 0)  # torch is being loaded: there is no telling how long
        self._show_page(waiting=True)

    @Slot(float)
    def _show_progress(self, done: float) -> None:
        self._progress.setRange(0, PROGRESS_STEPS)
        self._progress.setValue(round(done * PROGRESS_STEPS))

    @Slot(object)
    def _show_receipt(self, taught: Taught) -> None:
        receipt = taught.receipt
        self._heading.setText(self.tr("What {0} learned").format(self._teaching.pupil))
        if receipt.is_harmful:
            loss = -100 * (receipt.reference.gain or 0)
            self._say(
                self.tr("Careful: it reads {0} {1:.1f} points worse than before.").format(
                    receipt.reference_name, loss
                ),
                warns=True,
            )
        elif not receipt.held_out.after.n:
            self._say(
                self.tr(
                    "Nothing is held out yet to measure by: the third sample of a digit will be. "
                    "What the model knew before was measured."
                )
                if receipt.reference_name
                else self.tr(
                    "Nothing is held out yet to measure by: the third sample of a class will be."
                )
            )
        elif not receipt.reference_name:
            self._say(
                self.tr("Learned in {0:.0f} s: your samples ({1:,}); there are no others.").format(
                    receipt.seconds, receipt.learned
                )
            )
        else:
            self._say(
                self.tr("Learned in {0:.0f} s: your samples ({1:,}), other digits ({2:,}).").format(
                    receipt.seconds, receipt.learned, receipt.replayed
                )
            )
        self._keep.setText(self.tr("Keep Anyway") if receipt.is_harmful else self.tr("Keep"))
        self._keep.setEnabled(True)
        self._table.show_receipt(receipt, taught.model.info.alphabet)
        self._show_page(waiting=False)
        # Enter never keeps what made the model worse.
        safe = self._discard if receipt.is_harmful else self._keep
        safe.setDefault(True)
        safe.setFocus()

    @Slot(str)
    def _show_failure(self, sentence: str) -> None:
        self._heading.setText(self.tr("Nothing was learned"))
        self._say(sentence)
        self._progress.hide()
        self._cancel.setText(self.tr("Close"))

    @Slot()
    def _keep_result(self) -> None:
        self._keep.setEnabled(False)
        self._teaching.keep()

    @Slot(str)
    def _show_not_kept(self, reason: str) -> None:
        self._keep.setEnabled(True)
        self._say(reason, warns=True)

    def _say(self, sentence: str, *, warns: bool = False) -> None:
        self._sentence.set_colour("warning" if warns else "muted")
        self._sentence.setText(sentence)

    def _show_page(self, *, waiting: bool) -> None:
        self._pages.setCurrentIndex(0 if waiting else 1)
        self._progress.setVisible(waiting)
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setVisible(waiting)
        self._discard.setVisible(not waiting)
        self._keep.setVisible(not waiting)


def open_lesson(teaching: Teaching, parent: QWidget) -> None:
    """Begin a lesson and show it, unless one is on show already."""
    if teaching.is_busy or teaching.result is not None:
        return
    teaching.start()
    dialog = LessonDialog(teaching, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()


class ReceiptTable(QWidget):
    """Accuracies before and after: of all classes, then of each."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        named(self, "receiptTable", self.tr("Accuracy before and after"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * MARGIN)
        self._grid.setVerticalSpacing(3)
        self._labels: list[Label] = []

    @property
    def text(self) -> str:
        """Everything that is shown, for tests and the clipboard."""
        return "\n".join(label.text() for label in self._labels)

    def show_receipt(self, receipt: Receipt, alphabet: Alphabet) -> None:
        """Show the sets side by side: the samples, and what else there is of the alphabet."""
        for label in self._labels:
            label.deleteLater()
        self._labels = []
        sets = [(self.tr("Your held-out samples"), receipt.held_out)]
        if receipt.reference_name:
            sets.append((receipt.reference_name, receipt.reference))
        for place, (name, change) in enumerate(sets):
            column = 1 + 3 * place
            self._put(0, column, f"{name} ({change.after.n:,})", span=3, bold=True)
            for offset, text in enumerate((self.tr("before"), self.tr("after"))):
                self._put(1, column + offset, text, colour="muted")
        rows: list[int | None] = [None, *range(len(alphabet))]
        for row, digit in enumerate(rows, start=2):
            name = self.tr("all") if digit is None else alphabet.names[digit]
            self._put(row, 0, name, bold=digit is None)
            for place, (_, change) in enumerate(sets):
                self._put_change(row, 1 + 3 * place, change, digit)

    def _put_change(self, row: int, column: int, change: Change, digit: int | None) -> None:
        before, after = _share(change.before, digit), _share(change.after, digit)
        colour = "text"
        if before is not None and after is not None:
            colour = "accent" if after > before else "warning" if after < before else "text"
        bold = digit is None
        self._put(row, column, _percent(before), bold=bold)
        self._put(row, column + 1, _percent(after), bold=bold, colour=colour)

    def _put(
        self,
        row: int,
        column: int,
        text: str,
        *,
        span: int = 1,
        bold: bool = False,
        colour: str = "text",
    ) -> None:
        label = Label(text, bold=bold, colour=colour)
        side = Qt.AlignmentFlag.AlignRight if span == 1 and column else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(label, row, column, 1, span, side)
        self._labels.append(label)


def _share(score: Score, digit: int | None) -> float | None:
    return score.accuracy if digit is None else score.of_digit(digit)


def _percent(share: float | None) -> str:
    return NONE if share is None else percent(share)

"""The lesson in the Samples panel: how far it is, then its receipt and what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handdigit.errors import HanddigitError
from handdigit.experiment.receipt import Change, Receipt, Taught
from handdigit.gui.numbers import grouped
from handdigit.gui.state.training.teaching import Teaching
from handdigit.gui.translation import explained, translated
from handdigit.gui.widgets.choice_row import Choice
from handdigit.gui.widgets.form import named
from handdigit.gui.widgets.receipt import ReceiptView, change_line
from handdigit.gui.widgets.work_bar import WorkBar
from handdigit.storage.models.stored_model import StoredModel

PROGRESS_STEPS = 1000


class LessonView(QWidget):
    """Follows a :class:`Teaching`; hidden while there is no lesson."""

    def __init__(self, teaching: Teaching, parent: QWidget | None = None) -> None:
        """Show the lesson that goes on or waits for a decision."""
        super().__init__(parent)
        self.setObjectName("lessonView")
        self._teaching = teaching
        self._receipt = ReceiptView("lesson")
        self._progress = named(WorkBar(), "lessonProgress", self.tr("Lesson"))
        self._progress.setRange(0, PROGRESS_STEPS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._receipt)
        layout.addWidget(self._progress)
        teaching.lesson_started.connect(self._show_state)
        teaching.lesson_progressed.connect(self._show_progress)
        teaching.lesson_finished.connect(self._show_state)
        teaching.lesson_failed.connect(self._show_state)
        teaching.lesson_left.connect(self._show_state)
        teaching.lesson_kept.connect(self._tell_kept)
        teaching.keeping_failed.connect(self._tell_not_kept)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        teaching = self._teaching
        taught = teaching.result
        self.setVisible(teaching.is_busy or taught is not None or bool(teaching.failure))
        self._progress.setVisible(teaching.is_busy)
        if taught is not None:
            self._show_receipt(taught)
            return
        self._receipt.clear_numbers()
        if teaching.is_busy:
            self._progress.setRange(0, 0)  # torch is being loaded: there is no telling how long
            self._receipt.say(
                self.tr("{0} learns your samples").format(teaching.pupil),
                self.tr("Draw on meanwhile. Nothing changes until you use the result."),
            )
            cancel = self.tr("End the lesson; the model stays as it is.")
            self._receipt.choices.offer(
                Choice("cancelLessonButton", self.tr("Cancel"), cancel, teaching.cancel)
            )
        elif teaching.failure:
            self._receipt.say(self.tr("Nothing was learned"), teaching.failure)
            self._receipt.choices.offer(self._close)

    @property
    def _close(self) -> Choice:
        text, tip = self.tr("Close"), self.tr("Close the receipt.")
        return Choice("closeLessonButton", text, tip, self._teaching.discard)

    @Slot(float)
    def _show_progress(self, done: float) -> None:
        self._progress.setRange(0, PROGRESS_STEPS)
        self._progress.setValue(round(done * PROGRESS_STEPS))

    def _show_receipt(self, taught: Taught) -> None:
        receipt, teaching = taught.receipt, self._teaching
        heading = self.tr("What {0} learned").format(teaching.pupil)
        self._receipt.say(heading, self._sentence(receipt), warns=receipt.is_harmful)
        sets = self._sets(receipt)
        lines = [
            change_line(f"{name} ({grouped(change.after.n)})", change) for name, change in sets
        ]
        self._receipt.show_lines(self.tr("before"), self.tr("after"), lines)
        self._receipt.show_classes(sets, taught.model.info.alphabet)
        self._receipt.choices.offer(
            Choice(
                "useLessonButton",
                self.tr("Use It Anyway") if receipt.is_harmful else self.tr("Use It"),
                self.tr("Keep the model after the lesson and let it answer; you can go back."),
                lambda: teaching.keep(answers=True),
            ),
            Choice(
                "keepLessonButton",
                self.tr("Keep for Later"),
                self.tr("Keep it in Models; what answers stays."),
                lambda: teaching.keep(answers=False),
            ),
            Choice(
                "discardLessonButton",
                self.tr("Discard"),
                self.tr("Forget it; the model is as it was."),
                teaching.discard,
            ),
        )

    def _sets(self, receipt: Receipt) -> list[tuple[str, Change]]:
        """Return what was measured: a set without drawings has no line."""
        sets = [
            (self.tr("Your held-out samples"), receipt.held_out),
            (translated(receipt.reference_name), receipt.reference),
        ]
        return [(name, change) for name, change in sets if change.after.n]

    def _sentence(self, receipt: Receipt) -> str:
        if receipt.is_harmful:
            loss = f"{-100 * (receipt.reference.gain or 0):.1f}"
            return self.tr("Careful: it reads {0} {1} points worse than before.").format(
                translated(receipt.reference_name), loss
            )
        if not receipt.held_out.after.n:
            if receipt.reference_name:
                return self.tr(
                    "Nothing is held out yet to measure by: the third sample of a digit will be. "
                    "What the model knew before was measured."
                )
            return self.tr(
                "Nothing is held out yet to measure by: the third sample of a class will be."
            )
        seconds, learned = f"{receipt.seconds:.0f}", grouped(receipt.learned)
        if not receipt.reference_name:
            return self.tr("Learned in {0} s: your samples ({1}); there are no others.").format(
                seconds, learned
            )
        return self.tr("Learned in {0} s: your samples ({1}), other digits ({2}).").format(
            seconds, learned, grouped(receipt.replayed)
        )

    @Slot(object, bool)
    def _tell_kept(self, kept: StoredModel, answers: bool) -> None:
        if not answers:
            self._show_state()
            return
        back = Choice(
            "lessonGoBack",
            self.tr("Go Back to {0}").format(self._teaching.pupil),
            self.tr("Let the model answer that did before; the new one stays in Models."),
            self._go_back,
        )
        self._receipt.say(self.tr("{0} answers now").format(kept.name), "")
        self._receipt.choices.offer(back, self._close)

    def _go_back(self) -> None:
        try:
            self._teaching.go_back()
        except HanddigitError as error:
            self._tell_not_kept(explained(error))
        else:
            self._show_state()

    @Slot(str)
    def _tell_not_kept(self, reason: str) -> None:
        self._receipt.say(self._receipt.heading, reason, warns=True)

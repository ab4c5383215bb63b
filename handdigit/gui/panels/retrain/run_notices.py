"""What is said when a run ends, fails or was interrupted, and what can be done then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from handdigit.errors import HanddigitError
from handdigit.gui.state.activation_policy import ActivationPolicy
from handdigit.gui.state.model_library import ModelLibrary
from handdigit.gui.state.training import TrainingSession
from handdigit.gui.theme import Theme
from handdigit.gui.translation import explained
from handdigit.gui.widgets.form import hbox, push_button
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.paint import Painter
from handdigit.storage.models.model_store import StoredModel

if TYPE_CHECKING:
    from pathlib import Path

    from handdigit.storage.runs.run_store import Run


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


class RunNotices(QObject):
    """Tells which version a run became, with the way back; offers to go on with interrupted runs.

    Signals:
        resumed(): an interrupted run goes on.
    """

    resumed = Signal()

    def __init__(
        self,
        notice: Notice,
        training: TrainingSession,
        library: ModelLibrary,
        policy: ActivationPolicy,
        parent: QObject,
    ) -> None:
        """Say it in ``notice``."""
        super().__init__(parent)
        self._notice = notice
        self._training = training
        self._library = library
        self._is_offering = False
        """Whether the notice is about an interrupted run."""
        training.run_started.connect(notice.hush)
        policy.run_activated.connect(self._tell_version)
        policy.run_lost.connect(self._tell_loss)
        training.run_failed.connect(self._fail)
        training.resumable_changed.connect(self.offer_resuming)

    @Slot(str)
    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._is_offering = False
        close = Choice("dismiss", self.tr("Close"), self.tr("Close this line."), self._notice.hush)
        self._notice.say(sentence, close, is_error=True)

    # --- the new version -----------------------------------------------------------------

    @Slot(object)
    def _tell_loss(self, path: Path) -> None:
        self.complain(self.tr("The run is over, but {0} cannot be read.").format(path.name))

    @Slot(object, object, bool)
    def _tell_version(self, made: StoredModel, before: StoredModel, stopped_early: bool) -> None:
        words = self.tr("{0} is ready and answers now.").format(made.name)
        if stopped_early:
            words += " " + self.tr("It was stopped early.")
        self._say_answers(words, made, before)

    def _say_answers(self, words: str, made: StoredModel, before: StoredModel) -> None:
        """Say that the new version answers; the one before is a press away."""
        self._is_offering = False
        self._notice.say(
            words,
            Choice(
                "goBack",
                self.tr("Go Back to {0}").format(before.name),
                self.tr("Let the model answer that did before; the new one stays in Models."),
                lambda: self._try(lambda: self._go_back(made.path)),
            ),
        )

    def _use(self, path: Path) -> None:
        made, before = self._library.model_at(path), self._library.active
        if made is None:
            self._notice.hush()
            return
        self._library.activate(made)
        self._say_answers(self.tr("{0} answers now.").format(made.name), made, before)

    def _go_back(self, path: Path) -> None:
        self._library.roll_back()
        made = self._library.model_at(path)
        if made is None:
            self._notice.hush()
            return
        self._notice.say(
            self.tr("The model from before answers again. {0} stays in Models.").format(made.name),
            Choice(
                "useNew",
                self.tr("Use {0}").format(made.name),
                self.tr("Let the new version answer."),
                lambda: self._use(path),
            ),
        )

    # --- what was interrupted ------------------------------------------------------------

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.complain(sentence)
        self.offer_resuming()

    @Slot()
    def offer_resuming(self) -> None:
        """Offer to go on with the newest run that was interrupted, unless something is said."""
        training, said = self._training, self._notice.text
        if training.is_busy or (said and not self._is_offering and said != training.failure):
            return
        if not training.resumable:
            if self._is_offering:
                self._notice.hush()
            return
        run, failure = training.resumable[0], training.failure
        self._is_offering = True
        self._notice.say(
            failure or self.tr("A run of {0} was interrupted.").format(run.spec.name),
            Choice(
                "resumeRun",
                self.tr("Resume"),
                self.tr("Go on where the last checkpoint was written."),
                lambda: self._try(lambda: self._resume(run)),
            ),
            Choice(
                "discardRun",
                self.tr("Discard"),
                self.tr("Delete the interrupted run with its checkpoints."),
                lambda: self._discard(run),
            ),
            is_error=bool(failure),
        )

    def _resume(self, run: Run) -> None:
        self._training.resume_run(run)
        self._notice.hush()
        self.resumed.emit()

    def _discard(self, run: Run) -> None:
        self._notice.hush()  # the next one, if any, is offered when this one is gone
        self._training.discard_run(run, lambda: None, self.complain)

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except HanddigitError as error:
            self.complain(explained(error))

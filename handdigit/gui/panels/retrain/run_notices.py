"""What is said when a run fails or was interrupted, and what can be done then."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.errors import HanddigitError
from handdigit.gui.state.models.activation_policy import ActivationPolicy
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.training.training import TrainingSession, TrainingState
from handdigit.gui.translation import explained
from handdigit.gui.widgets.accessible_table import announce
from handdigit.gui.widgets.choice_row import Choice, ChoiceRow
from handdigit.gui.widgets.form import MARGIN, StripedCard, vbox
from handdigit.gui.widgets.labels import Label

if TYPE_CHECKING:
    from pathlib import Path

    from handdigit.storage.runs.run_store import Run


class Notice(StripedCard):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing."""
        super().__init__(parent)
        self.setObjectName("retrainNotice")
        self._words = Label(name="retrainNoticeWords", wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._choices = ChoiceRow()
        vbox(self._words, self._choices, on=self, margins=(MARGIN + 4, 6, 6, 6), spacing=6)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; nothing while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str, *choices: Choice, is_error: bool = False) -> None:
        """Say something and offer what can be done."""
        self.set_stripe("warning" if is_error else "accent")
        self._words.setText(sentence)
        if sentence and sentence != self.accessibleName():
            announce(self, sentence)
        self.setAccessibleName(sentence)
        self._choices.offer(*choices)
        self.setVisible(bool(sentence))

    def hush(self) -> None:
        """Say nothing any more."""
        self.say("")


class RunNotices(QObject):
    """Tells what did not work; offers to go on with interrupted runs.

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
        self._is_ready = False
        """Whether it is about a receipt that is not in front."""
        training.run_started.connect(notice.hush)
        training.state_changed.connect(self._come_to_rest)
        policy.run_lost.connect(self._tell_loss)
        training.run_failed.connect(self._fail)
        training.interrupted.changed.connect(self.offer_resuming)

    @Slot(str)
    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._is_offering = self._is_ready = False
        close = Choice("dismiss", self.tr("Close"), self.tr("Close this line."), self._notice.hush)
        self._notice.say(sentence, close, is_error=True)

    @Slot(object)
    def _tell_loss(self, path: Path) -> None:
        self.complain(self.tr("The run is over, but {0} cannot be read.").format(path.name))

    def tell_ready(self, name: str, show: Callable[[], object]) -> None:
        """Say that a run has become a version, and lead to its receipt."""
        self._is_offering, self._is_ready = False, True
        self._notice.say(
            self.tr("{0} is ready.").format(name),
            Choice(
                "showReceipt",
                self.tr("Compare"),
                self.tr("Show what it gave, and choose which model answers."),
                show,
            ),
        )

    def forget_ready(self) -> None:
        """The receipt is in front."""
        if self._is_ready:
            self._is_ready = False
            self._notice.hush()

    # --- what was interrupted ------------------------------------------------------------

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.complain(sentence)
        self.offer_resuming()

    @Slot(object)
    def _come_to_rest(self, state: TrainingState) -> None:
        """Offer anew what was taken up and left before it began: it is interrupted as before."""
        if state is TrainingState.IDLE:
            self.offer_resuming()

    @Slot()
    def offer_resuming(self) -> None:
        """Offer to go on with the newest run that was interrupted, unless something is said."""
        training, said = self._training, self._notice.text
        if training.is_busy or (said and not self._is_offering and said != training.failure):
            return
        if not training.interrupted.runs:
            if self._is_offering:
                self._notice.hush()
            return
        run, failure = training.interrupted.runs[0], training.failure
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
        self._training.resume_run(run, before=self._library.active)
        self._notice.hush()
        self.resumed.emit()

    def _discard(self, run: Run) -> None:
        self._notice.hush()  # the next one, if any, is offered when this one is gone
        self._training.interrupted.discard(run, lambda: None, self.complain)

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except HanddigitError as error:
            self.complain(explained(error))

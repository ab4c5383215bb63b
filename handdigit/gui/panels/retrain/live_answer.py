"""What the network in training makes of the drawing, as it learns and as the pen moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.state.nothing_read import nothing_read
from handdigit.gui.state.session import Session
from handdigit.gui.state.training.training import TrainingSession, TrainingState
from handdigit.gui.widgets.form import SPRING, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.probability_bars import ProbabilityBars
from handdigit.ink.ink import Ink

if TYPE_CHECKING:
    from handdigit.engine.trainer.messages import DrawingRead


ASK_MS = 80
"""Questions are so far apart: every one keeps the trainer from learning for 2 ms."""


class LiveAnswer(QWidget):
    """Asks the trainer while it can be seen: as the drawing changes and as it learns.

    One question is on its way at a time; what came meanwhile is asked when it is answered.
    """

    def __init__(
        self, session: Session, training: TrainingSession, parent: QWidget | None = None
    ) -> None:
        """Follow both."""
        super().__init__(parent)
        self.setObjectName("liveAnswer")
        self._session = session
        self._training = training
        self._revision = 0
        self._is_asking = False
        self._has_news = False
        self._pace = QTimer(self, interval=ASK_MS, singleShot=True)
        self._pace.timeout.connect(self._ask_again)
        self._heading = Label(self.tr("The network in training"), bold=True)
        self._heading.setWordWrap(True)
        self._bars = ProbabilityBars()
        self._bars.setObjectName("liveBars")
        self._note = Label(colour="muted", name="liveNote", wraps=True)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        vbox(self._heading, self._note, (self._bars, 10), SPRING, on=self, spacing=6)
        session.subject_changed.connect(self._ask)
        session.recognition_changed.connect(self._follow)  # it says why nothing is read
        training.run_started.connect(self._begin)
        training.state_changed.connect(self._go_on)
        training.progress_made.connect(self._ask)
        training.drawing_read.connect(self._show)
        self._begin()
        if training.newest_reading is not None:
            self._bars.show_probabilities(training.newest_reading.probabilities)
        self._follow()

    @property
    def label(self) -> str | None:
        """What it reads at present."""
        pairs = zip(self._bars.probabilities, self._bars.names, strict=False)
        return max(pairs, default=(0.0, None))[1]

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again: the drawing may be another one."""
        super().showEvent(event)
        self._is_asking = False
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing that nobody sees."""
        super().hideEvent(event)
        self._has_news = False

    @property
    def _can_ask(self) -> bool:
        states = (TrainingState.RUNNING, TrainingState.PAUSED)
        return self.isVisible() and self._training.state in states

    @Slot()
    def _begin(self) -> None:
        self._is_asking = False
        started = self._training.started
        if started is not None:
            self._bars.show_alphabet(started.spec.alphabet)

    @Slot()
    def _go_on(self) -> None:
        if not self._can_ask:
            self._is_asking = self._has_news = False
            reading = self._training.newest_reading
            if reading is not None and self._bars.probabilities:
                self._bars.show_probabilities(reading.probabilities)  # what the run became
        self._ask()
        self._follow()

    @Slot()
    def _ask(self) -> None:
        if not self._can_ask:
            return
        drawing = self._session.subject
        if isinstance(drawing, Ink) and drawing.is_empty:
            self._revision += 1
            self._is_asking = self._has_news = False
            self._bars.show_probabilities(())
            self._follow()
            return
        if self._is_asking or self._pace.isActive():
            self._has_news = True
            return
        self._is_asking, self._has_news = True, False
        self._revision += 1
        self._pace.start()
        self._training.read(self._revision, self._session.source, self._session.preprocessing)

    @Slot(object)
    def _show(self, read: DrawingRead) -> None:
        if read.revision != self._revision:
            return
        self._is_asking = False
        self._bars.show_probabilities(read.probabilities)
        self._follow()
        self._ask_again()

    @Slot()
    def _ask_again(self) -> None:
        if self._has_news and not self._is_asking:
            self._ask()

    @Slot()
    def _follow(self) -> None:
        reading = self._training.newest_reading
        if self._can_ask and self._bars.probabilities:
            self._note.setText(self.tr("reads your drawing as {0}").format(self.label))
        elif self._can_ask:
            invitation = self.tr("Draw a digit: it answers while it learns.")
            self._note.setText(nothing_read(self._session, invitation))
        elif reading is not None and self._bars.probabilities:
            text = self.tr("read your drawing as {0} after step {1}")
            self._note.setText(text.format(self.label, grouped(reading.step)))
        else:
            self._note.setText(self.tr("answers your drawing here while it learns."))

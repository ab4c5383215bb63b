"""Train, pause, one step, go on, stop; and how far it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QColor, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QWidget,
)

from handdigit.gui.numbers import grouped
from handdigit.gui.state.training.training import TrainingSession, TrainingState
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import SPRING, hbox, named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.work_bar import WorkBar

STEPS_OF_THE_BAR = 1000


class TrainButton(QPushButton):
    """A button in the accent colour: what one comes here for."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show ``text``."""
        super().__init__(text, parent)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self.setMinimumSize(110, self.fontMetrics().height() + 18)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark, and whether it can be pressed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._colour()

    def _colour(self) -> None:
        palette = self.palette()
        theme = Theme.of(palette)
        on = self.isEnabled()
        surface, text = (theme.accent, theme.on_accent) if on else (theme.card, theme.muted)
        if palette.color(QPalette.ColorRole.Button) != QColor(surface):
            palette.setColor(QPalette.ColorRole.Button, QColor(surface))
            palette.setColor(QPalette.ColorRole.ButtonText, QColor(text))
            self.setPalette(palette)


class RunControls(QWidget):
    """The buttons that fit the trainer's state, a bar, and a line of words.

    Signals:
        train_requested(bool): begin; with True it waits after the first step.
    """

    train_requested = Signal(bool)

    def __init__(self, training: TrainingSession, parent: QWidget | None = None) -> None:
        """Follow ``training``."""
        super().__init__(parent)
        self.setObjectName("runControls")
        self._training = training
        self._plan = self._fault = ""
        self._train = TrainButton(self.tr("Train"))
        self._pause = QPushButton(self.tr("Pause"))
        self._resume = TrainButton(self.tr("Resume"))
        self._step = QPushButton(self.tr("One Step"))
        self._stop = QPushButton(self.tr("Stop"))
        for button, name, tip in (
            (self._train, "train", self.tr("Begin a run with this data, network and recipe.")),
            (self._pause, "pause", self.tr("Wait after this step; a checkpoint is written.")),
            (self._resume, "resume", self.tr("Go on.")),
            (self._step, "step", self.tr("Learn one batch, then wait.")),
            (
                self._stop,
                "stop",
                self.tr("End now; what was learned is kept and compared."),
            ),
        ):
            button.setObjectName(f"retrain_{name}")
            button.setToolTip(tip)
            button.setMinimumHeight(self._train.minimumHeight())
        self._pause.setMinimumWidth(110)
        self._words = Label(colour="muted", name="retrainWords", wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        two = self._words.fontMetrics().size(0, "\n".join(2 * [self._stop.text()])).height()
        self._words.setMinimumHeight(two)  # so that nothing below moves while it counts
        self._bar = named(WorkBar(), "retrainProgress", self.tr("Progress of the run"))
        self._bar.setRange(0, STEPS_OF_THE_BAR)
        row = hbox(self._train, self._pause, self._resume, self._step, self._stop, spacing=6)
        right = vbox(SPRING, self._words, self._bar, SPRING, spacing=3)
        row.addSpacing(6)
        row.addLayout(right, 1)
        vbox(row, on=self)
        self._train.clicked.connect(lambda: self.train_requested.emit(False))
        self._pause.clicked.connect(training.pause)
        self._resume.clicked.connect(training.resume)
        self._step.clicked.connect(self._make_step)
        self._stop.clicked.connect(training.stop)
        training.state_changed.connect(self._follow)
        training.progress_made.connect(self._advance)
        self._follow()

    @property
    def words(self) -> str:
        """What is said about the run, or about the one to come."""
        return self._words.text()

    def show_plan(self, plan: str, fault: str) -> None:
        """Say what the next run will be, or why there cannot be one."""
        self._plan, self._fault = plan, fault
        self._follow()

    @Slot()
    def _make_step(self) -> None:
        if self._training.state is TrainingState.PAUSED:
            self._training.step_once()
        elif not self._training.is_busy:
            self.train_requested.emit(True)

    @Slot()
    def _follow(self) -> None:
        state = self._training.state
        is_busy = self._training.is_busy
        is_on = state in (TrainingState.RUNNING, TrainingState.PAUSED)
        # First what comes into use: the keyboard goes there from what goes out of use.
        self._stop.setEnabled(is_on or state is TrainingState.STARTING)
        self._train.setVisible(not is_busy)
        self._train.setEnabled(not self._fault)
        self._pause.setVisible(is_busy and state is not TrainingState.PAUSED)
        self._pause.setEnabled(state is TrainingState.RUNNING)
        self._resume.setVisible(state is TrainingState.PAUSED)
        can_begin = not is_busy and not self._fault
        self._step.setEnabled(can_begin or state is TrainingState.PAUSED)
        self._bar.setVisible(is_busy)
        self._tell()

    @Slot()
    def _advance(self) -> None:
        if self.isVisible():
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened meanwhile."""
        super().showEvent(event)
        self._tell()

    def _tell(self) -> None:
        training, state = self._training, self._training.state
        progress, started = training.progress, training.started
        fault = False
        if state is TrainingState.STARTING:
            text = self.tr("Reading the data and building the network…")
            self._bar.setRange(0, 0)
        elif not training.is_busy:
            text, fault = self._fault or self._plan, bool(self._fault)
        else:
            step = started.step if started is not None else 0
            steps = started.steps if started is not None else 1
            words = []
            if progress is not None:
                step, steps = progress.step, progress.steps
                words.append(
                    self.tr("epoch {0} of {1}").format(
                        min(progress.epoch, progress.epochs), progress.epochs
                    )
                )
            words.append(self.tr("step {0} of {1}").format(grouped(step), grouped(steps)))
            if state is TrainingState.STOPPING:
                words = [self.tr("Keeping what was learned…")]
            elif state is TrainingState.PAUSED:
                words.insert(0, self.tr("Paused"))
            elif progress is not None and progress.seconds_left is not None:
                words.append(self.tr("{0} left").format(duration(progress.seconds_left)))
            text = " · ".join(words)
            self._bar.setRange(0, STEPS_OF_THE_BAR)
            self._bar.setValue(round(step / max(steps, 1) * STEPS_OF_THE_BAR))
        self._words.set_colour("warning" if fault else "muted")
        self._words.setText(text)


def duration(seconds: float) -> str:
    """Return ``3 h 05 min``, ``2 min 05 s`` or ``7 s``."""
    whole = max(0, round(seconds))
    if whole >= 3600:
        return f"{whole // 3600} h {whole % 3600 // 60:02} min"
    return f"{whole // 60} min {whole % 60:02} s" if whole >= 60 else f"{whole} s"

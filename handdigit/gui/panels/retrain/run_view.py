"""A run as it goes on: curves, the network's answer to the drawing, its numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QElapsedTimer, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from handdigit.experiment.events import EpochDone, LearningCurve
from handdigit.experiment.recipe import RECIPE_SETTINGS
from handdigit.gui.numbers import grouped
from handdigit.gui.panels.retrain.live_answer import LiveAnswer
from handdigit.gui.panels.retrain.number_box import NumberBox
from handdigit.gui.panels.retrain.run_words import RunWords
from handdigit.gui.state.background import Background, ignore
from handdigit.gui.state.drawing.exchange import png
from handdigit.gui.state.session import Session
from handdigit.gui.state.training.training import TrainingSession, TrainingState
from handdigit.gui.widgets.fact_grid import FactGrid
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import MARGIN, SPRING, hbox, named, push_button, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.question import ask_where_to_save
from handdigit.number_format import percent, rounded
from handdigit.storage.atomic import write_atomically

if TYPE_CHECKING:
    from handdigit.gui.panels.retrain.curves import LearningCurvePlot

COLUMNS = (
    "step",
    "loss",
    "accuracy",
    "learning_rate",
    "epoch",
    "validation_loss",
    "validation_accuracy",
)


def curve_csv(curve: LearningCurve, epochs: tuple[EpochDone, ...]) -> str:
    """Return a line a step; what is known of an epoch stands at its last step."""
    ends = {done.step: done for done in epochs}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for step, loss, accuracy, rate in zip(
        curve.steps.tolist(),
        curve.losses.tolist(),
        curve.accuracies.tolist(),
        curve.learning_rates.tolist(),
        strict=True,
    ):
        row: list[object] = [step, f"{loss:.6g}", f"{accuracy:.6g}", f"{rate:.6g}"]
        done = ends.get(step)
        if done is not None:
            measured = (done.validation_loss, done.validation_accuracy)
            row += [done.epoch, *("" if v is None else f"{v:.6g}" for v in measured)]
        else:
            row += ["", "", ""]
        writer.writerow(row)
    return text.getvalue()


def import_plot() -> Iterator[None]:
    """Import what draws the curves, in steps: the window goes on between them."""
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)  # makes the class; pyqtgraph would make all of them at once
        yield
    import_module("pyqtgraph")
    yield
    import_module("handdigit.gui.panels.retrain.curves")


SIDE_WIDTH = 176
PAINT_MS = 300
"""Curves are painted so often at most, and not sooner after the pen has moved."""
PATIENCE_MS = 1000
"""A pen that goes on moving is waited for so long."""


class RunView(QWidget):
    """Curves on the left; on the right what the network reads, and what can be changed.

    Signals:
        complained(str): a sentence about what did not work.
    """

    complained = Signal(str)

    def __init__(
        self, session: Session, training: TrainingSession, parent: QWidget | None = None
    ) -> None:
        """Follow ``training``; there may be a run already."""
        super().__init__(parent)
        self.setObjectName("runView")
        self._training = training
        self._exports = Background("exported curves", self, writes=True)
        self._exports.slowness_changed.connect(self._show_slowness)
        self._curves: LearningCurvePlot | None = None
        """Made with the first run: pyqtgraph takes longer to import than all the rest."""
        self._live = LiveAnswer(session, training)
        self._words = RunWords()
        self._facts = FactGrid()
        self._facts.setObjectName("runFacts")
        self._rate = named(
            NumberBox(RECIPE_SETTINGS["learning_rate"]),
            "runLearningRate",
            self.tr("Learning rate"),
            self.tr("Change it while it learns; what the schedule has left scales alike."),
        )
        self._rate.setKeyboardTracking(False)
        self._rate.value_changed.connect(self._set_rate)
        self._export = push_button(
            "runExport", self.tr("Export"), self.tr("Save the curves as numbers or as a picture.")
        )
        menu = QMenu(self)
        menu.addAction(self.tr("&Numbers (CSV)…"), self._save_csv).setObjectName("exportCsv")
        menu.addAction(self.tr("&Picture (PNG)…"), self._save_png).setObjectName("exportPng")
        self._export.setMenu(menu)
        self._lay_out()
        training.run_started.connect(self._begin)
        # Curves are for the eye: painting them takes 15 ms, which the pen should seldom meet.
        self._pace = QTimer(self, interval=PAINT_MS, singleShot=True)
        self._pace.timeout.connect(self._show)
        self._waited = QElapsedTimer()
        session.document.drawing_changed.connect(self._give_way)
        training.progress_made.connect(self._wait)
        training.epoch_finished.connect(self._wait)
        training.state_changed.connect(self._show)
        training.state_changed.connect(self._import_early)
        self._steps = import_plot()
        self._importing = QTimer(self, interval=0)
        self._importing.timeout.connect(self._import_more)
        self._show()

    def _lay_out(self) -> None:
        lines, drawn = QWidget(), QWidget()
        lines.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        legend = FlowLayout(lines, spacing=12)
        legend.addWidget(Label(self.tr("— learned"), colour="accent"))
        legend.addWidget(Label(self.tr("● held back"), colour="warning"))
        self._drawn = vbox(hbox((lines, 1), self._export), on=drawn, spacing=4)
        self._rest = Label(
            colour="muted",
            name="runRest",
            wraps=True,
            align=Qt.AlignmentFlag.AlignCenter,
        )
        self._rest.setMargin(2 * MARGIN)
        side = QWidget()
        side.setMinimumWidth(SIDE_WIDTH)
        right = vbox((self._live, 10), SPRING, self._facts, on=side, spacing=8)
        rate = hbox(Label(self.tr("Learning rate"), colour="muted"), (self._rate, 1), spacing=6)
        right.addLayout(rate)
        self._run = QWidget()
        columns = hbox((drawn, 1), side, spacing=MARGIN)
        vbox(self._words, (columns, 1), on=self._run, spacing=8)
        vbox((self._rest, 1), (self._run, 1), on=self)

    @property
    def curves(self) -> LearningCurvePlot:
        """The curves on show."""
        if self._curves is None:
            from handdigit.gui.panels.retrain.curves import LearningCurvePlot

            self._curves = LearningCurvePlot()
            self._drawn.addWidget(self._curves, 1)
        return self._curves

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened meanwhile."""
        super().showEvent(event)
        self._show()

    @Slot()
    def _begin(self) -> None:
        self.curves.begin()
        self._show()

    @Slot()
    def _import_early(self) -> None:
        """Use the time until the run has started."""
        if self._training.state is TrainingState.STARTING:
            self._importing.start()

    @Slot()
    def _import_more(self) -> None:
        if next(self._steps, True):
            self._importing.stop()

    @Slot()
    def _wait(self) -> None:
        if self.isVisible() and not self._pace.isActive():
            self._waited.start()
            self._pace.start()

    @Slot()
    def _give_way(self) -> None:
        if self._pace.isActive() and self._waited.elapsed() < PATIENCE_MS:
            self._pace.start()

    @Slot()
    def _show(self) -> None:
        self._pace.stop()
        training = self._training
        started = training.started
        self._rest.setVisible(started is None)
        self._run.setVisible(started is not None)
        if started is None:
            self._rest.setText(self._rest_text())
        if started is None or not self.isVisible():
            return
        epochs = int(started.spec.recipe["epochs"])
        curve = training.curve
        self.curves.show_run(curve, training.epochs, started.steps / epochs)
        self._words.show_run(
            started,
            curve,
            training.epochs_kept,
            self.curves.newest[0],
            is_over=training.state is TrainingState.IDLE,
        )
        self._export.setEnabled(len(curve.steps) > 0)
        is_on = training.state in (TrainingState.RUNNING, TrainingState.PAUSED)
        self._rate.setEnabled(is_on)
        if not self._rate.hasFocus():
            rates = curve.learning_rates
            rate = rates[-1] if len(rates) else started.spec.recipe["learning_rate"]
            with QSignalBlocker(self._rate):
                self._rate.set_value(float(f"{rate:.4g}"))
        self._facts.show_lines(self._lines())

    def _rest_text(self) -> str:
        what_comes = self.tr(
            "The network in training answers the drawing on the canvas while it learns. What it "
            "becomes is a new version; it answers only if you say so."
        )
        if self._training.state is TrainingState.STARTING:
            return what_comes
        return self.tr("Press Train: here you see it learn.") + "\n\n" + what_comes

    def _lines(self) -> list[tuple[str, str]]:
        training = self._training
        started, progress, curve = training.started, training.progress, training.curve
        lines = []
        if started is not None:
            lines.append((self.tr("Digits an epoch"), grouped(started.digits)))
        if progress is not None and progress.samples_per_second is not None:
            lines.append((self.tr("Digits a second"), grouped(round(progress.samples_per_second))))
        if len(curve.losses):
            loss, accuracy = self.curves.newest
            lines.append((self.tr("Loss"), rounded(loss)))
            lines.append((self.tr("Read right"), percent(accuracy / 100)))
        held = next((d for d in reversed(training.epochs_kept) if d.validation_accuracy), None)
        if held is not None and held.validation_accuracy is not None:
            lines.append((self.tr("… held back"), percent(held.validation_accuracy, 2)))
        elif started is not None and started.held_back:
            lines.append((self.tr("… held back"), "–"))
        return lines

    @Slot()
    def _set_rate(self) -> None:
        self._training.set_learning_rate(self._rate.value() or 0.0)

    # --- files ---------------------------------------------------------------------------

    @Slot()
    def _save_csv(self) -> None:
        curve, epochs = self._training.curve, self._training.epochs
        self._save(".csv", self.tr("Numbers (*.csv)"), lambda: curve_csv(curve, epochs).encode())

    @Slot()
    def _save_png(self) -> None:
        image = self.curves.grab().toImage()
        self._save(".png", self.tr("Pictures (*.png)"), lambda: png(image))

    def _save(self, suffix: str, pattern: str, content: Callable[[], bytes]) -> None:
        started = self._training.started
        suggestion = "run" if started is None else started.spec.name

        def write(path: Path) -> None:
            self._exports.start(
                lambda _job: write_atomically(path, content()), ignore, self.complained.emit
            )

        title = self.tr("Export the curves")
        ask_where_to_save(self, title, suggestion + suffix, pattern, write, endings=(suffix,))

    @Slot(bool)
    def _show_slowness(self, is_slow: bool) -> None:
        self._export.setText(self.tr("Saving…") if is_slow else self.tr("Export"))

"""Which run, which checkpoint, and the button that plays them one after the other."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from handdigit.gui.dates import moment_text
from handdigit.gui.panels.time_machine.run_curve import PastRun
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import named, push_button, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.segments import colour_by_state

PLAY_INTERVAL_MS = 500
MOST_TITLE = 300
"""Width of a run's name and time, in pixels: more than that is cut."""
BOX = QStyle.ContentsType.CT_ComboBox


class TimeControls(QWidget):
    """A list of runs, a slider over checkpoints, Play, Keep and Delete.

    Signals:
        run_chosen(): another run is to be looked at.
        checkpoint_chosen(int): the slider stands at this one of the run's checkpoints.
        keep_requested(): this checkpoint is to become a version.
        record_requested(): it is to be saved as a GIF, or that is to be cancelled.
        delete_requested(): this run is to be deleted with its checkpoints.
    """

    run_chosen = Signal()
    checkpoint_chosen = Signal(int)
    keep_requested = Signal()
    record_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer no runs."""
        super().__init__(parent)
        self._runs: tuple[PastRun, ...] = ()
        self._box = named(QComboBox(), "timeRun", self.tr("Training run"))
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box.setMinimumContentsLength(16)
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.activated.connect(self._choose_run)
        self._keep = push_button(
            "timeKeep",
            self.tr("Keep as a Version"),
            self.tr("Copy this checkpoint to the models"),
            self.keep_requested,
        )
        self._delete = push_button(
            "timeDelete",
            self.tr("Delete…"),
            self.tr("Delete this run with its checkpoints"),
            self.delete_requested,
        )
        self._record = push_button(
            "timeRecord",
            "",
            self.tr("Save how it learned as a moving picture, a frame for each checkpoint"),
            self.record_requested,
        )
        self.show_recording(False)
        self._play = push_button("timePlay", self.tr("Play"))
        self._play.setCheckable(True)
        self._play.toggled.connect(self._run_or_rest)
        self._slider = named(
            QSlider(Qt.Orientation.Horizontal), "timeSlider", self.tr("Checkpoint")
        )
        self._slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self._slider.setPageStep(1)
        self._slider.valueChanged.connect(self._tell)
        self._where = Label(bold=True)
        self._where.setObjectName("timeWhere")
        self._where.setMinimumWidth(self.fontMetrics().horizontalAdvance("Epoch 000 of 000") + 16)
        self._where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self, interval=PLAY_INTERVAL_MS)
        self._timer.timeout.connect(self._step)
        chosen, lower = QWidget(), QHBoxLayout()
        upper = FlowLayout(chosen, spacing=6)
        for choice in (self._box, self._record, self._keep, self._delete):
            upper.addWidget(choice)
        for widget in (self._play, self._slider, self._where):
            lower.addWidget(widget)
        lower.setStretchFactor(self._slider, 1)
        vbox(chosen, lower, on=self)
        self.show_runs(())

    @property
    def run(self) -> PastRun | None:
        """The run that is looked at."""
        index = self._box.currentIndex()
        return self._runs[index] if 0 <= index < len(self._runs) else None

    @property
    def place(self) -> int:
        """Which of the run's checkpoints the slider stands at."""
        return self._slider.value()

    def show_runs(self, runs: tuple[PastRun, ...]) -> None:
        """Offer runs; the one looked at stays, and so does the place, unless at the end."""
        before = self.run
        self._runs = runs
        ids, titles = [past.run.id for past in runs], [_title(past) for past in runs]
        widest = max(map(self._box.fontMetrics().horizontalAdvance, titles), default=0)
        option = QStyleOptionComboBox()
        self._box.initStyleOption(option)
        room = QSize(min(widest, MOST_TITLE) + 4, 0)
        whole = self._box.style().sizeFromContents(BOX, option, room, self._box)
        self._box.setMinimumWidth(max(whole.width(), self._box.minimumSizeHint().width()))
        with QSignalBlocker(self._box):
            self._box.clear()
            self._box.addItems(titles)
            if before is not None and before.run.id in ids:
                self._box.setCurrentIndex(ids.index(before.run.id))
        same = before is not None and self.run is not None and self.run.run.id == before.run.id
        self._show_run(keep_place=same and not self._is_at_end)

    def move_to(self, place: int) -> None:
        """Move the slider."""
        self._slider.setValue(place)

    @Slot(bool)
    def show_recording(self, is_running: bool) -> None:
        """Offer to record, or to cancel that."""
        self._record.setText(self.tr("Cancel") if is_running else self.tr("Save as GIF…"))

    def rest(self) -> None:
        """Stop playing."""
        self._play.setChecked(False)

    @property
    def _is_at_end(self) -> bool:
        return self._slider.value() == self._slider.maximum()

    @Slot()
    def _choose_run(self) -> None:
        self.rest()
        self._show_run(keep_place=False)
        self.run_chosen.emit()

    def _show_run(self, *, keep_place: bool) -> None:
        run = self.run
        last = 0 if run is None else len(run.checkpoints) - 1
        place = min(self._slider.value(), last) if keep_place else last
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, last)
            self._slider.setValue(place)
        self._box.setEnabled(run is not None)
        for button in (self._record, self._keep, self._delete):
            button.setEnabled(run is not None)
        self._slider.setEnabled(last > 0)
        self._play.setEnabled(last > 0)
        self._show_where()

    def _show_where(self) -> None:
        run = self.run
        if run is None:
            self._where.setText("")
            return
        epoch, last = run.checkpoints[self.place].epoch, run.checkpoints[-1].epoch
        text = self.tr("Epoch {0} of {1}") if epoch else self.tr("Before epoch 1")
        self._where.setText(text.format(epoch, last))

    @Slot()
    def _tell(self) -> None:
        self._show_where()
        self.checkpoint_chosen.emit(self.place)

    @Slot(bool)
    def _run_or_rest(self, playing: bool) -> None:
        colour_by_state(self._play)
        self._play.setText(self.tr("Stop") if playing else self.tr("Play"))
        if not playing:
            self._timer.stop()
            return
        if self._is_at_end:
            self._slider.setValue(0)
        self._timer.start()

    @Slot()
    def _step(self) -> None:
        self._slider.setValue(self._slider.value() + 1)
        if self._is_at_end:
            self.rest()


def _title(past: PastRun) -> str:
    """Return what a run is called, and when it began."""
    name = past.run.spec.name
    when = moment_text(past.run.created)
    return f"{name} · {when}" if when else name

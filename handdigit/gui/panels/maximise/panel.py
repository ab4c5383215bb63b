"""The Maximise panel: a picture changed, step by step, until a unit answers most strongly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from handdigit.engine.protocol.requests import LAST_STEP, Ascend, Ascended
from handdigit.gui.panels.maximise.controls import MaximiseControls
from handdigit.gui.state.nothing_read import nothing_read
from handdigit.gui.state.session import EngineState, Session
from handdigit.gui.state.topic import Topic
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.form import MARGIN, SPRING, Card, named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.painter import Painter
from handdigit.gui.widgets.picture_view import PictureView
from handdigit.gui.widgets.plot import GAP, Axis, Plot, PlotWidget
from handdigit.number_format import in_percent, rounded, significant
from handdigit.storage.models.stored_model import StoredModel

LEAST_STEPS = 40
"""The axis is at least this long, so that the first points do not jump."""
WIDEST = "−00.00"
"""Of the values, as text."""


class ValueCurve(PlotWidget):
    """One line over the steps, its newest value written at its end."""

    comfortable, least = (600, 200), (300, 110)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show an empty chart."""
        super().__init__(parent)
        self.setObjectName("maximiseCurve")
        self._steps: list[int] = []
        self._values: list[float] = []
        self.clear("")

    @property
    def values(self) -> tuple[float, ...]:
        """The values on show."""
        return tuple(self._values)

    def clear(self, title: str) -> None:
        """Begin anew, under a title."""
        self._steps.clear()
        self._values.clear()
        self.title = title
        self.setAccessibleName(title)
        self.update()

    def add(self, step: int, value: float) -> None:
        """Go on to another value."""
        self._steps.append(step)
        self._values.append(value)
        self.setAccessibleDescription(self.tr("Step {0}: {1}").format(step, f"{value:.3g}"))
        self.update()

    def cells(self) -> Cells:
        """Return a row for every step."""
        rows = [self.tr("step {0}").format(step) for step in self._steps]
        return Cells(rows, ("",), lambda row, _column: significant(self._values[row]))

    def plot(self) -> Plot:
        """Return where the axes lie: zero, the lowest and the highest value have a line."""
        beside = self.fontMetrics().horizontalAdvance(WIDEST) + 2 * GAP
        area = self.area(WIDEST, above=1.7, below=1.5, right=beside)
        low, high = min([0.0, *self._values]), max([0.0, *self._values])
        extent = (high - low) or 1.0
        least = 1.2 * self.fontMetrics().height() / area.height() * extent
        lines = [v for v in dict.fromkeys((0.0, low, high)) if not v or abs(v) >= least]
        last = max(LEAST_STEPS, self._steps[-1] if self._steps else 0)
        return Plot(
            area,
            Axis(0, last, ((0, "0"), (last, self.tr("step {0}").format(last)))),
            Axis(low, low + extent, tuple((value, rounded(value)) for value in lines)),
        )

    def paint_plot(self, painter: Painter, plot: Plot) -> None:
        """Paint the line and its newest value."""
        if not self._values:
            return
        plot.paint_line(painter, zip(self._steps, self._values, strict=True), "accent")
        end = plot.place(self._steps[-1], self._values[-1])
        painter.dot(end, 3.5, "accent")
        height = painter.fontMetrics().height()
        beside = QRectF(end.x() + GAP, end.y() - height / 2, self.width(), height)
        painter.text(beside, rounded(self._values[-1]), "accent")


PICTURE_SIDE, SMALL_SIDE = 28 * 12 + 2, 28 * 8 + 2
WIDE = 660
"""From this width on the picture has its full size, in pixels."""


class MaximisePanel(Card):
    """Lets the engine climb, and shows where it has got to; it can be stopped and go on."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session``."""
        super().__init__(parent)
        named(self, "maximisePanel", self.tr("What a unit likes best"))
        self._session = session
        self._ascent = Topic(session.analyses, "maximise", self)
        self._ascent.progressed.connect(self._show_climb)
        self._ascent.answered.connect(self._arrive)
        self._ascent.refused.connect(self._fail)
        self._model: StoredModel | None = None
        self._running = False
        self._picture: NDArray[np.float32] | None = None
        self._step = 0
        heading = Label(
            self.tr(
                "The picture is changed, pixel by pixel, so that one unit of the network grows."
            ),
            colour="muted",
        )
        heading.setWordWrap(True)
        self._view = named(
            PictureView(SMALL_SIDE), "maximisePicture", self.tr("The picture that the unit likes")
        )
        self._controls = MaximiseControls()
        self._reading = Label(size=1.15, bold=True, name="maximiseReading", wraps=True)
        self._note = Label(colour="muted", name="maximiseNote", wraps=True)
        self._curve = ValueCurve()
        side = vbox(self._controls, MARGIN, self._reading, self._note, SPRING)
        grid = QGridLayout()
        grid.setHorizontalSpacing(MARGIN + 4)
        grid.addWidget(self._view, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(side, 0, 1)
        grid.setColumnStretch(1, 1)
        vbox(heading, grid, (self._curve, 1), on=self, margins=MARGIN, spacing=MARGIN)
        self._controls.unit_changed.connect(self._start_over)
        self._controls.start_changed.connect(self._start_over)
        self._controls.over_requested.connect(self._start_over)
        self._controls.run_requested.connect(self._run)
        session.model_changed.connect(self._show_model)
        session.recognition_changed.connect(self._follow_drawing)
        session.engine_state_changed.connect(self._show_state)
        self._show_model(session.model)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the climb that nobody sees."""
        super().hideEvent(event)
        self._stop()

    @Slot(object)
    def _show_model(self, model: StoredModel) -> None:
        if model == self._model:
            return  # it has been loaded, or moved to another device: a climb goes on
        self._model = model
        self._stop()
        digit = self._session.recognition.claimed_digit
        self._controls.set_layers(model.info.architecture.plan(), digit or 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the picture as large as the controls beside it allow."""
        super().resizeEvent(event)
        side = PICTURE_SIDE if event.size().width() >= WIDE else SMALL_SIDE
        self._view.setFixedSize(side, side)

    @Slot()
    def _start_over(self) -> None:
        """Go back to the picture to start from, and climb on if it was climbing."""
        running = self._running
        self._stop()
        self._picture, self._step = None, 0
        goal = self._controls.goal
        self._curve.clear(self.tr("{0}, channel {1}").format(goal.layer, goal.channel))
        self._reading.setText("")
        self._view.show_picture(self._drawing() if self._controls.from_drawing else None)
        self._show_state()
        self._controls.show_running(False, begun=False)
        if running:
            self._run(True)

    @Slot()
    def _follow_drawing(self) -> None:
        """Show another drawing, if that is what a climb is to start from."""
        if self._controls.from_drawing and self._step == 0 and not self._running:
            self._view.show_picture(self._drawing())
            self._show_state()

    def _drawing(self) -> NDArray[np.uint8] | None:
        normalised = self._session.recognition.normalised
        return None if normalised is None else normalised.picture

    @Slot(bool)
    def _run(self, run: bool) -> None:
        if not run:
            self._stop()
            return
        if self._step >= LAST_STEP:
            self._picture, self._step = None, 0
            self._curve.clear(self._curve.accessibleName())
        if self._picture is None and self._controls.from_drawing:
            drawing = self._drawing()
            if drawing is None:
                invitation = self.tr("There is no drawing to start from: draw a digit.")
                self._note.setText(nothing_read(self._session, invitation))
                self._controls.show_running(False, begun=False)
                return
            self._picture = (drawing / 255).astype(np.float32)
        self._running = True
        self._show_state()
        self._controls.show_running(True, begun=True)
        goal = self._controls.goal
        self._ascent.ask(
            Ascend(
                goal.layer,
                goal.channel,
                goal.whole,
                self._picture,
                self._step,
                self._controls.smoothing,
            )
        )

    def _stop(self) -> None:
        self._running = False
        self._ascent.drop()
        self._controls.show_running(False, begun=self._step > 0)
        self._show_state()

    @Slot(object)
    def _show_climb(self, answer: Ascended) -> None:
        self._picture, self._step = answer.picture, answer.step
        self._view.show_picture(answer.grey)
        self._curve.add(answer.step, answer.value)
        names = self._session.alphabet.names
        digit = max(range(len(names)), key=lambda d: answer.probabilities[d])
        percent = in_percent(answer.probabilities[digit])
        self._reading.setText(self.tr("Read as {0}, {1} %").format(names[digit], percent))

    @Slot(object)
    def _arrive(self, answer: Ascended) -> None:
        self._show_climb(answer)
        self._stop()
        if answer.stuck:
            self._note.setText(
                self.tr("No pixel changes this unit here: start from another picture.")
            )

    @Slot(str)
    def _fail(self, reason: str) -> None:
        self._stop()
        self._note.setText(reason)

    @Slot()
    def _show_state(self) -> None:
        if self._session.engine_state is EngineState.FAILED:
            self._note.setText(self.tr("The engine keeps stopping. Choose Model ▸ Restart Engine."))
        elif self._running and self._session.engine_state is not EngineState.READY:
            self._note.setText(self.tr("Warming up. It starts by itself."))
        elif self._running:
            self._note.setText(self.tr("Climbing…"))
        elif self._step >= LAST_STEP:
            self._note.setText(self.tr("Arrived after %Ln steps.", "", self._step))
        elif self._step:
            self._note.setText(self.tr("Stopped after %Ln steps.", "", self._step))
        elif self._controls.from_drawing and self._drawing() is None:
            invitation = self.tr("Draw a digit to start from.")
            self._note.setText(nothing_read(self._session, invitation))
        else:
            self._note.setText(self.tr("Press Start."))

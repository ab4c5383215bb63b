"""The Maximise panel: a picture changed, step by step, until a unit answers most strongly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from handdigit.data.model_store import StoredModel
from handdigit.engine.requests import LAST_STEP, Ascend, Ascended
from handdigit.gui.panels.maximise.controls import MaximiseControls
from handdigit.gui.panels.maximise.curve import ValueCurve
from handdigit.gui.session import EngineState, Session
from handdigit.gui.topic import Topic
from handdigit.gui.widgets.card import MARGIN, Card
from handdigit.gui.widgets.form import SPRING, named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.picture_view import PictureView

PICTURE_SIDE = 28 * 12 + 2


class MaximisePanel(Card):
    """Lets the engine climb, and shows where it has got to; it can be stopped and go on."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session``."""
        super().__init__(parent)
        named(self, "maximisePanel", self.tr("What a unit likes best"))
        self._session = session
        self._ascent = Topic(session, "maximise", self)
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
            PictureView(PICTURE_SIDE), "maximisePicture", self.tr("The picture that the unit likes")
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

    @Slot()
    def _start_over(self) -> None:
        """Go back to the picture to start from, and climb on if it was climbing."""
        running = self._running
        self._stop()
        self._picture, self._step = None, 0
        wish = self._controls.wish
        self._curve.clear(self.tr("{0}, channel {1}").format(wish.layer, wish.channel))
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
                self._note.setText(self.tr("There is no drawing to start from: draw a digit."))
                self._controls.show_running(False, begun=False)
                return
            self._picture = (drawing / 255).astype(np.float32)
        self._running = True
        self._show_state()
        self._controls.show_running(True, begun=True)
        wish = self._controls.wish
        self._ascent.ask(
            Ascend(
                wish.layer,
                wish.channel,
                wish.whole,
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
        percent = f"{answer.probabilities[digit] * 100:.1f}"
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
            self._note.setText(self.tr("Arrived after {0} steps.").format(self._step))
        elif self._step:
            self._note.setText(self.tr("Stopped after {0} steps.").format(self._step))
        elif self._controls.from_drawing and self._drawing() is None:
            self._note.setText(self.tr("Draw a digit to start from."))
        else:
            self._note.setText(self.tr("Press Start."))

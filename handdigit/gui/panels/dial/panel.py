"""The Dial panel: the drawing turned, shifted, scaled, thickened, under noise."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from handdigit.engine.protocol.requests import Classified, Perturb, Perturbed, Read
from handdigit.gui.panels.dial.chart import Curve, DialChart
from handdigit.gui.panels.dial.controls import DialControls
from handdigit.gui.panels.dial.networks import NetworkList
from handdigit.gui.panels.dial.scale import dial_text, dial_values, held, neutral_step
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.nothing_read import nothing_read
from handdigit.gui.state.session import EngineState, Session
from handdigit.gui.state.topic import Topic, TopicGroup
from handdigit.gui.widgets.form import MARGIN, Card, hbox, named, scroll_area, vbox
from handdigit.gui.widgets.picture_view import PictureView
from handdigit.network.alphabet import Alphabet
from handdigit.number_format import percent

PICTURE_SIDE = 28 * 4 + 2
LIST_HEIGHT = 132
WIDE = 720
"""From this width on the networks stand beside the dial, in pixels."""


class DialPanel(Card):
    """Asks for the drawing at every value, then every ticked network to read all of them.

    Each network is a request of its own.
    """

    def __init__(
        self, session: Session, library: ModelLibrary, parent: QWidget | None = None
    ) -> None:
        """Follow ``session``; the networks to ask are those of ``library``."""
        super().__init__(parent)
        named(self, "dialPanel", self.tr("The drawing under a dial"))
        self._session, self._library = session, library
        self._pictures: NDArray[np.uint8] | None = None
        self._answers: dict[Path, NDArray[np.float64]] = {}
        self._reasons: dict[Path, str] = {}
        self._refusal = ""
        self._controls = DialControls()
        self._picture = PictureView(PICTURE_SIDE)
        self._picture.setObjectName("dialPicture")
        self._networks = NetworkList()
        self._chart = DialChart()
        self._lay_out()
        self._variation = Topic(session.analyses, "dial", self)
        self._variation.answered.connect(self._take_pictures)
        self._variation.refused.connect(self._refuse)
        self._readings = TopicGroup(session.analyses, "dial", self)
        self._readings.answered.connect(self._take_reading)
        self._readings.refused.connect(self._refuse_reading)
        self._controls.dial_changed.connect(self._turn_another)
        self._controls.step_changed.connect(self._show)
        self._controls.target_changed.connect(self._show)
        self._controls.again_changed.connect(self._start_over)
        self._chart.value_requested.connect(self._controls.set_step)
        self._networks.chosen_changed.connect(self._change_networks)
        self._controls.show_alphabet(session.alphabet)
        session.alphabet_changed.connect(self._follow_alphabet)
        session.recognition_changed.connect(self._ask)
        session.recognition_refused.connect(self._forget)
        session.engine_state_changed.connect(self._show)
        library.models_changed.connect(self._offer)
        session.model_changed.connect(self._offer)
        self._offer()
        self._ask()

    def _lay_out(self) -> None:
        turned = hbox(
            (self._picture, 0, Qt.AlignmentFlag.AlignTop), (self._controls, 1), spacing=MARGIN
        )
        sheet = QWidget()
        self._grid = QGridLayout(sheet)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(MARGIN)
        self._grid.addWidget(self._controls.kinds, 0, 0, 1, 2)
        self._grid.addLayout(turned, 1, 0)
        self._grid.addWidget(self._chart, 2, 0, 1, 2)
        self._grid.addWidget(self._networks, 3, 0, 1, 2)
        self._grid.setRowStretch(2, 1)
        self._grid.setColumnStretch(0, 2)
        self._networks.setMinimumWidth(210)
        vbox(scroll_area(sheet, "dialScroll", self.tr("Dial")), on=self, margins=MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the networks below the curves, all of them, where beside the dial is no room."""
        super().resizeEvent(event)
        self._place_networks()

    def _place_networks(self) -> None:
        is_wide = self.width() >= WIDE
        self._grid.addWidget(self._networks, *((1, 1, 1, 1) if is_wide else (3, 0, 1, 2)))
        self._grid.setColumnStretch(1, 3 if is_wide else 0)
        self._networks.setFixedHeight(LIST_HEIGHT if is_wide else self._networks.whole_height)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came meanwhile."""
        super().showEvent(event)
        self._show()

    @property
    def _target(self) -> int | None:
        chosen = self._controls.target
        return self._session.recognition.claimed_digit if chosen is None else chosen

    # --- asking --------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        """Ask for the pictures; what is on show stays until the new ones are here."""
        if self._session.recognition.normalised is None:
            self._forget()
            return
        dial = self._controls.dial
        self._refusal = ""
        self._variation.ask(
            Perturb(
                self._session.source,
                dial,
                dial_values(dial),
                self._session.preprocessing,
                again=self._controls.again,
            )
        )
        self._show()

    def _read(self) -> None:
        """Let the networks read the newest pictures."""
        if self._pictures is not None:
            for _, model in self._networks.chosen:
                self._readings.ask(model.path, Read(model.path, self._pictures))

    # --- answers -------------------------------------------------------------------------

    @Slot(object)
    def _take_pictures(self, answer: Perturbed) -> None:
        self._pictures = answer.pictures
        self._chart.show_pictures(answer.pictures)
        self._read()
        self._show()

    @Slot(object, object)
    def _take_reading(self, path: Path, answer: Classified) -> None:
        self._answers[path] = answer.probabilities
        self._reasons.pop(path, None)
        self._show()

    @Slot(str)
    def _refuse(self, reason: str) -> None:
        self._forget()
        self._refusal = reason
        self._show()

    @Slot(object, str)
    def _refuse_reading(self, path: Path, reason: str) -> None:
        self._answers.pop(path, None)
        self._reasons[path] = reason
        self._show()

    # --- what changes --------------------------------------------------------------------

    @Slot()
    def _offer(self) -> None:
        alphabet = self._session.alphabet
        comparable = [m for m in self._library.models if m.info.alphabet == alphabet]
        self._networks.set_models(comparable, self._session.model)
        self._place_networks()

    @Slot(object)
    def _follow_alphabet(self, alphabet: Alphabet) -> None:
        self._controls.show_alphabet(alphabet)
        self._forget()

    @Slot()
    def _turn_another(self) -> None:
        self._controls.turn_back()
        self._start_over()

    @Slot()
    def _start_over(self) -> None:
        """Another dial or another way: the curves on show say nothing about it."""
        self._forget()
        self._ask()

    @Slot()
    def _forget(self) -> None:
        self._variation.drop()
        self._readings.drop_all()
        self._pictures = None
        self._answers.clear()
        self._reasons.clear()
        self._refusal = ""
        self._chart.show_pictures(None)
        self._show()

    @Slot()
    def _change_networks(self) -> None:
        chosen = {model.path for _, model in self._networks.chosen}
        self._readings.drop_all()
        for path in set(self._answers) - chosen:
            del self._answers[path]
        self._read()
        self._show()

    # --- on show -------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        if not self.isVisible():
            return
        dial, step, target = self._controls.dial, self._controls.step, self._target
        self._controls.show_answer(self._session.recognition.claimed_label)
        names = self._session.alphabet.names
        name = None if target is None else names[target]
        self._networks.set_target(name)
        self._chart.show_dial(dial, step)
        self._picture.show_picture(None if self._pictures is None else self._pictures[step])
        self._picture.setAccessibleName(
            self.tr("The drawing at {0}").format(dial_text(dial, dial_values(dial)[step]))
        )
        curves = []
        for index, model in enumerate(self._networks.models):
            answer = self._answers.get(model.path)
            reason = self._reasons.get(model.path, "")
            if answer is None or target is None:
                self._networks.show_answer(index, "–" if reason else "", "", reason)
                continue
            curves.append(Curve(model.name, self._networks.colour(model), answer[:, target]))
            here = answer[step]
            if np.isnan(here[0]):
                self._networks.show_answer(index, "–", "–", self.tr("No ink is left."))
            else:
                reading = names[int(here.argmax())]
                self._networks.show_answer(index, percent(here[target]), reading)
        self._controls.show_summary(self._summary(target))
        title = "" if target is None else self.tr("Probability of {0}").format(name)
        self._chart.show_curves(curves, title, "" if curves else self._note())

    def _summary(self, target: int | None) -> str:
        """Say between which values the answering network reads the class."""
        model = self._session.model
        answer = self._answers.get(model.path)
        if answer is None or target is None:
            return ""
        dial, name = self._controls.dial, model.info.alphabet.names[target]
        ends = held(answer, target, neutral_step(dial))
        if ends is None:
            return self.tr("{0} reads no {1} here.").format(model.name, name)
        low, high = (dial_text(dial, dial_values(dial)[step]) for step in ends)
        return self.tr("{0} reads {1} from {2} to {3}.").format(model.name, name, low, high)

    def _note(self) -> str:
        if self._refusal:
            return self._refusal
        if self._session.engine_state is EngineState.STARTING:
            return self.tr("Warming up. The curves appear by themselves.")
        if self._session.engine_state is EngineState.FAILED:
            return self.tr("The engine keeps stopping. Choose Model ▸ Restart Engine.")
        if self._session.recognition.normalised is None:
            return nothing_read(
                self._session,
                self.tr("Draw a digit: here you see how far it can be turned and is still read."),
            )
        if not self._networks.chosen:
            return self.tr("Tick a network to ask it.")
        if self._reasons:
            return next(iter(self._reasons.values()))
        return self.tr("Asking the networks…")

"""A tour of the window in six steps; the person draws, looks and asks on the way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from handdigit.gui.guide.bubble import Bubble
from handdigit.gui.state.context import Context
from handdigit.gui.state.navigation import INSIDE, RETRAIN, WHY
from handdigit.gui.translation import translated
from handdigit.sentences import noted

DRAWN, LOOKED_AT, ASKED, TRAINING = "drawn", "looked at", "asked", "training"
"""What a person does that goes on with the tour."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is said beside which part of the window."""

    target: str
    """The part's object name."""
    title: str
    text: str
    panel: str | None = None
    """To be in front."""
    goes_on_when: str | None = None
    can_be_drawn: bool = False
    """Whether the program can do it for the person, by drawing a digit."""


STEPS: tuple[Step, ...] = (
    Step(
        "canvas",
        noted("Draw a digit"),
        noted("Draw a digit here with the mouse, a finger or a pen. Ctrl+Z takes a stroke back."),
        goes_on_when=DRAWN,
        can_be_drawn=True,
    ),
    Step(
        "answerPanel",
        noted("The answer"),
        noted(
            "The network reads while you draw. Each of the bars is one of its outputs: how much "
            "of its trust goes to that digit. Together they are 100\u00a0%."
        ),
    ),
    Step(
        "truthStrip",
        noted("What the network gets"),
        noted(
            "Not your strokes: a small picture of grey values, cut out, scaled and centred. "
            "All that the network knows of your drawing is in the last of these pictures."
        ),
    ),
    Step(
        "panels",
        noted("Inside"),
        noted(
            "Every layer turns pictures into other pictures, its maps. Click a place on a map: "
            "you see the sum that made it, number by number."
        ),
        panel=INSIDE,
        goes_on_when=LOOKED_AT,
    ),
    Step(
        "panels",
        noted("Why"),
        noted(
            "Blue ink speaks for the digit, orange ink against it. Ask about another digit than "
            "the one that is read: what speaks for it?"
        ),
        panel=WHY,
        goes_on_when=ASKED,
    ),
    Step(
        "panels",
        noted("Retrain"),
        noted(
            "Here a network learns, on this computer: choose what from, and press Train. "
            "The model that answers now stays as it is."
        ),
        panel=RETRAIN,
        goes_on_when=TRAINING,
    ),
)


class Tour(QObject):
    """Goes from step to step, by its buttons or by what the person does.

    Signals:
        drawing_requested(): a digit is to be drawn for the person.
        ended(): the last step is done, or the tour was skipped.
    """

    drawing_requested = Signal()
    ended = Signal()

    def __init__(
        self, window: QWidget, canvas: QWidget, context: Context, step: int = 0, origin: str = ""
    ) -> None:
        """Begin at a step; what it points at is found in ``window``.

        It ends at the panel ``origin``, by its key; without one at the panel in front now.
        """
        super().__init__(window)
        self._window, self._navigation = window, context.navigation
        self._bubble = Bubble(window, canvas)
        self._bubble.next_requested.connect(self.go_on)
        self._bubble.back_requested.connect(self._go_back)
        self._bubble.skip_requested.connect(self.end)
        self._bubble.help_requested.connect(self._help)
        self._step = step
        self.origin = origin or self._navigation.panel
        """Key of the panel where it ends."""
        self._is_over = False
        context.session.document.history_changed.connect(self._drawn)
        self._navigation.unit_changed.connect(self._looked_at)
        self._navigation.question_changed.connect(self._asked)
        self._navigation.panel_changed.connect(self._follow)
        context.training.run_started.connect(self._trained)
        self._go_to(step)
        self._bubble.give_focus()

    @Slot(object)
    def _asked(self, index: int | None) -> None:
        if index is not None:
            self._done(ASKED)

    @Slot(object)
    def _trained(self, _started: object) -> None:
        if STEPS[self._step].goes_on_when == TRAINING:
            self.origin = RETRAIN  # it stays where the network learns
        self._done(TRAINING)

    @property
    def step(self) -> int:
        """The number of the step, from 0."""
        return self._step

    @Slot()
    def go_on(self) -> None:
        """Go to the next step, its panel in front; after the last the tour ends."""
        self._go_to(self._step + 1)
        self._open()

    @Slot()
    def _go_back(self) -> None:
        self._go_to(self._step - 1)
        self._open()

    @Slot()
    def end(self) -> None:
        """Take the bubble away, and go back from where it led to where it began."""
        self._is_over = True
        if self._navigation.panel in {step.panel for step in STEPS}:
            self._navigation.show_panel(self.origin)
        self._bubble.leave()
        self.deleteLater()
        self.ended.emit()

    def _go_to(self, number: int) -> None:
        if self._is_over:
            return
        if number >= len(STEPS):
            self.end()
            return
        self._step = number
        step = STEPS[number]
        do = self.tr("Draw a 7 for me") if step.can_be_drawn else ""
        if step.panel is not None and step.panel != self._navigation.panel:
            do = self.tr("Open {0}").format(translated(step.title))
        self._bubble.show_step(
            self.tr("{0} of {1}").format(number + 1, len(STEPS)),
            translated(step.title),
            translated(step.text),
            do,
            is_first=number == 0,
            is_last=number == len(STEPS) - 1,
        )
        self._bubble.point_at(self._window.findChild(QWidget, step.target))

    @Slot()
    def _help(self) -> None:
        """Do for the person what the step asks for first."""
        if STEPS[self._step].can_be_drawn:
            self.drawing_requested.emit()
        else:
            self._open()

    def _open(self) -> None:
        panel = None if self._is_over else STEPS[self._step].panel
        if panel is not None:
            self._navigation.show_panel(panel)

    def _done(self, what: str) -> None:
        """Go on, and leave what the person has opened where it can be looked at."""
        if STEPS[self._step].goes_on_when == what:
            self._go_to(self._step + 1)

    @Slot(bool, bool)
    def _drawn(self, can_undo: bool, _can_redo: bool) -> None:
        if can_undo:
            self._done(DRAWN)

    @Slot(object)
    def _looked_at(self, unit: object) -> None:
        if unit is not None:
            self._done(LOOKED_AT)

    @Slot(str)
    def _follow(self, panel: str) -> None:
        """Speak of the panel that the person has gone to, if the tour comes there."""
        steps = {step.panel: number for number, step in enumerate(STEPS)}
        if STEPS[self._step].panel is not None:
            self._go_to(max(self._step, steps.get(panel, 0)))

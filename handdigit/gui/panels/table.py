"""The panels of the window. A new one is a function and a line here.

Each is imported and built when it is first looked at: nobody waits at the start for what
they may never open.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handdigit.gui.state.context import Context
from handdigit.gui.widgets.choices import Choices, choose_again
from handdigit.sentences import noted

UNDERSTAND, TRAIN, JUDGE = noted("Understand"), noted("Train"), noted("Judge")
"""The groups that the tabs stand in."""


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A panel: what it is called, and how to make it. Its texts are noted, to be translated."""

    key: str
    group: str
    title: str
    subtitle: str
    """What one sees or does there, in one short line."""
    make: Callable[[Context], QWidget]
    shortcut: str = ""
    """With Alt it shows the panel: the keys from 1 on, in the order of the tabs."""
    parts: tuple[str, ...] = ()
    """Modules to import one by one before it is made, where it is in front from the start."""


class PanelPlace(QWidget):
    """Where a panel will be, from the first time that it is shown.

    The panel in front when the window opens waits until the window has been painted: one can
    draw before it is imported.
    """

    def __init__(self, entry: PanelEntry, context: Context) -> None:
        """Remember what to make."""
        super().__init__()
        self.key = entry.key
        self._make: Callable[[], QWidget] | None = lambda: entry.make(context)
        self._panel: QWidget | None = None
        """The panel between being made and being shown."""
        self._parts = iter(entry.parts)
        self.chosen: Choices = {}
        """What is to be chosen again in the panel once it is made."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        # Imported, made and shown in turns of the event loop: the pen never waits for all of it.
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._take_turn)

    @property
    def is_made(self) -> bool:
        """Whether the panel is there."""
        return self._make is None

    def showEvent(self, event: QShowEvent) -> None:
        """Make the panel, once; at once where the window has been painted already."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        if handle is not None and handle.isExposed():
            self._build()
        self._choose_again()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Begin to make the panel: what matters more is on the screen."""
        if self._make is not None:
            self._turns.start()

    @Slot()
    def _take_turn(self) -> None:
        part = next(self._parts, None)
        if part is not None:
            importlib.import_module(part)
        elif self._panel is None and self._make is not None:
            self._panel = self._make()
            self._panel.setParent(self)  # it goes with this, also before its turn has come
        else:
            self._build()

    def _build(self) -> None:
        self._turns.stop()
        if self._make is not None:
            panel = self._panel or self._make()
            self._make = self._panel = None
            self._layout.addWidget(panel)
            panel.show()
            self._choose_again()

    def _choose_again(self) -> None:
        """Choose where it can be seen: what is hidden does not follow what is chosen."""
        if self.chosen and self.is_made and self.isVisible():
            chosen, self.chosen = self.chosen, {}
            choose_again(self, chosen)


def _inside(context: Context) -> QWidget:
    from handdigit.gui.panels.inside.panel import InsidePanel

    return InsidePanel(context.session, context.library, context.navigation)


def _why(context: Context) -> QWidget:
    from handdigit.gui.panels.why.panel import WhyPanel

    return WhyPanel(context.session, context.navigation)


def _lab(context: Context) -> QWidget:
    from handdigit.gui.panels.lab.panel import LabPanel

    return LabPanel(context.session, context.navigation)


def _dial(context: Context) -> QWidget:
    from handdigit.gui.panels.dial.panel import DialPanel

    return DialPanel(context.session, context.library)


def _map(context: Context) -> QWidget:
    from handdigit.gui.panels.digit_map.panel import DigitMapPanel

    return DigitMapPanel(context.session, context.samples, context.paths)


def _maximise(context: Context) -> QWidget:
    from handdigit.gui.panels.maximise.panel import MaximisePanel

    return MaximisePanel(context.session)


def _errors(context: Context) -> QWidget:
    from handdigit.gui.panels.errors.panel import ErrorsPanel

    return ErrorsPanel(context.session, context.samples, context.paths)


def _models(context: Context) -> QWidget:
    from handdigit.gui.panels.models.panel import ModelsPanel

    return ModelsPanel(context.session, context.library)


def _retrain(context: Context) -> QWidget:
    from handdigit.gui.panels.retrain.panel import RetrainPanel

    return RetrainPanel(context)


_INSIDE_PARTS = (
    "handdigit.inspection.arithmetic",
    "handdigit.inspection.backward",
    "handdigit.inspection.equation",
    "handdigit.inspection.words",
    "handdigit.inspection.receptive_field",
    "handdigit.experiment.optimisers",
    "handdigit.inspection.overview",
    "handdigit.gui.panels.inside.overview_sheet",
    "handdigit.gui.panels.inside.network_map",
    "handdigit.gui.panels.inside.layer_view",
    "handdigit.gui.panels.inside.arithmetic_view",
    "handdigit.gui.panels.inside.layer_page",
    "handdigit.gui.panels.inside.unit_view",
    "handdigit.gui.panels.inside.gradient_view",
    "handdigit.gui.panels.inside.weight_sheet",
    "handdigit.gui.panels.inside.panel",
)


def _samples(context: Context) -> QWidget:
    from handdigit.gui.panels.samples.panel import SamplesPanel

    return SamplesPanel(context.session, context.samples, context.labelling, context.teaching)


def _time(context: Context) -> QWidget:
    from handdigit.gui.panels.time_machine.panel import TimeMachinePanel
    from handdigit.storage.runs.run_store import RunStore

    runs = RunStore(context.paths.runs)
    return TimeMachinePanel(context.session, context.training, context.policy, runs)


PANELS: tuple[PanelEntry, ...] = (
    PanelEntry(
        "inside",
        UNDERSTAND,
        noted("Inside"),
        noted("Every layer of the network, working on your drawing."),
        _inside,
        "1",
        _INSIDE_PARTS,
    ),
    PanelEntry(
        "why",
        UNDERSTAND,
        noted("Why"),
        noted("Which parts of the ink speak for a digit, and which against it."),
        _why,
        "2",
    ),
    PanelEntry(
        "map",
        UNDERSTAND,
        noted("Map"),
        noted("Many digits as points: what the network finds alike lies close together."),
        _map,
        "3",
    ),
    PanelEntry(
        "dial",
        UNDERSTAND,
        noted("Dial"),
        noted("Turn, shift or blur the drawing, and see where the answer tips over."),
        _dial,
        "4",
    ),
    PanelEntry(
        "lab",
        UNDERSTAND,
        noted("Lab"),
        noted("Slide a kernel over a picture yourself, step by step."),
        _lab,
        "5",
    ),
    PanelEntry(
        "maximise",
        UNDERSTAND,
        noted("Maximise"),
        noted("Let a picture grow that one unit of the network answers to most."),
        _maximise,
        "6",
    ),
    PanelEntry(
        "retrain",
        TRAIN,
        noted("Retrain"),
        noted("Choose data, a network and a recipe, and watch it learn."),
        _retrain,
        "7",
    ),
    PanelEntry(
        "samples",
        TRAIN,
        noted("Samples"),
        noted("Your own labelled digits, to train with."),
        _samples,
        "8",
    ),
    PanelEntry(
        "time",
        TRAIN,
        noted("Time"),
        noted("Go back through a training run, and see how it learned to read your drawing."),
        _time,
        "9",
    ),
    PanelEntry(
        "models",
        JUDGE,
        noted("Models"),
        noted("Every network there is: choose which one answers, and compare them."),
        _models,
        "0",
    ),
    PanelEntry("errors", JUDGE, noted("Errors"), noted("Which digits it misreads."), _errors, "-"),
)

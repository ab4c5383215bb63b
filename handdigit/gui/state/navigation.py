"""Where the window is, and the ways from one panel to another.

Panels know nothing of each other, and most are made when they are first looked at. A place is kept
here, so a panel that is made later starts at it::

    navigation.explain(7)  # brings Why to the front, asking about the 7
    navigation.look_at(Unit("conv1", (3, 5, 9)))
    navigation.try_in_lab(LabTask(source="edge", kernel="vertical-edge"))
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from handdigit.inspection.trace import Unit

INSIDE, WHY, LAB, RETRAIN, SAMPLES = "inside", "why", "lab", "retrain", "samples"
MODELS = "models"
"""Keys of the panels that something can be shown in."""


@dataclass(frozen=True, slots=True)
class LabTask:
    """What to set up in the Lab; None leaves it as it is. The words are those of its choosers."""

    topic: str | None = None
    """A sheet of the Lab: ``sliding``, ``channels``, ``backward`` or ``parameters``."""
    source: str | None = None
    operation: str | None = None
    kernel: str | None = None
    """A name of :data:`~handdigit.network.convolution.NAMED_KERNELS`."""
    size: int | None = None
    padding: str | int | None = None
    stride: int | None = None
    dilation: int | None = None


class Navigation(QObject):
    """The panel in front, and what is looked at in it.

    Signals:
        panel_changed(str): another panel is to be in front, by its key.
        unit_changed(object): Inside is to show a :class:`Unit`, or none (None).
        question_changed(object): Why is to explain a class, by its index, or the answer (None).
        lab_changed(object): the Lab is to be set up as a :class:`LabTask` says.
        model_offered(): there is a model file for :meth:`take_offered_model`.
    """

    panel_changed = Signal(str)
    unit_changed = Signal(object)
    question_changed = Signal(object)
    lab_changed = Signal(object)
    model_offered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self._panel = INSIDE
        self._unit: Unit | None = None
        self._question: int | None = None
        self._lab: LabTask | None = None
        self._sought: str | None = None
        self._offered_model: Path | None = None

    @property
    def panel(self) -> str:
        """The key of the panel in front."""
        return self._panel

    @property
    def unit(self) -> Unit | None:
        """The unit that Inside shows; it may belong to a model that was there before."""
        return self._unit

    @property
    def question(self) -> int | None:
        """The class that Why explains, None for the one that is read."""
        return self._question

    @property
    def lab(self) -> LabTask | None:
        """What the Lab was last asked to set up."""
        return self._lab

    @property
    def sought(self) -> str | None:
        """The layer whose strongest unit Inside is to show as soon as it knows the layer."""
        return self._sought

    def show_panel(self, key: str) -> None:
        """Bring a panel to the front."""
        if key != self._panel:
            self._sought = None
            self._panel = key
            self.panel_changed.emit(key)

    def set_unit(self, unit: Unit | None) -> None:
        """Remember what Inside shows, and show it there."""
        self._sought = None
        if unit != self._unit:
            self._unit = unit
            self.unit_changed.emit(unit)

    def look_at(self, unit: Unit) -> None:
        """Show a unit, Inside in front."""
        self.set_unit(unit)
        self.show_panel(INSIDE)

    def look_at_strongest(self, layer: str) -> None:
        """Show the unit of a layer that answers most, Inside in front."""
        self.show_panel(INSIDE)
        self._sought = layer

    def set_question(self, index: int | None) -> None:
        """Ask in Why about a class, or about the answer."""
        self._question = index
        self.question_changed.emit(index)

    def explain(self, index: int) -> None:
        """Ask about a class, Why in front."""
        self.set_question(index)
        self.show_panel(WHY)

    def try_in_lab(self, task: LabTask) -> None:
        """Set up the Lab, and bring it to the front."""
        self._lab = task
        self.lab_changed.emit(task)
        self.show_panel(LAB)

    def offer_model(self, path: Path) -> None:
        """Import a model file in Models, in front."""
        self._offered_model = path
        self.model_offered.emit()
        self.show_panel(MODELS)

    def take_offered_model(self) -> Path | None:
        """Return the file that is to be imported, once."""
        path, self._offered_model = self._offered_model, None
        return path

"""Sets the window as a page wants it, and gives back what was in it before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from handdigit.gui.course.page import Scene
from handdigit.gui.state.context import Context
from handdigit.gui.state.drawing.drawing import Drawing
from handdigit.gui.state.navigation import INSIDE
from handdigit.ink.ink import Ink
from handdigit.inspection.trace import Unit
from handdigit.storage.models.stored_model import StoredModel


@dataclass(frozen=True, slots=True)
class Former:
    """What was in the window before the first page set it."""

    model: StoredModel
    drawing: Drawing
    panel: str
    unit: Unit | None
    question: int | None
    """What Why was asked about."""
    example: Drawing | None = None
    """What the last page drew in the drawing's place."""
    staged_panel: str = INSIDE
    """What it brought to the front."""


class Staging(QObject):
    """Everything goes the ways that a person's clicks go; the drawing can be undone.

    Signals:
        placed(): the window is as the scene wants it, or its model cannot be loaded.
    """

    placed = Signal()

    def __init__(self, context: Context, examples: Mapping[int, Ink], parent: QObject) -> None:
        """Change nothing yet."""
        super().__init__(parent)
        self._session, self._library = context.session, context.library
        self._navigation = context.navigation
        self._examples = examples
        self._scene: Scene | None = None
        """What is to be placed once its model answers."""
        self.former: Former | None = None
        """What comes back when one leaves; None while no page has set anything."""
        self._staged: StoredModel | None = None
        self._session.model_changed.connect(self._adopt)
        self._session.model_refused.connect(self._do_without)

    def show(self, scene: Scene) -> None:
        """Bring a scene about; what belongs to its model follows once that is loaded."""
        session, navigation = self._session, self._navigation
        former = self.former or Former(
            session.model,
            session.document.drawing,
            navigation.panel,
            navigation.unit,
            navigation.question,
        )
        model = next((m for m in self._library.models if m.name == scene.model), None)
        example = former.example if scene.digit is None else self._examples[scene.digit]
        self.former = replace(former, example=example, staged_panel=scene.panel)
        self._bring(scene, model, None if scene.digit is None else example, self._library.lend)

    def leave(self) -> None:
        """Bring back what was there, save what the person has changed since.

        A model of the person's own, another drawing, another panel stay.
        """
        former, self.former = self.former, None
        if former is None:
            return
        session, panel = self._session, self._navigation.panel
        model = None if self._library.is_own(session.model) else former.model
        drawing = former.drawing if session.document.drawing == former.example else None
        if panel == former.staged_panel:
            panel = former.panel
        self._navigation.set_unit(None)
        self._bring(
            Scene(panel, unit=former.unit, question=former.question),
            model,
            drawing,
            session.use_model,
        )

    def _bring(
        self,
        scene: Scene,
        model: StoredModel | None,
        drawing: Drawing | None,
        use_model: Callable[[StoredModel], None],
    ) -> None:
        self._scene = scene
        is_loading = self._staged is not None
        is_there = model is None or (not is_loading and model.path == self._session.model.path)
        if model is not None and not is_there:
            self._staged = model
            use_model(model)
        if drawing is not None:
            self._session.document.replace(drawing)
        self._navigation.show_panel(scene.panel)
        if is_there:
            self._place()

    @Slot(object)
    def _adopt(self, model: StoredModel) -> None:
        staged, self._staged = self._staged, None
        if self._scene is not None and model is staged:
            # After the panels have let go of the units of the model before.
            QTimer.singleShot(0, self, self._place)

    @Slot()
    def _do_without(self) -> None:
        """Place what needs no model."""
        self._staged = None
        if self._scene is not None:
            self._scene = replace(self._scene, unit=None)
        self._place()

    @Slot()
    def _place(self) -> None:
        scene, self._scene = self._scene, None
        if scene is None:
            return
        if scene.unit is not None:
            self._navigation.set_unit(scene.unit)
        # What was asked about another drawing is not what is asked about this one.
        self._navigation.set_question(scene.question)
        if scene.lab is not None:
            self._navigation.try_in_lab(scene.lab)
        self.placed.emit()

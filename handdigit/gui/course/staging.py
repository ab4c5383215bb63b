"""Sets the window as a page wants it, and gives back the network that answered before."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Slot

from handdigit.gui.course.page import Scene
from handdigit.gui.state.context import Context
from handdigit.ink.ink import Ink
from handdigit.storage.models.model_store import StoredModel


class Staging(QObject):
    """Everything goes the ways that a person's clicks go; the drawing can be undone."""

    def __init__(self, context: Context, examples: Mapping[int, Ink], parent: QObject) -> None:
        """Change nothing yet."""
        super().__init__(parent)
        self._session, self._library = context.session, context.library
        self._navigation = context.navigation
        self._examples = examples
        self._scene: Scene | None = None
        """What is to be placed once its model answers."""
        self.former: StoredModel | None = None
        """The model before the first page that wanted another one."""
        self._staged: StoredModel | None = None
        self._session.model_changed.connect(self._adopt)

    def show(self, scene: Scene) -> None:
        """Bring a scene about; what belongs to its model follows once that is loaded."""
        self._scene = scene
        model = next((m for m in self._library.models if m.name == scene.model), None)
        if model is not None and model.path != self._session.model.path:
            self.former = self.former or self._session.model
            self._staged = model
            self._library.lend(model)
        if scene.digit is not None:
            self._session.replace(self._examples[scene.digit])
        self._navigation.show_panel(scene.panel)
        if model is None or model.path == self._session.model.path:
            self._place()

    def leave(self) -> None:
        """Let the former model answer again, unless one of the person's own does by now."""
        if self.former is not None and not self._library.is_own(self._session.model):
            self._session.use_model(self.former)
        self.former = self._staged = self._scene = None

    @Slot(object)
    def _adopt(self, model: StoredModel) -> None:
        if self._scene is not None and model is self._staged:
            # After the panels have let go of the units of the model before.
            QTimer.singleShot(0, self, self._place)

    @Slot()
    def _place(self) -> None:
        scene, self._scene = self._scene, None
        if scene is None:
            return
        if scene.unit is not None:
            self._navigation.look_at(scene.unit)
        if scene.question is not None:
            self._navigation.explain(scene.question)
        if scene.lab is not None:
            self._navigation.try_in_lab(scene.lab)

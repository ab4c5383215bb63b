"""What the next run is set to, kept while the panel is made anew, and until the next start."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.panels.retrain.data_page import DataPage
from handdigit.gui.panels.retrain.network_page import NetworkPage
from handdigit.gui.panels.retrain.recipe_page import FIRST_NETWORK, RecipePage
from handdigit.gui.state.background import Background, ignore
from handdigit.gui.state.settings import Settings
from handdigit.gui.state.training.run_draft import KeptNetwork, draft_text, read_run_draft
from handdigit.gui.state.training.training import TrainingSession

KEY = "retrainDraft"
PAUSE_MS = 500
"""It is written when nothing was changed for so long, or when the panel is left."""


class RetrainDraft(QWidget):
    """Puts the pages back as they were, and remembers what is changed in them.

    It has no size: a child of the panel, so that it is hidden with it.
    """

    def __init__(
        self,
        pages: tuple[DataPage, NetworkPage, RecipePage],
        training: TrainingSession,
        settings: Settings,
        parent: QWidget,
    ) -> None:
        """Put the pages back."""
        super().__init__(parent)
        self.setFixedSize(0, 0)
        self._data, self._network, self._recipe = pages
        self._training, self._settings = training, settings
        self._writing = Background("draft of a run", self, writes=True)
        self._pace = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pace.timeout.connect(self._write)
        self._restore(training.draft or settings.value(KEY, ""))
        training.draft = self._text()
        for page in (
            self._data.data_changed,
            self._network.network_changed,
            self._recipe.recipe_changed,
        ):
            page.connect(self._follow)

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what is still to be written: the window may be closing."""
        super().hideEvent(event)
        if self._pace.isActive():
            self._write()

    def _text(self) -> str:
        choice = self._network.choice
        network = KeptNetwork(choice.name, choice.draft.text, choice.start is not None)
        recipe = self._recipe
        return draft_text(network, recipe.name, recipe.form.values(), self._data.ticked)

    @Slot()
    def _follow(self) -> None:
        text = self._text()
        if text != self._training.draft:
            self._training.draft = text
            self._pace.start()

    @Slot()
    def _write(self) -> None:
        self._pace.stop()
        values = {KEY: self._training.draft}
        self._writing.start(lambda _job: self._settings.remember(values), ignore, ignore)

    def _restore(self, text: str) -> None:
        """Put back what can be read; what cannot stays as on a fresh machine."""
        draft = read_run_draft(text, FIRST_NETWORK)
        if draft.network is not None:
            self._network.restore(draft.network)
        if draft.recipe is not None:
            self._recipe.restore(draft.recipe)
        if draft.sources is not None:
            self._data.restore(draft.sources)

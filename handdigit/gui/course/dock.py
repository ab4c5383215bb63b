"""Where help and course are: a dock that leaves canvas, panel and answer in sight."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget
from shiboken6 import isValid

from handdigit.gui.course.lab_reading import LabReading
from handdigit.gui.course.sheet import GuideSheet
from handdigit.gui.course.staging import Staging
from handdigit.gui.guide.progress import Progress
from handdigit.gui.state.context import Context
from handdigit.ink.ink import Ink
from handdigit.storage.models.model_store import StoredModel

WIDTH, HEIGHT = 340, 190
"""What it takes of the window at the right, and at the bottom, in pixels."""
WIDE = 1500
"""From this width of the window on it begins at the right."""


class GuideDock(QDockWidget):
    """Holds the sheet; can be moved and closed like any other dock."""

    def __init__(
        self,
        window: QMainWindow,
        context: Context,
        progress: Progress,
        examples: Mapping[int, Ink],
    ) -> None:
        """Belong to ``window``; :meth:`open` shows it."""
        super().__init__(window)
        self.setObjectName("guideDock")
        self.setWindowTitle(self.tr("Help and course"))
        self._window = window
        self._focused: QWidget | None = None
        self.sheet = GuideSheet(context, progress, LabReading(window))
        self._staging = Staging(context, examples, self)
        self.sheet.scene_wanted.connect(self._staging.show)
        self.setWidget(self.sheet)

    @property
    def former(self) -> StoredModel | None:
        """The model that answers again when this is closed."""
        return self._staging.former

    @former.setter
    def former(self, model: StoredModel | None) -> None:
        self._staging.former = model

    def open(self) -> None:
        """Be there, at the side where there is room, and have the keyboard's focus."""
        if not self.isVisible():
            self._focused = QApplication.focusWidget()
            is_wide = self._window.width() >= WIDE
            areas = Qt.DockWidgetArea
            side = areas.RightDockWidgetArea if is_wide else areas.BottomDockWidgetArea
            self._window.addDockWidget(side, self)
            self.show()
            direction = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
            self._window.resizeDocks([self], [WIDTH if is_wide else HEIGHT], direction)
        self.sheet.give_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give focus and network back."""
        super().closeEvent(event)
        self._staging.leave()
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        self._focused = None

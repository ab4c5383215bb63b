"""Where help and course are: a dock that leaves canvas, panel and answer in sight."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget
from shiboken6 import isValid

from handdigit.gui.course.lab_reading import LabReading
from handdigit.gui.course.sheet import GuideSheet
from handdigit.gui.course.staging import Former, Staging
from handdigit.gui.guide.progress import Progress
from handdigit.gui.state.context import Context
from handdigit.ink.ink import Ink

SHARE, WIDTH = 0.24, 340
"""Of the window's width, what it takes of it; and the most, in pixels."""
NARROW = 1200
"""A window that is not so wide has no room for the answer's column beside it, in pixels."""


class GuideDock(QDockWidget):
    """Holds the sheet; can be moved and closed like any other dock."""

    def __init__(
        self,
        window: QMainWindow,
        context: Context,
        progress: Progress,
        examples: Mapping[int, Ink],
        answer: QWidget,
    ) -> None:
        """Belong to ``window``, whose ``answer`` gives way; :meth:`open` shows it."""
        super().__init__(window)
        self.setObjectName("guideDock")
        self.setWindowTitle(self.tr("Help and course"))
        self._window, self._answer = window, answer
        self._is_open = False
        self._focused: QWidget | None = None
        self.sheet = GuideSheet(context, progress, LabReading(window))
        self._staging = Staging(context, examples, self)
        self.sheet.scene_requested.connect(self._staging.show)
        self._staging.placed.connect(self.sheet.begin)
        self.setWidget(self.sheet)
        window.installEventFilter(self)
        for moved in (self.topLevelChanged, self.dockLocationChanged):
            moved.connect(self._make_room)

    @property
    def former(self) -> Former | None:
        """What comes back when this is closed."""
        return self._staging.former

    @former.setter
    def former(self, former: Former | None) -> None:
        self._staging.former = former

    def open(self) -> None:
        """Be there, at the side, and have the keyboard's focus."""
        if not self.isVisible():
            self._focused = QApplication.focusWidget()
            width = min(WIDTH, int(self._window.width() * SHARE))
            self._is_open = True
            self._make_room()
            areas = Qt.DockWidgetArea
            if self._window.dockWidgetArea(self) == areas.NoDockWidgetArea:
                self._window.addDockWidget(areas.RightDockWidgetArea, self)
            self.show()
            self._window.resizeDocks([self], [width], Qt.Orientation.Horizontal)
        self.sheet.give_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's width."""
        if event.type() == QEvent.Type.Resize:
            self._make_room()
        return super().eventFilter(watched, event)

    @Slot()
    def _make_room(self) -> None:
        """Stand where the answer is in a narrow window, and say it instead."""
        across = Qt.DockWidgetArea.TopDockWidgetArea | Qt.DockWidgetArea.BottomDockWidgetArea
        is_beside = not self.isFloating() and not self._window.dockWidgetArea(self) & across
        gives_way = self._is_open and is_beside and self._window.width() < NARROW
        if self._answer.isHidden() != gives_way:
            self._answer.setHidden(gives_way)
            for holder in (self._window.centralWidget(), self._window):
                if holder is not None and (layout := holder.layout()) is not None:
                    layout.activate()  # at once, or the window would grow
        self.sheet.show_answer(gives_way)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give focus, drawing, network and panel back."""
        super().closeEvent(event)
        self.hide()
        self._is_open = False
        self._make_room()
        self._staging.leave()
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        self._focused = None

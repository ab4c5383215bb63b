"""A quiet line that explains the control under the mouse or with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.widgets.labels import Label

_SHOWS = (QEvent.Type.Enter, QEvent.Type.FocusIn)
_HIDES = (QEvent.Type.Leave, QEvent.Type.FocusOut)


class HelpLine(Label):
    """Shows the tooltip of the widgets that it watches."""

    def __init__(self, rest: str = "", parent: QWidget | None = None) -> None:
        """Say ``rest`` while nothing is pointed at."""
        super().__init__(rest, colour="muted", parent=parent)
        self.setObjectName("retrainHelp")
        self.setAccessibleName(self.tr("Explanation"))
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2 * self.fontMetrics().height() + 4)
        self._rest = rest
        self._focused: QWidget | None = None

    def watch(self, *widgets: QWidget) -> None:
        """Explain these from now on."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow mouse and keyboard."""
        if isinstance(watched, QWidget):
            if event.type() in _SHOWS:
                if event.type() == QEvent.Type.FocusIn:
                    self._focused = watched
                self.setText(watched.toolTip())
            elif event.type() in _HIDES:
                if event.type() == QEvent.Type.FocusOut:
                    self._focused = None
                self.setText(self._rest if self._focused is None else self._focused.toolTip())
        return super().eventFilter(watched, event)

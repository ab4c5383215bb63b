"""The panels of the window. A new one is a function and a line here.

Each is imported and built when it is first looked at: nobody waits at the start for what
they may never open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handdigit.gui.context import Context


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A panel's key, its title (translated in the context ``Panels``), and how to make it."""

    key: str
    title: str
    make: Callable[[Context], QWidget]


class PanelPlace(QWidget):
    """Where a panel will be, from the first time that it is shown."""

    def __init__(self, entry: PanelEntry, context: Context) -> None:
        """Remember what to make."""
        super().__init__()
        self._make: Callable[[], QWidget] | None = lambda: entry.make(context)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the panel, once."""
        if self._make is not None:
            panel = self._make()
            self._make = None
            self._layout.addWidget(panel)
            panel.show()
        super().showEvent(event)


def _inside(context: Context) -> QWidget:
    from handdigit.gui.panels.inside.panel import InsidePanel

    return InsidePanel(context.session)


def _why(context: Context) -> QWidget:
    from handdigit.gui.panels.why.panel import WhyPanel

    return WhyPanel(context.session)


def _lab(context: Context) -> QWidget:
    from handdigit.gui.panels.lab.panel import LabPanel

    return LabPanel(context.session)


def _dial(context: Context) -> QWidget:
    from handdigit.gui.panels.dial.panel import DialPanel

    return DialPanel(context.session)


def _map(context: Context) -> QWidget:
    from handdigit.gui.panels.digit_map.panel import DigitMapPanel

    return DigitMapPanel(context.session)


def _maximise(context: Context) -> QWidget:
    from handdigit.gui.panels.maximise.panel import MaximisePanel

    return MaximisePanel(context.session)


PANELS: tuple[PanelEntry, ...] = (
    PanelEntry("inside", str(QT_TRANSLATE_NOOP("Panels", "Inside")), _inside),
    PanelEntry("why", str(QT_TRANSLATE_NOOP("Panels", "Why")), _why),
    PanelEntry("lab", str(QT_TRANSLATE_NOOP("Panels", "Lab")), _lab),
    PanelEntry("dial", str(QT_TRANSLATE_NOOP("Panels", "Dial")), _dial),
    PanelEntry("map", str(QT_TRANSLATE_NOOP("Panels", "Map")), _map),
    PanelEntry("maximise", str(QT_TRANSLATE_NOOP("Panels", "Maximise")), _maximise),
)

"""The panels of the window. A new one is a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from handdigit.gui.panels.dial.panel import DialPanel
from handdigit.gui.panels.digit_map.panel import DigitMapPanel
from handdigit.gui.panels.inside.panel import InsidePanel
from handdigit.gui.panels.lab.panel import LabPanel
from handdigit.gui.panels.maximise.panel import MaximisePanel
from handdigit.gui.panels.why.panel import WhyPanel
from handdigit.gui.session import Session


@dataclass(frozen=True, slots=True)
class PanelEntry:
    """A panel's key, its title (translated in the context ``Panels``), and how to make it."""

    key: str
    title: str
    make: Callable[[Session], QWidget]


PANELS: tuple[PanelEntry, ...] = (
    PanelEntry("inside", str(QT_TRANSLATE_NOOP("Panels", "Inside")), InsidePanel),
    PanelEntry("why", str(QT_TRANSLATE_NOOP("Panels", "Why")), WhyPanel),
    PanelEntry("lab", str(QT_TRANSLATE_NOOP("Panels", "Lab")), LabPanel),
    PanelEntry("dial", str(QT_TRANSLATE_NOOP("Panels", "Dial")), DialPanel),
    PanelEntry("map", str(QT_TRANSLATE_NOOP("Panels", "Map")), DigitMapPanel),
    PanelEntry("maximise", str(QT_TRANSLATE_NOOP("Panels", "Maximise")), MaximisePanel),
)

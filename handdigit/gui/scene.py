"""What the window shows when it opens, as the command line names it."""

from __future__ import annotations

from dataclasses import dataclass

from handdigit.errors import HanddigitError
from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.table import PANELS
from handdigit.inspection.trace import Unit, require_unit
from handdigit.sentences import sentence


@dataclass(frozen=True, slots=True)
class OpeningScene:
    """A panel, a unit, a size; None leaves it as it would be."""

    panel: str | None = None
    """Its key in :data:`~handdigit.gui.panels.table.PANELS`."""
    unit: Unit | None = None
    size: tuple[int, int] | None = None
    """Width and height of the window, in pixels before scaling."""
    is_dark: bool = False
    is_number: bool = False
    """Whether a whole number is read."""

    def show(self, window: MainWindow) -> None:
        """Bring it about in a window that is shown next.

        Raises:
            HanddigitError: there is no such panel, or the network has no such unit.
        """
        if self.size is not None:
            window.resize(*self.size)
            window.divide()
        if self.is_dark:
            window.use_scheme("dark")
        if self.is_number:
            window.tool_actions.number.setChecked(True)
        if self.unit is not None:
            require_unit(window.session.model.info.architecture, self.unit)
            window.navigation.look_at(self.unit)
        if self.panel is not None:
            keys = [entry.key for entry in PANELS]
            if self.panel not in keys:
                raise HanddigitError(
                    sentence("there is no panel {0}: choose {1}.", self.panel, ", ".join(keys))
                )
            window.navigation.show_panel(self.panel)

"""The lower part of Inside: what was clicked in the picture of the network, step by step.

A block, a map of it, a unit of that: each opens in the same place, and closing leads one step
back. The place is there from the start, so what is above never moves.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from handdigit.gui.panels.inside.gradient_view import GradientView
from handdigit.gui.panels.inside.layer_view import BlockView
from handdigit.gui.panels.inside.map_view import MapView
from handdigit.gui.panels.inside.unit_view import UnitView
from handdigit.gui.widgets.form import SPRING, scroll_area, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import Painter
from handdigit.inspection.overview import MapName
from handdigit.inspection.trace import Unit

Step = int | MapName | Unit
"""A block by its number, a map, or a unit."""


class Detail(QWidget):
    """Shows the last of the steps that were taken, or a hint where none was.

    Signals:
        step_changed(): another step is the last.
        lab_requested(object): the user wants to try a :class:`LabTask` in the Lab.
    """

    step_changed = Signal()
    lab_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the hint."""
        super().__init__(parent)
        self.setObjectName("insideDetail")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.steps: tuple[Step, ...] = ()
        """What was opened, the last one on show."""
        self.hint = Label(colour="muted", name="insideHint", wraps=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.block, self.map = BlockView(), MapView()
        self.unit, self.gradients = UnitView(), GradientView()
        sheet = QWidget()
        views = (self.block, self.map, self.unit, self.gradients)
        self._layout = vbox(*((view, 0) for view in views), (self.hint, 1), SPRING, on=sheet)
        self._scroll = scroll_area(sheet, "insideScroll", self.tr("What was chosen"))
        vbox(Separator(), (self._scroll, 1), on=self, spacing=6)
        self.is_backward = False
        """Whether a unit is shown with its gradients."""
        for view in (self.block, self.map):
            view.closed.connect(self.go_back)
            view.unit_clicked.connect(self.open)
        self.block.map_clicked.connect(self.open)
        self.block.lab_requested.connect(self.lab_requested)
        for unit_view in (self.unit, self.gradients):
            unit_view.unit_requested.connect(self.open)
            unit_view.closed.connect(self.go_back)
            unit_view.lab_requested.connect(self.lab_requested)
        self.show_last()

    @property
    def last(self) -> Step | None:
        """What is on show."""
        return self.steps[-1] if self.steps else None

    @Slot(object)
    def open(self, step: Step) -> None:
        """Take one more step; another unit takes the place of the one before."""
        before = self.steps
        while before and _depth(before[-1]) >= _depth(step):
            before = before[:-1]
        self.begin(*before, step)

    def begin(self, *steps: Step) -> None:
        """Be where these steps lead."""
        if steps != self.steps:
            if list(map(_depth, steps)) != list(map(_depth, self.steps)):
                self._scroll.verticalScrollBar().setValue(0)
            self.steps = steps
            self.step_changed.emit()

    @Slot()
    def go_back(self) -> None:
        """Undo the last step."""
        self.begin(*self.steps[:-1])

    def show_last(self) -> None:
        """Show what the last step is about."""
        last = self.last
        is_unit = isinstance(last, Unit)
        shown = {
            self.hint: last is None,
            self.block: isinstance(last, int),
            self.map: isinstance(last, MapName),
            self.unit: is_unit and not self.is_backward,
            self.gradients: is_unit and self.is_backward,
        }
        for view in sorted(shown, key=shown.__getitem__, reverse=True):
            view.setVisible(shown[view])  # what takes the place first: it takes the keyboard
        self._layout.activate()  # without what has gone

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is shown its room."""
        super().resizeEvent(event)
        bar = self._scroll.verticalScrollBar().sizeHint().width() + 4  # and beside it
        room = self._scroll.maximumViewportSize() - QSize(bar, 0)
        self.map.set_room(room.height())
        for view in (self.block, self.unit, self.gradients):
            view.set_room(room)


def _depth(step: Step) -> int:
    return 0 if isinstance(step, int) else 1 if isinstance(step, MapName) else 2


class Separator(PaintedWidget):
    """A thin line across."""

    comfortable = least = (10, 1)

    def __init__(self) -> None:
        """Be as high as the line."""
        super().__init__()
        self.setFixedHeight(1)

    def paint(self, painter: Painter) -> None:
        """Paint the line."""
        painter.fill(QRectF(self.rect()), "line")

"""What a layer is for, its formulas with its own numbers, and what each layer costs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QToolButton, QWidget

from handdigit.gui.numbers import count_in_short, grouped
from handdigit.gui.panels.inside.kind_diagram import KindDiagram
from handdigit.gui.state.navigation import LabTask
from handdigit.gui.theme import Theme
from handdigit.gui.translation import translated
from handdigit.gui.widgets.accessible_table import Cells
from handdigit.gui.widgets.fact_grid import FactGrid
from handdigit.gui.widgets.form import SPRING, hbox, named, push_button, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.painted_widget import PaintedWidget
from handdigit.gui.widgets.painter import CENTRE, LEFT, RIGHT, Painter
from handdigit.inspection.kinds import kind_of, operation_formula, parameter_formula
from handdigit.network.architecture import Architecture, PlannedLayer
from handdigit.network.layer import Layer
from handdigit.network.layers import AvgPool2d, Conv2d, Linear, MaxPool2d
from handdigit.network.lenet5_layers import PartialConv2d
from handdigit.number_format import percent

NARROW = 600
"""Width below which the costs stand below the layer's own, in pixels."""
MOST_KERNEL, MOST_STRIDE = 7, 8
"""What the Lab can set up."""


def lab_task(planned: PlannedLayer | None) -> LabTask | None:
    """Return what to try in the Lab about a layer, None for kinds that it does not have."""
    operations = {Conv2d: "correlation", MaxPool2d: "max", AvgPool2d: "mean"}
    if planned is None or type(planned.layer) not in operations:
        return None
    assert isinstance(planned.layer, Layer)  # it slides a window
    window = planned.layer.window
    assert window is not None
    if not 1 < window.kernel <= MOST_KERNEL or window.stride > MOST_STRIDE:
        return None
    return LabTask(
        source="drawing",
        operation=operations[type(planned.layer)],
        size=window.kernel,
        padding=window.padding,
        stride=window.stride,
        dilation=window.dilation,
    )


class InfoButton(QToolButton):
    """An i in a circle: opens the page about a layer."""

    SIDE = 32
    """As wide and high as a finger needs, in pixels."""

    def __init__(self, name: str) -> None:
        """Be off."""
        super().__init__()
        title = self.tr("What this layer is for")
        tip = self.tr("What this layer is for, its formulas, and what every layer costs")
        named(self, name, title, tip)
        self.setCheckable(True)
        self.setFixedSize(self.SIDE, self.SIDE)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it filled where it is on, with a wide ring where it has the focus."""
        painter = Painter(self, Theme.of(self.palette()))
        circle = QRectF(self.rect()).adjusted(7, 7, -7, -7)
        is_on = self.isChecked()
        painter.use_pen("accent", 2.5 if self.hasFocus() or self.underMouse() else 1.5)
        painter.setBrush(painter.colour("accent" if is_on else "card"))
        painter.drawEllipse(circle)
        painter.text(circle, "i", "on_accent" if is_on else "accent", CENTRE, bold=True)
        painter.end()


class LayerPage(QWidget):
    """Diagram and purpose, formulas, a way to the Lab; beside them the costs of all layers.

    Signals:
        lab_requested(object): the user wants to try a :class:`LabTask`.
    """

    lab_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("layerPage")
        self._task: LabTask | None = None
        self._title = Label(bold=True, name="layerKind")
        self._purpose = Label(name="layerPurpose", wraps=True)
        self._diagram = KindDiagram()
        self._formulas = FactGrid(wraps=True)
        self._formulas.setObjectName("layerFormulas")
        self._try = push_button(
            "tryInLab",
            self.tr("Try It in the Lab"),
            self.tr("Set up the Lab with this layer's window, on your drawing"),
            self._ask,
        )
        self._balance = Label(name="layerBalance", colour="muted", wraps=True)
        self.costs = CostTable()
        words = vbox(self._title, self._purpose, SPRING, spacing=4)
        top = hbox((self._diagram, 0, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=12)
        button = hbox(self._try, SPRING)
        left = vbox(top, self._formulas, button, SPRING, spacing=8)
        right = vbox(self._balance, self.costs, SPRING, spacing=6)
        self._halves = hbox((left, 1), (right, 1), on=self, spacing=20)

    def show_layer(self, name: str, architecture: Architecture) -> None:
        """Explain a layer, also the input or the softmax."""
        planned = next((p for p in architecture.plan() if p.name == name), None)
        kind = kind_of(name, planned)
        self._title.setText(translated(kind.title))
        self._purpose.setText(translated(kind.purpose))
        self._diagram.show_kind(kind)
        lines = []
        if planned is not None:
            lines.append((self.tr("Size of the output"), kind.size(planned)))
            lines.append((self.tr("Parameters"), parameter_formula(planned) or self.tr("none")))
            operations = operation_formula(planned) or self.tr("none")
            lines.append((self.tr("Multiply-adds"), operations))
        self._formulas.show_lines(lines)
        self._task = lab_task(planned)
        self._try.setVisible(self._task is not None)
        self.costs.show_costs(architecture, name)
        self._balance.setText(self._balance_of(architecture))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the costs below where there is no room beside."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def _balance_of(self, architecture: Architecture) -> str:
        """Return what convolutions and dense layers have of parameters and work."""
        parameters, operations = architecture.parameter_count, architecture.operation_count
        shares = []
        for kinds in ((Conv2d, PartialConv2d), (Linear,)):
            found = [p for p in architecture.plan() if isinstance(p.layer, kinds)]
            if not found:
                return ""
            shares.append(100 * sum(p.parameter_count for p in found) / parameters)
            shares.append(100 * sum(p.operation_count for p in found) / operations)
        text = self.tr(
            "Convolutions have {0} % of the parameters and {1} % of the work, dense layers "
            "{2} % and {3} %."
        )
        return text.format(*(f"{share:.3g}" for share in shares))

    def _ask(self) -> None:
        self.lab_requested.emit(self._task)


class CostTable(PaintedWidget):
    """Parameters and multiply-adds of every layer that has any, as bars of all there are."""

    is_read_by_keys = True

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("layerCosts")
        self.setAccessibleName(self.tr("What every layer costs"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: list[PlannedLayer] = []
        self._chosen = ""

    @property
    def rows(self) -> list[tuple[str, int, float, int, float]]:
        """Name, parameters and their share, multiply-adds and their share, as they are shown."""
        parameters = sum(p.parameter_count for p in self._rows) or 1
        operations = sum(p.operation_count for p in self._rows) or 1
        return [
            (
                p.name,
                p.parameter_count,
                p.parameter_count / parameters,
                p.operation_count,
                p.operation_count / operations,
            )
            for p in self._rows
        ]

    def show_costs(self, architecture: Architecture, chosen: str) -> None:
        """Show a network's layers; the line of ``chosen`` stands out."""
        self._rows = [p for p in architecture.plan() if p.parameter_count or p.operation_count]
        self._chosen = chosen
        line = self.tr("{0}: {1} parameters, {2} multiply-adds")
        self.setAccessibleDescription(
            "\n".join(line.format(name, grouped(p), grouped(o)) for name, p, _, o, _ in self.rows)
        )
        self.updateGeometry()
        self.update()

    def cells(self) -> Cells:
        """Return a row for every layer."""
        rows = self.rows

        def text(row: int, column: int) -> str:
            count, share = rows[row][1 + 2 * column : 3 + 2 * column]
            return f"{grouped(int(count))} ({percent(float(share), 0)})"

        columns = (self.tr("Parameters"), self.tr("Multiply-adds"))
        return Cells([row[0] for row in rows], columns, text)

    def sizeHint(self) -> QSize:
        """Return the room for a line a layer, and one above."""
        lines = len(self._rows) + 1
        return QSize(240, lines * self._pitch())

    def minimumSizeHint(self) -> QSize:
        """Return the room that all lines need."""
        return QSize(190, self.sizeHint().height())

    def _pitch(self) -> int:
        return self.fontMetrics().height() + 1

    def paint(self, painter: Painter) -> None:
        """Paint head and lines."""
        pitch, width = float(self._pitch()), float(self.width())
        advance = self.fontMetrics().horizontalAdvance
        names = max((advance(row[0]) for row in self.rows), default=0) + 10.0
        half = (width - names) / 2
        for column, text in enumerate((self.tr("Parameters"), self.tr("Multiply-adds"))):
            head = QRectF(names + column * half, 0, half - 8, pitch)
            painter.text(head, text, "muted", LEFT, elided=True)
        for number, (name, parameters, share, operations, work) in enumerate(self.rows, start=1):
            top = number * pitch
            is_chosen = name == self._chosen
            colour = "text" if is_chosen else "muted"
            painter.text(QRectF(0, top, names, pitch), name, colour, LEFT, bold=is_chosen)
            for column, (count, part) in enumerate(((parameters, share), (operations, work))):
                area = QRectF(names + column * half, top + 2, half - 8, pitch - 3)
                bar = QRectF(area.topLeft(), QPointF(area.left() + area.width() * part, 0))
                bar.setHeight(area.height())
                painter.fill(bar, painter.theme.positive[0] if is_chosen else "line")
                percents = advance("100 %") + 6.0
                painter.text(area, percent(part, 0), "muted", RIGHT)
                area.setRight(area.right() - percents)
                text = grouped(count)
                if advance(text) > area.width():
                    text = count_in_short(count)
                painter.text(area, text, "text", RIGHT)

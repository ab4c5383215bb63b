"""The whole network at one glance: a column for every block, its strongest maps in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from handdigit.gui.panels.inside.arrangement import arrange
from handdigit.gui.panels.inside.bar_lines import BarGap, BarLines
from handdigit.gui.panels.inside.block_column import BlockColumn, Limits, head_height, small_line
from handdigit.gui.panels.inside.overview_sheet import OverviewSheet
from handdigit.gui.widgets.form import named
from handdigit.inspection.blocks import blocks_of
from handdigit.inspection.overview import MapName
from handdigit.inspection.receptive_field import Region
from handdigit.inspection.trace import Trace, Unit
from handdigit.network.architecture import PlannedLayer


class NetworkMap(QScrollArea):
    """Input, blocks, outputs; sideways scrolling only where even the least maps do not fit.

    Signals:
        block_clicked(int): a block was chosen, to see all of it.
        layer_asked(int): what is the layer on show of a block for?
        map_clicked(MapName): a map was chosen.
        unit_clicked(Unit): a feature of a vector was chosen.
        arranged(): there is other room, or another layer is to be shown in a column.
    """

    block_clicked = Signal(int)
    layer_asked = Signal(int)
    map_clicked = Signal(object)
    unit_clicked = Signal(object)
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no network yet."""
        super().__init__(parent)
        named(self, "networkMap", self.tr("Blocks of the network"))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.sheet = OverviewSheet()
        self.setWidget(self.sheet)
        for surface in (self.viewport(), self.sheet):
            surface.setAutoFillBackground(False)
        self.sheet.block_clicked.connect(self.block_clicked)
        self.sheet.layer_asked.connect(self.layer_asked)
        self.sheet.map_clicked.connect(self.map_clicked)
        self.sheet.unit_clicked.connect(self.unit_clicked)
        self.sheet.stage_changed.connect(self._arrange)
        self.gap = BarGap(self.sheet, self, self._follow)
        self._followed: object = None
        """What was there when the lines were led last."""
        self._ends: list[QPointF] = []
        """Where the bars of the answer begin, in the sheet's coordinates."""
        self.horizontalScrollBar().valueChanged.connect(self._follow)

    @property
    def columns(self) -> list[BlockColumn]:
        """The input and every block."""
        return self.sheet.columns

    @property
    def places(self) -> Mapping[str, QRect]:
        """Where everything is on the screen: heads, stages, maps."""
        found = {}
        for column, place in zip(self.columns, self.sheet.arrangement.columns, strict=True):
            found[f"{column.title} head"] = place.head
            cells = {f"{column.title} cell {n}": cell for n, cell in enumerate(place.cells)}
            words = {f"{column.title} word {n}": word for n, word in enumerate(column.words)}
            found |= cells | words
            if place.more is not None:
                found[f"{column.title} more"] = place.more
        corner = self.sheet.mapToGlobal(QPoint(0, 0))
        return {name: area.toAlignedRect().translated(corner) for name, area in found.items()}

    def show_network(self, plan: Sequence[PlannedLayer], names: Sequence[str]) -> None:
        """Show the blocks of a plan, without values; ``names`` are the classes'."""
        self.sheet.names = tuple(names)
        self.sheet.show_columns([BlockColumn(None), *map(BlockColumn, blocks_of(plan))])
        self._arrange()

    def show_values(
        self,
        shown: Mapping[str, np.ndarray],
        limits: Limits,
        probabilities: Sequence[float] = (),
        trace: Trace | None = None,
    ) -> None:
        """Show what is in the columns of ``shown``, by layer; empty frames for nothing.

        Args:
            shown: every layer's output, or δ.
            limits: gives the ends of a layer's colour scale.
            probabilities: of the classes.
            trace: where lines should tell what a map is made from.
        """
        self.sheet.probabilities, self.sheet.trace = probabilities, trace
        self.sheet.show_values(shown, limits)
        self.gap.show_probabilities(probabilities)

    def show_chosen(
        self, unit: Unit | None, chosen: MapName | None, field: Mapping[str, Region]
    ) -> None:
        """Outline a unit or a map, and what the unit sees in what is on show."""
        self.sheet.show_chosen(unit, chosen, field)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what was loaded in the meantime."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Let the columns take the room there is."""
        room = QSizeF(self.maximumViewportSize())
        if not self.columns or room.isEmpty():
            return
        font, sheet = self.font(), self.sheet
        self._ends = self._found_ends()
        wanted = [end.y() for end in self._ends]
        shapes = [column.shape for column in self.columns]
        found = arrange(shapes, room, head_height(font), small_line(font), wanted)
        if found.width > room.width() + 0.5:  # a scroll bar takes its part
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
            found = arrange(shapes, room, head_height(font), small_line(font), wanted)
        sheet.arrangement = found
        pairs = list(zip(self.columns, found.columns, strict=True))
        scale = min(column.title_scale(place, font) for column, place in pairs)
        for column, place in pairs:
            column.lay_words(place, font, scale)
        sheet.setFixedSize(int(max(found.width, room.width())), int(room.height()))
        sheet.update()
        self._lead_lines()
        self.arranged.emit()

    def _found_ends(self) -> list[QPointF]:
        return [QPointF(self.sheet.mapFromGlobal(end)) for end in self.gap.ends()]

    def _seen(self) -> QRectF:
        """Return the part of the sheet that is not scrolled away."""
        seen = QRectF(self.viewport().rect())
        return seen.translated(QPointF(self.sheet.mapFrom(self.viewport(), QPoint(0, 0))))

    def _lead_lines(self) -> None:
        """Lead the lines to where the bars are."""
        sheet, seen = self.sheet, self._seen()
        outputs = sheet.arrangement.columns[-1]
        seen.setTop(outputs.head.bottom())
        metrics = QFontMetricsF(self.font())
        found = BarLines(outputs, sheet.names, metrics, self._ends, seen)
        if sheet.bar_lines is None or sheet.bar_lines.lines != found.lines:
            sheet.bar_lines = self.gap.lines = found
            sheet.update()
            self.gap.update()
        self.gap.place()

    @Slot()
    def _follow(self) -> None:
        """Follow the bars, and what of the sheet is seen."""
        if not self.sheet.arrangement.columns:
            return
        before = [end.y() for end in self._ends]
        self._ends = self._found_ends()
        found = self._ends, self._seen(), self.isVisible()
        if found == self._followed:
            return  # much asks for a new layout while one draws, and little moves
        self._followed = found
        if [end.y() for end in self._ends] != before:
            self._arrange()  # the outputs stand beside their bars where they can
        else:
            self._lead_lines()

"""All settings of a recipe on three sheets; what has no effect is not shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from handdigit.core.optimisers import USUAL_LEARNING_RATES, Optimiser
from handdigit.experiment.recipe import Recipe, Schedule
from handdigit.gui.panels.retrain.help_line import HelpLine
from handdigit.gui.panels.retrain.schedule_plot import SchedulePlot
from handdigit.gui.panels.retrain.setting_box import SettingBox
from handdigit.gui.panels.retrain.setting_choices import (
    OPTIMISER_LINES,
    OPTIMISER_TITLES,
    SCHEDULE_LINES,
    SCHEDULE_TITLES,
)
from handdigit.gui.panels.retrain.settings import (
    HOLDING_BACK,
    LEARNING,
    VARIATIONS,
    Setting,
    shown,
)
from handdigit.gui.panels.retrain.variation_preview import VariationPreview
from handdigit.gui.widgets.card import MARGIN
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.segments import Segments

LEARN, HOLD_BACK, VARY = range(3)
SCHEDULE_HEIGHT = 190


class RecipeForm(QWidget):
    """Boxes for every number, choosers for optimiser and schedule, a preview of variations.

    Signals:
        settings_changed(): the user chose another value.
        sheet_changed(): another sheet is looked at.
    """

    settings_changed = Signal()
    sheet_changed = Signal()

    def __init__(self, help_line: HelpLine, parent: QWidget | None = None) -> None:
        """Show the defaults; ``help_line`` explains what is pointed at."""
        super().__init__(parent)
        self._sheets = Segments(
            [
                ("recipeLearning", self.tr("Learning"), self.tr("How the weights are changed")),
                ("recipeHolding", self.tr("Restraint"), self.tr("Against learning by heart")),
                ("recipeVariations", self.tr("Variations"), self.tr("How digits are varied")),
            ]
        )
        self._sheets.setObjectName("recipeSheets")
        self.schedule_plot = SchedulePlot()
        self.preview = VariationPreview()
        self._optimiser = self._chooser("recipe_optimiser", self.tr("Optimiser"))
        for optimiser in Optimiser:
            self._optimiser.addItem(OPTIMISER_TITLES[optimiser], optimiser)
            tip = shown(OPTIMISER_LINES[optimiser])
            self._optimiser.setItemData(
                self._optimiser.count() - 1, tip, Qt.ItemDataRole.ToolTipRole
            )
        self._schedule = self._chooser("recipe_schedule", self.tr("Schedule"))
        for schedule in Schedule:
            self._schedule.addItem(shown(SCHEDULE_TITLES[schedule]), schedule)
            tip = shown(SCHEDULE_LINES[schedule])
            self._schedule.setItemData(self._schedule.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self._boxes: dict[str, SettingBox] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self._learning_sheet())
        self._stack.addWidget(_scrolled(_Columns(self._boxes_for(HOLDING_BACK))))
        self._stack.addWidget(self._variation_sheet())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._sheets)
        layout.addWidget(self._stack, 1)
        self._sheets.chosen.connect(self._turn)
        self._optimiser.currentIndexChanged.connect(self._change_optimiser)
        self._schedule.currentIndexChanged.connect(self._change)
        help_line.watch(self._optimiser, self._schedule, self.schedule_plot)
        for box in self._boxes.values():
            box.changed.connect(self._change)
            help_line.watch(box.box, box.label)
        self._was = self._chosen_optimiser
        self._show_what_matters()

    def _chooser(self, name: str, title: str) -> QComboBox:
        chooser = QComboBox()
        chooser.setObjectName(name)
        chooser.setAccessibleName(title)
        return chooser

    def _boxes_for(self, settings: Sequence[Setting]) -> list[tuple[QWidget, QWidget]]:
        pairs: list[tuple[QWidget, QWidget]] = []
        for setting in settings:
            box = self._boxes[setting.name] = SettingBox(setting, self)
            pairs.append((box.label, box.box))
        return pairs

    def _learning_sheet(self) -> QWidget:
        choosers: list[tuple[QWidget, QWidget]] = []
        for chooser in (self._optimiser, self._schedule):
            label = Label(chooser.accessibleName(), colour="muted")
            label.setBuddy(chooser)
            choosers.append((label, chooser))
        boxes = self._boxes_for(LEARNING)
        rows = [choosers[0], *boxes[:2], *boxes[5:], choosers[1], *boxes[2:5]]
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for row, pair in enumerate(rows):
            for column, widget in enumerate(pair):
                grid.addWidget(widget, row, column)
        beside = QVBoxLayout()
        beside.addWidget(self.schedule_plot)
        beside.addStretch(1)
        grid.addLayout(beside, 0, 2, len(rows) + 1, 1)
        grid.setColumnMinimumWidth(1, 120)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 3)
        grid.setRowStretch(len(rows), 1)
        self.schedule_plot.setFixedHeight(SCHEDULE_HEIGHT)
        return _scrolled(sheet)

    def _variation_sheet(self) -> QWidget:
        sheet = QWidget()
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MARGIN)
        layout.addWidget(_Columns(self._boxes_for(VARIATIONS)))
        layout.addWidget(self.preview, 1)
        return _scrolled(sheet)

    # --- values --------------------------------------------------------------------------

    @property
    def sheet(self) -> int:
        """Which sheet is looked at."""
        return self._stack.currentIndex()

    def values(self) -> dict[str, Any]:
        """Return all but the network as plain values, as ``Recipe.from_json`` takes them."""
        variations = {s.name for s in VARIATIONS}
        numbers = {name: box.value for name, box in self._boxes.items()}
        settings: dict[str, Any] = {k: v for k, v in numbers.items() if k not in variations}
        settings["optimiser"] = str(self._chosen_optimiser)
        settings["schedule"] = str(self._chosen_schedule)
        settings["augmentation"] = {k: numbers[k] for k in variations}
        return settings

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe's values."""
        for chooser, value in (
            (self._optimiser, recipe.optimiser),
            (self._schedule, recipe.schedule),
        ):
            chooser.blockSignals(True)
            chooser.setCurrentIndex(chooser.findData(value))
            chooser.blockSignals(False)
        for name, box in self._boxes.items():
            holder = recipe if hasattr(recipe, name) else recipe.augmentation
            box.show_value(getattr(holder, name))
        self._was = recipe.optimiser
        self._show_what_matters()

    @property
    def _chosen_optimiser(self) -> Optimiser:
        return Optimiser(self._optimiser.currentData())

    @property
    def _chosen_schedule(self) -> Schedule:
        return Schedule(self._schedule.currentData())

    @Slot()
    def _change_optimiser(self) -> None:
        """Go from one optimiser's usual rate to the other's, unless it was chosen by hand."""
        optimiser, rate = self._chosen_optimiser, self._boxes["learning_rate"]
        usual = {f"{USUAL_LEARNING_RATES[self._was]:.6g}", f"{Recipe('small').learning_rate:.6g}"}
        scale = (rate.value or 0) / USUAL_LEARNING_RATES[self._was]
        if f"{rate.value:.6g}" in usual or not 0.1 <= scale <= 10:
            rate.show_value(USUAL_LEARNING_RATES[optimiser])
        else:
            rate.show_value(float(f"{scale * USUAL_LEARNING_RATES[optimiser]:.3g}"))
        self._was = optimiser
        self._change()

    @Slot()
    def _change(self) -> None:
        self._show_what_matters()
        self.settings_changed.emit()

    def _show_what_matters(self) -> None:
        optimiser, schedule = self._chosen_optimiser, self._chosen_schedule
        self._optimiser.setToolTip(shown(OPTIMISER_LINES[optimiser]))
        self._schedule.setToolTip(shown(SCHEDULE_LINES[schedule]))
        for box in self._boxes.values():
            setting = box.setting
            matters = optimiser in setting.optimisers and schedule in setting.schedules
            if setting.optimisers != frozenset(Optimiser) or setting.schedules != frozenset(
                Schedule
            ):
                box.show_whether_it_matters(matters)

    @Slot(int)
    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.sheet_changed.emit()


class _Columns(QWidget):
    """Pairs of label and box in as many columns as the width allows, at most three."""

    WIDTH = 250

    def __init__(self, pairs: Sequence[tuple[QWidget, QWidget]]) -> None:
        super().__init__()
        self._pairs = tuple(pairs)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._place(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(min(max(event.size().width() // self.WIDTH, 1), 3))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        for column in range(3):
            self._grid.setColumnStretch(3 * column + 2, 0)
        self._columns = columns
        rows = -(-len(self._pairs) // columns)
        for index, pair in enumerate(self._pairs):
            column, row = divmod(index, rows)
            for offset, widget in enumerate(pair):
                self._grid.removeWidget(widget)
                self._grid.addWidget(widget, row, 3 * column + offset)
        for column in range(columns):
            self._grid.setColumnStretch(3 * column + 2, 1)
        for row in range(len(self._pairs) + 1):
            self._grid.setRowStretch(row, 1 if row == rows else 0)


def _scrolled(sheet: QWidget) -> QScrollArea:
    """Return the sheet so that it can be scrolled down where the window is low."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(sheet)
    area.viewport().setAutoFillBackground(False)
    sheet.setAutoFillBackground(False)  # the area has switched it on
    return area

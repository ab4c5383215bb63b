"""All settings of a recipe on three sheets; what has no effect is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from handdigit.experiment.optimisers import Optimiser
from handdigit.experiment.recipe import (
    AUGMENTATION_SETTINGS,
    RECIPE_SETTINGS,
    Augmentation,
    Recipe,
    Schedule,
)
from handdigit.experiment.settings import Setting, Sheet
from handdigit.gui.panels.retrain.number_box import NumberBox
from handdigit.gui.panels.retrain.previews import SchedulePlot, VariationPreview
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import MARGIN, scroll_area
from handdigit.gui.widgets.labels import HelpLine, Label
from handdigit.gui.widgets.segments import Segments

SETTINGS = {**RECIPE_SETTINGS, **AUGMENTATION_SETTINGS}
LEARN, HOLD_BACK, VARY = range(3)
BOX_WIDTH = 96
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
        self._optimiser = self._chooser("optimiser", self.tr("Optimiser"), tuple(Optimiser))
        self._schedule = self._chooser("schedule", self.tr("Schedule"), tuple(Schedule))
        self._boxes: dict[str, NumberBox] = {}
        self._labels: dict[str, Label] = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self._learning_sheet())
        restraint = _Columns(self._rows(Sheet.RESTRAINT))
        self._stack.addWidget(scroll_area(restraint, "restraintSheet", self.tr("Restraint")))
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
        for name, box in self._boxes.items():
            box.value_changed.connect(self._change)
            help_line.watch(box, self._labels[name])
        self._was = self._chosen_optimiser
        self._show_what_matters()

    def _chooser(self, name: str, title: str, choices: Iterable[Optimiser | Schedule]) -> QComboBox:
        chooser = QComboBox()
        chooser.setObjectName(f"recipe_{name}")
        chooser.setAccessibleName(title)
        for index, choice in enumerate(choices):
            chooser.addItem(translated(choice.label), choice)
            chooser.setItemData(index, translated(choice.line), Qt.ItemDataRole.ToolTipRole)
        return chooser

    def _rows(self, sheet: Sheet) -> list[tuple[QWidget, QWidget]]:
        """Return a label and a control for everything on a sheet, in the order of the recipe."""
        rows: list[tuple[QWidget, QWidget]] = []
        choosers = {"optimiser": self._optimiser, "schedule": self._schedule}
        for field in (*fields(Recipe), *fields(Augmentation)):
            if field.name in choosers and sheet is Sheet.LEARNING:
                chooser = choosers[field.name]
                label = Label(chooser.accessibleName(), colour="muted")
                label.setBuddy(chooser)
                rows.append((label, chooser))
            elif field.name in SETTINGS and SETTINGS[field.name].sheet is sheet:
                rows.append(self._pair(field.name, SETTINGS[field.name]))
        return rows

    def _pair(self, name: str, setting: Setting) -> tuple[QWidget, QWidget]:
        title = translated(setting.title)
        label = self._labels[name] = Label(title, colour="muted")
        box = self._boxes[name] = NumberBox(setting)
        box.setObjectName(f"recipe_{name}")
        box.setAccessibleName(title)
        box.setMinimumWidth(BOX_WIDTH)
        label.setBuddy(box)
        for widget in (label, box):
            widget.setToolTip(f"{title}: {translated(setting.line)}")
        return label, box

    def _learning_sheet(self) -> QWidget:
        rows = self._rows(Sheet.LEARNING)
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
        return scroll_area(sheet, "learningSheet", self.tr("Learning"))

    def _variation_sheet(self) -> QWidget:
        sheet = QWidget()
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(MARGIN)
        layout.addWidget(_Columns(self._rows(Sheet.VARIATIONS)))
        layout.addWidget(self.preview, 1)
        return scroll_area(sheet, "variationSheet", self.tr("Variations"))

    # --- values --------------------------------------------------------------------------

    @property
    def sheet(self) -> int:
        """Which sheet is looked at."""
        return self._stack.currentIndex()

    def values(self) -> dict[str, Any]:
        """Return all but the network as plain values, as ``Recipe.from_json`` takes them."""
        return {
            "optimiser": str(self._chosen_optimiser),
            "schedule": str(self._chosen_schedule),
            **{name: self._boxes[name].value() for name in RECIPE_SETTINGS},
            "augmentation": {name: self._boxes[name].value() for name in AUGMENTATION_SETTINGS},
        }

    def show_recipe(self, recipe: Recipe) -> None:
        """Show a recipe's values."""
        for chooser, value in (
            (self._optimiser, recipe.optimiser),
            (self._schedule, recipe.schedule),
        ):
            with QSignalBlocker(chooser):
                chooser.setCurrentIndex(chooser.findData(value))
        for name, box in self._boxes.items():
            holder = recipe if name in RECIPE_SETTINGS else recipe.augmentation
            with QSignalBlocker(box):
                box.set_value(getattr(holder, name))
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
        value = rate.value() or 0
        scale = value / self._was.usual_rate
        is_usual = value in (self._was.usual_rate, Recipe("small").learning_rate)
        if is_usual or not 0.1 <= scale <= 10:
            scale = 1
        with QSignalBlocker(rate):
            rate.set_value(float(f"{scale * optimiser.usual_rate:.3g}"))
        self._was = optimiser
        self._change()

    @Slot()
    def _change(self) -> None:
        self._show_what_matters()
        self.settings_changed.emit()

    def _show_what_matters(self) -> None:
        optimiser, schedule = self._chosen_optimiser, self._chosen_schedule
        self._optimiser.setToolTip(translated(optimiser.line))
        self._schedule.setToolTip(translated(schedule.line))
        for name, box in self._boxes.items():
            needed = SETTINGS[name].only_with
            if needed:
                matters = optimiser in needed or schedule in needed
                self._labels[name].setVisible(matters)
                box.setVisible(matters)

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

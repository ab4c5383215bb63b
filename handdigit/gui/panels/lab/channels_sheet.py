"""A convolution over several channels: a kernel for each, the sum of all products plus a bias."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QSpinBox, QWidget

from handdigit.gui.panels.lab.channel_column import ChannelColumn
from handdigit.gui.panels.lab.controls import chooser
from handdigit.gui.panels.lab.experiment import ChannelExperiment, bracketed, strongest
from handdigit.gui.panels.lab.first_maps import LARGEST_PADDING, LARGEST_STRIDE, FirstMaps
from handdigit.gui.panels.lab.formulas import DECIMALS
from handdigit.gui.panels.lab.grid import Grid
from handdigit.gui.panels.lab.grid_painter import Sheet
from handdigit.gui.panels.lab.inputs import CHANNEL_EXAMPLES, FIRST_MAPS, RGB
from handdigit.gui.panels.lab.player import Player
from handdigit.gui.panels.lab.sheet import LabSheet, SentenceLabel
from handdigit.gui.state.navigation import LabTask
from handdigit.gui.state.session import Session
from handdigit.gui.translation import explained
from handdigit.gui.widgets.form import MARGIN, SPRING, combo_box, hbox, named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.network.convolution import ConvolutionError, Sliding, Values
from handdigit.network.notation import format_shape
from handdigit.number_format import with_decimals

CHANNELS = 3
GAP = 12
INPUT_SHARE, OUTPUT_SHARE = 3, 2
"""Of the width: an output has fewer values than a padded input."""
LARGEST_OUTPUT = 160
"""Height in pixels."""
ROUNDING = 2
"""Pixels by which columns may differ: their cells are of one size all the same."""


class ChannelsSheet(LabSheet):
    """Three inputs, each with its kernel and sum; two outputs, one a filter."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin with the colours; maps are those of ``session``'s drawing."""
        super().__init__(parent)
        self._maps = FirstMaps(session, self)
        self._experiment = RGB
        self._filter = 0
        self._example = chooser(
            "labChannelsExample",
            self.tr("Example"),
            self.tr(
                "Values to begin with; every one can be changed. The demo of the course CS231n "
                "shows others at every visit: these are drawn for this."
            ),
            (self.tr("Red meets blue, 6 × 6 × 3"), "rgb"),
            (self.tr("In the form of CS231n's demo, 5 × 5 × 3"), "course"),
            (self.tr("Your drawing: maps of the first layer"), FIRST_MAPS),
        )
        self._filters = combo_box(
            "labFilter",
            ((self.tr("Filter 1"), 0), (self.tr("Filter 2"), 1)),
            self.tr("Filter"),
            self.tr("Whose kernels are shown"),
        )
        self._bias = named(
            QDoubleSpinBox(),
            "labBias",
            self.tr("Bias"),
            self.tr("Added to every sum of the filter"),
        )
        self._bias.setRange(-99, 99)
        self._padding = self._spin("labChannelsPadding", self.tr("Padding"), 0, LARGEST_PADDING)
        self._stride = self._spin("labChannelsStride", self.tr("Stride"), 1, LARGEST_STRIDE)
        self._sentence = SentenceLabel("labChannelsSentence", self.tr("What one sees"))
        self._note = Label(colour="warning", name="labChannelsNote", wraps=True)
        self._columns = [ChannelColumn(number) for number in range(CHANNELS)]
        self._outputs = [
            Grid(f"labChannelsOutput{number}", self.tr("Output of filter {0}").format(number))
            for number in (1, 2)
        ]
        self._captions = [Label(colour="muted", align=Qt.AlignmentFlag.AlignHCenter) for _ in "12"]
        self._total = Label(name="labChannelsSum", title=self.tr("The sum"), bold=True, wraps=True)
        self._player = Player()
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the values."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the grids no more height than they can use."""
        super().resizeEvent(event)
        self._limit_heights()

    def set_up(self, task: LabTask) -> None:
        """Show an example by its name; padding and stride as they are named."""
        if self._example.findData(task.source) >= 0:
            self._example.setCurrentIndex(self._example.findData(task.source))
            self._begin()
        if isinstance(task.padding, int):
            self._padding.setValue(task.padding)
        if task.stride is not None:
            self._stride.setValue(task.stride)

    def _lay_out(self) -> None:
        first = hbox(
            Label(self.tr("Example")),
            (self._example, 1),
            Label(self.tr("Padding")),
            self._padding,
            Label(self.tr("Stride")),
            self._stride,
            spacing=8,
        )
        second = hbox(
            self._filters,
            Label(self.tr("Bias")),
            self._bias,
            (self._player, 1),
            spacing=8,
        )
        grids = QGridLayout()
        grids.setHorizontalSpacing(GAP)
        grids.setVerticalSpacing(4)
        for number, column in enumerate(self._columns):
            for row, widget in enumerate(column.widgets):
                grids.addWidget(widget, row, number)
            grids.setColumnStretch(number, INPUT_SHARE)
        for row, widget in enumerate(
            (self._captions[0], self._outputs[0], self._captions[1], self._outputs[1])
        ):
            grids.addWidget(widget, row, CHANNELS)
        grids.addWidget(self._total, 4, CHANNELS, Qt.AlignmentFlag.AlignTop)
        grids.setColumnStretch(CHANNELS, OUTPUT_SHARE)
        vbox(
            self._sentence,
            first,
            second,
            self._note,
            grids,
            SPRING,
            on=self,
            margins=MARGIN,
            spacing=8,
        )

    def _limit_heights(self) -> None:
        room = self.width() - 2 * MARGIN - CHANNELS * GAP
        shares = CHANNELS * INPUT_SHARE + OUTPUT_SHARE
        width = max(room * OUTPUT_SHARE // shares, self._outputs[0].minimumSizeHint().width())
        for column in self._columns:
            column.limit_heights((room - width) // CHANNELS - ROUNDING)
        for grid in self._outputs:
            grid.setMaximumHeight(min(grid.height_for(width), LARGEST_OUTPUT))

    def _connect(self) -> None:
        self._example.activated.connect(self._begin)
        self._maps.began.connect(self._begin_with)
        self._maps.changed.connect(lambda values: self._change(values=values))
        self._filters.currentIndexChanged.connect(self._choose_filter)
        self._bias.valueChanged.connect(self._take_bias)
        self._padding.valueChanged.connect(self._slide)
        self._stride.valueChanged.connect(self._slide)
        self._player.place_changed.connect(self._show_place)
        self._player.playing_changed.connect(self._show_place)
        for column in self._columns:
            column.input_edited.connect(self._take_input)
            column.kernel_edited.connect(self._take_kernel)
        for number, output in enumerate(self._outputs):
            output.setToolTip(self.tr("Point at a value for its sum"))
            output.cell_pointed.connect(lambda y, x, n=number: self._point(n, y, x))
            output.cell_chosen.connect(lambda y, x, n=number: self._choose(n, y, x))

    def _spin(self, name: str, title: str, least: int, most: int) -> QSpinBox:
        spin = named(QSpinBox(), name, title, title)
        spin.setRange(least, most)
        return spin

    # --- what is tried -------------------------------------------------------------------

    @Slot()
    def _begin(self) -> None:
        self._filter = 0
        self._player.forget()
        key = self._example.currentData()
        self._maps.follow(key == FIRST_MAPS)
        if key in CHANNEL_EXAMPLES:
            self._begin_with(CHANNEL_EXAMPLES[key])

    @Slot(object)
    def _begin_with(self, experiment: ChannelExperiment) -> None:
        self._experiment = experiment
        with QSignalBlocker(self._padding), QSignalBlocker(self._stride):
            self._padding.setValue(experiment.channel(0, 0).axes[0].sides[0])
            self._stride.setValue(experiment.sliding.stride)
        self._refresh()

    @Slot(int)
    def _choose_filter(self, number: int) -> None:
        self._filter = number
        self._refresh()

    @Slot(float)
    def _take_bias(self, bias: float) -> None:
        biases = self._experiment.biases.copy()
        biases[self._filter] = bias
        self._change(biases=biases)

    @Slot()
    def _slide(self) -> None:
        self._change(sliding=Sliding(self._padding.value(), self._stride.value()))

    @Slot(int, object)
    def _take_input(self, channel: int, values: Values) -> None:
        inputs = self._experiment.values.copy()
        inputs[channel] = values
        self._change(values=inputs)

    @Slot(int, object)
    def _take_kernel(self, channel: int, kernel: Values) -> None:
        kernels = self._experiment.kernels.copy()
        kernels[self._filter, channel] = kernel
        self._change(kernels=kernels)

    def _change(self, **parts: Any) -> None:
        self._experiment = replace(self._experiment, **parts)
        self._refresh()

    # --- what comes of it ----------------------------------------------------------------

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        experiment = self._experiment
        with QSignalBlocker(self._filters), QSignalBlocker(self._bias):
            self._filters.setCurrentIndex(self._filter)
            self._bias.setValue(float(experiment.biases[self._filter]))
        try:
            outputs, note = experiment.output(), ""
        except ConvolutionError as error:
            outputs, note = np.zeros((len(self._outputs), 0, 0)), explained(error)
        note = note or self._maps.note
        self._note.setText(note)
        self._note.setVisible(bool(note))
        titles = self._channel_titles()
        limit = float(np.abs(experiment.values).max())
        for channel, column in enumerate(self._columns):
            slid = experiment.channel(self._filter, channel)
            column.show_channel(titles[channel], self._filter + 1, slid, limit)
        for number, (grid, caption) in enumerate(zip(self._outputs, self._captions, strict=True)):
            grid.show_sheet(Sheet(outputs[number]))
            shape = format_shape(outputs[number].shape)
            caption.setText(self.tr("Output {0}, {1}").format(number + 1, shape))
        self._limit_heights()
        found = outputs[self._filter]
        self._player.set_shape((found.shape[0], found.shape[1]))
        if found.any():
            self._player.propose(strongest(found))
        self._show_place()

    def _channel_titles(self) -> tuple[tuple[str, str], ...]:
        """Return what inputs and kernels are called, with room for number and shape."""
        if self._example.currentData() == "rgb":
            return (
                (self.tr("Red, {0}"), self.tr("Filter {0}, red\n{1}")),
                (self.tr("Green, {0}"), self.tr("Filter {0}, green\n{1}")),
                (self.tr("Blue, {0}"), self.tr("Filter {0}, blue\n{1}")),
            )
        if maps := self._maps.titles:
            return maps
        return (
            (self.tr("Channel 1, {0}"), self.tr("Filter {0}, channel 1\n{1}")),
            (self.tr("Channel 2, {0}"), self.tr("Filter {0}, channel 2\n{1}")),
            (self.tr("Channel 3, {0}"), self.tr("Filter {0}, channel 3\n{1}")),
        )

    @Slot()
    def _show_place(self) -> None:
        place, number = self._player.place, self._filter
        fits = bool(self._outputs[number].values.size)
        looks = [
            column.show_place(place, self._experiment.channel(number, channel), fits=fits)
            for channel, column in enumerate(self._columns)
        ]
        for other, grid in enumerate(self._outputs):
            grid.show_current(place if other == number else None, self._player.revealed)
        sums = [look.result for look in looks if look is not None]
        self._sentence.setVisible(fits)
        self._total.setVisible(fits)
        if not fits:
            return
        bias = float(self._experiment.biases[number])
        result = with_decimals(sum(sums) + bias, DECIMALS)
        products = " + ".join(bracketed(x, DECIMALS) for x in sums)
        text = self.tr("{0} + bias {1} = {2}").format(products, bracketed(bias, DECIMALS), result)
        self._total.setText(text)
        text = self._maps.sentence or self.tr(
            "Every channel has its own kernel; at every place all {0} products and the bias "
            "are summed to one output: here {1}."
        )
        self._sentence.setText(text.format(self._experiment.kernels[number].size, result))

    def _point(self, number: int, row: int, column: int) -> None:
        if not self._player.is_playing and number == self._filter:
            self._player.go_to(row, column)

    def _choose(self, number: int, row: int, column: int) -> None:
        self._player.pause()
        self._filters.setCurrentIndex(number)
        self._player.go_to(row, column)

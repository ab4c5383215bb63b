"""The Lab panel: convolution by hand, on the drawing and on small examples."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from handdigit.gui.panels.lab.bench import Bench, KernelView
from handdigit.gui.panels.lab.controls import (
    EXAMPLES,
    OWN,
    LabControls,
    Source,
    drawing_values,
    resized,
)
from handdigit.gui.panels.lab.experiment import Experiment, Operation
from handdigit.gui.panels.lab.formulas import FormulaLines, SumView
from handdigit.gui.panels.lab.player import Player
from handdigit.gui.state.session import Session
from handdigit.gui.translation import explained
from handdigit.gui.widgets.form import MARGIN, SPRING, Card, hbox, named, scroll_area, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.network.convolution import (
    NAMED_KERNELS,
    Axis,
    ConvolutionError,
    Padding,
    Sliding,
    Values,
)

NARROWEST_SUM = 250
"""Width that the sum keeps, in pixels; in less the panel scrolls sideways."""


class LabPanel(Card):
    """Controls, input and output, the kernel with the sum of one value, the formulas."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session``'s drawing."""
        super().__init__(parent)
        named(self, "labPanel", self.tr("Lab: convolution by hand"))
        self._session = session
        self._inputs: dict[Source, Values] = dict(EXAMPLES)
        self._chosen = {2: "sobel-x", 1: "box"}
        self._kernels = {2: NAMED_KERNELS["sobel-x"].matrix(3), 1: _named("box", 3, 1)}
        self._typed = dict(self._kernels)
        self._controls = LabControls()
        self._bench = Bench()
        self._kernel = KernelView()
        self._formulas = FormulaLines()
        self._player = Player()
        self._sum = SumView()
        self._note = Label(colour="warning", name="labNote", wraps=True)
        self._lay_out()
        self._connect()
        self._controls.set_sliding(Operation.CORRELATION, Sliding(Padding.SAME))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop what runs."""
        super().hideEvent(event)
        self._player.pause()

    def _lay_out(self) -> None:
        sums = vbox(self._player, self._sum, SPRING, spacing=8)
        self._sum.setMinimumWidth(NARROWEST_SUM)
        work = hbox(self._kernel, (sums, 1), spacing=24)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        inner.setSpacing(MARGIN)
        inner.addWidget(self._controls)
        inner.addWidget(self._note)
        inner.addWidget(self._bench, 100)
        inner.addLayout(work)
        inner.addWidget(self._formulas)
        inner.addStretch(1)
        # A small window scrolls instead of squeezing the grids to nothing.
        area = scroll_area(content, "labScroll", self.tr("The experiment"), sideways=True)
        vbox(area, on=self, margins=1)

    def _connect(self) -> None:
        controls, bench, player = self._controls, self._bench, self._player
        controls.source_chosen.connect(self._choose_source)
        controls.input_resized.connect(self._resize_input)
        controls.kernel_chosen.connect(self._choose_kernel)
        controls.kernel_resized.connect(self._resize_kernel)
        controls.operation_chosen.connect(self._choose_operation)
        controls.sliding_changed.connect(self._refresh)
        bench.input_edited.connect(self._take_input)
        self._kernel.kernel_edited.connect(self._take_kernel)
        bench.output_pointed.connect(self._point)
        bench.output_chosen.connect(self._choose_place)
        player.place_changed.connect(self._show_place)
        player.playing_changed.connect(self._show_place)
        self._formulas.channels_changed.connect(self._refresh)
        self._session.recognition_changed.connect(self._follow_drawing)

    # --- what is tried -------------------------------------------------------------------

    @property
    def _source(self) -> Source:
        return self._controls.source

    @property
    def _dimensions(self) -> int:
        return self._source.dimensions

    def _experiment(self) -> Experiment:
        controls, source = self._controls, self._source
        from_drawing = source is Source.DRAWING
        return Experiment(
            drawing_values(self._session.recognition) if from_drawing else self._inputs[source],
            self._kernels[self._dimensions],
            controls.operation,
            controls.sliding,
        )

    @Slot(object)
    def _choose_source(self, source: Source) -> None:
        if source is Source.EDGE:  # an example is complete only with its own settings
            self._inputs[source] = EXAMPLES[source]
            self._controls.set_sliding(Operation.CORRELATION, Sliding())
            self._chosen[2], self._kernels[2] = "vertical-edge", _named("vertical-edge", 3, 2)
        self._refresh()

    @Slot(int)
    def _resize_input(self, size: int) -> None:
        self._inputs[self._source] = resized(self._inputs[self._source], size)
        self._refresh()

    @Slot(object)
    def _take_input(self, values: Values) -> None:
        self._inputs[self._source] = values if self._dimensions == 2 else values[0]
        self._refresh()

    @Slot(str)
    def _choose_kernel(self, key: str) -> None:
        dimensions = self._dimensions
        self._chosen[dimensions] = key
        self._kernels[dimensions] = (
            self._typed[dimensions]
            if key == OWN
            else _named(key, self._controls.kernel_size, dimensions)
        )
        self._refresh()

    @Slot(int)
    def _resize_kernel(self, size: int) -> None:
        dimensions = self._dimensions
        named = NAMED_KERNELS.get(self._chosen[dimensions])
        if named is not None and named.any_size:
            self._kernels[dimensions] = _named(self._chosen[dimensions], size, dimensions)
        else:
            self._keep_kernel(resized(self._kernels[dimensions], size, centred=True))
        if self._controls.operation.is_pooling:
            self._controls.set_stride(size)
        self._refresh()

    @Slot(object)
    def _take_kernel(self, values: Values) -> None:
        self._keep_kernel(values if self._dimensions == 2 else values[0])
        self._refresh()

    def _keep_kernel(self, kernel: Values) -> None:
        dimensions = self._dimensions
        self._chosen[dimensions] = OWN
        self._kernels[dimensions] = self._typed[dimensions] = kernel

    @Slot(object)
    def _choose_operation(self, operation: Operation) -> None:
        # Pooling is used with windows side by side, and without padding.
        if operation.is_pooling:
            self._controls.set_sliding(operation, Sliding(stride=self._controls.kernel_size))
        elif self._controls.sliding.stride == self._controls.kernel_size:
            self._controls.set_stride(1)
        self._refresh()

    # --- what comes of it ----------------------------------------------------------------

    @Slot()
    def _follow_drawing(self) -> None:
        if self._source is Source.DRAWING:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if not self.isVisible():
            return
        experiment = self._experiment()
        axes, source = experiment.axes, self._source
        can_resize = source in (Source.GRID, Source.SIGNAL)
        self._controls.show_input(experiment.values.shape[0], can_resize=can_resize)
        key = self._chosen[self._dimensions]
        self._controls.show_kernel(key, experiment.kernel.shape[0], self._dimensions)
        if isinstance(experiment.sliding.padding, Padding):
            self._controls.show_padding(max(axes[-1].sides))
        self._formulas.show_size(axes)
        try:
            output, note = experiment.output(), ""
        except ConvolutionError as error:
            output, note = np.zeros((0, 0)), explained(error)
        if not note and source is Source.DRAWING and not experiment.values.any():
            note = self.tr("Draw a digit: the input follows.")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._show_parameters(experiment, axes, fits=bool(output.size))
        self._bench.show_experiment(experiment, output, can_edit=source is not Source.DRAWING)
        self._kernel.show_experiment(experiment)
        self._player.set_shape(output.shape)
        self._show_place()

    def _show_parameters(
        self, experiment: Experiment, axes: tuple[Axis, ...], *, fits: bool
    ) -> None:
        if experiment.operation.is_pooling:
            self._formulas.show_no_parameters(self.tr("none: pooling has no weights"))
        elif fits:
            self._formulas.show_parameters(axes)
        else:
            self._formulas.show_no_parameters("–")

    @Slot()
    def _show_place(self) -> None:
        experiment = self._experiment()
        try:
            look = experiment.look(self._player.place)
        except ConvolutionError:
            self._bench.show_no_place()
            self._sum.show_nothing()
            return
        self._bench.show_place(self._player.place, look, self._player.revealed)
        shape = np.atleast_2d(experiment.values).shape
        self._sum.show_look(look, experiment.operation, (shape[0], shape[1]))

    @Slot(int, int)
    def _point(self, row: int, column: int) -> None:
        if not self._player.is_playing:
            self._player.go_to(row, column)

    @Slot(int, int)
    def _choose_place(self, row: int, column: int) -> None:
        self._player.pause()
        self._player.go_to(row, column)


def _named(key: str, size: int, dimensions: int) -> Values:
    kernel = NAMED_KERNELS[key]
    make = kernel.row if dimensions == 1 and kernel.row is not None else kernel.matrix
    return make(size)

"""A kernel slides over one channel: the drawing, a grid, a signal."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLocale, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from handdigit.gui.panels.lab.controls import LARGEST_KERNEL, OWN, LabControls
from handdigit.gui.panels.lab.experiment import Experiment, Look, Operation
from handdigit.gui.panels.lab.formulas import FormulaLines
from handdigit.gui.panels.lab.inputs import EXAMPLES, SETTINGS, Source, drawing_values, resized
from handdigit.gui.panels.lab.sheet import LabSheet, SentenceLabel
from handdigit.gui.panels.lab.workbench import Workbench
from handdigit.gui.state.navigation import LabTask
from handdigit.gui.state.nothing_read import nothing_read
from handdigit.gui.state.session import Session
from handdigit.gui.widgets.form import MARGIN, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.network.convolution import NAMED_KERNELS, Axis, Padding, Sliding, Values
from handdigit.network.signals import peaks
from handdigit.number_format import with_decimals


class SlidingSheet(LabSheet):
    """Controls, what one sees in a sentence, input and output, the kernel, the formulas."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session``'s drawing."""
        super().__init__(parent)
        self._session = session
        self._inputs: dict[Source, Values] = dict(EXAMPLES)
        self._chosen = {2: "sobel-x", 1: "box"}
        self._kernels = {2: _named("sobel-x", 3, 2), 1: _named("box", 3, 1)}
        self._typed = dict(self._kernels)
        self._controls = LabControls()
        self._formulas = FormulaLines()
        self._work = Workbench(self._formulas)
        self._sentence = SentenceLabel("labSentence", self.tr("What one sees"))
        self._note = Label(colour="warning", name="labNote", wraps=True)
        items = (self._sentence, self._controls, self._note, (self._work, 1))
        vbox(*items, on=self, margins=MARGIN, spacing=MARGIN)
        self._connect()
        self._controls.set_sliding(Operation.CORRELATION, Sliding(Padding.SAME))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        self._refresh()

    def set_up(self, task: LabTask) -> None:
        """Set up what a task names; what there is not stays as it is."""
        if task.source is not None:
            self._controls.choose_source(task.source)
        kernel = NAMED_KERNELS.get(task.kernel or "")
        if kernel is not None and (self._dimensions == 2 or kernel.row is not None):
            self._choose_kernel(str(task.kernel))
        if task.size is not None and 1 <= task.size <= LARGEST_KERNEL:
            self._resize_kernel(task.size)
        self._controls.choose_sliding(task)

    def _connect(self) -> None:
        controls, work = self._controls, self._work
        controls.source_chosen.connect(self._choose_source)
        controls.input_resized.connect(self._resize_input)
        controls.kernel_chosen.connect(self._choose_kernel)
        controls.kernel_resized.connect(self._resize_kernel)
        controls.operation_chosen.connect(self._choose_operation)
        controls.sliding_changed.connect(self._refresh)
        work.input_edited.connect(self._take_input)
        work.kernel_edited.connect(self._take_kernel)
        work.look_changed.connect(self._say)
        self._session.recognition_changed.connect(self._follow_drawing)

    # --- what is tried -------------------------------------------------------------------

    @property
    def _source(self) -> Source:
        return self._controls.source

    @property
    def _dimensions(self) -> int:
        return self._source.dimensions

    @property
    def _kernel_size(self) -> int:
        return len(self._kernels[self._dimensions])

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
        if source in SETTINGS:  # such an example begins afresh
            kernel, sliding = SETTINGS[source]
            self._inputs[source] = EXAMPLES[source]
            self._controls.set_sliding(Operation.CORRELATION, sliding)
            self._chosen[source.dimensions] = kernel
            self._kernels[source.dimensions] = _named(kernel, 3, source.dimensions)
        self._work.forget_place()
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
            self._typed[dimensions] if key == OWN else _named(key, self._kernel_size, dimensions)
        )
        self._refresh()

    @Slot(int)
    def _resize_kernel(self, size: int) -> None:
        dimensions = self._dimensions
        named = NAMED_KERNELS.get(self._chosen[dimensions])
        if named is not None and named.any_size:
            self._kernels[dimensions] = _named(self._chosen[dimensions], size, dimensions)
        elif size != self._kernel_size:
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
            self._controls.set_sliding(operation, Sliding(stride=self._kernel_size))
        elif self._controls.sliding.stride == self._kernel_size:
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
        experiment, source = self._experiment(), self._source
        axes = experiment.axes
        can_resize = source not in (Source.DRAWING, *SETTINGS)
        self._controls.show_input(experiment.values.shape[0], can_resize=can_resize)
        key = self._chosen[self._dimensions]
        self._controls.show_kernel(key, experiment.kernel.shape[0], self._dimensions)
        if isinstance(experiment.sliding.padding, Padding):
            self._controls.show_padding(max(axes[-1].sides))
        self._formulas.show_size(axes)
        self._work.bench.input_text = (
            self.tr("Heartbeat of {0} values, drawn for this, not measured")
            if source is Source.HEARTBEAT
            else self.tr("Input {0}")
        )
        note = self._work.show_experiment(experiment, can_edit=source is not Source.DRAWING)
        self._show_parameters(experiment, axes, fits=not note)
        if not note and source is Source.DRAWING and not experiment.values.any():
            note = nothing_read(self._session, self.tr("Draw a digit: the input follows."))
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _show_parameters(
        self, experiment: Experiment, axes: tuple[Axis, ...], *, fits: bool
    ) -> None:
        if experiment.operation.is_pooling:
            self._formulas.show_no_parameters(self.tr("none: pooling has no weights"))
        elif fits:
            self._formulas.show_parameters(axes)
        else:
            self._formulas.show_no_parameters("–")

    @Slot(object)
    def _say(self, look: Look | None) -> None:
        self._sentence.setVisible(look is not None)
        if look is None:
            return
        operation = self._controls.operation
        text = self._operation_sentence(operation).format(
            look.values.size, with_decimals(look.result)
        )
        if self._source is Source.HEARTBEAT and not operation.is_pooling:
            text = self._peak_sentence(peaks(self._work.output[0]))
        self._sentence.setText(text)

    def _operation_sentence(self, operation: Operation) -> str:
        match operation:
            case Operation.MAX_POOLING:
                return self.tr(
                    "A window goes over the input; of its {0} values only the largest is kept: "
                    "here {1}."
                )
            case Operation.MEAN_POOLING:
                return self.tr(
                    "A window goes over the input; its {0} values become their mean: here {1}."
                )
            case Operation.CONVOLUTION:
                return self.tr(
                    "The kernel is turned by 180° and slides over the input; at every place {0} "
                    "products are summed: here {1}."
                )
        return self.tr(
            "The kernel slides over the input; at every place {0} products are summed: here {1}."
        )

    def _peak_sentence(self, found: list[int]) -> str:
        if not found:
            return self.tr("No output is above 0: there is no peak.")
        places = QLocale().createSeparatedList([str(index) for index in found])
        return self.tr(
            "Peaks found at {0}: there the output is larger than beside it and more than half of "
            "its largest, {1}."
        ).format(places, with_decimals(float(self._work.output.max())))


def _named(key: str, size: int, dimensions: int) -> Values:
    kernel = NAMED_KERNELS[key]
    make = kernel.row if dimensions == 1 and kernel.row is not None else kernel.matrix
    return np.asarray(make(size))

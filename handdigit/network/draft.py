"""A network while it is being written: each layer's size, or why it cannot stand there.

The text (see :mod:`handdigit.network.notation`) is the only state; edits return a new text and
leave comments and all other layers as they are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from handdigit.budgets import NETWORK_CHARACTERS
from handdigit.errors import ArchitectureError
from handdigit.network.alphabet import DIGITS
from handdigit.network.architecture import INPUT_SHAPE, Architecture, measured, wrong_class_count
from handdigit.network.blocks import Part
from handdigit.network.layer import Shape
from handdigit.network.notation import format_layers, layer_calls, parse_layer, without_line
from handdigit.sentences import sentence


@dataclass(frozen=True, slots=True)
class DraftLayer:
    """One layer as it was written."""

    first_line: int
    """Counted from 1."""
    last_line: int
    code: str
    part: Part | None
    """None where the code is no layer."""
    output_shape: Shape | None = None
    """None where it does not fit, or a layer before it does not."""
    parameter_count: int | None = None
    operation_count: int | None = None
    """Multiply-adds for one picture."""
    reason: str = ""
    """Why it cannot stand there; empty where it can, or where that is not known."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with what can be said about it."""

    text: str
    layers: tuple[DraftLayer, ...]
    architecture: Architecture | None
    """None while something does not fit."""
    classes: int = len(DIGITS)
    """So many values the last layer must give."""

    @property
    def reason(self) -> str:
        """The first thing that does not fit, with its place; empty where all does."""
        for number, layer in enumerate(self.layers, start=1):
            if layer.reason:
                return sentence("{0}: {1}", sentence("Layer {0}", number), layer.reason)
        return "" if self.layers else sentence("There is no layer yet: add one.")

    @property
    def parameter_count(self) -> int:
        """Trained parameters of all layers that are known."""
        return sum(layer.parameter_count or 0 for layer in self.layers)

    @property
    def operation_count(self) -> int:
        """Multiply-adds of all layers that are known."""
        return sum(layer.operation_count or 0 for layer in self.layers)

    def with_layer(self, index: int, part: Part) -> Draft:
        """Put another layer in the place of one."""
        layer = self.layers[index]
        return self._spliced(layer.first_line - 1, layer.last_line, _lines(part))

    def with_inserted(self, index: int, part: Part) -> Draft:
        """Put a layer before the one at ``index``, or after the last."""
        if index < len(self.layers):
            place = self.layers[index].first_line - 1
        else:
            place = self.layers[-1].last_line if self.layers else len(self.text.splitlines())
        return self._spliced(place, place, _lines(part))

    def without_layer(self, index: int) -> Draft:
        """Take a layer out."""
        layer = self.layers[index]
        return self._spliced(layer.first_line - 1, layer.last_line, [])

    def with_moved(self, index: int, to: int) -> Draft:
        """Move a layer so that it is the one at ``to``."""
        layer = self.layers[index]
        lines = self.text.splitlines()
        moved = lines[layer.first_line - 1 : layer.last_line]
        rest = self.without_layer(index)
        if to < len(rest.layers):
            place = rest.layers[to].first_line - 1
        else:
            place = rest.layers[-1].last_line if rest.layers else 0
        return rest._spliced(place, place, moved)

    def _spliced(self, start: int, end: int, new: list[str]) -> Draft:
        lines = self.text.splitlines()
        lines[start:end] = new
        return read_draft("".join(line + "\n" for line in lines), self.classes)


def read_draft(text: str, classes: int = len(DIGITS)) -> Draft:
    """Return what can be said about a text that is to give ``classes`` values.

    Nothing in it is an error.
    """
    layers: list[DraftLayer] = []
    shape: Shape | None = INPUT_SHAPE
    first = 1
    try:
        for first, last, code in layer_calls(text):
            layer, shape = _read(first, last, code, shape)
            layers.append(layer)
    except ArchitectureError as error:
        lines = text.splitlines()
        begun = (layers[-1].last_line if layers else 0) + 1
        code = "\n".join(lines[begun - 1 :]).strip()[:NETWORK_CHARACTERS]
        layers.append(DraftLayer(begun, len(lines), code, None, reason=without_line(error)))
        return Draft(text, tuple(layers), None, classes)
    if shape is None or not layers:
        return Draft(text, tuple(layers), None, classes)
    if shape != (classes,):
        layers[-1] = replace(layers[-1], reason=wrong_class_count(classes, shape))
        return Draft(text, tuple(layers), None, classes)
    try:
        architecture = Architecture(tuple(layer.part for layer in layers if layer.part is not None))
    except ArchitectureError as error:  # more layers in all than there may be
        layers[-1] = replace(layers[-1], reason=error.sentence)
        return Draft(text, tuple(layers), None, classes)
    return Draft(text, tuple(layers), architecture, classes)


def _read(first: int, last: int, code: str, shape: Shape | None) -> tuple[DraftLayer, Shape | None]:
    """Return a layer and the shape that it hands on."""
    try:
        part = parse_layer(code)
    except ArchitectureError as error:
        return DraftLayer(first, last, code, None, reason=error.sentence), None
    if shape is None:
        return DraftLayer(first, last, code, part), None
    try:
        output, parameters, operations = measured(part, shape)
    except ArchitectureError as error:
        return DraftLayer(first, last, code, part, reason=error.sentence), None
    return DraftLayer(first, last, code, part, output, parameters, operations), output


def _lines(part: Part) -> list[str]:
    return format_layers((part,)).splitlines()

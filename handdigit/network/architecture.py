"""A network as data: its layers, their names, sizes, parameter counts and connections.

The text form is one layer a line, written like a call (see :mod:`handdigit.network.notation`)::

    Conv2d(20, kernel=5)
    MaxPool2d(2)
    Flatten()
    Linear(10)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from math import prod

from handdigit.errors import ArchitectureError
from handdigit.network.alphabet import LEAST_CLASSES, MOST_CLASSES
from handdigit.network.blocks import Block, Join, Part
from handdigit.network.layer import Layer, Shape
from handdigit.network.layers import Linear
from handdigit.network.notation import (
    format_layer,
    format_layers,
    format_shape,
    parse_layer,
    parse_layers,
)

__all__ = [
    "INPUT",
    "INPUT_SHAPE",
    "Architecture",
    "PlannedLayer",
    "format_layer",
    "format_shape",
    "measured",
    "parse_layer",
    "wrong_class_count",
]

INPUT = "input"
"""Name of the network's input among the names of its layers."""
INPUT_SHAPE: Shape = (1, 28, 28)
VALUE_LIMIT = 2**24
"""No layer may give more values: a slip of the pen would fill the memory."""
PARAMETER_LIMIT = 2**28
LAYER_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class PlannedLayer:
    """One layer in its place in a network."""

    name: str
    """Unique in the network and without dots: ``conv2`` is the second convolution,
    ``inc1_b3_conv1`` the first one in the third branch of the first Inception block."""
    layer: Layer | Join
    inputs: tuple[str, ...]
    """Names of the layers it reads, in order; :data:`INPUT` is the network's input."""
    input_shapes: tuple[Shape, ...]
    """The shapes of what they give."""
    output_shape: Shape
    parameter_count: int
    operation_count: int
    """Multiply-adds for one picture."""

    @property
    def input_shape(self) -> Shape:
        """The shape of the first input, which is the only one for all but joins."""
        return self.input_shapes[0]


@dataclass(frozen=True, slots=True)
class Architecture:
    """A network that turns a (1, 28, 28) picture into logits, one a class.

    Raises:
        ArchitectureError: a layer does not fit what comes in; the text names layer and reason.
    """

    layers: tuple[Part, ...]
    _plan: tuple[PlannedLayer, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        planner = _Planner()
        planner.chain(self.layers, _End(INPUT, INPUT_SHAPE), "", "Layer ")
        object.__setattr__(self, "_plan", tuple(planner.planned))
        output = self._plan[-1].output_shape if self._plan else INPUT_SHAPE
        if len(output) != 1 or not LEAST_CLASSES <= output[0] <= MOST_CLASSES:
            raise ArchitectureError(
                f"The last layer must give {LEAST_CLASSES} to {MOST_CLASSES} values, one a class; "
                f"it gives {format_shape(output)}."
            )

    def plan(self) -> tuple[PlannedLayer, ...]:
        """Return every layer, blocks taken apart, each after all that it reads."""
        return self._plan

    @property
    def class_count(self) -> int:
        """Number of logits."""
        return self.plan()[-1].output_shape[0]

    def require_classes(self, count: int) -> None:
        """Make sure that there are so many logits.

        Raises:
            ArchitectureError: there are not; the text says how many.
        """
        if self.class_count != count:
            raise ArchitectureError(wrong_class_count(count, (self.class_count,)))

    def with_classes(self, count: int) -> Architecture:
        """Return the same network with so many logits, by the width of its last layer.

        Raises:
            ArchitectureError: it does not end in a dense layer, so its logits are what they are.
        """
        if self.class_count == count:
            return self
        *body, last = self.layers
        if not isinstance(last, Linear):
            raise ArchitectureError(wrong_class_count(count, (self.class_count,)))
        return Architecture((*body, replace(last, features=count)))

    @property
    def parameter_count(self) -> int:
        """Number of trained parameters in all layers."""
        return sum(planned.parameter_count for planned in self.plan())

    @property
    def operation_count(self) -> int:
        """Multiply-adds that all layers do for one picture."""
        return sum(planned.operation_count for planned in self.plan())

    def text(self) -> str:
        """Return the text form; :meth:`parse` gives an equal value back."""
        return format_layers(self.layers)

    @classmethod
    def parse(cls, text: str) -> Architecture:
        """Read the text form; blank lines and ``#`` comments are passed over.

        Raises:
            ArchitectureError: a line is no layer, or the layers do not fit; it says which.
        """
        return cls(parse_layers(text))


def wrong_class_count(count: int, output: Shape) -> str:
    """Return the sentence about a last layer that does not give ``count`` values."""
    return f"The last layer must give {count} values, one a class; it gives {format_shape(output)}."


def measured(part: Part, shape: Shape) -> tuple[Shape, int, int]:
    """Return output shape, parameters and multiply-adds of a part for an input of ``shape``.

    Raises:
        ArchitectureError: it does not fit; the text says why, without a place.
    """
    planner = _Planner()
    try:
        end = planner.chain((part,), _End(INPUT, shape), "", "")
    except ArchitectureError as error:
        raise ArchitectureError(_without_place(str(error), part)) from None
    parameters = sum(planned.parameter_count for planned in planner.planned)
    return end.shape, parameters, sum(planned.operation_count for planned in planner.planned)


def _without_place(reason: str, part: Part) -> str:
    """Return an error of the first layer without "1, Conv2d(…): " before it."""
    if not isinstance(part, Block):
        return reason.removeprefix(f"1, {format_layer(part)}: ")
    return reason.removeprefix("1, ").removeprefix(f"{type(part).__name__}: ")


@dataclass(frozen=True, slots=True)
class _End:
    """Where a chain of layers has got to."""

    name: str
    shape: Shape


class _Planner:
    """Walks layers and blocks in order and notes the layers."""

    def __init__(self) -> None:
        self.planned: list[PlannedLayer] = []

    def chain(self, parts: Iterable[Part], end: _End, scope: str, place: str) -> _End:
        """Plan a sequence that reads ``end``; return its own end.

        ``scope`` begins the layers' names, ``place`` what errors say before the number.
        """
        seen: Counter[str] = Counter()
        for number, part in enumerate(parts, start=1):
            seen[part.short_name] += 1
            is_single = isinstance(part, Layer) and not part.is_numbered
            name = scope + part.short_name + ("" if is_single else str(seen[part.short_name]))
            where = f"{place}{number}"
            if isinstance(part, Layer):
                end = self._note(part, (end,), name, f"{where}, {format_layer(part)}")
                continue
            ends = tuple(
                self.chain(chain, end, f"{name}_{prefix}", f"{where}, {words} layer ")
                for prefix, words, chain in part.chains()
            )
            name = f"{name}_{part.join.short_name}"
            end = self._note(part.join, ends, name, f"{where}, {type(part).__name__}")
        return end

    def _note(self, layer: Layer | Join, ends: tuple[_End, ...], name: str, where: str) -> _End:
        shapes = tuple(end.shape for end in ends)
        try:
            output = layer.output_shape(*shapes)
            parameters = operations = 0
            if isinstance(layer, Layer):
                parameters = layer.parameter_count(*shapes)
                operations = layer.operation_count(*shapes)
            self._require_limits(output, parameters)
        except ArchitectureError as error:
            raise ArchitectureError(f"{where}: {error}") from None
        inputs = tuple(end.name for end in ends)
        self.planned.append(
            PlannedLayer(name, layer, inputs, shapes, output, parameters, operations)
        )
        return _End(name, output)

    def _require_limits(self, output: Shape, parameter_count: int) -> None:
        if prod(output) > VALUE_LIMIT:
            raise ArchitectureError(
                f"it gives {format_shape(output)}, more than {VALUE_LIMIT:,} values."
            )
        if parameter_count > PARAMETER_LIMIT:
            raise ArchitectureError(f"it has more than {PARAMETER_LIMIT:,} parameters.")
        if len(self.planned) >= LAYER_LIMIT:
            raise ArchitectureError(f"a network can have at most {LAYER_LIMIT} layers.")

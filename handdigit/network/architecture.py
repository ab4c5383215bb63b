"""A network as data: its layers, their names, sizes, parameter counts and connections.

The text form is one layer a line, written like a call (see :mod:`handdigit.network.notation`)::

    Conv2d(20, kernel=5)
    MaxPool2d(2)
    Flatten()
    Linear(10)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from math import prod

from handdigit.budgets import (
    LAYER_VALUES,
    NETWORK_CHARACTERS,
    NETWORK_LAYERS,
    NETWORK_WORK,
    PARAMETERS,
)
from handdigit.errors import ArchitectureError
from handdigit.network.alphabet import LEAST_CLASSES, MOST_CLASSES
from handdigit.network.blocks import Join, Part
from handdigit.network.layer import Layer, Shape, Window
from handdigit.network.layers import Linear
from handdigit.network.lenet5_layers import PartialConv2d, Rbf
from handdigit.network.notation import (
    format_layer,
    format_layers,
    format_shape,
    parse_layer,
    parse_layers,
    shortened_layer,
)
from handdigit.sentences import Sentence, sentence

__all__ = [
    "INPUT",
    "INPUT_SHAPE",
    "MNIST_MEAN",
    "MNIST_STD",
    "Architecture",
    "PlannedLayer",
    "format_layer",
    "format_shape",
    "measured",
    "parse_layer",
    "wrong_class_count",
]

MNIST_MEAN, MNIST_STD = 0.1307, 0.3081
"""How the picture's grey levels 0..1 are normalised before any network gets them."""

INPUT = "input"
"""Name of the network's input among the names of its layers."""
INPUT_SHAPE: Shape = (1, 28, 28)
READ_VALUE_WORK = 16
"""A value that is read by itself takes as long as so many multiply-adds of a wide convolution."""


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
    work: int
    """The same with all that takes time but multiplies nothing: see :data:`READ_VALUE_WORK`."""

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
        planner.chain(
            self.layers, _End(INPUT, INPUT_SHAPE), "", lambda number: sentence("Layer {0}", number)
        )
        object.__setattr__(self, "_plan", tuple(planner.planned))
        if len(self.text()) > NETWORK_CHARACTERS:  # files hold it as text, which has to be read
            raise ArchitectureError(
                sentence(
                    "A network can have at most {0} characters when it is written.",
                    NETWORK_CHARACTERS,
                )
            )
        output = self._plan[-1].output_shape if self._plan else INPUT_SHAPE
        if len(output) != 1 or not LEAST_CLASSES <= output[0] <= MOST_CLASSES:
            raise ArchitectureError(
                sentence(
                    "The last layer must give {0} to {1} values, one a class; it gives {2}.",
                    LEAST_CLASSES,
                    MOST_CLASSES,
                    format_shape(output),
                )
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

        A dense layer takes the place of pictures of the ten digits.

        Raises:
            ArchitectureError: it ends in another layer, so its logits are what they are.
        """
        if self.class_count == count:
            return self
        *body, last = self.layers
        if isinstance(last, Rbf):
            last = Linear(count)
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

    @property
    def work(self) -> int:
        """What all layers take for one picture, in multiply-adds."""
        return sum(planned.work for planned in self.plan())

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


def wrong_class_count(count: int, output: Shape) -> Sentence:
    """Return the sentence about a last layer that does not give ``count`` values."""
    return sentence(
        "The last layer must give {0} values, one a class; it gives {1}.",
        count,
        format_shape(output),
    )


def measured(part: Part, shape: Shape) -> tuple[Shape, int, int]:
    """Return output shape, parameters and multiply-adds of a part for an input of ``shape``.

    Raises:
        ArchitectureError: it does not fit; the text says why, without a place.
    """
    planner = _Planner()
    end = planner.chain((part,), _End(INPUT, shape), "", lambda _number: None)
    parameters = sum(planned.parameter_count for planned in planner.planned)
    return end.shape, parameters, sum(planned.operation_count for planned in planner.planned)


@dataclass(frozen=True, slots=True)
class _End:
    """Where a chain of layers has got to."""

    name: str
    shape: Shape


class _Planner:
    """Walks layers and blocks in order and notes the layers."""

    def __init__(self) -> None:
        self.planned: list[PlannedLayer] = []
        self._parameters = self._work = 0

    def chain(
        self, parts: Iterable[Part], end: _End, scope: str, place: Callable[[int], Sentence | None]
    ) -> _End:
        """Plan a sequence that reads ``end``; return its own end.

        ``scope`` begins the layers' names, ``place`` gives what errors say first about the layer
        of a number, if they say any place.
        """
        seen: Counter[str] = Counter()
        for number, part in enumerate(parts, start=1):
            seen[part.short_name] += 1
            is_single = isinstance(part, Layer) and not part.is_numbered
            name = scope + part.short_name + ("" if is_single else str(seen[part.short_name]))
            where = place(number)
            if isinstance(part, Layer):
                end = self._note(part, (end,), name, _beside(where, shortened_layer(part)))
                continue
            ends = tuple(
                self.chain(chain, end, f"{name}_{prefix}", partial(_within, where, words))
                for prefix, words, chain in part.chains()
            )
            name = f"{name}_{part.join.short_name}"
            end = self._note(part.join, ends, name, _beside(where, type(part).__name__))
        return end

    def _note(
        self, layer: Layer | Join, ends: tuple[_End, ...], name: str, where: Sentence | None
    ) -> _End:
        inputs, shapes = tuple(end.name for end in ends), tuple(end.shape for end in ends)
        try:
            output = layer.output_shape(*shapes)
            parameters = operations = 0
            if isinstance(layer, Layer):
                parameters = layer.parameter_count(*shapes)
                operations = layer.operation_count(*shapes)
            work = max(operations, _reads(layer, shapes[0], output))
            planned = PlannedLayer(
                name, layer, inputs, shapes, output, parameters, operations, work
            )
            self._require_room(planned)
        except ArchitectureError as error:
            if where is None:
                raise
            raise ArchitectureError(sentence("{0}: {1}", where, error.sentence)) from None
        self.planned.append(planned)
        return _End(name, output)

    def _require_room(self, planned: PlannedLayer) -> None:
        """Take a layer from the network's budgets, before anything of its size is made."""
        if len(self.planned) >= NETWORK_LAYERS:
            raise ArchitectureError(
                sentence("a network can have at most {0} layers.", NETWORK_LAYERS)
            )
        if prod(planned.output_shape) > LAYER_VALUES:
            raise ArchitectureError(
                sentence(
                    "it gives {0}, more than {1:,} values.",
                    format_shape(planned.output_shape),
                    LAYER_VALUES,
                )
            )
        window = _window(planned.layer)
        maps, *size = planned.input_shape
        if maps * prod(side + 2 * window.padding for side in size) > LAYER_VALUES:
            raise ArchitectureError(
                sentence("its padded input has more than {0:,} values: pad less.", LAYER_VALUES)
            )
        self._parameters += planned.parameter_count
        kernels = planned.output_shape[0] * maps * window.kernel**2
        # A convolution by a table has its kernels of zeros in memory, too.
        is_by_table = isinstance(planned.layer, PartialConv2d) and kernels > PARAMETERS
        if self._parameters > PARAMETERS or is_by_table:
            raise ArchitectureError(
                sentence("the network has more than {0:,} parameters.", PARAMETERS)
            )
        self._work += planned.work
        if self._work > NETWORK_WORK:
            raise ArchitectureError(
                sentence(
                    "the network would take more than {0:,} multiply-adds for a picture.",
                    NETWORK_WORK,
                )
            )


def _within(where: Sentence | None, chain: str, number: int) -> Sentence:
    """Return the place of a layer in a chain of the block at ``where``."""
    place = sentence("{0} layer {1}", chain, number)
    return place if where is None else sentence("{0}, {1}", where, place)


def _beside(where: Sentence | None, code: str) -> Sentence | None:
    """Return a place with what stands there."""
    return None if where is None else sentence("{0}, {1}", where, code)


def _window(layer: Layer | Join) -> Window:
    sliding = layer.window if isinstance(layer, Layer) else None
    return sliding or Window(1)


def _reads(layer: Layer | Join, shape: Shape, output: Shape) -> int:
    """Return the multiply-adds that could be done while a layer reads what is under its windows."""
    maps = shape[0] if isinstance(layer, PartialConv2d) else 1
    return prod(output) * _window(layer).kernel ** 2 * max(maps, READ_VALUE_WORK)

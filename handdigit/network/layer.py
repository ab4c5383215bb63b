"""What every layer of a network can tell, and what the layers share: windows and checks.

Shapes are those of one example without the batch: (channels, rows, columns) for feature
maps, (features,) for vectors. A layer knows from the shape of its input the shape of its
output, its number of trained parameters and its number of multiply-adds.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, prod
from typing import ClassVar, NamedTuple

from handdigit.errors import ArchitectureError
from handdigit.network.convolution import Axis
from handdigit.sentences import sentence

Shape = tuple[int, ...]


class Window(NamedTuple):
    """Which positions along one axis a sliding window reads."""

    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1

    @property
    def reach(self) -> int:
        """How many positions it spans."""
        return self.dilation * (self.kernel - 1) + 1

    def size(self, size: int) -> int:
        """Return floor((size + 2·padding - reach) / stride) + 1, the places it can take.

        Raises:
            ArchitectureError: the window is larger than the padded input.
        """
        room = size + 2 * self.padding - self.reach
        if room < 0:
            raise ArchitectureError(
                sentence(
                    "A window of {0} does not fit into {1} with padding {2}.",
                    self.reach,
                    size,
                    self.padding,
                )
            )
        return room // self.stride + 1

    def size_formula(self, size: int) -> str:
        """Return how :meth:`size` comes about, ``(28 + 2·2 − 5)/2 + 1 = 14.5 → 14``."""
        sides = (self.padding, self.padding)
        return Axis(size, self.kernel, self.stride, self.dilation, sides).size_formula()

    def reads(self, position: int) -> range:
        """Return the input positions under the window at an output position.

        Those below 0 and beyond the input lie in the padding.
        """
        start = position * self.stride - self.padding
        return range(start, start + self.kernel * self.dilation, self.dilation)

    def read_by(self, position: int, size: int) -> list[tuple[int, int]]:
        """Return (output position, tap) of every window, of ``size`` ones, over an input."""
        found = []
        for tap in range(self.kernel):
            place, rest = divmod(position + self.padding - tap * self.dilation, self.stride)
            if rest == 0 and 0 <= place < size:
                found.append((place, tap))
        return found


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer; the defaults are those of one that keeps the shape and learns nothing."""

    short_name: ClassVar[str]
    is_numbered: ClassVar[bool] = True
    """Whether its name in a network ends in a number."""

    @classmethod
    def usual(cls, channels: int) -> Layer:
        """Return the layer that is added first, to an input of so many channels."""
        return cls()

    @property
    def window(self) -> Window | None:
        """The window that it slides over its input, None if it slides none."""
        return None

    def output_shape(self, shape: Shape) -> Shape:
        """Return the shape of the output for an input of ``shape``.

        Raises:
            ArchitectureError: the layer cannot take such an input; the text says why.
        """
        return shape

    def parameter_count(self, shape: Shape) -> int:
        """Return the number of trained parameters for an input of ``shape``."""
        return 0

    def parameter_formula(self, shape: Shape) -> str:
        """Return how the parameters are counted, ``64 · (32 · 3² + 1)``; nothing if none."""
        return ""

    def operation_count(self, shape: Shape) -> int:
        """Return the multiply-adds in use: every product of a value and a number counts one."""
        return 0

    def operation_formula(self, shape: Shape) -> str:
        """Return how they are counted, ``64 · 28 · 28 · 9``: outputs, and the work for each."""
        outputs = self.output_shape(shape)
        each, rest = divmod(self.operation_count(shape), prod(outputs))
        if not each or rest:
            return ""
        return " · ".join(map(str, outputs if each == 1 else (*outputs, each)))


class Elementwise(Layer):
    """A function of every value by itself."""

    __slots__ = ()


class Sliding(Layer):
    """A window slides over each map and gives one value at each place."""

    __slots__ = ()

    def output_maps(self, maps: int) -> int:
        """Return the number of output maps; the input's, unless kernels mix them."""
        return maps

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels, rows, columns)."""
        maps, *size = require_maps(shape)
        assert self.window is not None  # it slides one
        return (self.output_maps(maps), *map(self.window.size, size))


class Weighted(Layer):
    """Every output is a sum of inputs with trained weights."""

    __slots__ = ()


def require_maps(shape: Shape) -> tuple[int, int, int]:
    """Return channels, rows and columns.

    Raises:
        ArchitectureError: it is the shape of a vector.
    """
    if len(shape) != 3:
        raise ArchitectureError(sentence("This layer needs feature maps, but a vector comes in."))
    return shape[0], shape[1], shape[2]


def require_at_least(minimum: int, **values: int) -> None:
    """Check the arguments of a layer, given by name.

    Raises:
        ArchitectureError: one is no whole number or too small.
    """
    for name, value in values.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < minimum:
            raise ArchitectureError(
                sentence("{0} must be a whole number of at least {1}.", name, minimum)
            )


def require_bool(**values: bool) -> None:
    """Check the switches of a layer, given by name.

    Raises:
        ArchitectureError: one is neither True nor False.
    """
    for name, value in values.items():
        if not isinstance(value, bool):
            raise ArchitectureError(sentence("{0} must be True or False.", name))


def is_number(value: object) -> bool:
    """Return whether it is a finite int or float."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)

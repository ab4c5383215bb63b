"""The layers that only LeNet-5 has, as values.

Source: LeCun, Bottou, Bengio and Haffner 1998, "Gradient-based learning applied to document
recognition", section II.B.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import ClassVar

from handdigit.core.errors import ArchitectureError
from handdigit.core.layers import (
    Elementwise,
    Shape,
    is_number,
    require_at_least,
    require_maps,
    sliding_size,
)

TANH_AMPLITUDE = 1.7159
TANH_SLOPE = 2 / 3
"""The squashing function A·tanh(S·x) of the paper's appendix A; its value at ±1 is ±1."""

LENET5_TABLE: tuple[tuple[int, ...], ...] = (
    (0, 1, 2),
    (1, 2, 3),
    (2, 3, 4),
    (3, 4, 5),
    (0, 4, 5),
    (0, 1, 5),
    (0, 1, 2, 3),
    (1, 2, 3, 4),
    (2, 3, 4, 5),
    (0, 3, 4, 5),
    (0, 1, 4, 5),
    (0, 1, 2, 5),
    (0, 1, 3, 4),
    (1, 2, 4, 5),
    (0, 2, 3, 5),
    (0, 1, 2, 3, 4, 5),
)
"""Table I: which maps of S2 each of the 16 maps of C3 reads."""


@dataclass(frozen=True, slots=True)
class ScaledTanh(Elementwise):
    """1.7159 · tanh(2x/3)."""

    short_name: ClassVar[str] = "tanh"


@dataclass(frozen=True, slots=True)
class Subsample2d:
    """The mean of each window, times a trained coefficient, plus a trained bias, by channel.

    Windows lie side by side. The paper adds the four values instead of averaging them; the
    coefficient takes up the difference.
    """

    short_name: ClassVar[str] = "sub"
    kernel: int

    def __post_init__(self) -> None:
        require_at_least(1, kernel=self.kernel)

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels, rows, columns)."""
        channels, rows, columns = require_maps(shape)
        size = (sliding_size(n, self.kernel, self.kernel, 0) for n in (rows, columns))
        return (channels, *size)

    def parameter_count(self, shape: Shape) -> int:
        """Return a coefficient and a bias for every channel."""
        return 2 * require_maps(shape)[0]


@dataclass(frozen=True, slots=True)
class PartialConv2d:
    """2-D convolution in which every output map reads only some of the input maps."""

    short_name: ClassVar[str] = "conv"
    table: tuple[tuple[int, ...], ...]
    """For every output map the input maps it reads, counted from 0, ascending."""
    _: KW_ONLY
    kernel: int
    stride: int = 1
    padding: int = 0

    def __post_init__(self) -> None:
        require_at_least(1, kernel=self.kernel, stride=self.stride)
        require_at_least(0, padding=self.padding)
        rows = self.table
        if not isinstance(rows, tuple) or not rows or not all(map(_is_selection, rows)):
            raise ArchitectureError(
                "table must list, for every output map, the input maps it reads, ascending and "
                "counted from 0: [[0, 1], [1, 2], [0, 2]]."
            )

    @property
    def channels(self) -> int:
        """Number of output maps."""
        return len(self.table)

    @property
    def connections(self) -> tuple[tuple[int, int], ...]:
        """(output map, input map) of every kernel, in the order the weights are stored."""
        return tuple((out, source) for out, row in enumerate(self.table) for source in row)

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels, rows, columns)."""
        inputs, rows, columns = require_maps(shape)
        largest = max(max(row) for row in self.table)
        if largest >= inputs:
            raise ArchitectureError(
                f"the table names input map {largest}, but there are only {inputs}, from 0."
            )
        size = (sliding_size(n, self.kernel, self.stride, self.padding) for n in (rows, columns))
        return (self.channels, *size)

    def parameter_count(self, shape: Shape) -> int:
        """Return a kernel for every connection plus a bias for every output map."""
        return len(self.connections) * self.kernel**2 + self.channels


@dataclass(frozen=True, slots=True)
class Rescale(Elementwise):
    """scale · x + shift, both fixed: brings the picture's grey levels to another range."""

    short_name: ClassVar[str] = "rescale"
    scale: float
    _: KW_ONLY
    shift: float = 0.0

    def __post_init__(self) -> None:
        if not is_number(self.scale) or not is_number(self.shift):
            raise ArchitectureError("scale and shift must be numbers.")


@dataclass(frozen=True, slots=True)
class Pad2d:
    """A frame of constant value around every map."""

    short_name: ClassVar[str] = "pad"
    padding: int
    _: KW_ONLY
    value: float = 0.0

    def __post_init__(self) -> None:
        require_at_least(1, padding=self.padding)
        if not is_number(self.value):
            raise ArchitectureError("value must be a number.")

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels, rows, columns)."""
        channels, rows, columns = require_maps(shape)
        return (channels, rows + 2 * self.padding, columns + 2 * self.padding)

    def parameter_count(self, shape: Shape) -> int:
        """Return 0."""
        return 0


def _is_selection(row: object) -> bool:
    return (
        isinstance(row, tuple)
        and bool(row)
        and all(isinstance(i, int) and not isinstance(i, bool) and i >= 0 for i in row)
        and list(row) == sorted(set(row))
    )

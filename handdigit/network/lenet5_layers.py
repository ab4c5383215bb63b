"""The layers that only LeNet-5 of 1998 has.

LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition",
section II.B.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from math import prod
from typing import ClassVar

from handdigit.errors import ArchitectureError
from handdigit.network.digit_codes import COLUMNS, DIGIT_CODES, ROWS
from handdigit.network.layer import (
    Elementwise,
    Layer,
    Shape,
    Sliding,
    Weighted,
    Window,
    is_number,
    require_at_least,
    require_maps,
)
from handdigit.sentences import sentence

TANH_AMPLITUDE = 1.7159
TANH_SLOPE = 2 / 3
"""LeNet-5's squashing function A·tanh(S·x) (appendix A); its value at ±1 is ±1."""
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
class PartialConv2d(Sliding, Weighted):
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
                sentence(
                    "table must list, for every output map, the input maps it reads, "
                    "ascending and counted from 0: [[0, 1], [1, 2], [0, 2]]."
                )
            )

    @classmethod
    def usual(cls, channels: int) -> Layer:
        """Return LeNet-5's C3."""
        return cls(LENET5_TABLE, kernel=5)

    @property
    def window(self) -> Window:
        """The kernel's."""
        return Window(self.kernel, self.stride, self.padding)

    @property
    def connections(self) -> tuple[tuple[int, int], ...]:
        """(output map, input map) of every kernel, in the order the weights are stored."""
        return tuple((out, source) for out, row in enumerate(self.table) for source in row)

    def output_maps(self, maps: int) -> int:
        """Return the number of lines of the table.

        Raises:
            ArchitectureError: the table names a map that there is not.
        """
        largest = max(max(row) for row in self.table)
        if largest >= maps:
            raise ArchitectureError(
                sentence(
                    "the table names input map {0}, but there are only {1}, from 0.", largest, maps
                )
            )
        return len(self.table)

    def parameter_count(self, shape: Shape) -> int:
        """Return a kernel for every connection plus a bias for every output map."""
        return len(self.connections) * self.kernel**2 + len(self.table)

    def parameter_formula(self, shape: Shape) -> str:
        """Return ``connections · kernel² + maps``."""
        return f"{len(self.connections)} · {self.kernel}² + {len(self.table)}"

    def operation_count(self, shape: Shape) -> int:
        """Return a kernel at every place for every connection."""
        return prod(self.output_shape(shape)[1:]) * len(self.connections) * self.kernel**2

    def operation_formula(self, shape: Shape) -> str:
        """Return ``rows · columns · connections · kernel²``."""
        places = " · ".join(map(str, self.output_shape(shape)[1:]))
        return f"{places} · {len(self.connections)} · {self.kernel}²"


@dataclass(frozen=True, slots=True)
class Subsample2d(Sliding):
    """The mean of each window, times a trained coefficient, plus a trained bias, by channel.

    Windows lie side by side. The paper adds the four values instead of averaging them; the
    coefficient takes up the difference.
    """

    short_name: ClassVar[str] = "sub"
    kernel: int

    def __post_init__(self) -> None:
        require_at_least(1, kernel=self.kernel)

    @classmethod
    def usual(cls, channels: int) -> Layer:
        """Return one that halves rows and columns."""
        return cls(2)

    @property
    def window(self) -> Window:
        """The part that one mean is of."""
        return Window(self.kernel, self.kernel)

    def parameter_count(self, shape: Shape) -> int:
        """Return a coefficient and a bias for every channel."""
        return 2 * require_maps(shape)[0]

    def parameter_formula(self, shape: Shape) -> str:
        """Return ``2 · channels``."""
        return f"2 · {shape[0]}"

    def operation_count(self, shape: Shape) -> int:
        """Return the coefficient's product for every output."""
        return prod(self.output_shape(shape))


@dataclass(frozen=True, slots=True)
class ScaledTanh(Elementwise):
    """1.7159 · tanh(2x/3)."""

    short_name: ClassVar[str] = "tanh"


@dataclass(frozen=True, slots=True)
class Rescale(Elementwise):
    """scale · x + shift, both fixed: brings the picture's grey levels to another range."""

    short_name: ClassVar[str] = "rescale"
    scale: float
    _: KW_ONLY
    shift: float = 0.0

    def __post_init__(self) -> None:
        if not is_number(self.scale) or not is_number(self.shift):
            raise ArchitectureError(sentence("scale and shift must be numbers."))

    @classmethod
    def usual(cls, channels: int) -> Layer:
        """Return one that changes nothing yet."""
        return cls(1.0)

    def operation_count(self, shape: Shape) -> int:
        """Return one for every value."""
        return prod(shape)


@dataclass(frozen=True, slots=True)
class Pad2d(Layer):
    """A frame of constant value around every map."""

    short_name: ClassVar[str] = "pad"
    padding: int
    _: KW_ONLY
    value: float = 0.0

    def __post_init__(self) -> None:
        require_at_least(1, padding=self.padding)
        if not is_number(self.value):
            raise ArchitectureError(sentence("value must be a number."))

    @classmethod
    def usual(cls, channels: int) -> Layer:
        """Return the frame that makes 28 of LeNet-5's 32."""
        return cls(2)

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels, rows, columns)."""
        channels, rows, columns = require_maps(shape)
        return (channels, rows + 2 * self.padding, columns + 2 * self.padding)


@dataclass(frozen=True, slots=True)
class Rbf(Layer):
    """How far 84 values are from a fixed picture of each digit: -Σ (x - picture)².

    The paper's output, Gaussian radial basis functions: exp of it would be their density, and
    softmax of it is how much each digit has of their sum. The pictures are not trained.
    """

    short_name: ClassVar[str] = "rbf"

    def output_shape(self, shape: Shape) -> Shape:
        """Return (10,)."""
        if shape != (ROWS * COLUMNS,):
            raise ArchitectureError(
                sentence(
                    "Rbf compares {0} values with pictures of {1}×{2}: put Linear({0}) before it.",
                    ROWS * COLUMNS,
                    COLUMNS,
                    ROWS,
                )
            )
        return (len(DIGIT_CODES),)

    def operation_count(self, shape: Shape) -> int:
        """Return a square for every value of every picture."""
        return len(DIGIT_CODES) * shape[0]

    def operation_formula(self, shape: Shape) -> str:
        """Return ``pictures · values``."""
        return f"{len(DIGIT_CODES)} · {shape[0]}"


def _is_selection(row: object) -> bool:
    return (
        isinstance(row, tuple)
        and bool(row)
        and all(isinstance(i, int) and not isinstance(i, bool) and i >= 0 for i in row)
        and list(row) == sorted(set(row))
    )

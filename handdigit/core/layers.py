"""The layers a network can be made of, as values.

Shapes are those of one example without the batch: (channels, rows, columns) for feature
maps, (features,) for vectors. Every layer knows its output shape and its number of trained
parameters from the input shape. LeNet-5's own layers are in
:mod:`handdigit.core.lenet_layers`, what branches is in :mod:`handdigit.core.blocks`; the
table of all is :data:`handdigit.core.notation.LAYERS`.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from math import isfinite, prod
from typing import ClassVar, Protocol, runtime_checkable

from handdigit.core.errors import ArchitectureError

Shape = tuple[int, ...]
NORM_EPSILON = 1e-5
"""Added to a variance before its root is divided by; torch's default."""


@runtime_checkable
class Layer(Protocol):
    """What every layer value can tell."""

    short_name: ClassVar[str]

    def output_shape(self, shape: Shape) -> Shape:
        """Return the shape of the output for an input of ``shape``.

        Raises:
            ArchitectureError: the layer cannot take such an input; the text says why.
        """
        ...

    def parameter_count(self, shape: Shape) -> int:
        """Return the number of trained parameters for an input of ``shape``."""
        ...


@dataclass(frozen=True, slots=True)
class Conv2d:
    """2-D convolution (cross-correlation, as in torch) with a square kernel."""

    short_name: ClassVar[str] = "conv"
    channels: int
    _: KW_ONLY
    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1
    bias: bool = True

    def __post_init__(self) -> None:
        require_at_least(1, channels=self.channels, kernel=self.kernel, stride=self.stride)
        require_at_least(1, dilation=self.dilation)
        require_at_least(0, padding=self.padding)
        _require_bool(bias=self.bias)

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels, rows, columns)."""
        _, rows, columns = require_maps(shape)
        reach = self.dilation * (self.kernel - 1) + 1
        size = (sliding_size(n, reach, self.stride, self.padding) for n in (rows, columns))
        return (self.channels, *size)

    def parameter_count(self, shape: Shape) -> int:
        """Return kernels plus biases: channels · (inputs · kernel² + 1)."""
        return self.channels * (require_maps(shape)[0] * self.kernel**2 + int(self.bias))


@dataclass(frozen=True, slots=True)
class _Pool2d:
    kernel: int
    _: KW_ONLY
    stride: int | None = None
    """Defaults to the kernel: windows side by side."""
    padding: int = 0

    def __post_init__(self) -> None:
        require_at_least(1, kernel=self.kernel, stride=self.step)
        require_at_least(0, padding=self.padding)
        if 2 * self.padding > self.kernel:
            raise ArchitectureError("padding can be at most half of the kernel.")

    @property
    def step(self) -> int:
        """The stride in force."""
        return self.kernel if self.stride is None else self.stride

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels, rows, columns)."""
        channels, rows, columns = require_maps(shape)
        size = (sliding_size(n, self.kernel, self.step, self.padding) for n in (rows, columns))
        return (channels, *size)

    def parameter_count(self, shape: Shape) -> int:
        """Return 0: pooling is fixed."""
        return 0


class MaxPool2d(_Pool2d):
    """The largest value of each window, channel by channel."""

    __slots__ = ()
    short_name: ClassVar[str] = "pool"


class AvgPool2d(_Pool2d):
    """The mean of each window, channel by channel."""

    __slots__ = ()
    short_name: ClassVar[str] = "pool"


@dataclass(frozen=True, slots=True)
class GlobalAvgPool2d:
    """The mean of each whole map: a vector with one value a channel (Lin et al. 2014)."""

    short_name: ClassVar[str] = "mean"

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels,)."""
        return (require_maps(shape)[0],)

    def parameter_count(self, shape: Shape) -> int:
        """Return 0: pooling is fixed."""
        return 0


@dataclass(frozen=True, slots=True)
class BatchNorm2d:
    """Each channel brought to mean 0 and variance 1, then scaled and shifted (trained)."""

    short_name: ClassVar[str] = "norm"

    def output_shape(self, shape: Shape) -> Shape:
        """Return the input shape."""
        return require_maps(shape)

    def parameter_count(self, shape: Shape) -> int:
        """Return a scale and a shift for every channel."""
        return 2 * require_maps(shape)[0]


@dataclass(frozen=True, slots=True)
class Flatten:
    """Feature maps laid out as one vector: channel by channel, row by row."""

    short_name: ClassVar[str] = "flatten"

    def output_shape(self, shape: Shape) -> Shape:
        """Return (features,)."""
        if len(shape) == 1:
            raise ArchitectureError("what comes in is a vector already.")
        return (prod(shape),)

    def parameter_count(self, shape: Shape) -> int:
        """Return 0."""
        return 0


@dataclass(frozen=True, slots=True)
class Linear:
    """Every output a weighted sum of every input, plus a bias."""

    short_name: ClassVar[str] = "dense"
    features: int
    _: KW_ONLY
    bias: bool = True

    def __post_init__(self) -> None:
        require_at_least(1, features=self.features)
        _require_bool(bias=self.bias)

    def output_shape(self, shape: Shape) -> Shape:
        """Return (features,)."""
        if len(shape) != 1:
            raise ArchitectureError("Linear needs a vector: put Flatten() before it.")
        return (self.features,)

    def parameter_count(self, shape: Shape) -> int:
        """Return features · (inputs + 1)."""
        return self.features * (shape[0] + int(self.bias))


@dataclass(frozen=True, slots=True)
class Elementwise:
    """A function of every value by itself."""

    def output_shape(self, shape: Shape) -> Shape:
        """Return the input shape."""
        return shape

    def parameter_count(self, shape: Shape) -> int:
        """Return 0."""
        return 0


@dataclass(frozen=True, slots=True)
class ReLU(Elementwise):
    """max(0, x)."""

    short_name: ClassVar[str] = "relu"


@dataclass(frozen=True, slots=True)
class Sigmoid(Elementwise):
    """1 / (1 + exp(-x))."""

    short_name: ClassVar[str] = "sigmoid"


@dataclass(frozen=True, slots=True)
class Tanh(Elementwise):
    """The hyperbolic tangent."""

    short_name: ClassVar[str] = "tanh"


@dataclass(frozen=True, slots=True)
class Dropout(Elementwise):
    """In training a share ``rate`` of the values is set to 0; in use nothing happens."""

    short_name: ClassVar[str] = "dropout"
    rate: float = 0.5

    def __post_init__(self) -> None:
        if not is_number(self.rate) or not 0 <= self.rate < 1:
            raise ArchitectureError("the rate must be at least 0 and below 1.")


def sliding_size(size: int, reach: int, stride: int, padding: int) -> int:
    """Return floor((size + 2·padding - reach) / stride) + 1, the places a window can take.

    Raises:
        ArchitectureError: the window is larger than the padded input.
    """
    room = size + 2 * padding - reach
    if room < 0:
        raise ArchitectureError(
            f"A window of {reach} does not fit into {size} with padding {padding}."
        )
    return room // stride + 1


def require_maps(shape: Shape) -> tuple[int, int, int]:
    """Return channels, rows and columns.

    Raises:
        ArchitectureError: it is the shape of a vector.
    """
    if len(shape) != 3:
        raise ArchitectureError("This layer needs feature maps, but a vector comes in.")
    return shape[0], shape[1], shape[2]


def require_at_least(minimum: int, **values: int) -> None:
    """Check the arguments of a layer, given by name.

    Raises:
        ArchitectureError: one is no whole number or too small.
    """
    for name, value in values.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < minimum:
            raise ArchitectureError(f"{name} must be a whole number of at least {minimum}.")


def is_number(value: object) -> bool:
    """Return whether it is a finite int or float."""
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _require_bool(**values: bool) -> None:
    for name, value in values.items():
        if not isinstance(value, bool):
            raise ArchitectureError(f"{name} must be True or False.")

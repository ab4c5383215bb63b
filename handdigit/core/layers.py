"""The layers a network can be made of, as values.

Shapes are those of one example without the batch: (channels, rows, columns) for feature
maps, (features,) for vectors. Every layer knows its output shape and its number of trained
parameters from the input shape; :data:`LAYERS` lists them all.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from math import prod
from typing import ClassVar, Protocol, runtime_checkable

from handdigit.core.errors import ArchitectureError

Shape = tuple[int, ...]


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
        _require_at_least(1, channels=self.channels, kernel=self.kernel, stride=self.stride)
        _require_at_least(1, dilation=self.dilation)
        _require_at_least(0, padding=self.padding)

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels, rows, columns)."""
        _, rows, columns = _maps(shape)
        reach = self.dilation * (self.kernel - 1) + 1
        size = (sliding_size(n, reach, self.stride, self.padding) for n in (rows, columns))
        return (self.channels, *size)

    def parameter_count(self, shape: Shape) -> int:
        """Return kernels plus biases: channels · (inputs · kernel² + 1)."""
        return self.channels * (_maps(shape)[0] * self.kernel**2 + int(self.bias))


@dataclass(frozen=True, slots=True)
class _Pool2d:
    kernel: int
    _: KW_ONLY
    stride: int | None = None
    """Defaults to the kernel: windows side by side."""
    padding: int = 0

    def __post_init__(self) -> None:
        _require_at_least(1, kernel=self.kernel, stride=self.step)
        _require_at_least(0, padding=self.padding)
        if 2 * self.padding > self.kernel:
            raise ArchitectureError("Pooling: padding can be at most half of the kernel.")

    @property
    def step(self) -> int:
        """The stride in force."""
        return self.kernel if self.stride is None else self.stride

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels, rows, columns)."""
        channels, rows, columns = _maps(shape)
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
class BatchNorm2d:
    """Each channel brought to mean 0 and variance 1, then scaled and shifted (trained)."""

    short_name: ClassVar[str] = "norm"

    def output_shape(self, shape: Shape) -> Shape:
        """Return the input shape."""
        return _maps(shape)

    def parameter_count(self, shape: Shape) -> int:
        """Return a scale and a shift for every channel."""
        return 2 * _maps(shape)[0]


@dataclass(frozen=True, slots=True)
class Flatten:
    """Feature maps laid out as one vector: channel by channel, row by row."""

    short_name: ClassVar[str] = "flatten"

    def output_shape(self, shape: Shape) -> Shape:
        """Return (features,)."""
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
        _require_at_least(1, features=self.features)

    def output_shape(self, shape: Shape) -> Shape:
        """Return (features,)."""
        if len(shape) != 1:
            raise ArchitectureError("Linear needs a vector: put Flatten() before it.")
        return (self.features,)

    def parameter_count(self, shape: Shape) -> int:
        """Return features · (inputs + 1)."""
        return self.features * (shape[0] + int(self.bias))


@dataclass(frozen=True, slots=True)
class _Elementwise:
    def output_shape(self, shape: Shape) -> Shape:
        """Return the input shape."""
        return shape

    def parameter_count(self, shape: Shape) -> int:
        """Return 0."""
        return 0


@dataclass(frozen=True, slots=True)
class ReLU(_Elementwise):
    """max(0, x)."""

    short_name: ClassVar[str] = "relu"


@dataclass(frozen=True, slots=True)
class Sigmoid(_Elementwise):
    """1 / (1 + exp(-x))."""

    short_name: ClassVar[str] = "sigmoid"


@dataclass(frozen=True, slots=True)
class Tanh(_Elementwise):
    """The hyperbolic tangent."""

    short_name: ClassVar[str] = "tanh"


@dataclass(frozen=True, slots=True)
class Dropout(_Elementwise):
    """In training a share ``rate`` of the values is set to 0; in use nothing happens."""

    short_name: ClassVar[str] = "dropout"
    rate: float = 0.5

    def __post_init__(self) -> None:
        if not 0 <= self.rate < 1:
            raise ArchitectureError("Dropout: the rate must be at least 0 and below 1.")


LAYERS: tuple[type[Layer], ...] = (
    Conv2d,
    MaxPool2d,
    AvgPool2d,
    BatchNorm2d,
    Flatten,
    Linear,
    ReLU,
    Sigmoid,
    Tanh,
    Dropout,
)


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


def _maps(shape: Shape) -> tuple[int, int, int]:
    if len(shape) != 3:
        raise ArchitectureError("This layer needs feature maps, but a vector comes in.")
    return shape[0], shape[1], shape[2]


def _require_at_least(minimum: int, **values: int) -> None:
    for name, value in values.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < minimum:
            raise ArchitectureError(f"{name} must be a whole number of at least {minimum}.")

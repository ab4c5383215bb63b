"""The layers a network can be made of, as values, and the table of them.

What each can tell is said in :mod:`handdigit.network.layer`; what branches is in
:mod:`handdigit.network.blocks`.

What only LeNet-5 has is in :mod:`handdigit.network.lenet5_layers`.

A new layer type is a class here and its line in :data:`LAYERS`, an entry in
:data:`handdigit.inspection.rules.table.RULES` and one in
:data:`handdigit.recognition.modules.MODULES`.
"""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from math import prod
from typing import ClassVar

from handdigit.errors import ArchitectureError
from handdigit.network.layer import (
    Elementwise,
    Layer,
    Shape,
    Sliding,
    Weighted,
    Window,
    is_number,
    require_at_least,
    require_bool,
    require_maps,
)
from handdigit.network.lenet5_layers import (
    Pad2d,
    PartialConv2d,
    Rbf,
    Rescale,
    ScaledTanh,
    Subsample2d,
)
from handdigit.sentences import sentence

NORM_EPSILON = 1e-5
"""Added to a variance before its root is divided by; torch's default."""


@dataclass(frozen=True, slots=True)
class Conv2d(Sliding, Weighted):
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
        require_bool(bias=self.bias)

    @classmethod
    def usual(cls, channels: int) -> Layer:
        """Return one that keeps rows and columns."""
        return cls(16, kernel=3, padding=1)

    @property
    def window(self) -> Window:
        """The kernel's."""
        return Window(self.kernel, self.stride, self.padding, self.dilation)

    def output_maps(self, maps: int) -> int:
        """Return the number of kernels."""
        return self.channels

    def parameter_count(self, shape: Shape) -> int:
        """Return kernels plus biases."""
        return self.channels * (require_maps(shape)[0] * self.kernel**2 + int(self.bias))

    def parameter_formula(self, shape: Shape) -> str:
        """Return ``channels · (inputs · kernel² + 1)``."""
        return f"{self.channels} · ({shape[0]} · {self.kernel}²{' + 1' if self.bias else ''})"

    def operation_count(self, shape: Shape) -> int:
        """Return a kernel on every input map for every output."""
        return prod(self.output_shape(shape)) * shape[0] * self.kernel**2

    def operation_formula(self, shape: Shape) -> str:
        """Return ``channels · rows · columns · inputs · kernel²``."""
        outputs = " · ".join(map(str, self.output_shape(shape)))
        return f"{outputs} · {shape[0]} · {self.kernel}²"


@dataclass(frozen=True, slots=True)
class _Pool2d(Sliding):
    kernel: int
    _: KW_ONLY
    stride: int | None = None
    """Defaults to the kernel: windows side by side."""
    padding: int = 0

    def __post_init__(self) -> None:
        require_at_least(1, kernel=self.kernel, stride=self.step)
        require_at_least(0, padding=self.padding)
        if 2 * self.padding > self.kernel:
            raise ArchitectureError(sentence("padding can be at most half of the kernel."))

    @classmethod
    def usual(cls, channels: int) -> Layer:
        """Return one that halves rows and columns."""
        return cls(2)

    @property
    def step(self) -> int:
        """The stride in force."""
        return self.kernel if self.stride is None else self.stride

    @property
    def window(self) -> Window:
        """The part that one value is of."""
        return Window(self.kernel, self.step, self.padding)


class MaxPool2d(_Pool2d):
    """The largest value of each window, channel by channel."""

    __slots__ = ()
    short_name: ClassVar[str] = "pool"


class AvgPool2d(_Pool2d):
    """The mean of each window, channel by channel."""

    __slots__ = ()
    short_name: ClassVar[str] = "pool"


@dataclass(frozen=True, slots=True)
class GlobalAvgPool2d(Layer):
    """The mean of each whole map: a vector with one value a channel (Lin et al. 2014)."""

    short_name: ClassVar[str] = "mean"

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels,)."""
        return (require_maps(shape)[0],)


@dataclass(frozen=True, slots=True)
class BatchNorm2d(Elementwise):
    """Each channel brought to mean 0 and variance 1, then scaled and shifted (trained)."""

    short_name: ClassVar[str] = "norm"

    def output_shape(self, shape: Shape) -> Shape:
        """Return the input shape."""
        return require_maps(shape)

    def parameter_count(self, shape: Shape) -> int:
        """Return a scale and a shift for every channel."""
        return 2 * require_maps(shape)[0]

    def parameter_formula(self, shape: Shape) -> str:
        """Return ``2 · channels``."""
        return f"2 · {shape[0]}"

    def operation_count(self, shape: Shape) -> int:
        """Return one for every value: scale and shift can be one product and one sum."""
        return prod(shape)


@dataclass(frozen=True, slots=True)
class Flatten(Layer):
    """Feature maps laid out as one vector: channel by channel, row by row."""

    short_name: ClassVar[str] = "flatten"
    is_numbered: ClassVar[bool] = False

    def output_shape(self, shape: Shape) -> Shape:
        """Return (features,)."""
        if len(shape) == 1:
            raise ArchitectureError(sentence("what comes in is a vector already."))
        return (prod(shape),)


@dataclass(frozen=True, slots=True)
class Linear(Weighted):
    """Every output a weighted sum of every input, plus a bias."""

    short_name: ClassVar[str] = "dense"
    features: int
    _: KW_ONLY
    bias: bool = True

    def __post_init__(self) -> None:
        require_at_least(1, features=self.features)
        require_bool(bias=self.bias)

    @classmethod
    def usual(cls, channels: int) -> Layer:
        """Return a hidden layer of usual size."""
        return cls(100)

    def output_shape(self, shape: Shape) -> Shape:
        """Return (features,)."""
        if len(shape) != 1:
            raise ArchitectureError(sentence("Linear needs a vector: put Flatten() before it."))
        return (self.features,)

    def parameter_count(self, shape: Shape) -> int:
        """Return weights plus biases."""
        return self.features * (shape[0] + int(self.bias))

    def parameter_formula(self, shape: Shape) -> str:
        """Return ``features · (inputs + 1)``."""
        return f"{self.features} · ({shape[0]}{' + 1' if self.bias else ''})"

    def operation_count(self, shape: Shape) -> int:
        """Return a product for every weight."""
        return self.features * shape[0]


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
            raise ArchitectureError(sentence("the rate must be at least 0 and below 1."))


LAYERS: list[type[Layer]] = [
    Conv2d,
    MaxPool2d,
    AvgPool2d,
    GlobalAvgPool2d,
    BatchNorm2d,
    Flatten,
    Linear,
    ReLU,
    Sigmoid,
    Tanh,
    Dropout,
    PartialConv2d,
    Subsample2d,
    ScaledTanh,
    Rescale,
    Pad2d,
    Rbf,
]
"""Every layer that can be written, by the name of its class; its docstring is its help."""

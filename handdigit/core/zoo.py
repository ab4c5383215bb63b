"""Networks that come with the program, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from handdigit.core.architecture import Architecture
from handdigit.core.layers import (
    BatchNorm2d,
    Conv2d,
    Dropout,
    Flatten,
    Layer,
    Linear,
    MaxPool2d,
    ReLU,
    Sigmoid,
)


def _convolution(channels: int, kernel: int, *, stride: int = 1) -> tuple[Layer, ...]:
    """Return a size-keeping convolution with batch normalisation and ReLU."""
    convolution = Conv2d(channels, kernel=kernel, stride=stride, padding=kernel // 2, bias=False)
    return (convolution, BatchNorm2d(), ReLU())


SOFTMAX_REGRESSION = Architecture((Flatten(), Linear(10)))
"""One weighted sum a digit: what can be done without any hidden layer."""

DENSE_30 = Architecture((Flatten(), Linear(30), Sigmoid(), Linear(10)))
DENSE_100 = Architecture((Flatten(), Linear(100), Sigmoid(), Linear(10)))
"""Nielsen 2015, chapter 6: the baseline of the ladder (97.80 %)."""

NETWORK3_2CONV = Architecture(
    (
        Conv2d(20, kernel=5),
        ReLU(),
        MaxPool2d(2),
        Conv2d(40, kernel=5),
        ReLU(),
        MaxPool2d(2),
        Flatten(),
        Linear(100),
        ReLU(),
        Linear(10),
    )
)
"""Nielsen 2015, chapter 6: two convolutions with rectified linear units (99.23 %)."""

LENET5_RELU = Architecture(
    (
        Conv2d(6, kernel=5, padding=2),
        ReLU(),
        MaxPool2d(2),
        Conv2d(16, kernel=5),
        ReLU(),
        MaxPool2d(2),
        Flatten(),
        Linear(120),
        ReLU(),
        Linear(84),
        ReLU(),
        Linear(10),
    )
)
"""LeNet-5 (LeCun et al. 1998) as it is built today: full connections, max pooling, ReLU."""

SMALL = Architecture(
    (
        *_convolution(16, 5, stride=2),
        *_convolution(32, 3),
        MaxPool2d(2),
        *_convolution(64, 3),
        MaxPool2d(2),
        Flatten(),
        Linear(10),
    )
)

DEFAULT = Architecture(
    (
        *_convolution(32, 5, stride=2),
        *_convolution(64, 3),
        MaxPool2d(2),
        *_convolution(96, 3),
        *_convolution(96, 3),
        MaxPool2d(2),
        Flatten(),
        Dropout(0.3),
        Linear(10),
    )
)
"""The network of the shipped model."""

ZOO: Mapping[str, Architecture] = MappingProxyType(
    {
        "default": DEFAULT,
        "small": SMALL,
        "lenet5-relu": LENET5_RELU,
        "network3-2conv": NETWORK3_2CONV,
        "dense-100": DENSE_100,
        "dense-30": DENSE_30,
        "softmax-regression": SOFTMAX_REGRESSION,
    }
)

"""Networks that come with the program, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from handdigit.network.architecture import MNIST_MEAN, MNIST_STD, Architecture
from handdigit.network.blocks import Inception, Part, Residual
from handdigit.network.layers import (
    BatchNorm2d,
    Conv2d,
    Dropout,
    Flatten,
    GlobalAvgPool2d,
    Linear,
    MaxPool2d,
    ReLU,
    Sigmoid,
)
from handdigit.network.lenet5_layers import (
    LENET5_TABLE,
    Pad2d,
    PartialConv2d,
    Rbf,
    Rescale,
    ScaledTanh,
    Subsample2d,
)


def _convolution(channels: int, kernel: int, *, stride: int = 1) -> tuple[Part, ...]:
    """Return a size-keeping convolution with batch normalisation and ReLU."""
    convolution = Conv2d(channels, kernel=kernel, stride=stride, padding=kernel // 2, bias=False)
    return (convolution, BatchNorm2d(), ReLU())


SOFTMAX_REGRESSION = Architecture((Flatten(), Linear(10)))
"""One weighted sum a digit: what can be done without any hidden layer."""

DENSE_30 = Architecture((Flatten(), Linear(30), Sigmoid(), Linear(10)))
DENSE_100 = Architecture((Flatten(), Linear(100), Sigmoid(), Linear(10)))
"""Nielsen 2015, chapter 6: the baseline of the ladder (97.80 %)."""

KERAS_CNN = Architecture(
    (
        Conv2d(32, kernel=4),
        ReLU(),
        MaxPool2d(3),
        Conv2d(64, kernel=4),
        ReLU(),
        MaxPool2d(3),
        Flatten(),
        Linear(64),
        ReLU(),
        Linear(10),
    )
)
"""The Keras-style MNIST network of many tutorials: valid padding, pooling by 3."""

NETWORK3_1CONV = Architecture(
    (
        Conv2d(20, kernel=5),
        Sigmoid(),
        MaxPool2d(2),
        Flatten(),
        Linear(100),
        Sigmoid(),
        Linear(10),
    )
)
"""Nielsen 2015, chapter 6: one convolution, sigmoid units (98.78 %)."""

_NIELSEN_CONVOLUTIONS: tuple[Part, ...] = (
    Conv2d(20, kernel=5),
    ReLU(),
    MaxPool2d(2),
    Conv2d(40, kernel=5),
    ReLU(),
    MaxPool2d(2),
    Flatten(),
)

NETWORK3_2CONV = Architecture((*_NIELSEN_CONVOLUTIONS, Linear(100), ReLU(), Linear(10)))
"""Nielsen 2015, chapter 6: two convolutions with rectified linear units (99.23 %; 99.37 %
with the training set expanded by one-pixel shifts)."""

NETWORK3_DROPOUT = Architecture(
    (
        *_NIELSEN_CONVOLUTIONS,
        Dropout(0.5),
        Linear(1000),
        ReLU(),
        Dropout(0.5),
        Linear(1000),
        ReLU(),
        Dropout(0.5),
        Linear(10),
    )
)
"""Nielsen 2015, chapter 6: two wide dense layers, dropout before every dense layer (99.60 %;
99.67 % as an ensemble of five)."""

LENET5 = Architecture(
    (
        Rescale(round(1.275 * MNIST_STD, 7), shift=round(1.275 * MNIST_MEAN - 0.1, 7)),
        Pad2d(2, value=-0.1),
        Conv2d(6, kernel=5),
        ScaledTanh(),
        Subsample2d(2),
        ScaledTanh(),
        PartialConv2d(LENET5_TABLE, kernel=5),
        ScaledTanh(),
        Subsample2d(2),
        ScaledTanh(),
        Conv2d(120, kernel=5),
        ScaledTanh(),
        Flatten(),
        Linear(84),
        ScaledTanh(),
        Rbf(),
    )
)
"""LeNet-5 (LeCun et al. 1998): C1, S2, C3 by its connection table, S4, C5, F6, and an output
that compares F6 with fixed 7×12 pictures of the digits. It has the paper's 60,000 parameters.

The first two layers undo the normalisation and bring paper to -0.1, ink to 1.175 and the
picture to 32×32, as in the paper. The pictures are drawn anew; the loss is softmax with
cross-entropy, the paper's equation 9 without the constant for what is no digit.
"""

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

ALEXNET_MINI = Architecture(
    (
        Conv2d(24, kernel=5, padding=2),
        ReLU(),
        MaxPool2d(3, stride=2),
        Conv2d(48, kernel=5, padding=2),
        ReLU(),
        MaxPool2d(3, stride=2),
        Conv2d(64, kernel=3, padding=1),
        ReLU(),
        Conv2d(64, kernel=3, padding=1),
        ReLU(),
        Conv2d(48, kernel=3, padding=1),
        ReLU(),
        MaxPool2d(3, stride=2),
        Flatten(),
        Dropout(0.5),
        Linear(256),
        ReLU(),
        Dropout(0.5),
        Linear(256),
        ReLU(),
        Linear(10),
    )
)
"""After AlexNet (Krizhevsky et al. 2012): five convolutions, the first ones with large
kernels, ReLU, overlapping pooling, dropout in wide dense layers."""

VGG_MINI = Architecture(
    (
        *(Conv2d(16, kernel=3, padding=1), ReLU()) * 2,
        MaxPool2d(2),
        *(Conv2d(32, kernel=3, padding=1), ReLU()) * 2,
        MaxPool2d(2),
        *(Conv2d(64, kernel=3, padding=1), ReLU()) * 2,
        MaxPool2d(2),
        Flatten(),
        *(Linear(128), ReLU(), Dropout(0.5)) * 2,
        Linear(10),
    )
)
"""After VGG (Simonyan and Zisserman 2015): nothing but 3×3 kernels, two see 5×5; channels
double where pooling halves the maps."""


def _inception(direct: int, middle: int, wide: int, pooled: int) -> Inception:
    """Return the four branches: 1×1; 1×1 then 3×3; 1×1 then 5×5; pooling then 1×1.

    The 1×1 kernels before the larger ones halve the channels: the bottleneck.
    """
    return Inception(
        (
            _convolution(direct, 1),
            (*_convolution(middle // 2, 1), *_convolution(middle, 3)),
            (*_convolution(wide // 2, 1), *_convolution(wide, 5)),
            (MaxPool2d(3, stride=1, padding=1), *_convolution(pooled, 1)),
        )
    )


INCEPTION_MINI = Architecture(
    (
        *_convolution(24, 3),
        MaxPool2d(2),
        _inception(16, 32, 16, 16),
        MaxPool2d(2),
        _inception(32, 64, 32, 32),
        _inception(48, 96, 32, 32),
        GlobalAvgPool2d(),
        Dropout(0.2),
        Linear(10),
    )
)
"""After GoogLeNet (Szegedy et al. 2015): parallel branches of different reach behind 1×1
bottlenecks, a global mean in place of dense layers; with batch normalisation as in its
second version (Ioffe and Szegedy 2015)."""


def _residual(channels: int, *, widens: bool) -> tuple[Part, ...]:
    """Return a basic block and the ReLU after it; ``widens`` also halves the maps."""
    stride = 2 if widens else 1
    second = Conv2d(channels, kernel=3, padding=1, bias=False)
    shortcut = (Conv2d(channels, kernel=1, stride=2, bias=False), BatchNorm2d()) if widens else ()
    body = (*_convolution(channels, 3, stride=stride), second, BatchNorm2d())
    return (Residual(body, shortcut=shortcut), ReLU())


RESNET_MINI = Architecture(
    (
        *_convolution(24, 3),
        *_residual(24, widens=False),
        *_residual(48, widens=True),
        *_residual(96, widens=True),
        GlobalAvgPool2d(),
        Linear(10),
    )
)
"""After ResNet (He et al. 2016): what a block learns is added to what comes in; where the
maps shrink, a 1×1 convolution brings the shortcut to the same shape."""

SMALL = Architecture(
    (
        *_convolution(16, 5, stride=2),
        *_convolution(32, 3),
        MaxPool2d(2),
        *_convolution(56, 3),
        *_convolution(64, 3),
        MaxPool2d(2),
        Flatten(),
        Linear(10),
    )
)
"""Sixty thousand parameters: a quarter of a megabyte, trained in minutes."""

MEDIUM = Architecture(
    (
        *_convolution(24, 3),
        *_convolution(64, 3, stride=2),
        *_convolution(64, 3),
        MaxPool2d(2),
        *_convolution(128, 3),
        *_convolution(128, 3),
        MaxPool2d(2),
        Flatten(),
        Dropout(0.3),
        Linear(10),
    )
)
"""As many parameters as default, with a stride early: for any data, over an hour on one core."""

DEFAULT = Architecture(
    (
        *_convolution(16, 3),
        *_convolution(32, 3),
        MaxPool2d(2),
        *_convolution(64, 3),
        *_convolution(64, 3),
        MaxPool2d(2),
        *_convolution(128, 3),
        *_convolution(128, 3),
        MaxPool2d(2),
        Flatten(),
        Dropout(0.1),
        Linear(10),
    )
)
"""The network of the shipped model: its first two layers keep the full resolution, since what
tells a 1 with a flag from a 7 is a pixel or two."""

LARGE = Architecture(
    (
        *_convolution(32, 3),
        *_convolution(64, 3),
        MaxPool2d(2),
        *_convolution(128, 3),
        *_convolution(128, 3),
        MaxPool2d(2),
        *_convolution(256, 3),
        *_convolution(256, 3),
        MaxPool2d(2),
        Flatten(),
        Dropout(0.4),
        Linear(10),
    )
)
"""The same with twice the channels and four times the multiply-adds, a million parameters: what
learns from all data first, and teaches the shipped model; four of these vote in the ensemble."""

SPRINT = Architecture(
    (
        *(Conv2d(16, kernel=5, stride=2, bias=False), BatchNorm2d(), ReLU()),
        *(Conv2d(32, kernel=3, padding=1, bias=False), MaxPool2d(2), BatchNorm2d(), ReLU()),
        *_convolution(64, 3),
        *(Conv2d(64, kernel=3, bias=False), MaxPool2d(2), BatchNorm2d(), ReLU()),
        Flatten(),
        Linear(10),
    )
)
"""The most accuracy for the least time: the first layer leaves 12×12 of 28×28, pooling before
normalisation leaves that and ReLU a quarter of the numbers, and the last kernels stay inside
their maps. Strides in place of pooling cost accuracy; maps of 10×10 in place of 12×12 keep the
processor further from its peak."""

ZOO: Mapping[str, Architecture] = MappingProxyType(
    {
        "default": DEFAULT,
        "large": LARGE,
        "medium": MEDIUM,
        "small": SMALL,
        "sprint": SPRINT,
        "lenet5": LENET5,
        "lenet5-relu": LENET5_RELU,
        "keras-cnn": KERAS_CNN,
        "network3-1conv": NETWORK3_1CONV,
        "network3-2conv": NETWORK3_2CONV,
        "network3-dropout": NETWORK3_DROPOUT,
        "alexnet-mini": ALEXNET_MINI,
        "vgg-mini": VGG_MINI,
        "inception-mini": INCEPTION_MINI,
        "resnet-mini": RESNET_MINI,
        "dense-100": DENSE_100,
        "dense-30": DENSE_30,
        "softmax-regression": SOFTMAX_REGRESSION,
    }
)

"""What the networks of the zoo are, in a line each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Networks"
_LINES: Mapping[str, object] = MappingProxyType(
    {
        "default": QT_TRANSLATE_NOOP("Networks", "The shipped model's: a million weights, a night"),
        "small": QT_TRANSLATE_NOOP("Networks", "The quickest that reads well: a good first try"),
        "medium": QT_TRANSLATE_NOOP("Networks", "Between small and default: over an hour"),
        "sprint": QT_TRANSLATE_NOOP("Networks", "Learns MNIST within seconds: little arithmetic"),
        "lenet5": QT_TRANSLATE_NOOP("Networks", "LeCun 1998, as in the paper, with its table"),
        "lenet5-relu": QT_TRANSLATE_NOOP("Networks", "LeNet-5 as it is built today"),
        "keras-cnn": QT_TRANSLATE_NOOP("Networks", "The network of many tutorials"),
        "network3-1conv": QT_TRANSLATE_NOOP("Networks", "Nielsen 2015: one convolution, sigmoid"),
        "network3-2conv": QT_TRANSLATE_NOOP("Networks", "Nielsen 2015: two convolutions, ReLU"),
        "network3-dropout": QT_TRANSLATE_NOOP("Networks", "Nielsen 2015: wide, with dropout"),
        "alexnet-mini": QT_TRANSLATE_NOOP("Networks", "After AlexNet (2012): large first kernels"),
        "vgg-mini": QT_TRANSLATE_NOOP("Networks", "After VGG (2015): 3×3 kernels and depth"),
        "inception-mini": QT_TRANSLATE_NOOP("Networks", "After GoogLeNet (2015): branches"),
        "resnet-mini": QT_TRANSLATE_NOOP("Networks", "After ResNet (2016): shortcuts add"),
        "dense-100": QT_TRANSLATE_NOOP("Networks", "No convolution: 100 hidden units"),
        "dense-30": QT_TRANSLATE_NOOP("Networks", "No convolution: 30 hidden units"),
        "softmax-regression": QT_TRANSLATE_NOOP("Networks", "No hidden layer at all"),
    }
)


def network_line(name: str) -> str:
    """Return what a network of the zoo is; nothing for others."""
    line = _LINES.get(name)
    return "" if line is None else QCoreApplication.translate(CONTEXT, str(line))

"""What a layer is when it is added to a network: usual sizes, fitting what comes in."""

from __future__ import annotations

from handdigit.core.blocks import Block, Inception, Part, Residual
from handdigit.core.layers import (
    AvgPool2d,
    Conv2d,
    Dropout,
    Layer,
    Linear,
    MaxPool2d,
    ReLU,
    Shape,
)
from handdigit.core.lenet_layers import (
    LENET5_TABLE,
    Pad2d,
    PartialConv2d,
    Rescale,
    Subsample2d,
)

CHANNELS = 16
USUAL: tuple[Part, ...] = (
    Conv2d(CHANNELS, kernel=3, padding=1),
    MaxPool2d(2),
    AvgPool2d(2),
    Linear(100),
    Dropout(0.5),
    PartialConv2d(LENET5_TABLE, kernel=5),
    Subsample2d(2),
    Rescale(1.0),
    Pad2d(2),
)
_USUAL_BY_TYPE = {type(part): part for part in USUAL}


def new_layer(kind: type[Layer] | type[Block], shape: Shape | None) -> Part:
    """Return a layer to start with for an input of ``shape``, None where that is not known."""
    channels = shape[0] if shape is not None and len(shape) == 3 else CHANNELS
    if kind is Residual:
        second = Conv2d(channels, kernel=3, padding=1)
        return Residual((Conv2d(channels, kernel=3, padding=1), ReLU(), second))
    if kind is Inception:
        wide = (Conv2d(CHANNELS, kernel=3, padding=1), ReLU())
        return Inception(((Conv2d(CHANNELS, kernel=1), ReLU()), wide))
    return _USUAL_BY_TYPE[kind] if kind in _USUAL_BY_TYPE else kind()  # type: ignore[call-arg]

"""All pages in their order: help, then the course."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from handdigit.gui.course.help_pages import HELP
from handdigit.gui.course.layer_pages import LAYER_PAGES
from handdigit.gui.course.page import Page
from handdigit.gui.course.training_pages import TRAINING_PAGES
from handdigit.gui.state.navigation import INSIDE
from handdigit.network.blocks import Add, Concat
from handdigit.network.layers import (
    AvgPool2d,
    BatchNorm2d,
    Conv2d,
    Dropout,
    GlobalAvgPool2d,
    Linear,
    MaxPool2d,
    ReLU,
    Sigmoid,
    Tanh,
)
from handdigit.network.lenet5_layers import PartialConv2d, Rbf, ScaledTanh, Subsample2d

COURSE: tuple[Page, ...] = (*LAYER_PAGES, *TRAINING_PAGES)
"""In the order of learning; the keys are stored as progress."""
PAGES: tuple[Page, ...] = (*HELP, *COURSE)
_BY_KEY = {page.key: page for page in PAGES}
assert len(_BY_KEY) == len(PAGES), "two pages have one key"
_BY_PART = {part: page for page in HELP for part in page.parts}

_KINDS = (
    ((Conv2d, PartialConv2d), "convolution"),
    ((MaxPool2d, AvgPool2d, GlobalAvgPool2d, Subsample2d), "pooling"),
    ((ReLU, Sigmoid, Tanh, ScaledTanh), "activation"),
    (BatchNorm2d, "batch-norm"),
    (Dropout, "overfitting"),
    (Linear, "dense"),
    ((Add, Concat), "deeper"),
    (Rbf, "lenet5"),
)
"""Pages about kinds of layers."""


def page_of(key: str) -> Page:
    """Return a page by its key."""
    return _BY_KEY[key]


def page_about(widget: QWidget | None, panel: str, layer: object = None) -> Page:
    """Return the page of the innermost part of the window that a widget belongs to.

    Of what has no page of its own it is that of the panel in front, by its key, or the first. In
    Inside it is the page of the kind of ``layer`` that is open there.
    """
    page = _BY_KEY.get(panel, HELP[0])
    while widget is not None:
        if widget.objectName() in _BY_PART:
            page = _BY_PART[widget.objectName()]
            break
        widget = widget.parentWidget()
    if page.key != INSIDE:
        return page
    return next((_BY_KEY[key] for kinds, key in _KINDS if isinstance(layer, kinds)), page)

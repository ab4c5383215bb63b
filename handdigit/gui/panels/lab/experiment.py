"""What is tried out in the Lab, as one value: input, kernel, settings; and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np

from handdigit.network.convolution import (
    Axis,
    Sliding,
    Values,
    convolution,
    cross_correlation,
    max_pooling,
    mean_pooling,
    plan_axes,
    pooling_axes,
    windows,
)
from handdigit.number_format import with_decimals

Place = tuple[int, int]
"""Row and column; the row of something one-dimensional is 0."""


class Operation(Enum):
    """What is done at every place."""

    CORRELATION = "correlation"
    CONVOLUTION = "convolution"
    MAX_POOLING = "max"
    MEAN_POOLING = "mean"

    @property
    def is_pooling(self) -> bool:
        """Whether there are no weights to choose."""
        return self in (Operation.MAX_POOLING, Operation.MEAN_POOLING)


@dataclass(frozen=True, slots=True)
class Look:
    """How one output value comes about."""

    rows: tuple[int, ...]
    """Input rows under the kernel; outside of the input is padding."""
    columns: tuple[int, ...]
    values: Values
    """(rows, columns) of what is under the kernel; padding is 0, in max pooling −∞."""
    weights: Values | None
    """(rows, columns) as applied, so turned by 180° in a convolution; None in max pooling."""
    result: float

    @property
    def winner(self) -> Place | None:
        """In max pooling where in the window the (first) largest value is."""
        if self.weights is not None:
            return None
        row, column = np.unravel_index(int(self.values.argmax()), self.values.shape)
        return int(row), int(column)


@dataclass(frozen=True, slots=True, eq=False)
class Experiment:
    """An input of one or two dimensions, a kernel of as many, and the settings."""

    values: Values
    kernel: Values
    operation: Operation = Operation.CORRELATION
    sliding: Sliding = Sliding()

    @property
    def axes(self) -> tuple[Axis, ...]:
        """How the kernel slides, axis by axis; it need not fit."""
        return plan_axes(self.values.shape, self.kernel.shape, self.sliding)

    @property
    def weights(self) -> Values | None:
        """The weights as applied; None in max pooling."""
        match self.operation:
            case Operation.MAX_POOLING:
                return None
            case Operation.MEAN_POOLING:
                return np.full(self.kernel.shape, 1 / self.kernel.size)
            case Operation.CONVOLUTION:
                return np.flip(self.kernel)
        return self.kernel

    def output(self) -> Values:
        """Return every output value, (rows, columns); one row in one dimension.

        Raises:
            ConvolutionError: there is no place for the kernel, or padding is too much.
        """
        if self.operation.is_pooling:
            pool = max_pooling if self.operation is Operation.MAX_POOLING else mean_pooling
            found = pool(self.values, self.kernel.shape[0], self.sliding)
        else:
            turns = self.operation is Operation.CONVOLUTION
            slide = convolution if turns else cross_correlation
            found = slide(self.values, self.kernel, self.sliding)
        return np.atleast_2d(found)

    def look(self, place: Place) -> Look:
        """Return how the output value at a place comes about.

        Raises:
            ConvolutionError: there is no place for the kernel, or padding is too much.
        """
        axes = self.axes
        if self.operation.is_pooling:
            axes = pooling_axes(self.values.shape, self.kernel.shape[0], self.sliding)
        is_max = self.operation is Operation.MAX_POOLING
        at = place[-self.values.ndim :]
        values = windows(self.values, axes, fill=-np.inf if is_max else 0.0)[at]
        weights = self.weights
        result = float(values.max() if weights is None else (values * weights).sum())
        taps = [axis.taps(index) for axis, index in zip(axes, at, strict=True)]
        return Look(
            rows=taps[0] if len(taps) == 2 else (0,),
            columns=taps[-1],
            values=np.atleast_2d(values),
            weights=None if weights is None else np.atleast_2d(weights),
            result=result,
        )


def strongest(output: Values) -> Place:
    """Return where (rows, columns) of values have the one that is largest without its sign."""
    row, column = np.unravel_index(int(np.abs(output).argmax()), output.shape)
    return int(row), int(column)


@dataclass(frozen=True, slots=True, eq=False)
class ChannelExperiment:
    """Several filters on an input of several channels: a kernel for each pair, and biases."""

    values: Values
    """(channels, rows, columns)."""
    kernels: Values
    """(filters, channels, K, K)."""
    biases: Values
    """(filters,)."""
    sliding: Sliding = Sliding()

    def channel(self, number: int, channel: int) -> Experiment:
        """Return what a filter does with one channel."""
        return Experiment(self.values[channel], self.kernels[number, channel], sliding=self.sliding)

    def output(self) -> Values:
        """Return the sums over all channels plus the biases, (filters, rows, columns).

        Raises:
            ConvolutionError: there is no place for the kernels.
        """
        filters, channels = self.kernels.shape[:2]
        return np.stack(
            [
                sum(self.channel(number, channel).output() for channel in range(channels))
                + self.biases[number]
                for number in range(filters)
            ]
        )


LARGEST = 1e6
"""A cell takes nothing larger: it could not be read any more."""


def bracketed(value: float, decimals: int = 2) -> str:
    """Return a number as it stands after a sign: in brackets where it is negative."""
    text = with_decimals(value, decimals)
    return f"({text})" if value < 0 else text


def parse_number(text: str) -> float | None:
    """Return the number that somebody typed, ``1/9`` and ``0,5`` included; None if it is none."""
    plain = text.strip().replace("−", "-").replace(",", ".")
    top, slash, bottom = plain.partition("/")
    try:
        value = float(top) / (float(bottom) if slash else 1.0)
    except (ValueError, ZeroDivisionError):
        return None
    return value if abs(value) <= LARGEST else None

"""Convolution and pooling by hand, in one dimension or two: windows, sums, sizes, counts.

A network's "convolution" is cross-correlation; convolution proper turns the kernel by 180°
first (Goodfellow et al. 2016, section 9.1). Everything here equals torch's functions of the
same settings; sizes follow Dumoulin and Visin 2016 (arXiv 1603.07285).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import comb, prod

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from handdigit.errors import HanddigitError
from handdigit.sentences import sentence

Values = NDArray[np.float64]


class ConvolutionError(HanddigitError):
    """Settings under which there is nothing to compute; the text says what to change."""


class Padding(StrEnum):
    """Padding that follows from the kernel, as opposed to a number."""

    VALID = "valid"
    """None: the kernel stays inside the input."""
    SAME = "same"
    """As much as keeps the size at stride 1; an odd rest goes behind, as in torch."""
    FULL = "full"
    """As much as lets the kernel overlap the input by a single value."""


def padding_sides(padding: Padding | int, kernel: int, dilation: int = 1) -> tuple[int, int]:
    """Return how many values are put before and behind an axis."""
    span = dilation * (kernel - 1)
    match padding:
        case Padding.VALID:
            return 0, 0
        case Padding.SAME:
            return span // 2, span - span // 2
        case Padding.FULL:
            return span, span
    return padding, padding


@dataclass(frozen=True, slots=True)
class Sliding:
    """How a kernel slides over an input, the same along every axis."""

    padding: Padding | int = Padding.VALID
    stride: int = 1
    dilation: int = 1


@dataclass(frozen=True, slots=True)
class Axis:
    """How a kernel slides along one axis of the input."""

    size: int
    kernel: int
    stride: int = 1
    dilation: int = 1
    sides: tuple[int, int] = (0, 0)
    """Padding before and behind."""

    @property
    def reach(self) -> int:
        """How many values the kernel spans: dilation · (kernel − 1) + 1."""
        return self.dilation * (self.kernel - 1) + 1

    @property
    def padded(self) -> int:
        """The size with its padding."""
        return self.size + sum(self.sides)

    @property
    def output(self) -> int:
        """The number of places for the kernel, floor((padded − reach) / stride) + 1.

        Raises:
            ConvolutionError: the kernel does not fit.
        """
        room = self.padded - self.reach
        if room < 0:
            raise ConvolutionError(
                sentence(
                    "The kernel spans {0}, the padded input only {1}: take a smaller kernel "
                    "or dilation, or more padding.",
                    self.reach,
                    self.padded,
                )
            )
        return room // self.stride + 1

    @property
    def dropped(self) -> int:
        """How many of the last padded values the floor leaves out.

        Raises:
            ConvolutionError: the kernel does not fit.
        """
        return self.padded - self.reach - (self.output - 1) * self.stride

    def size_formula(self) -> str:
        """Return how the output's size comes about, ``(28 + 2·1 − 3)/2 + 1 = 14.5 → 14``.

        Of a kernel that does not fit it is what the formula gives, below 1.
        """
        before, behind = self.sides
        terms = [str(self.size)]
        if before == behind and before:
            terms.append(f"+ 2·{before}")
        elif before or behind:
            terms.append(f"+ {before} + {behind}")
        spanned = f"− {self.dilation}·({self.kernel} − 1) − 1"
        terms.append(spanned if self.dilation > 1 else f"− {self.kernel}")
        exact = (self.padded - self.reach) / self.stride + 1
        result = f"{exact:.4g}".replace("-", "−")
        if self.padded >= self.reach and self.output != exact:
            result = f"{result} → {self.output}"
        return f"({' '.join(terms)})/{self.stride} + 1 = {result}"

    def taps(self, place: int) -> tuple[int, ...]:
        """Return the input indices under the kernel at one place; padding is outside the input."""
        first = place * self.stride - self.sides[0]
        return tuple(first + self.dilation * step for step in range(self.kernel))


def plan_axes(
    shape: tuple[int, ...], kernel: tuple[int, ...], sliding: Sliding = Sliding()
) -> tuple[Axis, ...]:
    """Return one axis for each dimension of an input of ``shape`` under a ``kernel`` shape."""
    padding, stride, dilation = sliding.padding, sliding.stride, sliding.dilation
    return tuple(
        Axis(size, taps, stride, dilation, padding_sides(padding, taps, dilation))
        for size, taps in zip(shape, kernel, strict=True)
    )


def windows(values: Values, axes: tuple[Axis, ...], fill: float = 0.0) -> Values:
    """Return what the kernel covers at every place, as (outputs…, kernel…); padding is ``fill``.

    Raises:
        ConvolutionError: the kernel does not fit.
    """
    outputs = tuple(axis.output for axis in axes)
    padded = np.pad(values, [axis.sides for axis in axes], constant_values=fill)
    covered = sliding_window_view(padded, tuple(axis.reach for axis in axes))
    places = tuple(slice(None, None, axis.stride) for axis in axes)
    taps = tuple(slice(None, None, axis.dilation) for axis in axes)
    found: Values = covered[(*places, *taps)]
    assert found.shape == (*outputs, *(axis.kernel for axis in axes))
    return found


def cross_correlation(values: Values, kernel: Values, sliding: Sliding = Sliding()) -> Values:
    """Return the sums of value times weight at every place, the kernel as it stands.

    ``values`` is (N,) or (rows, columns), ``kernel`` of as many dimensions. Equals
    ``torch.nn.functional.conv1d`` and ``conv2d`` on one channel without a bias.

    Raises:
        ConvolutionError: the kernel does not fit.
    """
    axes = plan_axes(values.shape, kernel.shape, sliding)
    summed: Values = np.tensordot(windows(values, axes), kernel, axes=kernel.ndim)
    return summed


def convolution(values: Values, kernel: Values, sliding: Sliding = Sliding()) -> Values:
    """Return the same sums with the kernel turned by 180°: (f * g)[n] = Σ f[m] · g[n − m].

    Raises:
        ConvolutionError: the kernel does not fit.
    """
    return cross_correlation(values, np.flip(kernel), sliding)


def max_pooling(values: Values, size: int, sliding: Sliding = Sliding()) -> Values:
    """Return the largest value of every window of ``size`` (squared); padding never wins.

    Raises:
        ConvolutionError: the window does not fit, or padding is more than half of it.
    """
    axes = pooling_axes(values.shape, size, sliding)
    covered = windows(values, axes, fill=-np.inf)
    largest: Values = covered.max(axis=tuple(range(values.ndim, 2 * values.ndim)))
    return largest


def mean_pooling(values: Values, size: int, sliding: Sliding = Sliding()) -> Values:
    """Return the mean of every window of ``size`` (squared); padding counts as zeros.

    Raises:
        ConvolutionError: the window does not fit, or padding is more than half of it.
    """
    axes = pooling_axes(values.shape, size, sliding)
    covered = windows(values, axes)
    mean: Values = covered.mean(axis=tuple(range(values.ndim, 2 * values.ndim)))
    return mean


def pooling_axes(
    shape: tuple[int, ...], size: int, sliding: Sliding = Sliding()
) -> tuple[Axis, ...]:
    """Return the axes of pooling by windows of ``size``.

    Raises:
        ConvolutionError: padding is more than half of the window, which torch refuses too: a
            window could lie in the padding altogether.
    """
    kernel = (size,) * len(shape)
    axes = plan_axes(shape, kernel, sliding)
    if any(2 * max(axis.sides) > axis.kernel for axis in axes):
        raise ConvolutionError(
            sentence("Pooling takes a padding of at most half its window, {0} here.", size // 2)
        )
    return axes


def shared_parameters(channels: int, kernels: int, kernel: tuple[int, ...]) -> int:
    """Return the parameters of a layer that shares its weights: kernels and their biases."""
    return kernels * (channels * prod(kernel) + 1)


def unshared_weights(channels: int, kernel: tuple[int, ...], outputs: int) -> int:
    """Return the weights of a layer with a kernel of its own for every one of its outputs."""
    return outputs * channels * prod(kernel)


def dense_parameters(inputs: int, outputs: int) -> int:
    """Return the parameters of a fully connected layer: a weight a pair, a bias an output."""
    return inputs * outputs + outputs


@dataclass(frozen=True, slots=True)
class NamedKernel:
    """A kernel everybody knows; it belongs to cross-correlation as it is written."""

    row: Callable[[int], Values] | None
    """Its one-dimensional form of a size; None where there is none."""
    matrix: Callable[[int], Values]
    """Its two-dimensional form of a size."""
    any_size: bool = False
    """Whether it is made for any size; the others are of size 3 whatever is asked for."""


def _fixed(*values: object) -> Callable[[int], Values]:
    return lambda _size: np.array(values, np.float64)


def _separable(row: Callable[[int], Values]) -> NamedKernel:
    return NamedKernel(row, lambda size: np.outer(row(size), row(size)), any_size=True)


def _one(size: int) -> Values:
    # The middle of an even size is where padding "same" gives the input back.
    row: Values = np.eye(size)[(size - 1) // 2]
    return row


def _binomial(size: int) -> Values:
    row: Values = np.array([comb(size - 1, k) / 2 ** (size - 1) for k in range(size)])
    return row


NAMED_KERNELS: dict[str, NamedKernel] = {
    "identity": _separable(_one),
    "box": _separable(lambda size: np.full(size, 1 / size)),
    "gaussian": _separable(_binomial),
    "vertical-edge": NamedKernel(_fixed(1, 0, -1), _fixed(*[(1, 0, -1)] * 3)),
    "sobel-x": NamedKernel(None, _fixed((-1, 0, 1), (-2, 0, 2), (-1, 0, 1))),
    "sobel-y": NamedKernel(None, _fixed((-1, -2, -1), (0, 0, 0), (1, 2, 1))),
    "laplacian": NamedKernel(_fixed(1, -2, 1), _fixed((0, 1, 0), (1, -4, 1), (0, 1, 0))),
    "peak": NamedKernel(_fixed(-1, 2, -1), _fixed((-1, -1, -1), (-1, 8, -1), (-1, -1, -1))),
    "sharpen": NamedKernel(_fixed(-1, 3, -1), _fixed((0, -1, 0), (-1, 5, -1), (0, -1, 0))),
}
"""The Gaussian is binomial: 1 2 1, 1 4 6 4 1, … over their sum."""

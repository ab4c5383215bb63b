"""What a unit sees is exactly what it changes with."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.ink.normalise import Preprocessing, normalise
from handdigit.inspection.receptive_field import (
    Region,
    drawing_bounds,
    input_field_size,
    receptive_field,
)
from handdigit.inspection.trace import SOFTMAX, Unit
from handdigit.network.architecture import INPUT, Architecture
from handdigit.network.layers import Conv2d, Flatten, Linear, MaxPool2d
from handdigit.network.zoo import ZOO
from tests.recognition.strategies import ZOO_NAMES, architectures, random_network

torch.set_num_threads(1)
STRAIGHTENED = {"ReLU", "Sigmoid", "Tanh", "ScaledTanh", "Rescale", "Dropout"}


def dependence(architecture: Architecture, unit: Unit) -> dict[str, np.ndarray]:
    """Return by autograd where a unit depends on each layer.

    With kernels of positive numbers and without bends nothing cancels; max pooling, which
    depends on one position only, is made to take the mean.
    """
    network = random_network(architecture).double()
    for module in network.modules():
        if isinstance(module, torch.nn.MaxPool2d):
            module.forward = lambda x, m=module: torch.nn.functional.avg_pool2d(  # type: ignore
                x, m.kernel_size, m.stride, m.padding
            )
        elif type(module).__name__ in STRAIGHTENED:
            module.forward = lambda x: x * 1  # type: ignore[method-assign]
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.abs_().add_(0.1)
    picture = torch.ones(1, 1, 28, 28, dtype=torch.float64, requires_grad=True)
    values = network.activations(picture)
    wanted = {name: value for name, value in values.items() if value.requires_grad}
    gradients = torch.autograd.grad(
        values[unit.layer][0][unit.position], list(wanted.values()), allow_unused=True
    )
    return {
        name: (gradient[0] != 0).numpy()
        for name, gradient in zip(wanted, gradients, strict=True)
        if gradient is not None
    }


def around(used: np.ndarray) -> Region | None:
    cube = used if used.ndim == 3 else used[:, None, None]
    if not cube.any():
        return None
    channels, rows, columns = np.nonzero(cube)
    return Region(
        frozenset(channels.tolist()),
        int(rows.min()),
        int(rows.max()) + 1,
        int(columns.min()),
        int(columns.max()) + 1,
    )


def assert_sees_what_it_depends_on(architecture: Architecture, unit: Unit) -> None:
    found = receptive_field(architecture, unit)
    used = dependence(architecture, unit)
    for name, places in used.items():
        exact = around(places)
        if exact is None:
            continue  # a window in the padding: any region is around nothing
        region = found[name]
        # Rectangles joined from branches, or read with gaps, may hold more than what is used.
        assert region.channels >= exact.channels
        assert region.top <= exact.top
        assert region.bottom >= exact.bottom
        assert region.left <= exact.left
        assert region.right >= exact.right


@settings(deadline=None, max_examples=60)
@given(architectures(), st.integers(0, 2**32 - 1))
def test_nothing_outside_matters(architecture: Architecture, seed: int) -> None:
    rng = np.random.default_rng(seed)
    planned = architecture.plan()[rng.integers(len(architecture.plan()))]
    unit = Unit(planned.name, tuple(int(rng.integers(n)) for n in planned.output_shape))
    assert_sees_what_it_depends_on(architecture, unit)


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_fields_in_the_zoo(name: str) -> None:
    for planned in ZOO[name].plan()[:12]:
        middle = tuple(n // 2 for n in planned.output_shape)
        assert_sees_what_it_depends_on(ZOO[name], Unit(planned.name, middle))


def test_the_field_is_tight_in_a_plain_network() -> None:
    plain = (Conv2d(2, kernel=3, padding=1), MaxPool2d(2), Conv2d(3, kernel=5), Flatten())
    architecture = Architecture((*plain, Linear(10)))
    for planned in architecture.plan()[:4]:
        unit = Unit(planned.name, tuple(n // 3 for n in planned.output_shape))
        used = dependence(architecture, unit)
        found = receptive_field(architecture, unit)
        assert {name: around(places) for name, places in used.items()} == found


def test_known_sizes() -> None:
    lenet = ZOO["lenet5-relu"]
    assert input_field_size(lenet, INPUT) == (1, 1)
    assert input_field_size(lenet, "conv1") == (5, 5)
    assert input_field_size(lenet, "pool1") == (6, 6)
    assert input_field_size(lenet, "conv2") == (14, 14)
    assert input_field_size(lenet, "dense1") == (28, 28)
    assert input_field_size(ZOO["vgg-mini"], "relu2") == (5, 5)


def test_a_corner_does_not_see_the_padding() -> None:
    region = receptive_field(ZOO["lenet5"], Unit("conv1", (0, 0, 0)))[INPUT]
    assert (region.top, region.bottom, region.left, region.right) == (0, 3, 0, 3)
    hidden = receptive_field(
        Architecture((Conv2d(1, kernel=1, padding=1), Flatten(), Linear(10))),
        Unit("conv1", (0, 0, 0)),
    )[INPUT]
    assert hidden.is_empty


def assert_lies_in_its_layer(architecture: Architecture, unit: Unit) -> None:
    shapes = {INPUT: (1, 28, 28)} | {p.name: p.output_shape for p in architecture.plan()}
    for name, region in receptive_field(architecture, unit).items():
        channels, rows, columns = (*shapes[name], 1, 1)[:3]
        assert 0 <= region.top <= region.bottom <= rows, name
        assert 0 <= region.left <= region.right <= columns, name
        assert region.channels <= set(range(channels))
        assert region.is_empty == (region == Region(frozenset(), 0, 0, 0, 0))


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_no_field_is_inverted_at_any_border(name: str) -> None:
    """Every corner of every layer: in LeNet-5's frame the left end lay beyond the right one."""
    for planned in ZOO[name].plan():
        shape = planned.output_shape
        for corner in np.ndindex(*(2,) * (len(shape) - 1)):
            ends = (at * (n - 1) for at, n in zip(corner, shape[1:], strict=True))
            assert_lies_in_its_layer(ZOO[name], Unit(planned.name, (0, *ends)))


@settings(deadline=None, max_examples=60)
@given(architectures(), st.integers(0, 2**32 - 1))
def test_every_field_lies_in_its_layer(architecture: Architecture, seed: int) -> None:
    rng = np.random.default_rng(seed)
    for planned in architecture.plan():
        unit = Unit(planned.name, tuple(int(rng.integers(n)) for n in planned.output_shape))
        assert_lies_in_its_layer(architecture, unit)


def test_a_probability_sees_everything() -> None:
    field = receptive_field(ZOO["small"], Unit(SOFTMAX, (3,)))
    assert field[SOFTMAX].channels == {3}
    assert field["dense1"].channels == set(range(10))
    assert field[INPUT] == Region(frozenset({0}), 0, 28, 0, 28)


def pixel(row: int, column: int) -> Region:
    return Region(frozenset({0}), row, row + 1, column, column + 1)


@pytest.mark.parametrize("preprocessing", [
    Preprocessing(), Preprocessing(centre=False), Preprocessing(scale=False),
])  # fmt: skip
def test_pixels_are_found_on_the_strokes(preprocessing: Preprocessing) -> None:
    corner = Stroke((Point(0.3, 0.25), Point(0.3, 0.7), Point(0.6, 0.7)))
    normalised = normalise(Ink((corner,)), preprocessing)
    dark = np.argwhere(normalised.picture > 200)
    assert len(dark)
    for row, column in dark:
        left, top, right, bottom = drawing_bounds(pixel(row, column), normalised)
        x, y = (left + right) / 2, (top + bottom) / 2
        near_upright = abs(x - 0.3) < 0.05 and 0.2 < y < 0.75
        near_flat = abs(y - 0.7) < 0.05 and 0.25 < x < 0.65
        assert near_upright or near_flat
        assert right - left == pytest.approx(bottom - top)


@pytest.mark.parametrize("preprocessing", [
    Preprocessing(), Preprocessing(centre=False), Preprocessing(scale=False),
])  # fmt: skip
@pytest.mark.parametrize("shape", [(90, 50), (40, 77)])
def test_pixels_are_found_on_a_picture(
    preprocessing: Preprocessing, shape: tuple[int, int]
) -> None:
    picture = np.zeros(shape, np.uint8)
    picture[8:30, 10:36] = 255
    picture[14:24, 18:30] = 0  # a ring, so that an exchange of rows and columns would show
    picture[8:12, 10:36] = 0
    normalised = normalise(picture, preprocessing)
    for row, column in np.argwhere(normalised.picture == 255):
        left, top, right, bottom = drawing_bounds(pixel(row, column), normalised)
        assert picture[int((top + bottom) / 2), int((left + right) / 2)] == 255
    rows, columns = np.nonzero(normalised.picture)
    whole = Region(frozenset({0}), rows.min(), rows.max() + 1, columns.min(), columns.max() + 1)
    found = drawing_bounds(whole, normalised)
    pixel_size = (found.right - found.left) / (whole.right - whole.left)
    assert np.abs(np.subtract(found, normalised.box)).max() <= pixel_size


def test_a_dot_has_a_place_too() -> None:
    normalised = normalise(Ink((Stroke((Point(0.5, 0.4),)),)))
    rows, columns = np.nonzero(normalised.picture)
    spot = Region(frozenset({0}), rows.min(), rows.max() + 1, columns.min(), columns.max() + 1)
    left, top, right, bottom = drawing_bounds(spot, normalised)
    assert (left + right) / 2 == pytest.approx(0.5)
    assert (top + bottom) / 2 == pytest.approx(0.4)

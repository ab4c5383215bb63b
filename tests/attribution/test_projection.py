"""Principal components against an eigen-decomposition, neighbours against all distances."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.attribution.projection import last_hidden, nearest, principal_axes
from handdigit.network.zoo import ZOO


def cloud(rows=300, columns=40, seed=0):
    rng = np.random.default_rng(seed)
    mixing = rng.normal(size=(columns, columns)) * np.linspace(3, 0.1, columns)[:, None] ** 2
    return (rng.normal(size=(rows, columns)) @ mixing + rng.normal(size=columns)).astype(np.float32)


@pytest.mark.parametrize(("rows", "columns"), [(300, 40), (30, 100), (500, 3)])
def test_the_axes_are_the_leading_eigenvectors_of_the_covariance(rows, columns):
    features = cloud(rows, columns)
    projection = principal_axes(features)
    covariance = np.cov(features.astype(np.float64), rowvar=False)
    values, vectors = np.linalg.eigh(covariance)
    for axis, expected in zip(projection.axes, vectors.T[::-1], strict=False):
        assert abs(float(axis @ expected)) == pytest.approx(1, abs=1e-3)
        assert axis[np.abs(axis).argmax()] > 0
    assert projection.shares == pytest.approx(values[::-1][:2] / values.sum(), rel=1e-3)
    points = projection(features)
    assert points.mean(axis=0) == pytest.approx([0, 0], abs=1e-3)
    assert points.var(axis=0, ddof=1) == pytest.approx(values[::-1][:2], rel=1e-3)


def test_the_same_points_give_the_same_axes_and_leave_the_random_numbers_alone():
    import torch

    torch.manual_seed(5)
    expected = torch.rand(1)
    torch.manual_seed(5)
    first = principal_axes(cloud())
    assert torch.rand(1) == expected
    assert np.array_equal(first.axes, principal_axes(cloud()).axes)


def test_points_that_are_all_the_same_or_on_a_line_do_no_harm():
    assert np.isfinite(principal_axes(np.ones((20, 5), np.float32)).shares).all()
    line = np.arange(20, dtype=np.float32)[:, None]
    projection = principal_axes(line)
    assert projection.shares == pytest.approx([1, 0])
    assert projection(line).shape == (20, 2)


def test_neighbours_are_the_smallest_of_all_distances():
    features = cloud(seed=2)
    point = features[7] + 0.01
    order, distances = nearest(features, point, 5)
    everything = np.linalg.norm(features - point, axis=1)
    assert order[0] == 7
    assert distances == pytest.approx(np.sort(everything)[:5], rel=1e-4)


@pytest.mark.parametrize("architecture", ZOO.values(), ids=ZOO)
def test_the_last_hidden_layer_is_what_the_last_dense_layer_reads(architecture):
    plan = architecture.plan()
    name = last_hidden(plan)
    assert name in {planned.name for planned in plan}
    assert name != plan[-1].name

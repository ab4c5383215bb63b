"""Looks at a picture half a pixel apart."""

from __future__ import annotations

import numpy as np
import torch

from handdigit.network.recognition import VIEWS
from handdigit.recognition.views import mean_over_views, shifted_views


def test_they_are_half_a_pixel_apart_and_paper_comes_in():
    picture = np.zeros((28, 28), np.float32)
    picture[0, :20] = 1.0  # at the edge
    picture[5:24, 12:15] = 0.8
    around = np.pad(picture, 1)
    sides = (around[1:-1, :-2], around[1:-1, 2:], around[:-2, 1:-1], around[2:, 1:-1])
    expected = np.stack([picture, *((picture + side) / 2 for side in sides)])
    pictures = torch.from_numpy(np.stack([picture, picture.T])[:, None])
    views = shifted_views(pictures).numpy()
    assert views.shape == (2 * VIEWS, 1, 28, 28)
    assert np.array_equal(views[:VIEWS, 0], expected)
    assert np.array_equal(views[VIEWS, 0], picture.T)


def test_the_mean_is_over_the_looks_at_each_picture():
    values = torch.arange(2.0 * VIEWS * 3).reshape(2 * VIEWS, 3)
    assert torch.equal(mean_over_views(values), values.view(2, VIEWS, 3).mean(1))

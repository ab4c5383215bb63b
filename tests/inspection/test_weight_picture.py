"""Every weight of every network has its place in a picture."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from handdigit.inspection.weight_picture import parameter_pictures, weight_picture
from handdigit.network.lenet5_layers import PartialConv2d
from handdigit.network.zoo import ZOO
from tests.inspection.capturing import capture
from tests.recognition.strategies import ZOO_NAMES, random_input, random_network

torch.set_num_threads(1)


def pictures_of(name: str):
    weights = {k: v.numpy() for k, v in random_network(ZOO[name]).state_dict().items()}
    return weights, list(parameter_pictures(ZOO[name], weights))


@pytest.mark.parametrize("name", ZOO_NAMES)
def test_every_number_of_every_parameter_is_shown_once(name: str) -> None:
    weights, pictures = pictures_of(name)
    shown = {f"{picture.layer}.{picture.parameter}": picture for picture in pictures}
    assert shown.keys() == {key for key, array in weights.items() if array.ndim}
    for key, picture in shown.items():
        cells = picture.sheet[picture.sheet >= 0]
        assert np.array_equal(np.sort(cells), np.arange(weights[key].size)), key
        assert len(picture.outputs) == len(weights[key])
        drawn = picture.values
        assert np.array_equal(np.isnan(drawn), picture.sheet < 0)
        row, column = np.argwhere(picture.sheet >= 0)[-1]
        index = picture.index(int(row), int(column))
        assert index is not None
        assert weights[key][index] == drawn[row, column]


def test_a_network_without_hidden_layers_shows_a_template_a_digit() -> None:
    weights, (weight, _bias) = pictures_of("softmax-regression")
    template = weights["dense1.weight"][5].reshape(28, 28)
    # Ten templates in four columns, a gap between two.
    assert np.array_equal(weight.values[29 : 29 + 28, 29 : 29 + 28], template.astype(np.float64))
    assert np.isnan(weight.values[28]).all()
    limits = weight.limits_of_outputs()[29 : 29 + 28, 29 : 29 + 28]
    assert np.all(limits == np.abs(weights["dense1.weight"][5]).max())


def test_kernels_stand_in_a_row_for_each_output_and_a_column_for_each_input() -> None:
    weights, pictures = pictures_of("lenet5-relu")
    conv2 = next(p for p in pictures if (p.layer, p.parameter) == ("conv2", "weight"))
    kernel = weights["conv2.weight"][3, 2].astype(np.float64)
    assert np.array_equal(conv2.values[3 * 6 : 3 * 6 + 5, 2 * 6 : 2 * 6 + 5], kernel)


def test_what_is_not_connected_stays_empty() -> None:
    _, pictures = pictures_of("lenet5")
    plan = {planned.name: planned for planned in ZOO["lenet5"].plan()}
    picture = next(p for p in pictures if isinstance(plan[p.layer].layer, PartialConv2d))
    layer = plan[picture.layer].layer
    assert isinstance(layer, PartialConv2d)
    for output, inputs in enumerate(layer.table):
        for source in range(6):
            tile = picture.values[output * 6 : output * 6 + 5, source * 6 : source * 6 + 5]
            assert np.isnan(tile).all() == (source not in inputs)


def test_a_dense_units_weights_are_laid_out_as_the_maps_it_reads() -> None:
    trace = capture(random_network(ZOO["small"]), random_input()[0])
    picture = weight_picture(trace, "dense1", 3)
    channels, height, width = trace.plan["flatten"].input_shape
    own = trace.weights["dense1.weight"][3].reshape(channels, height, width)
    assert np.array_equal(picture[:height, :width], own[0].astype(np.float64))

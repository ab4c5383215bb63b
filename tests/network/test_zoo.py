"""The networks that come with the program: what their sources say about them."""

from __future__ import annotations

import numpy as np
import pytest

from handdigit.errors import ArchitectureError
from handdigit.network.architecture import Architecture
from handdigit.network.digit_codes import DIGIT_CODES
from handdigit.network.layers import Linear
from handdigit.network.zoo import ZOO


@pytest.mark.parametrize("name", ZOO)
def test_the_text_form_gives_the_same_network_back(name: str) -> None:
    assert Architecture.parse(ZOO[name].text()) == ZOO[name]


def test_lenet5_has_the_sizes_of_the_paper() -> None:
    """LeCun et al. 1998, section II.B, gives the number of trained parameters by layer."""
    plan = {p.name: p for p in ZOO["lenet5"].plan()}
    facts = {name: (p.output_shape, p.parameter_count) for name, p in plan.items()}
    assert facts["pad1"][0] == (1, 32, 32)
    assert facts["conv1"] == ((6, 28, 28), 156)  # C1
    assert facts["sub1"] == ((6, 14, 14), 12)  # S2
    assert facts["conv2"] == ((16, 10, 10), 1516)  # C3
    assert facts["sub2"] == ((16, 5, 5), 32)  # S4
    assert facts["conv3"] == ((120, 1, 1), 48_120)  # C5
    assert facts["dense1"] == ((84,), 10_164)  # F6
    assert facts["rbf1"] == ((10,), 0)
    assert ZOO["lenet5"].parameter_count == 60_000


def test_of_other_classes_than_digits_lenet5_has_no_pictures() -> None:
    assert ZOO["lenet5"].with_classes(10) == ZOO["lenet5"]
    assert ZOO["lenet5"].with_classes(26).layers[-1] == Linear(26)


def test_the_pictures_of_the_digits_are_told_apart() -> None:
    codes = np.array(DIGIT_CODES)
    assert codes.shape == (10, 7 * 12)
    assert set(codes.ravel()) == {-1, 1}
    differing = (codes[:, None] != codes).sum(2)
    assert differing[~np.eye(10, dtype=bool)].min() >= 10


def test_pictures_of_digits_need_as_many_values_as_they_have() -> None:
    with pytest.raises(ArchitectureError, match=r"put Linear\(84\) before it"):
        Architecture.parse("Flatten()\nRbf()")


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("softmax-regression", 7_850),
        ("dense-30", 23_860),
        ("keras-cnn", 38_186),
        ("network3-2conv", 85_670),
        ("small", 59_498),
        ("default", 293_626),
        ("large", 1_149_418),
        ("medium", 284_434),
    ],
)
def test_parameter_counts_are_the_known_ones(name: str, count: int) -> None:
    assert ZOO[name].parameter_count == count


@pytest.mark.parametrize("name", ["alexnet-mini", "vgg-mini", "inception-mini", "resnet-mini"])
def test_the_small_relatives_are_of_a_size_for_a_laptop(name: str) -> None:
    assert 100_000 <= ZOO[name].parameter_count <= 400_000

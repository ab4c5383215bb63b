"""How probabilities are written."""

from __future__ import annotations

import pytest

from handdigit.network.recognition import in_percent


@pytest.mark.parametrize(
    ("share", "decimals", "text"),
    [
        (1.0, 1, "100.0"), (0.99999, 1, "99.9"), (0.9996, 1, "99.9"), (0.9994, 1, "99.9"),
        (0.5, 1, "50.0"), (0.0, 1, "0.0"), (0.996, 0, "99"), (0.994, 0, "99"), (1.0, 0, "100"),
    ],
)  # fmt: skip
def test_nothing_is_certain_that_is_not(share, decimals, text):
    assert in_percent(share, decimals) == text

"""The file of the pen model."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import safetensors.numpy

from handdigit.errors import DataFileError
from handdigit.storage.models.handwriting_file import SHIPPED, read_handwriting, write_handwriting


@pytest.fixture(scope="module")
def shipped():
    return read_handwriting()


def test_the_shipped_file_is_small():
    assert SHIPPED.stat().st_size <= 600_000


def test_what_is_written_is_read_again(tmp_path, shipped):
    path = tmp_path / "pen.safetensors"
    write_handwriting(path, shipped)
    assert path.read_bytes() == SHIPPED.read_bytes()
    again = read_handwriting(path)
    for name in ("digits", "shares", "means", "components", "lifts"):
        assert np.array_equal(getattr(again, name), getattr(shipped, name)), name


def test_storing_moves_no_point_visibly(tmp_path, shipped):
    rng = np.random.default_rng(1)
    finer = shipped.components + rng.normal(0, 1e-3, shipped.components.shape).astype(np.float32)
    path = tmp_path / "pen.safetensors"
    write_handwriting(path, replace(shipped, components=finer))
    assert np.abs(read_handwriting(path).components - finer).max() < 2e-3


@pytest.mark.parametrize("content", [b"", b"no such thing", SHIPPED.read_bytes()[:5000]])
def test_a_damaged_file_is_refused(tmp_path, content):
    path = tmp_path / "pen.safetensors"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match=r"pen\.safetensors is .*damaged"):
        read_handwriting(path)


def test_a_missing_file_and_another_kind_are_named(tmp_path):
    path = tmp_path / "pen.safetensors"
    with pytest.raises(DataFileError, match="no such file"):
        read_handwriting(path)
    safetensors.numpy.save_file({"a": np.zeros(3)}, path)
    with pytest.raises(DataFileError, match="not a handwriting file"):
        read_handwriting(path)


def stored(tmp_path, *, version="1", **changes):
    """Return the shipped file with other arrays; None leaves one out."""
    arrays = safetensors.numpy.load_file(SHIPPED) | changes
    path = tmp_path / "pen.safetensors"
    kept = {name: array for name, array in arrays.items() if array is not None}
    safetensors.numpy.save_file(kept, path, {"handdigit-handwriting": version})
    return path


def test_another_format_is_refused(tmp_path):
    with pytest.raises(DataFileError, match="format '2'; this one reads 1"):
        read_handwriting(stored(tmp_path, version="2"))


@pytest.mark.parametrize(
    "changes",
    [
        {"means": None},
        {"lifts": np.zeros((3, 4), np.uint8)},
        {"lifts": np.zeros(7, np.uint8)},
        {"digits": np.zeros(5, np.uint8)},
        {"steps": np.full((1, 1, 1, 1), np.nan, np.float32)},
        {"components": np.zeros((2, 2, 2, 2), np.int8)},
    ],
)
def test_arrays_that_make_no_sense_are_refused(tmp_path, changes):
    with pytest.raises(DataFileError, match="styles cannot be read"):
        read_handwriting(stored(tmp_path, **changes))

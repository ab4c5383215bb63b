"""Drawings to measure by, of whatever files are named."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from handdigit.errors import DataFileError
from handdigit.storage.datasets.labelled_sets import open_files
from handdigit.storage.datasets.mnist import has_mnist
from handdigit.storage.datasets.sources import DataKind, DataSource
from handdigit.storage.samples.exchange import read_new_samples


@pytest.mark.parametrize(
    ("name", "told"),
    [("nothing", "there is no such file"), ("long" * 100, "name too long"), ("a\0", "be the name")],
)
def test_a_path_that_the_system_does_not_take_is_refused(name: str, told: str) -> None:
    with pytest.raises(DataFileError, match=told):
        open_files([Path(name)])
    with pytest.raises(DataFileError, match=r"There is no MNIST|has no MNIST"):
        DataSource.parse(f"mnist:{name}").open()
    with pytest.raises(DataFileError):
        list(read_new_samples(Path(name)))
    assert not has_mnist(Path(name))
    assert DataSource.of_files([Path(f"mnist:{name}")]).kind is DataKind.MNIST


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
@pytest.mark.parametrize("name", ["t10k-images-idx3-ubyte", "inks.jsonl", "ink.json", "picture"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(DataFileError, match="is a pipe or a device"):
        open_files([tmp_path / name])

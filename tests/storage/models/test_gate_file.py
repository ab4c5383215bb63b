"""The gate's file: what is written is read again; nothing else is taken for one."""

from __future__ import annotations

import json

import numpy as np
import pytest
import safetensors.numpy

from handdigit.errors import DataFileError
from handdigit.network.architecture import Architecture
from handdigit.storage.models.gate_file import FORMAT, SHIPPED_GATE, GateFile, read_gate, write_gate

GATE = GateFile(
    Architecture.parse("Flatten()\nLinear(10)"),
    {
        "linear1.weight": np.linspace(-1, 1, 7840, dtype=np.float32).reshape(10, 784),
        "linear1.bias": np.zeros(10, np.float32),
    },
    mean=0.1,
    std=0.3,
    threshold=0.25,
    facts={"seed": 3},
)


def test_a_gate_is_read_as_it_was_written(tmp_path):
    path = tmp_path / "gate.safetensors"
    write_gate(path, GATE)
    found = read_gate(path)
    assert found.architecture == GATE.architecture
    assert (found.mean, found.std, found.threshold) == (0.1, 0.3, 0.25)
    assert found.facts == {"seed": 3}
    for name, value in GATE.weights.items():
        assert found.weights[name].dtype == np.float32
        assert found.weights[name] == pytest.approx(value, abs=5e-4)  # half precision


def test_the_shipped_gate_is_small():
    assert SHIPPED_GATE.stat().st_size <= 800_000
    assert 0 < read_gate().threshold < 1


def test_a_missing_gate_is_told(tmp_path):
    with pytest.raises(DataFileError, match="there is no such file"):
        read_gate(tmp_path / "none.safetensors")


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        (None, "is not a gate file"),
        ({"handdigit-gate": "{"}, "is damaged"),
        ({"handdigit-gate": json.dumps({"format": FORMAT})}, "is damaged"),
        ({"handdigit-gate": json.dumps({"format": FORMAT + 1})}, "newer"),
    ],
)
def test_other_files_are_no_gates(tmp_path, metadata, said):
    path = tmp_path / "other.safetensors"
    path.write_bytes(safetensors.numpy.save({"a": np.zeros(1)}, metadata=metadata))
    with pytest.raises(DataFileError, match=said):
        read_gate(path)


def test_bytes_are_no_gate(tmp_path):
    path = tmp_path / "bytes.safetensors"
    path.write_bytes(b"not at all")
    with pytest.raises(DataFileError, match="is not a gate file"):
        read_gate(path)

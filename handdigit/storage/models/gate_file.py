"""The file of the gate, the network that says whether a drawing is a digit at all.

One ``.safetensors``: weights in half precision, and as JSON everything else about it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf, isfinite
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import TENSOR_FILE
from handdigit.errors import ArchitectureError, DataFileError, decoding
from handdigit.network.alphabet import DIGITS
from handdigit.network.architecture import Architecture
from handdigit.sentences import noted, sentence
from handdigit.storage.files import read_tensors, write_tensors
from handdigit.storage.parsing import parse_json
from handdigit.storage.paths import ASSETS

FORMAT = 1
_KEY = "handdigit-gate"
SHIPPED_GATE = ASSETS / "gate.safetensors"


@dataclass(frozen=True, slots=True, eq=False)
class GateFile:
    """A gate as stored."""

    architecture: Architecture
    weights: Mapping[str, NDArray[np.generic]]
    mean: float
    """Subtracted from grey levels 0..1."""
    std: float
    """Divides them after that."""
    threshold: float
    """Below this digitness a drawing is refused."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """How it was made, and what was measured then."""


def write_gate(path: Path, gate: GateFile, *, overwrite: bool = True) -> None:
    """Write a gate, whole or not at all.

    Raises:
        HanddigitError: the folder or the disk does not take it, or as :func:`write_tensors`.
    """
    description = {
        "format": FORMAT,
        "architecture": gate.architecture.text(),
        "mean": gate.mean,
        "std": gate.std,
        "threshold": gate.threshold,
        "facts": dict(gate.facts),
    }
    weights = {
        name: np.ascontiguousarray(value.astype(np.float16) if value.dtype == np.float32 else value)
        for name, value in gate.weights.items()
    }
    metadata = {_KEY: json.dumps(description, ensure_ascii=False, sort_keys=True)}
    write_tensors(path, weights, metadata, TENSOR_FILE, overwrite=overwrite)


def read_gate(path: Path = SHIPPED_GATE) -> GateFile:
    """Read a gate.

    Raises:
        DataFileError: the file is missing, damaged, no gate or from a newer version.
    """
    text, arrays = read_tensors(path, _KEY, noted("a gate file"))
    damaged = sentence("{0} is damaged: its description cannot be read.", path.name)
    with decoding(damaged, DataFileError, ArchitectureError):
        value = parse_json(text)
        if value["format"] > FORMAT:
            raise DataFileError(
                sentence("{0} was saved by a newer handdigit: update it.", path.name)
            )
        mean, std, threshold = (float(value[name]) for name in ("mean", "std", "threshold"))
        if not (isfinite(mean) and 0 < std < inf and 0 <= threshold <= 1):
            raise ValueError("numbers that no gate has")
        architecture = Architecture.parse(value["architecture"])
        architecture.require_classes(len(DIGITS))
        return GateFile(
            architecture,
            {
                name: a.astype(np.float32) if a.dtype == np.float16 else a
                for name, a in arrays.items()
            },
            mean,
            std,
            threshold,
            value["facts"],
        )

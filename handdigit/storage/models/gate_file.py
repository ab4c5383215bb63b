"""The file of the gate, the network that says whether a drawing is a digit at all.

One ``.safetensors``: weights in half precision, and as JSON everything else about it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import safetensors.numpy
from numpy.typing import NDArray

from handdigit.errors import DECODER_ERRORS, DataFileError, HanddigitError
from handdigit.network.architecture import Architecture
from handdigit.storage.atomic import write_atomically
from handdigit.storage.files import read_tensors
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


def write_gate(path: Path, gate: GateFile) -> None:
    """Write a gate, whole or not at all.

    Raises:
        HanddigitError: the folder or the disk does not take it.
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
    write_atomically(path, safetensors.numpy.save(weights, metadata=metadata))


def read_gate(path: Path = SHIPPED_GATE) -> GateFile:
    """Read a gate.

    Raises:
        DataFileError: the file is missing, damaged, no gate or from a newer version.
    """
    text, arrays = read_tensors(path, _KEY, "a gate file")
    try:
        value = json.loads(text)
        if value["format"] > FORMAT:
            raise DataFileError(f"{path.name} was saved by a newer handdigit: update it.")
        return GateFile(
            Architecture.parse(value["architecture"]),
            {
                name: a.astype(np.float32) if a.dtype == np.float16 else a
                for name, a in arrays.items()
            },
            float(value["mean"]),
            float(value["std"]),
            float(value["threshold"]),
            value["facts"],
        )
    except DataFileError:
        raise
    except (HanddigitError, *DECODER_ERRORS):
        raise DataFileError(f"{path.name} is damaged: its description cannot be read.") from None

"""The file of the gate, the network that says whether a drawing is a digit at all.

One ``.safetensors``: the network's weights in half precision, those of its head, if it has one, in
a byte each, and as JSON everything else about it.
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
from handdigit.storage.models.precision import Precision, restored, rounded, stored
from handdigit.storage.parsing import parse_json
from handdigit.storage.paths import ASSETS
from handdigit.storage.tensors import read_tensors, write_tensors

FORMAT = 2
"""1 had no head."""
_KEY = "handdigit-gate"
_OF_HEAD = "head/"
"""Begins the names of the head's weights."""
SHIPPED_GATE = ASSETS / "gate.safetensors"


@dataclass(frozen=True, slots=True, eq=False)
class HeadFile:
    """A second judge on layers of a model that ships, its trunk; see ``recognition.gate_head``."""

    model: str
    """The trunk's name among the models that ship."""
    fingerprint: str
    """Of the trunk's weights: to others the head was not fitted."""
    layers: tuple[str, ...]
    """Whose outputs it looks at."""
    answer: str
    """The one that gives its logits."""
    share: float
    """How much the log-odds of the gate's own network count beside those of the head."""
    certainty: float
    """How much those of the trunk's answer do."""
    threshold: float
    """Below this digitness, by the gate with its head, a drawing is refused."""
    weights: Mapping[str, NDArray[np.generic]]


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
    """Below this digitness, by its own network alone, a drawing is refused."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """How it was made, and what was measured then."""
    head: HeadFile | None = None


def write_gate(path: Path, gate: GateFile, *, overwrite: bool = True) -> None:
    """Write a gate, whole or not at all.

    Raises:
        HanddigitError: the folder or the disk does not take it, or as :func:`write_tensors`.
    """
    description = {
        # What a program of the format before can read says so.
        "format": FORMAT if gate.head else 1,
        "architecture": gate.architecture.text(),
        "mean": gate.mean,
        "std": gate.std,
        "threshold": gate.threshold,
        "facts": dict(gate.facts),
    }
    weights: dict[str, NDArray[np.generic]] = {
        name: np.ascontiguousarray(value.astype(np.float16) if value.dtype == np.float32 else value)
        for name, value in gate.weights.items()
    }
    if gate.head is not None:
        head = gate.head
        description["head"] = {
            "model": head.model,
            "fingerprint": head.fingerprint,
            "layers": head.layers,
            "answer": head.answer,
            "share": head.share,
            "certainty": head.certainty,
            "threshold": head.threshold,
        }
        bytes_each = {name: rounded(value, Precision.BYTE) for name, value in head.weights.items()}
        weights |= {_OF_HEAD + name: value for name, value in stored(bytes_each).items()}
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
        weights = restored(arrays)
        return GateFile(
            architecture,
            {name: a for name, a in weights.items() if not name.startswith(_OF_HEAD)},
            mean,
            std,
            threshold,
            value["facts"],
            _head(value["head"], weights) if "head" in value else None,
        )


def _head(value: Mapping[str, Any], weights: Mapping[str, NDArray[np.generic]]) -> HeadFile:
    """Return what a description and the weights of its file say of a head.

    Raises:
        One of DECODER_ERRORS: it is damaged.
    """
    names = ("share", "certainty", "threshold")
    share, certainty, threshold = (float(value[name]) for name in names)
    if not (0 <= share < inf and 0 <= certainty < inf and 0 <= threshold <= 1):
        raise ValueError("numbers that no head has")
    return HeadFile(
        str(value["model"]),
        str(value["fingerprint"]),
        tuple(str(name) for name in value["layers"]),
        str(value["answer"]),
        share,
        certainty,
        threshold,
        {
            name.removeprefix(_OF_HEAD): array
            for name, array in weights.items()
            if name.startswith(_OF_HEAD)
        },
    )

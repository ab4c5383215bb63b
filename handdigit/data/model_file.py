"""The model file: one ``.safetensors`` with weights and, as JSON, everything about them.

Nothing in it is ever executed or unpickled. The window reads it too, so there is no torch.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import safetensors.numpy
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open

from handdigit.core.architecture import Architecture
from handdigit.core.errors import HanddigitError, ModelFileError
from handdigit.data.atomic import write_atomically

FORMAT = 1
SUFFIX = ".safetensors"
_KEY = "handdigit"


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What a model file says about its weights."""

    name: str
    architecture: Architecture
    mean: float = 0.1307
    """Subtracted from the picture's 0..1 grey levels; MNIST's mean."""
    std: float = 0.3081
    """Divided by after that; MNIST's standard deviation."""
    temperature: float = 1.0
    """Logits are divided by it before the softmax: calibration (Guo et al. 2017)."""
    created: str = ""
    """ISO 8601, UTC."""
    recipe: Mapping[str, Any] = field(default_factory=dict)
    training_data: tuple[Mapping[str, Any], ...] = ()
    """Name, count and SHA-256 of every source."""
    results: Mapping[str, Any] = field(default_factory=dict)
    """Measured when it was trained: set -> {"n", "accuracy"}."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model as stored: its description and its weights by name."""

    info: ModelInfo
    weights: Mapping[str, NDArray[np.generic]]

    def fingerprint(self) -> str:
        """Return the SHA-256 of the weights, in order of their names."""
        digest = hashlib.sha256()
        for name in sorted(self.weights):
            digest.update(name.encode())
            digest.update(np.ascontiguousarray(self.weights[name]).tobytes())
        return digest.hexdigest()


def write_model(path: Path, model: ModelFile) -> None:
    """Write a model file, whole or not at all.

    Raises:
        HanddigitError: the folder or the disk does not take it.
    """
    info = asdict(model.info) | {"architecture": model.info.architecture.text(), "format": FORMAT}
    weights = {name: np.ascontiguousarray(w) for name, w in model.weights.items()}
    metadata = {_KEY: json.dumps(info, ensure_ascii=False, sort_keys=True)}
    write_atomically(path, safetensors.numpy.save(weights, metadata=metadata))


def read_model(path: Path) -> ModelFile:
    """Read a model file.

    Raises:
        ModelFileError: it is missing, damaged, no model, or from a newer version.
    """
    info = read_model_info(path)
    try:
        return ModelFile(info, safetensors.numpy.load_file(path))
    except (OSError, SafetensorError, KeyError, TypeError):
        raise ModelFileError(f"{path.name} is damaged: its weights cannot be read.") from None


def read_model_info(path: Path) -> ModelInfo:
    """Read only the description in a model file.

    Raises:
        ModelFileError: as :func:`read_model`.
    """
    try:
        with safe_open(path, framework="numpy") as file:
            metadata = file.metadata() or {}
    except FileNotFoundError:
        raise ModelFileError(f"{path}: there is no such model file.") from None
    except (OSError, SafetensorError, ValueError):
        raise ModelFileError(f"{path.name} is not a model file, or it is damaged.") from None
    if _KEY not in metadata:
        raise ModelFileError(
            f"{path.name} was not saved by handdigit: its network is not described."
        )
    try:
        return _info_from_json(path, json.loads(metadata[_KEY]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ModelFileError(f"{path.name} is damaged: its description cannot be read.") from None


def _info_from_json(path: Path, value: dict[str, Any]) -> ModelInfo:
    found = value.pop("format")
    if found > FORMAT:
        raise ModelFileError(
            f"{path.name} was saved by a newer handdigit (format {found}; this version reads up "
            f"to {FORMAT}): update handdigit to use it."
        )
    try:
        value["architecture"] = Architecture.parse(value["architecture"])
    except HanddigitError as error:
        raise ModelFileError(
            f"{path.name} describes a network that cannot be built: {error}"
        ) from None
    value["training_data"] = tuple(value.get("training_data", ()))
    info = ModelInfo(**value)
    _require_plausible(info)
    return info


def _require_plausible(info: ModelInfo) -> None:
    """Raise TypeError or ValueError where a value would only fail later, out of its context."""
    for text in (info.name, info.created):
        if not isinstance(text, str):
            raise TypeError(text)
    for mapping in (info.recipe, info.results, *info.training_data):
        if not isinstance(mapping, Mapping):
            raise TypeError(mapping)
    if not (math.isfinite(info.mean) and 0 < info.std < math.inf):
        raise ValueError(info)
    if not 0 < info.temperature < math.inf:
        raise ValueError(info)

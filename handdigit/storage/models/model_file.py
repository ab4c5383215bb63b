"""The model file: one ``.safetensors`` with weights and, as JSON, everything about them.

Nothing in it is ever executed or unpickled. The window reads it too, so there is no torch.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import prod
from pathlib import Path
from stat import S_ISDIR
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import DESCRIPTION_CHARACTERS, MODEL_FILE
from handdigit.errors import ModelFileError, decoding
from handdigit.network.alphabet import DIGITS
from handdigit.network.recognition import VotingRule
from handdigit.sentences import sentence
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.precision import Precision, restored, rounded, stored
from handdigit.storage.parsing import parse_json
from handdigit.storage.tensors import TensorFile, open_tensors, write_tensors

FORMAT = 6
"""1 had no note, parent and members; 2 no weights of half precision, 3 none of a byte each, 4 no
ensemble that looks several times, 5 no alphabet but digits."""
SUFFIX = ".safetensors"
_KEY = "handdigit"
_BUFFERS = ("running_mean", "running_var", "num_batches_tracked")
"""Stored with the weights, but not trained."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model as stored: its description and its weights by name.

    Weights are float32 here also where the file has them in less room.
    The weights of an ensemble carry the number of their member: ``0/conv1.weight``.
    """

    info: ModelInfo
    weights: Mapping[str, NDArray[np.generic]]

    def fingerprint(self) -> str:
        """Return the SHA-256 of the weights, in order of their names."""
        digest = hashlib.sha256()
        for name in sorted(self.weights):
            digest.update(name.encode())
            digest.update(np.ascontiguousarray(self.weights[name]).data)
        return digest.hexdigest()

    def networks(self) -> tuple[ModelFile, ...]:
        """Return every network in the file: the members of an ensemble, else the model itself.

        Raises:
            ModelFileError: there are weights of no member.
        """
        if not self.info.members:
            return (self,)
        parts: list[dict[str, NDArray[np.generic]]] = [{} for _ in self.info.members]
        prefixes = {str(number): part for number, part in enumerate(parts)}
        for key, value in self.weights.items():
            number, _, name = key.partition("/")
            if number not in prefixes:
                raise ModelFileError(
                    sentence(
                        "The weights of {0} do not fit its networks: the file is damaged.",
                        self.info.name,
                    )
                )
            prefixes[number][name] = value
        return tuple(map(ModelFile, self.info.members, parts))

    def inspected(self) -> ModelFile:
        """Return the network to look into: of an ensemble the member that was chosen."""
        return self.networks()[self.info.inspected]


def make_ensemble(
    name: str, models: Sequence[ModelFile], rule: VotingRule, created: str
) -> ModelFile:
    """Return a model in which several vote; it holds their weights and needs them no more.

    Raises:
        ModelFileError: fewer than two are given, one is an ensemble itself, or they tell
            different classes apart.
    """
    if len(models) < 2:
        raise ModelFileError(sentence("An ensemble needs at least two models."))
    for model in models:
        if model.info.is_ensemble:
            raise ModelFileError(
                sentence("{0} is an ensemble itself: choose the networks in it.", model.info.name)
            )
        if model.info.alphabet != models[0].info.alphabet:
            raise ModelFileError(
                sentence(
                    "{0} knows other classes than {1}: they cannot vote together.",
                    model.info.name,
                    models[0].info.name,
                )
            )
    weights = {
        f"{number}/{key}": value
        for number, model in enumerate(models)
        for key, value in model.weights.items()
    }
    info = ModelInfo(
        name=name,
        architecture=models[0].info.architecture,
        created=created,
        members=tuple(model.info for model in models),
        rule=rule,
        alphabet=models[0].info.alphabet,
    )
    return ModelFile(info.inspecting(0), weights)


def rounded_to(model: ModelFile, precision: Precision) -> ModelFile:
    """Return a model whose weights are rounded, so that its file is smaller.

    What was measured was measured of the weights before, so it is left out.

    Raises:
        ModelFileError: a weight is too large for half precision.
    """
    weights = {name: rounded(value, precision) for name, value in model.weights.items()}
    if not all(bool(np.isfinite(value).all()) for value in weights.values()):
        raise ModelFileError(
            sentence(
                "The weights of {0} are too large for half precision: keep it as it is.",
                model.info.name,
            )
        )
    members = tuple(member.unmeasured() for member in model.info.members)
    return ModelFile(replace(model.info.unmeasured(), members=members), weights)


def write_model(path: Path, model: ModelFile, *, overwrite: bool = True) -> None:
    """Write a model file, whole or not at all.

    Weights take the least room that loses nothing of them: see
    :mod:`handdigit.storage.models.precision`. Of the epochs of a very long training every
    second one is kept, or every fourth: what is written can be read.

    Raises:
        ModelFileError: too much is said about the model, or what could not be read back.
        HanddigitError: the folder or the disk does not take it, or as :func:`write_tensors`.
    """
    description, weights = _description(model.info), stored(model.weights)
    with decoding(
        sentence(
            "What is said about {0} could not be read back: make the model anew.", model.info.name
        ),
        ModelFileError,
    ):
        _info_from_json(path, parse_json(description))
    _require_few(path, model.info, (value.shape for value in weights.values()))
    write_tensors(path, weights, {_KEY: description}, MODEL_FILE, overwrite=overwrite)


def _description(info: ModelInfo) -> str:
    # What a program of the format before can read says so.
    needed = FORMAT if info.alphabet != DIGITS else 5 if info.views > 1 else 4
    while True:
        text = json.dumps(info.to_json() | {"format": needed}, sort_keys=True)
        if len(text) <= DESCRIPTION_CHARACTERS:
            return text
        thinned = info.thinned()
        if thinned == info:
            raise ModelFileError(
                sentence(
                    "What is said about {0} has more than {1:,} characters: shorten its note.",
                    info.name,
                    DESCRIPTION_CHARACTERS,
                )
            )
        info = thinned


def read_model(path: Path) -> ModelFile:
    """Read a model file.

    Raises:
        ModelFileError: it is missing, damaged, no model, or from a newer version.
    """
    damaged = sentence("{0} is damaged: its weights cannot be read.", path.name)
    with _described(path) as (info, file), decoding(damaged, ModelFileError):
        _require_few(path, info, file.shapes.values())
        found = file.read()
        return ModelFile(info, restored(found))


def _require_few(path: Path, info: ModelInfo, shapes: Iterable[Sequence[int]]) -> None:
    """Require no more weights than the networks have.

    Raises:
        ModelFileError: there are more.
    """
    # Counters and statistics, and scales of weights of a byte each, are fewer than weights.
    expected = 3 * info.parameter_count + sum(
        len(part.architecture.plan()) for part in info.members or (info,)
    )
    if sum(map(prod, shapes)) > expected:
        raise ModelFileError(
            sentence("{0} has more weights than its network: the file is damaged.", path.name)
        )


def read_model_info(path: Path, content: bytes | None = None) -> ModelInfo:
    """Read only the description in a model file, or in ``content``, which was read of it.

    Raises:
        ModelFileError: as :func:`read_model`.
    """
    with _described(path, content) as (info, _file):
        return info


@contextmanager
def _described(path: Path, content: bytes | None = None) -> Iterator[tuple[ModelInfo, TensorFile]]:
    """Open a model file once: its weights are those that it describes."""
    damaged = sentence("{0} is not a model file, or it is damaged.", path.name)
    with decoding(damaged, ModelFileError):
        try:
            is_folder = S_ISDIR(path.stat().st_mode)
        except FileNotFoundError:
            raise ModelFileError(
                sentence("{0}: there is no such model file: choose another.", path)
            ) from None
        if is_folder:
            raise ModelFileError(damaged)
    with open_tensors(path, MODEL_FILE, damaged, ModelFileError, content=content) as file:
        if _KEY not in file.metadata:
            raise ModelFileError(
                sentence("{0} was not saved by handdigit: its network is not described.", path.name)
            )
        with decoding(
            sentence("{0} is damaged: its description cannot be read.", path.name), ModelFileError
        ):
            info = _info_from_json(path, parse_json(file.metadata[_KEY]))
        yield info, file


def require_sound(model: ModelFile) -> None:
    """Look at the weights of a file from elsewhere as closely as can be done without torch.

    Raises:
        ModelFileError: they do not fit the networks, or are not all numbers.
    """
    for network in model.networks():
        name = model.info.name
        trained = sum(
            prod(value.shape)
            for key, value in network.weights.items()
            if not key.endswith(_BUFFERS)
        )
        if trained != network.info.architecture.parameter_count:
            raise ModelFileError(
                sentence("The weights of {0} do not fit its network: the file is damaged.", name)
            )
        if not all(bool(np.isfinite(value).all()) for value in network.weights.values()):
            raise ModelFileError(sentence("The weights of {0} are not all numbers.", name))


def _info_from_json(path: Path, value: dict[str, Any]) -> ModelInfo:
    found = value.pop("format")
    if found > FORMAT:
        raise ModelFileError(
            sentence(
                "{0} was saved by a newer handdigit (format {1}; this version reads up to "
                "{2}): update handdigit to use it.",
                path.name,
                found,
                FORMAT,
            )
        )
    return ModelInfo.from_json(value, where=path.name)


MNIST_TEST = "MNIST test"
UNIPEN_DEV = "unipen_dev"


def record_results(
    path: Path, measured: ModelFile, figures: Mapping[str, Mapping[str, Any]]
) -> None:
    """Add ``figures``, set -> {"n", "accuracy"}, to those in a model file; newer ones replace.

    Args:
        path: the file that ``measured`` was read from.
        measured: the model as it was measured.
        figures: what came out.

    Raises:
        ModelFileError: other weights are in the file by now, or it cannot be read.
        HanddigitError: it cannot be written; it is as before.
    """
    now = read_model(path)
    if now.fingerprint() != measured.fingerprint():
        raise ModelFileError(
            sentence(
                "{0} has other weights now than those that were measured: measure it again.",
                path.name,
            )
        )
    write_model(path, replace(now, info=now.info.measured(figures)))

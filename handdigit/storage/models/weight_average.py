"""The mean of several networks' weights: one network, no slower than each of them.

Networks that were trained on from the same weights lie in one valley of the loss, and the mean
of them often reads better than any: "Model soups", Wortsman et al. 2022, arXiv 2203.05482; with
the weights trained on from among them, WiSE-FT, Wortsman et al. 2022, arXiv 2109.01903.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import ModelFileError
from handdigit.sentences import sentence
from handdigit.storage.models.model_file import ModelFile, require_sound
from handdigit.storage.models.model_info import AVERAGED, ModelInfo


def average_weights(name: str, models: Sequence[ModelFile], created: str) -> ModelFile:
    """Return a model whose weights are the mean of those of ``models``.

    It keeps the recipe of the first and the course of its training; what was measured of them is
    not true of it. Its parents are all of them.

    Raises:
        ModelFileError: fewer than two are given, one is an ensemble or damaged, or they are
            different networks.
    """
    if len(models) < 2:
        raise ModelFileError(sentence("An average needs at least two models."))
    first = models[0].info
    for model in models:
        if model.info.is_ensemble:
            raise ModelFileError(
                sentence("{0} is an ensemble: average the networks in it.", model.info.name)
            )
        if _network(model.info) != _network(first):
            raise ModelFileError(
                sentence(
                    "{0} is another network than {1}: weights can be averaged only of the "
                    "same one.",
                    model.info.name,
                    first.name,
                )
            )
        require_sound(model)
        if _shapes(model) != _shapes(models[0]):
            raise ModelFileError(
                sentence(
                    "The weights of {0} do not fit its network: the file is damaged.",
                    model.info.name,
                )
            )
    info = ModelInfo(
        name=name,
        architecture=first.architecture,
        mean=first.mean,
        std=first.std,
        temperature=float(np.exp(np.mean([np.log(m.info.temperature) for m in models]))),
        created=created,
        recipe=first.recipe,
        training_data=_sources(models),
        results=first.unmeasured().results,
        parent={AVERAGED: [_parent(model) for model in models]},
        alphabet=first.alphabet,
    )
    weights = {key: _mean([m.weights[key] for m in models]) for key in models[0].weights}
    return ModelFile(info, weights)


def _network(info: ModelInfo) -> tuple[object, ...]:
    return (info.architecture, info.mean, info.std, info.alphabet)


def _parent(model: ModelFile) -> dict[str, Any]:
    info = model.info
    return {"name": info.name, "weights": model.fingerprint(), "recipe": dict(info.recipe)}


def _shapes(model: ModelFile) -> dict[str, tuple[int, ...]]:
    return {key: value.shape for key, value in model.weights.items()}


def _mean(values: Sequence[NDArray[np.generic]]) -> NDArray[np.generic]:
    """Return the mean in the precision of the first; of counters the first itself."""
    first = values[0]
    if not np.issubdtype(first.dtype, np.floating):
        return first
    mean: NDArray[np.generic] = np.mean(np.stack(values), axis=0, dtype=np.float64)
    return mean.astype(first.dtype)


def _sources(models: Sequence[ModelFile]) -> tuple[Mapping[str, Any], ...]:
    """Return what any of them learned from, each once."""
    found: list[Mapping[str, Any]] = []
    for model in models:
        found += [source for source in model.info.training_data if source not in found]
    return tuple(found)

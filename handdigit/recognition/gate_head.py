"""The gate's head: a second judge, on what a layer of a model that ships gives.

The model, its trunk, has learned to read digits and stays as it is; one layer of hidden units on
its features tells digits from the rest, and the surer the trunk is of its answer, the more likely
that is a digit. Where the trunk is the model in use anyway, its features are there already and the
head costs next to nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from functools import cached_property
from math import prod

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from handdigit.errors import DataFileError, HanddigitError
from handdigit.network.alphabet import DIGITS
from handdigit.recognition.network import loaded_network
from handdigit.recognition.packing import packed
from handdigit.recognition.pictures import LayerValues, layer_values
from handdigit.sentences import sentence
from handdigit.storage.models.gate_file import HeadFile
from handdigit.storage.models.model_file import SUFFIX, ModelFile, read_model
from handdigit.storage.models.model_store import SHIPPED_MODELS

_log = logging.getLogger(__name__)

MOST = 5.0
"""Log-odds of the trunk's answer are cut off here: it is sure of nearly every digit."""
AT_ONCE = 64
"""Pictures that the trunk reads at once."""


class GateHead(nn.Module):
    """Features, (N, F), to the logits of the ten digits, (N, 10); "none of them" is 0."""

    def __init__(self, features: int, hidden: int, dropout: float = 0.0) -> None:
        """Begin with random weights; ``dropout`` is the share of units left out in training."""
        super().__init__()
        self.hidden = nn.Linear(features, hidden)
        self.dropout = nn.Dropout(dropout)
        self.logits = nn.Linear(hidden, len(DIGITS))
        nn.init.kaiming_normal_(self.hidden.weight, nonlinearity="relu")
        nn.init.zeros_(self.hidden.bias)

    def forward(self, features: Tensor) -> Tensor:
        """Return the logits."""
        logits: Tensor = self.logits(self.dropout(functional.relu(self.hidden(features))))
        return logits


class Trunk:
    """The model whose layers a head looks at, on the CPU."""

    def __init__(self, model: ModelFile) -> None:
        """Build its network."""
        self.info = model.info
        network = loaded_network(model.info.architecture, model.weights, model.info.name).eval()
        self.network = packed(network.to(memory_format=torch.channels_last))  # type: ignore[call-overload]

    def values(self, pictures: NDArray[np.uint8], layers: Collection[str]) -> LayerValues:
        """Return what layers give for (N, 28, 28) normalised pictures."""
        return layer_values(self.network, pictures, layers, self.info.mean, self.info.std, AT_ONCE)


class FittedHead:
    """A head at work.

    Raises:
        DataFileError: its weights are no head's.
    """

    def __init__(self, file: HeadFile) -> None:
        """Build the head of ``file``; its trunk is read when it is first asked."""
        self._file = file
        self.layers = (*file.layers, file.answer)
        """Of the trunk, whose values it takes."""
        self.share = file.share
        """What the log-odds of the gate's own network are multiplied by."""
        self.threshold = file.threshold
        """Of the digitness of both together."""
        damaged = DataFileError(
            sentence("The weights of the gate's head do not fit it: the file is damaged.")
        )
        shape = file.weights["hidden.weight"].shape if "hidden.weight" in file.weights else ()
        if len(shape) != 2:
            raise damaged
        self._features = shape[1]
        self._module = GateHead(shape[1], shape[0]).eval()
        state = self._module.state_dict()
        if {name: tuple(value.shape) for name, value in state.items()} != {
            name: value.shape for name, value in file.weights.items()
        }:
            raise damaged
        for name, value in file.weights.items():
            if not np.isfinite(value).all():
                raise damaged
            state[name].copy_(torch.from_numpy(np.asarray(value, np.float32)))

    def is_on(self, model: ModelFile) -> bool:
        """Tell whether a single network is the trunk, whatever its name."""
        sizes = {p.name: prod(p.output_shape) for p in model.info.architecture.plan()}
        features = sum(sizes.get(name, 0) for name in self._file.layers)
        # To compare weights takes longer, and of other networks it is not needed.
        return features == self._features and model.fingerprint() == self._file.fingerprint

    @cached_property
    def trunk(self) -> Trunk | None:
        """The trunk by itself; None where the program is installed without it, or with another."""
        try:
            model = read_model(SHIPPED_MODELS / f"{self._file.model}{SUFFIX}")
        except HanddigitError as error:
            _log.warning("the gate answers without its head: %s", error)
            return None
        if not self.is_on(model):
            _log.warning("the gate answers without its head: it knows another %s", model.info.name)
            return None
        return Trunk(model)

    def log_odds(self, values: LayerValues) -> Tensor:
        """Return (N,) how much more likely a digit is than anything else, as a logarithm."""
        maps = [torch.from_numpy(values[name]).flatten(1) for name in self._file.layers]
        logits: Tensor = self._module(torch.cat(maps, 1))
        sure = answer_odds(torch.from_numpy(values[self._file.answer]))
        return torch.logsumexp(logits, 1) + self._file.certainty * sure


def answer_odds(logits: Tensor) -> Tensor:
    """Return (N,) log-odds of the likeliest class of (N, classes) logits, at most MOST."""
    best, where = logits.max(1, keepdim=True)
    rest = logits.scatter(1, where, -torch.inf).logsumexp(1)
    return (best[:, 0] - rest).clamp(max=MOST)

"""nn.Module from an architecture value."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from handdigit.errors import HanddigitError, ModelFileError
from handdigit.network.architecture import INPUT, Architecture
from handdigit.network.layers import ReLU
from handdigit.recognition.modules import MODULES
from handdigit.sentences import sentence


class Network(nn.Module):
    """The network of an architecture, (N, 1, 28, 28) float32 in, (N, classes) logits out.

    Its children carry the names of :meth:`Architecture.plan`, so ``state_dict`` keys read
    ``conv1.weight``. No layer works in place: it would overwrite what inspection keeps.
    """

    def __init__(self, architecture: Architecture) -> None:
        """Build the layers with weights to start training from."""
        super().__init__()
        self.architecture = architecture
        self.plan = architecture.plan()
        for planned in self.plan:
            self.add_module(
                planned.name, MODULES[type(planned.layer)](planned.layer, planned.input_shape[0])
            )
        for planned in self.plan:
            if isinstance(planned.layer, ReLU):
                _prepare_for_relu(self._modules.get(planned.inputs[0]))
        last_reader = {name: p.name for p in self.plan for name in p.inputs}
        self._done_after: dict[str, list[str]] = {p.name: [] for p in self.plan}
        for name, reader in last_reader.items():
            self._done_after[reader].append(name)

    def forward(self, pictures: Tensor) -> Tensor:
        """Return the logits."""
        return self.activations(pictures, ())[self.plan[-1].name]

    def activations(
        self, pictures: Tensor, names: Collection[str] | None = None
    ) -> dict[str, Tensor]:
        """Return the outputs by name of the layers in ``names`` (default: all) and the logits.

        The network's input is among them if ``names`` has :data:`INPUT`, and by default.
        """
        values = {INPUT: pictures}
        for planned in self.plan:
            module = self._modules[planned.name]
            assert module is not None  # the constructor has added it
            values[planned.name] = module(*(values[name] for name in planned.inputs))
            if names is not None:
                for name in self._done_after[planned.name]:
                    if name not in names:
                        del values[name]  # large batches need the room
        return values


def build_network(architecture: Architecture) -> Network:
    """Return the network of ``architecture`` with weights to start training from."""
    return Network(architecture)


def loaded_network(
    architecture: Architecture,
    weights: Mapping[str, NDArray[np.generic]],
    name: str,
    kind: type[HanddigitError] = ModelFileError,
) -> Network:
    """Return the network of ``architecture`` with weights from a file, on the CPU.

    Raises:
        HanddigitError: of ``kind``; the weights of ``name`` do not belong to the architecture or
            are not all finite.
    """
    # A damaged description may ask for more memory than there is: shapes are compared before
    # anything is allocated.
    with torch.device("meta"):
        expected = build_network(architecture).state_dict()
    shapes = {key: tuple(value.shape) or (1,) for key, value in expected.items()}
    # Counters without a dimension are stored with one.
    if shapes != {key: value.shape or (1,) for key, value in weights.items()}:
        raise kind(
            sentence("The weights of {0} do not fit its network: the file is damaged.", name)
        )
    network = build_network(architecture)
    state = network.state_dict()
    with torch.no_grad(), np.errstate(all="ignore"):  # of what is no number
        for key, value in weights.items():
            found = torch.from_numpy(value.astype(_NUMPY_TYPES[state[key].dtype]))
            state[key].copy_(found.reshape(state[key].shape))
            if not state[key].isfinite().all():
                raise kind(sentence("The weights of {0} are not all numbers.", name))
    return network


_NUMPY_TYPES = {torch.float32: np.float32, torch.int64: np.int64}
"""Of what a network has: weights and counters."""


def _prepare_for_relu(module: nn.Module | None) -> None:
    """Start a layer that a ReLU reads directly so that signals keep their size.

    With torch's default they shrink by more than half at every layer: eight layers without
    normalisation would give every picture the same answer. Source: He et al. 2015.
    """
    # Without values there is nothing to prepare, and torch would load its compiler for it.
    if isinstance(module, nn.Conv2d | nn.Linear) and not module.weight.is_meta:
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        if module.bias is not None:
            nn.init.zeros_(module.bias)

"""nn.Module from an architecture value."""

from __future__ import annotations

from collections.abc import Collection

from torch import Tensor, nn

from handdigit.network.architecture import INPUT, Architecture
from handdigit.network.layers import ReLU
from handdigit.recognition.modules import MODULES


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

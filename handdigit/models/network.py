"""nn.Module from an architecture value."""

from __future__ import annotations

from collections.abc import Collection

from torch import Tensor, nn

from handdigit.core import blocks, layers, lenet_layers
from handdigit.core.architecture import INPUT, Architecture, PlannedLayer
from handdigit.models import modules


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
            self.add_module(planned.name, _module(planned))
        for planned in self.plan:
            if isinstance(planned.layer, layers.ReLU):
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


def _module(planned: PlannedLayer) -> nn.Module:
    layer, inputs = planned.layer, planned.input_shape[0]
    match layer:
        case layers.Conv2d():
            return nn.Conv2d(
                inputs,
                layer.channels,
                layer.kernel,
                stride=layer.stride,
                padding=layer.padding,
                dilation=layer.dilation,
                bias=layer.bias,
            )
        case lenet_layers.PartialConv2d():
            return modules.PartialConv2d(
                layer.connections,
                inputs,
                kernel=layer.kernel,
                stride=layer.stride,
                padding=layer.padding,
            )
        case layers.MaxPool2d():
            return nn.MaxPool2d(layer.kernel, layer.step, layer.padding)
        case layers.AvgPool2d():
            return nn.AvgPool2d(layer.kernel, layer.step, layer.padding)
        case layers.GlobalAvgPool2d():
            return modules.GlobalAvgPool2d()
        case lenet_layers.Subsample2d():
            return modules.Subsample2d(inputs, layer.kernel)
        case layers.BatchNorm2d():
            return nn.BatchNorm2d(inputs, eps=layers.NORM_EPSILON)
        case layers.Flatten():
            return nn.Flatten()
        case layers.Linear():
            return nn.Linear(inputs, layer.features, bias=layer.bias)
        case layers.ReLU():
            return nn.ReLU()
        case layers.Sigmoid():
            return nn.Sigmoid()
        case layers.Tanh():
            return nn.Tanh()
        case lenet_layers.ScaledTanh():
            return modules.ScaledTanh()
        case layers.Dropout():
            return nn.Dropout(layer.rate)
        case lenet_layers.Rescale():
            return modules.Rescale(layer.scale, layer.shift)
        case lenet_layers.Pad2d():
            return nn.ConstantPad2d(layer.padding, layer.value)
        case blocks.Add():
            return modules.Add()
        case blocks.Concat():
            return modules.Concat()
    raise TypeError(f"no torch module for {layer!r}")

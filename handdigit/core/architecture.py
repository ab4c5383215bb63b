"""A network as data: its layers in order, their names, sizes and parameter counts.

The text form is one layer a line, written like a call::

    Conv2d(20, kernel=5)
    MaxPool2d(2)
    Flatten()
    Linear(10)
"""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import MISSING, dataclass, fields
from typing import Any

from handdigit.core.errors import ArchitectureError
from handdigit.core.layers import LAYERS, Flatten, Layer, Shape

INPUT_SHAPE: Shape = (1, 28, 28)
CLASS_COUNT = 10

_LAYER_TYPES = {layer.__name__: layer for layer in LAYERS}
if len(_LAYER_TYPES) != len(LAYERS):
    raise RuntimeError("two layers share a name")


@dataclass(frozen=True, slots=True)
class PlannedLayer:
    """One layer in its place in a network."""

    name: str
    """Unique in the network: ``conv2`` is the second convolution."""
    layer: Layer
    input_shape: Shape
    output_shape: Shape
    parameter_count: int


@dataclass(frozen=True, slots=True)
class Architecture:
    """A network that turns a (1, 28, 28) picture into ten logits.

    Raises:
        ArchitectureError: a layer does not fit what comes in; the text names layer and reason.
    """

    layers: tuple[Layer, ...]

    def __post_init__(self) -> None:
        output = self.plan()[-1].output_shape if self.layers else INPUT_SHAPE
        if output != (CLASS_COUNT,):
            raise ArchitectureError(
                f"The last layer must give {CLASS_COUNT} values, one a digit; it gives "
                f"{format_shape(output)}."
            )

    def plan(self) -> tuple[PlannedLayer, ...]:
        """Return every layer with its name, shapes and parameter count."""
        planned: list[PlannedLayer] = []
        shape = INPUT_SHAPE
        seen: Counter[str] = Counter()
        for number, layer in enumerate(self.layers, start=1):
            seen[layer.short_name] += 1
            single = isinstance(layer, Flatten)
            name = layer.short_name + ("" if single else str(seen[layer.short_name]))
            if single and seen[layer.short_name] > 1:
                raise ArchitectureError(f"Layer {number}: the input is a vector already.")
            try:
                output = layer.output_shape(shape)
            except ArchitectureError as error:
                raise ArchitectureError(f"Layer {number}, {format_layer(layer)}: {error}") from None
            count = layer.parameter_count(shape)
            planned.append(PlannedLayer(name, layer, shape, output, count))
            shape = output
        return tuple(planned)

    @property
    def parameter_count(self) -> int:
        """Number of trained parameters in all layers."""
        return sum(planned.parameter_count for planned in self.plan())

    def text(self) -> str:
        """Return the text form; :meth:`parse` gives an equal value back."""
        return "\n".join(map(format_layer, self.layers)) + "\n"

    @classmethod
    def parse(cls, text: str) -> Architecture:
        """Read the text form; blank lines and ``#`` comments are passed over.

        Raises:
            ArchitectureError: a line is no layer, or the layers do not fit; it says which.
        """
        layers = []
        for number, line in enumerate(text.splitlines(), start=1):
            code = line.partition("#")[0].strip()
            if code:
                try:
                    layers.append(parse_layer(code))
                except ArchitectureError as error:
                    raise ArchitectureError(f"Line {number}: {error}") from None
        return cls(tuple(layers))


def format_shape(shape: Shape) -> str:
    """Return ``16 × 14 × 14``."""
    return " × ".join(map(str, shape))


def format_layer(layer: Layer) -> str:
    """Return the text form of one layer, defaults left out."""
    parts = []
    for field in fields(layer):  # type: ignore[arg-type]  # every layer is a dataclass
        value = getattr(layer, field.name)
        if field.kw_only and value == field.default:
            continue
        parts.append(f"{field.name}={value!r}" if field.kw_only else repr(value))
    return f"{type(layer).__name__}({', '.join(parts)})"


def parse_layer(code: str) -> Layer:
    """Read the text form of one layer. Nothing is evaluated but literals.

    Raises:
        ArchitectureError: it is not the call of a known layer with its arguments.
    """
    try:
        call = ast.parse(code, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ArchitectureError(f"cannot read {code!r}; write Conv2d(20, kernel=5).") from None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        raise ArchitectureError(f"cannot read {code!r}; write Conv2d(20, kernel=5).")
    layer_type = _LAYER_TYPES.get(call.func.id)
    if layer_type is None:
        known = ", ".join(_LAYER_TYPES)
        raise ArchitectureError(f"there is no layer {call.func.id}; there are {known}.")
    positional = [_literal(argument) for argument in call.args]
    named = {keyword.arg or "**": _literal(keyword.value) for keyword in call.keywords}
    try:
        return layer_type(*positional, **named)
    except TypeError:
        raise ArchitectureError(f"{code!r} should read {_signature(layer_type)}.") from None


def _literal(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError):
        raise ArchitectureError(f"{ast.unparse(node)!r} is not a plain value.") from None


def _signature(layer_type: type[Layer]) -> str:
    parts = []
    for field in fields(layer_type):  # type: ignore[arg-type]  # every layer is a dataclass
        default = "…" if field.default is MISSING else repr(field.default)
        parts.append(f"{field.name}={default}" if field.kw_only else field.name)
    return f"{layer_type.__name__}({', '.join(parts)})"

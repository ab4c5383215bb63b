"""The text form of layers: calls, as in Python, of which nothing is ever evaluated.

A block may span several lines::

    Residual([
        Conv2d(16, kernel=3, padding=1),
        ReLU(),
    ], shortcut=[Conv2d(16, kernel=1)])
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields
from typing import Any

from handdigit.budgets import NETWORK_CHARACTERS, NETWORK_LAYERS, NETWORK_NESTING
from handdigit.errors import ArchitectureError, decoding
from handdigit.network.blocks import BLOCKS, BranchingBlock, Join, Part
from handdigit.network.layer import Layer, Shape
from handdigit.network.layers import LAYERS
from handdigit.sentences import Sentence, sentence

LINE_LENGTH = 96
"""Longer layers are written over several lines."""
LARGEST = 10**9
"""No whole number in a network is farther from 0; torch takes no larger strides."""
_BRACKET = re.compile(r"[][(){}]")


def part_types() -> dict[str, type[Layer] | type[BranchingBlock]]:
    """Return everything that can be written, by name."""
    return {part_type.__name__: part_type for part_type in (*LAYERS, *BLOCKS)}


def format_shape(shape: Shape) -> str:
    """Return ``16 × 14 × 14``."""
    return " × ".join(map(str, shape))


def format_layer(layer: Part | Join) -> str:
    """Return the text form of one layer on one line, defaults left out."""
    return _flat(layer)


def shortened_layer(layer: Part | Join) -> str:
    """Return the beginning of the text form of one layer, for a sentence."""
    return _shortened(_flat(layer))


def format_layers(layers: Iterable[Part]) -> str:
    """Return the text form of a network; :func:`parse_layers` gives equal layers back."""
    return "".join(_wrapped(layer, 0) + "\n" for layer in layers)


def parse_layers(text: str) -> tuple[Part, ...]:
    """Read the text form of a network; blank lines and ``#`` comments are passed over.

    Raises:
        ArchitectureError: something is no layer; the text says in which line and why.
    """
    layers = []
    for number, _, code in layer_calls(text):
        try:
            layers.append(parse_layer(code))
        except ArchitectureError as error:
            raise _in_line(number, error.sentence) from None
    return tuple(layers)


def _in_line(number: int, reason: str) -> ArchitectureError:
    return ArchitectureError(sentence("Line {0}: {1}", number, reason))


def without_line(error: ArchitectureError) -> str:
    """Return what an error of :func:`layer_calls` says but for the line."""
    said = error.sentence
    reason = said.values[1] if isinstance(said, Sentence) else said
    assert isinstance(reason, str)  # as :func:`_in_line` made it
    return reason


def parse_layer(code: str) -> Part:
    """Read the text form of one layer. Nothing is evaluated but literals.

    Raises:
        ArchitectureError: it is not the call of a known layer with its arguments.
    """
    with decoding(_unreadable(code), ArchitectureError):
        with warnings.catch_warnings(action="ignore"):  # Python's own, about "1or 2"
            parsed = ast.parse(code, mode="eval")
        return _layer(parsed.body)


def layer_calls(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield every layer's text after the numbers of the lines it begins and ends in.

    Raises:
        ArchitectureError: the text ends inside a bracket, or is over a budget; it begins with
            the line. What stands before was yielded.
    """
    gathered: list[str] = []
    started = depth = layers = characters = 0
    for number, line in enumerate(text.splitlines(), start=1):
        characters += len(line) + 1
        if characters > NETWORK_CHARACTERS:
            many = sentence("a network can have at most {0} characters.", NETWORK_CHARACTERS)
            raise _in_line(number, many)
        code = line.partition("#")[0].strip()
        if not code:
            continue
        if not gathered:
            started = number
        gathered.append(code)
        for bracket in _BRACKET.findall(code):
            depth += 1 if bracket in "([{" else -1
            if depth > NETWORK_NESTING:
                deep = sentence(
                    "a network can have at most {0} brackets inside each other.", NETWORK_NESTING
                )
                raise _in_line(number, deep)
        if depth <= 0:
            layers += 1
            if layers > NETWORK_LAYERS:
                many = sentence("a network can have at most {0} layers.", NETWORK_LAYERS)
                raise _in_line(number, many)
            yield started, number, " ".join(gathered)
            gathered, depth = [], 0
    if gathered:
        raise _in_line(started, sentence("a bracket is opened here and never closed."))


def _layer(node: ast.expr) -> Part:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        raise ArchitectureError(_unreadable(ast.unparse(node)))
    part_type = part_types().get(node.func.id)
    if part_type is None:
        known = ", ".join(part_types())
        name = _shortened(node.func.id)
        raise ArchitectureError(sentence("there is no layer {0}; there are {1}.", name, known))
    positional = [_value(argument) for argument in node.args]
    named = {keyword.arg or "**": _value(keyword.value) for keyword in node.keywords}
    try:
        return part_type(*positional, **named)
    except TypeError:
        written = _shortened(ast.unparse(node))
        raise ArchitectureError(
            sentence("{0!r} should read {1}.", written, _signature(part_type))
        ) from None
    except ArchitectureError as error:
        raise ArchitectureError(sentence("{0}: {1}", part_type.__name__, error.sentence)) from None


def _value(node: ast.expr) -> Any:
    """Return a number, a layer, or a tuple of such."""
    if isinstance(node, ast.List | ast.Tuple):
        return tuple(_value(element) for element in node.elts)
    if isinstance(node, ast.Call):
        return _layer(node)
    try:
        value = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError):
        written = _shortened(ast.unparse(node))
        raise ArchitectureError(sentence("{0!r} is not a plain value.", written)) from None
    if isinstance(value, int) and abs(value) > LARGEST:
        raise ArchitectureError(sentence("a whole number is larger than any network needs."))
    return value


def _unreadable(code: str) -> Sentence:
    return sentence("cannot read {0!r}; write Conv2d(20, kernel=5).", _shortened(code))


def _shortened(code: str) -> str:
    return code if len(code) <= LINE_LENGTH else code[: LINE_LENGTH - 1] + "…"


def _signature(layer_type: type[Any]) -> str:
    parts = []
    for field in fields(layer_type):
        default = "…" if field.default is MISSING else repr(field.default)
        parts.append(f"{field.name}={default}" if field.kw_only else field.name)
    return f"{layer_type.__name__}({', '.join(parts)})"


def _arguments(layer: Part | Join) -> list[tuple[str, Any]]:
    """Return (``name=`` or nothing, value) of the arguments that differ from the default."""
    arguments = []
    for field in fields(layer):
        value = getattr(layer, field.name)
        if not field.kw_only or value != field.default:
            arguments.append((f"{field.name}=" if field.kw_only else "", value))
    return arguments


def _flat(value: Any) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flat, value))}]"
    if isinstance(value, int | float):
        return repr(value)
    inside = ", ".join(prefix + _flat(argument) for prefix, argument in _arguments(value))
    return f"{type(value).__name__}({inside})"


def _wrapped(value: Any, indent: int) -> str:
    flat = _flat(value)
    if indent + len(flat) <= LINE_LENGTH or isinstance(value, int | float):
        return flat
    if isinstance(value, tuple):
        inner, outer = "\n" + " " * (indent + 4), "\n" + " " * indent
        elements = (_wrapped(element, indent + 4) + "," for element in value)
        return f"[{inner}{inner.join(elements)}{outer}]"
    arguments = _arguments(value)
    inside = ", ".join(prefix + _wrapped(argument, indent) for prefix, argument in arguments)
    return f"{type(value).__name__}({inside})"

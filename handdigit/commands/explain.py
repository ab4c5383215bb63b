"""``handdigit explain``: the sum behind one unit, as the Inside panel writes it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.commands.classify import drawings
from handdigit.commands.console import say, say_json
from handdigit.core.architecture import INPUT, format_shape
from handdigit.core.errors import EmptyDrawingError, HanddigitError
from handdigit.core.ink import Ink
from handdigit.core.normalise import Normalised
from handdigit.data.model_file import read_model
from handdigit.data.model_store import DEFAULT_MODEL, ModelStore
from handdigit.data.paths import AppPaths
from handdigit.inspection.arithmetic import explain
from handdigit.inspection.receptive_field import drawing_bounds, receptive_field
from handdigit.inspection.recognised import every_layer, trace_of
from handdigit.inspection.sum_text import as_text
from handdigit.inspection.trace import InspectionError, Trace, Unit
from handdigit.inspection.units import strongest_unit
from handdigit.models.recogniser import Recogniser


def explain_file(options: argparse.Namespace, paths: AppPaths) -> int:
    """Explain one unit for the first drawing in a file, or list the layers; return 0.

    Raises:
        HanddigitError: the file cannot be read, or there is no such layer or unit.
    """
    torch.set_num_threads(1)  # as the engine does
    model = read_model(ModelStore(paths).find(options.model or DEFAULT_MODEL))
    recogniser = Recogniser(model, options.device)
    recognition = recogniser.recognise(first_source(options.file), layers=every_layer(model.info))
    trace = trace_of(model.info, model.inspected().weights, recognition)
    if trace is None or recognition.normalised is None:
        raise EmptyDrawingError(f"{options.file}: there is no ink in it to explain.")
    if options.layer is None:
        _list_layers(trace, as_json=options.json)
        return 0
    unit = _unit(trace, options.layer, options.channel, options.at)
    found = explain(trace, unit)
    if options.json:
        field = _field(trace, unit, recognition.normalised)
        say_json(found.to_json() | {"receptive_field": field})
    else:
        say(as_text(found).rstrip())
    return 0


def first_source(file: Path) -> Ink | NDArray[np.uint8]:
    """Return the first drawing in a file.

    Raises:
        HanddigitError: the file or that drawing cannot be read.
    """
    drawing = next(drawings(file))
    if isinstance(drawing, HanddigitError):
        raise drawing
    return drawing.source


def _unit(trace: Trace, layer: str, channel: int | None, at: tuple[int, int] | None) -> Unit:
    """Return the unit that was named, or the strongest of those that fit."""
    if at is None:
        return strongest_unit(trace, layer, channel)
    if len(trace.shape(layer)) != 3:
        raise InspectionError(f"{layer} is a vector: name a feature with --channel, without --at.")
    trace.require(Unit(layer, (channel or 0, *at)))
    if channel is None:
        channel = int(trace.output(layer)[:, at[0], at[1]].argmax())
    return Unit(layer, (channel, *at))


def _field(trace: Trace, unit: Unit, normalised: Normalised) -> dict[str, Any]:
    region = receptive_field(trace.architecture, unit)[INPUT]
    bounds = drawing_bounds(region, normalised)
    return {
        "input": {
            "top": region.top,
            "bottom": region.bottom,
            "left": region.left,
            "right": region.right,
        },
        "drawing": bounds._asdict(),
    }


def _list_layers(trace: Trace, *, as_json: bool) -> None:
    plan = trace.plan.values()
    if as_json:
        layers = [
            {
                "name": planned.name,
                "kind": type(planned.layer).__name__,
                "shape": list(planned.output_shape),
                "parameters": planned.parameter_count,
                "operations": planned.operation_count,
            }
            for planned in plan
        ]
        say_json({"layers": layers})
        return
    for planned in plan:
        kind = type(planned.layer).__name__
        shape = format_shape(planned.output_shape)
        say(
            f"{planned.name:14} {kind:14} {shape:>14} {planned.parameter_count:>9,} parameters"
            f" {planned.operation_count:>11,} multiply-adds"
        )

"""``handdigit explain``: the sum behind one unit, as the Inside panel writes it."""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageColor, ImageDraw

from handdigit.commands.classify import drawings
from handdigit.commands.console import say, say_json
from handdigit.engine.analyses.table import answer_of, attribute
from handdigit.engine.protocol.requests import Attribute, Attribution
from handdigit.errors import EmptyDrawingError, HanddigitError
from handdigit.ink.contour import outline
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import Normalised
from handdigit.inspection.arithmetic import explain
from handdigit.inspection.receptive_field import drawing_bounds, receptive_field
from handdigit.inspection.sums import as_text
from handdigit.inspection.trace import (
    InspectionError,
    Trace,
    Unit,
    every_layer,
    strongest_unit,
    trace_of,
)
from handdigit.network.architecture import INPUT, format_shape
from handdigit.recognition.number_reader import answer_to
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.atomic import write_atomically
from handdigit.storage.datasets.inks import label_to_json
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import AppPaths


def explain_file(options: argparse.Namespace, paths: AppPaths) -> int:
    """Explain one unit for the first drawing in a file, or list the layers; return 0.

    Raises:
        HanddigitError: the file cannot be read, or there is no such layer or unit.
    """
    torch.set_num_threads(1)  # as the engine does
    model = read_model(ModelStore(paths).find(options.model or DEFAULT_MODEL))
    recogniser = Recogniser(model, options.device)
    source = first_source(options.file)
    recognition = answer_to(recogniser, source, layers=every_layer(model.info))
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


STOPS = ("#9c5218", "#e6c19c", "#f6f8f9", "#6aa7c6", "#0b2f52")
"""The window's colours in light, from the lowest value over zero to the highest."""
OUTLINE, HALO = "#14212b", "#ffffff"
PIXEL = 20
"""Side of one of the map's pixels in the file."""
FINER = 2
"""The outline is drawn this much larger and then shrunk, which smooths it."""


def explain_answer(options: argparse.Namespace, paths: AppPaths) -> int:
    """Explain the answer to the first drawing in a file; return 0.

    Raises:
        HanddigitError: the file cannot be read, there is no such class, or the map is not made
            or not written.
    """
    if options.out is None and not options.json:
        raise HanddigitError("Say where the map goes: --out FILE.png, or --json for its numbers.")
    torch.set_num_threads(1)  # as the engine does
    model = read_model(ModelStore(paths).find(options.model or DEFAULT_MODEL))
    alphabet = model.info.alphabet
    asked = (options.target, options.against)
    target, against = (None if name is None else alphabet.index(name) for name in asked)
    request = Attribute(first_source(options.file), options.why, target, against)
    found = answer_of(attribute(Recogniser(model, options.device), request))
    why = alphabet.names[found.target]
    why_not = None if found.against is None else alphabet.names[found.against]
    if options.out is not None:
        content = io.BytesIO()
        map_picture(found).save(content, "PNG")
        write_atomically(options.out, content.getvalue(), overwrite=options.overwrite)
    if options.json:
        value = {
            "file": str(options.file),
            "method": options.why,
            "target": label_to_json(why),
            "against": None if why_not is None else label_to_json(why_not),
            "score": found.score,
            "values": found.values.tolist(),
        }
        say_json(value)
    else:
        versus = "" if why_not is None else f" and not {why_not}"
        say(f"Why {why}{versus}? {options.why}, score {found.score:.4g}: {options.out}")
    return 0


def map_picture(attribution: Attribution) -> Image.Image:
    """Return the map over the 28×28 picture, the ink outlined, colours as in the window."""
    colours = _coloured(attribution.values)
    large = PIXEL * FINER
    image = Image.fromarray(colours.repeat(large, axis=0).repeat(large, axis=1))
    draw = ImageDraw.Draw(image)
    segments = [
        [(x * large, y * large) for x, y in segment]
        for segment in outline(attribution.normalised.picture)
    ]
    for colour, width in ((HALO, 4 * FINER), (OUTLINE, 2 * FINER)):
        for segment in segments:
            draw.line(segment, fill=colour, width=width)
    return image.resize((image.width // FINER, image.height // FINER), Image.Resampling.BOX)


def _coloured(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return (H, W, 3) colours; zero is in the middle, the largest value at an end."""
    limit = float(np.abs(values).max()) or 1.0
    stops = np.array([ImageColor.getrgb(stop) for stop in STOPS], dtype=np.float64)
    at = np.linspace(-limit, limit, len(STOPS))
    channels = [np.interp(values, at, stops[:, channel]) for channel in range(3)]
    return np.rint(np.stack(channels, axis=-1)).astype(np.uint8)

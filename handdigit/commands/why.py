"""``handdigit explain --why``: the Why panel's map as a picture or as numbers."""

from __future__ import annotations

import argparse
import io

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageColor, ImageDraw

from handdigit.commands.console import say, say_json
from handdigit.commands.explain import first_source
from handdigit.core.contour import outline
from handdigit.core.errors import HanddigitError
from handdigit.data.atomic import write_atomically
from handdigit.data.inks import label_to_json
from handdigit.data.model_file import read_model
from handdigit.data.model_store import DEFAULT_MODEL, ModelStore
from handdigit.data.paths import AppPaths
from handdigit.engine.analyses import answer_of, attribute
from handdigit.engine.requests import Attribute, Attribution
from handdigit.models.recogniser import Recogniser

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
        write_atomically(options.out, content.getvalue())
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

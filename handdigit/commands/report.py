"""``handdigit report``: what to send along when something does not work."""

from __future__ import annotations

import argparse

from handdigit.commands.console import say, say_json
from handdigit.commands.explain import first_source
from handdigit.errors import DeviceError, InkError
from handdigit.ink.ink import Ink
from handdigit.recognition.device import choose_device
from handdigit.storage.paths import AppPaths
from handdigit.storage.report import report_text


def print_report(options: argparse.Namespace, paths: AppPaths) -> int:
    """Print versions, processor, device, settings and the end of the log; return 0.

    Raises:
        HanddigitError: a drawing was named that is not there, or has no strokes.
    """
    drawing = None if options.drawing is None else first_source(options.drawing)
    if drawing is not None and not isinstance(drawing, Ink):
        raise InkError(f"{options.drawing} has no strokes to report: name an ink.")
    text = report_text(paths, _device(options.device), drawing)
    say_json({"report": text}) if options.json else say(text)
    return 0


def _device(requested: str) -> str:
    try:
        return str(choose_device(requested))
    except DeviceError as error:
        return str(error)

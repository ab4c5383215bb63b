"""``handdigit``: the window, or a picture of it."""

from __future__ import annotations

import argparse
import os
import shlex
import sys

from handdigit.engine.client import EngineClient
from handdigit.engine.protocol.messages import LoadModel
from handdigit.errors import HanddigitError
from handdigit.inspection.trace import Unit
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import ASSETS, AppPaths


def open_window(options: argparse.Namespace, paths: AppPaths) -> int:
    """Show the window until it is closed, or save a picture of it; return 0.

    Raises:
        HanddigitError: there is no display, or no such model, translation, panel or unit.
    """
    if options.scale is not None:
        os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    if options.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not _has_display():
        seven = shlex.quote(str(ASSETS / "examples" / "seven.json"))
        raise HanddigitError(
            "There is no display to open a window on; read a drawing with "
            f"`handdigit classify {seven}`, or save a picture of the window with "
            f"`handdigit --open {seven} --screenshot window.png`."
        )
    store = ModelStore(paths)
    asked_for = store.stored(options.model) if options.model else None
    engine = EngineClient()
    # First of all: torch takes seconds to load, which it can do while the window appears.
    engine.start()
    try:
        from handdigit.gui.quick_imports import skip_feature_checks

        skip_feature_checks()
        from handdigit.gui.scene import OpeningScene
        from handdigit.gui.state.active_model import open_settings, start_model

        if asked_for is None:
            model, notice = start_model(store, open_settings(paths))
        else:
            model, notice = asked_for, ""
        engine.load_model(LoadModel(model.path, options.device))
        scene = OpeningScene(
            options.panel,
            None if options.unit is None else Unit(*options.unit),
            options.size,
            is_dark=options.dark,
            is_number=options.number,
        )
        if options.screenshot is not None:
            from handdigit.gui.screenshot import take_screenshot

            take_screenshot(
                engine,
                store,
                model,
                options.device,
                paths,
                options.open,
                options.screenshot,
                scene=scene,
                language=options.language,
                overwrite=options.overwrite,
            )
            return 0
        from handdigit.gui.app import run_window

        return run_window(
            engine,
            store,
            model,
            options.device,
            paths,
            options.open,
            scene=scene,
            language=options.language,
            notice=notice,
        )
    finally:
        engine.stop()


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

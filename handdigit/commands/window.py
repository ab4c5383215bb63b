"""``handdigit``: the window, or a picture of it."""

from __future__ import annotations

import argparse
import os

from handdigit.engine.process import Spawned
from handdigit.engine.start import spawn_engine
from handdigit.errors import HanddigitError
from handdigit.gui.no_window import has_display, missing_libraries, no_display
from handdigit.storage.paths import AppPaths


def open_window(options: argparse.Namespace, paths: AppPaths) -> int:
    """Show the window until it is closed, or save a picture of it; return 0.

    Raises:
        HanddigitError: there is no display, a library of the desktop is missing, or no such
            model, translation, panel or unit.
    """
    if options.scale is not None:
        os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    if options.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not has_display():
        raise HanddigitError(no_display())
    # First of all: torch takes seconds to load, which it can do while the window appears.
    spawned = spawn_engine()
    try:
        return _open_over(spawned, options, paths)
    except ImportError as error:
        if refusal := missing_libraries(str(error)):
            raise HanddigitError(refusal) from error
        raise


def _open_over(spawned: Spawned, options: argparse.Namespace, paths: AppPaths) -> int:
    """Show the window over an engine's process, or save a picture of it."""
    from handdigit.gui.quick_imports import import_quickly

    import_quickly()
    from handdigit.engine.client import EngineClient

    engine = EngineClient(spawned)
    engine.start()
    try:
        from handdigit.engine.protocol.messages import LoadModel
        from handdigit.gui.scene import OpeningScene
        from handdigit.gui.state.models.active_model import open_settings, start_model
        from handdigit.inspection.trace import Unit
        from handdigit.storage.models.model_store import ModelStore

        store = ModelStore(paths)
        if options.model:
            model, notice = store.stored(options.model), ""
        else:
            model, notice = start_model(store, open_settings(paths))
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

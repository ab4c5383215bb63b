"""Imports that read no source, collect no garbage and start no threads."""

from __future__ import annotations

import gc
import sys

from handdigit.engine.process import import_numpy_without_threads


def import_quickly() -> None:
    """Have what is imported from now on take less of the time until the window is painted.

    Python looks through all modules again and again for garbage, of which they make none; once
    there is a window, :class:`~handdigit.gui.state.garbage.GarbageCollector` collects.
    """
    gc.disable()
    import_numpy_without_threads()
    _skip_feature_checks()


def _skip_feature_checks() -> None:
    """Have PySide6 read no source.

    It looks into every module that is imported after it, whether that uses its ``__feature__``
    switch for names in snake case; nothing here does. Where PySide6 has no such check, nothing
    happens.
    """
    import PySide6.QtCore  # noqa: F401 (brings the module below)

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[union-attr]

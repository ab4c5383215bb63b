"""Imports that do not read the source of what they import."""

from __future__ import annotations

import sys


def skip_feature_checks() -> None:
    """Have PySide6 read no source: a twelfth of the time until the window is painted.

    It looks into every module that is imported after it, whether that uses its ``__feature__``
    switch for names in snake case; nothing here does. Where PySide6 has no such check, nothing
    happens.
    """
    import PySide6.QtCore  # noqa: F401 (brings the module below)

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[union-attr]

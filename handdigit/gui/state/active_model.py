"""Which model answers, remembered from one start of the window to the next."""

from __future__ import annotations

import json

from PySide6.QtCore import QCoreApplication, QSettings

from handdigit.errors import DECODER_ERRORS, ModelFileError
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore, StoredModel
from handdigit.storage.paths import AppPaths

KEY = "activeModels"
LIMIT = 50
"""So many activations are remembered for rolling back."""


def open_settings(paths: AppPaths) -> QSettings:
    """Return what the window remembers."""
    return QSettings(str(paths.settings), QSettings.Format.IniFormat)


def read_trail(settings: QSettings) -> tuple[str, ...]:
    """Return names, or paths, of the models that were active, the newest last."""
    try:
        found = json.loads(str(settings.value(KEY, "[]")))
    except DECODER_ERRORS:
        return ()
    return tuple(map(str, found)) if isinstance(found, list) else ()


def write_trail(settings: QSettings, trail: tuple[str, ...]) -> None:
    """Remember which models were active, the newest last."""
    settings.setValue(KEY, json.dumps(trail[-LIMIT:]))


def start_model(store: ModelStore, settings: QSettings) -> tuple[StoredModel, str]:
    """Return the model to start with, and a sentence if it is not the one that was active.

    Raises:
        ModelFileError: the shipped model cannot be read either.
    """
    default = store.stored(DEFAULT_MODEL)
    trail = read_trail(settings)
    if not trail:
        return default, ""
    try:
        return store.stored(trail[-1]), ""
    except ModelFileError:
        text = QCoreApplication.translate(
            "Models", "The model {0} is gone or damaged: {1} answers instead."
        )
        return default, text.format(trail[-1], default.name)

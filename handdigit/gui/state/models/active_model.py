"""Which model answers, remembered from one start of the window to the next."""

from __future__ import annotations

import json

from handdigit.errors import HanddigitError, ModelFileError, decoding
from handdigit.gui.state.settings import Settings
from handdigit.sentences import sentence
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import AppPaths

KEY = "activeModels"
LIMIT = 50
"""So many activations are remembered for rolling back."""
TRAIL_LENGTH = LIMIT * 4200
"""Characters: no system has longer paths than 4,096."""


def open_settings(paths: AppPaths) -> Settings:
    """Return what the window remembers."""
    return Settings(paths.settings)


def read_trail(settings: Settings) -> tuple[str, ...]:
    """Return names, or paths, of the models that were active, the newest last."""
    try:
        with decoding(sentence("The trail of active models is damaged."), HanddigitError):
            found = json.loads(settings.value(KEY, "[]", lambda text: len(text) <= TRAIL_LENGTH))
    except HanddigitError:
        return ()
    is_trail = isinstance(found, list) and all(isinstance(name, str) for name in found)
    return tuple(found[-LIMIT:]) if is_trail else ()


def write_trail(settings: Settings, trail: tuple[str, ...]) -> None:
    """Remember which models were active, the newest last; as many as are read.

    Raises:
        HanddigitError: the file cannot be written.
    """
    kept = trail[-LIMIT:]
    while len(text := json.dumps(kept)) > TRAIL_LENGTH:
        kept = kept[1:]
    settings.write({KEY: text})


class ModelTrail:
    """The keys of the models that were active, the newest last, kept in the settings."""

    def __init__(self, settings: Settings, started: str) -> None:
        """Go on with the trail in ``settings``; the model ``started`` answers."""
        self._settings = settings
        self._stored = read_trail(settings)
        self.keys = self._stored
        if self.keys[-1:] != (started,):
            self.keys = (*self.keys, started)  # written once the user chooses another

    def add(self, key: str, *, returns: bool) -> bool:
        """Note that a model is active; return whether there is something to write.

        Where it ``returns``, what was active since is left out.
        """
        if self.keys[-1:] == (key,):
            return False
        if returns and key in self.keys:
            last = len(self.keys) - 1 - self.keys[::-1].index(key)
            self.keys = self.keys[: last + 1]
        else:
            self.keys = (*self.keys, key)
        self._stored = self.keys
        return True

    def rename(self, before: str, after: str) -> bool:
        """Note that a model has another key; return whether there is something to write."""
        if before not in self.keys:
            return False
        self.keys = self._stored = tuple(after if key == before else key for key in self.keys)
        return True

    def write(self) -> None:
        """Write it into the settings.

        Raises:
            HanddigitError: the file cannot be written.
        """
        write_trail(self._settings, self._stored)

    def write_if_gone(self) -> None:
        """Write it if the settings have none any more: the file has gone meanwhile.

        Raises:
            HanddigitError: the file cannot be written.
        """
        if self._stored and not self._settings.has(KEY):
            self.write()


def start_model(store: ModelStore, settings: Settings) -> tuple[StoredModel, str]:
    """Return the model to start with, and a sentence if it is not the one that was active.

    Where no model can be read, the default is returned all the same: the engine refuses it, and
    the window is there to import another.
    """
    wanted = (DEFAULT_MODEL, *read_trail(settings))[-1]
    for name in dict.fromkeys((wanted, DEFAULT_MODEL)):
        try:
            return store.stored(name), "" if name == wanted else replaced(wanted, name)
        except ModelFileError:
            continue
    for model in store.models():
        return model, replaced(DEFAULT_MODEL, model.name)
    text = sentence("No model can be read: import one in Models, or install handdigit again.")
    from handdigit.network.zoo import ZOO  # so many networks take their time to make

    # What the window takes the network to be while there is none.
    info = ModelInfo(DEFAULT_MODEL, ZOO["small"])
    return StoredModel(DEFAULT_MODEL, store.shipped_path(DEFAULT_MODEL), info), text


def replaced(gone: str, name: str) -> str:
    """Return the sentence that one model answers instead of another."""
    if gone == DEFAULT_MODEL:
        return sentence(
            "The model {0} that came with the program is gone or damaged: {1} answers instead. "
            "Install handdigit again to have it back.",
            gone,
            name,
        )
    return sentence("The model {0} is gone or damaged: {1} answers instead.", gone, name)

"""The networks that read beside the one that answers the drawing."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from handdigit.errors import ModelFileError
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.models.model_file import read_model

LOADED_LIMIT = 24
"""So many stay loaded; the one unused for longest is let go."""
_Saved = tuple[int, int]
"""When a file was written, and how long it is."""
_LOADED: OrderedDict[tuple[Path, str, _Saved], Recogniser] = OrderedDict()


def reader(model: Path, device: str) -> Recogniser:
    """Return the network of a model file, loaded again if the file was written since.

    Networks whose file has been replaced or deleted are let go.

    Raises:
        ModelFileError: the model cannot be used.
    """
    for key in [key for key in _LOADED if _saved(key[0]) != key[2]]:
        del _LOADED[key]
    saved = _saved(model)
    if saved is None:
        raise ModelFileError(f"{model}: there is no such model file: choose another.")
    key = (model, device, saved)
    found = _LOADED.get(key) or Recogniser(read_model(model), device)
    _LOADED[key] = found
    _LOADED.move_to_end(key)
    if len(_LOADED) > LOADED_LIMIT:
        _LOADED.popitem(last=False)
    return found


def _saved(model: Path) -> _Saved | None:
    try:
        state = model.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size

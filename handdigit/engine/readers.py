"""The networks that read beside the one that answers the drawing."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from handdigit.core.errors import ModelFileError
from handdigit.data.model_file import read_model
from handdigit.models.recogniser import Recogniser

LOADED_LIMIT = 24
"""So many stay loaded; the one unused for longest is let go."""


def reader(model: Path, device: str) -> Recogniser:
    """Return the network of a model file, loaded again if the file was written since.

    Raises:
        ModelFileError: the model cannot be used.
    """
    try:
        saved = model.stat().st_mtime_ns
    except OSError:
        raise ModelFileError(f"{model}: there is no such model file: choose another.") from None
    return _load(model, saved, device)


@lru_cache(maxsize=LOADED_LIMIT)
def _load(model: Path, _saved: int, device: str) -> Recogniser:
    return Recogniser(read_model(model), device)

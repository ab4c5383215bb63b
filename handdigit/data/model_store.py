"""The models at hand: those shipped with the program and those of the user."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from handdigit.core.errors import ModelFileError
from handdigit.data.assets import ASSETS
from handdigit.data.model_file import SUFFIX, ModelInfo, read_model_info
from handdigit.data.paths import AppPaths

DEFAULT_MODEL = "default"
SHIPPED_MODELS = ASSETS / "models"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StoredModel:
    """A model file that can be loaded."""

    name: str
    path: Path
    info: ModelInfo


class ModelStore:
    """Model files by name: the file's name without its ending."""

    def __init__(self, paths: AppPaths) -> None:
        """Look in the shipped folder first, then in the user's."""
        self._folders = (SHIPPED_MODELS, paths.models)

    def models(self) -> tuple[StoredModel, ...]:
        """Return every readable model, the default first, then by name."""
        stored: dict[str, StoredModel] = {}
        for folder in self._folders:
            for path in sorted(folder.glob(f"*{SUFFIX}")):
                try:
                    info = read_model_info(path)
                except ModelFileError as error:
                    _log.warning("left out of the models: %s", error)
                    continue
                stored.setdefault(path.stem, StoredModel(path.stem, path, info))
        return tuple(sorted(stored.values(), key=lambda m: (m.name != DEFAULT_MODEL, m.name)))

    def find(self, name_or_path: str) -> Path:
        """Return the file of a model given by name or by path.

        Raises:
            ModelFileError: there is neither.
        """
        for folder in self._folders:
            path = folder / f"{name_or_path}{SUFFIX}"
            if _is_file(path):
                return path
        if _is_file(Path(name_or_path)):
            return Path(name_or_path)
        known = ", ".join(model.name for model in self.models()) or "none"
        raise ModelFileError(
            f"There is no model {name_or_path!r}; there are {known}, or name a {SUFFIX} file."
        )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # no name that the file system takes, or a folder that it keeps closed
        return False

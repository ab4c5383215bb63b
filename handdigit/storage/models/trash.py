"""The trash of models: versions that were deleted, until they are brought back or removed."""

from __future__ import annotations

import contextlib
import os
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from handdigit.errors import os_errors_as
from handdigit.sentences import sentence
from handdigit.storage.atomic import require_no_link
from handdigit.storage.models.model_file import SUFFIX
from handdigit.storage.models.stored_model import StoredModel, UnusableModel

KEPT_S = 7 * 24 * 3600.0
"""What a window that crashed had deleted can still be found so long, by hand."""


@dataclass(frozen=True, slots=True)
class DeletedModel:
    """A version that was deleted and can still be brought back."""

    name: str
    trash: Path


class ModelTrash:
    """A folder in which every deleted version has a name of its own."""

    def __init__(self, folder: Path) -> None:
        """Make ``folder`` when something is deleted."""
        self._folder = folder

    def put(self, model: StoredModel | UnusableModel) -> DeletedModel:
        """Move a version, or what cannot be one, from its place to the trash.

        Raises:
            HanddigitError: the trash is a link, or the disk refuses.
        """
        require_no_link(self._folder)
        trash = self._folder / f"{uuid.uuid4().hex}{SUFFIX}"
        with os_errors_as(sentence("{0} cannot be deleted", model.name)):
            trash.parent.mkdir(parents=True, exist_ok=True)
            model.path.replace(trash)
        with contextlib.suppress(OSError, NotImplementedError):  # of another user, or a link
            os.utime(trash, follow_symlinks=False)  # its age in the trash is counted from now
        return DeletedModel(model.name, trash)

    def remove(self, deleted: DeletedModel) -> None:
        """Delete for good; a folder that is not empty stays in the trash."""
        with contextlib.suppress(OSError):
            _remove(deleted.trash)
            self._folder.rmdir()  # succeeds only when it is empty

    def remove_old(self) -> None:
        """Delete for good what a window that crashed left behind long ago."""
        for path in self._folder.glob(f"*{SUFFIX}"):
            with contextlib.suppress(OSError):
                if time.time() - path.lstat().st_mtime > KEPT_S:
                    _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink()

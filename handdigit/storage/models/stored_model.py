"""A stored model: a model file by its name, with what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path

from handdigit.storage.models.model_file import read_model_info
from handdigit.storage.models.model_info import ModelInfo


class Group(IntEnum):
    """What a model is there for; groups are offered in this order."""

    READERS = 0
    """Shipped, to read handwriting."""
    OWN = 1
    """The user's, wherever it lies."""
    LADDER = 2
    """Shipped, to be looked into and compared."""


@dataclass(frozen=True, slots=True)
class StoredModel:
    """A model file that can be loaded."""

    name: str
    path: Path
    info: ModelInfo
    group: Group = Group.OWN
    size: int = 0
    """Bytes that the file had when it was found; 0 if unknown."""

    @classmethod
    def at(cls, path: Path) -> StoredModel:
        """Return a model file anywhere on disk as a model to use.

        Raises:
            ModelFileError: it is no model file.
        """
        return cls(path.stem, path, read_model_info(path))

    def inspecting(self, member: int) -> StoredModel:
        """Return the same ensemble with another member to look into."""
        return replace(self, info=self.info.inspecting(member))

    @property
    def inspected_name(self) -> str:
        """Its name; of an ensemble also that of the member that is looked into."""
        if not self.info.members:
            return self.name
        return f"{self.name} ▸ {self.info.members[self.info.inspected].name}"


@dataclass(frozen=True, slots=True)
class UnusableModel:
    """Something among the model files that cannot be loaded."""

    name: str
    path: Path
    reason: str
    """A sentence."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything in the folders of models."""

    models: tuple[StoredModel, ...] = ()
    """In the order in which they are offered."""
    unusable: tuple[UnusableModel, ...] = ()

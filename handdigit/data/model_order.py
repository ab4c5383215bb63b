"""Models at hand: where they lie, in which groups and in which order they are offered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path

from handdigit.core.ladder import LADDER, READERS
from handdigit.data.model_info import ModelInfo

_READERS = {name: place for place, name in enumerate(READERS)}
_RUNGS = {rung.name: place for place, rung in enumerate(LADDER)}


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
class DeletedModel:
    """A version that was deleted and can still be brought back."""

    name: str
    trash: Path


def group_of(name: str, *, is_shipped: bool) -> Group:
    """Return the group of a model."""
    if not is_shipped:
        return Group.OWN
    return Group.READERS if name in _READERS else Group.LADDER


def place_of(name: str, group: Group) -> tuple[int, int, str]:
    """Return what models are sorted by: the default first, the user's by name, rungs upwards."""
    known = {Group.READERS: _READERS, Group.OWN: {}, Group.LADDER: _RUNGS}[group]
    return (group, known.get(name, len(known)), name)

"""In which order and in which groups models are offered."""

from __future__ import annotations

from enum import IntEnum

from handdigit.core.ladder import LADDER, READERS

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


def group_of(name: str, *, is_shipped: bool) -> Group:
    """Return the group of a model."""
    if not is_shipped:
        return Group.OWN
    return Group.READERS if name in _READERS else Group.LADDER


def place_of(name: str, group: Group) -> tuple[int, int, str]:
    """Return what models are sorted by: the default first, the user's by name, rungs upwards."""
    known = {Group.READERS: _READERS, Group.OWN: {}, Group.LADDER: _RUNGS}[group]
    return (group, known.get(name, len(known)), name)

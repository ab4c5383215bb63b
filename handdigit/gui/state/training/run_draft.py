"""What the next run was set to, as it is kept in the settings; any part of it may be damaged."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from handdigit.errors import HanddigitError, decoding
from handdigit.experiment.recipe import Recipe
from handdigit.sentences import sentence
from handdigit.storage.datasets.sources import DataSource

Part = TypeVar("Part")


class KeptNetwork(NamedTuple):
    """Which network, under which name, and whether its trained weights learn further."""

    name: str
    text: str
    further: bool


class KeptRecipe(NamedTuple):
    """Settings, and the name of the recipe that they come from."""

    name: str
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class RunDraft:
    """Network, recipe and data; what is None was not kept or cannot be read."""

    network: KeptNetwork | None = None
    recipe: KeptRecipe | None = None
    sources: tuple[DataSource, ...] | None = None


def draft_text(
    network: KeptNetwork, recipe: str, values: Mapping[str, Any], sources: Sequence[DataSource]
) -> str:
    """Return one line that :func:`read_run_draft` reads; ``values`` are the settings' by key."""
    return json.dumps(
        {
            "network": network._asdict(),
            "recipe": {"name": recipe, "values": dict(values)},
            "sources": [source.text for source in sources],
        }
    )


def read_run_draft(text: str, network: str) -> RunDraft:
    """Return what was kept, each part for itself; ``network`` completes the recipe."""
    kept = _readable(lambda: dict(json.loads(text or "{}"))) or {}
    return RunDraft(
        _readable(lambda: _network(**kept["network"])),
        _readable(lambda: _recipe(network, **kept["recipe"])),
        _readable(lambda: tuple(map(DataSource.parse, kept["sources"]))),
    )


def _network(name: str, text: str, further: bool) -> KeptNetwork:
    return KeptNetwork(str(name), str(text), bool(further))


def _recipe(network: str, name: str, values: Mapping[str, Any]) -> KeptRecipe:
    return KeptRecipe(str(name), Recipe.from_json({**values, "network": network}))


def _readable(read: Callable[[], Part]) -> Part | None:
    try:
        with decoding(sentence("What the next run was set to is damaged."), HanddigitError):
            return read()
    except HanddigitError:
        return None

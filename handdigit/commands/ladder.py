"""``handdigit ladder``: the nets of the source material, and how each reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handdigit.commands.console import complain, say, say_json
from handdigit.errors import ModelFileError
from handdigit.storage.models.groups import LADDER, Rung
from handdigit.storage.models.model_file import MNIST_TEST, UNIPEN_DEV
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import AppPaths

UNKNOWN = "–"
_LINE = "{:17} {:37} {:>10} {:>9} {:>11} {:>11}  {}"


def show_ladder(paths: AppPaths, *, as_json: bool) -> int:
    """Print what the shipped files of the ladder say; return 1 if one is missing, else 0."""
    store = ModelStore(paths)
    if not as_json:
        heads = ("net", "what is new", "parameters", "to reach", MNIST_TEST, UNIPEN_DEV)
        say(_LINE.format(*heads, "figure from").rstrip())
    missing = 0
    for rung in LADDER:
        try:
            info = store.shipped(rung.name).info
        except ModelFileError as error:
            missing += 1
            complain(error)
            continue
        row = _row(rung, info.parameter_count, info.accuracies)
        if as_json:
            say_json(row)
        else:
            _print_row(row)
    return 1 if missing else 0


def _row(
    rung: Rung, parameters: int, accuracies: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    measured = {name: accuracies.get(name, {}) for name in (MNIST_TEST, UNIPEN_DEV)}
    accuracy: Any = measured[MNIST_TEST].get("accuracy")
    known = accuracy is not None and rung.floor is not None
    reached = rung.is_reached_by(accuracy) if known else None
    return {
        "name": rung.name,
        "news": rung.news,
        "recipe": rung.recipe,
        "parameters": parameters,
        "floor": rung.floor,
        "source": rung.source or None,
        "results": {name: dict(found) or None for name, found in measured.items()},
        "reached": reached,
    }


def _print_row(row: Mapping[str, Any]) -> None:
    shares = [row["floor"]]
    shares += [found and found["accuracy"] for found in row["results"].values()]
    texts = [UNKNOWN if share is None else f"{share:.2%}" for share in shares]
    source = row["source"] or ""
    if row["reached"] is False:
        source += " (not reached)"
    figures = (f"{row['parameters']:,}", *texts)
    say(_LINE.format(row["name"], row["news"], *figures, source).rstrip())

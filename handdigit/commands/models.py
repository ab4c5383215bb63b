"""``handdigit models``: the versions there are, and what can be done with them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from handdigit.commands.console import say, say_json
from handdigit.errors import HanddigitError
from handdigit.gui.state.models.active_model import open_settings, read_trail, write_trail
from handdigit.network.recognition import VotingRule
from handdigit.storage.models.import_export import export_model, import_model
from handdigit.storage.models.model_file import make_ensemble, read_model
from handdigit.storage.models.model_info import network_name
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore, now
from handdigit.storage.models.precision import Precision
from handdigit.storage.models.stored_model import StoredModel, UnusableModel
from handdigit.storage.models.weight_average import average_weights
from handdigit.storage.paths import AppPaths


def manage_models(options: argparse.Namespace, paths: AppPaths) -> int:
    """List the models or do what was asked for; return 0.

    Raises:
        HanddigitError: it cannot be done.
    """
    store = ModelStore(paths)
    match options.action:
        case "rename":
            before = store.stored(options.name)
            renamed = store.rename(before, options.to)
            _rename_active(paths, before.name, renamed.name)
            _done(options, renamed, f"{before.name} is now called {renamed.name}")
        case "annotate":
            annotated = store.annotate(store.stored(options.name), options.note)
            _done(options, annotated, f"wrote the note of {annotated.name}")
        case "delete":
            unusable = (one for one in store.unusable() if one.name == options.name)
            model = next(unusable, None) or store.stored(options.name)
            if not (options.yes or _agrees(model.name)):
                raise HanddigitError(f"{model.name} was not deleted; --yes deletes without asking.")
            store.trash.remove(store.delete(model))
            _done(options, None, f"deleted {model.name}")
        case "import":
            imported = import_model(store, Path(options.file), _try)
            _done(options, imported, f"imported {imported.name}")
        case "export":
            precision = options.precision and Precision(options.precision)
            target = export_model(
                store,
                store.stored(options.name),
                options.file,
                precision,
                overwrite=options.overwrite,
            )
            _done(options, None, f"wrote {target}")
        case "activate":
            activated = store.stored(options.name)
            _activate(store, paths, activated)
            _done(options, activated, f"{activated.name} answers from the window's next start")
        case "ensemble":
            members = [read_model(store.find(name)) for name in options.members]
            made = store.add(make_ensemble(options.name, members, VotingRule(options.rule), now()))
            _done(options, made, f"made {made.name}: {len(members)} voting, {options.rule}")
        case "average":
            averaged = [read_model(store.find(name)) for name in options.members]
            made = store.add(average_weights(options.name, averaged, now()))
            _done(options, made, f"made {made.name}: the mean of {len(averaged)}")
        case _:
            _list(store, paths, as_json=options.json)
    return 0


def _list(store: ModelStore, paths: AppPaths, *, as_json: bool) -> None:
    active = _active(paths)
    catalogue = store.catalogue()
    for model in catalogue.models:
        value = _as_json(store, model, active)
        if as_json:
            say_json(value)
            continue
        results = ", ".join(f"{name} {share:.2%}" for name, share in value["results"].items())
        mark = "*" if value["active"] else " "
        say(
            f"{mark} {model.name:24} {value['network']:18} {value['parameters']:>11,}  "
            f"{model.info.created[:10]:10}  {results}".rstrip()
        )
    for unusable in catalogue.unusable:
        if as_json:
            say_json(_unusable_as_json(store, unusable, active))
        else:
            say(f"! {unusable.name:24} {unusable.reason}")


def _as_json(store: ModelStore, model: StoredModel, active: str) -> dict[str, Any]:
    info = model.info
    return {
        "name": model.name,
        "network": "ensemble" if info.members else network_name(info),
        "parameters": info.parameter_count,
        "created": info.created or None,
        "active": model.name == active,
        "shipped": store.is_shipped(model),
        "bytes": model.size,
        "results": {name: value["accuracy"] for name, value in info.accuracies.items()},
        "members": [member.name for member in info.members],
        "rule": str(info.rule) if info.members else None,
        "note": info.note,
        "path": str(model.path),
        "unusable": None,
    }


def _unusable_as_json(store: ModelStore, model: UnusableModel, active: str) -> dict[str, Any]:
    """Return the fields of any model, and why this one is none."""
    return {
        "name": model.name,
        "network": None,
        "parameters": None,
        "created": None,
        "active": model.name == active,
        "shipped": store.is_shipped(model),
        "bytes": None,
        "results": {},
        "members": [],
        "rule": None,
        "note": "",
        "path": str(model.path),
        "unusable": model.reason,
    }


def _done(options: argparse.Namespace, model: StoredModel | None, text: str) -> None:
    if options.json:
        say_json({"done": text, "path": None if model is None else str(model.path)})
    else:
        say(text)


def _try(path: Path) -> None:
    from handdigit.recognition.recogniser import Recogniser  # torch takes a second

    Recogniser(read_model(path), "cpu")


def _agrees(name: str) -> bool:
    if not sys.stdin.isatty():
        return False
    return input(f"Delete {name}? [y/N] ").strip().lower() in ("y", "yes")


# --- what the window remembers -------------------------------------------------------------


def _active(paths: AppPaths) -> str:
    return (read_trail(open_settings(paths)) or (DEFAULT_MODEL,))[-1]


def _activate(store: ModelStore, paths: AppPaths, model: StoredModel) -> None:
    settings = open_settings(paths)
    known = store.is_shipped(model) or store.is_own(model)
    key = model.name if known else str(model.path.absolute())
    trail = read_trail(settings) or (DEFAULT_MODEL,)
    if trail[-1] != key:
        write_trail(settings, (*trail, key))


def _rename_active(paths: AppPaths, before: str, after: str) -> None:
    settings = open_settings(paths)
    trail = read_trail(settings)
    if before in trail:
        write_trail(settings, tuple(after if name == before else name for name in trail))

"""What a model file says, as lines to read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from handdigit.core.alphabet import DIGITS
from handdigit.core.voting import Rule
from handdigit.data.model_info import ModelInfo, network_name

translate = QCoreApplication.translate
FINGERPRINT_DIGITS = 10
"""So many of a SHA-256's 64 digits are shown."""
_OPTIMISER = ("momentum", "weight_decay", "averaging", "label_smoothing", "dropout")


def network_text(info: ModelInfo) -> str:
    """Return the network's name in the zoo, or how many vote and by which rule."""
    if info.members:
        rules = {
            Rule.MEAN: translate("Models", "mean"),
            Rule.MAJORITY: translate("Models", "majority"),
            Rule.LOOKS: translate("Models", "five looks each"),
        }
        return translate("Models", "{0} voting, {1}").format(len(info.members), rules[info.rule])
    return network_name(info)


def made_text(info: ModelInfo) -> str:
    """Return when it was made, in local time; empty if unknown."""
    try:
        moment = datetime.fromisoformat(info.created)
    except ValueError:
        return ""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def accuracy_text(info: ModelInfo) -> str:
    """Return the one figure to compare models by: MNIST test, else the last validation."""
    for name, value in info.accuracies.items():
        if "mnist" in name.lower():
            return percent(value["accuracy"])
    for epoch in reversed(info.curve):
        found = epoch.get("validation_accuracy")
        if isinstance(found, int | float):
            return translate("Models", "val {0}").format(percent(found))
    return ""


def size_text(size: int) -> str:
    """Return bytes in a unit that fits."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"


def percent(share: float) -> str:
    """Return a share 0..1 as a percentage."""
    return f"{share * 100:.2f}\N{NO-BREAK SPACE}%"


def facts(info: ModelInfo, parent: str) -> list[tuple[str, str]]:
    """Return names and values: results, data and recipe; ``parent`` is where it began."""
    lines = [(translate("Models", "Measured"), text) for text in _results(info)]
    if info.alphabet != DIGITS:
        lines.append((translate("Models", "Reads"), info.alphabet.listed()))
    if parent:
        lines.append((translate("Models", "Grown from"), parent))
    lines += [(translate("Models", "Mean of"), str(one.get("name", ""))) for one in info.averaged]
    lines += [(translate("Models", "Votes"), member.name) for member in info.members]
    lines += [(translate("Models", "Data"), _source(source)) for source in info.training_data]
    lines += _recipe(info.recipe)
    return [
        ("" if number and lines[number - 1][0] == name else name, value)
        for number, (name, value) in enumerate(lines)
    ]


def _results(info: ModelInfo) -> list[str]:
    found = []
    for name, value in info.accuracies.items():
        count = value.get("n")
        of = translate("Models", " of {0}").format(f"{count:,}") if isinstance(count, int) else ""
        found.append(f"{name}: {percent(value['accuracy'])}{of}")
    return found


def _source(source: Mapping[str, Any]) -> str:
    text = str(source.get("name", translate("Models", "unnamed")))
    if isinstance(source.get("count"), int):
        text += f": {source['count']:,}"
    fingerprint = str(source.get("sha256", ""))[:FINGERPRINT_DIGITS]
    return f"{text} · {fingerprint}" if fingerprint else text


def _recipe(recipe: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the recipe's lines; what is zero or not there is left out."""

    def given(*names: str) -> str:
        return ", ".join(
            f"{name.replace('_', ' ')} {recipe[name]}" for name in names if recipe.get(name)
        )

    if not recipe:
        return []
    training = []
    if recipe.get("epochs"):
        form = (
            translate("Models", "{0} epoch")
            if recipe["epochs"] == 1
            else translate("Models", "{0} epochs")
        )
        training.append(form.format(recipe["epochs"]))
    if recipe.get("batch_size"):
        training.append(translate("Models", "batches of {0}").format(recipe["batch_size"]))
    if "seed" in recipe:
        training.append(translate("Models", "seed {0}").format(recipe["seed"]))
    optimiser = [str(recipe[key]) for key in ("optimiser",) if recipe.get(key)]
    if recipe.get("learning_rate"):
        optimiser.append(translate("Models", "rate {0}").format(recipe["learning_rate"]))
    optimiser += [str(recipe[key]) for key in ("schedule",) if recipe.get(key)]
    optimiser += [given(key) for key in _OPTIMISER if given(key)]
    variation = recipe.get("augmentation")
    varied = (
        [f"{name} {amount}" for name, amount in variation.items() if amount]
        if isinstance(variation, Mapping)
        else []
    )
    lines = (
        (translate("Models", "Training"), training),
        (translate("Models", "Optimiser"), optimiser),
        (translate("Models", "Variation"), varied),
    )
    return [(name, ", ".join(parts)) for name, parts in lines if parts]

"""Everything that is known about one version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from handdigit.experiment.optimisers import Optimiser
from handdigit.experiment.recipe import AUGMENTATION_SETTINGS, RECIPE_SETTINGS, Schedule
from handdigit.experiment.settings import Setting
from handdigit.gui.dates import moment_text
from handdigit.gui.numbers import grouped
from handdigit.gui.panels.models.charts import RunCurve
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.models.model_parents import parent_of
from handdigit.gui.translation import translated
from handdigit.gui.widgets.fact_grid import FactGrid
from handdigit.gui.widgets.form import MARGIN, named, scroll_area, vbox
from handdigit.gui.widgets.labels import ElidedLabel
from handdigit.network.alphabet import DIGITS
from handdigit.network.recognition import VotingRule
from handdigit.number_format import percent
from handdigit.sentences import noted, shown
from handdigit.storage.models.model_info import ModelInfo, network_name
from handdigit.storage.models.stored_model import StoredModel, UnusableModel

translate = QCoreApplication.translate
FINGERPRINT_DIGITS = 10
"""So many of a SHA-256's 64 digits are shown."""
_OPTIMISER = ("momentum", "weight_decay", "averaging", "label_smoothing", "dropout")
_SETS = {
    "unipen_dev": noted("UNIPEN, written with pens"),
    "pendigits_train": noted("Pendigits, written with a pen"),
    "touch_train": noted("NumberPad, written with a finger"),
}
"""The data sets of the shipped models, which files call by their names."""


def network_text(info: ModelInfo) -> str:
    """Return the network's name in the zoo, or how many vote and by which rule."""
    if info.members:
        rules = {
            VotingRule.MEAN: translate("Models", "mean"),
            VotingRule.MAJORITY: translate("Models", "majority"),
            VotingRule.VIEWS: translate("Models", "five looks each"),
        }
        return translate("Models", "{0} voting, {1}").format(len(info.members), rules[info.rule])
    return network_name(info)


def accuracy_text(info: ModelInfo) -> str:
    """Return the one figure to compare models by: MNIST test, else the last validation."""
    for name, value in info.accuracies.items():
        if "mnist" in name.lower():
            return percent(value["accuracy"], 2)
    for epoch in reversed(info.curve):
        found = epoch.get("validation_accuracy")
        if isinstance(found, int | float):
            return translate("Models", "val {0}").format(percent(found, 2))
    return ""


def size_text(size: int) -> str:
    """Return bytes in a unit that fits."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"


def facts(info: ModelInfo, parent: str) -> list[tuple[str, str]]:
    """Return names and values: results, data and recipe; ``parent`` is where it began."""
    lines = [(translate("Models", "Measured"), text) for text in _results(info)]
    if info.alphabet != DIGITS:
        lines.append((translate("Models", "Reads"), translated(info.alphabet.listed())))
    if parent:
        lines.append((translate("Models", "Grown from"), parent))
    if info.teacher:
        lines.append((translate("Models", "Teacher"), info.teacher))
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
        share = percent(value["accuracy"], 2)
        if isinstance(count, int):
            of = grouped(count)
            share = translate("Models", "{0} of {1}").format(share, of)
        found.append(f"{_set_name(name)}: {share}")
    return found


def _set_name(name: str) -> str:
    """Return what a data set is called; a user's own goes by its file."""
    return translated(_SETS.get(name, name))


def _source(source: Mapping[str, Any]) -> str:
    text = _set_name(str(source.get("name", noted("unnamed"))))
    if isinstance(source.get("count"), int):
        text += f": {grouped(source['count'])}"
    fingerprint = str(source.get("sha256", ""))[:FINGERPRINT_DIGITS]
    return f"{text} · {fingerprint}" if fingerprint else text


def _recipe(recipe: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the recipe's lines; what is zero or not there is left out."""
    training = []
    if recipe.get("epochs"):
        training.append(translate("Models", "epochs: {0}").format(recipe["epochs"]))
    if recipe.get("batch_size"):
        training.append(translate("Models", "batches of {0}").format(recipe["batch_size"]))
    if "seed" in recipe:
        training.append(translate("Models", "seed {0}").format(recipe["seed"]))
    optimiser = [
        *_chosen(Optimiser, recipe.get("optimiser")),
        *_amounts(RECIPE_SETTINGS, recipe, ("learning_rate",)),
        *_chosen(Schedule, recipe.get("schedule")),
        *_amounts(RECIPE_SETTINGS, recipe, _OPTIMISER),
    ]
    variation = recipe.get("augmentation")
    varied = (
        _amounts(AUGMENTATION_SETTINGS, variation, AUGMENTATION_SETTINGS)
        if isinstance(variation, Mapping)
        else []
    )
    lines = (
        (translate("Models", "Training"), training),
        (translate("Models", "Optimiser"), optimiser),
        (translate("Models", "Variation"), varied),
    )
    return [(name, " · ".join(parts)) for name, parts in lines if parts]


def _chosen(kind: type[Optimiser | Schedule], word: object) -> list[str]:
    """Return what a recipe's word is called where it is chosen; of a newer program as it is."""
    if not word:
        return []
    return [translated(one.label) for one in kind if one == word] or [str(word)]


def _amounts(
    settings: Mapping[str, Setting], recipe: Mapping[str, Any], names: Iterable[str]
) -> list[str]:
    """Return title and value of what is set, as in the form of recipes."""
    return [
        f"{translated(settings[name].title)} {recipe[name]}{translated(settings[name].unit)}"
        for name in names
        if recipe.get(name)
    ]


class VersionDetails(QWidget):
    """Name, note, results, data, recipe and curve; the note can be written.

    Signals:
        note_entered(StoredModel, str): the user wrote something else about a version.
    """

    note_entered = Signal(object, str)

    def __init__(self, library: ModelLibrary, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("versionDetails")
        self._library = library
        self._model: StoredModel | None = None
        self._name = ElidedLabel(size=1.25, name="versionName")
        self._subtitle = ElidedLabel(colour="muted", name="versionSubtitle")
        self._note = named(QLineEdit(), "versionNote", self.tr("Note"))
        self._note.editingFinished.connect(self._take_note)
        self._facts = FactGrid(wraps=True)
        self._facts.setObjectName("versionFacts")
        self._curve = RunCurve()
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(MARGIN)
        grid.addWidget(self._facts, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._curve, 0, 1, 2, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(1, 1)
        title = self.tr("What is known about the version")
        scroll = scroll_area(body, "versionFactsScroll", title)
        vbox(self._name, self._subtitle, self._note, (scroll, 1), on=self, spacing=6)

    def show_version(self, model: StoredModel | None) -> None:
        """Show a version."""
        if model is None:
            return
        self._leave(model)
        self._model = model
        info = model.info
        own = self._library.is_own(model)
        self._name.setText(shown(model.name))
        parts = [
            network_text(info),
            self.tr("%Ln parameters", "", info.parameter_count),
            moment_text(info.created),
            "" if own else self.tr("shipped") if self._library.is_shipped(model) else "",
        ]
        self._subtitle.setText(" · ".join(part for part in parts if part))
        self._note.setText(info.note)
        self._note.setVisible(own)
        self._note.setPlaceholderText(self.tr("Write a note"))
        self._show_facts(model, str(parent_of(model).get("name", "")))
        self._curve.show_run(info.curve)
        self._library.parents.find(model, self._library.models, partial(self._show_facts, model))

    def show_unusable(self, model: UnusableModel) -> None:
        """Show why a file cannot be used."""
        self._leave(None)
        self._model = None
        self._name.setText(shown(model.name))
        self._subtitle.setText(self.tr("cannot be used"))
        self._note.hide()
        self._facts.show_lines([(self.tr("Reason"), translated(model.reason))])
        self._curve.show_run(())

    def _leave(self, model: StoredModel | None) -> None:
        """Take the note of the version before, if the pointer went straight to another row."""
        if self._model is not None and model != self._model:
            self._take_note()

    def _show_facts(self, model: StoredModel, parent: str) -> None:
        if model == self._model:
            lines = facts(model.info, parent)
            self._facts.show_lines(
                lines or [("", self.tr("The file says nothing about its training."))]
            )

    @Slot()
    def _take_note(self) -> None:
        model, note = self._model, self._note.text().strip()
        if model is not None and self._library.is_own(model) and note != model.info.note:
            self._model = None  # once is enough
            self.note_entered.emit(model, note)

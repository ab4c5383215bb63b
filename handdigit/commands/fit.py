"""``handdigit fit-gate`` and ``fit-handwriting``: what refuses, and the pen model."""

from __future__ import annotations

import argparse
from dataclasses import replace

import torch

from handdigit.commands.console import ProgressLine, say, say_json
from handdigit.errors import DataFileError
from handdigit.experiment.events import StepDone
from handdigit.experiment.recipe import Recipe
from handdigit.handwriting.negatives import Negatives
from handdigit.ink.ink_batch import InkBatch
from handdigit.network.architecture import MNIST_MEAN, MNIST_STD
from handdigit.storage.datasets.inks import read_labelled_samples, shipped_shapes
from handdigit.storage.datasets.sources import DataKind, DataSource
from handdigit.storage.models.gate_file import SHIPPED_GATE, GateFile, read_gate, write_gate
from handdigit.storage.models.handwriting_file import shipped_handwriting, write_handwriting
from handdigit.storage.models.model_file import SUFFIX, read_model
from handdigit.storage.models.model_store import SHIPPED_MODELS
from handdigit.storage.paths import AppPaths
from handdigit.training.batches import Purpose, random_numbers
from handdigit.training.dataset import TrainingData
from handdigit.training.sources import InkStock, read_training_data
from handdigit.workshop.fonts import font_files, font_inks
from handdigit.workshop.gate_drawings import GateDrawings
from handdigit.workshop.gate_fit import RECIPE, fit_gate
from handdigit.workshop.gate_head_fit import HEAD_RECIPE, fit_head
from handdigit.workshop.handwriting_fit import fit_handwriting


def fit_gate_file(options: argparse.Namespace, paths: AppPaths, *, as_json: bool) -> int:
    """Fit the gate to the digits of ``options``, write it, tell about it, return 0."""
    torch.set_num_threads(1)  # the same order of sums, the same bits
    chosen = {
        "epochs": options.epochs,
        "seed": options.seed,
        "generated": options.generated,
        "learning_rate": options.learning_rate,
    }
    chosen = {name: value for name, value in chosen.items() if value is not None}
    recipe = replace(RECIPE, **chosen)
    sources = [DataSource.parse(text) for text in options.sources or [DataKind.GENERATED]]
    digits = read_training_data(sources, paths, recipe)
    shapes = [shape for shape in shipped_shapes() if not shape.is_kept]
    pool = InkStock(shipped_handwriting(), options.digits, recipe.seed)
    if digits.writer is not None:
        digits = replace(digits, writer=pool)
    negatives = Negatives(shapes, pool, _letters() if options.fonts else None)
    start = None if options.start is None else read_gate(options.start)
    if options.head is not None:
        gate = start or read_gate(SHIPPED_GATE)
        head_recipe = replace(HEAD_RECIPE, **chosen)
        return _fit_head_file(options, gate, digits, negatives, head_recipe, as_json=as_json)
    if start is not None and start.architecture != recipe.architecture():
        raise DataFileError(f"{options.start} is of another network: fit without --start.")
    progress = ProgressLine(recipe.batch_size, recipe.epochs, shown=not as_json)
    events = fit_gate(
        digits,
        negatives,
        recipe,
        mean=MNIST_MEAN,
        std=MNIST_STD,
        start=None if start is None else start.weights,
    )
    for event in events:
        if isinstance(event, StepDone):
            progress.update(event)
            continue
        progress.clear()
        facts = {
            "recipe": recipe.to_json(),
            "data": [dict(source) for source in digits.sources],
            "held_out": event.held_out,
            "fonts": options.fonts,
            "start": None if start is None else dict(start.facts),
        }
        gate = GateFile(
            recipe.architecture(), event.weights, MNIST_MEAN, MNIST_STD, event.threshold, facts
        )
        _write(options, gate, event.held_out, as_json=as_json)
    return 0


def _fit_head_file(
    options: argparse.Namespace,
    gate: GateFile,
    digits: TrainingData,
    negatives: Negatives,
    recipe: Recipe,
    *,
    as_json: bool,
) -> int:
    """Fit a head to a gate, write both, tell about it, return 0."""
    progress = ProgressLine(recipe.batch_size, recipe.epochs, shown=not as_json)
    learned, kept = digits.split(recipe.validation, random_numbers(recipe.seed, Purpose.VALIDATION))
    drawings = GateDrawings(learned, negatives, recipe, options.drawings)
    trunk = read_model(SHIPPED_MODELS / f"{options.head}{SUFFIX}")
    for event in fit_head(drawings, kept, gate, trunk, recipe, options.sheets):
        if isinstance(event, StepDone):
            progress.update(event)
            continue
        progress.clear()
        facts = {
            "recipe": recipe.to_json(),
            "sheets": options.sheets,
            "data": [dict(source) for source in digits.sources],
            "held_out": event.held_out,
            "fonts": options.fonts,
        }
        made = replace(event.gate, facts=dict(gate.facts) | {"head": facts})
        _write(options, made, event.held_out, as_json=as_json)
    return 0


def _write(options: argparse.Namespace, gate: GateFile, held_out: int, *, as_json: bool) -> None:
    """Write a gate and tell about it."""
    write_gate(options.out, gate, overwrite=options.overwrite)
    size = options.out.stat().st_size
    threshold = gate.threshold if gate.head is None else gate.head.threshold
    if as_json:
        say_json({"threshold": threshold, "bytes": size, "wrote": str(options.out)})
    else:
        say(
            f"Refuses below {threshold:.4f}, chosen on {held_out:,} digits held back; "
            f"wrote {options.out} ({size:,} bytes)"
        )


def _letters() -> InkBatch:
    """Return the letters of this computer's fonts, traced."""
    return InkBatch.from_inks([ink for _, ink in font_inks(font_files())])


def fit_handwriting_file(options: argparse.Namespace, *, as_json: bool) -> int:
    """Fit the pen model to the inks of ``options``, write it, tell about it, return 0."""
    samples = [sample for path in options.inks for sample in read_labelled_samples(path)]
    handwriting = fit_handwriting(
        [sample.ink for sample in samples], [int(sample.label or 0) for sample in samples]
    )
    write_handwriting(options.out, handwriting, overwrite=options.overwrite)
    styles, size = len(handwriting.digits), options.out.stat().st_size
    if as_json:
        say_json({"inks": len(samples), "styles": styles, "bytes": size, "wrote": str(options.out)})
    else:
        say(f"{styles} styles of {len(samples):,} inks; wrote {options.out} ({size:,} bytes)")
    return 0

"""Fitting the gate's head in small: sheets are kept, the same seed gives the same head."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from handdigit.experiment.events import StepDone
from handdigit.handwriting.negatives import Negatives
from handdigit.handwriting.perturbations import NO_DIGIT
from handdigit.recognition.gate import Gate
from handdigit.storage.datasets.inks import shipped_shapes
from handdigit.storage.models.gate_file import read_gate
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import SHIPPED_MODELS
from handdigit.training.dataset import TrainingData
from handdigit.training.sources import InkStock
from handdigit.workshop.gate_drawings import SHEET, WEIGHTS, GateDrawings
from handdigit.workshop.gate_head_fit import HEAD_RECIPE, HeadFitted, fit_head

torch.set_num_threads(1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("sheets")


@pytest.fixture(scope="module")
def drawings(folder):
    pool = InkStock(shipped_handwriting(), 200, 1)
    shapes = [shape for shape in shipped_shapes() if not shape.is_kept]
    digits = TrainingData(writer=pool, generated=1000)
    return GateDrawings(digits, Negatives(shapes, pool), HEAD_RECIPE, folder)


def test_half_of_a_sheet_are_digits_and_it_is_drawn_once(drawings, folder):
    sheet = drawings.sheet(0)
    assert sheet.pictures.shape == (SHEET, 28, 28)
    assert (sheet.labels < NO_DIGIT).sum() == SHEET // 2
    assert [path.name for path in folder.iterdir()] == [f"{HEAD_RECIPE.seed}-00000.safetensors"]
    again = drawings.sheet(0)
    assert np.array_equal(again.pictures, sheet.pictures)
    assert np.array_equal(again.labels, sheet.labels)
    assert not np.array_equal(drawings.sheet(1).pictures, sheet.pictures)


def test_every_kind_of_negative_has_a_weight(drawings):
    pool = InkStock(shipped_handwriting(), 10, 1)
    assert set(Negatives(shipped_shapes(), pool).kinds) | {"letters of fonts"} == set(WEIGHTS)


def test_a_head_is_fitted_to_a_gate_and_judges_beside_it(drawings):
    trunk = read_model(SHIPPED_MODELS / "default.safetensors")
    kept = TrainingData(writer=InkStock(shipped_handwriting(), 50, 2), generated=50)
    recipe = replace(HEAD_RECIPE, epochs=2)
    *steps, done = fit_head(drawings, kept, read_gate(), trunk, recipe, sheets=1)
    assert isinstance(done, HeadFitted)
    assert all(isinstance(step, StepDone) for step in steps)
    assert [step.step for step in steps] == list(range(1, steps[-1].steps + 1))
    assert steps[-1].loss < steps[0].loss
    assert done.held_out == 50
    assert done.gate.threshold == read_gate().threshold
    assert 0 < done.gate.head.threshold < 1
    gate = Gate(done.gate)
    assert gate.head is not None
    assert gate.head.is_on(trunk)
    sheet = drawings.sheet(0)
    some = np.r_[0:100, SHEET - 100 : SHEET]
    sure = gate.digitness(sheet.pictures[some])
    assert sure[:100].mean() > sure[100:].mean() + 0.3
    *_, again = fit_head(drawings, kept, read_gate(), trunk, recipe, sheets=1)
    for name, value in done.gate.head.weights.items():
        assert np.array_equal(again.gate.head.weights[name], value)

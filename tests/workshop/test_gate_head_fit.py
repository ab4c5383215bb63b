"""What a gate learns on sheets, in small: sheets are kept, the same seed gives the same weights."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from handdigit.experiment.events import StepDone
from handdigit.handwriting.negatives import Negatives
from handdigit.handwriting.perturbations import NO_DIGIT
from handdigit.network.recognition import VIEWS
from handdigit.recognition.gate import CERTAIN, Gate
from handdigit.recognition.pictures import as_bytes, grey_levels
from handdigit.recognition.views import shifted_views
from handdigit.storage.datasets.inks import shipped_shapes
from handdigit.storage.models.gate_file import read_gate
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import SHIPPED_MODELS
from handdigit.training.dataset import TrainingData
from handdigit.training.sources import InkStock
from handdigit.workshop.gate_distillation import (
    DISTILLATION_RECIPE,
    distil_gate,
    odds_at_all_looks,
)
from handdigit.workshop.gate_drawings import SHEET, WEIGHTS, GateDrawings, GateLearned
from handdigit.workshop.gate_head_fit import HEAD_RECIPE, fit_head

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
    assert isinstance(done, GateLearned)
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


def test_one_look_learns_what_five_say(drawings):
    kept = TrainingData(writer=InkStock(shipped_handwriting(), 50, 2), generated=50)
    recipe = replace(DISTILLATION_RECIPE, epochs=2, learning_rate=1e-4, averaging=0.9)
    gate = read_gate()
    *steps, done = distil_gate(drawings, kept, gate, recipe, sheets=2)
    assert [step.step for step in steps] == list(range(1, steps[-1].steps + 1))
    assert done.held_out == 50
    assert 0 < done.gate.threshold < 1
    assert done.gate.head.weights is gate.head.weights
    assert 0 < done.gate.head.threshold != gate.head.threshold
    taught = odds_at_all_looks(gate, drawings.sheet(3).pictures[::20])
    said = Gate(done.gate).own_odds(drawings.sheet(3).pictures[::20])
    assert np.corrcoef(taught, said)[0, 1] > 0.97
    assert not np.array_equal(done.gate.weights["conv1.weight"], gate.weights["conv1.weight"])
    *_, again = distil_gate(drawings, kept, gate, recipe, sheets=2)
    for name, value in done.gate.weights.items():
        assert np.array_equal(again.gate.weights[name], value)


def test_the_teacher_is_the_mean_of_five_looks(drawings):
    gate = read_gate()
    some = drawings.sheet(0).pictures[::100]
    views = shifted_views(grey_levels(torch.from_numpy(some)))
    each = Gate(replace(gate, head=None)).own_digitness(as_bytes(views))
    mean = each.reshape(-1, VIEWS).mean(1).clip(CERTAIN, 1 - CERTAIN)
    odds = np.log(mean) - np.log1p(-mean)
    assert odds_at_all_looks(gate, some) == pytest.approx(odds, abs=0.15)  # half a grey level

"""How well composed numbers are read, as far as it must not fall."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from handdigit.commands.evaluate_number import evaluate_lines
from handdigit.recognition.number_reader import NumberReader
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_labelled_samples
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS


@pytest.mark.parametrize("lines", [80, pytest.param(250, marks=pytest.mark.long)])
def test_numbers_of_strangers_are_read(lines: int, shared_data: Path) -> None:
    torch.set_num_threads(1)
    recogniser = Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")
    names = ("unipen_dev", "pendigits_train")
    samples = [
        sample
        for name in names
        for sample in read_labelled_samples(shared_data / "strokes" / f"{name}.jsonl.gz")
    ]
    found = evaluate_lines(NumberReader(recogniser), samples, lines=lines, seed=6)
    assert found.grouped >= 0.97 * lines
    assert found.accuracy >= 0.92

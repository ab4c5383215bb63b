"""``handdigit evaluate --number``: how many composed numbers are read exactly."""

from __future__ import annotations

from itertools import compress
from pathlib import Path

import torch

from handdigit.commands.console import say, say_json, tell_device
from handdigit.commands.evaluate import about_one
from handdigit.core.errors import DataFileError
from handdigit.core.number.composing import LineStyle
from handdigit.data.faulty import FaultyList, find_faulty
from handdigit.data.inks import LabelledSample, is_ink_file, read_labelled_samples
from handdigit.data.model_file import read_model
from handdigit.data.model_store import DEFAULT_MODEL, ModelStore
from handdigit.data.paths import AppPaths
from handdigit.models.number_reader import NumberReader
from handdigit.models.recogniser import Recogniser
from handdigit.training.number_evaluation import evaluate_lines

SHOWN = 10
"""Misread lines that are listed."""


def evaluate_numbers(
    files: list[Path],
    paths: AppPaths,
    model: str | None,
    device: str,
    *,
    lines: int,
    length: int,
    seed: int,
    joined: float,
    as_json: bool,
    without: str | None = None,
) -> int:
    """Compose numbers of the digits in all ``files``, read them, print the share read exactly.

    Args:
        files: inks with labels.
        paths: where models are.
        model: its name or its file.
        device: where it computes.
        lines: how many numbers.
        length: digits of each.
        seed: of the composing.
        joined: how often the pen is not lifted between two digits of one stroke each.
        as_json: print one object.
        without: a list of faulty drawings, of which no number is composed.

    Raises:
        HanddigitError: a file cannot be read, or is none of inks.
    """
    if min(lines, length) < 1:
        raise DataFileError("There is nothing to measure: ask for at least one line and digit.")
    torch.set_num_threads(1)
    for file in files:
        if not is_ink_file(file):
            raise DataFileError(
                f"{file}: numbers are composed of strokes: name .jsonl[.gz] files of labelled inks."
            )
    faulty = None if without is None else about_one(find_faulty(without), files)
    samples = [sample for file in files for sample in _sound(file, faulty)]
    recogniser = Recogniser(read_model(ModelStore(paths).find(model or DEFAULT_MODEL)), device)
    tell_device(device, recogniser.device)
    found = evaluate_lines(
        NumberReader(recogniser),
        samples,
        lines=lines,
        seed=seed,
        length=length,
        style=LineStyle(joined=joined),
    )
    name = " ".join(map(str, files))
    if faulty is not None:
        name += f" without {len(faulty.drawings)} faulty drawings"
    if as_json:
        say_json(
            {
                "data": name,
                "n": found.lines,
                "length": length,
                "seed": seed,
                "exact": found.right,
                "accuracy": found.accuracy,
                "exact_by_second": found.second,
                "grouped": found.grouped,
                "misread": [list(pair) for pair in found.misread],
            }
        )
        return 0
    say(
        f"{name}: n = {found.lines:,} numbers of {length} digits, {found.accuracy:.2%} read "
        f"exactly, {found.second / found.lines:.2%} by the second reading, "
        f"{found.grouped / found.lines:.2%} grouped exactly"
    )
    for true, answer in found.misread[:SHOWN]:
        say(f"  {true} read as {answer}")
    return 0


def _sound(file: Path, faulty: FaultyList | None) -> list[LabelledSample]:
    """Return the labelled inks of a file, without empty ones and those that a list names."""
    samples = read_labelled_samples(file)
    if faulty is not None and faulty.is_about(file):
        samples = list(compress(samples, faulty.sound(len(samples))))
    return [sample for sample in samples if not sample.ink.is_empty]

"""The weights of ``handdigit/number/scoring.py``, fitted on composed lines.

    OMP_NUM_THREADS=1 python tests/benchmarks/number_weights.py [--model FILE] [--lines N]

The lines are composed of ``pendigits_train`` digits, half of them bent and slanted, as the model
has seen the digits themselves. The weights maximise the probability that a log-linear model over
segmentations gives to the true one, among the best ones under the weights of the round before.
Prints them as they stand in the file, and what they come to on other lines.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.commands.evaluate_number import LineStyle, composed_lines
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import normalise_inks
from handdigit.number.candidates import Candidates, find_candidates
from handdigit.number.pieces import Piece, ink_of
from handdigit.number.reading import best_segmentations
from handdigit.number.scoring import (
    GROUP_FEATURES,
    NEIGHBOUR_FEATURES,
    WEIGHTS,
    group_features,
    neighbour_features,
)
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import LabelledSample, read_labelled_samples
from handdigit.storage.models.model_file import read_model

DIGITS = Path(__file__).parents[3] / "shared/data/strokes/pendigits_train.jsonl.gz"
DEFAULT = Path(__file__).parents[2] / "assets/models/default.safetensors"
NAMES = GROUP_FEATURES + NEIGHBOUR_FEATURES
ROUNDS, KEPT, NEWTON_STEPS = 3, 25, 30
RIDGE = 1e-5
"""Weight decay, of the mean loss of a line."""
JOINED = 0.03
"""How often the pen is not lifted between digits."""


@dataclass(frozen=True)
class Line:
    """A composed line with all that is known of its candidates."""

    text: str
    candidates: Candidates
    truth: tuple[int, ...] | None
    """The true groups among the candidates, None if one is missing."""
    probabilities: NDArray[np.float64]
    digitness: NDArray[np.float64]

    def best(self, weights: dict[str, float], count: int) -> list[tuple[int, ...]]:
        found = best_segmentations(
            self.candidates, self.probabilities, self.digitness, count=count, weights=weights
        )
        return [segmentation.numbers for segmentation in found]

    def features(self, ways: Sequence[tuple[int, ...]]) -> NDArray[np.float64]:
        """Return (ways, features) sums."""
        own = group_features(self.candidates, self.probabilities, self.digitness)
        height, found = self.candidates.height, self.candidates.found
        return np.array(
            [
                [
                    *own[list(way)].sum(axis=0),
                    *np.sum(
                        [
                            np.zeros(len(NEIGHBOUR_FEATURES)),
                            *(
                                neighbour_features(found[a].bounds, found[b].bounds, height)
                                for a, b in pairwise(way)
                            ),
                        ],
                        axis=0,
                    ),
                ]
                for way in ways
            ]
        )

    def read(self, way: tuple[int, ...]) -> str:
        return "".join(str(self.probabilities[number].argmax()) for number in way)


def bent(sample: LabelledSample, random: np.random.Generator) -> LabelledSample:
    """Return a digit slanted, turned and bent, as a stranger may write it."""
    box = sample.ink.bounds()
    side = max(box.width, box.height) or 1.0
    turn, slant = math.radians(random.uniform(-12, 12)), random.uniform(-0.25, 0.25)
    stretch = math.exp(random.uniform(-0.2, 0.2))
    waves, phases = random.normal(0, math.pi, (2, 3, 2)), random.uniform(0, 2 * math.pi, (2, 3))
    affine = np.array(
        [
            [math.cos(turn) * stretch, math.sin(turn) * stretch],
            [-math.cos(turn) * slant - math.sin(turn), math.cos(turn) - math.sin(turn) * slant],
        ]
    )
    strokes = []
    for stroke in sample.ink.strokes:
        xy = ((stroke.xy() - [box.left, box.top]) / side) @ affine
        swing = np.sin(np.einsum("pk,awk->paw", xy, waves) + phases).sum(axis=2)
        strokes.append((xy + swing * (0.045 * math.sqrt(2 / 3))).tolist())
    return replace(sample, ink=Ink.from_xy(strokes))


def compose(
    recogniser: Recogniser, samples: Sequence[LabelledSample], count: int, seed: int
) -> list[Line]:
    composed = []
    for text, line in composed_lines(samples, count, seed, style=LineStyle(joined=JOINED)):
        candidates = find_candidates(line.ink)
        composed.append((text, line, candidates))
    groups = [ink_of(line.ink, one.group) for _, line, found in composed for one in found.found]
    inks = InkBatch.from_inks(groups)
    pictures = np.concatenate(
        [normalise_inks(inks.part(i, i + 500)) for i in range(0, len(inks), 500)]
    )
    probabilities, digitness = recogniser.judged(pictures, inks)
    lines, first = [], 0
    for text, line, candidates in composed:
        last = first + len(candidates.found)
        number = {candidate.group: i for i, candidate in enumerate(candidates.found)}
        groups = [nearest(candidates, group) for group in line.groups]
        truth = tuple(number[group] for group in groups if group in number)
        complete = truth if len(truth) == len(groups) else None
        lines.append(
            Line(text, candidates, complete, probabilities[first:last], digitness[first:last])
        )
        first = last
    return lines


def nearest(candidates: Candidates, spans: tuple[tuple[int, int, int], ...]) -> tuple[Piece, ...]:
    """Return a digit's true pieces, moved to the nearest cuts that the candidates have."""
    ends = {(p.stroke, at) for c in candidates.found for p in c.group for at in (p.first, p.last)}

    def moved(stroke: int, at: int) -> int:
        return min((end for s, end in ends if s == stroke), key=lambda end: abs(end - at))

    return tuple(Piece(s, moved(s, a), moved(s, b)) for s, a, b in sorted(spans))


def fit(lines: Sequence[Line]) -> dict[str, float]:
    weights = dict(WEIGHTS)
    known: list[dict[frozenset[int], tuple[int, ...]]] = [{} for _ in lines]
    for _ in range(ROUNDS):
        blocks = []
        for line, ways in zip(lines, known, strict=True):
            if line.truth is None:
                continue
            for way in (line.truth, *line.best(weights, KEPT)):
                ways.setdefault(frozenset(way), way)
            features = line.features(list(ways.values()))
            blocks.append(features - features[0])  # the truth is the first
        weights = maximised(blocks, weights)
    return weights


def maximised(blocks: list[NDArray[np.float64]], weights: dict[str, float]) -> dict[str, float]:
    """Return the weights that make the first way of every block most probable, by Newton."""
    lengths = np.array([len(block) for block in blocks])
    rows, starts = np.concatenate(blocks), np.cumsum(lengths) - lengths
    values = np.array([weights[name] for name in NAMES])

    def loss(at: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = rows @ at
        highest = np.maximum.reduceat(scores, starts)
        odds = np.exp(scores - np.repeat(highest, lengths))
        total = np.add.reduceat(odds, starts)
        shares = odds / np.repeat(total, lengths)
        return float((np.log(total) + highest).mean() + RIDGE * at @ at / 2), shares

    for _ in range(NEWTON_STEPS):
        before, shares = loss(values)
        weighted = rows * shares[:, None]
        mean = np.add.reduceat(weighted, starts)
        gradient = weighted.sum(axis=0) / len(blocks) + RIDGE * values
        curvature = (weighted.T @ rows - mean.T @ mean) / len(blocks)
        step = np.linalg.solve(curvature + RIDGE * np.eye(len(NAMES)), gradient)
        size = 1.0
        while size > 1e-4 and loss(values - size * step)[0] > before:
            size /= 2
        values = values - size * step
    return dict(zip(NAMES, map(float, values), strict=True))


def measure(name: str, lines: Sequence[Line], weights: dict[str, float]) -> None:
    best = [(line, line.best(weights, 1)[0]) for line in lines]
    exact = np.mean([line.read(way) == line.text for line, way in best])
    grouped = np.mean([line.truth is not None and {*way} == {*line.truth} for line, way in best])
    covered = np.mean([line.truth is not None for line in lines])
    print(
        f"{name}: n = {len(lines):,}, {exact:.2%} exact, {grouped:.2%} grouped exactly, "
        f"{covered:.2%} could be"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=DEFAULT)
    parser.add_argument("--lines", type=int, default=1500, help="of each kind")
    options = parser.parse_args()
    torch.set_num_threads(1)
    recogniser = Recogniser(read_model(options.model), "cpu")
    random = np.random.default_rng(0)
    plain = read_labelled_samples(DIGITS)
    strange = [bent(sample, random) for sample in plain]
    fitted, others = (
        [
            line
            for kind, samples in enumerate((plain, strange))
            for line in compose(recogniser, samples, options.lines, seed + kind)
        ]
        for seed in (10, 20)
    )
    weights = fit(fitted)
    print("WEIGHTS: Mapping[str, float] = {")
    for name, value in weights.items():
        print(f'    "{name}": {value:.2f},')
    print("}")
    measure("fitted lines", fitted, weights)
    measure("other lines", others, weights)
    measure("other lines, weights in force", others, dict(WEIGHTS))


if __name__ == "__main__":
    main()

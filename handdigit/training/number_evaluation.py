"""How well numbers are read: lines composed of labelled digits, read like anybody's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from handdigit.core.number.composing import ComposedLine, LineStyle, compose_line
from handdigit.data.inks import LabelledSample
from handdigit.models.number_reader import NumberReader


@dataclass(frozen=True, slots=True)
class NumberEvaluation:
    """What came of reading composed lines."""

    lines: int
    right: int
    """Lines read exactly."""
    second: int
    """Lines read exactly by the second best reading only."""
    grouped: int
    """Lines whose strokes were grouped exactly, whatever was read and wherever one was cut."""
    misread: tuple[tuple[str, str], ...]
    """True text and reading of the others."""

    @property
    def accuracy(self) -> float:
        """Share of lines read exactly."""
        return self.right / self.lines


def evaluate_lines(
    reader: NumberReader,
    samples: Sequence[LabelledSample],
    *,
    lines: int,
    seed: int,
    length: int = 4,
    style: LineStyle = LineStyle(),
) -> NumberEvaluation:
    """Compose ``lines`` numbers of ``length`` digits drawn from ``samples`` and read them.

    Deterministic by ``seed``. Every sample has a label.
    """
    right = second = grouped = 0
    misread = []
    for text, line in composed_lines(samples, lines, seed, length, style):
        best, *others = reader.read(line.ink)
        right += best.text == text
        second += best.text != text and any(other.text == text for other in others)
        # Where a stroke of two digits is cut is a matter of taste.
        truth = sorted(tuple(sorted(stroke for stroke, _, _ in group)) for group in line.groups)
        grouped += truth == sorted(tuple(p.stroke for p in box.group) for box in best.boxes)
        if best.text != text:
            misread.append((text, best.text))
    return NumberEvaluation(lines, right, second, grouped, tuple(misread))


def composed_lines(
    samples: Sequence[LabelledSample],
    lines: int,
    seed: int,
    length: int = 4,
    style: LineStyle = LineStyle(),
) -> Iterator[tuple[str, ComposedLine]]:
    """Yield the text and the ink of numbers put together from ``samples`` at random."""
    random = np.random.default_rng(seed)
    for _ in range(lines):
        chosen = [samples[int(number)] for number in random.integers(len(samples), size=length)]
        text = "".join(str(sample.label) for sample in chosen)
        yield text, compose_line([sample.ink for sample in chosen], random, style)

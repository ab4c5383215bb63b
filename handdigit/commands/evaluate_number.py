"""``handdigit evaluate --number``: how many composed numbers are read exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path

import numpy as np
import torch

from handdigit.commands.console import say, say_json, tell_device
from handdigit.commands.evaluate import about_one
from handdigit.errors import DataFileError
from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.recognition.number_reader import NumberReader
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.faulty import FaultyList, find_faulty
from handdigit.storage.datasets.inks import LabelledSample, is_ink_file, read_labelled_samples
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import AppPaths

Span = tuple[int, int, int]
"""A stroke of the line, its first and its last point: what one digit has of it."""
MAX_ASPECT = 1.6
"""A drawing wider than this many times its height is brought to the line by its width."""
NARROW = 0.35
"""A digit counts at least as this wide, in line heights, when the gap beside it is chosen."""


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line is put together; shares of the digit's width or of the line's height."""

    gap: tuple[float, float] = (0.0, 0.45)
    """The usual gap of a line, chosen between these."""
    gap_spread: float = 0.12
    """Standard deviation of single gaps around it."""
    gap_limits: tuple[float, float] = (-0.15, 0.6)
    size_spread: float = 0.1
    """Standard deviation of the logarithm of a digit's height."""
    baseline_spread: float = 0.05
    slope: float = 0.05
    """The line rises or falls by up to this share of its length."""
    late: float = 0.1
    """How often the last strokes of digits written in several are added at the end."""
    joined: float = 0.0
    """How often the pen is not lifted between two digits of one stroke each."""


@dataclass(frozen=True, slots=True)
class ComposedLine:
    """A line whose grouping is known."""

    ink: Ink
    groups: tuple[tuple[Span, ...], ...]
    """What belongs to each digit, from left to right."""


def compose_line(
    digits: Sequence[Ink], random: np.random.Generator, style: LineStyle = LineStyle()
) -> ComposedLine:
    """Write digits side by side, each as high as the line give or take.

    Deterministic by the state of ``random``. The line is about 1 high.
    """
    usual_gap = random.uniform(*style.gap)
    slope = random.uniform(-style.slope, style.slope)
    placed: list[Ink] = []
    right, before = 0.0, 0.0
    for digit in digits:
        size = float(np.exp(random.normal(0, style.size_spread)))
        box = digit.bounds()
        scale = size / (max(box.height, box.width / MAX_ASPECT) or 1.0)
        width = box.width * scale
        counted = max(width, NARROW)
        gap = float(np.clip(random.normal(usual_gap, style.gap_spread), *style.gap_limits))
        left = right + gap * (before + counted) / 2 if placed else 0.0
        middle = random.normal(0, style.baseline_spread) + slope * left
        dx = left - box.left * scale
        dy = middle - (box.top + box.height / 2) * scale
        placed.append(digit.mapped(scale, dx, dy))
        right, before = left + width, counted
    return _written(placed, random, style)


def _written(placed: list[Ink], random: np.random.Generator, style: LineStyle) -> ComposedLine:
    """Return the strokes of all digits in the order of writing."""
    strokes: list[Stroke] = []
    late: list[tuple[int, Stroke]] = []
    groups: list[list[Span]] = [[] for _ in placed]
    for number, digit in enumerate(placed):
        *first, last = digit.strokes
        if first and random.random() < style.late:
            late.append((number, last))
            digit = Ink(tuple(first))
        alone = len(digit.strokes) == 1 and bool(groups[number - 1]) and number > 0
        if alone and len(placed[number - 1].strokes) == 1 and random.random() < style.joined:
            tail = strokes.pop()
            link = _link(tail.points[-1], digit.strokes[0].points[0])
            cut = len(tail.points) + len(link)
            strokes.append(Stroke((*tail.points, *link, *digit.strokes[0].points)))
            groups[number].append((len(strokes) - 1, cut, len(strokes[-1].points) - 1))
            continue
        for stroke in digit.strokes:
            groups[number].append((len(strokes), 0, len(stroke.points) - 1))
            strokes.append(stroke)
    for number, stroke in late:
        groups[number].append((len(strokes), 0, len(stroke.points) - 1))
        strokes.append(stroke)
    return ComposedLine(Ink(tuple(strokes)), tuple(map(tuple, groups)))


def _link(start: Point, end: Point, step: float = 0.05) -> list[Point]:
    """Return points on the straight way between two, without them."""
    count = int(np.hypot(end.x - start.x, end.y - start.y) / step)
    shares = np.linspace(0, 1, count + 2)[1:-1]
    return [Point(start.x + t * (end.x - start.x), start.y + t * (end.y - start.y)) for t in shares]


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

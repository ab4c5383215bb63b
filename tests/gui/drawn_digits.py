"""Recorded digits drawn on the real window with the mouse, and how they are read.

Used by a test with a few and by a benchmark with many.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from handdigit.gui.canvas.canvas import Canvas
from handdigit.gui.main_window import MainWindow
from handdigit.ink.ink import Ink
from handdigit.network.recognition import Verdict
from handdigit.storage.datasets.faulty import find_faulty
from handdigit.storage.datasets.inks import read_labelled_samples

BIG = (0.7, 0.7)
AS_PEOPLE_DO = (0.3, 0.7)
"""From which to which share of the canvas the longer side of a digit is."""


@dataclass(frozen=True, slots=True)
class RecordedDigit:
    """A digit of a data set."""

    line: int
    label: int
    ink: Ink


@dataclass(frozen=True, slots=True)
class Reading:
    """How the window read one digit."""

    digit: RecordedDigit
    answer: int | None
    """None where it was refused, or shown with a question mark."""
    drawn: Ink
    """What the mouse left on the canvas."""

    @property
    def is_right(self) -> bool:
        return self.answer == self.digit.label


def recorded_digits(path: Path, count: int, seed: int = 1) -> list[RecordedDigit]:
    """Return a random choice of the digits in a file that are not known to be faulty."""
    faulty = find_faulty(path.name.partition(".")[0])
    assert faulty.is_about(path)
    samples = read_labelled_samples(path)
    lines = np.random.default_rng(seed).permutation(np.flatnonzero(faulty.sound(len(samples))))
    return [
        RecordedDigit(int(line), samples[line].label or 0, samples[line].ink)
        for line in lines[:count]
    ]


def placed(
    ink: Ink, canvas: Canvas, shares: tuple[float, float], rng: np.random.Generator
) -> list[list[QPoint]]:
    """Return the strokes in pixels of the canvas: in its middle, or anywhere if sizes differ."""
    side = min(canvas.width(), canvas.height())
    size = rng.uniform(*shares) * side
    box = ink.bounds()
    scale = size / max(box.width, box.height, 1e-9)
    room = np.array([side - box.width * scale, side - box.height * scale])
    at = room / 2 if shares[0] == shares[1] else room * rng.random(2)
    origin = canvas.canvas_position(0, 0)
    corner = np.array([origin.x(), origin.y()]) + at
    shift = corner - np.array([box.left, box.top]) * scale
    return [
        [QPoint(round(x), round(y)) for x, y in stroke.xy() * scale + shift]
        for stroke in ink.strokes
    ]


def draw_with_events(canvas: Canvas, strokes: Sequence[Sequence[QPoint]]) -> None:
    """Draw with mouse events as the window system would deliver them."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for points in strokes:
        QTest.mousePress(canvas, left, none, points[0])
        for point in points[1:]:
            QTest.mouseMove(canvas, point)
        QTest.mouseRelease(canvas, left, none, points[-1])


def read_digits(
    window: MainWindow,
    digits: Sequence[RecordedDigit],
    shares: tuple[float, float],
    *,
    wait: Callable[[Callable[[], bool]], None],
    draw: Callable[[Canvas, Sequence[Sequence[QPoint]]], None] = draw_with_events,
    seed: int = 1,
) -> list[Reading]:
    """Draw one digit after the other and return what the window answers.

    Args:
        window: with an engine that has its model.
        digits: what is drawn.
        shares: how large, in sides of the canvas.
        wait: returns when a condition holds.
        draw: moves the mouse.
        seed: decides sizes and places.
    """
    rng = np.random.default_rng(seed)
    readings = []
    lifted = 0

    def count_lifts() -> None:
        nonlocal lifted
        lifted += 1

    window.canvas.edit_finished.connect(count_lifts)
    for digit in digits:
        window.session.document.clear()
        wait(lambda: not window.session.is_waiting)
        strokes = placed(digit.ink, window.canvas, shares, rng)
        lifted, expected = 0, len(strokes)
        draw(window.canvas, strokes)
        wait(lambda: lifted == expected and not window.session.is_waiting)  # noqa: B023
        recognition = window.session.recognition
        answer = recognition.digit if recognition.verdict is Verdict.DIGIT else None
        readings.append(Reading(digit, answer, window.session.document.drawing))
    window.canvas.edit_finished.disconnect(count_lifts)
    return readings

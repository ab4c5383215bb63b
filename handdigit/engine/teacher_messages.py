"""What the window and the teacher say to each other: frozen, numpy and builtins only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handdigit.data.paths import AppPaths
from handdigit.experiment.receipt import LessonProgress, Taught


@dataclass(frozen=True, slots=True)
class Teach:
    """Wish: let a copy of this model learn the user's samples."""

    model: Path
    paths: AppPaths
    device: str = "auto"


@dataclass(frozen=True, slots=True)
class LessonFailed:
    """Fact: nothing was learned, and why."""

    sentence: str


Fact = LessonProgress | Taught | LessonFailed

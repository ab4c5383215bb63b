"""Circles, triangles and squares as somebody would draw them: three classes that are no digits."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from handdigit.cli import main
from handdigit.ink.ink import Ink
from handdigit.network.alphabet import Alphabet

NAMES = ("○", "△", "□")
SHAPES = Alphabet.of(NAMES)
CORNERS = {"○": 24, "△": 3, "□": 4}
STEPS = 24


def drawn_shape(name: str, rng: np.random.Generator) -> Ink:
    """Return one shape in one stroke, closed, none like another."""
    corners = CORNERS[name]
    turns = np.arange(corners + 1) / corners + (0.125 if name == "□" else 0.25)
    angles = 2 * np.pi * turns + rng.normal(0, 0.08)
    outline = np.stack([np.cos(angles), -np.sin(angles)], axis=1) * rng.uniform(0.7, 1, 2)
    outline += rng.normal(0, 0.02 if name == "○" else 0.06, outline.shape)
    along = np.linspace(0, corners, STEPS + 1)
    points = np.stack([np.interp(along, range(corners + 1), axis) for axis in outline.T], axis=1)
    return Ink.from_xy([0.5 + 0.4 * (points + rng.normal(0, 0.01, points.shape))])


def write_shapes(path: Path, count: int, seed: int) -> Path:
    """Write ``count`` labelled inks of each shape."""
    rng = np.random.default_rng(seed)
    inks = [
        drawn_shape(name, rng).to_json() | {"label": name} for _ in range(count) for name in NAMES
    ]
    path.write_text("\n".join(json.dumps(ink, ensure_ascii=False) for ink in inks), "utf-8")
    return path


RECIPE = """
network = "small"
epochs = 5
batch_size = 20
learning_rate = 0.05
renderings = 2
validation = 0.1
[augmentation]
rotate = 8
"""


def trained_shapes(folder: Path) -> Path:
    """Return a model of the three shapes, trained by the program, beside what it learned.

    ``learned.jsonl`` and ``measured.jsonl`` lie in the same folder.
    """
    learned = write_shapes(folder / "learned.jsonl", 40, seed=1)
    write_shapes(folder / "measured.jsonl", 15, seed=2)
    (folder / "recipe.toml").write_text(RECIPE)
    model = folder / "shapes.safetensors"
    arguments = ["train", "--recipe", folder / "recipe.toml", "--alphabet", " ".join(NAMES)]
    arguments += ["--data", learned, "--out", model]
    assert main(["--data-dir", str(folder / "data"), *map(str, arguments)]) == 0
    return model

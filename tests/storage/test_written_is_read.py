"""Whatever a writer takes, its reader takes: the largest and oddest, written and read back.

A line a case: what is written and what is read, or where the writer refuses a word of its sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from handdigit.budgets import (
    INK_FILE,
    INK_POINTS,
    INK_STROKES,
    MB,
    NETWORK_CHARACTERS,
)
from handdigit.errors import HanddigitError
from handdigit.experiment.recipe import Recipe
from handdigit.experiment.recipe_file import read_recipe, recipe_text
from handdigit.gui.state.drawing.exchange import read_drawing, write_ink
from handdigit.gui.state.models.active_model import read_trail, write_trail
from handdigit.gui.state.settings import Settings
from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.network.architecture import Architecture
from handdigit.network.zoo import ZOO
from handdigit.storage import report
from handdigit.storage.journal import Journal
from handdigit.storage.models.gate_file import GateFile, read_gate, write_gate
from handdigit.storage.models.model_file import ModelFile, read_model, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.named_files import NetworkStore, RecipeStore
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_spec import RunSpec
from handdigit.storage.runs.run_state import RunState, read_progress, read_state, write_state
from handdigit.storage.runs.run_store import RunStore
from handdigit.storage.samples import exchange
from handdigit.storage.samples.exchange import (
    export_idx,
    export_inks,
    export_pictures,
    read_new_samples,
)
from handdigit.storage.samples.sample_store import SampleStore, StoredSample

CORNERS = Point(0.1, 0.2, 0.5, 1e9), Point(0.9, 0.7, 1.0, 1e9)
FULL = Ink((Stroke(CORNERS * (INK_POINTS // 2)),))
STROKES = Ink(tuple(Stroke((corner,)) for corner in CORNERS) * (INK_STROKES // 2))
OVER = [
    replace(FULL, strokes=(*FULL.strokes, *FULL.strokes)),
    replace(STROKES, strokes=(*STROKES.strokes, *STROKES.strokes)),
    Ink.from_xy([[(0.1, float("nan"))]]),
    Ink.from_xy([[(0.1, 2e12)]]),
    Ink((Stroke(()),)),
]
SOFTMAX = ZOO["softmax-regression"]
WEIGHTS = {
    name: np.zeros(shape, np.float32)
    for name, shape in (("fc1.weight", (10, 784)), ("fc1.bias", (10,)))
}
ODD = "".join(map(chr, (0, 9, 10, 13, 11, 127, 133, 0x2028, 0xFEFF, 0x1F600))) + '\\"\'"""{}%#\\'


@dataclass(frozen=True)
class Pair:
    """One kind of file: writes a value into a folder, and reads it back."""

    turn: Callable[[Path, Any], Any]
    taken: tuple[Any, ...]
    """These come back as they were."""
    refused: tuple[tuple[Any, str], ...] = ()
    """These are not written: a part of the sentence."""


def ink_file(folder: Path, ink: Ink) -> object:
    write_ink(folder / "ink.json", ink)
    return read_drawing(folder / "ink.json")


def sample(folder: Path, value: tuple[Ink, str, str]) -> object:
    ink, label, origin = value
    with SampleStore(folder / "samples.sqlite") as store:
        store.add(ink, label, origin=origin)
    with SampleStore(folder / "samples.sqlite") as store:
        (found,) = store.samples()
    return found.ink, found.label, found.origin


def relabelled(folder: Path, label: str) -> object:
    with SampleStore(folder / "samples.sqlite") as store:
        identity = store.add(Ink.from_xy([[(0, 0), (1, 1)]]), "1").id
        store.relabel([identity], label)
        return store.samples()[0].label


def exported(folder: Path, value: tuple[Ink, str]) -> object:
    ink, origin = value
    stored = StoredSample(1, "7", ink, None, "2026", origin, held_out=False)
    export_inks(folder / "inks.jsonl.gz", [stored])
    (read,) = read_new_samples(folder / "inks.jsonl.gz")
    return read.drawing, read.origin


def exported_picture(folder: Path, values: tuple[int, int]) -> object:
    picture = np.zeros((28, 28), np.uint8)
    picture[:14], picture[14:] = values
    stored = StoredSample(1, "7", None, picture, "", "", held_out=False)
    export_pictures(folder / "pictures", [stored])
    export_idx(folder / "digits", [stored])
    for source in (folder / "pictures", folder / "digits-images-idx3-ubyte"):
        (read,) = read_new_samples(source)
        assert np.array_equal(read.drawing, picture)
    return values


def recipe(folder: Path, value: Recipe) -> object:
    store = RecipeStore(AppPaths(folder))
    return read_recipe(store.save("odd", recipe_text(value)).path)


def network(folder: Path, text: str) -> object:
    return NetworkStore(AppPaths(folder)).save("odd", text).text()


def named(folder: Path, name: str) -> object:
    RecipeStore(AppPaths(folder)).save(name, "")
    return next(file.name for file in RecipeStore(AppPaths(folder)).files() if file.is_own)


def model(folder: Path, info: ModelInfo) -> object:
    write_model(folder / "m.safetensors", ModelFile(info, WEIGHTS))
    return read_model(folder / "m.safetensors").info


def gate(folder: Path, facts: str) -> object:
    write_gate(folder / "g.safetensors", GateFile(SOFTMAX, WEIGHTS, 0, 1, 0.5, {"x": facts}))
    return read_gate(folder / "g.safetensors").facts["x"]


def run(folder: Path, spec: RunSpec) -> object:
    store = RunStore(folder / "runs")
    try:
        return store.create(spec).spec
    finally:
        assert len(list(store._folder.iterdir())) == len(store.runs())  # none half made


def checkpoint(folder: Path, facts: dict[str, Any]) -> object:
    write_state(folder, RunState(1, 0, {"": np.zeros((), bool), "a.b": np.zeros((0, 2))}, facts))
    state, progress = read_state(folder), read_progress(folder)
    assert state is not None
    assert progress is not None
    assert progress.facts == state.facts
    return dict(state.facts)


def setting(folder: Path, text: str) -> object:
    Settings(folder / "window.ini").write({"a": text})
    return Settings(folder / "window.ini").value("a", "")


def trail(folder: Path, names: tuple[str, ...]) -> object:
    settings = Settings(folder / "window.ini")
    write_trail(settings, names)
    assert settings.has("activeModels")
    return read_trail(settings)[-1:]


def journal(folder: Path, records: list[object]) -> object:
    written = Journal(folder / "1.journal")
    written.rewrite(())
    written.append(records)
    written.close()
    read = Journal(folder / "1.journal")
    assert read.is_whole
    return read.records


def reported(folder: Path, ink: Ink) -> object:
    text = report.report_text(AppPaths(folder), "cpu", ink)
    return Ink.from_text(text.rpartition("\n")[2])


SPEC = RunSpec(Recipe("default").to_json(), ("generated",), "x")
INFO = ModelInfo("m", SOFTMAX)
SMALLER = Architecture.parse("Flatten()\nLinear(2)\nLinear(10)")
FULL_INKS = (FULL, STROKES)
_REASONS = ("is full", "is full", "out of range", "out of range", "without points")
NO_INKS = tuple(zip(OVER, _REASONS, strict=True))
NO_LABELS = ("", "x" * 25, " a", "\n", "\udc80")
LONG_TEXT = "\x01" * NETWORK_CHARACTERS
COMMENT = "#" * (NETWORK_CHARACTERS - 1 - len(SOFTMAX.text()))
PAIRS = {
    "ink file": Pair(ink_file, (STROKES,), NO_INKS),
    "sample": Pair(
        sample,
        tuple((ink, "7", ODD) for ink in FULL_INKS),
        tuple(((ink, "7", ""), word) for ink, word in NO_INKS)
        + tuple(((STROKES, label, ""), "A class is called by") for label in NO_LABELS),
    ),
    "sample's label": Pair(
        relabelled, ("x" * 24, "○"), tuple((label, "A class is called by") for label in NO_LABELS)
    ),
    "exported inks": Pair(
        exported,
        ((STROKES, ODD),),
        (((STROKES, "x" * 30 * MB), "more samples than a file is read with"),),
    ),
    "exported pictures": Pair(exported_picture, ((255, 255), (1, 1), (255, 0), (0, 1))),
    "recipe": Pair(
        recipe,
        (
            Recipe(ODD),
            Recipe(f"\n\n{ODD}\n"),
            Recipe(LONG_TEXT),
            Recipe("😀" * NETWORK_CHARACTERS),
            Recipe("default", learning_rate=np.float64(1e-05), seed=2**63 - 1, dropout=0.0),
        ),
    ),
    "network": Pair(
        network,
        (f"{SOFTMAX.text()}{COMMENT}", f"{SOFTMAX.text()}# 😀\r\n\u2028"),
        ((f"{SOFTMAX.text()}# \udc80", "half of a character"),),
    ),
    "name": Pair(
        named, ("a.toml", "é" * 60, "ß", "İ"), ((".a", "cannot be a name"), ("x" * 61, "cannot be"))
    ),
    "model": Pair(
        model,
        (
            replace(INFO, note=ODD, created=ODD, parent={ODD: ODD}, temperature=5e-324),
            replace(INFO, note='"' * 900_000),
        ),
        (
            (replace(INFO, temperature=0.0), "could not be read back"),
            (replace(INFO, std=float("nan")), "could not be read back"),
            (replace(INFO, mean=float("inf")), "could not be read back"),
            (replace(INFO, results={"x": "x" * 2 * MB}), "has more than"),
            (
                replace(INFO, architecture=SMALLER),
                "more weights",
            ),
        ),
    ),
    "gate": Pair(gate, (ODD, "x" * 7 * MB), (("x" * 9 * MB, "MB about itself"),)),
    "run": Pair(
        run,
        (
            replace(SPEC, recipe=Recipe("😀" * NETWORK_CHARACTERS).to_json()),
            replace(SPEC, out=Path("/a\udcff\n.safetensors"), name=ODD.replace("\0", "")),
        ),
        (
            (replace(SPEC, sources=("/a" * 2000,) * 300), "keep less in it"),
            (replace(SPEC, name="a\0b"), "cannot be read"),
        ),
    ),
    "checkpoint": Pair(
        checkpoint,
        ({"a": ODD, "b": [2**63 - 1, -5e-324, None, True]}, {"a": "x" * 50 * MB}),
        (({"a": "x" * 65 * MB}, "MB about itself"),),
    ),
    "journal": Pair(journal, ([ODD, [["draw", 0, 0, [[5e-324, -1e12]]], None, True]],)),
    "report": Pair(reported, (STROKES,), ((OVER[0], "is full"),)),
    "setting": Pair(setting, (ODD.replace("\0", ""), "a, b", "@x", "%20", ";x", '"', " x ", "")),
    "trail": Pair(trail, (("/" + "\udcff" * 4095,) * 50, ('"' * 4096,) * 50)),
}
"""Kind of file -> what is tried with it."""
TAKEN = [(kind, n) for kind, pair in PAIRS.items() for n in range(len(pair.taken))]
REFUSED = [(kind, n) for kind, pair in PAIRS.items() for n in range(len(pair.refused))]


@pytest.mark.parametrize(("kind", "number"), TAKEN)
def test_what_is_written_is_read(kind: str, number: int, tmp_path: Path) -> None:
    value = PAIRS[kind].taken[number]
    expected = value[-1:] if kind == "trail" else value
    assert PAIRS[kind].turn(tmp_path, value) == expected


@pytest.mark.parametrize(("kind", "number"), REFUSED)
def test_what_would_not_be_read_is_not_written(kind: str, number: int, tmp_path: Path) -> None:
    value, word = PAIRS[kind].refused[number]
    with pytest.raises(HanddigitError, match=word):
        PAIRS[kind].turn(tmp_path, value)


def test_more_samples_than_a_file_is_read_with_are_not_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ink = Ink((Stroke(CORNERS),))
    stored = [StoredSample(n, "7", ink, None, "", "", held_out=False) for n in range(2)]
    monkeypatch.setattr(exchange, "INK_FILE", INK_FILE._replace(size=200))
    monkeypatch.setattr(exchange, "IDX_FILE", INK_FILE._replace(size=16 + 784))
    for export, name in ((export_inks, "inks.jsonl.gz"), (export_idx, "digits")):
        assert export(tmp_path / name, stored[:1]) == 1
        with pytest.raises(HanddigitError, match="export fewer at once"):
            export(tmp_path / f"more-{name}", stored)
    assert not list(tmp_path.glob("more-*"))


def test_no_recipe_has_half_of_a_character() -> None:
    with pytest.raises(HanddigitError, match="half of a character"):
        Recipe.from_json({"network": "ReLU() # \udc80"})

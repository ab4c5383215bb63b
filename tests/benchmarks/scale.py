"""How cost grows: points of an ink, drawings of a set, versions and runs, samples, processes.

"points" reads an ink in the process that computes, "opened" opens its file in the real window.

Prints a line of JSON for every size; each is measured in a process of its own, whose peak of
memory it names. ``--most`` ends at a size; without names everything is measured:

    python tests/benchmarks/scale.py [--most 1000000] [points opened drawings …]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice, pairwise
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

TENS = (100, 1_000, 10_000, 100_000, 1_000_000)
PROCESSES = (1, 2, 4)
FRAMES = 120
PIECE = 10_000
"""Samples stored in one go."""


def spiral(count: int) -> list[list[float]]:
    """Return so many points of a spiral in the middle of the canvas."""
    import numpy as np

    turn = np.linspace(0, 6 * np.pi, count)
    radius = np.linspace(0.02, 0.4, count)
    curve = np.stack([0.5 + radius * np.cos(turn), 0.5 + radius * np.sin(turn)], axis=1)
    points: list[list[float]] = curve.tolist()
    return points


def points(count: int, _folder: Path) -> dict[str, float]:
    """Read an ink of so many points, a spiral."""
    from handdigit.ink.ink import Ink
    from handdigit.recognition.recogniser import Recogniser
    from handdigit.storage.models.model_file import read_model
    from handdigit.storage.models.model_store import SHIPPED_MODELS

    recogniser = Recogniser(read_model(SHIPPED_MODELS / "default.safetensors"), "cpu")
    ink = Ink.from_xy([spiral(count)])
    recogniser.recognise(ink)
    begun = time.perf_counter()
    recogniser.recognise(ink)
    return {"ms": round(1000 * (time.perf_counter() - begun), 1)}


def opened(count: int, folder: Path) -> dict[str, float]:
    """Open the file of such an ink, until it is answered and the canvas paints no more."""
    from PySide6.QtCore import QEvent, QObject

    from handdigit.engine.client import EngineClient
    from handdigit.engine.protocol.messages import LoadModel
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.drawing_files import DrawingFiles
    from handdigit.gui.drawing_recovery import DrawingRecovery
    from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
    from handdigit.storage.paths import AppPaths

    class Watch(QObject):
        """Notes when a widget was painted last."""

        painted = 0.0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                self.painted = time.perf_counter()
            return super().eventFilter(watched, event)

    file = folder / "spiral.ink.json"
    file.write_text(json.dumps({"strokes": [spiral(count)]}))
    paths = AppPaths(folder)
    server, os.environ["DISPLAY"] = start_virtual_screen()
    application = make_application("en")
    models, engine = ModelStore(paths), EngineClient()
    model = models.stored(DEFAULT_MODEL)
    engine.start()
    engine.load_model(LoadModel(model.path, "cpu"))
    window = make_window(application, engine, models, model, "cpu", paths)
    DrawingRecovery(window, paths)
    window.resize(1300, 850)
    window.show()
    session, watch = window.session, Watch()
    window.canvas.installEventFilter(watch)
    while session.engine_pid is None or session.is_waiting:
        settle(application, 0.1)
    settle(application, 3)
    begun = time.perf_counter()
    window.findChild(DrawingFiles).open(file)
    longest = answered = 0.0
    while not answered or time.perf_counter() < max(answered, watch.painted) + 1:
        longest = max(longest, settle(application, 0.001))
        if not answered and not session.drawing.is_empty and session.is_settled:
            answered = time.perf_counter()
    window.close()
    stop_virtual_screen(server)
    return {
        "opened_ms": round(1000 * (max(answered, watch.painted) - begun)),
        "longest_stall_ms": round(1000 * longest, 1),
    }


def drawings(count: int, folder: Path) -> dict[str, float]:
    """Evaluate a file of so many inks, the ten examples again and again."""
    from handdigit.storage.datasets.inks import first_sample
    from handdigit.storage.paths import EXAMPLE_DIGITS

    lines = [
        json.dumps(first_sample(path).ink.to_json() | {"label": digit})
        for digit, path in enumerate(EXAMPLE_DIGITS)
    ]
    file = folder / "inks.jsonl"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in islice(cycle(lines), count))
    command = [
        "-m",
        "handdigit",
        "--data-dir",
        str(folder),
        "evaluate",
        "--json",
        "--model",
        "small",
    ]
    begun = time.perf_counter()
    subprocess.run([sys.executable, *command, str(file)], cwd=ROOT, check=True, capture_output=True)
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"s": round(seconds, 1), "file_mb": round(file.stat().st_size / 1e6, 1), "peak_mb": peak}


def versions(count: int, folder: Path) -> dict[str, float]:
    """List so many versions of one name, find them another, and list as many runs."""
    from handdigit.experiment.recipe import Recipe
    from handdigit.storage.models.model_store import SHIPPED_MODELS, ModelStore
    from handdigit.storage.paths import AppPaths
    from handdigit.storage.runs.run_spec import RunSpec
    from handdigit.storage.runs.run_store import RunStore

    paths = AppPaths(folder)
    paths.models.mkdir()
    runs = RunStore(paths.runs)
    spec = RunSpec(Recipe("small").to_json(), ("generated",), "run")
    for number in range(1, count + 1):
        name = "run" if number == 1 else f"run-{number}"
        shutil.copy(SHIPPED_MODELS / "small.safetensors", paths.models / f"{name}.safetensors")
        runs.create(spec)
    store = ModelStore(paths)
    moments = [time.perf_counter()]
    assert len(store.models()) > count
    moments.append(time.perf_counter())
    assert store.unused_name("run") == f"run-{count + 1}"
    moments.append(time.perf_counter())
    assert len(runs.runs()) == count
    moments.append(time.perf_counter())
    models, name_found, listed = (1000 * (b - a) for a, b in pairwise(moments))
    return {
        "models_ms": round(models, 1),
        "name_ms": round(name_found, 1),
        "runs_ms": round(listed, 1),
    }


def samples(count: int, folder: Path) -> dict[str, float]:
    """Open the Samples panel over so many, and scroll through them."""
    from PySide6.QtGui import QAction

    from handdigit.engine.client import EngineClient
    from handdigit.gui.app import make_application, make_window
    from handdigit.gui.panels.samples.grid import SampleGrid
    from handdigit.storage.datasets.inks import first_sample
    from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
    from handdigit.storage.paths import EXAMPLE_DIGITS, AppPaths
    from handdigit.storage.samples.sample_store import NewSample, SampleStore

    paths = AppPaths(folder)
    inks = [first_sample(path).ink for path in EXAMPLE_DIGITS]
    with SampleStore(paths.samples) as store:
        for begin in range(0, count, PIECE):
            numbers = range(begin, min(begin + PIECE, count))
            store.add_all(
                NewSample(inks[n % 10], str(n % 10), held_out=n % 5 == 0) for n in numbers
            )
    server, os.environ["DISPLAY"] = start_virtual_screen()
    application = make_application("en")
    models = ModelStore(paths)
    model = models.stored(DEFAULT_MODEL)
    window = make_window(application, EngineClient(), models, model, "cpu", paths)
    window.resize(1300, 850)
    window.show()
    settle(application, 2)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    longest = 0.0
    begun = time.perf_counter()
    window.findChild(QAction, "samplesPanelAction").trigger()
    opened = time.perf_counter() - begun
    while (grid := window.findChild(SampleGrid)) is None or len(grid.entries) < count:
        turn = time.perf_counter()
        application.processEvents()
        longest = max(longest, time.perf_counter() - turn)
        time.sleep(0.001)
    listed = time.perf_counter() - begun
    longest = max(longest, settle(application, 1))
    bar = grid.verticalScrollBar()
    frames = []
    for step in range(FRAMES):
        frame = time.perf_counter()
        bar.setValue(bar.maximum() * step // FRAMES)
        application.processEvents()
        frames.append(1000 * (time.perf_counter() - frame))
        time.sleep(0.005)
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    window.close()
    stop_virtual_screen(server)
    frames.sort()
    return {
        "opened_ms": round(1000 * opened, 1),
        "listed_ms": round(1000 * listed, 1),
        "longest_stall_ms": round(1000 * longest, 1),
        "frame_ms": round(frames[FRAMES // 2], 1),
        "frame_ms_p95": round(frames[FRAMES * 95 // 100], 1),
        "more_mb": round(more / 1024, 1),
    }


def settle(application: object, seconds: float) -> float:
    """Let the window do what it has to do; return the longest from one turn to the next.

    Sleep between turns counts: who holds Python's lock lets nobody wake.
    """
    longest = 0.0
    last = time.perf_counter()
    end = last + seconds
    while last < end:
        application.processEvents()  # type: ignore[attr-defined]
        time.sleep(0.001)
        before, last = last, time.perf_counter()
        longest = max(longest, last - before)
    return longest


def processes(most: int, folder: Path) -> dict[str, list[float]]:
    """Train two epochs in one process of one thread, in two, in four; compare with one."""
    import numpy as np

    from handdigit.storage.models.model_file import read_model

    counts = [count for count in PROCESSES if count <= most]
    training = ["-m", "handdigit", "--data-dir", str(folder), "train", "--network", "lenet5-relu"]
    choices = ["--epochs", "2", "--set", "generated=20000", "--device", "cpu"]
    seconds, models = [], []
    for count in counts:
        out = folder / f"model-{count}.safetensors"
        runner = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(count)]
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, *runner, *training, *choices, "--out", str(out)],
            cwd=ROOT, check=True, capture_output=True, env=os.environ | {"OMP_NUM_THREADS": "1"},
        )  # fmt: skip
        seconds.append(time.perf_counter() - begun)
        models.append(read_model(out))
    first = models[0].weights
    differences = [
        max(float(np.abs(model.weights[name] - first[name]).max()) for name in first)
        for model in models
    ]
    return {
        "of": [float(count) for count in counts],
        "s": [round(each, 1) for each in seconds],
        "efficiency": [
            round(seconds[0] / (each * count), 2)
            for each, count in zip(seconds, counts, strict=True)
        ],
        "largest_difference": differences,
        "largest_weight": [max(float(np.abs(value).max()) for value in first.values())],
        "accuracy": [model.info.results["curve"][-1]["validation_accuracy"] for model in models],
    }


KINDS: dict[str, tuple[Callable[[int, Path], object], tuple[int, ...]]] = {
    "points": (points, (100, 1_000, 10_000, 100_000, 250_000)),
    "opened": (opened, (1_000, 20_000, 250_000)),
    "drawings": (drawings, TENS[1:]),
    "versions": (versions, (100, 1_000, 3_000)),
    "samples": (samples, TENS[1:]),
    "processes": (processes, PROCESSES[-1:]),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--most", type=int, default=TENS[-1])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one is not None:
        (kind,) = options.kinds
        with tempfile.TemporaryDirectory(prefix="handdigit-scale-") as folder:
            found = KINDS[kind][0](options.one, Path(folder))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({kind: options.one, "peak_mb": round(peak)} | found), flush=True)
        return
    for kind in options.kinds or KINDS:
        for size in KINDS[kind][1]:
            if size <= options.most:
                subprocess.run([sys.executable, __file__, kind, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()

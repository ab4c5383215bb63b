"""How long one update of a number takes while it is written.

    OMP_NUM_THREADS=1 python tests/benchmarks/number_mode.py [--model FILE] [INKS …]

Numbers of ten digits, from the shared stroke data or the examples, grow by three points at a time,
as the engine is asked while the pen moves. Prints JSON: the medians, the slowest twentieth; and
the median of what the processor spent, which does not depend on what else is going on.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[2]))

from handdigit.commands.evaluate_number import composed_lines
from handdigit.ink.ink import Ink, Stroke
from handdigit.recognition.number_reader import NumberReader
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import Sample, read_samples
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS

LINES, LENGTH, STEP = 6, 10, 3
GOAL_MS = 30.0


def samples(files: list[Path]) -> list[Sample]:
    found = files or sorted((ASSETS / "examples").glob("*.json"))
    return [sample for file in found for sample in read_samples(file)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inks", nargs="*", type=Path)
    parser.add_argument("--model", type=Path, default=ASSETS / "models" / "default.safetensors")
    options = parser.parse_args()
    torch.set_num_threads(1)
    recogniser = Recogniser(read_model(options.model), "cpu")
    times: list[float] = []
    spent: list[float] = []
    last_digit: list[float] = []
    for _, line in composed_lines(samples(options.inks), LINES, 1, LENGTH):
        reader = NumberReader(recogniser)
        strokes = line.ink.strokes
        for number, stroke in enumerate(strokes):
            for points in range(1, len(stroke.points) + 1, STEP):
                ink = Ink((*strokes[:number], Stroke(stroke.points[:points])))
                started, began = time.perf_counter(), time.thread_time()
                reader.read(ink)
                spent.append((time.thread_time() - began) * 1000)
                times.append((time.perf_counter() - started) * 1000)
                if number == len(strokes) - 1:
                    last_digit.append(times[-1])
    print(
        json.dumps(
            {
                "updates": len(times),
                "median_ms": round(float(np.median(times)), 2),
                "median_cpu_ms": round(float(np.median(spent)), 2),
                "p95_ms": round(float(np.percentile(times, 95)), 2),
                "median_of_last_stroke_ms": round(float(np.median(last_digit)), 2),
                "goal_ms": GOAL_MS,
            }
        )
    )


if __name__ == "__main__":
    main()

"""Every figure that README states, with the command that gives it; runs them again.

Each figure is a line of FIGURES. Figures of one command come from one run of it. Writes the
table of docs/measurements.md: what was measured in this run is replaced, the rest stays.

    python tests/benchmarks/figures.py --list
    python tests/benchmarks/figures.py default small          # those whose name or command has it
    python tests/benchmarks/figures.py --long race            # also what takes more than minutes

DATA in a command is the folder with MNIST and pen strokes (``--data``), OUT a temporary one.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs" / "measurements.md"
LONG_MINUTES = 5
NOT_RUN = "not run"
HEAD = ("figure", "stated", "measured", "n", "command", "when, where")


@dataclass(frozen=True)
class Figure:
    """A figure, where it is stated and how it is measured."""

    name: str
    stated: str
    command: str
    minutes: float
    """Of the whole command on two cores, roughly."""
    line: int | str | None
    """Which of the JSON lines that the command prints: its number, or a piece of its text."""
    key: str
    """Of the value in that line; a dot leads into an object. Of a list its length is taken.

    Where no JSON is printed (``line`` is None) a regular expression with the value as a group."""
    form: str = "{:.2%}"
    n: str = ""
    is_exact: bool = True
    """Whether it is the same on every machine; what differs then is marked."""

    def read(self, output: str) -> str:
        """Return the figure from what its command printed."""
        if self.line is None:
            found = re.search(self.key, output)
            return self.form.format(found[1] if found else "nothing")
        lines = [line for line in output.splitlines() if line.startswith("{")]
        if isinstance(self.line, str):
            lines = [line for line in lines if self.line in line]
        value: Any = json.loads(lines[self.line if isinstance(self.line, int) else 0])
        for key in self.key.split("."):
            value = value[key]
        if self.form.endswith("%}"):  # half up, as by hand: shares of 2,000 drawings end in 5
            unit = Decimal(1).scaleb(-int(self.form[3]))
            return f"{(100 * Decimal(str(value))).quantize(unit, ROUND_HALF_UP)} %"
        return self.form.format(len(value) if isinstance(value, list) else value)


def reading(
    model: str, mnist: str, unipen: str, sound: str = "", errors: tuple[str, str] = ("", "")
) -> Iterator[Figure]:
    """Yield accuracy and calibration error of a shipped model."""
    minutes = {"ensemble": 90, "network3-voting": 10}.get(model, 3)
    without = " --without unipen_dev" if sound else ""
    command = (
        f"handdigit evaluate --json{without} --model {model} DATA/mnist "
        "DATA/strokes/unipen_dev.jsonl.gz"
    )
    sets = (("MNIST test", "10,000", mnist), ("UNIPEN", "8,117", unipen))
    for line, (name, n, stated) in enumerate(sets):
        yield Figure(f"{model}: {name}", stated, command, minutes, line, "accuracy", n=n)
    if sound:
        name = f"{model}: UNIPEN without faulty ones"
        yield Figure(name, sound, command, minutes, 2, "accuracy", n="8,028")
    for line, ((name, n, _), stated) in enumerate(zip(sets, errors, strict=True)):
        if stated:
            name = f"{model}: calibration error, {name}, points"
            yield Figure(name, stated, command, minutes, line, "ece", "{:.2f}", n)


def numbers(name: str, stated: str, options: str, n: str, minutes: float) -> Figure:
    """Return the share of composed lines that are read exactly."""
    command = f"handdigit evaluate --json --number {options}"
    return Figure(f"numbers: {name}", stated, command, minutes, 0, "accuracy", "{:.1%}", n)


def refusals(stated: dict[str, str]) -> Iterator[Figure]:
    """Yield the share of drawings that are refused, by kind."""
    command = (
        "handdigit evaluate --json --refusals --without unipen_dev DATA/mnist "
        "DATA/strokes/unipen_dev.jsonl.gz"
    )
    for kind, share in stated.items():
        line, n = f"generated: {kind}", "20,000" if kind == "all kinds" else "2,000"
        yield Figure(f"refused: {kind}", share, command, 4, line, "share", "{:.1%}", n)
    yield Figure("refused: UNIPEN digits", "0.35 %", command, 4, "unipen", "share", n="8,028")
    yield Figure("refused: MNIST test", "0.40 %", command, 4, "DATA/mnist", "share", n="10,000")
    for name, share, line, n in (
        ("signs", "2.45 %", "generated: symbols", "2,000"),
        ("UNIPEN digits", "0.05 %", "unipen", "8,028"),
        ("MNIST test", "0.16 %", "DATA/mnist", "10,000"),
    ):
        yield Figure(f"unsure: {name}", share, command, 4, line, "unsure_share", n=n)
    auroc = Figure("refused: AUROC", "0.995", command, 4, "all kinds", "auroc", "{:.3f}", "20,000")
    yield auroc


def drawn(
    options: str, n: str, minutes: float, figures: Iterable[tuple[str, str, str]]
) -> Iterator[Figure]:
    """Yield how digits drawn on the real window are read."""
    command = f"python tests/benchmarks/drawn_digits.py {options}"
    for line, key, stated in figures:
        form = "{:.2%}" if key == "accuracy" else "{}"
        name = f"drawn in the window, {options}: {line}, {key}"
        yield Figure(name, stated, command, minutes, line, key, form, n, is_exact=False)


def trained(name: str, options: str, stated: tuple[str, ...], minutes: float) -> Iterator[Figure]:
    """Yield how a model reads that is trained for it."""
    command = (
        f"handdigit train {options} --out OUT/m.safetensors && handdigit evaluate --json "
        "--without unipen_dev --model OUT/m.safetensors DATA/mnist DATA/strokes/unipen_dev.jsonl.gz"
    )
    sets = ("MNIST test", "UNIPEN", "UNIPEN without faulty ones")
    for line, (found, share) in enumerate(zip(sets, stated, strict=False)):
        n = ("10,000", "8,117", "8,028")[line]
        yield Figure(
            f"{name}: {found}",
            share,
            command,
            minutes,
            line - len(sets),
            "accuracy",
            n=n,
            is_exact=False,
        )


def timed(
    script: str, line: int | str, key: str, stated: str, unit: str, minutes: float, n: str = ""
) -> Figure:
    """Return a time, which depends on the machine; README's was another one."""
    command = script if " " in script else f"python tests/benchmarks/{script}.py"
    name = f"{Path(command.split('.py')[0]).name}: {key.replace('_', ' ')}"
    if isinstance(line, str):
        name += f" ({line.strip(chr(34))})"
    return Figure(
        name, stated, command, minutes, line, key, f"{{:.3g}} {unit}".strip(), n, is_exact=False
    )


PENS = "DATA/strokes/unipen_dev.jsonl.gz DATA/strokes/pendigits_train.jsonl.gz"
"""Half the digits of these numbers are of pendigits_train, which the models have learned."""
MIX = (
    "--data mnist:DATA/mnist --data DATA/strokes/pendigits_train.jsonl.gz "
    "--data DATA/strokes/touch_train.jsonl.gz --data generated"
)
RACE = "python tests/benchmarks/time_to_99.py --threads 2"
UPDATES = f"python tests/benchmarks/number_mode.py {PENS}"
FIGURES: tuple[Figure, ...] = (
    *reading("default", "99.75 %", "98.78 %", "99.55 %", ("0.13", "0.59")),
    *reading("small", "99.55 %", "98.21 %", "99.09 %", ("0.17", "0.86")),
    *reading("ensemble", "99.80 %", "98.78 %", "99.55 %", ("0.25", "1.16")),
    numbers("four digits", "96.0 %", f"--lines 1500 {PENS}", "1,500", 4),
    numbers("others", "96.1 %", f"--lines 10000 --seed 2 {PENS}", "10,000", 25),
    numbers(
        "without faulty ones", "97.5 %", f"--lines 1500 --without unipen_dev {PENS}", "1,500", 4
    ),
    numbers("UNIPEN alone", "", "--lines 1500 DATA/strokes/unipen_dev.jsonl.gz", "1,500", 4),
    *refusals(
        {
            "scribbles": "99.6 %",
            "side by side": "95.7 %",
            "lines": "96.4 %",
            "symbols": "95.5 %",
            "struck out": "93.3 %",
            "squiggles": "91.9 %",
            "turned": "90.2 %",
            "over each other": "85.6 %",
            "glyphs": "79.9 %",
            "pieces": "68.2 %",
            "all kinds": "89.6 %",
        }
    ),
    *drawn(
        "--count 8028 --events",
        "8,028",
        90,
        [
            ("big and centred", "accuracy", "99.33 %"),
            ("30 to 70 %, anywhere", "accuracy", "99.33 %"),
            ("30 to 70 %, anywhere", "refused", "24"),
            ("30 to 70 %, anywhere", "misread", "30"),
        ],
    ),
    *drawn(
        "--count 300 --seed 1",
        "300",
        10,
        [("big and centred", "accuracy", "99.3 %"), ("30 to 70 %, anywhere", "accuracy", "99.7 %")],
    ),
    *drawn(
        "--count 300 --seed 2",
        "300",
        10,
        [("big and centred", "accuracy", "99.0 %"), ("30 to 70 %, anywhere", "accuracy", "98.7 %")],
    ),
    *reading("dense-100", "98.06 %", "92.83 %"),
    *reading("network3-1conv", "99.04 %", "95.42 %"),
    *reading("network3-2conv", "99.36 %", "96.58 %"),
    *reading("network3-shifted", "99.46 %", "96.75 %"),
    *reading("network3-dropout", "99.65 %", "97.02 %"),
    *reading("network3-voting", "99.69 %", "96.97 %"),
    *reading("lenet5", "99.16 %", "95.54 %"),
    *reading("keras-cnn", "98.20 %", "94.71 %"),
    *reading("alexnet-mini", "99.59 %", "96.85 %"),
    *reading("vgg-mini", "99.58 %", "96.86 %"),
    *reading("inception-mini", "99.66 %", "96.90 %"),
    *reading("resnet-mini", "99.56 %", "96.83 %"),
    *trained("small, seed 1", f"--recipe small {MIX}", ("99.55 %", "98.21 %", "99.09 %"), 15),
    *trained("small, seed 2", f"--recipe small --seed 2 {MIX}", ("99.55 %", "98.16 %"), 15),
    *trained("small, seed 3", f"--recipe small --seed 3 {MIX}", ("99.54 %", "98.28 %"), 15),
    *trained(
        "small's network, MNIST alone",
        "--recipe small --epochs 14 --data mnist:DATA/mnist",
        ("99.61 %", "96.94 %", "97.92 %"),
        15,
    ),
    *trained(
        "default's teacher before it is averaged",
        f"--recipe large {MIX}",
        ("99.61 %", "98.47 %", "99.24 %"),
        600,
    ),
    *trained(
        "voter that knows MNIST alone",
        "--recipe mnist-3x3 --data mnist:DATA/mnist",
        ("99.69 to 99.72 %", "97.12 to 97.45 %"),
        600,
    ),
    *(
        figure
        for seed, share in enumerate(("99.58 %", "99.71 %", "99.66 %", "99.61 %", "99.65 %"), 1)
        for figure in trained(
            f"network3-dropout, seed {seed}",
            f"--recipe network3-dropout --seed {seed} --data mnist:DATA/mnist",
            (share,),
            600,
        )
    ),
    timed(RACE, "comparison", "times_faster", "31", "", 15, "3 sprints, 1 example"),
    timed(RACE, "comparison", "sprint_s", "4.2 s", "s", 15, "3"),
    timed(RACE, "comparison", "stock_s", "129 s", "s", 15, "1"),
    timed(RACE, "our loop", "share_of_peak", "0.55", "", 15, "3"),
    timed("start_up", 0, "first_paint_s", "", "s", 3),
    timed("start_up", 0, "first_answer_s", "", "s", 3),
    timed("start_up", 0, "first_paint_over_import_torch", "at most 0.3", "", 3),
    timed("start_up", 0, "first_answer_over_import_torch", "at most 1.1", "", 3),
    timed("pen_to_answer", 0, "bars_ms.median", "at most 12 ms", "ms", 3, "570 moves"),
    timed("pen_to_answer", 0, "all_ms.median", "at most 12 ms", "ms", 3, "570 moves"),
    timed("start_up", 0, "longest_stall_ms", "at most 30 ms", "ms", 3),
    timed("liveness", 0, "longest_stall_ms", "at most 30 ms", "ms", 2),
    timed("ink_under_pen", '"searching"', "median_ms", "at most 4 ms", "ms", 2, "2,600 reports"),
    timed("ink_under_pen", '"searching"', "p95_ms", "at most 8 ms", "ms", 2, "2,600 reports"),
    timed("ink_under_pen", '"training"', "median_ms", "at most 4 ms", "ms", 2, "2,600 reports"),
    timed("ink_under_pen", '"training"', "p95_ms", "at most 8 ms", "ms", 2, "2,600 reports"),
    timed("why", 0, "gradient.ms_median", "at most 100 ms", "ms", 3, "20 drawings"),
    timed("why", 0, "integrated-gradients.ms_median", "at most 100 ms", "ms", 3, "20 drawings"),
    timed("why", 0, "grad-cam.ms_median", "at most 100 ms", "ms", 3, "20 drawings"),
    timed("why", 0, "occlusion.ms_median", "at most 100 ms", "ms", 3, "20 drawings"),
    timed("why", 0, "erasures.ms_median", "at most 200 ms", "ms", 3, "20 drawings"),
    timed(UPDATES, 0, "median_ms", "at most 30 ms", "ms", 3, "6 numbers of 10 digits"),
    Figure(
        "the frozen program, unpacked",
        "at most 560 MB",
        "python -m pytest -m frozen -n 0 -s -k small tests/packaging",
        10,
        None,
        r"unpacked: (\d+ MB)",
        "{}",
        is_exact=False,
    ),
)


def run(command: str, data: Path) -> str:
    """Return what the steps of a command print to stdout, one after the other."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    printed = ""
    with tempfile.TemporaryDirectory() as out:
        for step in command.split(" && "):
            words = [word.replace("OUT/", f"{out}/") for word in shlex.split(step)]
            words = [word.replace("DATA/", f"{data}/") for word in words]
            start = ["-m", "handdigit"] if words[0] == "handdigit" else []
            done = subprocess.run(
                [sys.executable, *start, *words[1:]],
                cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True,
            )  # fmt: skip
            printed += done.stdout.replace(f"{data}/", "DATA/")
    return printed


def machine() -> str:
    """Return what the figures were measured on, in a few words."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        found = re.search(r"model name\s*: (.*)", info.read_text(encoding="utf-8"))
        name = found[1] if found else name
    return f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {name}"


def earlier() -> dict[tuple[str, str], tuple[str, str]]:
    """Return what the table says was measured, and when, by figure and command."""
    known = {}
    if TABLE.is_file():
        for line in TABLE.read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            if line.startswith("|") and len(cells) == len(HEAD):
                known[cells[0], cells[4].strip("`")] = (cells[2], cells[5])
    return known


def write_table(measured: dict[tuple[str, str], tuple[str, str]]) -> None:
    """Write the rows of all figures below the text that docs/measurements.md begins with."""
    text = TABLE.read_text(encoding="utf-8") if TABLE.is_file() else "# Measurements\n\n"
    rows = [" | ".join(HEAD), " | ".join("---" for _ in HEAD)]
    for figure in FIGURES:
        value, when = measured.get((figure.name, figure.command), (NOT_RUN, ""))
        stated = figure.stated or "–"
        cells = (figure.name, stated, value, figure.n, f"`{figure.command}`", when)
        rows.append(" | ".join(cells))
    table = "".join(f"| {row} |\n" for row in rows)
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(text.partition("| figure |")[0] + table, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("wanted", nargs="*", help="pieces of names or commands (default: all)")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--long", action="store_true", help=f"also beyond {LONG_MINUTES} minutes")
    parser.add_argument("--list", action="store_true", help="show the figures, run nothing")
    options = parser.parse_args()
    chosen = [
        figure
        for figure in FIGURES
        if (options.long or options.list or figure.minutes <= LONG_MINUTES)
        and (
            not options.wanted
            or any(piece in f"{figure.name} {figure.command}" for piece in options.wanted)
        )
    ]
    if options.list:
        for figure in chosen:
            print(
                f"{figure.name}: {figure.stated or '–'}, {figure.minutes:g} min\n  {figure.command}"
            )
        return
    for command in dict.fromkeys(figure.command for figure in chosen):
        print(command, flush=True)
        started = time.monotonic()
        output, measured = run(command, options.data.resolve()), {}
        for figure in (f for f in FIGURES if f.command == command):
            value = figure.read(output)
            if figure.is_exact and figure.stated and value != figure.stated:
                value += " ≠"
            print(f"  {figure.name}: {value} (stated {figure.stated or '–'})", flush=True)
            measured[figure.name, command] = (value, machine())
        print(f"  {(time.monotonic() - started) / 60:.1f} minutes", flush=True)
        write_table(earlier() | measured)  # another run may have written meanwhile


if __name__ == "__main__":
    main()

"""A few hundred inputs for every reader; and the harness itself notices what must not be."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from itertools import islice
from pathlib import Path
from random import Random
from types import FrameType

import pytest

import handdigit
from handdigit.commands import fit
from handdigit.commands.arguments import make_parser
from handdigit.errors import DataFileError
from tests.fuzz.campaign import Campaign, Limits, judged
from tests.fuzz.command_line import LONG_WORK
from tests.fuzz.readers import NO_FILES, READERS, Reader

PACKAGE = Path(handdigit.__file__).parent
ROOT = PACKAGE.parent
INPUTS = 800
SLOW = ("checkpoints_at_work",)
"""Left to the long checks."""


def test_no_reader_fails():
    names = [part for name in READERS if name not in SLOW for part in ("--reader", name)]
    command = (sys.executable, "-m", "tests.fuzz", "--inputs", str(INPUTS), "--seed", "16", *names)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    *_, last = done.stdout.splitlines()
    assert last.endswith(" inputs, 0 failed, seed 16")


@pytest.mark.parametrize("name", READERS)
def test_an_input_is_made_again_from_its_number(name: str, tmp_path: Path):
    number = READERS[name].changed_from + 7
    for copy in ("first", "second"):
        READERS[name].lay(tmp_path / copy, Random(f"{name} 3 {number}"), number)
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def _refused_words(order: Path) -> Iterator[list[str]]:
    """Yield orders that the parser refuses, and that a shell can hand over."""
    orders, number = READERS["commands"], READERS["commands"].changed_from
    while True:
        orders.lay(order, Random(number), number)
        words = json.loads(order.read_bytes())
        with redirect_stderr(StringIO()), redirect_stdout(StringIO()):
            try:
                make_parser().parse_args(words)
            except SystemExit as end:
                if end.code == 2:
                    yield words
        number += 1


def test_the_program_refuses_orders_with_one_line_about_the_error(tmp_path: Path):
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for words in islice(_refused_words(tmp_path / "order.json"), 3):
        command = (sys.executable, "-m", "handdigit", *words)
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        *usage, refusal = done.stderr.splitlines()
        assert done.returncode == 2
        assert usage[0].startswith("usage: handdigit")
        assert ": error: " in refusal


def test_what_is_fitted_by_a_command_is_fitted_by_no_order_of_the_campaign():
    fitted = {f"{fit.__name__}.{name}" for name in vars(fit) if name.startswith("fit_")}
    own = {f"{fit.__name__}.{name}" for name in ("fit_gate_file", "fit_handwriting_file")}
    assert fitted - own <= set(LONG_WORK)


# --- the harness -----------------------------------------------------------------------------


def _same(rng: Random, content: bytes) -> bytes:
    return content


def _refuse(path: Path) -> None:
    raise DataFileError(f"{path.name} is refused, as it should be.")


def _refuse_curtly(path: Path) -> None:
    raise DataFileError("no sentence")


def _lack_memory(path: Path) -> None:
    try:
        raise MemoryError
    except MemoryError:
        raise DataFileError("This was noticed too late.") from None


def _break(path: Path) -> None:
    {}[path]


def _crash(path: Path) -> None:
    os.abort()


def _hang(path: Path) -> None:
    os.read(os.pipe()[0], 1)


def _compute(path: Path) -> None:
    while True:
        pass


def _fill(path: Path) -> None:
    bytearray(300 << 20)


CAUGHT = {
    _refuse: "",
    _refuse_curtly: "not one sentence",
    _lack_memory: "when the memory was spent",
    _break: "KeyError",
    _crash: "SIGABRT",
    _hang: "nothing for 1 s",
    _compute: "more than 1 s of computing",
    _fill: "more than 256 MB of memory",
}
"""What a reader does -> how it is told."""


@pytest.mark.parametrize("read", CAUGHT)
def test_what_must_not_be_is_told_and_the_next_input_follows(read):
    reader = Reader(read, "a.txt", (), _same)
    # The whole computer may be busy; what waits needs no processor.
    limits = Limits(1, 1 if read is _hang else 30, memory=256 << 20)
    # Spawned: the process of the tests has threads.
    campaign = Campaign({"toy": reader}, limits=limits, start_method="spawn")
    tally = campaign.run("toy", 0, 2)
    assert tally.inputs == 2
    if CAUGHT[read]:
        ((fault, numbers),) = tally.faults.items()
        assert CAUGHT[read] in fault
        assert numbers == [0, 1]
    else:
        assert (tally.refused, tally.faults) == (2, {})


def test_a_campaign_ends_in_time():
    reader = Reader(_refuse, "a.txt", ("fuzz/corpus/idx/*",), _same)
    began = time.monotonic()
    assert Campaign({"toy": reader}, start_method="spawn").run("toy", 0, 10**9, 0.5).inputs > 9
    assert time.monotonic() - began < 30


# --- the table -------------------------------------------------------------------------------

DECODERS = {
    *("decoding", "open_tensors", "read_tensors", "open_content", "read_bytes", "read_text"),
    *("json.loads", "tomllib.loads", "ast.parse", "Image.open", "sqlite3.connect"),
    "read_lines",
}
"""What is called where something from outside becomes a value."""
STEP = 4
"""Every fourth file of the corpora takes all ways that there are."""
NOT_FROM_OUTSIDE = {
    ("engine/sample_transfer.py", "_line_count"): "counts the lines of what was just read",
    ("gui/panels/retrain/recipe_library.py", "_read"): "what read_recipe reads, with its note",
    ("storage/datasets/inks.py", "shipped_shapes"): "comes with the program",
    ("workshop/gate_drawings.py", "sheet"): "what the same program has drawn before",
}
"""Functions that call one, but not on anything that may be damaged, and why."""


def _decoding_functions() -> set[tuple[str, str]]:
    """Return (module, function) of every function of the program that decodes something."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            called = {ast.unparse(n.func) for n in ast.walk(node) if isinstance(n, ast.Call)}
            if called & DECODERS or any(
                name.endswith((".read_bytes", ".read_text")) for name in called
            ):
                found.add((path.relative_to(PACKAGE).as_posix(), node.name))
    return found


def test_every_reader_of_the_program_is_in_the_table(tmp_path: Path):
    reached = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(str(PACKAGE)):
            reached.add((frame.f_code.co_filename, frame.f_code.co_name))

    for name, reader in READERS.items():
        for number in range(reader.changed_from - 1, len(NO_FILES) - 1, -STEP):
            place = tmp_path / f"{name}-{number}" / reader.place
            place.parent.mkdir(parents=True)
            reader.lay(place, Random(0), number)
            sys.setprofile(note)
            judged(reader.read, place)
            sys.setprofile(None)
    known = {(Path(at).relative_to(PACKAGE).as_posix(), function) for at, function in reached}
    assert _decoding_functions() - known == set(NOT_FROM_OUTSIDE)

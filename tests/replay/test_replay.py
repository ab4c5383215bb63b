"""Every input that ever broke the program: read, or refused with one sentence.

A file lies in the folder of the reader that it belongs to, and has a line in ``SENTENCES``. One
that breaks the program from now on is put beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handdigit.cli import main
from handdigit.errors import HanddigitError
from handdigit.storage.datasets.idx import read_idx
from handdigit.storage.paths import ASSETS
from handdigit.storage.samples.exchange import read_new_samples
from handdigit.storage.samples.sample_store import SampleStore

HERE = Path(__file__).parent
SEVEN = ASSETS / "examples" / "seven.json"
DEEP_WRITER = "The writer must be a name or a number"
NO_PICTURE = "is no picture that can be read: use one of PNG, JPEG, "
NO_DESCRIPTION = "its description cannot be read"
NO_MODEL = "is not a model file, or it is damaged"
NOT_FINITE = "computes numbers too large to be any"
NO_LIST = "is not a list of faulty drawings, or it is damaged"
TOO_LARGE = "a whole number is larger than any network needs"
NOTED = "number 2 is read, those before are blank.\n"
"""Ends what is said beside an answer."""
READ = ""
"""Stands for the sentence of what is not refused."""
SENTENCES = {
    "arrays/78-627.npz": "is damaged: its arrays cannot be read",
    "faulty_lists/f_deep.toml": NO_LIST,
    "faulty_lists/f_int5000.toml": NO_LIST,
    "faulty_lists/r_int400.toml": NO_LIST,
    "idx/lie-t10k-labels-idx1-ubyte": "4,294,967,295 bytes of values expected, 1 found",
    "idx/liegz-t10k-labels-idx1-ubyte.gz": READ,
    "idx/one-t10k-labels-idx1-ubyte": READ,
    "idx/zero-t10k-labels-idx1-ubyte": READ,
    "inks/1e308.json": "is out of range: 1e+308",
    "inks/ansi.json": "a value that is not a number",
    "inks/bom.json": READ,
    "inks/deepwriter480.json": DEEP_WRITER,
    "inks/deepwriter495.json": DEEP_WRITER,
    "inks/deepwriter994.json": "its lists are nested too deeply",
    "inks/dup.json": READ,
    "inks/int400.json": "is out of range: 1000",
    "inks/nan.json": "is out of range: nan",
    "inks/surr.jsonl": READ,
    "matrices/1-126.mat": "is no MATLAB 5 file with EMNIST's data set in it",
    "models/acc.safetensors": READ,
    "models/arch_params.safetensors": "describes a network that cannot be built",
    "models/drop400.safetensors": TOO_LARGE,
    "models/dtype_bool.safetensors": READ,
    "models/dtype_i4.safetensors": READ,
    "models/formatinf.safetensors": "saved by a newer handdigit",
    "models/header1g.safetensors": NO_MODEL,
    "models/headerzero.safetensors": NO_MODEL,
    "models/hugew.safetensors": NOT_FINITE,
    "models/mean400.safetensors": NO_DESCRIPTION,
    "models/memory.safetensors": "more than 2,097,152 values",
    "models/meanbool.safetensors": NO_DESCRIPTION,
    "models/meanhuge.safetensors": NOT_FINITE,
    "models/namesurr.safetensors": READ,
    "models/nocreated.safetensors": READ,
    "models/notjson.safetensors": NO_DESCRIPTION,
    "models/rescale1e300.safetensors": NOT_FINITE,
    "models/std0.safetensors": NO_DESCRIPTION,
    "models/stdtiny.safetensors": NOT_FINITE,
    "models/temp400.safetensors": NO_DESCRIPTION,
    "models/temptiny.safetensors": READ,
    "networks/n_drop400.txt": TOO_LARGE,
    "networks/long_name.txt": "…",
    "networks/n_hex.txt": TOO_LARGE,
    "pictures/77-291": "is damaged: its picture cannot be decoded",
    "pictures/animated_3.gif": READ,
    "pictures/exif-1.jpeg": READ,
    "pictures/exif-11.jpeg": READ,
    "pictures/exif-13.png": READ,
    "pictures/exif-15.jpeg": READ,
    "pictures/exif-17.jpeg": READ,
    "pictures/exif-19.webp": READ,
    "pictures/exif-20.webp": READ,
    "pictures/exif-22.jpeg": READ,
    "pictures/exif-24.jpeg": READ,
    "pictures/exif-26.webp": READ,
    "pictures/exif-28.jpeg": READ,
    "pictures/exif-3.webp": READ,
    "pictures/exif-31.webp": READ,
    "pictures/exif-4.webp": READ,
    "pictures/exif-6.png": READ,
    "pictures/exif-8.webp": READ,
    "pictures/exif.png": READ,
    "pictures/json_named.png": NO_PICTURE,
    "pictures/p100000x1.png": READ,
    "pictures/p1x100000.png": READ,
    "pictures/still_3.gif": READ,
    "pictures/x_3.svg": READ,
    "pictures/zero.png": NO_PICTURE,
    "recipes/f_deep.toml": "a number too long, or lists or names nested",
    "recipes/f_int5000.toml": "a number too long, or lists or names nested",
    "recipes/r_hex.toml": "epochs must be at most 100,000, not one of many digits",
    "recipes/tiny.toml": READ,
    "recipes/r_int400.toml": "epochs must be at most 100,000, not one of many digits",
    "tables/nan_label.csv": "is no table of labelled pictures",
}

Command = Callable[..., str]
"""Takes arguments of the program, returns what it said on the error output."""


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    def run(*arguments: object) -> str:
        status = main(["--data-dir", str(tmp_path / "data"), *map(str, arguments)])
        printed = capsys.readouterr()
        lines = printed.err.splitlines(keepends=True)
        refused = "".join(line for line in lines if not line.endswith(NOTED))
        assert status == (1 if refused else 0)
        assert "nan" not in printed.out
        return refused

    return run


def said_of_ink(path: Path, command: Command, tmp_path: Path) -> str:
    said = command("classify", path)
    with SampleStore(tmp_path / "samples.sqlite") as samples:
        try:
            samples.add_all(read_new_samples(path))
        except HanddigitError as error:
            refused = str(error)
        else:
            refused = READ
    # What is no ink is no sample either; an ink may have no label.
    assert refused in said or "has no label" in refused
    return said


def said_of_model(path: Path, command: Command, tmp_path: Path) -> str:
    said = command("classify", "--model", path, SEVEN)
    refused = command("models", "import", path)
    assert refused == said
    assert command("models") == command("models", "--json") == command("ladder") == ""
    return said


def said_of_idx(path: Path, command: Command, tmp_path: Path) -> str:
    try:
        read_idx(path)
    except HanddigitError as error:
        return f"handdigit: {error}\n"
    return READ


def said_of_faulty_list(path: Path, command: Command, tmp_path: Path) -> str:
    inks = tmp_path / "inks.jsonl"
    inks.write_text('{"strokes": [[[0, 0], [0, 1]]], "label": 1}')
    return command("evaluate", inks, "--without", path)


SAID: dict[str, Callable[[Path, Command, Path], str]] = {
    "arrays": lambda path, command, _: command("evaluate", path),
    "faulty_lists": said_of_faulty_list,
    "idx": said_of_idx,
    "inks": said_of_ink,
    "matrices": lambda path, command, _: command("evaluate", path),
    "models": said_of_model,
    "networks": lambda path, command, _: command("train", "--network", path),
    "pictures": lambda path, command, _: command("classify", path),
    "recipes": lambda path, command, _: command("train", "--recipe", path),
    "tables": lambda path, command, _: command("evaluate", path),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_it_is_read_or_refused_with_one_sentence(name: str, command: Command, tmp_path: Path):
    path = HERE / name
    said = SAID[path.parent.name](path, command, tmp_path)
    if SENTENCES[name] == READ:
        assert said == ""
    else:
        assert said.startswith("handdigit: ")
        assert said.endswith(".\n")
        assert said.count("\n") == 1
        assert SENTENCES[name] in said


def test_every_file_has_its_line():
    files = {p.relative_to(HERE).as_posix() for kind in SAID for p in (HERE / kind).iterdir()}
    assert files == set(SENTENCES)

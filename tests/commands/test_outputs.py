"""What the commands write: where nothing is, or where it may replace what is there.

The options are found by walking the parser, so a new one is tried with the others.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from handdigit import cli
from handdigit.cli import main
from handdigit.commands.arguments import make_parser
from handdigit.storage.atomic import claimed
from handdigit.storage.models.import_export import with_suffix
from handdigit.storage.paths import ASSETS
from tests.training.small_data import NAMES

ROOT = Path(__file__).parents[2]
SEVEN = str(ASSETS / "examples" / "seven.json")
WINDOW = ("", "screenshot")
COMMANDS = {
    WINDOW: ["--open", SEVEN, "--model", "small", "--screenshot", "{out}"],
    ("explain", "out"): ["explain", SEVEN, "--why", "gradient", "--out", "{out}"],
    ("train", "out"): [
        *("train", "--data", "{inks}", "--network", "softmax-regression", "--epochs", "1"),
        *("--out", "{out}"),
    ],
    ("fit-handwriting", "out"): ["fit-handwriting", "{inks}", "--out", "{out}"],
    ("fit-gate", "out"): [
        *("fit-gate", "--data", "{inks}", "--epochs", "1", "--generated", "100"),
        *("--digits", "100", "--out", "{out}"),
    ],
    ("models export", "file"): ["models", "export", "small", "{out}"],
}
"""How each command is to write a file: by its name and the option that names the file."""
READ = {
    ("", "open"),
    ("", "data_dir"),
    ("classify", "files"),
    ("evaluate", "data"),
    ("evaluate", "gate"),
    ("explain", "file"),
    ("fit-handwriting", "inks"),
    ("fit-gate", "start"),
    ("fit-gate", "drawings"),
    ("report", "drawing"),
    ("fetch-data", "source"),
}
"""Options and arguments with files that are read, or with the data folder."""


def parsers(parser: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, object]]:
    """Yield every command's name and parser."""
    yield name, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, sub in action.choices.items():
                yield from parsers(sub, f"{name} {word}".strip())


def path_options() -> set[tuple[str, str]]:
    return {
        (name, action.dest)
        for name, parser in parsers(make_parser())
        for action in parser._actions
        if action.type in (Path, with_suffix)
        if action.dest != "data_dir" or not name
    }


def test_every_path_that_a_command_takes_is_read_or_written_here():
    assert path_options() == READ | set(COMMANDS)
    written = {
        (name, parser.get_default("written"))
        for name, parser in parsers(make_parser())
        if parser.get_default("written")
    }
    assert written == set(COMMANDS)


@pytest.fixture(scope="module")
def inks(tmp_path_factory) -> Path:
    """Return a file of a few inks a digit."""
    path = tmp_path_factory.mktemp("inks") / "few.jsonl"
    drawn = [json.loads((ASSETS / "examples" / f"{name}.json").read_text()) for name in NAMES]
    lines = [json.dumps(ink | {"label": digit}) for digit, ink in enumerate(drawn)] * 6
    path.write_text("\n".join(lines))
    return path


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "thesis.safetensors"


@pytest.fixture(params=COMMANDS, ids=[" ".join(key).strip() for key in COMMANDS])
def command(request, tmp_path, out, inks) -> list[str]:
    """Return what is given to the program to have it write ``out``."""
    given = [word.format(out=out, inks=inks) for word in COMMANDS[request.param]]
    return ["--data-dir", str(tmp_path / "data"), *given]


def test_no_command_replaces_a_file_unasked(command, out, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("RANK", "1")  # left over from somewhere: this is no process of several
    out.write_text("years of work")
    assert main(command) == 1
    assert capsys.readouterr().err == (
        f"handdigit: {out} is there already: name another file, or replace it with --overwrite.\n"
    )
    assert list(tmp_path.iterdir()) == [out]
    assert out.read_text() == "years of work"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe with a name")
def test_no_command_puts_a_file_in_the_place_of_a_pipe(command, out, tmp_path, capsys):
    os.mkfifo(out)  # as a device: what /dev/null is to every program goes for good
    assert main([*command, "--overwrite"]) == 1
    assert capsys.readouterr().err == (f"handdigit: {out} is a pipe or a device: name a file.\n")
    assert list(tmp_path.iterdir()) == [out]
    assert out.is_fifo()


def test_no_command_makes_what_another_makes(command, out, tmp_path, capsys):
    with claimed(out):
        assert main(command) == 1
    assert f"Another handdigit is going to write {out}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != WINDOW], indirect=True)
def test_a_file_that_comes_meanwhile_stays(command, out, capsys, monkeypatch):
    run = cli._run

    def comes_first(options, paths):
        out.write_text("another's")
        return run(options, paths)

    monkeypatch.setattr(cli, "_run", comes_first)
    assert main(command) == 1
    require_kept_beside(out, capsys.readouterr().err)


COMES_FIRST = """
import sys
from pathlib import Path
from handdigit import cli
run = cli._run
def comes_first(options, paths):
    Path(sys.argv[1]).write_text("another's")
    return run(options, paths)
cli._run = comes_first
sys.exit(cli.main(sys.argv[2:]))
"""


@pytest.mark.parametrize("command", [WINDOW], indirect=True)
def test_nor_does_a_picture_of_the_window_replace_it(command, out):
    # A process has one QApplication, which the other tests have made as they need it.
    given = [sys.executable, "-c", COMES_FIRST, str(out), *command]
    done = subprocess.run(given, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    require_kept_beside(out, done.stderr)


def require_kept_beside(out: Path, told: str) -> None:
    kept = out.with_name("thesis-2.safetensors")
    assert f"{out} is there and was not to be replaced" in told
    assert f"kept beside it as {kept.name}" in told
    assert out.read_text() == "another's"
    assert kept.stat().st_size > 500
    assert not list(out.parent.glob(".*"))

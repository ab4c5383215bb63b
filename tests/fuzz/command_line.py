"""Orders for the command line, made of its own table of commands and options.

An order is a file with a JSON list of words, so that one that failed can be kept like any other.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from unittest import mock

from handdigit import cli
from handdigit.commands.arguments import make_parser
from handdigit.errors import HanddigitError
from handdigit.storage.files import read_text
from handdigit.storage.paths import ASSETS
from tests.fuzz.mutation import EXTREMES

CORPUS = Path(__file__).parent / "corpus"
FILES = {
    "seven.json": ASSETS / "examples" / "seven.json",
    "digits.jsonl": CORPUS / "inks" / "digits.jsonl",
    "picture.png": CORPUS / "pictures" / "grey.png",
    "blocks.safetensors": CORPUS / "models" / "blocks.safetensors",
    "votes.safetensors": CORPUS / "models" / "votes.safetensors",
    "gate.safetensors": CORPUS / "gates" / "gate.safetensors",
    "t10k-labels-idx1-ubyte": CORPUS / "idx" / "t10k-labels-idx1-ubyte",
    "plain.txt": CORPUS / "networks" / "plain.txt",
    "list.toml": CORPUS / "faulty_lists" / "short.toml",
    "small.toml": ASSETS / "recipes" / "small.toml",
}
"""What lies in the folder that the orders name files of."""
_WORDS = (
    *FILES,
    *(
        "new.safetensors",
        "none.json",
        ".",
        "/",
        "",
        " ",
        "é",
        "a\nb",
        "\udcff",
        "x" * 300,
        "-",
        "--",
    ),
    *(
        "default",
        "small",
        "mnist",
        "samples",
        "held-out",
        "generated",
        "mnist:.",
        "conv1",
        "7",
        "0",
    ),
    *("rotate=8", "rotate=1e999", "epochs=2", "seed=" + "9" * 5000, "optimiser=adam", "a=b", "="),
    *("augmentation=1", "network=1", "network=Linear(10)", "dropout=null", "○ △ □", "a a", "de"),
)


def change_order(rng: Random, content: bytes) -> bytes:
    """Return a good order with a word changed or an option added, or one of chosen arguments."""
    words = json.loads(content)
    parser, names = make_parser(), []
    while (commands := _commands(parser)) and rng.random() < 0.98:
        name = next((word for word in words if word in commands), rng.choice([*commands]))
        if rng.random() < 0.3 or name in names:
            words, name = [], rng.choice([*commands])
        names.append(name)
        parser = commands[name]
    if not words:
        words = [*names, *_arguments(rng, parser)]
    for _ in range(rng.choice((0, 1, 1, 2))):
        action = rng.choice(_takeable(parser))
        if action.option_strings:
            words += [rng.choice(action.option_strings), *_values(rng, action)]
        else:
            words[rng.randrange(len(words))] = _value(rng, action)
        # A byte that is no text is handed over as this half of a character, never as another.
    return json.dumps([word.replace("\ud800", "\udcff") for word in words]).encode()


def _commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def _takeable(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    untaken = (argparse._SubParsersAction, argparse._HelpAction, argparse._VersionAction)
    return [action for action in parser._actions if not isinstance(action, untaken)]


def _arguments(rng: Random, parser: argparse.ArgumentParser) -> list[str]:
    """Return words for what a parser requires, and for some of what it takes."""
    words = []
    for action in _takeable(parser):
        if not action.option_strings:
            words += _values(rng, action)
        elif rng.random() < (0.95 if action.required else 0.2):
            words += [rng.choice(action.option_strings), *_values(rng, action)]
    return words


def _values(rng: Random, action: argparse.Action) -> list[str]:
    if action.nargs == 0:
        return []
    count = rng.choice((1, 1, 1, 2)) if action.nargs == "+" else 1
    return [_value(rng, action) for _ in range(count)]


def _value(rng: Random, action: argparse.Action) -> str:
    if action.dest == "data_dir":  # of nobody's folders
        return rng.choice(("data", "seven.json", "none/none", ""))
    if action.choices and rng.random() < 0.8:
        return str(rng.choice(list(action.choices)))
    if action.dest == "at":
        return f"{rng.choice(EXTREMES)[:9000]},{rng.randrange(30)}"
    is_number = action.type not in (None, Path)
    if rng.random() < (0.9 if is_number else 0.1):
        return rng.choice((rng.choice(EXTREMES)[:9000], str(rng.randrange(-2, 12))))
    return rng.choice((rng.choice(_WORDS), rng.choice([*FILES])))


LONG_WORK = (
    "handdigit.commands.window.open_window",
    "handdigit.commands.train.StoredRun",
    "handdigit.commands.evaluate_number.evaluate_lines",
    "handdigit.commands.evaluate_refusals.generated_strangers",
    "handdigit.commands.fit.font_inks",
    "handdigit.commands.fit.fit_gate",
    "handdigit.commands.fit.fit_head",
    "handdigit.commands.fit.fit_handwriting",
    "handdigit.storage.datasets.labelled_sets.GeneratedSet.drawings",
    "handdigit.storage.datasets.download.urllib.request.urlopen",
)
"""What would open a window, compute for long or ask a network."""


class _BegunError(BaseException):
    """An order got as far as to begin long work; no except clause of the program catches it."""


@contextlib.contextmanager
def _without_long_work() -> Iterator[None]:
    """End an order where a window would open, long computing begin or a network be asked."""

    def begun(*_: object, **__: object) -> None:
        raise _BegunError

    with contextlib.ExitStack() as stack:
        for name in LONG_WORK:
            stack.enter_context(mock.patch(name, begun))
        yield


def carry_out(path: Path) -> None:
    """Carry out an order in the folder that its file lies in, as far as it is no long work.

    Raises:
        HanddigitError: it was refused with these words.
    """
    import torch

    torch.set_num_threads(1)
    try:
        words = json.loads(read_text(path))
    except ValueError:
        raise HanddigitError("This is no list of words.") from None
    for name, source in FILES.items():
        shutil.copyfile(source, path.with_name(name))
    said, complained = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(path.parent),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(complained),
        mock.patch.object(sys, "stdin", io.StringIO()),
        _without_long_work(),
    ):
        try:
            status = cli.main(["--data-dir", "data", *words])
        except SystemExit as end:
            status = end.code
        except _BegunError:
            return
    lines = complained.getvalue().splitlines()
    match status:
        case 0:
            assert not {"nan%", "inf%", "NaN"} & set(said.getvalue().split())
        case 1:
            assert lines
            for line in lines:
                assert line.startswith("handdigit: ")
            raise HanddigitError(lines[-1])
        case 2:
            assert ": error: " in lines[-1]
            raise HanddigitError(f"{lines[-1]}.")
        case _:
            raise AssertionError(status)

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
        "\ud800",
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


def random_order(rng: Random, _: bytes) -> bytes:
    """Return a command with some of its arguments, most of them as the table has them."""
    parser, words = make_parser(), list[str]()
    while True:
        chosen, following = _arguments(rng, parser)
        words += chosen
        if following is None or rng.random() < 0.02:
            return json.dumps(words).encode()
        name, parser = rng.choice(following)
        words.append(name)


def _arguments(
    rng: Random, parser: argparse.ArgumentParser
) -> tuple[list[str], list[tuple[str, argparse.ArgumentParser]] | None]:
    """Return words for a parser's arguments, and the commands that may follow."""
    words, following = [], None
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            following = [*action.choices.items()]
        elif action.option_strings:
            if "--help" in action.option_strings or rng.random() > _likelihood(action):
                continue
            words += [rng.choice(action.option_strings), *_values(rng, action)]
        else:
            words += _values(rng, action)
    return words, following


def _likelihood(action: argparse.Action) -> float:
    return 0.95 if action.required else 0.25


def _values(rng: Random, action: argparse.Action) -> list[str]:
    if action.nargs == 0:
        return []
    count = rng.choice((1, 1, 1, 2)) if action.nargs == "+" else 1
    return [_value(rng, action) for _ in range(count)]


def _value(rng: Random, action: argparse.Action) -> str:
    if action.dest == "data_dir":  # of nobody's folders
        return rng.choice(("data", "seven.json", "none/none", "\0"))
    if action.choices and rng.random() < 0.8:
        return str(rng.choice(list(action.choices)))
    if action.type in (int, float) or rng.random() < 0.1:
        return rng.choice((rng.choice(EXTREMES)[:9000], str(rng.randrange(-2, 12))))
    if action.dest == "at":
        return f"{rng.choice(EXTREMES)[:9000]},{rng.randrange(30)}"
    return rng.choice(_WORDS)


class _BegunError(BaseException):
    """An order got as far as to begin long work; no except clause of the program catches it."""


@contextlib.contextmanager
def _without_long_work() -> Iterator[None]:
    """End an order where a window would open, a training begin or a network be asked."""

    def begun(*_: object, **__: object) -> None:
        raise _BegunError

    with contextlib.ExitStack() as stack:
        for name in (
            "handdigit.commands.window.open_window",
            "handdigit.commands.train.StoredRun",
            "handdigit.commands.fit.fit_gate",
            "handdigit.commands.fit.fit_handwriting",
            "handdigit.storage.datasets.download.urllib.request.urlopen",
        ):
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
        words = json.loads(path.read_bytes())
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
            assert not {"nan%", "inf%"} & set(said.getvalue().split())
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

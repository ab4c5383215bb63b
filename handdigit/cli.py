"""The command line: ``handdigit`` opens the window, its subcommands work without one."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from handdigit import __version__
from handdigit.commands.arguments import (
    add_model_actions,
    add_number_measuring,
    add_number_reading,
    add_refusal_measuring,
    run_number_measuring,
    run_number_reading,
    run_refusal_measuring,
)
from handdigit.engine.process import let_idle_threads_sleep
from handdigit.engine.protocol.requests import ATTRIBUTION_METHODS
from handdigit.errors import HanddigitError
from handdigit.network.recognition import DEVICES
from handdigit.storage.paths import AppPaths


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0 done, 1 some input failed, 2 misuse."""
    let_idle_threads_sleep()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a file name may be in no encoding at all
            stream.reconfigure(errors="backslashreplace")
    options = make_parser().parse_args(arguments)
    paths = AppPaths(options.data_dir) if options.data_dir else AppPaths.default()
    try:
        return _run(options, paths)
    except HanddigitError as error:
        print(f"handdigit: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except BrokenPipeError:
        # The reader of our output has gone; without this Python complains again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"handdigit: {error.strerror or error}.", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return 130


def _run(options: argparse.Namespace, paths: AppPaths) -> int:
    # Imported one by one: torch takes seconds, and the window must never load it.
    match options.command:
        case "classify" if options.number:
            return run_number_reading(options, paths)
        case "evaluate" if options.number:
            return run_number_measuring(options, paths)
        case "classify":
            from handdigit.commands.classify import classify_files

            return classify_files(
                options.files, paths, options.model, options.device, as_json=options.json
            )
        case "evaluate" if options.refusals:
            return run_refusal_measuring(options, paths)
        case "evaluate":
            from handdigit.commands.evaluate import evaluate_sets

            return evaluate_sets(
                options.data,
                paths,
                options.model,
                options.device,
                as_json=options.json,
                record=options.record,
                without=options.without,
            )
        case "explain" if options.why:
            from handdigit.commands.explain import explain_answer

            return explain_answer(options, paths)
        case "explain":
            from handdigit.commands.explain import explain_file

            return explain_file(options, paths)
        case "fit-handwriting":
            from handdigit.commands.fit import fit_handwriting_file

            return fit_handwriting_file(options, as_json=options.json)
        case "fit-gate":
            from handdigit.commands.fit import fit_gate_file

            return fit_gate_file(options, paths, as_json=options.json)
        case "train":
            from handdigit.commands.train import train_model

            return train_model(options, paths, as_json=options.json)
        case "models":
            from handdigit.commands.models import manage_models

            return manage_models(options, paths)
        case "ladder":
            from handdigit.commands.ladder import show_ladder

            return show_ladder(paths, as_json=options.json)
        case "fetch-data":
            from handdigit.commands.fetch_data import fetch_data

            return fetch_data(options.source, paths, as_json=options.json)
        case _:
            from handdigit.commands.window import open_window

            return open_window(options, paths)


def make_parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    parser = argparse.ArgumentParser(
        prog="handdigit",
        description="Draw digits, see a convolutional network read them, look inside it. "
        "Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"handdigit {__version__}")
    parser.add_argument("--open", type=Path, metavar="FILE", help="a picture or ink to begin with")
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="PNG",
        help="save the window with its answer as a picture and exit; needs no display",
    )
    parser.add_argument(
        "--language",
        metavar="CODE",
        help="of the window, as in de or pt_BR (default: the system's)",
    )
    _add_data_dir(parser)
    _add_model(parser)
    _add_device(parser)
    parser.set_defaults(data_dir=None, model=None, device="auto", json=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(
        name: str, text: str, *, asks_model: bool = False, computes: bool = False
    ) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        _add_data_dir(sub)
        if asks_model:
            _add_model(sub)
        if asks_model or computes:
            _add_device(sub)
        sub.add_argument("--json", action="store_true", help="one JSON object a line")
        return sub

    classify = command("classify", "Read digits in pictures and ink files.", asks_model=True)
    classify.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="picture, .json ink or .jsonl[.gz] inks"
    )
    add_number_reading(classify)
    evaluate = command("evaluate", "Measure a model on labelled digits.", asks_model=True)
    evaluate.add_argument(
        "data",
        nargs="+",
        type=Path,
        metavar="DATA",
        help="mnist (its test part), samples, held-out, generated, folder of MNIST files, "
        "pair of idx files, or .jsonl[.gz] inks with labels",
    )
    evaluate.add_argument(
        "--record",
        action="store_true",
        help="write the accuracies into the model file, for models, ladder and the window to show",
    )
    evaluate.add_argument(
        "--without",
        metavar="LIST",
        help="measure also without the faulty drawings of a list: unipen_dev, or a .toml file",
    )
    add_number_measuring(evaluate)
    add_refusal_measuring(evaluate)
    explain = command(
        "explain",
        "Write out the sum behind one unit, or map what decided the answer.",
        asks_model=True,
    )
    explain.add_argument("file", type=Path, metavar="FILE", help="picture or ink")
    what = explain.add_mutually_exclusive_group()
    what.add_argument("--layer", metavar="NAME", help="without it the layers are listed")
    what.add_argument(
        "--why",
        choices=ATTRIBUTION_METHODS,
        metavar="METHOD",
        help=f"map which pixels decided: {', '.join(ATTRIBUTION_METHODS)}",
    )
    explain.add_argument("--channel", type=int, metavar="C", help="map, or feature of a vector")
    explain.add_argument("--at", type=_place, metavar="ROW,COL", help="place in the map")
    explain.add_argument("--target", metavar="D", help="why this digit (default: the answer)")
    explain.add_argument("--against", metavar="D", help="and not that one")
    explain.add_argument("--out", type=Path, metavar="PNG", help="where --why puts its picture")
    train = command("train", "Train a network.", computes=True)
    train.add_argument(
        "--recipe",
        metavar="NAME|FILE",
        help="a recipe or .toml file (default: medium, or generated where no data is named)",
    )
    train.add_argument(
        "--network",
        metavar="NAME|FILE",
        help="a network, or text file of layers, instead of the recipe's",
    )
    train.add_argument(
        "--data",
        dest="sources",
        action="append",
        metavar="SOURCE",
        help="generated (the default), samples, mnist, mnist:DIR or a .jsonl[.gz] file of labelled "
        "inks; may be repeated",
    )
    train.add_argument(
        "--start",
        metavar="NAME|PATH",
        help="go on from this model's weights, with its network unless a recipe is named",
    )
    train.add_argument(
        "--alphabet",
        metavar="NAMES",
        help='other classes than digits, as the data calls them, with spaces between: "○ △ □"',
    )
    train.add_argument("--epochs", type=int, metavar="N", help="instead of the recipe's")
    train.add_argument(
        "--set",
        dest="settings",
        action="append",
        metavar="NAME=VALUE",
        help="any setting instead of the recipe's, as in rotate=8 or optimiser=adam; may be "
        "repeated",
    )
    train.add_argument("--seed", type=int, metavar="N", help="instead of the recipe's")
    train.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="the model file (default: a new one among the user's models)",
    )
    train.add_argument(
        "--resume", action="store_true", help="go on with the interrupted run that was to write it"
    )
    fit = command("fit-handwriting", "Fit the model that writes generated digits.")
    fit.add_argument(
        "inks", nargs="+", type=Path, metavar="INKS", help=".jsonl[.gz] inks with labels"
    )
    fit.add_argument("--out", type=Path, required=True, metavar="FILE", help="a .safetensors file")
    gate = command("fit-gate", "Fit the network that says what is no digit.")
    gate.add_argument(
        "--data",
        dest="sources",
        action="append",
        metavar="SOURCE",
        help="digits, named as for train; may be repeated",
    )
    gate.add_argument(
        "--fonts", action="store_true", help="learn from the letters of this computer's fonts too"
    )
    gate.add_argument("--epochs", type=int, metavar="N", help="instead of the recipe's")
    gate.add_argument("--generated", type=int, metavar="N", help="generated digits in an epoch")
    gate.add_argument(
        "--learning-rate", type=float, metavar="RATE", help="the highest, instead of the recipe's"
    )
    gate.add_argument("--start", type=Path, metavar="FILE", help="go on from this gate's weights")
    gate.add_argument(
        "--digits",
        type=int,
        default=40_000,
        metavar="N",
        help="so many digits are written, to be varied and spoiled again and again (40,000)",
    )
    gate.add_argument("--seed", type=int, metavar="N", help="instead of the recipe's")
    gate.add_argument("--out", type=Path, required=True, metavar="FILE", help="a .safetensors file")
    add_model_actions(
        command("models", "List the models; rename, delete, import, export them, let them vote."),
        _add_data_dir,
    )
    command("ladder", "How each net of the source material reads, from one dense layer upwards.")
    fetch = command("fetch-data", "Fetch MNIST, to train and measure with.")
    fetch.add_argument("what", choices=["mnist"], help="60,000 digits to train on, 10,000 to test")
    fetch.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="DIR",
        help="take the four files from this folder instead of the network",
    )
    return parser


def _place(text: str) -> tuple[int, int]:
    row, _, column = text.partition(",")
    try:
        return int(row), int(column)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not ROW,COL, as in 5,6") from None


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    _add_everywhere(
        parser,
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep everything that is written in DIR",
    )


def _add_model(parser: argparse.ArgumentParser) -> None:
    _add_everywhere(parser, "--model", metavar="NAME|PATH", help="the model that answers")


def _add_device(parser: argparse.ArgumentParser) -> None:
    _add_everywhere(
        parser, "--device", choices=DEVICES, help="where it runs (default: a GPU if there is one)"
    )


def _add_everywhere(parser: argparse.ArgumentParser, name: str, **keywords: Any) -> None:
    """Add what stands before or after a subcommand's name alike.

    No default here: a subcommand's would undo what was given before its name.
    """
    parser.add_argument(name, default=argparse.SUPPRESS, **keywords)

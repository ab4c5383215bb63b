"""What the commands take. Apart from what they do: the parser is needed whichever is run."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from pathlib import Path

from handdigit.commands.argument_types import number, place, whole_number
from handdigit.commands.options import (
    PROGRAM,
    add_data_dir,
    add_device,
    add_model,
    add_out,
    add_overwrite,
    window_options,
)
from handdigit.engine.protocol.requests import ATTRIBUTION_METHODS
from handdigit.network.recognition import VotingRule
from handdigit.storage.models.import_export import with_suffix
from handdigit.storage.models.model_store import DEFAULT_MODEL
from handdigit.storage.models.precision import Precision

MOST_DIGITS, MOST_LINES, MOST_LENGTH = 1_000_000, 1_000_000, 40
"""Digits that are written at once, lines that are composed, digits of one: all are held."""


def make_parser() -> argparse.ArgumentParser:
    """Return what reads the command line, but for a file in the place of a command."""
    return parser_and_commands()[0]


def parser_and_commands() -> tuple[argparse.ArgumentParser, Collection[str]]:
    """Return what :func:`make_parser` does, and the names of the commands."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Draw digits, see a convolutional network read them, look inside it. "
        "Without a command the window opens; `handdigit FILE` opens a picture, an ink or a model "
        "in it.",
        parents=[window_options()],
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(
        name: str, text: str, *, asks_model: bool = False, computes: bool = False
    ) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        add_data_dir(sub)
        if asks_model:
            add_model(sub)
        if asks_model or computes:
            add_device(sub)
        sub.add_argument("--json", action="store_true", help="one JSON object a line")
        sub.set_defaults(written=None)
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
    explain.add_argument(
        "--channel", type=whole_number(0), metavar="C", help="map, or feature of a vector"
    )
    explain.add_argument("--at", type=place, metavar="ROW,COL", help="place in the map")
    explain.add_argument("--target", metavar="D", help="why this digit (default: the answer)")
    explain.add_argument("--against", metavar="D", help="and not that one")
    add_out(explain, "--out", metavar="PNG", help="where --why puts its picture")
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
        "--teacher",
        metavar="NAME|PATH",
        help="learn this model's answers beside the labels; a network that is this one's but "
        "narrower begins with its most useful channels",
    )
    train.add_argument(
        "--alphabet",
        metavar="NAMES",
        help='other classes than digits, as the data calls them, with spaces between: "○ △ □"',
    )
    train.add_argument("--epochs", type=whole_number(), metavar="N", help="instead of the recipe's")
    train.add_argument(
        "--set",
        dest="settings",
        action="append",
        metavar="NAME=VALUE",
        help="any setting instead of the recipe's, as in rotate=8 or optimiser=adam; may be "
        "repeated",
    )
    train.add_argument("--seed", type=whole_number(), metavar="N", help="instead of the recipe's")
    add_out(
        train,
        "--out",
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
    add_out(fit, "--out", required=True, metavar="FILE", help="a .safetensors file")
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
    gate.add_argument("--epochs", type=whole_number(1), metavar="N", help="instead of the recipe's")
    gate.add_argument(
        "--generated", type=whole_number(1), metavar="N", help="generated digits in an epoch"
    )
    gate.add_argument(
        "--learning-rate",
        type=number(0, 1000),
        metavar="RATE",
        help="the highest, instead of the recipe's",
    )
    gate.add_argument("--start", type=Path, metavar="FILE", help="go on from this gate's weights")
    gate.add_argument(
        "--head",
        choices=[DEFAULT_MODEL],
        help="keep the network (of --start, or the shipped one), and fit a head for it on the "
        "layers of this model",
    )
    gate.add_argument(
        "--sheets",
        type=whole_number(1),
        default=250,
        metavar="N",
        help="sheets of 2,000 drawings that a head learns (250)",
    )
    gate.add_argument(
        "--drawings",
        type=Path,
        metavar="DIR",
        help="keep these sheets there, and take those that are there already",
    )
    gate.add_argument(
        "--digits",
        type=whole_number(1, MOST_DIGITS),
        default=40_000,
        metavar="N",
        help="so many digits are written, to be varied and spoiled again and again (40,000)",
    )
    gate.add_argument("--seed", type=whole_number(0), metavar="N", help="instead of the recipe's")
    add_out(gate, "--out", required=True, metavar="FILE", help="a .safetensors file")
    add_model_actions(
        command("models", "List the models; rename, delete, import, export them, let them vote."),
        add_data_dir,
    )
    command("ladder", "How each net of the source material reads, from one dense layer upwards.")
    report = command("report", "What to send along when something does not work.", computes=True)
    report.add_argument(
        "--drawing",
        type=Path,
        metavar="INK",
        help="tell the strokes of this ink too (default: nothing of what was drawn)",
    )
    fetch = command("fetch-data", "Fetch MNIST, to train and measure with.")
    fetch.add_argument("what", choices=["mnist"], help="60,000 digits to train on, 10,000 to test")
    fetch.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="DIR",
        help="take the four files from this folder instead of the network",
    )
    return parser, commands.choices


def add_model_actions(
    parser: argparse.ArgumentParser, add_shared: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Add the actions, each with the option that all commands share; none lists the models."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")

    def action(name: str, text: str, *arguments: tuple[str, str]) -> argparse.ArgumentParser:
        sub = actions.add_parser(name, help=text, description=text)
        for argument, metavar in arguments:
            sub.add_argument(argument, metavar=metavar)
        add_shared(sub)
        sub.add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS, help="print JSON"
        )
        return sub

    of = ("name", "NAME")
    action("rename", "Give a version another name.", of, ("to", "NEW"))
    action("annotate", "Write a note about a version.", of, ("note", "TEXT"))
    delete = action("delete", "Delete a version.", of)
    delete.add_argument("--yes", action="store_true", help="do not ask")
    action("import", "Copy a model file in.", ("file", "FILE"))
    export = action("export", "Copy a version out.", of)
    export.add_argument("file", type=with_suffix, metavar="FILE")
    add_overwrite(export, "file")
    export.add_argument(
        "--precision",
        choices=tuple(Precision),
        help="round the weights: half the size, or a quarter with a byte each; to be measured anew",
    )
    action("activate", "Let a version answer in the window from its next start.", of)
    ensemble = action("ensemble", "Let several versions vote as one.", of)
    average = action("average", "Make one network with the mean of several versions' weights.", of)
    for together in (ensemble, average):
        together.add_argument("--of", dest="members", nargs="+", required=True, metavar="MEMBER")
    ensemble.add_argument(
        "--rule",
        choices=[str(rule) for rule in VotingRule],
        default=str(VotingRule.MEAN),
        help="mean of the probabilities, majority, or looks: the mean of five looks of each, half "
        "a pixel apart, which takes longer (default: mean)",
    )


def add_number_reading(classify: argparse.ArgumentParser) -> None:
    """Let ``classify`` read whole numbers."""
    classify.add_argument(
        "--number",
        action="store_true",
        help="each ink is a line of digits, such as 2026 or a phone number",
    )


def add_number_measuring(evaluate: argparse.ArgumentParser) -> None:
    """Let ``evaluate`` measure the reading of whole numbers."""
    group = evaluate.add_argument_group("numbers")
    group.add_argument(
        "--number",
        action="store_true",
        help="compose numbers of the digits in all of DATA, labelled inks, and read them",
    )
    group.add_argument(
        "--lines", type=whole_number(1, MOST_LINES), default=500, metavar="N", help="how many (500)"
    )
    group.add_argument(
        "--length",
        type=whole_number(1, MOST_LENGTH),
        default=4,
        metavar="N",
        help="digits of each (4)",
    )
    group.add_argument(
        "--seed", type=whole_number(0), default=1, metavar="N", help="of the composing (1)"
    )
    group.add_argument(
        "--joined",
        type=number(0, 1),
        default=0.0,
        metavar="SHARE",
        help="how often the pen is not lifted between two digits (0)",
    )


def add_refusal_measuring(evaluate: argparse.ArgumentParser) -> None:
    """Let ``evaluate`` measure what is refused."""
    group = evaluate.add_argument_group("refusals")
    group.add_argument(
        "--refusals",
        action="store_true",
        help="count what is refused as no digit, and what the model still reads as an unusual "
        "one: of DATA (inks without a digit as their label are no digits) and of a generated "
        "test set",
    )
    group.add_argument(
        "--gate", type=Path, metavar="FILE", help="the gate to measure (default: the shipped one)"
    )

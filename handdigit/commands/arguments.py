"""What ``handdigit models`` takes. Apart from what it does: the parser is always needed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from handdigit.network.voting import Rule
from handdigit.storage.models.precision import Precision
from handdigit.storage.paths import AppPaths


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
    export = action("export", "Copy a version out.", of, ("file", "FILE"))
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
        choices=[str(rule) for rule in Rule],
        default=str(Rule.MEAN),
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
    group.add_argument("--lines", type=int, default=500, metavar="N", help="how many (500)")
    group.add_argument("--length", type=int, default=4, metavar="N", help="digits of each (4)")
    group.add_argument("--seed", type=int, default=1, metavar="N", help="of the composing (1)")
    group.add_argument(
        "--joined",
        type=float,
        default=0.0,
        metavar="SHARE",
        help="how often the pen is not lifted between two digits (0)",
    )


def run_number_reading(options: argparse.Namespace, paths: AppPaths) -> int:
    """Run ``classify --number`` and return its exit status."""
    from handdigit.commands.classify import classify_numbers

    return classify_numbers(
        options.files, paths, options.model, options.device, as_json=options.json
    )


def run_number_measuring(options: argparse.Namespace, paths: AppPaths) -> int:
    """Run ``evaluate --number`` and return its exit status."""
    from handdigit.commands.evaluate_number import evaluate_numbers

    return evaluate_numbers(
        options.data,
        paths,
        options.model,
        options.device,
        lines=options.lines,
        length=options.length,
        seed=options.seed,
        joined=options.joined,
        as_json=options.json,
        without=options.without,
    )


def add_refusal_measuring(evaluate: argparse.ArgumentParser) -> None:
    """Let ``evaluate`` measure what is refused."""
    group = evaluate.add_argument_group("refusals")
    group.add_argument(
        "--refusals",
        action="store_true",
        help="count what is refused as no digit: of DATA (inks without a digit as their label "
        "are no digits) and of a generated test set",
    )
    group.add_argument(
        "--gate", type=Path, metavar="FILE", help="the gate to measure (default: the shipped one)"
    )


def run_refusal_measuring(options: argparse.Namespace, paths: AppPaths) -> int:
    """Run ``evaluate --refusals`` and return its exit status."""
    from handdigit.commands.evaluate_refusals import evaluate_refusals

    return evaluate_refusals(
        options.data, paths, options.gate, without=options.without, as_json=options.json
    )

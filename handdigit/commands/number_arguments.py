"""Command-line options of the commands that read numbers."""

from __future__ import annotations

import argparse

from handdigit.data.paths import AppPaths


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
    from handdigit.commands.classify_number import classify_numbers

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

"""Command-line options of ``evaluate`` that are about what is refused."""

from __future__ import annotations

import argparse
from pathlib import Path

from handdigit.data.paths import AppPaths


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

"""What ``handdigit models`` takes. Apart from what it does: the parser is always needed."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from handdigit.core.voting import Rule
from handdigit.data.precision import Precision


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

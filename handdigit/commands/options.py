"""The options of the window and those that several commands have."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from handdigit import __version__
from handdigit.commands.argument_types import number, size, unit
from handdigit.engine.process import DEVICES

PROGRAM = "handdigit"


def window_options() -> argparse.ArgumentParser:
    """Return what takes the options of the window; most come before a command as well."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--version", action="version", version=f"handdigit {__version__}")
    parser.add_argument(
        "--open", type=Path, metavar="FILE", help="a picture, an ink or a model to begin with"
    )
    add_out(
        parser,
        "--screenshot",
        metavar="PNG",
        help="save the window with its answer as a picture and exit; needs no display",
    )
    parser.add_argument(
        "--language",
        metavar="CODE",
        help="of the window, as in de or pt_BR (default: the system's)",
    )
    _add_scene(parser)
    add_data_dir(parser)
    add_model(parser)
    add_device(parser)
    parser.set_defaults(
        data_dir=None, model=None, device="auto", json=False, resume=False, command=None
    )
    return parser


def _add_scene(parser: argparse.ArgumentParser) -> None:
    """Add what the window shows when it opens, or in its picture."""
    scene = parser.add_argument_group("what the window shows")
    scene.add_argument("--panel", metavar="NAME", help="in front, as in why or retrain")
    scene.add_argument(
        "--unit",
        type=unit,
        metavar="LAYER,CHANNEL,ROW,COL",
        help="looked at in Inside, counted from 0; of a vector LAYER,FEATURE",
    )
    scene.add_argument("--number", action="store_true", help="read a whole number")
    scene.add_argument("--size", type=size, metavar="WxH", help="of the window, as in 1280x800")
    scene.add_argument(
        "--scale",
        type=number(0.5, 4),
        metavar="N",
        help="pixels that one of them takes, as in 2 (default: the screen's, in a picture 1)",
    )
    scene.add_argument("--dark", action="store_true", help="in the dark colours")


def add_out(parser: argparse.ArgumentParser, name: str, **keywords: Any) -> None:
    """Add where a command writes, and the word that lets it replace what is there."""
    parser.add_argument(name, type=Path, **keywords)
    add_overwrite(parser, name.removeprefix("--"))


def add_overwrite(parser: argparse.ArgumentParser, written: str) -> None:
    """Let a command replace the file that the option ``written`` names."""
    parser.add_argument(
        "--overwrite", action="store_true", help="replace a file that is there already"
    )
    parser.set_defaults(written=written)


def add_data_dir(parser: argparse.ArgumentParser) -> None:
    """Add where everything is kept."""
    _add_everywhere(
        parser,
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep everything that is written in DIR",
    )


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add which model answers."""
    _add_everywhere(parser, "--model", metavar="NAME|PATH", help="the model that answers")


def add_device(parser: argparse.ArgumentParser) -> None:
    """Add where it computes."""
    _add_everywhere(
        parser, "--device", choices=DEVICES, help="where it runs (default: a GPU if there is one)"
    )


def _add_everywhere(parser: argparse.ArgumentParser, name: str, **keywords: Any) -> None:
    """Add what stands before or after a subcommand's name alike.

    No default here: a subcommand's would undo what was given before its name.
    """
    parser.add_argument(name, default=argparse.SUPPRESS, **keywords)

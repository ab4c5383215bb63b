"""The command line as far as the window needs it: the rest is imported where a command is named."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from handdigit.commands.options import PROGRAM, window_options


def read_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what the command line says; ``handdigit FILE`` is ``handdigit --open FILE``.

    That is how a desktop starts a program with a file.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    window = argparse.ArgumentParser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [OPTION...] FILE",
        parents=[window_options()],
        add_help=False,
        allow_abbrev=False,
    )
    window.add_argument("file", nargs="?")
    # An empty name would be the current folder's, or the default's.
    if empty := next((word for word in given if _is_empty(word)), None):
        window.error(f"argument {empty[:-1]}: nothing follows it")
    if "" in given:
        window.error("one word is empty: name what is meant")
    # The first word that no option takes: a command's own options are unknown here.
    options, unknown = window.parse_known_args(given)
    if options.file is None and not unknown:
        return options
    from handdigit.commands.arguments import parser_and_commands

    parser, commands = parser_and_commands()
    if options.file is None or options.file in commands or not _looks_like_file(options.file):
        return parser.parse_args(given)
    if unknown:
        window.error(f"unrecognized arguments: {' '.join(unknown)}")
    if options.open is not None:
        window.error("one file is opened at a time: name it once, with --open or without")
    options.open = Path(options.file)
    return options


def _is_empty(word: str) -> bool:
    """Return whether a word is an option whose value is empty."""
    option, sign, value = word.partition("=")
    return option.startswith("--") and bool(sign) and not value


def _looks_like_file(word: str) -> bool:
    """Return whether a word is no misspelt command."""
    path = Path(word)
    return bool(path.suffix) or len(path.parts) > 1 or os.path.lexists(path)

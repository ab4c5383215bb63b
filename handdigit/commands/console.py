"""What the subcommands print: answers to stdout, troubles to stderr, a line each."""

from __future__ import annotations

import json
import sys

from handdigit.core.recognition import DeviceReport


def say(text: str) -> None:
    """Print one line of result."""
    print(text, flush=True)  # noqa: T201


def say_json(value: object) -> None:
    """Print one JSON object on one line."""
    say(json.dumps(value, ensure_ascii=False))


def complain(error: Exception) -> None:
    """Print one line about an input that failed."""
    print(f"handdigit: {error}", file=sys.stderr, flush=True)  # noqa: T201


def note(text: str) -> None:
    """Print one line to stderr about what was done beside the answers."""
    print(f"handdigit: {text}", file=sys.stderr, flush=True)  # noqa: T201


def tell_device(requested: str, found: DeviceReport) -> None:
    """Print one line if a device that was asked for is not used, and why."""
    if requested not in ("auto", found.device):
        print(f"handdigit: {requested} is not used: {found.reason}.", file=sys.stderr)  # noqa: T201

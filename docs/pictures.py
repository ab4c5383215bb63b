"""Makes the pictures of the README and of these pages anew, from the program itself.

``python docs/pictures.py`` makes all of them, ``python docs/pictures.py why map`` these two. A new
picture is a line in the table.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from handdigit.ink.ink import Ink
from handdigit.storage.datasets.inks import first_sample
from handdigit.storage.paths import ASSETS, EXAMPLE_DIGITS, EXAMPLES

PICTURES = {
    "window": "--open seven.json",
    "inside": "--open seven.json --unit conv2,21,10,12",
    "number": "--open 2026.json --number --unit conv2,21,10,12",
    "why": "--open seven.json --panel why",
    "map": "--open seven.json --panel map",
    "retrain": "--open seven.json --panel retrain",
}
"""Names in assets/ without their ending, and what is typed behind ``handdigit`` for them."""
YEAR = "2026"
PITCH = 0.8
"""From one digit of a number to the next, in canvas units."""


def main(names: list[str]) -> int:
    """Make pictures, or all of them where none is named; return 0."""
    unknown = set(names) - set(PICTURES)
    if unknown:
        sys.exit(f"There are no pictures {', '.join(unknown)}: choose {', '.join(PICTURES)}.")
    for name in names or PICTURES:
        make(name, ASSETS)
        print(ASSETS / f"{name}.png")  # noqa: T201
    return 0


def make(name: str, folder: Path, language: str = "en") -> None:
    """Put one picture into a folder; what is there under its name is replaced.

    ``name`` is one in the table, or the key of a panel.
    """
    with tempfile.TemporaryDirectory(prefix="handdigit-pictures-") as made:
        drawings = Path(made, "drawings")
        drawings.mkdir()
        (drawings / "seven.json").write_bytes((EXAMPLES / "seven.json").read_bytes())
        (drawings / f"{YEAR}.json").write_text(json.dumps(number(YEAR).to_json()))
        typed = arguments(name, folder, made, language)
        subprocess.run([sys.executable, "-m", "handdigit", *typed], cwd=drawings, check=True)


def arguments(name: str, folder: Path, data: str, language: str = "en") -> list[str]:
    """Return what the program is given for a picture, whatever the user's own settings are."""
    where = folder.resolve() / f"{name}.png"
    shown = shlex.split(PICTURES.get(name, f"--open seven.json --panel {name}"))
    return [
        *shown,
        "--language",
        language,
        "--data-dir",
        data,
        "--screenshot",
        str(where),
        "--overwrite",
    ]


def number(text: str) -> Ink:
    """Return the shipped digits side by side."""
    strokes = []
    for place, digit in enumerate(text):
        ink = first_sample(EXAMPLE_DIGITS[int(digit)]).ink
        box = ink.bounds()
        scale = 0.7 / box.height
        at = place * PITCH + PITCH / 2 - (box.left + box.right) / 2 * scale
        strokes += ink.mapped(scale, at, 0.1 - box.top * scale).strokes
    return Ink(tuple(strokes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

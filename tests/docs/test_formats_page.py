"""The page of formats names what the tables of the program have, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from handdigit.gui.state.drawing.exchange import OPEN_SUFFIXES
from handdigit.storage import journal
from handdigit.storage.datasets.picture_sets import TABLES
from handdigit.storage.datasets.pictures import FORMATS
from handdigit.storage.models import gate_file, handwriting_file, model_file
from handdigit.storage.runs import run_spec, run_state
from handdigit.storage.samples import schema

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
DRAWINGS, SETS, _OWN = re.split("\n## Sets .*|\n## The program's own .*", PAGE)


def test_every_format_has_a_row_with_its_names() -> None:
    for entry in FORMATS:
        names = " ".join(f"`{suffix}`" for suffix in entry.suffixes)
        assert f"| {entry.title} | {names} |" in DRAWINGS


def test_what_can_be_opened_is_named() -> None:
    rows = [line.split("|")[2] for line in DRAWINGS.splitlines() if line.startswith("| ")]
    named = set(re.findall(r"`(\.[a-z0-9.]+)`", " ".join(rows)))
    assert named == set(OPEN_SUFFIXES)


def test_every_table_of_pictures_is_named() -> None:
    assert set(TABLES) <= set(re.findall(r"`(\.[a-z.]+)`", SETS))


def test_the_versions_are_those_of_the_program() -> None:
    rows = re.findall(r"^\| ([a-z].*?) \| .* \| (\d+) \|$", PAGE, re.MULTILINE)
    found = {name.partition(",")[0]: int(version) for name, version in rows}
    assert found == {
        "model": model_file.FORMAT,
        "samples": schema.VERSION,
        "run": run_spec.FORMAT,
        "checkpoint of a run": run_state.FORMAT,
        "drawing of a window": journal.FORMAT,
        "gate": gate_file.FORMAT,
        "pen model": int(handwriting_file.FORMAT),
    }

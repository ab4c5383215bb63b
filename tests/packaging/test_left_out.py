"""Nothing that the bundle leaves out is missed: the source runs without it, children included."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from handdigit.engine.protocol.requests import ATTRIBUTION_METHODS
from handdigit.experiment.optimisers import Optimiser
from handdigit.gui.panels.table import PANELS
from handdigit.storage.paths import ASSETS

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
SEVEN = str(ASSETS / "examples" / "seven.json")
REFUSE = """
import sys

class LeftOut:
    def find_spec(self, name, path=None, target=None):
        parts = name.split(".")
        if not {".".join(parts[: n + 1]) for n in range(len(parts))}.isdisjoint(NAMES):
            raise ModuleNotFoundError(f"No module named {name!r}: it is left out", name=name)

sys.meta_path.insert(0, LeftOut())
"""
OFFSCREEN = "This plugin does not support propagateSizeHints"
"""What Qt says of a picture of the window."""
TINY = ("--recipe", "quick", "--network", "softmax-regression", "--epochs", "1")
"""Of a training that takes no time."""


def left_out() -> list[str]:
    """Return the names of the modules in the bundle's table."""
    for statement in ast.parse((ROOT / "build.spec").read_text()).body:
        match statement:
            case ast.Assign([ast.Name("EXCLUDED_MODULES")], names):
                return list(ast.literal_eval(names))
    raise AssertionError("build.spec has no such table")


@pytest.fixture
def without(tmp_path: Path) -> dict[str, str]:
    """Return an environment where the left out modules cannot be imported."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(f"NAMES = {left_out()!r}\n{REFUSE}")
    return os.environ | {"PYTHONPATH": os.pathsep.join((str(folder), str(ROOT)))}


def run(without: dict[str, str], folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "handdigit", *arguments, "--data-dir", str(folder / "data")]
    done = subprocess.run(command, env=without, capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stderr
    assert "left out" not in done.stderr
    log = folder / "data" / "handdigit.log"
    lines = log.read_text().splitlines() if log.exists() else []
    assert [line for line in lines if OFFSCREEN not in line] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("classify", SEVEN, str(ASSETS / "examples" / "four.json")),
        ("classify", "--number", SEVEN),
        ("classify", "--model", "ensemble", SEVEN),
        ("evaluate", "--model", "small", "generated"),
        ("explain", SEVEN),
        ("explain", SEVEN, "--layer", "conv2", "--at", "5,6"),
        *(("explain", SEVEN, "--why", method, "--json") for method in ATTRIBUTION_METHODS),
        ("models",),
        ("ladder",),
        ("report",),
    ],
)
def test_a_command_works(arguments, without, tmp_path):
    run(without, tmp_path, *arguments)


@pytest.mark.parametrize("optimiser", Optimiser)
def test_an_optimiser_learns(optimiser, without, tmp_path):
    out = str(tmp_path / "mine.safetensors")
    settings = ("--set", f"optimiser={optimiser}", "--set", "generated=200")
    run(without, tmp_path, "train", *TINY, *settings, "--out", out)


@pytest.mark.parametrize(
    "network", ["lenet5", "alexnet-mini", "inception-mini", "resnet-mini", "sprint"]
)
def test_a_network_is_trained_and_read_with(network, without, tmp_path):
    out = str(tmp_path / "mine.safetensors")
    recipe = ("--recipe", "quick", "--network", network, "--epochs", "1", "--set", "generated=200")
    run(without, tmp_path, "train", *recipe, "--out", out)
    run(without, tmp_path, "classify", "--model", out, SEVEN)


@pytest.mark.parametrize("panel", [panel.key for panel in PANELS])
def test_a_panel_is_shown(panel, without, tmp_path):
    picture = str(tmp_path / "window.png")
    run(without, tmp_path, "--panel", panel, "--open", SEVEN, "--screenshot", picture)

"""The pictures of README and docs are made by the program, from a table."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from PIL import Image

from handdigit.commands.arguments import make_parser
from handdigit.gui.panels.table import PANELS
from handdigit.inspection.trace import Unit, require_unit
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import ASSETS, AppPaths

SCRIPT = Path(__file__).parents[2] / "docs" / "pictures.py"


@pytest.fixture(scope="module")
def pictures():
    spec = importlib.util.spec_from_file_location("pictures", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_picture_has_a_line_that_the_program_understands(pictures, tmp_path):
    architecture = ModelStore(AppPaths(tmp_path)).stored(DEFAULT_MODEL).info.architecture
    for name in pictures.PICTURES:
        options = make_parser().parse_args(pictures.arguments(name, tmp_path, str(tmp_path)))
        assert options.panel in (None, *(entry.key for entry in PANELS))
        if options.unit is not None:
            require_unit(architecture, Unit(*options.unit))
    assert {path.stem for path in ASSETS.glob("*.png")} == set(pictures.PICTURES)


def test_a_picture_is_made(pictures, tmp_path):
    pictures.make("number", tmp_path)
    with Image.open(tmp_path / "number.png") as image:
        assert image.size == (1360, 860)
        assert len(image.convert("L").getcolors(256)) > 100

"""``handdigit report``: what a bug report needs, and nothing that is the user's own affair."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from handdigit import __version__
from handdigit.cli import main
from handdigit.storage.paths import ASSETS, AppPaths

SEVEN = ASSETS / "examples" / "seven.json"


@pytest.fixture
def report(tmp_path, capsys, monkeypatch):
    """Return a function that runs the command in a home folder and returns what is printed."""
    monkeypatch.setenv("HOME", str(tmp_path))

    def report(*arguments: str, status: int = 0) -> str:
        assert main(["--data-dir", str(tmp_path / "data"), "report", *arguments]) == status
        captured = capsys.readouterr()
        return captured.out + captured.err

    return report


def test_versions_device_settings_and_log_are_told(report, tmp_path):
    paths = AppPaths(tmp_path / "data")
    paths.folder.mkdir()
    lines = [f"line {number} of {tmp_path}/secret" for number in range(1000)]
    paths.log.write_text("\n".join(lines))
    paths.settings.write_text("[General]\npenWidth=3\ngeometry=@ByteArray(\\x1\\xd9)\n")
    text = report("--device", "cpu")
    assert f"handdigit {__version__}" in text
    assert f"torch {version('torch')}" in text
    assert "\nDevice\ncpu\n" in text
    assert "penWidth=3" in text
    assert "ByteArray" not in text
    assert "line 900 of ~/secret" in text
    assert "line 899 of" not in text
    assert str(tmp_path) not in text, "the home folder may carry a person's name"


def test_a_drawing_is_in_it_only_when_named(report):
    strokes = json.dumps(json.loads(SEVEN.read_text())["strokes"][0][:2])[1:-1]
    assert "strokes" not in report()
    assert strokes in report("--drawing", str(SEVEN))


def test_without_any_files_it_is_told_as_well(report):
    assert "\nSettings\n-\n" in report()
    assert json.loads(report("--json"))["report"].startswith("Program\n")


def test_a_device_that_is_not_there_and_garbage_are_told(report, tmp_path):
    paths = AppPaths(tmp_path / "data")
    paths.folder.mkdir()
    paths.log.write_bytes(bytes(range(256)) * 1000)
    paths.settings.mkdir()
    text = report("--device", "mps")
    assert "mps cannot be used" in text
    assert "is a folder" in text


def test_a_picture_has_no_strokes_to_report(report, tmp_path):
    from PIL import Image

    picture = Path(tmp_path / "seven.png")
    Image.new("L", (20, 20)).save(picture)
    assert "no strokes to report" in report("--drawing", str(picture), status=1)

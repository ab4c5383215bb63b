"""The steps of docs/extending.md, followed to the letter in a copy of the program."""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.datasets.labelled_sets import GeneratedSet, as_fed
from handdigit.storage.models.model_file import read_model_info
from handdigit.storage.paths import AppPaths
from handdigit.storage.samples.sample_store import SampleStore
from tests.shapes import NAMES, write_shapes

ROOT = Path(__file__).parents[2]
PLACE = re.compile(r"(?:New file|In) `([^`]+)`(?:, (after|before) `([^`]+)`)?:")
"""What stands before a block: a file, and how the line begins beside which the code goes."""
PATIENCE_S = 120
DIGITS = 60
TITLES = """
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import AppPaths
from handdigit.engine.client import EngineClient
from handdigit.gui.app import make_application, make_window
from handdigit.gui.language import SYSTEM, speak, spoken
from handdigit.gui.state.models.active_model import open_settings, start_model
from PySide6.QtGui import QAction
import sys
from pathlib import Path

application = make_application()
paths = AppPaths(Path("data"))
store = ModelStore(paths)
model, _ = start_model(store, open_settings(paths))
for chosen in (SYSTEM, *sys.argv[1:]):
    speak(application, spoken(chosen))
    window = make_window(application, EngineClient(), store, model, "cpu", paths)
    print(window.panels.tabText(0), window.findChild(QAction, "clearAction").text(), sep="|")
    window.close()
"""


@dataclass(frozen=True)
class Block:
    """A fenced block of the page."""

    section: str
    language: str
    before: str
    """The line of text before it."""
    code: str


def read_page() -> list[Block]:
    """Return the blocks of docs/extending.md in their order."""
    blocks, section, before = [], "", ""
    lines = iter((ROOT / "docs" / "extending.md").read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith("## "):
            section = line.removeprefix("## ")
        if line.lstrip().startswith("```"):
            indent, _, language = line.partition("```")
            code = []
            while (inner := next(lines)).strip() != "```":
                code.append(inner.removeprefix(indent) + "\n")
            blocks.append(Block(section, language, before, "".join(code)))
        elif line.strip():
            before = line.strip()
    return blocks


PAGE = read_page()


def apply(block: Block, folder: Path) -> None:
    """Write a block of code where the line before it says."""
    place = PLACE.fullmatch(block.before)
    assert place, f"{block.before!r} does not say where the code goes"
    file, side, anchor = folder / place[1], place[2], place[3]
    if side is None:
        assert not file.exists(), f"{file} is no new file"
        file.write_text(block.code, encoding="utf-8")
        return
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    found = [number for number, line in enumerate(lines) if line.startswith(anchor)]
    assert len(found) == 1, f"{place[1]} has {len(found)} lines {anchor!r}"
    lines.insert(found[0] + (side == "after"), block.code)
    file.write_text("".join(lines), encoding="utf-8")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of the program that has all the code of the page."""
    folder = tmp_path_factory.mktemp("program")
    for name in (".ci", "handdigit", "assets", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copy(ROOT / "tests" / "docs" / "extended.py", folder / "tests/gui/test_extended.py")
    for block in PAGE:
        if block.language == "python":
            apply(block, folder)
    for command in commands(""):
        run(folder, *command)
    return folder


def run(program: Path, *command: str, status: int = 0, **environment: str) -> str:
    """Run a command on the copy, without a display; return what it prints."""
    name, *arguments = command
    tools = str(Path(sys.executable).parent)
    if name in ("handdigit", "pytest", "ruff"):
        start = [sys.executable, "-m", name]
    elif name == "python":
        start = [sys.executable]
    else:
        tool = shutil.which(name, path=tools)
        assert tool is not None, name
        start = [tool]
    if name == "handdigit":
        start += ["--data-dir", "data"]
    done = subprocess.run(
        [*start, *arguments],
        cwd=program,
        env=os.environ
        # Scripts find Python's tools as in an activated environment, also where none is.
        | {"PATH": os.pathsep.join((tools, os.environ.get("PATH", os.defpath)))}
        | {"PYTHONPATH": str(program), "QT_QPA_PLATFORM": "offscreen"}
        | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE_S,
    )
    assert done.returncode == status, done.stdout
    return done.stdout


def commands(section: str) -> list[list[str]]:
    """Return the command lines that a section of the page shows."""
    shown = [b.code for b in PAGE if b.section == section and b.language == "sh"]
    return [shlex.split(line) for line in "".join(shown).splitlines()]


def test_every_section_is_used(program):
    """The checks in extended.py, one a section, by the real window, engine and torch."""
    run(program, "pytest", "-n", "0", "-q", "tests/gui/test_extended.py")


def test_the_code_is_as_the_project_wants_it(program):
    run(program, "ruff", "check", "handdigit")
    run(program, "ruff", "format", "--check", "handdigit")


def test_a_setting_is_trained_with(program):
    with SampleStore(AppPaths(program / "data").samples) as store:
        for drawing in GeneratedSet(DIGITS).drawings(0, DIGITS):
            store.add(drawing.source, str(drawing.label))
    (train,) = commands("A recipe setting")
    run(program, *train)
    recipe = read_model_info(program / "limited.safetensors").recipe
    assert recipe is not None
    assert recipe["gradient_limit"] == 2


def test_a_source_trains_and_measures(program):
    drawings = GeneratedSet(DIGITS).drawings(0, DIGITS)
    with (program / "digits.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["label", *(f"pixel{i}" for i in range(784))])
        for drawing, picture in zip(drawings, as_fed(drawings), strict=True):
            rows.writerow([drawing.label, *picture.ravel()])
    train, evaluate = commands("A data source")
    run(program, *train)
    (described,) = read_model_info(program / "csv.safetensors").training_data
    assert (described["name"], described["count"]) == ("digits", DIGITS)
    found = json.loads(run(program, *evaluate, "--json"))
    assert found["n"] == DIGITS
    assert found["data"] == "csv:digits.csv"
    (program / "digits.csv").write_text("label\n7\n")
    assert "is not a label and 784 grey levels" in run(program, *evaluate, status=1)


def test_an_alphabet_is_trained_measured_and_shown(program):
    write_shapes(program / "shapes.jsonl", 40, seed=1)
    write_shapes(program / "more.jsonl", 10, seed=2)
    (example,) = [b.code for b in PAGE if b.section == "An alphabet" and b.language == "json"]
    (program / "one.jsonl").write_text(example, encoding="utf-8")
    (one,) = read_samples(program / "one.jsonl")
    assert one.label == "△"
    train, evaluate, show = commands("An alphabet")
    run(program, *train)
    assert read_model_info(program / "shapes.safetensors").alphabet.names == NAMES
    found = json.loads(run(program, *evaluate, "--json"))
    assert (found["n"], found["classes"]) == (30, list(NAMES))
    assert found["accuracy"] > 0.8
    run(program, *show)
    assert (program / "shapes.png").read_bytes().startswith(b"\x89PNG")


def test_a_language_is_shown(program):
    collect, release, show = commands("A language")
    run(program, *collect)
    file = program / "assets" / "translations" / "handdigit_eo.ts"
    texts = ElementTree.parse(file)
    words = {"Inside": "Interne", "&Clear": "&Viŝi"}
    for message in texts.iter("message"):
        word = words.get(message.findtext("source", ""))
        translation = message.find("translation")
        if word is not None and translation is not None:
            translation.text = word
            translation.attrib.pop("type")
    texts.write(file, encoding="utf-8", xml_declaration=True)
    run(program, *release)
    run(program, *show)
    assert (program / "window.png").read_bytes().startswith(b"\x89PNG")
    english, translated = "Inside|&Clear", "Interne|&Viŝi"
    system = {"LANG": "en_GB.UTF-8", "LC_ALL": "", "LANGUAGE": "de:eo:en"}
    shown = run(program, "python", "-c", TITLES, "eo", "eo_XX", "en", **system).splitlines()
    assert shown[1:] == [translated, translated, english]
    if sys.platform == "linux":  # elsewhere the system's languages are in no variable
        assert shown[0] == translated
    refused = run(program, "handdigit", "--language", "xx", "--screenshot", "no.png", status=1)
    assert "not translated into xx: choose en, eo, zh_CN, zh_TW." in refused

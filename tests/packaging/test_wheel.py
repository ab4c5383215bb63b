"""The wheel and the source archive: built, installed where nothing else is, and run.

``HANDDIGIT_PYTHONS="python3.12 python3.14"`` installs into an environment of each of these, with
every dependency from the package index: without it the one that runs the tests lends its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from handdigit import __version__

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = os.environ.get("HANDDIGIT_PYTHONS", "").split()
TIMEOUT_S = 900 if PYTHONS else 110
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"


def run(*command: object, cwd: Path) -> str:
    """Run a command that knows nothing of this folder and return what it prints."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def make_environment(folder: Path, python: str = sys.executable) -> Path:
    """Return the Python of a new environment without any package, pip included."""
    run(python, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    return folder / SCRIPTS / "python"


def install(python: Path, *what: object) -> None:
    run(sys.executable, "-m", "pip", "--python", python, "install", *what, cwd=python.parent)


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a Python that has what builds the project, and nothing else."""
    python = make_environment(tmp_path_factory.mktemp("builder") / "venv")
    try:
        install(python, "hatchling>=1.27")
    except AssertionError as error:
        if "Could not find a version" in str(error) or "connection" in str(error):
            pytest.skip("needs a package index")
        raise
    return python


@pytest.fixture(scope="module")
def archives(builder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the wheel and the source archive, built from this folder."""
    out = tmp_path_factory.mktemp("dist")
    run(builder, "-m", "hatchling", "build", "-d", out, cwd=ROOT)
    (wheel,) = out.glob("*.whl")
    (source,) = out.glob("*.tar.gz")
    return wheel, source


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_has_all_of_the_package_and_nothing_else(archives):
    wheel, _ = archives
    assert wheel.name == f"handdigit-{__version__}-py3-none-any.whl"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "handdigit", "assets"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("needs a git checkout")
    tracked = [name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()]
    expected = {
        f"handdigit/{name}" if name.startswith("assets/") else name: (ROOT / name).read_bytes()
        for name in tracked
    }
    found = contents(wheel)
    assert {name: text for name, text in found.items() if ".dist-info/" not in name} == expected
    own = {Path(name).name for name in found if ".dist-info/" in name}
    assert {"LICENSE", "NOTICE", "METADATA", "entry_points.txt"} <= own


def test_the_source_archive_builds_the_same_wheel(archives, builder, tmp_path):
    wheel, source = archives
    with tarfile.open(source) as archive:
        archive.extractall(tmp_path, filter="data")
    (folder,) = tmp_path.iterdir()
    for needed in ("pyproject.toml", "build.spec", "tests/conftest.py", "docs/formats.md"):
        assert (folder / needed).exists()
    run(builder, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=folder)
    (again,) = tmp_path.glob("*.whl")
    assert contents(again) == contents(wheel)


@pytest.fixture(scope="module", params=PYTHONS or [sys.executable])
def installed(request, archives, tmp_path_factory) -> Path:
    """Return the Python of an environment that has the wheel and what it needs."""
    wheel, _ = archives
    folder = tmp_path_factory.mktemp("installed")
    python = make_environment(folder / "venv", request.param)
    if PYTHONS:
        install(python, wheel)
        return python
    install(python, "--no-deps", wheel)
    site = run(python, "-c", "import site; print(site.getsitepackages()[-1])", cwd=folder).strip()
    # A folder in a .pth file lends its packages; an editable install in it has no effect there.
    Path(site, "lent.pth").write_text(sysconfig.get_path("purelib"))
    return python


def test_the_installed_program_runs(installed, tmp_path):
    where = run(installed, "-c", "import handdigit; print(handdigit.__file__)", cwd=tmp_path)
    package = Path(where.strip()).parent
    assert package.is_relative_to(installed.parents[1])
    program = installed.parent / "handdigit"
    seven = package / "assets" / "examples" / "seven.json"
    picture = tmp_path / "window.png"
    data = ("--data-dir", tmp_path / "data")

    assert run(program, "--version", cwd=tmp_path) == f"handdigit {__version__}\n"
    assert ": 7 " in run(program, "classify", *data, seven, cwd=tmp_path)
    run(program, *data, "--open", seven, "--screenshot", picture, cwd=tmp_path)

    with Image.open(picture) as image:
        assert image.width > 800
    assert "ERROR" not in (tmp_path / "data" / "handdigit.log").read_text()

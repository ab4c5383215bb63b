"""The program as it is handed out: built, measured, started, drawn in, trained and closed.

``HANDDIGIT_DIST=dist`` tests what ``python .ci/release`` has built before.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.packaging.frozen_window import (
    PATIENCE_S,
    TRAINING_S,
    Window,
    eventually,
    find_window,
    processes_of,
    strokes_of,
)

pytestmark = pytest.mark.frozen

ROOT = Path(__file__).resolve().parents[2]
MAX_MEGABYTES = 560
CUDA_LIBRARY = re.compile(
    r"lib(cuda|cudnn|cublas|cufft|curand|cusparse|cusolver|cupti|nccl|nv|(torch|c10)_cuda).*\.so"
    r"|nvidia",
)
says_something = pytest.mark.skipif(
    sys.platform == "win32", reason="a program with a window has no output there"
)
SYSTEM_FILES = (".cache/fontconfig", ".cache/mesa_shader_cache", ".dbus")
"""Written by the desktop's libraries for any program, where the computer has none yet."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(tmp_path: Path, home: Path) -> dict[str, str]:
    """Return all that the program is told of the computer: no Python can be found."""
    (tmp_path / "bin").mkdir()
    told = {"HOME": str(home), "PATH": str(tmp_path / "bin"), "LANG": "C.UTF-8"}
    if sys.platform == "win32":  # nothing starts there without it
        told["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    return told


@pytest.fixture
def window(bundle: Path, environment: dict[str, str], display: str) -> Iterator[Window]:
    """Start the program on the virtual screen and return its window once it is shown."""
    program = subprocess.Popen([bundle / "handdigit"], env=environment | {"DISPLAY": display})
    try:
        yield Window(program, display, eventually(lambda: find_window(program, display)))
    finally:
        program.kill()
        program.wait()


def test_it_is_small_and_without_cuda(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    megabytes = sum(path.stat().st_size for path in files) / 1e6
    with capsys.disabled():
        print(f"\nunpacked: {megabytes:.0f} MB in {len(files)} files")  # noqa: T201
    assert megabytes <= MAX_MEGABYTES
    assert [path for path in files if CUDA_LIBRARY.search(path.name)] == []


def test_it_reads_what_the_mouse_draws_and_leaves_nothing(
    bundle: Path, window: Window, home: Path
) -> None:
    window.draw(strokes_of(bundle, "seven"))
    eventually(lambda: window.title == "7 – handdigit")
    window.press("Delete")
    eventually(lambda: window.title == "handdigit")
    window.draw(strokes_of(bundle, "three"))
    eventually(lambda: window.title == "3 – handdigit")
    assert len(processes_of(bundle)) >= 2, "the window and its engine"

    window.press("ctrl+q")

    assert window.program.wait(PATIENCE_S) == 0
    eventually(lambda: not processes_of(bundle))
    data_folder = home / ".local" / "share" / "handdigit"
    allowed = [data_folder, *(home / name for name in SYSTEM_FILES)]
    written = [path for path in home.rglob("*") if path.is_file()]
    assert written, "it remembers its window"
    assert [p for p in written if not any(p.is_relative_to(a) for a in allowed)] == []


def test_it_has_everything_that_is_read_at_run_time(bundle: Path) -> None:
    shipped = bundle / "_internal" / "handdigit" / "assets"
    for path in (ROOT / "assets").rglob("*"):
        # Not what a .qm was made from, and not the README's pictures.
        if path.is_file() and path.suffix not in (".ts", ".png"):
            copy = shipped / path.relative_to(ROOT / "assets")
            assert copy.read_bytes() == path.read_bytes(), copy


def test_a_network_is_trained_in_the_window(bundle: Path, window: Window, home: Path) -> None:
    data = home / ".local" / "share" / "handdigit"
    window.draw(strokes_of(bundle, "seven"))
    eventually(lambda: window.title == "7 – handdigit")

    window.press("alt+7")
    eventually(window.click_accent)  # Train
    trained = eventually(lambda: list((data / "models").glob("*.safetensors")), TRAINING_S)

    eventually(lambda: window.title != "handdigit")
    window.press("ctrl+q")
    assert window.program.wait(PATIENCE_S) == 0
    eventually(lambda: not processes_of(bundle))
    # The name of the recipe, which a model that comes with the program has already.
    assert [path.name for path in trained] == ["small-2.safetensors"]
    assert (data / "handdigit.log").read_text() == ""


def test_a_lesson_is_learned(bundle: Path, window: Window, home: Path) -> None:
    window.draw(strokes_of(bundle, "seven"))
    eventually(lambda: window.title == "7 – handdigit")
    window.press("7")
    before = len(processes_of(bundle))
    window.press("ctrl+t")
    eventually(lambda: len(processes_of(bundle)) > before)  # the lesson has its own
    eventually(lambda: len(processes_of(bundle)) == before)
    window.program.terminate()
    assert window.program.wait(PATIENCE_S) == 0
    eventually(lambda: not processes_of(bundle))
    data = home / ".local" / "share" / "handdigit"
    # Nothing was decided about it, so it is kept, and does not answer.
    assert [path.name for path in (data / "models").glob("*.safetensors")] == [
        "default taught.safetensors"
    ]
    assert (data / "handdigit.log").read_text() == ""


def test_it_ends_when_told_to(bundle: Path, window: Window) -> None:
    window.program.terminate()
    assert window.program.wait(PATIENCE_S) == 0
    eventually(lambda: not processes_of(bundle))


def test_a_picture_of_the_window_is_made(
    bundle: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    picture = tmp_path / "window.png"
    example = bundle / "_internal" / "handdigit" / "assets" / "examples" / "seven.json"
    command = [bundle / "handdigit", "--data-dir", tmp_path, example, "--screenshot", picture]
    subprocess.run(command, env=environment, timeout=PATIENCE_S, check=True)
    with Image.open(picture) as image:
        colours = image.convert("RGB").getcolors(maxcolors=1 << 20)
    assert len(colours) > 100, "text, maps and bars are painted"


@says_something
def test_the_command_line_answers(bundle: Path, environment: dict[str, str]) -> None:
    example = bundle / "_internal" / "handdigit" / "assets" / "examples" / "seven.json"
    done = subprocess.run(
        [bundle / "handdigit", "classify", "--json", example],
        env=environment,
        stdout=subprocess.PIPE,
        timeout=PATIENCE_S,
        check=True,
    )
    assert json.loads(done.stdout)["digit"] == 7


def test_the_command_line_explains(bundle: Path, environment: dict[str, str]) -> None:
    example = bundle / "_internal" / "handdigit" / "assets" / "examples" / "seven.json"
    for how in (("--layer", "conv2", "--at", "5,6"), ("--why", "gradient", "--json")):
        command = [bundle / "handdigit", "explain", *how, example]
        subprocess.run(command, env=environment, timeout=PATIENCE_S, check=True)


def test_the_command_line_trains(bundle: Path, environment: dict[str, str], tmp_path: Path) -> None:
    model = tmp_path / "mine.safetensors"
    example = bundle / "_internal" / "handdigit" / "assets" / "examples" / "seven.json"
    for arguments in (
        ("train", "--recipe", "quick", "--epochs", "1", "--out", model),
        ("classify", "--model", model, example),
    ):
        command = [bundle / "handdigit", *arguments]
        subprocess.run(command, env=environment, timeout=2 * PATIENCE_S, check=True)


@says_something
def test_what_makes_the_shipped_assets_is_left_out(
    bundle: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    command = [bundle / "handdigit", "fit-gate", "--out", tmp_path / "gate.safetensors"]
    done = subprocess.run(
        command, env=environment, timeout=PATIENCE_S, stderr=subprocess.PIPE, check=False
    )
    assert done.returncode == 1
    assert b"run it from a source install" in done.stderr

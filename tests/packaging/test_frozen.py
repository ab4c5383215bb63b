"""The program as it is handed out: built, measured, started, drawn in, trained and closed.

``HANDDIGIT_BUNDLE=dist/handdigit`` tests a bundle that was built before.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PIL import ImageGrab

from handdigit.gui.theme import LIGHT
from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

pytestmark = pytest.mark.frozen

ROOT = Path(__file__).resolve().parents[2]
MAX_MEGABYTES = 750
CUDA_LIBRARY = re.compile(
    r"lib(cuda|cudnn|cublas|cufft|curand|cusparse|cusolver|cupti|nccl|nv|(torch|c10)_cuda).*\.so"
    r"|nvidia",
)
PATIENCE_S = 120.0
"""Far more than a start or an answer takes, so that only a missing one fails."""
POLL_S = 0.05
REPORT_S = "0.008"
"""Time between two positions that a mouse reports."""
PAPER = (100, 150, 240)
"""A square on the canvas: left, top and side in pixels of the window at its first size."""
ACCENT = tuple(bytes.fromhex(LIGHT.accent.removeprefix("#")))
SHADE = 40
"""The style shades a button from top to bottom, by less than this."""
PANELS = slice(470, 1160)
"""Between the canvas and the answer lie the panels of the window at its first size, in pixels."""
BUTTON = (6, 60)
"""Height and width in pixels that a button has above its text, and that nothing above it in the
accent colour has: the line below a tab is thinner."""
SYSTEM_FILES = (".cache/fontconfig", ".cache/mesa_shader_cache", ".dbus")
"""Written by the desktop's libraries for any program, where the computer has none yet."""

Value = TypeVar("Value")


@pytest.fixture(scope="module")
def bundle() -> Iterator[Path]:
    """Build the program, or take the one that is there."""
    if ready := os.environ.get("HANDDIGIT_BUNDLE"):
        yield Path(ready).resolve()
        return
    with tempfile.TemporaryDirectory(prefix="handdigit-bundle-") as folder:
        command = [sys.executable, "-m", "PyInstaller", "build.spec", "--log-level", "WARN"]
        places = ["--distpath", f"{folder}/dist", "--workpath", f"{folder}/build"]
        subprocess.run([*command, *places], cwd=ROOT, check=True)
        yield Path(folder, "dist", "handdigit").resolve()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(tmp_path: Path, home: Path) -> dict[str, str]:
    """Return all that the program is told of the computer: no Python can be found."""
    (tmp_path / "bin").mkdir()
    return {"HOME": str(home), "PATH": str(tmp_path / "bin"), "LANG": "C.UTF-8"}


@pytest.fixture
def display() -> Iterator[str]:
    server, name = start_virtual_screen()
    yield name
    stop_virtual_screen(server)


@pytest.fixture
def window(bundle: Path, environment: dict[str, str], display: str) -> Iterator[Window]:
    """Start the program on the virtual screen and return its window once it is shown."""
    program = subprocess.Popen([bundle / "handdigit"], env=environment | {"DISPLAY": display})
    try:
        yield Window(program, display, eventually(lambda: find_window(program, display)))
    finally:
        program.kill()
        program.wait()


@dataclass(frozen=True)
class Window:
    """The program's window as its user meets it: a title, a mouse and a keyboard."""

    program: subprocess.Popen[bytes]
    display: str
    number: str

    @property
    def title(self) -> str:
        return xdotool(self.display, "getwindowname", self.number)

    def draw(self, strokes: list[list[list[float]]]) -> None:
        left, top, side = PAPER
        for stroke in strokes:
            steps = []
            for x, y, *_ in stroke:
                place = (str(round(left + x * side)), str(round(top + y * side)))
                steps += ["mousemove", "--window", self.number, *place]
                if "mousedown" not in steps:
                    steps += ["mousedown", "1"]
                steps += ["sleep", REPORT_S]
            xdotool(self.display, *steps, "mouseup", "1")

    def press(self, keys: str) -> None:
        # There is no window manager to do this.
        xdotool(self.display, "windowfocus", "--sync", self.number, "key", keys)

    def click_accent(self) -> bool:
        """Click the first button in the accent colour in a panel, if there is one."""
        screen = np.asarray(ImageGrab.grab(xdisplay=self.display).convert("RGB")).astype(int)
        hits = (np.abs(screen[:, PANELS] - ACCENT) < SHADE).all(axis=2)
        fits = np.lib.stride_tricks.sliding_window_view(hits, BUTTON).all(axis=(2, 3))
        if not fits.any():
            return False
        y, x = np.argwhere(fits)[0]
        xdotool(self.display, "mousemove", str(PANELS.start + x + 5), str(y + 5), "click", "1")
        return True


def find_window(program: subprocess.Popen[bytes], display: str) -> str | None:
    assert program.poll() is None, f"it ended with {program.returncode} before it was shown"
    return xdotool(display, "search", "--onlyvisible", "--name", "^handdigit$").partition("\n")[0]


def xdotool(display: str, *arguments: str) -> str:
    """Return what it prints; nothing if it finds nothing."""
    done = subprocess.run(
        ["xdotool", *arguments],
        env=os.environ | {"DISPLAY": display},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def eventually(look: Callable[[], Value | None]) -> Value:
    """Return the first true value that ``look`` gives; fail if it never gives one."""
    deadline = time.monotonic() + PATIENCE_S
    while not (value := look()):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(POLL_S)
    return value


def processes_of(bundle: Path) -> list[str]:
    """Return the command lines of all processes that run a file of the bundle."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_text(errors="replace").replace("\0", " ")
            program = str((process / "exe").readlink())
        except OSError:  # it has ended, or is not ours to look at
            continue
        if str(bundle) in program or str(bundle) in command:
            found.append(command)
    return found


def strokes_of(bundle: Path, name: str) -> list[list[list[float]]]:
    """Return an example drawing, recorded with a mouse and shipped with the program."""
    file = bundle / "_internal" / "handdigit" / "assets" / "examples" / f"{name}.json"
    strokes: list[list[list[float]]] = json.loads(file.read_text())["strokes"]
    return strokes


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
        if path.is_file() and path.suffix != ".ts":  # what the .qm beside it was made from
            copy = shipped / path.relative_to(ROOT / "assets")
            assert copy.read_bytes() == path.read_bytes(), copy


def test_a_network_is_trained_in_the_window(bundle: Path, window: Window, home: Path) -> None:
    data = home / ".local" / "share" / "handdigit"
    window.draw(strokes_of(bundle, "seven"))
    eventually(lambda: window.title == "7 – handdigit")

    window.press("alt+7")
    eventually(window.click_accent)  # Train
    trained = eventually(lambda: list((data / "models").glob("*.safetensors")))

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


def test_the_command_line_trains(bundle: Path, environment: dict[str, str], tmp_path: Path) -> None:
    model = tmp_path / "mine.safetensors"
    example = bundle / "_internal" / "handdigit" / "assets" / "examples" / "seven.json"
    for arguments in (
        ("train", "--recipe", "quick", "--epochs", "1", "--out", model),
        ("classify", "--model", model, example),
    ):
        command = [bundle / "handdigit", *arguments]
        subprocess.run(command, env=environment, timeout=2 * PATIENCE_S, check=True)


def test_what_makes_the_shipped_assets_is_left_out(
    bundle: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    command = [bundle / "handdigit", "fit-gate", "--out", tmp_path / "gate.safetensors"]
    done = subprocess.run(
        command, env=environment, timeout=PATIENCE_S, stderr=subprocess.PIPE, check=False
    )
    assert done.returncode == 1
    assert b"run it from a source install" in done.stderr

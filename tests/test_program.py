"""The whole program as a process: real window, real X events, nothing left behind."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from handdigit.ink.ink import Ink
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.model_file import read_model, write_model
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import ASSETS, AppPaths
from tests.processes import descendants, wait_for_end
from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

SEVEN = ASSETS / "examples" / "seven.json"
ROOT = Path(__file__).parents[1]
PATIENCE_S = 60.0
STARTS = int(os.environ.get("HANDDIGIT_SOAK_STARTS", "2"))

needs_x = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)


@pytest.fixture
def screen() -> Iterator[str]:
    server, name = start_virtual_screen("2600x1700")
    yield name
    stop_virtual_screen(server)


class Program:
    """A running handdigit with its own screen and data folder."""

    def __init__(self, data: Path, display: str, *arguments: str, scale: float = 1.0) -> None:
        self.display = display
        self.data = data
        environment = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(scale),
            "PYTHONPATH": str(ROOT),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "handdigit", "--data-dir", str(data), *arguments],
            env=environment,
            cwd=data.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def xdotool(self, *arguments: object) -> None:
        subprocess.run(
            ["xdotool", *map(str, arguments)],
            env=os.environ | {"DISPLAY": self.display},
            stdout=subprocess.DEVNULL,
            timeout=PATIENCE_S,
            check=True,
        )

    def wait_for_title(self, expected: str) -> None:
        self.xdotool("search", "--sync", "--onlyvisible", "--name", f"^{expected}$")

    def draw(self, ink: Ink, left: float, top: float, side: float) -> None:
        """Draw an ink given in canvas units into a square of the screen."""
        for stroke in ink.strokes:
            first, *rest = ((left + p.x * side, top + p.y * side) for p in stroke.points)
            self.xdotool("mousemove", *map(round, first), "mousedown", 1)
            steps: list[object] = []
            for point in rest:
                steps += ["mousemove", *map(round, point)]
            self.xdotool(*steps, "mouseup", 1)

    def close(self) -> str:
        """Close as Ctrl-C in the terminal does; return what was printed."""
        self.process.send_signal(signal.SIGINT)
        try:
            output, _ = self.process.communicate(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        return output


@pytest.fixture
def start(tmp_path: Path, screen: str) -> Iterator[Callable[..., Program]]:
    programs: list[Program] = []

    def start(*arguments: str, scale: float = 1.0) -> Program:
        programs.append(Program(tmp_path / "data", screen, *arguments, scale=scale))
        return programs[-1]

    yield start
    for program in programs:
        if program.process.poll() is None:
            program.close()


@needs_x
@pytest.mark.parametrize(
    "scale", [1.0, 1.5, *(pytest.param(scale, marks=pytest.mark.long) for scale in (1.25, 2.0))]
)
def test_a_seven_drawn_with_the_mouse_is_read_at_every_scale(start, scale):
    program = start(scale=scale)
    program.wait_for_title("handdigit")
    # Without a window manager the window lies at the top left; this square is on its canvas.
    program.draw(read_samples(SEVEN)[0].ink, 60 * scale, 120 * scale, 300 * scale)
    program.wait_for_title("7 – handdigit")
    program.xdotool("key", "Delete")
    program.wait_for_title("handdigit")
    family = descendants(program.process.pid)
    assert family
    assert program.close() == ""
    assert program.process.returncode == 0
    wait_for_end(family)
    assert "WARNING" not in (program.data / "handdigit.log").read_text()


@needs_x
def test_the_window_process_never_loads_torch(start):
    program = start("--open", str(SEVEN))
    program.wait_for_title("7 – handdigit")
    maps = Path(f"/proc/{program.process.pid}/maps").read_text()
    assert "QtWidgets" in maps
    assert "libtorch" not in maps
    loaded_by = [
        pid
        for pid in descendants(program.process.pid)
        if "libtorch" in Path(f"/proc/{pid}/maps").read_text()
    ]
    assert len(loaded_by) == 1


@needs_x
def test_killing_the_window_takes_the_engine_with_it(start):
    program = start("--open", str(SEVEN))
    program.wait_for_title("7 – handdigit")
    family = descendants(program.process.pid)
    program.process.kill()
    program.process.communicate()
    wait_for_end(family)


@needs_x
def test_closing_in_the_middle_of_the_start_leaves_nothing(start):
    program = start()
    program.wait_for_title("handdigit")  # torch is still loading
    family = descendants(program.process.pid)
    assert program.close() == ""
    assert program.process.returncode == 0
    wait_for_end(family)


@needs_x
def test_everything_written_lies_in_the_data_folder(start, tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    program = start("--open", str(SEVEN))
    program.wait_for_title("7 – handdigit")
    program.close()
    written = {path.name for path in home.rglob("*") if path.is_file()}
    # Qt and fontconfig keep caches of their own; nothing of ours is among them.
    assert not {name for name in written if "handdigit" in name}
    assert (program.data / "window.ini").is_file()


@needs_x
def test_soak_starts_and_exits_leave_nothing(start):
    for number in range(STARTS):
        program = start("--open", str(SEVEN))
        if number % 2:  # every other one is closed while torch is loading
            program.wait_for_title("7 – handdigit")
        else:
            program.wait_for_title("handdigit")
        family = descendants(program.process.pid)
        assert program.close() == ""
        assert program.process.returncode == 0
        wait_for_end(family)
    assert "WARNING" not in (program.data / "handdigit.log").read_text()


def run_program(
    data: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "handdigit", "--data-dir", str(data), *arguments],
        env=kept | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_it_says_what_to_do(tmp_path):
    result = run_program(tmp_path)
    assert result.returncode == 1
    assert result.stdout == ""
    assert "no display" in result.stderr
    commands = re.findall(r"`(handdigit [^`]*)`", result.stderr)
    assert len(commands) == 2
    assert Path(shlex.split(commands[0])[-1]).is_file()


def test_a_screenshot_needs_no_display(tmp_path):
    picture = tmp_path / "window.png"
    scene = ("--panel", "why", "--size", "1280x800", "--scale", "2", "--dark")
    result = run_program(tmp_path, "--open", str(SEVEN), *scene, "--screenshot", str(picture))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    with Image.open(picture) as image:
        assert image.size == (2560, 1600)
        assert image.convert("L").getpixel((3, 1000)) < 64
    assert not (tmp_path / "window.ini").exists(), "what the user's window remembers is theirs"


def test_a_screenshot_of_an_empty_drawing_waits_for_nothing(tmp_path):
    drawing, picture = tmp_path / "empty.json", tmp_path / "window.png"
    drawing.write_text(json.dumps(Ink().to_json()))
    result = run_program(tmp_path, "--open", str(drawing), "--screenshot", str(picture))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("drawing", [(), ("--open", str(SEVEN))])
def test_a_screenshot_with_a_model_that_the_engine_refuses_says_why(tmp_path, drawing):
    file, picture = tmp_path / "torn.safetensors", tmp_path / "window.png"
    model = read_model(ModelStore(AppPaths(tmp_path)).stored(DEFAULT_MODEL).path)
    _, *kept = model.weights.items()
    write_model(file, replace(model, weights=dict(kept)))
    result = run_program(tmp_path, *drawing, "--model", str(file), "--screenshot", str(picture))
    assert result.returncode == 1
    assert "do not fit its network" in result.stderr
    assert not picture.exists()


@pytest.mark.parametrize("arguments", [("--open", "missing.png"), ("--model", "missing")])
def test_a_screenshot_that_cannot_be_taken_is_one_sentence(tmp_path, arguments):
    result = run_program(tmp_path, *arguments, "--screenshot", str(tmp_path / "w.png"))
    assert result.returncode == 1
    assert result.stderr.startswith("handdigit: ")
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "w.png").exists()

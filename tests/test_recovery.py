"""The whole program is ended in the middle of a stroke; the next one has all of it."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handdigit.errors import HanddigitError
from handdigit.gui.app import closing_signals
from handdigit.gui.state.drawing.drawing_records import DrawingState, state_of
from handdigit.ink.ink import Ink
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.journal import Journal
from tests.processes import PATIENCE_S, descendants, wait_for_end
from tests.test_program import SEVEN, Program, needs_x
from tests.virtual_screen import start_virtual_screen, stop_virtual_screen

POLL_S = 0.02
pytestmark = needs_x


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Program]]:
    server, name = start_virtual_screen()
    programs: list[Program] = []
    # What runs the tests may have told them to outlive their terminal.
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)

    def start(*arguments: str) -> Program:
        programs.append(Program(tmp_path / "data", name, *arguments))
        programs[-1].wait_for_title("handdigit")
        return programs[-1]

    yield start
    for program in programs:
        if program.process.poll() is None:
            program.close()
    signal.signal(signal.SIGHUP, before)
    stop_virtual_screen(server)


def kept(program: Program) -> DrawingState | None:
    """Return what the program would bring back now."""
    try:
        return state_of(Journal(program.data / "drawings" / "1.journal").records)[0]
    except HanddigitError:
        return None


def wait_until(is_so: Callable[[], bool]) -> None:
    patience = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < patience
        time.sleep(POLL_S)


def points(state: DrawingState | None) -> list[int]:
    assert state is not None
    assert isinstance(state.drawing, Ink)
    return [len(stroke.points) for stroke in state.drawing.strokes]


def is_kept(program: Program, counts: list[int]) -> Callable[[], bool]:
    def is_so() -> bool:
        state = kept(program)
        return state is not None and points(state) == counts

    return is_so


def begin_stroke(program: Program, ink: Ink) -> None:
    """Draw strokes below the cards; the pen stays down at the end of the last one."""
    *whole, last = ink.strokes
    program.draw(Ink(tuple(whole)), 60, 200, 300)
    places = [(round(60 + p.x * 300), round(200 + p.y * 300)) for p in last.points]
    program.xdotool("mousemove", *places[0], "mousedown", 1)
    program.process.send_signal(signal.SIGSTOP)  # a busy window gets no position less
    program.xdotool(*(word for place in places[1:] for word in ("mousemove", *place)))
    program.process.send_signal(signal.SIGCONT)


def journal_number(program: Program) -> int:
    return (program.data / "drawings" / "1.journal").stat().st_ino


def test_a_killed_window_has_its_drawing_back(start):
    program = start()
    wait_until(is_kept(program, []))
    seven = read_samples(SEVEN)[0].ink
    counts = [len(stroke.points) for stroke in seven.strokes]
    begin_stroke(program, seven)
    wait_until(is_kept(program, counts))
    program.process.kill()
    program.process.communicate()
    program.xdotool("mouseup", 1)
    before = kept(program)
    assert before is not None
    assert len(before.pages.past) == len(counts)
    written = journal_number(program)
    leftover = program.data / "runs" / "1" / ".handdigit-12.tmp"
    leftover.parent.mkdir(parents=True)
    leftover.write_bytes(b"half a checkpoint")

    program = start()
    program.wait_for_title("7 – handdigit")
    wait_until(lambda: journal_number(program) != written)
    wait_until(lambda: not leftover.exists())
    # Undone and drawn on it is, and killed in the middle of a stroke once more.
    program.xdotool("mousemove", 500, 640, "click", 1, "key", "ctrl+z")
    wait_until(is_kept(program, counts[:-1]))
    program.xdotool("mousemove", 100, 200, "mousedown", 1, "mousemove", 150, 250)
    wait_until(is_kept(program, [*counts[:-1], 2]))
    program.process.kill()
    program.process.communicate()
    after = kept(program)
    assert after is not None
    kept_pages = [page.drawing for page in after.pages.past]
    assert kept_pages == [page.drawing for page in before.pages.past]
    assert isinstance(before.drawing, Ink)
    assert isinstance(after.drawing, Ink)
    assert after.drawing.strokes[:-1] == before.drawing.strokes[:-1]  # point for point


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_closes_the_window_and_its_children_and_keeps_the_stroke(start, name):
    program = start()
    wait_until(is_kept(program, []))
    begin_stroke(program, Ink.from_xy([[(0.2, 0.2), (0.8, 0.2)], [(0.2, 0.5), (0.5, 0.5)]]))
    wait_until(is_kept(program, [2, 2]))
    family = descendants(program.process.pid)
    program.process.send_signal(getattr(signal, name))
    output, _ = program.process.communicate(timeout=PATIENCE_S)
    assert (output, program.process.returncode) == ("", 0)
    wait_for_end(family)
    assert points(kept(program)) == [2, 2]


def test_under_nohup_the_window_outlives_its_terminal():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert signal.SIGHUP not in closing_signals()
    finally:
        signal.signal(signal.SIGHUP, before)

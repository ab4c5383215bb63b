"""The whole program with its window, in a process of its own that does what a test says.

``DrivenWindow`` starts ``handdigit`` by this file. Both are joined by a socket that is no standard
stream: any of those may be closed, the disk full, the process stopped or killed.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.processes import PATIENCE_S, descendants, wait_for_end

ROOT = Path(__file__).parents[2]
LOOK_EVERY_MS = 10
ANSWER_S = 240.0
"""A trainer lets every other program go first: on a busy computer it takes its time."""


class DrivenWindow:
    """A running window: evaluates Python in its thread, where ``window`` is its main window."""

    def __init__(self, data: Path, *arguments: str, launcher: Sequence[str] = ()) -> None:
        """Start it on a data folder, by ``launcher`` if a fault is to be there from the start."""
        near, far = socket.socketpair()
        self.data = data
        self._open = contextlib.ExitStack()
        printed = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the rest
        self._printed = self._open.enter_context(printed)
        command = [sys.executable, "-m", __spec__.name, str(far.fileno())]
        self._process = subprocess.Popen(
            [*launcher, *command, "--data-dir", str(data), *arguments],
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=self._printed,
            stderr=self._printed,
            pass_fds=[far.fileno()],
        )
        far.close()
        self._socket = self._open.enter_context(near)
        self._answers = self._open.enter_context(near.makefile("r", encoding="utf-8"))

    def __enter__(self) -> DrivenWindow:
        self.wait("True")
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self.kill()
        self._open.close()

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    def ask(self, expression: str) -> Any:
        """Return what an expression is there, as JSON can carry it."""
        self._send("ask", expression)
        return self._answer(expression)

    def do(self, statement: str) -> None:
        """Carry a statement out there."""
        self._send("do", statement)
        self._answer(statement)

    def wait(self, expression: str) -> Any:
        """Wait until an expression is true there, and return it."""
        self._send("wait", expression)
        return self._answer(expression)

    def draw(self, name: str) -> None:
        """Draw an example digit with the mouse, and wait until it is read."""
        self.do("window.session.document.clear()")
        self.wait("answer(window) == ''")
        self.do(f"draw(window.canvas, examples[{name!r}])")
        self.wait(f"answer(window) == {DIGITS[name]!r}")

    def label(self, name: str) -> str:
        """Draw an example and press its key; return what is said instead of taking the label."""
        self.draw(name)
        self.do(f"refusals.clear(); QTest.keyClick(window.canvas, {DIGITS[name]!r})")
        self.wait(f"window.labelling.label == {DIGITS[name]!r} or refusals")
        return str(self.ask("' '.join(refusals)"))

    def close(self) -> None:
        """Close it as its user does; it must end well, say nothing and leave no process."""
        family = descendants(self.pid)
        self.do("QTimer.singleShot(0, window.close)")
        assert self._process.wait(PATIENCE_S) == 0
        wait_for_end(family)
        printed = self.printed()
        assert printed == "", printed

    def kill(self) -> None:
        """End it as a crash does; its children must end with it."""
        family = descendants(self.pid)
        self._process.kill()
        self._process.wait()
        for child in family:  # one that a test has stopped cannot see that
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGCONT)
        wait_for_end(family)

    def printed(self) -> str:
        """Return what it printed on both streams."""
        self._printed.seek(0)
        return self._printed.read().decode()

    def _send(self, kind: str, source: str) -> None:
        self._socket.sendall((json.dumps([kind, source]) + "\n").encode())

    def _answer(self, source: str) -> Any:
        ready, _, _ = select.select([self._socket], [], [], ANSWER_S)
        line = self._answers.readline() if ready else ""
        assert line, (
            f"{source}: {'no answer' if not ready else 'the window is gone'} {self.printed()}"
        )
        error, value = json.loads(line)
        assert not error, f"{source}: {error}"
        return value


DIGITS = {"one": "1", "four": "4", "seven": "7"}
"""Examples that are drawn, and what they are read as."""


def _serve(window: Any, descriptor: int) -> None:
    """Do in the window's thread what comes through a socket."""
    from PySide6.QtCore import QSocketNotifier, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    from tests.engine import trainer_driving
    from tests.gui import driving

    def part(name: str) -> Any:
        """Return the visible part of that name, if there is one."""
        return next((p for p in window.findChildren(QWidget, name) if p.isVisible()), None)

    def text(name: str) -> str:
        """Return what a part says; nothing where it is not to be seen."""
        return part(name).text() if part(name) else ""

    examples = {name: driving.example(name) for name in DIGITS}
    known = {"window": window, "examples": examples, "QTest": QTest, "QTimer": QTimer}
    refusals: list[str] = []
    window.labelling.refused.connect(refusals.append)
    known |= {"part": part, "text": text, "refusals": refusals}
    names = vars(driving) | vars(trainer_driving) | known
    channel = socket.socket(fileno=descriptor)
    lines = channel.makefile("r", encoding="utf-8")
    notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read, window)
    clock = QTimer(window)
    clock.setInterval(LOOK_EVERY_MS)
    awaited = ""

    def reply(error: str, value: object = None) -> None:
        channel.sendall((json.dumps([error, value], default=str) + "\n").encode())

    def look() -> None:
        value = evaluated(awaited)
        if value:
            clock.stop()
            reply("", value)

    def evaluated(source: str) -> object:
        try:
            return eval(source, names)
        except Exception as error:
            clock.stop()
            reply(repr(error))
            return None

    def take() -> None:
        nonlocal awaited
        line = lines.readline()
        if not line:
            notifier.setEnabled(False)
            window.close()  # the test is gone
            return
        kind, source = json.loads(line)
        match kind:
            case "wait":
                awaited = source
                clock.start()
            case "do":
                try:
                    exec(source, names)
                except Exception as error:
                    reply(repr(error))
                else:
                    reply("")
            case "ask":
                value = evaluated(source)
                reply("", value)

    clock.timeout.connect(look)
    notifier.activated.connect(take)


def main() -> int:
    """Run ``handdigit`` with a window that is driven."""
    from handdigit import cli
    from handdigit.gui import app

    _, descriptor, *arguments = sys.argv

    class Window(app.MainWindow):  # type: ignore[name-defined]
        def showEvent(self, event: Any) -> None:  # noqa: N802
            super().showEvent(event)
            _serve(self, int(descriptor))

    app.MainWindow = Window
    return cli.main(arguments)


if __name__ == "__main__":
    sys.exit(main())

"""A child ends with its parent, logs through it, and its end is always told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from handdigit.data.paths import AppPaths
from handdigit.engine.child import Child
from tests.engine.children import log_and_fail, sleep_forever

TIMEOUT_S = 60.0
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}

SCRIPT = """
import sys, time
from handdigit.engine.child import Child
from tests.engine.children import sleep_forever

if __name__ == "__main__":
    child = Child(sleep_forever, lambda child, text: print(text, flush=True), lambda child: None)
    print(child.pid, flush=True)
    time.sleep(60)
"""
WINDOW_LOG = """
import sys, threading
from pathlib import Path
from handdigit.data.paths import AppPaths
from handdigit.engine.child import Child
from handdigit.gui.app import start_log
from tests.engine.children import log_and_fail

if __name__ == "__main__":
    start_log(AppPaths(Path(sys.argv[1])))
    thread = threading.Thread(target=lambda: 1 / 0, name="worker-of-the-window")
    thread.start()
    thread.join()
    ended = threading.Event()
    Child(log_and_fail, lambda *_: None, lambda _: ended.set())
    ended.wait(60)
"""


def test_the_child_of_a_killed_parent_ends(tmp_path: Path):
    script = tmp_path / "parent.py"
    script.write_text(SCRIPT)
    parent = subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=ENVIRONMENT
    )
    assert parent.stdout is not None
    with parent, parent.stdout:
        pid = int(parent.stdout.readline())
        # Only once its message is here does the child watch its parent.
        assert parent.stdout.readline() == "awake\n"
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and _is_running(pid):
        time.sleep(0.02)
    assert not _is_running(pid)


def _is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_what_a_child_logs_and_every_uncaught_exception_are_in_the_parents_log(caplog):
    caplog.set_level("INFO")
    ended = threading.Event()
    Child(log_and_fail, lambda *_: None, lambda _: ended.set())
    assert ended.wait(TIMEOUT_S)
    messages = [record.getMessage() for record in caplog.records]
    assert [record.levelname for record in caplog.records] == ["INFO", *["ERROR"] * 4]
    assert messages[0] == "log_and_fail: handdigit.somewhere: all is well"
    for message, error in zip(messages[1:4], ("caught", "in a thread", "at last"), strict=True):
        assert "Traceback" in message
        assert message.endswith(f"ValueError: {error}")
    assert "doomed" in messages[2]
    assert messages[4] == "log_and_fail ended with exit code 1"


def test_a_message_that_cannot_be_taken_ends_the_child_and_the_end_is_told(caplog):
    ended = threading.Event()
    child = Child(sleep_forever, lambda _child, text: int(text), lambda _: ended.set())
    assert ended.wait(TIMEOUT_S)
    assert not _is_running(child.pid)
    assert "invalid literal for int() with base 10: 'awake'" in caplog.text


def test_a_message_that_cannot_be_sent_ends_the_child_and_the_end_is_told(caplog):
    ended = threading.Event()
    child = Child(sleep_forever, lambda *_: None, lambda _: ended.set())
    child.send(lambda: "nothing that can be pickled")
    assert ended.wait(TIMEOUT_S)
    assert not _is_running(child.pid)
    assert "pickle" in caplog.text


def test_the_windows_log_has_what_ended_a_thread_or_a_child(tmp_path: Path):
    script, data = tmp_path / "window.py", tmp_path / "data"
    script.write_text(WINDOW_LOG)
    command = [sys.executable, str(script), str(data)]
    subprocess.run(command, check=True, env=ENVIRONMENT, timeout=TIMEOUT_S)
    log = AppPaths(data).log.read_text()
    assert "worker-of-the-window" in log
    assert "ZeroDivisionError" in log
    assert "log_and_fail: handdigit.somewhere: all is well" in log
    assert "ValueError: at last" in log

"""A child ends with its parent, logs through it, and its end is always told."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

from handdigit.engine.process import Child
from handdigit.storage.paths import AppPaths
from tests.engine.children import let_torch_log, log_and_fail, sleep_forever
from tests.processes import needs_linux, wait_for_end

TIMEOUT_S = 60.0
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}

SCRIPT = """
import sys
from handdigit.engine.process import Child
from tests.engine.children import sleep_forever

if __name__ == "__main__":
    child = Child(sleep_forever, lambda child, text: print(text, flush=True), lambda child: None)
    print(child.pid, flush=True)
    sys.stdin.read()
"""
WINDOW_LOG = """
import sys, threading
from pathlib import Path
from handdigit.storage.paths import AppPaths
from handdigit.engine.process import Child
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


@needs_linux
def test_the_child_of_a_killed_parent_ends(tmp_path: Path):
    script = tmp_path / "parent.py"
    script.write_text(SCRIPT)
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        # Only once its message is here does the child watch its parent.
        assert parent.stdout.readline() == "awake\n"
        parent.kill()
    wait_for_end([pid])


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


def test_what_torch_logs_in_a_child_is_in_the_parents_log_and_brings_no_compiler(caplog, capfd):
    ended, messages = threading.Event(), []
    Child(let_torch_log, lambda _, message: messages.append(message), lambda _: ended.set())
    assert ended.wait(TIMEOUT_S)
    assert messages == [False]
    [record] = [record for record in caplog.records if "not imported" in record.getMessage()]
    assert "OSError: Too many open files" in record.getMessage()
    assert capfd.readouterr().err == ""


def test_a_message_that_cannot_be_taken_ends_the_child_and_the_end_is_told(caplog):
    ended = threading.Event()
    child = Child(sleep_forever, lambda _child, text: int(text), lambda _: ended.set())
    assert ended.wait(TIMEOUT_S)
    wait_for_end([child.pid])
    assert "invalid literal for int() with base 10: 'awake'" in caplog.text


def test_a_message_that_cannot_be_sent_ends_the_child_and_the_end_is_told(caplog):
    ended = threading.Event()
    child = Child(sleep_forever, lambda *_: None, lambda _: ended.set())
    child.send(lambda: "nothing that can be pickled")
    assert ended.wait(TIMEOUT_S)
    wait_for_end([child.pid])
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

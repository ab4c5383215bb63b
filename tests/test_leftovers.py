"""What fails a test that leaves something behind: it sees each kind."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import threading

import pytest

from tests.leftovers import kept_running, running, wait_for_the_rest


@pytest.fixture
def waiting_thread():
    end = threading.Event()
    thread = threading.Thread(target=end.wait, name="forgotten")
    yield thread
    end.set()
    thread.join()


def test_a_thread_is_seen_unless_it_is_kept(waiting_thread):
    before = running()
    waiting_thread.start()
    assert wait_for_the_rest(before, 0) == ["the thread 'forgotten'"]


def test_what_is_kept_is_not_reported(waiting_thread):
    before = running()
    with kept_running():
        waiting_thread.start()
    assert wait_for_the_rest(before, 0) == []


@pytest.mark.skipif(sys.platform != "linux", reason="Linux lists the children of a process")
def test_a_process_is_seen_until_somebody_has_waited_for_it():
    before = running()
    command = [sys.executable, "-c", "print(flush=True); input()"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None
        process.stdout.readline()  # before it runs, it has no command line
        (left,) = wait_for_the_rest(before, 0)
        assert left.startswith(f"the process {process.pid} {sys.executable}")
    assert wait_for_the_rest(before) == []


def test_a_child_that_is_ending_is_waited_for():
    before = running()
    multiprocessing.get_context("spawn").Process(target=print).start()
    assert wait_for_the_rest(before) == []

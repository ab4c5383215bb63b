"""Work in a thread of the window: in order, told on the window's thread, to be cancelled."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from handdigit.errors import HanddigitError
from handdigit.gui.state.background import Background, finish_writing


@pytest.fixture
def background(qapp):
    made = Background("test")
    yield made
    made.finish()


def not_wanted(*_):
    pytest.fail("nobody waits for this")


def test_pieces_of_work_follow_each_other_and_are_told_on_the_windows_thread(qtbot, background):
    told, busy = [], []
    background.busy_changed.connect(busy.append)
    go_on = threading.Event()

    def work(number):
        def do(job):
            job.tell(lambda: told.append((number, "news", threading.current_thread())))
            assert go_on.wait(60)
            return number

        return do

    for number in range(3):
        background.start(
            work(number),
            lambda value: told.append((value, "done", threading.current_thread())),
            not_wanted,
        )
    qtbot.waitUntil(lambda: len(told) == 1)
    assert background.is_busy
    go_on.set()
    qtbot.waitUntil(lambda: not background.is_busy)
    here = threading.current_thread()
    expected = [(number, what, here) for number in range(3) for what in ("news", "done")]
    assert told == expected
    assert busy == [True, False]


def test_a_failure_is_a_sentence(qtbot, background):
    def work(_job):
        raise HanddigitError("The disk is full.")

    told = []
    background.start(work, not_wanted, told.append)
    qtbot.waitUntil(lambda: told == ["The disk is full."])
    assert not background.is_busy


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_is_a_sentence_too_and_keeps_its_traceback(qtbot, background, monkeypatch):
    caught, told = [], []
    monkeypatch.setattr(threading, "excepthook", lambda found: caught.append(found.exc_type))
    background.start(lambda _job: 1 // 0, not_wanted, told.append)
    qtbot.waitUntil(lambda: bool(told))
    background.finish()
    assert "ZeroDivisionError" in told[0]
    assert caught == [ZeroDivisionError]


def test_what_is_cancelled_is_not_told_and_what_follows_waits_for_its_end(qtbot, background):
    let_go, order, told = threading.Event(), [], []

    def long(job):
        assert job.cancelled.wait(60)
        assert let_go.wait(60)
        order.append("long")

    job = background.start(long, not_wanted, not_wanted)
    background.cancel(job)
    assert not background.is_busy
    background.cancel(job)  # twice is once
    never = background.start(lambda _job: order.append("never"), not_wanted, not_wanted)
    background.cancel(never)
    background.start(lambda _job: order.append("short"), told.append, not_wanted)
    let_go.set()
    qtbot.waitUntil(lambda: told == [None])
    assert order == ["long", "short"]


def test_the_window_waits_for_what_is_being_written(background):
    written = []
    background.start(lambda _job: written.append(1), lambda _: None, not_wanted)
    background.finish()
    assert written == [1]


def test_what_takes_long_is_said_to_and_what_only_reads_holds_no_window_up(qtbot):
    window = QObject()
    reading, writing = Background("reading", window), Background("writing", window, writes=True)
    slow, go_on, written = [], threading.Event(), []
    reading.slowness_changed.connect(slow.append)
    reading.start(lambda _job: go_on.wait(60), lambda _: None, not_wanted)
    qtbot.waitUntil(lambda: slow == [True])
    assert reading.is_slow
    writing.start(lambda _job: written.append(1), lambda _: None, not_wanted)
    finish_writing(window)
    assert written == [1]
    assert reading.is_busy
    go_on.set()
    qtbot.waitUntil(lambda: slow == [True, False])
    reading.finish()

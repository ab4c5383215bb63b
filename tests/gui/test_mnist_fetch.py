"""Fetching MNIST while the window lives on."""

from __future__ import annotations

import threading

import pytest

from handdigit.gui.state.training.mnist_fetch import MnistFetch
from handdigit.storage.datasets import mnist
from tests.storage.datasets import mirrors
from tests.storage.datasets.mirrors import CONTENT, SMALL_FILES, TOTAL, Mirror


@pytest.fixture
def make(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    monkeypatch.setattr(mnist, "TIMEOUT_S", 0.2)

    def make(*urls: str) -> MnistFetch:
        return MnistFetch(tmp_path / "mnist", mirrors=urls, files=SMALL_FILES)

    yield make
    for thread in threading.enumerate():
        if thread.name == "fetch MNIST":
            thread.join()


def test_it_tells_its_progress_and_its_end(qtbot, make):
    with Mirror(mirrors.good) as mirror:
        fetch = make(mirror.url)
        told = []
        fetch.progressed.connect(told.append)
        assert not fetch.is_there
        with qtbot.waitSignal(fetch.fetched):
            fetch.start()
            assert fetch.is_running
            fetch.start()
    assert fetch.is_there
    assert not fetch.is_running
    assert told[-1].done == told[-1].total == TOTAL


def test_a_failure_is_a_sentence(qtbot, make):
    with Mirror(mirrors.missing) as mirror:
        fetch = make(mirror.url)
        with qtbot.waitSignal(fetch.failed) as caught:
            fetch.start()
    assert "404" in caught.args[0]
    assert "choose From Folder…" in caught.args[0]  # the button beside it, no command line
    assert "fetch-data" not in caught.args[0]
    assert not fetch.is_running


def test_cancelling_takes_no_time_and_the_next_start_goes_on(qtbot, make):
    with Mirror(mirrors.stalling) as slow:
        fetch = make(slow.url)
        with qtbot.waitSignal(fetch.progressed):
            fetch.start()
        with qtbot.waitSignal(fetch.cancelled):
            fetch.cancel()
        assert not fetch.is_running
        with qtbot.assertNotEmitted(fetch.cancelled):
            fetch.cancel()
        slow.asked.clear()
        slow.answer = mirrors.good
        with qtbot.waitSignal(fetch.fetched):
            fetch.start()
        assert slow.asked[0][1] is not None, "it asked for the rest only"


def test_files_at_hand(qtbot, make, tmp_path):
    fetch = make()
    with qtbot.waitSignal(fetch.failed):
        fetch.start_from(tmp_path)
    for file in SMALL_FILES:
        (tmp_path / file.plain_name).write_bytes(CONTENT[file.name])
    with qtbot.waitSignal(fetch.fetched):
        fetch.start_from(tmp_path)
    assert fetch.is_there

"""What fails a test that leaves a window or a timer behind: it sees both."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tests.leftovers import open_in_qt


def test_a_timer_and_a_window_are_seen_until_they_end(qapp):
    timer, window = QTimer(), QWidget()
    timer.start(1000)
    window.show()
    assert [left.partition(" ")[2].split()[0] for left in open_in_qt()] == ["timer", "window"]
    timer.stop()
    window.close()
    assert open_in_qt() == []

"""Opening, drawing and closing, again and again: nothing adds up, nothing stays."""

from __future__ import annotations

import gc
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.driving import draw

CYCLES = int(os.environ.get("HANDDIGIT_SOAK_CYCLES", "5"))


def children() -> set[str]:
    tasks = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {pid for task in tasks for pid in task.read_text().split()}


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="counts processes in /proc")
@pytest.mark.usefixtures("own_engines")
def test_soak_windows_come_and_go(qtbot, make_main_window, seven):
    first = make_main_window()
    first.close()
    before = (children(), threading.active_count())
    for _ in range(CYCLES):
        window = make_main_window()
        draw(window.canvas, seven)
        window.close()
    gc.collect()
    QApplication.processEvents()
    assert children() == before[0]
    assert threading.active_count() == before[1]

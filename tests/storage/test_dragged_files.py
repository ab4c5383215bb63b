"""The folder of what is dragged out of a window, among those of other windows."""

from __future__ import annotations

import subprocess
import sys

import pytest

from handdigit.storage.atomic import remove_leftovers
from handdigit.storage.dragged_files import DraggedFiles

KILLED = """
import os, signal, sys
from pathlib import Path
from handdigit.storage.dragged_files import DraggedFiles
files = DraggedFiles(Path(sys.argv[1]))
folder = files.folder()
(folder / "answer.png").write_bytes(b"7")
print(folder, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_each_window_has_its_own_folder_until_it_closes(tmp_path):
    parent = tmp_path / "dragged"
    one, other = DraggedFiles(parent), DraggedFiles(parent)
    one.close()
    assert not parent.exists(), "nothing was dragged"
    assert one.folder() == one.folder() != other.folder()
    (other.folder() / "answer.png").write_bytes(b"7")
    one.close()
    assert len(list(parent.iterdir())) == 1
    other.close()
    assert not parent.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there, leftovers are told by their age")
def test_what_a_killed_process_left_goes_at_the_next_start(tmp_path):
    parent = tmp_path / "dragged"
    subprocess.run([sys.executable, "-c", KILLED, str(parent)], check=False, capture_output=True)
    (left,) = parent.iterdir()
    mine = DraggedFiles(parent)
    mine.folder()
    remove_leftovers(tmp_path, below=True)
    assert list(parent.iterdir()) == [mine.folder()]
    assert not left.exists()
    mine.close()

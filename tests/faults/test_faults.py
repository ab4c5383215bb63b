"""Every fault strikes every process: nothing is lost, one sentence says what to do.

``python -m tests.faults`` runs all of them and prints the table; a few are quick enough to be
run with all other tests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.scenarios import PROCESSES
from tests.faults.striking import FAULTS, KILLED, Fault, data_folder
from tests.processes import needs_linux

pytestmark = needs_linux
ALONE = "window with trainer"
"""Of this one only the kill is left: its other faults are the window's and the trainer's."""
CELLS = [
    (process, fault)
    for process in PROCESSES
    for fault in FAULTS
    if process != ALONE or fault is KILLED
]
DISK, READ_ONLY, IN_USE = "No space left on device", "Read-only file system", "in use by another"
LINK = "is a link, and nothing is written outside of"
SAID = {
    ("window", "disk full"): "is full: make room, then try again",
    ("window", "locked database"): IN_USE,
    ("window", "no descriptors"): "cannot be opened, too many files are",
    ("window", "links"): LINK,
    ("engine", "kill -9"): "The engine stopped. Starting it again",
    ("engine", "no descriptors"): "cannot be read: Too many open files",
    ("trainer", "kill -9"): "all but its last seconds is kept: resume to go on",
    ("trainer", "disk full"): DISK,
    ("window", "read-only folder"): "samples.sqlite cannot be written",
    ("trainer", "read-only folder"): READ_ONLY,
    ("trainer", "no descriptors"): "Too many open files",
    ("trainer", "links"): LINK,
    (ALONE, "kill -9"): "was interrupted: go on with it in Retrain",
    ("teacher", "kill -9"): "the model is as it was. Try again",
    ("teacher", "disk full"): DISK,
    ("teacher", "read-only folder"): READ_ONLY,
    ("teacher", "no descriptors"): "Too many open files",
    ("teacher", "links"): LINK,
    ("classify", "no descriptors"): "Too many open files",
    ("evaluate", "no descriptors"): "Too many open files",
    ("train", "no descriptors"): "Too many open files",
    ("evaluate", "vanished folder"): "samples",
    ("evaluate", "links"): LINK,
    ("train", "disk full"): DISK,
    ("train", "read-only folder"): READ_ONLY,
    ("train", "vanished folder"): "There are no samples to learn from yet",
    ("train", "links"): LINK,
    ("models import", "disk full"): DISK,
    ("models import", "read-only folder"): READ_ONLY,
    ("models import", "no descriptors"): "Too many open files",
    ("models import", "links"): LINK,
}
"""A part of the sentence; where there is none the process goes on as if nothing were the matter."""
MAY_COME_LATE = {("teacher", "no descriptors")}
"""Once the lesson is under way it opens no file: one that is struck then ends as if nothing were
the matter, which the scenario sees by the model that is kept."""
QUICK = {
    ("window", "no descriptors"),
    ("engine", "SIGSTOP, SIGCONT"),
    ("models import", "disk full"),
    ("models import", "links"),
}


def marked(process: str, fault: Fault) -> object:
    long = () if (process, fault.name) in QUICK else (pytest.mark.long,)
    return pytest.param(process, fault, marks=long, id=f"{process}-{fault.name}")


@pytest.mark.parametrize(("process", "fault"), [marked(*cell) for cell in CELLS])
def test_nothing_is_lost_and_one_sentence_says_so(
    process: str, fault: Fault, tmp_path: Path, record_property
):
    with data_folder(fault, tmp_path) as data:
        said = PROCESSES[process](fault, data)
    record_property("sentence", said)
    cell = (process, fault.name)
    if cell in MAY_COME_LATE and not said:
        return
    expected = SAID.get(cell, "")
    assert expected in said
    assert expected or not said

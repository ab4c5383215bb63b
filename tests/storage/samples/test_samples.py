"""The database of the user's samples: what is in it stays in it."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest

from handdigit.errors import HanddigitError
from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.ink.normalise import normalise_ink
from handdigit.network.alphabet import DIGITS
from handdigit.storage.samples import schema as samples_schema
from handdigit.storage.samples.sample_store import NewSample, SamplesError, SampleStore
from tests.processes import kill

SEVEN = Ink.from_xy([[(0.2, 0.2), (0.8, 0.2), (0.4, 0.9)], [(0.3, 0.5), (0.6, 0.5)]])
PRESSED = Ink((Stroke((Point(0.1, 0.2, 0.5, 0.01), Point(0.3, 0.9, None, 0.02))),))


def a_picture(seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (28, 28), np.uint8)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "samples.sqlite"


@pytest.fixture
def store(path: Path):
    with SampleStore(path) as store:
        yield store


def test_what_was_added_is_there_for_another_store(path, store):
    added = store.add(PRESSED, "1")
    store.add(a_picture(), "7", origin="digits.png")
    with SampleStore(path) as other:
        first, second = other.samples()
    assert (first.id, first.label, first.ink, first.picture) == (added.id, "1", PRESSED, None)
    assert (first.origin, first.created) == ("canvas", added.created)
    assert (second.label, second.ink, second.origin) == ("7", None, "digits.png")
    assert np.array_equal(second.picture, a_picture())
    assert np.array_equal(second.as_fed(), a_picture())
    assert np.array_equal(first.as_fed(), normalise_ink(PRESSED).picture)


def test_reading_alone_makes_no_file(path, store):
    assert store.samples() == store.origins() == ()
    assert not store.entries()
    assert store.counts() == {}
    assert store.revision() == 0
    assert not path.parent.exists()


def test_samples_are_found_by_label_origin_and_whether_they_are_held_out(store):
    store.add_all(
        [
            NewSample(SEVEN, "7", held_out=True),
            NewSample(SEVEN, "7", "inks.jsonl"),
            NewSample(SEVEN, "1", "inks.jsonl"),
        ]
    )
    assert [s.label for s in store.samples(origin="inks.jsonl")] == ["7", "1"]
    assert [s.origin for s in store.samples(label="7")] == ["canvas", "inks.jsonl"]
    assert [s.id for s in store.entries(label="7", held_out=True)] == [1]
    assert [s.id for s in store.samples(ids=[3, 1, 99])] == [1, 3]
    assert store.counts() == {"1": 1, "7": 2}
    assert store.counts(held_out=False) == {"1": 1, "7": 1}
    assert store.origins() == ("canvas", "inks.jsonl")


def test_every_fifth_sample_of_a_label_is_held_out(store):
    one_by_one = [store.add(SEVEN, "7").held_out for _ in range(10)]
    assert [i for i, held in enumerate(one_by_one) if held] == [2, 7]
    store.add_all([NewSample(SEVEN, label) for label in "12" for _ in range(20)])
    assert store.counts(held_out=True) == {"1": 4, "2": 4, "7": 2}
    assert len(store.samples(label="1", held_out=False)) == 16


def test_what_is_held_out_elsewhere_does_not_stand_for_ones_own_hand(store):
    for _ in range(9):
        assert store.add(SEVEN, "7", origin="MNIST test", held_out=True).held_out
    assert [store.add(SEVEN, "7").held_out for _ in range(3)] == [False, False, True]


def test_relabelling_can_be_taken_back(store):
    for label in "177":
        store.add(SEVEN, label)
    before = store.relabel([1, 2, 99], "4")
    assert [s.label for s in store.samples()] == ["4", "4", "7"]
    store.set_labels(before)
    assert [s.label for s in store.samples()] == ["1", "7", "7"]


def test_deleted_samples_come_back_as_they_were(store):
    for label in "177":
        store.add(SEVEN, label, origin="o")
    before = store.samples()
    removed = store.delete([1, 3])
    assert [identity for identity, *_ in removed] == [1, 3]
    assert [s.id for s in store.samples()] == [2]
    assert store.add(SEVEN, "0").id == 4, "an id is never used again"
    store.delete([4])
    store.restore(removed)
    store.restore(removed)
    after = store.samples()
    for a, b in zip(before, after, strict=True):
        assert (a.id, a.label, a.ink, a.created, a.origin, a.held_out) == (
            b.id, b.label, b.ink, b.created, b.origin, b.held_out,
        )  # fmt: skip


@pytest.mark.parametrize("nothing", [Ink(), np.zeros((28, 28), np.uint8)], ids=["ink", "picture"])
def test_all_are_added_or_none(store, nothing):
    with pytest.raises(HanddigitError, match="ink"):
        store.add_all([NewSample(SEVEN, "7"), NewSample(nothing, "3")])
    assert store.samples() == ()
    with pytest.raises(HanddigitError, match="A class is called by"):
        store.add_all([NewSample(SEVEN, "7"), NewSample(SEVEN, "8"), NewSample(SEVEN, "")])
    assert store.samples() == ()


def test_many_samples_are_quickly_listed(store):
    store.add_all(
        NewSample(a_picture(int(label)), label) for label in DIGITS.names for _ in range(1000)
    )
    assert len(store.entries(label="3")) == 1000
    assert store.counts() == dict.fromkeys(DIGITS.names, 1000)
    assert len(store.delete(range(1, 5001))) == 5000


def test_a_change_by_another_window_is_noticed(path, store):
    store.add(SEVEN, "7")
    before = store.revision()
    store.add(SEVEN, "7")
    assert store.revision() == before, "own changes are known"
    with SampleStore(path) as other:
        other.add(SEVEN, "1")
    assert store.revision() != before
    assert store.counts()["1"] == 1


def _add_until_killed(path: Path, pipe: Connection) -> None:
    store = SampleStore(path)
    while True:
        pipe.send(store.add(SEVEN, "7").id)


def test_what_was_labelled_survives_kill_9(path):
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_add_until_killed, args=(path, sender))
    process.start()
    sender.close()
    last = 0
    try:
        while last < 20:
            last = receiver.recv()
    finally:
        assert process.pid is not None
        kill(process.pid)
        process.join()
    while True:  # what it still told before it was killed
        try:
            last = receiver.recv()
        except EOFError:
            break
    receiver.close()
    with SampleStore(path) as store:
        ids = [entry.id for entry in store.entries()]
        assert ids[:last] == list(range(1, last + 1))
        assert store.add(SEVEN, "7").id == len(ids) + 1


def test_two_windows_take_turns(path, store, monkeypatch):
    monkeypatch.setattr(samples_schema, "BUSY_TIMEOUT_MS", 1)
    store.add(SEVEN, "7")
    with SampleStore(path) as other:
        other.add(SEVEN, "1")
        store.add(SEVEN, "2")
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        impatient = SampleStore(path)
        assert impatient.counts()["1"] == 1, "reading waits for nobody"
        with pytest.raises(SamplesError, match="in use by another window"):
            impatient.add(SEVEN, "3")
        writer.execute("ROLLBACK")
        writer.close()
        assert impatient.add(SEVEN, "3").id == 4
        impatient.close()


def test_a_database_from_a_newer_version_is_refused_unchanged(path, store):
    store.add(SEVEN, "7")
    store.close()
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {samples_schema.VERSION + 1}")
    database.close()
    before = path.read_bytes()
    for question in (store.samples, store.counts, lambda: store.add(SEVEN, "7")):
        with pytest.raises(SamplesError, match="newer handdigit"):
            question()
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(path, store):
    path.parent.mkdir()
    path.write_bytes(b"my shopping list, more than a hundred bytes of it " * 30)
    before = path.read_bytes()
    with pytest.raises(SamplesError, match="damaged or no database"):
        store.add(SEVEN, "7")
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_database_of_another_program_is_left_alone(path, store):
    path.parent.mkdir()
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE bookmarks (url TEXT)")
    database.commit()
    database.close()
    before = path.read_bytes()
    with pytest.raises(SamplesError, match="another program"):
        store.add(SEVEN, "7")
    assert path.read_bytes() == before


def test_a_folder_in_the_way_is_a_sentence(path, store):
    path.mkdir(parents=True)
    with pytest.raises(SamplesError, match="is no file"):
        store.add(SEVEN, "7")
    blocked = SampleStore(path / "file" / "samples.sqlite")
    (path / "file").write_text("")
    with pytest.raises(SamplesError, match="cannot be kept"):
        blocked.add(SEVEN, "7")


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="permissions bind users only")
def test_a_read_only_folder_is_a_sentence(path, store):
    store.add(SEVEN, "7")
    store.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with pytest.raises(SamplesError, match="cannot be written"):
            store.add(SEVEN, "7")
    finally:
        path.parent.chmod(0o755)


LIMITED = """
import resource, signal, sys
from pathlib import Path
import numpy as np
from handdigit.storage.samples.sample_store import NewSample, SampleStore
from handdigit.network.alphabet import DIGITS
from handdigit.errors import HanddigitError
store = SampleStore(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
picture = np.full((28, 28), 255, np.uint8)
try:
    store.add_all(NewSample(picture, "7") for _ in range(1000))
except HanddigitError as error:
    print(error)
"""


@pytest.mark.skipif(shutil.which("prlimit") is None, reason="needs file size limits")
def test_a_disk_that_takes_no_more_loses_nothing(path, store):
    store.add(SEVEN, "7")
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.count("\n") == 1
    assert "disk" in done.stdout
    assert [s.ink for s in store.samples()] == [SEVEN]
    store.add(SEVEN, "1")

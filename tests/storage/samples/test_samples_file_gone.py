"""What is acknowledged is in the file at the path, whatever happens to the file meanwhile."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from handdigit.ink.ink import Ink
from handdigit.storage.samples import sample_file
from handdigit.storage.samples.sample_store import NewSample, SamplesError, SampleStore

SEVEN = Ink.from_xy([[(0.2, 0.2), (0.8, 0.2), (0.4, 0.9)]])
pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file where it is")


def ink(number: int) -> Ink:
    return Ink.from_xy([[(number / 1000, 0.5), (0.5, 0.1)]])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "samples.sqlite"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def store(path: Path, told: list[str]) -> Iterator[SampleStore]:
    with SampleStore(path, told.append) as store:
        store.add_all(NewSample(ink(number), "7") for number in range(1, 6))
        yield store


def on_the_disk(path: Path) -> list[tuple[int, str]]:
    """Return ids and labels as another process sees them, in a copy of this one file."""
    copied = path.with_name("copy.sqlite")
    shutil.copy(path, copied)
    with sqlite3.connect(copied) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = database.execute("SELECT id, label FROM samples ORDER BY id").fetchall()
    database.close()
    copied.unlink()
    return found


def deleted(path: Path) -> None:
    path.unlink()


def moved_away(path: Path) -> None:
    path.rename(path.with_name("elsewhere.sqlite"))


def folder_removed(path: Path) -> None:
    shutil.rmtree(path.parent)


def replaced_by_a_backup(path: Path) -> None:
    """A state with fewer samples, made when they were: a sample is known by its time, too."""
    earlier = path.with_name("earlier.sqlite")
    shutil.copy(path, earlier)
    with SampleStore(earlier) as other:
        other.delete([4, 5])
    earlier.replace(path)


def replaced_by_an_empty_file(path: Path) -> None:
    path.unlink()
    path.touch()


WAYS = (deleted, moved_away, folder_removed, replaced_by_a_backup, replaced_by_an_empty_file)


@pytest.mark.parametrize("gone", WAYS)
def test_a_change_after_the_file_went_is_in_the_file_with_all_that_was_known(
    gone: Callable[[Path], None], path: Path, store: SampleStore, told: list[str]
) -> None:
    gone(path)
    added = store.add(SEVEN, "1")
    assert on_the_disk(path) == [(n, "7") for n in range(1, 6)] + [(added.id, "1")]
    assert len(told) == 1
    assert "put back: " in told[0]
    store.set_labels({1: "4"})
    assert on_the_disk(path)[0] == (1, "4")
    assert len(told) == 1
    assert not path.with_name(f"{path.name}-wal").exists()


@pytest.mark.parametrize("gone", WAYS)
def test_what_is_shown_after_the_file_went_is_in_the_file(
    gone: Callable[[Path], None], path: Path, store: SampleStore
) -> None:
    before = store.revision()
    store.relabel([2], "3")
    gone(path)
    assert store.revision() != before
    assert [(e.id, e.label) for e in store.entries()] == on_the_disk(path)
    assert on_the_disk(path) == [(1, "7"), (2, "3"), (3, "7"), (4, "7"), (5, "7")]
    store.delete([5])
    assert store.add(SEVEN, "1").id == 6, "an id is never used again"


@pytest.mark.parametrize("moment", ["before the first write", "before the commit", "after it"])
@pytest.mark.parametrize("gone", [deleted, replaced_by_a_backup, folder_removed])
def test_a_file_that_goes_during_a_change(
    moment: str,
    gone: Callable[[Path], None],
    path: Path,
    store: SampleStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Interfering:
        """A connection during whose statements the file goes, once."""

        def __init__(self, database: sqlite3.Connection) -> None:
            self._database = database

        def __getattr__(self, name: str) -> object:
            return getattr(self._database, name)

        def execute(self, query: str, *values: object) -> sqlite3.Cursor:
            nonlocal went
            at = {"before the first write": "INSERT", "before the commit": "COMMIT"}.get(moment)
            if not went and at and query.startswith(at):
                went = True
                gone(path)
            cursor = self._database.execute(query, *values)
            if not went and moment == "after it" and query == "COMMIT":
                went = True
                gone(path)
            return cursor

    went = False
    store.close()
    real = sample_file.open_database
    monkeypatch.setattr(sample_file, "open_database", lambda path: Interfering(real(path)))
    (added,) = store.add_all([NewSample(SEVEN, "1")])
    assert went
    assert on_the_disk(path) == [(n, "7") for n in range(1, 6)] + [(added, "1")]


def test_two_windows_go_on_with_one_file(path: Path, store: SampleStore) -> None:
    with SampleStore(path) as other:
        assert len(other.entries()) == 5
        path.unlink()
        first = store.add(SEVEN, "1").id
        second = other.add(SEVEN, "2").id
        assert (first, second) == (6, 7)
        assert store.entries() == other.entries()
    assert len(on_the_disk(path)) == 7


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.set_labels({1: "9"}),
        lambda store: store.relabel([1], "9"),
        lambda store: store.delete([1]),
    ],
    ids=["set labels", "relabel", "delete"],
)
def test_samples_of_another_are_kept_under_their_ids_and_a_change_by_id_is_refused(
    path: Path, store: SampleStore, told: list[str], change: Callable[[SampleStore], object]
) -> None:
    foreign = path.with_name("foreign.sqlite")
    with SampleStore(foreign) as other:
        other.add_all(NewSample(ink(100 + number), "2") for number in range(1, 4))
    foreign.replace(path)
    with pytest.raises(SamplesError, match="choose the samples again"):
        change(store)
    theirs, ours = [(n, "2") for n in (1, 2, 3)], [(4, "7"), (5, "7")]
    assert on_the_disk(path) == theirs + ours + [(6, "7"), (7, "7"), (8, "7")]
    assert [s.drawing for s in store.samples(ids=[6, 7, 8])] == [ink(1), ink(2), ink(3)]
    assert "put back: 5" in told[0]


def test_of_two_windows_only_one_puts_renumbered_samples_back(
    path: Path, store: SampleStore
) -> None:
    with SampleStore(path) as other:
        assert len(other.entries()) == 5
        path.unlink()
        with SampleStore(path) as third:
            third.add(ink(100), "2")
        assert len(store.entries()) == 6
        assert len(other.entries()) == 6


def test_nothing_is_acknowledged_where_the_path_takes_nothing(
    path: Path, store: SampleStore
) -> None:
    path.unlink()
    path.mkdir()
    for _ in range(2):
        with pytest.raises(SamplesError, match="is no file"):
            store.add(SEVEN, "1")
    path.rmdir()
    assert store.add(SEVEN, "1").id == 6, "what was known was not forgotten"
    assert len(on_the_disk(path)) == 6


def test_the_file_alone_has_every_sample_while_the_store_is_open(
    path: Path, store: SampleStore
) -> None:
    store.add(np.full((28, 28), 9, np.uint8), "1")
    assert len(on_the_disk(path)) == 6
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_database_with_a_write_ahead_log_gets_its_log_put_in(path: Path) -> None:
    path.parent.mkdir()
    with SampleStore(path) as store:
        store.add(ink(1), "7")
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("UPDATE samples SET label = '4'")
    with SampleStore(path) as store:
        assert store.counts() == {"4": 1}, "the other program still has it open"
    database.close()
    with SampleStore(path) as store:
        store.add(ink(2), "7")
        assert on_the_disk(path) == [(1, "4"), (2, "7")]


def test_an_older_copy_that_is_written_into_the_file_loses_nothing_written_here(
    path: Path, store: SampleStore, told: list[str]
) -> None:
    copy = path.with_name("copy.sqlite")
    shutil.copy(path, copy)
    added = [store.add(ink(50 + number), "3").id for number in range(3)]
    store.relabel(added[:1], "4")
    store.delete(added[1:2])
    with path.open("r+b") as file:  # the same file: device and inode stay
        file.write(copy.read_bytes())
        file.truncate()
    last = store.add(SEVEN, "9").id
    assert on_the_disk(path) == [(n, "7") for n in range(1, 6)] + [
        (added[0], "4"),
        (added[2], "3"),
        (last, "9"),
    ]
    assert "put back: 2" in told[-1]


def test_garbage_that_is_written_into_the_file_loses_nothing_written_here(
    path: Path, store: SampleStore, told: list[str]
) -> None:
    store.back_up()
    added = [store.add(ink(50 + number), "3").id for number in range(3)]
    path.write_bytes(bytes(range(256)) * 12)
    last = store.add(SEVEN, "9").id
    expected = [(n, "7") for n in range(1, 6)] + [(n, "3") for n in added] + [(last, "9")]
    assert on_the_disk(path) == expected
    assert "repaired" in told[0]


def test_what_another_window_deletes_is_not_put_back(
    path: Path, store: SampleStore, told: list[str]
) -> None:
    added = store.add(ink(50), "3").id
    with SampleStore(path) as other:
        other.delete([added])
    assert store.add(SEVEN, "9").id == added + 1
    assert (added, "3") not in on_the_disk(path)
    assert told == []

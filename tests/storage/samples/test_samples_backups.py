"""A backup a day, the last seven of them."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from handdigit.storage.samples import backups
from handdigit.storage.samples.sample_store import NewSample, SampleStore
from tests.storage.samples.mutated_databases import SEVEN, damaged_row, write_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "samples.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[SampleStore]:
    write_database(path)
    with SampleStore(path) as store:
        yield store


def names(path: Path) -> list[str]:
    return [backup.stem.removeprefix("samples-") for backup in backups.backups_of(path)]


def on_day(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setattr(backups, "today", lambda: day)


def test_a_backup_is_a_database_with_every_sample(path: Path, store: SampleStore) -> None:
    backup = store.back_up()
    assert backup is not None
    assert backup.parent == path.parent / "backups"
    with SampleStore(backup) as copy:
        assert copy.entries() == store.entries()


def test_there_is_one_a_day_and_seven_at_most(
    path: Path, store: SampleStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [f"2026-01-{day:02}" for day in range(1, 11)]
    for day in days:
        on_day(monkeypatch, day)
        assert store.back_up() is not None
        assert store.back_up() is None
    assert names(path) == days[:2:-1]


def test_what_else_lies_in_the_folder_stays(
    path: Path, store: SampleStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = path.parent / "backups" / "samples-before the holidays.sqlite"
    theirs.parent.mkdir()
    theirs.write_bytes(b"")
    for day in range(1, 10):
        on_day(monkeypatch, f"2026-01-{day:02}")
        store.back_up()
    assert theirs.exists()


def test_no_backup_goes_for_one_of_a_damaged_database(
    path: Path, store: SampleStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 8):
        on_day(monkeypatch, f"2026-01-{day:02}")
        store.back_up()
    before = names(path)
    store.close()
    path.write_bytes(damaged_row(path.read_bytes(), "ink", "{"))
    on_day(monkeypatch, "2026-01-08")
    made = []
    monkeypatch.setattr(backups, "write_atomically", lambda path, content: made.append(path))
    told: list[str] = []
    with SampleStore(path, told.append) as damaged:
        assert damaged.back_up() is not None
        assert len(damaged.samples()) == len(store.entries())
    assert "from the backup of 2026-01-07: 1, lost: 0" in told[0]
    assert len(made) == 1, "of what was repaired"
    assert names(path) == before, "the oldest stays until another is written"


def test_without_a_database_there_is_no_backup(path: Path) -> None:
    with SampleStore(path) as store:
        assert store.back_up() is None
    assert not (path.parent / "backups").exists()


@pytest.mark.skipif(os.name != "posix", reason="needs permissions")
def test_databases_and_backups_have_the_permissions_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        with SampleStore(tmp_path / "samples.sqlite") as store:
            store.add(SEVEN, "7")
            assert store.back_up() is not None
    finally:
        os.umask(before)
    files = [*tmp_path.glob("*.sqlite"), *tmp_path.glob("backups/*")]
    assert [file.stat().st_mode & 0o777 for file in files] == [0o600, 0o600]


def test_one_store_may_be_used_by_one_thread_after_another(path: Path) -> None:
    store = SampleStore(path)
    store.add(SEVEN, "7")
    worker = threading.Thread(target=lambda: (store.add(SEVEN, "1"), store.back_up()))
    worker.start()
    worker.join()
    assert len(store.entries()) == 2
    store.close()


def test_while_many_are_made_ready_another_window_writes(path: Path) -> None:
    with SampleStore(path) as store, SampleStore(path) as other:
        other.add(SEVEN, "1")

        def slowly() -> Iterator[NewSample]:
            for label in "0123456789":
                yield NewSample(SEVEN, label)
                other.add(SEVEN, label)  # which would wait for a write lock, and be refused

        assert len(store.add_all(slowly())) == 10
        assert sum(other.counts().values()) == 21


def test_a_backup_is_made_while_another_window_holds_the_write_lock(
    path: Path, store: SampleStore
) -> None:
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert store.back_up() is not None
    writer.execute("ROLLBACK")
    writer.close()

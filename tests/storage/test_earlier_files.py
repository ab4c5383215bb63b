"""Files that the program wrote before there were alphabets are what they were: about digits."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from handdigit.network.alphabet import DIGITS
from handdigit.storage.models.model_file import read_model
from handdigit.storage.runs.run_store import RunStatus, RunStore
from handdigit.storage.samples.sample_store import SampleStore
from handdigit.storage.samples.schema import VERSION

EARLIER = Path(__file__).parents[1] / "earlier"
SAMPLES = (
    (1, "0", False),
    (2, "1", False),
    (3, "2", False),
    (4, "3", False),
    (6, "3", True),
    (7, "1", False),
    (8, "9", False),
    (9, "1", True),
)
"""Number, label and whether it is held out; 5 was deleted."""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return Path(shutil.copy(EARLIER / "samples.sqlite", tmp_path))


def rows(path: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as database:
        query = "SELECT id, ink, picture, created, origin, held_out FROM samples ORDER BY id"
        found = database.execute(query).fetchall()
    database.close()
    return found


def version(path: Path) -> int:
    database = sqlite3.connect(path)
    found = int(database.execute("PRAGMA user_version").fetchone()[0])
    database.close()
    return found


def test_samples_are_kept_to_the_last_byte_and_their_labels_become_names(database: Path) -> None:
    before = rows(database)
    assert version(database) == 1
    with SampleStore(database) as store:
        assert tuple((s.id, s.label, s.held_out) for s in store.samples()) == SAMPLES
        assert store.counts() == {"0": 1, "1": 3, "2": 1, "3": 2, "9": 1}
        assert [s.id for s in store.samples(label="3")] == [4, 6]
        assert store.origins() == ("canvas", "folder of pictures")
    assert rows(database) == before
    assert version(database) == VERSION


def test_what_comes_after_goes_on_where_the_earlier_program_stopped(database: Path) -> None:
    with SampleStore(database) as store:
        ink = store.samples(ids=[1])[0].drawing
        assert store.add(ink, "○").id == 10, "an id is never used again"
        store.delete(range(1, 11))
        assert store.add(ink, "7").id == 11
    with SampleStore(database) as other:
        assert [s.label for s in other.samples()] == ["7"]


def test_an_emptied_database_goes_on_counting_too(database: Path) -> None:
    emptied = sqlite3.connect(database)
    ink = emptied.execute("SELECT ink FROM samples WHERE id = 1").fetchone()[0]
    emptied.execute("DELETE FROM samples")
    emptied.commit()
    emptied.close()
    with SampleStore(database) as store:
        assert store.samples() == ()
    later = sqlite3.connect(database)
    row = ("○", ink, "", 1, 0)
    later.execute(
        "INSERT INTO samples (label, ink, created, origin, held_out) VALUES (?, ?, ?, ?, ?)", row
    )
    assert later.execute("SELECT id FROM samples").fetchone() == (10,)
    later.close()


def test_a_migration_that_fails_changes_nothing(database: Path, monkeypatch) -> None:
    from handdigit.storage.samples import schema as samples_schema

    broken = {**samples_schema._SCHEMAS, 1: samples_schema._SCHEMAS[1] + "SELECT nothing;"}
    monkeypatch.setattr(samples_schema, "_SCHEMAS", broken)
    with pytest.raises(samples_schema.SamplesError), SampleStore(database) as store:
        store.counts()
    monkeypatch.undo()
    assert version(database) == 1
    assert len(rows(database)) == len(SAMPLES)
    with SampleStore(database) as store:
        assert len(store.samples()) == len(SAMPLES)


def test_a_model_is_of_digits() -> None:
    model = read_model(EARLIER / "tiny.safetensors")
    assert model.info.alphabet == DIGITS
    assert model.info.architecture.class_count == 10
    assert model.info.to_json().keys().isdisjoint({"alphabet"})


def test_a_run_is_of_digits(tmp_path: Path) -> None:
    store = RunStore(tmp_path)
    shutil.copytree(EARLIER / "run", tmp_path / "run")
    (run,) = store.unfinished()
    assert (run.status, run.spec.alphabet) == (RunStatus.UNFINISHED, DIGITS)
    with store.locked(run):
        state = store.read_state(run)
    assert state is not None
    assert state.epoch == 1
    assert all(np.isfinite(values).all() for values in state.arrays.values())

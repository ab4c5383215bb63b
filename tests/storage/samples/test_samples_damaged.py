"""A damaged database costs a sentence and the samples that cannot be read, nothing else."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from handdigit.errors import HanddigitError
from handdigit.network.alphabet import DIGITS
from handdigit.storage.samples import backups, repair, schema
from handdigit.storage.samples.sample import pictures_as_fed
from handdigit.storage.samples.sample_store import SamplesError, SampleStore
from tests.storage.samples.mutated_databases import (
    PAGE,
    SEVEN,
    damaged_row,
    mutated,
    write_database,
)

STORED = 13
EARLIER = Path(__file__).parents[2] / "earlier" / "samples.sqlite"
SEED, COUNT = 16, 210


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "samples.sqlite"
    path.parent.mkdir()
    return path


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "samples.sqlite"
    write_database(path)
    return path.read_bytes()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def store(path: Path, told: list[str]) -> Iterator[SampleStore]:
    with SampleStore(path, told.append) as store:
        yield store


def without(content: bytes, page: int, length: int = PAGE) -> bytes:
    """Return the bytes of a database with a page zeroed, or the first bytes of it."""
    return content[: page * PAGE] + bytes(length) + content[page * PAGE + length :]


def kept(path: Path) -> list[Path]:
    return sorted(path.parent.glob("samples.damaged-*.sqlite"))


def every_call(store: SampleStore) -> list[Callable[[], object]]:
    return [
        store.entries,
        lambda: pictures_as_fed(store.samples()),
        lambda: store.counts(held_out=True),
        store.origins,
        store.revision,
        lambda: store.add(SEVEN, "7"),
        lambda: store.relabel([1, 2, 3], "4"),
        lambda: store.restore(store.delete([1, 2])),
        store.back_up,
        store.samples,
    ]


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is such a thing: nothing there waits for a disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


def test_mutated_databases_are_repaired_or_refused_with_a_sentence(
    quick_folder: Path, sound: bytes
) -> None:
    """Nothing but errors of the project comes out, and a repaired database stays repaired."""
    for number in range(COUNT):
        rng = random.Random(SEED * 1_000_000 + number)
        path = quick_folder / str(number) / "samples.sqlite"
        path.parent.mkdir()
        path.write_bytes(mutated(sound, rng))
        told: list[str] = []
        refused = False
        with SampleStore(path, told.append) as store:
            for call in rng.sample(every_call(store), 5):
                try:
                    call()
                except HanddigitError:
                    refused = True
            assert len(told) <= 1, number
        if told and not refused:
            with SampleStore(path, told.append) as store:
                assert store.back_up() is None or len(store.samples()) == len(store.entries())
            assert len(told) == len(kept(path)) == 1, number
        shutil.rmtree(path.parent)


# Each raised something else than a SamplesError, or lost what could be read.
@pytest.mark.parametrize(
    ("damage", "saved"),
    [
        pytest.param(lambda c: without(c, 0), STORED, id="first page"),
        pytest.param(lambda c: without(c, 0, 16), STORED, id="first bytes"),
        pytest.param(lambda c: without(c, 3), STORED, id="root of the samples"),
        pytest.param(lambda c: without(c, 5), STORED, id="index"),
        pytest.param(
            lambda c: c.replace(b"NOT NULL", b"NO\xff NULL"), STORED, id="text of a table"
        ),
        pytest.param(lambda c: c[:47] + b"\x90" + c[48:], STORED, id="file format"),
        pytest.param(lambda c: c[:68] + b"\x90" + c[69:], STORED, id="application"),
        pytest.param(lambda c: c[: -2 * PAGE - 99], None, id="cut"),
        pytest.param(lambda c: damaged_row(c, "ink", "{"), STORED - 1, id="ink"),
        pytest.param(lambda c: damaged_row(c, "ink", '{"strokes":[]}'), STORED - 1, id="no ink"),
        pytest.param(lambda c: damaged_row(c, "ink", None), STORED - 1, id="neither"),
        pytest.param(lambda c: damaged_row(c, "ink", b"\xff"), STORED - 1, id="ink of bytes"),
        pytest.param(lambda c: damaged_row(c, "label", b"\xff"), STORED - 1, id="label of bytes"),
        pytest.param(lambda c: damaged_row(c, "created", b"\xff"), STORED - 1, id="time"),
        pytest.param(lambda c: damaged_row(c, "held_out", "é"), STORED - 1, id="held out"),
        pytest.param(lambda c: damaged_row(c, "id", 2**63 - 1), STORED, id="last id of all"),
    ],
)
def test_what_can_be_read_goes_on_in_a_new_file(
    path: Path,
    store: SampleStore,
    told: list[str],
    sound: bytes,
    damage: Callable[[bytes], bytes],
    saved: int | None,
) -> None:
    damaged = damage(sound)
    assert damaged != sound
    path.write_bytes(damaged)
    store.samples()
    store.back_up()
    found = len(store.samples())
    assert found == saved if saved is not None else 0 < found < STORED
    added = store.add(SEVEN, "7").id
    assert added > 15 or saved is None, "an id is never used again"
    assert len(store.samples()) == found + 1
    (sentence,) = told
    assert f"samples saved: {found}" in sentence
    (copy,) = kept(path)
    assert copy.name in sentence
    assert copy.read_bytes() == damaged


def test_a_sample_is_the_same_after_a_repair(path: Path, store: SampleStore, sound: bytes) -> None:
    path.write_bytes(sound)
    before = store.samples()
    store.close()
    path.write_bytes(without(sound, 3))
    for a, b in zip(before, store.samples(), strict=True):
        assert (a.id, a.label, a.ink, a.created, a.origin, a.held_out) == (
            b.id, b.label, b.ink, b.created, b.origin, b.held_out,
        )  # fmt: skip
        assert np.array_equal(a.as_fed(), b.as_fed())


def test_lost_samples_come_from_the_newest_backup(
    path: Path, store: SampleStore, told: list[str], sound: bytes
) -> None:
    path.write_bytes(sound)
    assert store.back_up() is not None
    deleted = store.delete([7])[0][0]
    store.close()
    path.write_bytes(damaged_row(path.read_bytes(), "ink", "{"))
    assert len(store.samples()) == STORED - 1, "what was deleted since is not lost"
    assert deleted not in {entry.id for entry in store.entries()}
    assert f"from the backup of {backups.today()}: 1, lost: 0" in told[0]


def test_a_backup_that_is_a_pipe_keeps_no_repair_waiting(
    path: Path, store: SampleStore, sound: bytes
) -> None:
    path.write_bytes(sound)
    backup = store.back_up()
    assert backup is not None
    store.close()
    backup.unlink()
    os.mkfifo(backup)
    os.mkfifo(path.with_name(f"samples.damaged-{backups.today()}.sqlite"))
    path.write_bytes(without(sound, 3))
    assert store.samples()
    assert [copy.name for copy in kept(path) if copy.is_file()] == [
        f"samples.damaged-{backups.today()}-2.sqlite"
    ]


def test_a_file_of_nothing_but_zeros_is_made_from_the_backup(
    path: Path, store: SampleStore, told: list[str], sound: bytes
) -> None:
    path.write_bytes(bytes(len(sound)))
    with pytest.raises(SamplesError, match="damaged or no database"):
        store.samples()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    path.write_bytes(sound)
    store.back_up()
    store.close()
    path.write_bytes(bytes(len(sound)))
    assert len(store.samples()) == STORED
    assert f"saved: 0, from the backup of {backups.today()}: {STORED}, lost: unknown" in told[0]


def test_a_database_of_version_1_is_repaired_too(path: Path, store: SampleStore) -> None:
    shutil.copy(EARLIER, path)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute(f"PRAGMA page_size = {PAGE}")
    database.execute("VACUUM")  # it was made small for the tests
    database.close()
    path.write_bytes(without(path.read_bytes(), 0))
    assert {entry.id: entry.label for entry in store.entries()} == {
        1: "0", 2: "1", 3: "2", 4: "3", 6: "3", 7: "1", 8: "9", 9: "1",
    }  # fmt: skip
    assert store.counts().keys() <= set(DIGITS.names)


class Died(BaseException):
    """The process ended."""


@pytest.mark.parametrize("step", range(6))
def test_a_repair_that_ends_anywhere_loses_nothing(
    step: int, path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = without(sound, 3)
    path.write_bytes(damaged)
    journal = path.with_name(f"{path.name}-wal")
    journal.write_bytes(b"of the damaged file")
    steps = [0]

    def dying(do: Callable[..., object]) -> Callable[..., object]:
        def done(*arguments: object) -> object:
            if steps[0] == step:
                raise Died
            steps[0] += 1
            return do(*arguments)

        return done

    with monkeypatch.context() as patched:
        patched.setattr(repair, "write_atomically", dying(repair.write_atomically))
        patched.setattr(Path, "rename", dying(Path.rename))
        store = SampleStore(path, lambda _: None)
        if step < 5:
            with pytest.raises(Died):
                store.samples()
            assert path.read_bytes() == damaged
        else:
            assert len(store.samples()) == STORED
    with SampleStore(path, lambda _: None) as later:
        assert len(later.samples()) == STORED
    store.close()
    (copy,) = kept(path)
    assert copy.read_bytes() == damaged
    assert not journal.exists()


def test_a_damaged_file_is_never_written_over_another(path: Path, sound: bytes) -> None:
    for page in (3, 0, 3):
        path.write_bytes(without(sound, page))
        with SampleStore(path, lambda _: None) as store:
            assert len(store.samples()) == STORED
    assert {copy.read_bytes() for copy in kept(path)} == {without(sound, 0), without(sound, 3)}


def test_a_repaired_file_is_as_private_as_it_was(path: Path, store: SampleStore, sound: bytes):
    path.write_bytes(without(sound, 3))
    path.chmod(0o600)
    store.samples()
    assert [p.stat().st_mode & 0o777 for p in (path, *kept(path))] == [0o600, 0o600]


def test_another_window_goes_on_in_the_repaired_file(path: Path, sound: bytes) -> None:
    path.write_bytes(sound)
    with SampleStore(path) as first, SampleStore(path) as second:
        assert len(first.entries()) == len(second.entries()) == STORED
        database = sqlite3.connect(path, isolation_level=None)
        database.execute("UPDATE samples SET ink = '{' WHERE id = 1")
        database.close()
        assert len(first.samples()) == STORED - 1
        added = second.add(SEVEN, "7").id
        assert added in {entry.id for entry in first.entries()}


def test_what_cannot_be_repaired_is_a_sentence_and_as_before(
    path: Path, store: SampleStore, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(without(sound, 3))

    def refused(path: Path, content: bytes) -> None:
        raise HanddigitError(f"{path} cannot be written: no space left on device.")

    monkeypatch.setattr(repair, "write_atomically", refused)
    with pytest.raises(SamplesError, match="no space left"):
        store.samples()
    assert path.read_bytes() == without(sound, 3)
    monkeypatch.setattr(schema, "BUSY_TIMEOUT_MS", 1)
    monkeypatch.setattr(repair, "DATABASE_BYTES", 1)
    with pytest.raises(SamplesError, match="damaged"):
        store.samples()

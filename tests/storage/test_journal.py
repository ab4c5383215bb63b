"""A journal outlives its process at every byte, and is held by one process only."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from handdigit.errors import HanddigitError
from handdigit.storage import journal as journal_module
from handdigit.storage.journal import Journal, claimed_journal
from tests.processes import needs_linux

RECORDS = [["draw", number, [0.1 * number, None, "ü\u2028"]] for number in range(20)]
MUTATIONS = 300


@pytest.fixture
def written(tmp_path: Path) -> Path:
    with claimed_journal(tmp_path) as journal:
        journal.rewrite(RECORDS[:5])
        for record in RECORDS[5:]:
            journal.append([record])
        return journal.path


def is_prefix(records: list[object]) -> bool:
    return records == RECORDS[: len(records)]


def test_what_was_written_is_there_for_the_next(tmp_path: Path, written: Path) -> None:
    with claimed_journal(tmp_path) as journal:
        assert journal.path == written
        assert (journal.records, journal.is_whole) == (RECORDS, True)


def test_cut_anywhere_it_has_all_lines_before(written: Path) -> None:
    content = written.read_bytes()
    ends = [i + 1 for i, byte in enumerate(content) if byte == ord("\n")]
    for size in range(len(content)):
        written.write_bytes(content[:size])
        whole_lines = sum(end <= size for end in ends)
        read = Journal(written)
        assert read.records == RECORDS[: max(0, whole_lines - 1)]
        assert read.is_whole or whole_lines == 0  # a torn end is no damage; without a head it is


def test_any_damage_leaves_what_was_before_it(written: Path) -> None:
    content = written.read_bytes()
    chance = random.Random(16)
    for _ in range(MUTATIONS):
        damaged = bytearray(content)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(damaged))
            damaged[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        written.write_bytes(damaged)
        assert is_prefix(Journal(written).records)


def put_folder(path: Path) -> None:
    path.mkdir()


def put_link(path: Path) -> None:
    shutil.copy(path.with_name("elsewhere"), path.with_name("of another"))
    path.symlink_to(path.with_name("of another"))


def put_newer(path: Path) -> None:
    journal = Journal(path)
    journal.rewrite([])
    journal.close()
    text = b'["handdigit journal",2]'
    path.write_bytes(b"%08x %b\n" % (journal_module.zlib.crc32(text), text))


def put_larger(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(journal_module.JOURNAL_BYTES + 1)


@needs_linux
@pytest.mark.parametrize("put", [put_folder, put_link, put_newer, put_larger, os.mkfifo])
def test_what_cannot_be_read_is_left_as_it_is(
    tmp_path: Path, written: Path, put: Callable[[Path], None]
) -> None:
    written.rename(tmp_path / "elsewhere")
    put(written)
    before = written.lstat()
    with claimed_journal(tmp_path) as journal:
        assert journal.path != written
        journal.rewrite(RECORDS)
    assert written.lstat() == before


def test_each_holds_its_own(tmp_path: Path) -> None:
    with claimed_journal(tmp_path) as first, claimed_journal(tmp_path) as second:
        first.rewrite(RECORDS[:1])
        second.rewrite(RECORDS[:2])
        os.utime(second.path, (1, 1))
    with claimed_journal(tmp_path) as newest, claimed_journal(tmp_path) as other:
        assert (len(newest.records), len(other.records)) == (1, 2)


def test_a_file_that_is_gone_is_written_again_and_another_is_kept(written: Path) -> None:
    with claimed_journal(written.parent) as journal:
        journal.rewrite(RECORDS)
        shutil.rmtree(written.parent)
        with pytest.raises(HanddigitError, match="was removed or replaced"):
            journal.append([["more"]])
        journal.rewrite(RECORDS)
        assert Journal(written).records == RECORDS
        written.unlink()
        written.write_bytes(b"of a backup")
        with pytest.raises(HanddigitError, match="was removed or replaced"):
            journal.append([["more"]])
        journal.rewrite(RECORDS)
        assert Journal(written).records == RECORDS
        assert written.with_suffix(".damaged").read_bytes() == b"of a backup"


@contextmanager
def disk_of(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes."""
    import resource  # which Windows lacks

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@needs_linux
def test_a_disk_that_is_full_in_the_middle_of_a_line_keeps_the_lines_before(written: Path) -> None:
    with claimed_journal(written.parent) as journal:
        journal.rewrite(RECORDS)
        with disk_of(written.stat().st_size + 10):
            with pytest.raises(HanddigitError, match="cannot be written"):
                journal.append(RECORDS)
            with pytest.raises(HanddigitError, match="cannot be written"):
                journal.rewrite(RECORDS * 2)
        assert Journal(written).records == RECORDS
        journal.rewrite(RECORDS * 2)
    assert Journal(written).records == RECORDS * 2


def test_a_link_in_place_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "drawings").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(HanddigitError, match="is a link"), claimed_journal(tmp_path / "drawings"):
        pass
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_file_in_place_of_the_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "drawings").write_text("a file")
    with (
        pytest.raises(HanddigitError, match="cannot be written"),
        claimed_journal(tmp_path / "drawings"),
    ):
        pass

"""A file is replaced whole or stays as it was."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from handdigit.errors import HanddigitError
from handdigit.storage.atomic import (
    ABANDONED_S,
    LockedError,
    TakenError,
    claimed,
    locked,
    remove_leftovers,
    temporary_beside,
    write_atomically,
)

ROOT = Path(__file__).parents[2]
needs_permissions = pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"first")
    write_atomically(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@needs_permissions
def test_a_pipe_stays_and_a_link_to_one_is_replaced(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    with pytest.raises(HanddigitError, match="pipe is a pipe or a device: name a file"):
        write_atomically(pipe, b"content")
    write_atomically(link, b"content")
    assert pipe.is_fifo()
    assert (link.is_symlink(), link.read_bytes()) == (False, b"content")


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    write_atomically(path, b"content")
    assert path.read_bytes() == b"content"


@pytest.fixture
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@needs_permissions
@pytest.mark.parametrize("umask", [0o077, 0o022, 0o002], indirect=True)
def test_a_new_file_has_what_the_umask_leaves(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"content")
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask


@needs_permissions
@pytest.mark.parametrize("umask", [0o077, 0o022], indirect=True)
@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, umask: int, mode: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


WRITER = """
import os, sys
from pathlib import Path
from handdigit.storage.atomic import write_atomically
def wait(_):
    print("in the middle", flush=True)
    sys.stdin.read()
os.fsync = wait
write_atomically(Path(sys.argv[1]), b"never whole")
"""
EXPORTER = """
import sys
from pathlib import Path
from handdigit.storage.atomic import temporary_beside
with temporary_beside(Path(sys.argv[1]), is_folder=True) as folder:
    (folder / "picture").write_bytes(b"one of many")
    print("in the middle", flush=True)
    sys.stdin.read()
"""


CLAIMER = """
import sys
from pathlib import Path
from handdigit.storage.atomic import claimed
with claimed(Path(sys.argv[1])):
    print("in the middle", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(params=[WRITER, EXPORTER, CLAIMER], ids=["file", "folder", "claim"])
def writing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process in the middle of writing ``file`` in ``tmp_path``."""
    command = [sys.executable, "-c", request.param, str(tmp_path / "file")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"in the middle\n"
        yield process
        process.kill()


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob(".handdigit-*"))


@needs_permissions
def test_what_a_killed_process_left_goes_with_the_next_write(
    tmp_path: Path, writing: subprocess.Popen[bytes]
) -> None:
    (tmp_path / ".mine").write_bytes(b"somebody else's")
    write_atomically(tmp_path / "other", b"meanwhile")
    assert len(leftovers(tmp_path)) == 1  # it is being written
    writing.kill()
    writing.wait()
    assert len(leftovers(tmp_path)) == 1
    write_atomically(tmp_path / "other", b"new")
    assert sorted(file.name for file in tmp_path.iterdir()) == [".mine", "other"]


@needs_permissions
def test_what_is_left_in_any_folder_can_be_removed_at_once(tmp_path: Path) -> None:
    for name in ("runs/1", "models", "."):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / ".handdigit-12.tmp").write_bytes(b"half")
    with temporary_beside(tmp_path / "models" / "held") as held:
        remove_leftovers(tmp_path, below=True)
        assert leftovers(tmp_path) == [held]
    assert leftovers(tmp_path) == []


def test_where_nothing_can_be_held_what_is_left_goes_a_day_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    if sys.platform != "win32":
        monkeypatch.setattr("fcntl.flock", refused)
    path, leftover = tmp_path / "file", tmp_path / ".handdigit-12.tmp"
    leftover.write_bytes(b"half")
    write_atomically(path, b"new")
    assert leftover.exists()  # another process may be writing it
    long_ago = leftover.stat().st_mtime - ABANDONED_S - 60
    os.utime(leftover, (long_ago, long_ago))
    write_atomically(path, b"newer")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", ["pathlib.Path.replace", "os.fsync", "pathlib.Path.open"])
def test_whatever_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(step, refused)
    with pytest.raises(HanddigitError, match=r"file cannot be written: Permission denied\.$"):
        write_atomically(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.mkdir()
    with pytest.raises(HanddigitError, match="is a folder: name a file"):
        write_atomically(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(HanddigitError, match="cannot be written"):
        write_atomically(tmp_path / "folder" / "file", b"new")


def test_a_folder_that_takes_nothing() -> None:
    folder = Path("/proc/1")  # read-only even to root
    if not folder.is_dir():
        pytest.skip("needs a folder that nobody can write to, as /proc is on Linux")
    with pytest.raises(HanddigitError, match="cannot be written"):
        write_atomically(folder / "file", b"new")


def test_a_lock_is_held_by_one_only(tmp_path: Path) -> None:
    def lock() -> AbstractContextManager[None]:
        return locked(tmp_path / "folder" / "lock", "somebody has it", timeout_s=0)

    with lock(), pytest.raises(LockedError, match="somebody has it"), lock():
        pass
    with lock():
        pass


def test_a_lock_in_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("a file")
    lock = locked(tmp_path / "folder" / "lock", "", timeout_s=0)
    with pytest.raises(HanddigitError, match="folder cannot be written"), lock:
        pass


# --- files that may replace none -------------------------------------------------------------


def no_links(*_: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


@pytest.fixture(params=[True, False], ids=["links", "no links"])
def _links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.param:
        monkeypatch.setattr(os, "link", no_links)


@pytest.mark.usefixtures("_links")
def test_what_may_replace_nothing_is_kept_beside_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "gate.safetensors"
    write_atomically(path, b"first", overwrite=False)
    for number, content in enumerate((b"second", b"third"), start=2):
        with pytest.raises(TakenError, match=f"beside it as gate-{number}.safetensors"):
            write_atomically(path, content, overwrite=False)
    contents = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert contents == {
        "gate.safetensors": b"first",
        "gate-2.safetensors": b"second",
        "gate-3.safetensors": b"third",
    }


def test_where_there_are_no_links_a_failure_leaves_no_empty_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(Path, "replace", no_links)
    with pytest.raises(HanddigitError, match="cannot be written"):
        write_atomically(tmp_path / "file", b"content", overwrite=False)
    assert list(tmp_path.iterdir()) == []


@needs_permissions
def test_a_link_to_nothing_is_something(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TakenError):
        write_atomically(path, b"content", overwrite=False)
    assert path.is_symlink()
    assert (tmp_path / "file-2").read_bytes() == b"content"


def test_a_file_is_claimed_by_one_only(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with claimed(path), pytest.raises(LockedError, match="Another handdigit is going to write"):  # noqa: SIM117
        with claimed(tmp_path / "." / "file"):
            pass
    with claimed(path), claimed(tmp_path / "other"):
        write_atomically(path, b"content", overwrite=False)
        assert len(leftovers(tmp_path)) == 2  # what is claimed is no leftover
    assert list(tmp_path.iterdir()) == [path]


def test_a_claim_leaves_no_folder_behind(tmp_path: Path) -> None:
    with claimed(tmp_path / "a" / "b" / "file"):
        assert (tmp_path / "a" / "b").is_dir()
    assert list(tmp_path.iterdir()) == []
    with claimed(tmp_path / "a" / "file"):
        write_atomically(tmp_path / "a" / "file", b"content")
    assert (tmp_path / "a" / "file").read_bytes() == b"content"


@needs_permissions
def test_what_a_killed_process_claimed_is_free(
    tmp_path: Path, writing: subprocess.Popen[bytes]
) -> None:
    writing.kill()
    writing.wait()
    with claimed(tmp_path / "file"):
        write_atomically(tmp_path / "file", b"content")
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


@pytest.mark.parametrize("name", ["x" * 300, "folder", "file/below"])
def test_what_cannot_be_written_cannot_be_claimed(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with (
        pytest.raises(HanddigitError, match=r"cannot be written|is a folder"),
        claimed(tmp_path / name),
    ):
        pass
    assert not leftovers(tmp_path)

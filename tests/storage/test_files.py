"""What is no regular file is refused at once, what is too large before it takes memory."""

from __future__ import annotations

import gzip
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from handdigit.budgets import INK_FILE, FileBudget
from handdigit.errors import DataFileError, PictureError
from handdigit.storage import files
from handdigit.storage.files import open_file, read_bytes, read_lines, read_text, require_file
from handdigit.storage.tensors import read_tensors

SMALL = FileBudget(2_000_000, "things", "split them")
needs_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def read_joined_lines(path: Path, budget: FileBudget) -> str:
    return "".join(read_lines(path, budget))


CONTENT_READERS = (read_bytes, read_text, read_joined_lines)
READERS = (*CONTENT_READERS, require_file)
Reader = Callable[[Path, FileBudget], bytes | str]


def unreadable(place: Path) -> dict[str, Path]:
    """Make what is no regular file, each in a place of its own."""
    os.mkfifo(place / "pipe")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(os.path.relpath(place / "socket"))
    listening.close()
    (place / "loop").symlink_to(place / "loop")
    (place / "to a pipe").symlink_to(place / "pipe")
    return {
        "is a pipe or a device": place / "pipe",
        "socket is a pipe or a device": place / "socket",
        "to a pipe is a pipe or a device": place / "to a pipe",
        "/dev/zero is a pipe or a device": Path("/dev/zero"),
        "is a folder; name a file in it": place,
        "there is no such file": place / "nothing",
        "Too many levels of symbolic links": place / "loop",
        "cannot be the name of a file": place / "with\0zero",
        "File name too long": place / ("long" * 100),
    }


@needs_unix
@pytest.mark.parametrize("read", READERS)
def test_a_regular_file_or_a_refusal(tmp_path: Path, read: Reader) -> None:
    for sentence, path in unreadable(tmp_path).items():
        with pytest.raises(DataFileError, match=sentence) as refused:
            read(path, SMALL)
        assert str(refused.value).endswith(".")


@needs_unix
def test_tensors_in_a_pipe_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DataFileError, match="is a pipe"):
        read_tensors(tmp_path / "pipe", "gate", "a gate")


@needs_unix
def test_what_became_a_pipe_after_it_was_looked_at_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"1")
    opened = os.open

    def exchanged(name: Path, flags: int) -> int:
        name.unlink()
        os.mkfifo(name)
        return opened(name, flags)

    monkeypatch.setattr(files.os, "open", exchanged)
    with pytest.raises(DataFileError, match="is a pipe"), open_file(path):
        pass


@pytest.mark.parametrize("read", READERS)
def test_a_large_file_is_refused_by_its_size(
    tmp_path: Path, read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(SMALL.size + 1)
    monkeypatch.setattr(files, "_Content", None)  # nothing of it is read
    with pytest.raises(DataFileError) as refused:
        read(path, SMALL)
    assert str(refused.value) == f"{path} has 3 MB; things up to 2 MB are read: split them."


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("read", CONTENT_READERS)
def test_all_of_the_budget_may_be_used(
    tmp_path: Path, read: Reader, pack: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "full"
    path.write_bytes(pack(b"1" * SMALL.size))
    assert len(read(path, SMALL)) == SMALL.size


@pytest.mark.parametrize("read", CONTENT_READERS)
def test_what_unpacks_to_more_is_refused_while_it_is_unpacked(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(bytes(SMALL.size // 2)) * 1000)
    with pytest.raises(DataFileError) as refused:
        read(path, SMALL)
    assert str(refused.value) == (
        f"{path} has more than 2 MB unpacked; things up to 2 MB are read: split them."
    )


def test_a_file_that_grows_is_refused_when_it_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "growing"
    path.write_bytes(b"1\n")
    lines = read_lines(path, SMALL)
    assert next(lines) == "1\n"
    with path.open("ab") as file:
        file.write(bytes(SMALL.size))
    with pytest.raises(DataFileError, match=r"has more than 2 MB; things"):
        list(lines)


GIGABYTE = """
import resource, sys
from pathlib import Path
from handdigit.budgets import INK_FILE
from handdigit.errors import HanddigitError
from handdigit.storage.files import read_bytes
resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9))
try:
    read_bytes(Path(sys.argv[1]), INK_FILE)
except HanddigitError as error:
    print(error)
"""


@needs_unix
def test_a_bomb_costs_no_more_memory_than_the_budget(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(bytes(INK_FILE.size)) * 60)  # six gigabytes
    found = subprocess.run(
        [sys.executable, "-c", GIGABYTE, path], capture_output=True, text=True, check=True
    )
    assert found.stdout.endswith("unpacked; inks up to 100 MB are read: split it.\n")


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    path = tmp_path / "some.gz"
    # The end is missing, and not looked at.
    path.write_bytes(gzip.compress(b"0123456789" * 200_000, 0)[:1_900_000])
    assert read_bytes(path, SMALL, limit=4) == b"0123"


def test_members_one_after_another_are_one_content(tmp_path: Path) -> None:
    path = tmp_path / "members"
    path.write_bytes(gzip.compress(b"one ") + gzip.compress(b"two") + bytes(10))
    assert read_text(path) == "one two"


@pytest.mark.parametrize(
    "content",
    [b"\x1f\x8b", gzip.compress(b"whole")[:-3], gzip.compress(b"whole") + b"more"],
    ids=["magic only", "truncated", "followed by something else"],
)
def test_a_damaged_gzip_file_is_said_to_be_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.gz"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match="is a damaged gzip file: fetch or copy it again"):
        read_bytes(path, SMALL)


def test_lines_end_at_line_feeds_only(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes("\ufeffone\r\ntwo\u2028\x0bmore\n\nlast".encode())
    assert list(read_lines(path, SMALL)) == ["one\r\n", "two\u2028\x0bmore\n", "\n", "last"]


@pytest.mark.parametrize("read", [read_text, read_joined_lines])
def test_a_text_is_utf_8(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "latin"
    path.write_bytes("é".encode("latin-1"))
    with pytest.raises(DataFileError, match="is not a text file in UTF-8"):
        read(path, SMALL)


def test_the_kind_of_error_is_the_readers(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="no such file"):
        read_bytes(tmp_path / "nothing", SMALL, PictureError)

"""A file is replaced whole or stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from handdigit.core.errors import HanddigitError
from handdigit.data.atomic import write_atomically


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"first")
    write_atomically(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    write_atomically(path, b"content")
    assert path.read_bytes() == b"content"


def test_others_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"content")
    assert path.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("step", ["pathlib.Path.replace", "os.fsync", "tempfile.mkstemp"])
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
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.mkdir()
    with pytest.raises(HanddigitError, match="cannot be written"):
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

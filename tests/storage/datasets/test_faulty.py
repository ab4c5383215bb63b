"""Lists of faulty drawings: read, or refused with what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from handdigit.errors import DataFileError
from handdigit.storage.datasets.faulty import FaultyList, find_faulty, read_faulty


def listing(path: Path, *lines: object) -> FaultyList:
    drawings = "".join(
        f'[[drawings]]\nline = {line}\nlabel = 1\nkind = "illegible"\nnote = ""\n' for line in lines
    )
    path.write_text(f'data = "inks"\nsha256 = "0"\n{drawings}')
    return read_faulty(path)


def test_what_is_not_listed_is_sound(tmp_path: Path) -> None:
    assert listing(tmp_path / "list.toml", 0, 2).sound(4).tolist() == [False, True, False, True]


@pytest.mark.parametrize("lines", [(4,), (0, 10**18), (10**400,)])
def test_a_line_that_the_file_does_not_have_is_told_of(
    tmp_path: Path, lines: tuple[int, ...]
) -> None:
    with pytest.raises(DataFileError, match="names lines that are not in its file"):
        listing(tmp_path / "list.toml", *lines).sound(4)


def test_a_list_of_all_drawings_leaves_none_to_measure_by(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="leaves no drawing to measure by"):
        listing(tmp_path / "list.toml", 0, 1).sound(2)


@pytest.mark.parametrize("line", [-1, "true", 1.0, '"1"'])
def test_a_line_is_a_whole_number_from_0(tmp_path: Path, line: object) -> None:
    with pytest.raises(DataFileError, match="is damaged: each line once, counted from 0"):
        listing(tmp_path / "list.toml", line)


@pytest.mark.parametrize("name", ["nothing", "long" * 100, "with\0zero"])
def test_a_list_that_is_nowhere_is_refused(name: str) -> None:
    with pytest.raises(DataFileError, match="is no list of faulty drawings: name unipen_dev"):
        find_faulty(name)

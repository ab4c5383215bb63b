"""MNIST's file format."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from handdigit.budgets import IDX_PIXELS
from handdigit.errors import DataFileError
from handdigit.storage.datasets.idx import read_idx, read_labelled_pictures, read_mnist

PICTURES = np.arange(2 * 3 * 4, dtype=np.uint8).reshape(2, 3, 4)
LABELS = np.array([7, 0], np.uint8)


def idx(array: NDArray[np.uint8], code: int = 0x08) -> bytes:
    header = bytes([0, 0, code, array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape)
    return header + array.tobytes()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    path = tmp_path / "pictures"
    path.write_bytes(idx(PICTURES))
    return path


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    path = tmp_path / "labels"
    path.write_bytes(idx(LABELS))
    return path


@pytest.mark.parametrize("array", [PICTURES, LABELS, PICTURES[:0]], ids=["3d", "1d", "none"])
@pytest.mark.parametrize("compress", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_plain_and_gzip_files_are_read(tmp_path: Path, array, compress) -> None:
    path = tmp_path / "file"  # the content tells, not the name
    path.write_bytes(compress(idx(array)))
    assert np.array_equal(read_idx(path), array)


@pytest.mark.parametrize("array", [PICTURES, LABELS], ids=["3d", "1d"])
@pytest.mark.parametrize("compress", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("first", [0, 1, 2, 9])
def test_only_the_first_are_read_where_few_are_wanted(tmp_path, array, compress, first) -> None:
    path = tmp_path / "file"
    path.write_bytes(compress(idx(array)))
    assert np.array_equal(read_idx(path, first=first), array[:first])


@pytest.mark.parametrize("cut", [-30, -3])
@pytest.mark.parametrize("compress", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_too_short_a_file_is_noticed_when_it_ends_among_the_first(tmp_path, compress, cut) -> None:
    path = tmp_path / "file"
    path.write_bytes(compress(idx(PICTURES)[:cut]))
    with pytest.raises(DataFileError):
        read_idx(path, first=2)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not an idx file"),
        (b"\0\0", "not an idx file"),
        (b"\x89PNG\r\n", "not an idx file"),
        (b"\1\0\x08\1\0\0\0\0", "not an idx file"),
        (idx(LABELS, code=0x0D), "not an idx file of bytes"),
        (idx(LABELS.reshape(2, 1)), "neither pictures nor labels"),
        (idx(PICTURES)[:9], "neither pictures nor labels"),
        (idx(PICTURES)[:-1], "24 bytes of values expected, 23 found"),
        (idx(PICTURES) + b"\0", "24 bytes of values expected, 25 found"),
        (b"\0\0\x08\1" + b"\xff" * 4, "truncated"),
        (b"\0\0\x08\3" + b"\xff" * 12, "pixels each are read: save them smaller"),
        (b"\0\0\x08\3" + b"\0" * 4 + b"\xff" * 8, "4,294,967,295 × 4,294,967,295 pixels"),
        (gzip.compress(idx(PICTURES), mtime=0)[:-9], "damaged gzip"),
        (gzip.compress(idx(PICTURES), mtime=0)[:12], "damaged gzip"),
        (b"\x1f\x8b", "damaged gzip"),
        (b"\x1f\x8b" + b"\0" * 40, "damaged gzip"),
    ],
)
def test_other_files_are_refused_with_name_and_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "some-file"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match=reason) as raised:
        read_idx(path)
    assert "some-file" in str(raised.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no such file"):
        read_idx(tmp_path / "nothing")


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="is a folder"):
        read_idx(tmp_path)


def test_pictures_come_with_their_labels(pictures: Path, labels: Path) -> None:
    for found, expected in zip(
        read_labelled_pictures(pictures, labels), (PICTURES, LABELS), strict=True
    ):
        assert np.array_equal(found, expected)


def test_as_many_labels_as_pictures_are_needed(pictures: Path, labels: Path) -> None:
    labels.write_bytes(idx(np.zeros(3, np.uint8)))
    with pytest.raises(DataFileError, match=r"has 2 pictures, but .* has 3 labels"):
        read_labelled_pictures(pictures, labels)


def test_labels_are_digits(pictures: Path, labels: Path) -> None:
    labels.write_bytes(idx(np.array([3, 10], np.uint8)))
    with pytest.raises(DataFileError, match="labels other than 0 to 9"):
        read_labelled_pictures(pictures, labels)


def test_as_many_pictures_as_the_header_says_are_wanted_of_a_file_that_lies(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\0\0\x08\1" + b"\xff" * 4 + b"\1")
    with pytest.raises(DataFileError, match=r"4,294,967,295 bytes of values expected, 1 found"):
        read_idx(path, first=2**40)


def test_pictures_may_be_as_large_as_their_budget(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for width, is_read in ((1024, True), (1025, False)):
        path.write_bytes(idx(np.zeros((1, IDX_PIXELS // 1024, width), np.uint8)))
        if is_read:
            assert read_idx(path).shape == (1, 1024, 1024)
        else:
            with pytest.raises(DataFileError, match="pictures of 1,024 × 1,025 pixels"):
                read_idx(path)


@pytest.mark.parametrize("shape", [(0, 28, 28), (2, 0, 28), (2, 28, 0)])
def test_a_set_without_pictures_is_refused(
    pictures: Path, labels: Path, shape: tuple[int, int, int]
) -> None:
    pictures.write_bytes(idx(np.zeros(shape, np.uint8)))
    labels.write_bytes(idx(np.zeros(shape[0], np.uint8)))
    with pytest.raises(DataFileError, match="pictures has no pictures in it"):
        read_labelled_pictures(pictures, labels)


def test_swapped_files_are_noticed(pictures: Path, labels: Path) -> None:
    with pytest.raises(DataFileError, match="not pictures and labels"):
        read_labelled_pictures(labels, pictures)


@pytest.mark.parametrize(
    "names",
    [
        ("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
        ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"),
        ("train-images.idx3-ubyte", "train-labels.idx1-ubyte"),
    ],
)
def test_a_folder_of_mnist_is_read_by_any_of_its_names(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    for name, array in zip(names, (PICTURES, LABELS), strict=True):
        content = idx(array)
        (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    found, _ = read_mnist(tmp_path, "train")
    assert np.array_equal(found, PICTURES)


def test_a_folder_without_mnist_says_which_file_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no MNIST file t10k-images-idx3-ubyte"):
        read_mnist(tmp_path, "t10k")


def test_mnist_itself_is_read(shared_data: Path) -> None:
    pictures, labels = read_mnist(shared_data / "mnist", "t10k")
    assert pictures.shape == (10_000, 28, 28)
    assert np.bincount(labels).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]

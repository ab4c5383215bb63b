"""Sets of labelled pictures in every form that people have: the same pictures, the same labels."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from handdigit.budgets import TABLE_LINE, FileBudget
from handdigit.errors import DataFileError, HanddigitError
from handdigit.ink.normalise import normalise_inks
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.storage.datasets import array_files, matlab
from handdigit.storage.datasets.idx import idx_header
from handdigit.storage.datasets.labelled_sets import PictureSet, open_files
from handdigit.storage.datasets.picture_folders import WORDS
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.storage.samples.exchange import read_new_samples

COUNT = 40
LABELS = np.tile(np.arange(10, dtype=np.uint8), COUNT // 10)
OTHERS = np.arange(10, dtype=np.uint8)
PICTURES = normalise_inks(shipped_handwriting().draw_many(LABELS, np.random.default_rng(1)))
TESTS = normalise_inks(shipped_handwriting().draw_many(OTHERS, np.random.default_rng(2)))
TURNED = PICTURES.transpose(0, 2, 1)
Write = Callable[[Path], Path]


def idx(folder: Path, start: str, pictures=PICTURES, labels=LABELS, dot: str = "-") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for kind, values in (("images", pictures), ("labels", labels)):
        name = f"{start}-{kind}{dot}idx{values.ndim}-ubyte"
        content = idx_header(values) + np.ascontiguousarray(values).tobytes()
        (folder / name).write_bytes(content)
    return folder / f"{start}-images{dot}idx3-ubyte"


def table(path: Path, pictures=PICTURES, labels=LABELS, header: str = "", sep: str = ",") -> Path:
    rows = [sep.join(map(str, (n, *p.ravel()))) for n, p in zip(labels, pictures, strict=True)]
    text = "\n".join([header, *rows] if header else rows) + "\n"
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


KAGGLE = "label," + ",".join(f"pixel{number}" for number in range(784))


def npz(path: Path, **arrays: NDArray[np.generic]) -> Path:
    np.savez(path, **arrays)
    return path


def keras(path: Path) -> Path:
    return npz(path, x_train=PICTURES, y_train=LABELS, x_test=TESTS, y_test=OTHERS)


# --- what MATLAB writes ----------------------------------------------------------------------


def element(kind: int, content: bytes) -> bytes:
    return struct.pack("<2I", kind, len(content)) + content + bytes(-len(content) % 8)


def matrix(kind: int, shape: tuple[int, ...], name: str, *rest: bytes) -> bytes:
    flags = element(6, struct.pack("<2I", kind, 0))
    sizes = element(5, struct.pack(f"<{len(shape)}i", *shape))
    return element(14, flags + sizes + element(1, name.encode()) + b"".join(rest))


def numbers(values: NDArray[np.uint8], name: str = "") -> bytes:
    return matrix(9, values.shape, name, element(2, values.tobytes(order="F")))


def structure(name: str = "", **fields: bytes) -> bytes:
    # The length of the names is a small element: its size shares a word with its type.
    length = struct.pack("<2Hi", 5, 4, 16)
    names = element(1, b"".join(field.encode().ljust(16, b"\0") for field in fields))
    return matrix(2, (1, 1), name, length, names, *fields.values())


def mat(path: Path, *, packed: bool = True) -> Path:
    def part(pictures, labels):
        # In columns, as MATLAB has them.
        flat = pictures.transpose(0, 2, 1).reshape(len(pictures), -1)
        return structure(
            images=numbers(flat), labels=numbers(labels[:, None]), writers=matrix(1, (0, 0), "")
        )

    content = structure("dataset", train=part(PICTURES, LABELS), test=part(TESTS, OTHERS))
    if packed:
        squeezed = zlib.compress(content)
        content = struct.pack("<2I", 15, len(squeezed)) + squeezed
    path.write_bytes(b"MATLAB 5.0 MAT-file".ljust(124) + struct.pack("<H", 0x100) + b"IM" + content)
    return path


# --- what is read ----------------------------------------------------------------------------

ALONE: dict[str, Write] = {
    "idx": lambda folder: idx(folder, "t10k"),
    "dots": lambda folder: idx(folder, "t10k", dot="."),
    "labels": lambda folder: idx(folder, "x").with_name("x-labels-idx1-ubyte"),
    "csv without names": lambda folder: table(folder / "mnist_train.csv"),
    "csv with names": lambda folder: table(folder / "train.csv", header=KAGGLE),
    "csv.gz": lambda folder: table(folder / "digits.csv.gz"),
    "csv of Europe": lambda folder: table(folder / "digits.csv", sep=";"),
    "npz": lambda folder: npz(folder / "a.npz", x_train=PICTURES, y_train=LABELS),
    "npz of rows": lambda folder: npz(
        folder / "a.npz", images=PICTURES.reshape(COUNT, -1), labels=LABELS.astype(np.int64)
    ),
    "npz of channels": lambda folder: npz(
        folder / "a.npz", x_test=PICTURES[..., None], y_test=LABELS[:, None]
    ),
    "npz of floats": lambda folder: npz(
        folder / "a.npz", x_train=PICTURES / 255, y_train=LABELS.astype(float)
    ),
    "csv of floats": lambda folder: table(folder / "digits.csv", PICTURES / 255),
}


@pytest.mark.parametrize("write", ALONE.values(), ids=ALONE)
def test_every_form_gives_the_same_pictures(tmp_path: Path, write: Write) -> None:
    path = write(tmp_path)
    told: list[str] = []
    imported = list(read_new_samples(path, tell=told.append, leave_out=told.append))
    assert told == []
    assert [sample.label for sample in imported] == [str(label) for label in LABELS]
    assert np.array_equal(np.stack([sample.drawing for sample in imported]), PICTURES)
    assert {sample.held_out for sample in imported} == {None}
    measured = open_files([path])
    assert [drawing.label for drawing in measured.drawings(0, COUNT)] == LABELS.tolist()
    assert np.array_equal(measured.drawings(7, 8)[0].source, PICTURES[7])


HALVES: dict[str, Write] = {
    "npz": lambda folder: keras(folder / "mnist.npz"),
    "mat": lambda folder: mat(folder / "emnist-digits.mat"),
    "mat, not packed": lambda folder: mat(folder / "digits.mat", packed=False),
    "folder of idx": lambda folder: (
        idx(folder, "train") and idx(folder, "t10k", TESTS, OTHERS).parent
    ),
    "folder of csv": lambda folder: (
        table(folder / "mnist_train.csv") and table(folder / "mnist_test.csv", TESTS, OTHERS).parent
    ),
}


@pytest.mark.parametrize("write", HALVES.values(), ids=HALVES)
def test_a_part_to_measure_by_is_measured_and_held_out(tmp_path: Path, write: Write) -> None:
    path = write(tmp_path)
    measured = open_files([path])
    assert [drawing.label for drawing in measured.drawings(0, 99)] == OTHERS.tolist()
    assert np.array_equal(measured.drawings(3, 4)[0].source, TESTS[3])
    imported = list(read_new_samples(path))
    assert sum(sample.held_out is True for sample in imported) == len(OTHERS)
    assert sum(sample.held_out is False for sample in imported) == COUNT


def pictures_in(folder: Path, names: Iterable[str], pictures=PICTURES, labels=LABELS) -> Path:
    for name in names:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number, (picture, label) in enumerate(zip(pictures, labels, strict=True)):
        Image.fromarray(picture).save(folder / tuple(names)[label] / f"{number:03}.png")
    return folder


@pytest.mark.parametrize("names", [DIGITS.names, WORDS, tuple(w.title() for w in WORDS)], ids=str)
def test_folders_are_named_by_digits_or_words(tmp_path: Path, names: tuple[str, ...]) -> None:
    folder = pictures_in(tmp_path / "digits", names)
    imported = list(read_new_samples(folder))
    assert len(imported) == COUNT
    assert {(s.label, s.drawing.tobytes()) for s in imported} == {
        (str(label), picture.tobytes()) for label, picture in zip(LABELS, PICTURES, strict=True)
    }
    assert len(open_files([folder])) == COUNT


@pytest.mark.parametrize("halves", [("training", "testing"), ("train", "test")])
def test_a_parent_folder_has_a_half_to_learn_from_and_one_to_measure_by(
    tmp_path: Path, halves: tuple[str, str]
) -> None:
    for half, pictures, labels in zip(halves, (PICTURES, TESTS), (LABELS, OTHERS), strict=True):
        pictures_in(tmp_path / half, DIGITS.names, pictures, labels)
    assert len(open_files([tmp_path])) == len(OTHERS)
    imported = list(read_new_samples(tmp_path))
    assert sorted(s.held_out for s in imported) == [False] * COUNT + [True] * len(OTHERS)


def test_what_is_to_learn_from_is_measured_where_there_is_nothing_else(tmp_path: Path) -> None:
    measured = open_files([idx(tmp_path, "train").parent])
    assert isinstance(measured, PictureSet)
    assert len(measured) == COUNT
    assert "has no part to measure by" in measured.notes[0]


# --- what lies on its side -------------------------------------------------------------------

SIDEWAYS: dict[str, tuple[Write, bool]] = {
    "of EMNIST": (lambda folder: idx(folder, "emnist-digits-test", TURNED), True),
    "renamed": (lambda folder: idx(folder, "digits", TURNED), True),
    "of EMNIST, turned upright": (lambda folder: idx(folder, "emnist-digits-test"), False),
    "of EMNIST, too few": (lambda folder: idx(folder, "emnist", TURNED[:3], LABELS[:3]), True),
    "too few": (lambda folder: idx(folder, "digits", PICTURES[:3], LABELS[:3]), False),
    "of EMNIST, csv": (lambda folder: table(folder / "emnist-digits.csv", TURNED), True),
}


@pytest.mark.parametrize(("write", "is_turned"), SIDEWAYS.values(), ids=SIDEWAYS)
def test_pictures_on_their_side_are_turned_upright_and_that_is_said(
    tmp_path: Path, write: Write, is_turned: bool
) -> None:
    path = write(tmp_path)
    told: list[str] = []
    imported = np.stack([s.drawing for s in read_new_samples(path, tell=told.append)])
    assert np.array_equal(imported, PICTURES[: len(imported)])
    assert len(told) == is_turned
    measured = open_files([path])
    assert isinstance(measured, PictureSet)
    assert list(measured.notes) == told
    assert all("lie on their side, as EMNIST's do" in said for said in told)


def test_letters_are_turned_by_their_name_alone(tmp_path: Path) -> None:
    path = idx(tmp_path, "emnist-letters", TURNED)
    letters = Alphabet.of(tuple("abcdefghij"))
    first = next(read_new_samples(path, letters))
    assert np.array_equal(first.drawing, PICTURES[0])


# --- what is left out ------------------------------------------------------------------------


def test_what_is_left_out_is_said_file_by_file(tmp_path: Path) -> None:
    folder = pictures_in(tmp_path / "own", DIGITS.names)
    (folder / "3" / "damaged.png").write_bytes((folder / "3" / "003.png").read_bytes()[:60])
    Image.new("L", (40, 40), 255).save(folder / "4" / "blank.png")
    (folder / "5" / "notes.txt").write_text("five")
    (folder / "6" / "deeper").mkdir()
    (folder / "letters").mkdir()
    (folder / "readme.md").write_text("mine")
    for quiet in ("7/Thumbs.db", "7/.hidden", ".DS_Store"):
        (folder / quiet).write_text("the system's")
    left: list[str] = []
    assert len(list(read_new_samples(folder, leave_out=left.append))) == COUNT
    assert [said.removeprefix(f"{folder}/") for said in left] == [
        "letters: no class is called so.",
        "readme.md: it lies in no folder of a class.",
        "3/damaged.png is damaged: its picture cannot be decoded.",
        "4/blank.png: There is no ink in this picture: nothing stands out.",
        "5/notes.txt: its name is not that of a picture.",
        "6/deeper: a folder in the folder of a class is not read.",
    ]
    measured = open_files([folder])
    assert isinstance(measured, PictureSet)
    assert list(measured.notes) == left


def test_a_blank_row_is_left_out(tmp_path: Path) -> None:
    pictures = PICTURES.copy()
    pictures[4] = 0
    left: list[str] = []
    found = list(read_new_samples(table(tmp_path / "a.csv", pictures), leave_out=left.append))
    assert len(found) == COUNT - 1
    assert left == [f"{tmp_path / 'a.csv'}, picture 5: there is no ink in it."]


# --- what is refused -------------------------------------------------------------------------


def text_file(name: str, text: str) -> Write:
    def write(folder: Path) -> Path:
        (folder / name).write_text(text)
        return folder / name

    return write


def lying_array(folder: Path) -> Path:
    """Return an archive with an array that is said to have more values than it has."""
    path = folder / "lie.npz"
    content = io.BytesIO()
    np.lib.format.write_array(content, np.zeros(10, np.uint8))
    changed = content.getvalue().replace(b"(10,)", b"(9**9,)".ljust(5))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x_train.npy", changed)
        archive.writestr("y_train.npy", changed)
    return path


def several_sets(folder: Path) -> Path:
    idx(folder, "emnist-letters-test")
    return idx(folder, "emnist-digits-test").parent


REFUSED: dict[str, tuple[Write, str]] = {
    "no table": (text_file("a.csv", "a,b\nc,d\n"), "no table of labelled pictures"),
    "no square": (text_file("a.csv", "1,2,3,4\n"), "no table of labelled pictures"),
    "empty table": (text_file("a.csv", ""), "no table of labelled pictures"),
    "names alone": (text_file("a.csv", KAGGLE + "\n"), "has no pictures in it"),
    "words in a row": (text_file("a.csv", "1,2,3,4,x\n1,2,3,4,5\n"), "no table of labelled"),
    "nan": (text_file("a.csv", "1,2,3,4,nan\n"), "no table of labelled pictures"),
    "too bright": (text_file("a.csv", "1,2,3,4,256\n"), "no table of labelled pictures"),
    "half a label": (text_file("a.csv", "1.5,2,3,4,5\n"), "no table of labelled pictures"),
    "rows differ": (text_file("a.csv", "1,2,3,4,5\n1,2,3,4\n"), "no table of labelled pictures"),
    "a label of no digit": (text_file("a.csv", "10,2,3,4,5\n"), "labels other than 0 to 9"),
    "an endless row": (text_file("a.csv", "1," * TABLE_LINE), "no table of labelled pictures"),
    "no archive": (text_file("a.npz", "hello"), "is damaged"),
    "pickled": (
        lambda folder: npz(folder / "a.npz", x_train=np.array([[{}]], object), y_train=np.zeros(1)),
        "has Python objects in it, which are never read",
    ),
    "other arrays": (lambda folder: npz(folder / "a.npz", a=LABELS), "no pictures named x_train"),
    "as many labels": (
        lambda folder: npz(folder / "a.npz", x_train=PICTURES, y_train=LABELS[1:]),
        "not of square grey pictures and their labels",
    ),
    "lying array": (lying_array, "is damaged"),
    "no MATLAB": (text_file("a.mat", "hello" * 99), "no MATLAB 5 file"),
    "several sets": (several_sets, "has several sets in it: name one of the files, as emnist-"),
}


@pytest.mark.parametrize(("write", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_set_is_refused_in_a_sentence(tmp_path: Path, write: Write, told: str) -> None:
    path = write(tmp_path)
    for read in (lambda: open_files([path]), lambda: list(read_new_samples(path))):
        with pytest.raises(DataFileError, match=told) as refused:
            read()
        assert "\n" not in str(refused.value)


BOMBS: dict[str, Write] = {
    "npz": lambda folder: keras(folder / "a.npz"),
    "mat": lambda folder: mat(folder / "a.mat"),
    "csv.gz": lambda folder: table(folder / "a.csv.gz"),
}


@pytest.mark.parametrize("write", BOMBS.values(), ids=BOMBS)
def test_what_is_too_large_unpacked_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write
) -> None:
    path = write(tmp_path)
    budget = FileBudget(path.stat().st_size + 100, "tables", "split it")
    for module in (array_files, matlab):
        monkeypatch.setattr(module, "TABLE_FILE", budget)
    if path.suffix == ".npz":  # which is not packed: one array of it is too large
        monkeypatch.setattr(array_files, "require_file", lambda *_: None)
        monkeypatch.setattr(array_files, "TABLE_FILE", budget._replace(size=10_000))
    with pytest.raises(DataFileError, match="has more than 0 MB"):
        open_files([path])


def test_damage_anywhere_gives_pictures_or_a_sentence(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    for path in (mat(tmp_path / "a.mat", packed=False), keras(tmp_path / "a.npz")):
        whole = np.frombuffer(path.read_bytes(), np.uint8)
        refused = 0
        for _ in range(100):
            content = whole.copy()
            content[rng.integers(0, 500)] = rng.integers(0, 256)
            path.write_bytes(content.tobytes())
            try:
                open_files([path])
            except HanddigitError:
                refused += 1
        assert 0 < refused < 100


SHARED = {
    "emnist-digits-test-images-idx3-ubyte.gz": 200,
    "t10k-images.idx3-ubyte": 100,
    "mnist.npz": 60,
    "mnist_train.csv": 40,
    "train.csv": 40,
    "words": 18,
}


@pytest.mark.parametrize(("name", "count"), SHARED.items(), ids=SHARED)
def test_the_shared_sets_are_read(shared_cases: Path, name: str, count: int) -> None:
    assert len(open_files([shared_cases / "data" / name])) == count
    assert len(list(read_new_samples(shared_cases / "data" / name))) in (count, 2 * count)

"""Samples in and out of files, all or nothing."""

from __future__ import annotations

import gzip
import json
import os
import stat
import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from handdigit.engine import sample_transfer
from handdigit.engine.sample_transfer import ImportSamples, TransferFailed, run_transfer
from handdigit.errors import HanddigitError
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise, normalise_ink
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.storage.datasets import picture_folders
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.datasets.pictures import decode_picture
from handdigit.storage.paths import ASSETS
from handdigit.storage.samples.exchange import (
    export_idx,
    export_inks,
    export_pictures,
    read_new_samples,
)
from handdigit.storage.samples.sample_store import NewSample, SampleStore


@pytest.fixture
def store(tmp_path: Path):
    with SampleStore(tmp_path / "samples.sqlite") as store:
        yield store


@pytest.fixture
def drawn(store) -> SampleStore:
    """Three samples with strokes, then one that is a picture."""
    seven, two = (read_samples(ASSETS / "examples" / f"{n}.json")[0].ink for n in ("seven", "two"))
    store.add_all([NewSample(seven, "7"), NewSample(two, "2", "elsewhere"), NewSample(seven, "7")])
    store.add_all([NewSample(normalise_ink(two).picture, "2", "a.png", held_out=True)])
    return store


def pictures_of(samples) -> list[tuple[str, bytes]]:
    return [(s.label, s.as_fed().tobytes()) for s in samples]


@pytest.mark.parametrize("name", ["own.jsonl", "own.jsonl.gz"])
def test_inks_come_back_as_they_were(tmp_path, drawn, name):
    samples = drawn.samples()
    assert export_inks(tmp_path / name, samples) == 3
    with SampleStore(tmp_path / "other.sqlite") as other:
        other.add_all(read_new_samples(tmp_path / name))
        for before, after in zip(samples[:3], other.samples(), strict=True):
            assert (before.ink, before.label, before.origin, before.created, before.held_out) == (
                after.ink, after.label, after.origin, after.created, after.held_out,
            )  # fmt: skip
    assert [s.label for s in read_samples(tmp_path / name)] == ["7", "2", "7"]
    content = (tmp_path / name).read_bytes()
    text = gzip.decompress(content) if name.endswith(".gz") else content
    first = json.loads(text.partition(b"\n")[0])
    assert first["label"] == 7, "a digit is a number in a file, as ever"


def test_a_folder_of_pictures_comes_back_to_the_pixel(tmp_path, drawn):
    samples = drawn.samples()
    assert export_pictures(tmp_path / "own", samples) == 4
    assert sorted(p.relative_to(tmp_path / "own").as_posix() for p in tmp_path.glob("own/*/*")) == [
        "2/000002.png", "2/000004.png", "7/000001.png", "7/000003.png",
    ]  # fmt: skip
    (tmp_path / "own" / "7" / "Thumbs.db").write_bytes(b"?")
    with SampleStore(tmp_path / "other.sqlite") as other:
        other.add_all(read_new_samples(tmp_path / "own"))
        assert sorted(pictures_of(samples)) == sorted(pictures_of(other.samples()))
        assert other.origins() == ("own",)


@pytest.mark.parametrize(
    "name", ["own-images-idx3-ubyte.gz", "own-labels-idx1-ubyte", "own", "x.gz"]
)
def test_idx_files_come_back_to_the_pixel(tmp_path, drawn, name):
    samples = drawn.samples()
    folder = tmp_path / "idx"
    assert export_idx(folder / name, samples) == 4
    files = list(folder.iterdir())
    assert len(files) == 2
    for named in (*files, folder):
        with SampleStore(tmp_path / f"{named.name}.sqlite") as other:
            other.add_all(read_new_samples(named))
            assert pictures_of(samples) == pictures_of(other.samples())


def test_mnist_pictures_are_taken_as_they_are(tmp_path, shared_data):
    from handdigit.storage.datasets.idx import read_mnist

    pictures, labels = read_mnist(shared_data / "mnist", "t10k")
    for number in range(50):
        folder = tmp_path / "png" / str(labels[number])
        folder.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pictures[number]).save(folder / f"{number}.png")
    read = {s.drawing.tobytes() for s in read_new_samples(tmp_path / "png")}
    assert read == {p.tobytes() for p in pictures[:50]}


def test_pictures_of_any_size_are_normalised(tmp_path):
    paper = np.full((90, 60), 250, np.uint8)
    paper[10:80, 20:26] = 30
    folder = tmp_path / "photos"
    (folder / "1").mkdir(parents=True)
    Image.fromarray(paper).save(folder / "1" / "one.bmp")
    (sample,) = read_new_samples(folder)
    assert np.array_equal(sample.drawing, normalise(paper).picture)
    assert (sample.label, sample.origin) == ("1", "photos")
    small = np.zeros((2, 20, 20), np.uint8)
    small[:, 3:17, 9:11] = 255
    path = tmp_path / "s-images-idx3-ubyte"
    path.write_bytes(struct.pack(">BBBB3I", 0, 0, 8, 3, 2, 20, 20) + small.tobytes())
    labels = struct.pack(">BBBBI", 0, 0, 8, 1, 2) + b"\x01\x01"
    path.with_name("s-labels-idx1-ubyte").write_bytes(labels)
    assert [s.drawing.shape for s in read_new_samples(path)] == [(28, 28)] * 2


def test_a_picture_is_taken_as_what_was_read_of_it(tmp_path, drawn, monkeypatch):
    export_pictures(tmp_path / "own", drawn.samples()[:1])
    (path,) = (tmp_path / "own").rglob("*.png")
    another = Image.new("L", (28, 28))
    another.paste(255, (0, 0, 9, 28))

    def decode_and_change(content, name):
        picture = decode_picture(content, name)
        another.save(path)
        return picture

    monkeypatch.setattr(picture_folders, "decode_picture", decode_and_change)
    (sample,) = read_new_samples(tmp_path / "own")
    assert sample.drawing.tobytes() == drawn.samples()[0].as_fed().tobytes()


def test_a_file_that_becomes_a_pipe_while_it_is_imported_is_a_sentence(
    tmp_path, drawn, monkeypatch
):
    path = tmp_path / "own.jsonl"
    export_inks(path, drawn.samples())
    told = []

    class Reader:
        def recv(self):
            return ImportSamples(tmp_path / "other.sqlite", path, DIGITS)

        def poll(self):
            return False

        send = told.append

    def read_and_change(source, *others):
        for sample in read_new_samples(source, *others):
            source.unlink()
            os.mkfifo(source)
            yield sample

    monkeypatch.setattr(sample_transfer, "read_new_samples", read_and_change)
    run_transfer(Reader())
    (failed,) = told
    assert isinstance(failed, TransferFailed)
    assert "is a pipe or a device" in failed.sentence


INK = '{"strokes": [[[0, 0], [1, 1]]], "label": 3}\n'


def _picture(path: Path, value: int, size: tuple[int, int] = (40, 40)) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    grey = np.full(size, 255, np.uint8)
    grey[10:30, 15:20] = value
    Image.fromarray(grey).save(path)


def _damaged_picture(path: Path) -> None:
    _picture(path / "4" / "b.png", 0)
    content = (path / "4" / "b.png").read_bytes()
    (path / "4" / "b.png").write_bytes(content[:60])


def _blank_picture(path: Path) -> None:
    _picture(path / "4" / "b.png", 255)


def _lonely_idx(path: Path) -> None:
    path.write_bytes(struct.pack(">BBBB3I", 0, 0, 8, 3, 1, 28, 28) + bytes(784))


GARBAGE = {
    "no-label.jsonl": (INK + '{"strokes": [[[0, 0]]]}\n', "line 2 has no label; add .*: 0 to 9"),
    "label.jsonl": (INK + '{"strokes": [[[0, 0]]], "label": 12}\n', "line 2.*0 to 9"),
    "no-strokes.jsonl": (INK + '{"strokes": [], "label": 3}\n', "line 2: there are no strokes"),
    "broken.jsonl": (INK + '{"strokes": [[[0, ', "line 2.*not JSON"),
    "nan.jsonl": (INK + '{"strokes": [[[0, NaN]]], "label": 3}', "line 2.*out of range"),
    "empty.jsonl": ("", "no inks"),
    "missing.jsonl": (None, "no such file"),
    "cut.jsonl.gz": (gzip.compress(INK.encode() * 1000)[:40], "damaged gzip"),
    "text.txt": ("hello", "cannot be read as labelled drawings: name a .jsonl file"),
    "one.png": ("", "says nothing about its class"),
    "x-images-idx3-ubyte": (b"\0\0\x08\x03 and so on", "not beside it"),
    "lonely-images-idx3-ubyte": (_lonely_idx, "its labels, .* are not beside it"),
    "damaged": (_damaged_picture, r"Nothing in .*damaged can be imported\. .*b.png is damaged"),
    "blank": (_blank_picture, "b.png: There is no ink"),
    "nothing": (lambda path: path.mkdir(), "no pictures in folders named 0 to 9"),
}


@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_is_one_sentence_and_nothing_is_imported(tmp_path, store, name):
    content, sentence = GARBAGE[name]
    path = tmp_path / name
    if callable(content):
        content(path)
    elif content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(HanddigitError, match=sentence) as caught:
        store.add_all(read_new_samples(path))
    assert "\n" not in str(caught.value)
    assert store.samples() == ()


def test_nothing_to_export_is_a_sentence(tmp_path, drawn):
    with pytest.raises(HanddigitError, match="None of these"):
        export_inks(tmp_path / "a.jsonl", drawn.samples(origin="a.png"))
    for export in (export_pictures, export_idx):
        with pytest.raises(HanddigitError, match="no samples to export"):
            export(tmp_path / "a", ())


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_exported_folders_are_as_private_as_the_umask_says(tmp_path, drawn):
    before = os.umask(0o077)
    try:
        export_pictures(tmp_path / "out", drawn.samples())
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").rglob("*")}
    assert modes == {0o700, 0o600}
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700


def test_an_export_never_overwrites_a_folder(tmp_path, drawn):
    folder = tmp_path / "precious"
    folder.mkdir()
    (folder / "note.txt").write_text("keep")
    with pytest.raises(HanddigitError, match="not empty"):
        export_pictures(folder, drawn.samples())
    assert [p.name for p in folder.iterdir()] == ["note.txt"]
    in_the_way = tmp_path / "file"
    in_the_way.write_text("keep")
    for export in (export_pictures, export_idx, export_inks):
        with pytest.raises(HanddigitError, match="cannot be written"):
            export(in_the_way / "own", drawn.samples())
    with pytest.raises(HanddigitError, match="cannot be written"):
        export_pictures(in_the_way, drawn.samples())
    assert in_the_way.read_text() == "keep"
    assert not list(tmp_path.glob(".*")), "nothing half written is left"


def test_an_exported_ink_says_all_about_itself(tmp_path, drawn):
    path = tmp_path / "own.jsonl"
    export_inks(path, drawn.samples())
    value = json.loads(path.read_text(encoding="utf-8").split("\n")[1])
    assert set(value) == {"strokes", "label", "origin", "created", "held_out"}
    assert (value["label"], value["origin"]) == (2, "elsewhere")
    assert Ink.from_json(value) == drawn.samples(label="2")[0].ink


SHAPES = Alphabet.of(("○", "a/b", "%2F..", "□."))


@pytest.fixture
def shapes(store) -> SampleStore:
    """A sample of each class of an alphabet with names that are no names of folders."""
    seven = read_samples(ASSETS / "examples" / "seven.json")[0].ink
    store.add_all([NewSample(seven, name) for name in SHAPES.names])
    return store


@pytest.mark.parametrize("export", [export_inks, export_pictures, export_idx])
def test_samples_of_any_alphabet_come_back(tmp_path, shapes, export):
    path = tmp_path / "own.jsonl"
    export(path, shapes.samples(), *([SHAPES] if export is export_idx else []))
    source = path if export is not export_idx else next(tmp_path.glob("own*-images-idx3-ubyte"))
    read = tuple(read_new_samples(source, SHAPES))
    assert sorted(sample.label for sample in read) == sorted(SHAPES.names)


def test_samples_of_another_alphabet_are_refused(tmp_path, shapes):
    export_inks(tmp_path / "own.jsonl", shapes.samples())
    with pytest.raises(HanddigitError, match=r"○ is none of the classes .*: 0 to 9"):
        tuple(read_new_samples(tmp_path / "own.jsonl"))
    with pytest.raises(HanddigitError, match="○ is none of the classes"):
        export_idx(tmp_path / "own", shapes.samples())

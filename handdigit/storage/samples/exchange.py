"""Samples in and out: ``.jsonl`` inks, folders of pictures by class, pairs of idx files.

What is read is read to the end before anything is stored: a file is imported whole, or a
sentence says what is wrong with it.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from handdigit.budgets import (
    IDX_FILE,
    INK_CHARACTERS,
    INK_FILE,
    INK_FILE_LINES,
    PICTURE_FILE,
    FileBudget,
)
from handdigit.errors import (
    DataFileError,
    EmptyDrawingError,
    HanddigitError,
    PictureError,
    os_errors_as,
)
from handdigit.ink.ink import parse_json
from handdigit.ink.normalise import BOX, CENTRE, SIDE, centre_of_mass, normalise
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.sentences import sentence
from handdigit.storage.atomic import remove_leftovers, temporary_beside, write_atomically
from handdigit.storage.datasets.idx import LONGEST_HEADER, idx_header, read_labelled_pictures
from handdigit.storage.datasets.inks import (
    class_of,
    ink_errors_at,
    ink_texts,
    is_ink_file,
    label_to_json,
    sample_from_json,
)
from handdigit.storage.datasets.pictures import SUFFIXES, decode_picture
from handdigit.storage.files import is_folder, read_bytes
from handdigit.storage.named_files import FORBIDDEN
from handdigit.storage.samples.sample_store import NewSample, StoredSample

PICTURES, LABELS = "images-idx3-ubyte", "labels-idx1-ubyte"
"""What the names of a pair of idx files end in, before ``.gz``."""
_TOO_MANY = sentence(
    "These are more samples than a file is read with: export fewer at once, a label each."
)
_EXPORTED = "Software", "handdigit samples"
"""Text in an exported picture: it is what a network gets, and is imported as it is."""
_EXPORTED_CHUNK = b"tEXt" + b"\0".join(text.encode() for text in _EXPORTED)
_CHUNKS_BYTES = 200
"""It stands within so many bytes from the beginning."""
_NOT_IN_NAMES = f"{FORBIDDEN}%"
"""Characters that no file system, or not every one, takes in a name."""


def read_new_samples(path: Path, alphabet: Alphabet = DIGITS) -> Iterator[NewSample]:
    """Yield the labelled drawings in a file of inks, a folder of pictures, or an idx file.

    Of a pair of idx files, either one may be named; their labels are the numbers of the classes.

    Raises:
        HanddigitError: something in it cannot be read, or has no label of the alphabet or no
            ink; nothing that was yielded before should be kept then.
    """
    if is_folder(path):
        return _from_folder(path, alphabet)
    if is_ink_file(path):
        return _from_inks(path, alphabet)
    if path.suffix.lower() in SUFFIXES:
        raise DataFileError(
            sentence(
                "{0} says nothing about its class: import a folder that has pictures in "
                "folders named {1}.",
                path,
                alphabet.listed(),
            )
        )
    return _from_idx(path, alphabet)


def _from_inks(path: Path, alphabet: Alphabet) -> Iterator[NewSample]:
    for where, text in ink_texts(path):
        with ink_errors_at(where):
            value: Any = parse_json(text)
            sample = sample_from_json(value)
        label = alphabet.names[class_of(sample.label, alphabet, where)]
        if sample.ink.is_empty:
            raise DataFileError(sentence("{0}: there are no strokes.", where))
        origin, created, held_out = (value.get(k) for k in ("origin", "created", "held_out"))
        yield NewSample(
            sample.ink,
            label,
            origin if isinstance(origin, str) else path.name,
            created if isinstance(created, str) else "",
            held_out if isinstance(held_out, bool) else None,
        )


def _from_folder(folder: Path, alphabet: Alphabet) -> Iterator[NewSample]:
    found = False
    for label in alphabet.names:
        part = folder / folder_name(label)
        with os_errors_as(sentence("{0} cannot be read", folder), DataFileError):
            files = sorted(part.iterdir()) if is_folder(part) else []
        for file in files:
            if file.suffix.lower() in SUFFIXES and not file.name.startswith("."):
                found = True
                yield NewSample(_fed_from_file(file), label, folder.name)
    if found:
        return
    pair = sorted(folder.glob(f"*{PICTURES}*"))
    if len(pair) != 1:
        raise DataFileError(
            sentence("{0} has no pictures in folders named {1}.", folder, alphabet.listed())
        )
    yield from _from_idx(pair[0], alphabet)


def _from_idx(path: Path, alphabet: Alphabet) -> Iterator[NewSample]:
    name = path.name
    if PICTURES not in name and LABELS not in name:
        raise DataFileError(
            sentence(
                "{0} cannot be imported: choose .jsonl inks, a folder of pictures in "
                "folders {1}, or an idx file named …-{2}.",
                path,
                alphabet.listed(),
                PICTURES,
            )
        )
    pictures_path = path.with_name(name.replace(LABELS, PICTURES))
    labels_path = path.with_name(name.replace(PICTURES, LABELS))
    pictures, labels = read_labelled_pictures(pictures_path, labels_path, classes=len(alphabet))
    for number, (picture, label) in enumerate(zip(pictures, labels, strict=True), start=1):
        where = sentence("{0}, picture {1}", pictures_path, number)
        # Of this size they are what a network gets: that is what the files are made for.
        fed = picture if picture.shape == (SIDE, SIDE) else _as_fed(picture, where)
        if not fed.any():
            raise DataFileError(sentence("{0}: there is no ink in it.", where))
        yield NewSample(fed, alphabet.names[label], pictures_path.name)


def _fed_from_file(file: Path) -> NDArray[np.uint8]:
    """Return what a network gets of a picture; one that was exported here is that already."""
    content = read_bytes(file, PICTURE_FILE, PictureError)
    picture = decode_picture(content, str(file))
    if picture.shape[:2] == (SIDE, SIDE):
        grey = picture if picture.ndim == 2 else picture[:, :, 0]
        is_exported = _EXPORTED_CHUNK in content[:_CHUNKS_BYTES]
        if is_exported and grey.any():
            return np.ascontiguousarray(grey)
    return _as_fed(picture, str(file))


def _as_fed(picture: NDArray[np.uint8], where: str) -> NDArray[np.uint8]:
    """Normalise a picture, unless that was done before it was saved."""
    if picture.shape[:2] == (SIDE, SIDE):
        grey = picture if picture.ndim == 2 else picture[:, :, 0]
        same = picture.ndim == 2 or bool((picture[:, :, :3] == grey[:, :, None]).all())
        opaque = picture.ndim == 2 or picture.shape[2] == 3 or picture[:, :, 3].min() == 255
        if same and opaque and _is_normalised(grey):
            return np.ascontiguousarray(grey)
    try:
        return normalise(picture).picture
    except EmptyDrawingError as error:
        raise DataFileError(sentence("{0}: {1}", where, error.sentence)) from None


def _is_normalised(picture: NDArray[np.uint8]) -> bool:
    """Return whether a (28, 28) picture is white on black, boxed and centred as MNIST's are."""
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    if not rows.size or max(np.ptp(rows), np.ptp(columns)) >= BOX:
        return False
    return all(abs(centre - CENTRE) <= 0.5 + 1e-6 for centre in centre_of_mass(picture))


# --- out -------------------------------------------------------------------------------------


def export_inks(path: Path, samples: Sequence[StoredSample]) -> int:
    """Write samples as ``.jsonl`` or ``.jsonl.gz``; return how many have strokes.

    Those that are pictures only are left out.

    Raises:
        HanddigitError: none has strokes, they are more than can be imported again, or the folder
            or the disk does not take it.
    """
    lines = [
        json.dumps(
            sample.ink.to_json()
            | {
                "label": label_to_json(sample.label),
                "origin": sample.origin,
                "created": sample.created,
                "held_out": sample.held_out,
            },
            ensure_ascii=False,
        )
        for sample in samples
        if sample.ink is not None
    ]
    if not lines:
        raise HanddigitError(
            sentence("None of these samples has strokes: export them as pictures.")
        )
    if max(map(len, lines)) > INK_CHARACTERS or len(lines) > INK_FILE_LINES:
        raise HanddigitError(_TOO_MANY)
    content = "".join(f"{line}\n" for line in lines).encode()
    _require_room(len(content), INK_FILE)
    write_atomically(path, _compressed(path, content))
    return len(lines)


def export_pictures(folder: Path, samples: Sequence[StoredSample]) -> int:
    """Write samples as 28×28 PNG files in a folder a class of a new folder; return how many.

    Raises:
        HanddigitError: there are none, the folder is there already, or it cannot be written.
    """
    _require_some(samples)
    with os_errors_as(sentence("{0} cannot be written", folder)):
        if folder.is_dir() and any(folder.iterdir()):
            raise HanddigitError(sentence("{0} is not empty: name a new folder.", folder))
        folder.parent.mkdir(parents=True, exist_ok=True)
        note = PngInfo()
        note.add_text(*_EXPORTED)
        with temporary_beside(folder, is_folder=True) as temporary:
            for sample in samples:
                place = temporary / folder_name(sample.label)
                place.mkdir(exist_ok=True)
                content = io.BytesIO()
                Image.fromarray(sample.as_fed()).save(content, "PNG", pnginfo=note)
                (place / f"{sample.id:06}.png").write_bytes(content.getvalue())
            if folder.is_dir():
                folder.rmdir()
            temporary.rename(folder)
        remove_leftovers(folder.parent)
    return len(samples)


def folder_name(label: str) -> str:
    """Return what the folder of a class's pictures is called, on every system."""
    name = "".join(f"%{ord(c):02X}" if c in _NOT_IN_NAMES else c for c in label)
    return f"{name[:-1]}%2E" if name.endswith(".") else name


def export_idx(path: Path, samples: Sequence[StoredSample], alphabet: Alphabet = DIGITS) -> int:
    """Write samples as the two :func:`idx_files` of ``path``; return how many.

    Labels are the numbers of the classes in the alphabet.

    Raises:
        HanddigitError: there are none, one is of another alphabet, they are more than can be
            imported again, or the folder or the disk does not take it.
    """
    _require_some(samples)
    _require_room(LONGEST_HEADER + len(samples) * SIDE * SIDE, IDX_FILE)
    pictures = np.stack([sample.as_fed() for sample in samples])
    labels = np.array([alphabet.index(sample.label) for sample in samples], np.uint8)
    for file, values in zip(idx_files(path), (pictures, labels), strict=True):
        write_atomically(file, _compressed(file, idx_header(values) + values.tobytes()))
    return len(samples)


def idx_files(path: Path) -> tuple[Path, Path]:
    """Return the file of the pictures and that of the labels that :func:`export_idx` writes.

    ``path`` may be the name of either file, with or without ``.gz``, or only how both begin.
    """
    ending = ".gz" if path.name.endswith(".gz") else ""
    stem = path.name.removesuffix(".gz").removesuffix(PICTURES).removesuffix(LABELS).rstrip("-")
    start = f"{stem}-" if stem else ""
    return (
        path.with_name(f"{start}{PICTURES}{ending}"),
        path.with_name(f"{start}{LABELS}{ending}"),
    )


def _require_some(samples: Iterable[StoredSample]) -> None:
    if not samples:
        raise HanddigitError(sentence("There are no samples to export: label a drawing first."))


def _require_room(size: int, budget: FileBudget) -> None:
    """Require that a file of so many bytes can be imported again."""
    if size > budget.size:
        raise HanddigitError(_TOO_MANY)


def _compressed(path: Path, content: bytes) -> bytes:
    return gzip.compress(content, mtime=0) if path.name.endswith(".gz") else content

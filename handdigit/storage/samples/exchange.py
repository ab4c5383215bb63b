"""Samples in and out: ``.jsonl`` inks, folders of pictures by class, pairs of idx files.

What is read is read to the end before anything is stored: a file of inks is imported whole, or a
sentence says what is wrong with it. Of pictures those are left out that cannot be used, each with
a sentence.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from handdigit.budgets import (
    IDX_FILE,
    INK_CHARACTERS,
    INK_FILE,
    INK_FILE_LINES,
    FileBudget,
)
from handdigit.errors import (
    DataFileError,
    HanddigitError,
    os_errors_as,
)
from handdigit.ink.ink import parse_json
from handdigit.ink.normalise import SIDE, Find, found_ink
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.sentences import sentence
from handdigit.storage.atomic import remove_leftovers, temporary_beside, write_atomically
from handdigit.storage.datasets.idx import LONGEST_HEADER, idx_header
from handdigit.storage.datasets.inks import (
    class_of,
    ink_errors_at,
    ink_texts,
    is_ink_file,
    label_to_json,
    sample_from_json,
)
from handdigit.storage.datasets.picture_folders import EXPORTED, LeaveOut, folder_name
from handdigit.storage.datasets.picture_parts import FolderPart
from handdigit.storage.datasets.picture_sets import picture_parts
from handdigit.storage.datasets.pictures import SUFFIXES, Tell, unheard
from handdigit.storage.files import is_folder
from handdigit.storage.samples.sample_store import NewSample, StoredSample

PICTURES, LABELS = "images-idx3-ubyte", "labels-idx1-ubyte"
"""What the names of a pair of idx files end in, before ``.gz``."""
_TOO_MANY = sentence(
    "These are more samples than a file is read with: export fewer at once, a label each."
)


def read_new_samples(
    path: Path,
    alphabet: Alphabet = DIGITS,
    tell: Tell = unheard,
    leave_out: LeaveOut = unheard,
    find: Find = found_ink,
) -> Iterator[NewSample]:
    """Yield the labelled drawings in a file of inks, or in a set of pictures of any form.

    Where a set has a part to learn from and one to measure by, the latter is held out.

    Args:
        path: the file or folder; of a pair of idx files either one.
        alphabet: what the labels are of; arrays have the numbers of the classes.
        tell: is told what the user should know of how it was read.
        leave_out: is told of each picture that is left out, and why.
        find: finds the ink of pictures.

    Raises:
        HanddigitError: something in it cannot be read, or has no label of the alphabet, or all of
            it is left out; nothing that was yielded before should be kept then.
    """
    if is_folder(path):
        return _from_pictures(path, alphabet, tell, leave_out, find)
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
    return _from_pictures(path, alphabet, tell, leave_out, find)


def _from_pictures(
    path: Path, alphabet: Alphabet, tell: Tell, leave_out: LeaveOut, find: Find
) -> Iterator[NewSample]:
    parts = picture_parts((path,), alphabet, find)
    has_both = {True, False} <= {part.is_test for part in parts}
    refused: list[str] = []

    def refuse(reason: str) -> None:
        refused.append(reason)
        leave_out(reason)

    found = False
    for part in parts:
        origin = (path if isinstance(part, FolderPart) else part.path).name
        held_out = part.is_test if has_both else None
        for picture, number in part.each(alphabet, tell, refuse):
            found = True
            yield NewSample(picture, alphabet.names[number], origin, held_out=held_out)
    if not found:
        raise DataFileError(
            sentence("Nothing in {0} can be imported. {1}", path, refused[0])
            if refused
            else sentence("Nothing in {0} can be imported: there are no pictures.", path)
        )


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
        note.add_text(*EXPORTED)
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

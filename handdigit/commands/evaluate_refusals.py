"""``handdigit evaluate --refusals``: how many digits are refused, and how many other drawings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handdigit.commands.console import complain, say, say_json
from handdigit.commands.evaluate import about_one, grouped, opened
from handdigit.errors import HanddigitError
from handdigit.handwriting.negatives import Negatives
from handdigit.ink.ink import Ink, parse_json
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import normalise_inks
from handdigit.network.alphabet import DIGITS
from handdigit.recognition.gate import Gate
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.faulty import FaultyList, find_faulty
from handdigit.storage.datasets.inks import (
    ink_errors_at,
    ink_texts,
    is_ink_file,
    require_points,
    shipped_shapes,
)
from handdigit.storage.datasets.labelled_sets import as_fed
from handdigit.storage.models.gate_file import SHIPPED_GATE, read_gate
from handdigit.storage.models.handwriting_file import shipped_handwriting
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import AppPaths

GENERATED = 2000
"""Drawings of each kind in the generated test set."""
SEED = 2026


def auroc(digits: NDArray[np.float64], others: NDArray[np.float64]) -> float:
    """Return how often a digit's value is above another drawing's; ties count half.

    That is the area under the receiver operating characteristic (Hanley and McNeil 1982).

    Args:
        digits: (N,) with at least one value.
        others: (M,) likewise.
    """
    ordered = np.sort(others)
    below = np.searchsorted(ordered, digits, side="left")
    up_to = np.searchsorted(ordered, digits, side="right")
    return float((below + up_to).mean() / 2 / len(others))


def generated_strangers(count: int = GENERATED, seed: int = SEED) -> Iterator[tuple[str, InkBatch]]:
    """Yield each kind of drawing that is no digit, with ``count`` of it.

    Signs are written in ways that no gate has learned; the rest is drawn afresh.

    Raises:
        DataFileError: the program is installed without its shapes or its pen model.
    """
    kept = [shape for shape in shipped_shapes() if shape.is_kept]
    negatives = Negatives(kept, shipped_handwriting())
    for number, (kind, draw) in enumerate(negatives.kinds.items()):
        yield kind, draw(count, np.random.default_rng((seed, number)))


WORST = 12
"""So many signs are listed: those let through most often."""


@dataclass(frozen=True, slots=True, eq=False)
class _Judged:
    """Drawings of one file, or of one kind."""

    name: str
    digitness: NDArray[np.float64]
    """(N,); 0 for an empty drawing."""
    unsure: NDArray[np.bool_]
    """(N,) which are refused barely, and read as unusual digits."""
    are_digits: bool
    signs: tuple[str, ...] = ()
    """Of others than digits: what each is, where the file says so."""


def evaluate_refusals(
    data: list[Path],
    paths: AppPaths,
    gate_file: Path | None,
    model: str | None,
    device: str,
    *,
    without: str | None,
    as_json: bool,
) -> int:
    """Measure every set in ``data`` and return 0, or 1 if some could not be read.

    Args:
        data: files, folders and names of sets.
        paths: where samples and MNIST are.
        gate_file: the gate to measure; None for the shipped one.
        model: name or file of what reads the digits that are barely refused.
        device: where it computes.
        without: a list of faulty drawings, which are left out of the set that it is about.
        as_json: print one object a set.

    Raises:
        HanddigitError: the gate, the model or the list cannot be read, or that is about none of
            the sets.
    """
    faulty = None if without is None else about_one(find_faulty(without), data)
    gate = Gate(read_gate(gate_file or SHIPPED_GATE))
    path = ModelStore(paths).find(model or DEFAULT_MODEL)
    recogniser = Recogniser(read_model(path), device, gate=gate)
    recogniser.require_gate()
    judged: list[_Judged] = []
    failures = 0
    for group in grouped(data):
        try:
            found = _of_file(group, paths, recogniser)
            if faulty is not None and faulty.is_about(group[0]):
                found = [_without(found[0], faulty)]
            judged += found
        except HanddigitError as error:
            complain(error)
            failures += 1
    if failures and not judged:
        return 1
    kinds = []
    for kind, inks in generated_strangers():
        pictures = normalise_inks(inks)
        sure = gate.digitness(pictures, inks)
        unsure = _are_unsure(recogniser, sure, pictures.__getitem__)
        kinds.append(_Judged(f"generated: {kind}", sure, unsure, are_digits=False))
    every = np.concatenate([kind.digitness for kind in kinds])
    unsure = np.concatenate([kind.unsure for kind in kinds])
    judged += [*kinds, _Judged("generated: all kinds", every, unsure, are_digits=False)]
    digits = np.concatenate([np.zeros(0), *(one.digitness for one in judged if one.are_digits)])
    for one in judged:
        told = _told(one, digits, gate.threshold)
        say_json(told) if as_json else _print(told)
    return 1 if failures else 0


def _are_unsure(
    recogniser: Recogniser,
    digitness: NDArray[np.float64],
    pictures: Callable[[NDArray[np.int64]], NDArray[np.uint8]],
) -> NDArray[np.bool_]:
    """Return (N,) whether drawings are read as unusual digits.

    Args:
        recogniser: reads those that are barely refused, no others.
        digitness: (N,) of all.
        pictures: gives the (M, 28, 28) normalised pictures of some, by their numbers.
    """
    gate = recogniser.require_gate()
    unsure = gate.are_unusual(digitness, np.ones(len(digitness)))
    if unsure.any():
        barely = np.flatnonzero(unsure)
        probability = recogniser.probabilities(pictures(barely)).max(axis=1)
        unsure[barely] = gate.are_unusual(digitness[barely], probability)
    return unsure


def _of_file(group: tuple[Path, ...], paths: AppPaths, recogniser: Recogniser) -> list[_Judged]:
    name = " ".join(map(str, group))
    gate = recogniser.require_gate()
    if not is_ink_file(group[0]):
        found = opened(group, paths)
        pictures = as_fed(found.drawings(0, len(found)), recogniser.photos.ink)
        blank = ~pictures.any(axis=(1, 2))
        values = np.where(blank, 0, gate.digitness(pictures))
        unsure = _are_unsure(recogniser, values, pictures.__getitem__)
        return [_Judged(name, values, unsure, are_digits=True)]
    inks, labels = _read(group[0])
    values = gate.digitness_of_inks(inks)
    unsure = _are_unsure(
        recogniser,
        values,
        lambda numbers: normalise_inks(InkBatch.from_inks([inks[number] for number in numbers])),
    )
    are_digits = np.array([label in DIGITS.names for label in labels])
    signs = tuple(label for label, is_digit in zip(labels, are_digits, strict=True) if not is_digit)
    parts = [
        _Judged(name, values[are_digits], unsure[are_digits], are_digits=True),
        _Judged(name, values[~are_digits], unsure[~are_digits], are_digits=False, signs=signs),
    ]
    return [part for part in parts if len(part.digitness)]


def _without(one: _Judged, faulty: FaultyList) -> _Judged:
    sound = faulty.sound(len(one.digitness))
    name = f"{one.name} without {len(faulty.drawings)} faulty drawings"
    return _Judged(name, one.digitness[sound], one.unsure[sound], one.are_digits)


def _read(path: Path) -> tuple[list[Ink], list[str]]:
    """Return inks and their labels as text, of whatever kind; empty where there is none."""
    inks, labels, points = [], [], 0
    for where, text in ink_texts(path):
        with ink_errors_at(where):
            value = parse_json(text)
            inks.append(Ink.from_json(value))
        points += inks[-1].point_count
        require_points(points, path)
        assert isinstance(value, dict)  # from_json accepts nothing else
        label = value.get("label")
        labels.append("" if label is None else str(label))
    return inks, labels


def _told(one: _Judged, digits: NDArray[np.float64], threshold: float) -> dict[str, Any]:
    refused = one.digitness < threshold
    told: dict[str, Any] = {
        "data": one.name,
        "digits": one.are_digits,
        "n": len(refused),
        "refused": int(refused.sum()),
        "share": float(refused.mean()),
        "threshold": threshold,
        "unsure": int(one.unsure.sum()),
        "unsure_share": float(one.unsure.mean()),
    }
    if not one.are_digits and len(digits):
        told["auroc"] = auroc(digits, one.digitness)
    if any(one.signs):
        counts = Counter(one.signs)
        missed = Counter(compress(one.signs, refused))
        unsure = Counter(compress(one.signs, one.unsure))
        told["signs"] = {
            sign: {"n": count, "refused": missed[sign], "unsure": unsure[sign]}
            for sign, count in sorted(counts.items())
        }
    return told


def _print(told: dict[str, Any]) -> None:
    kind = "digits" if told["digits"] else "drawings that are no digits"
    text = f"{told['data']}: {told['n']:,} {kind}, {told['share']:.2%} refused or "
    text += f"unsure ({told['unsure_share']:.2%} unsure)"
    say(text + (f", AUROC {told['auroc']:.4f}" if "auroc" in told else ""))
    signs = told.get("signs", {})
    for sign in sorted(signs, key=lambda s: signs[s]["refused"] / signs[s]["n"])[:WORST]:
        say(f"  {sign}: {signs[sign]['refused']} of {signs[sign]['n']}")

"""The analyses behind the Map panel: reference digits in the last hidden layer, and a drawing."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.attribution.projection import Projection, last_hidden, nearest, principal_axes
from handdigit.engine.analyses.references import written_digits
from handdigit.engine.protocol.requests import Gather, Locate, Located, Origin, ReferenceMap
from handdigit.errors import EmptyDrawingError, HanddigitError
from handdigit.ink.ink import Ink, Point, Stroke
from handdigit.ink.normalise import SIDE, Preprocessing, Source, normalise
from handdigit.ink.path_length import arc_lengths
from handdigit.inspection.trace import InspectionError
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.recognition.recogniser import Recogniser
from handdigit.sentences import sentence
from handdigit.storage.datasets.idx import read_mnist
from handdigit.storage.samples.sample_store import SampleStore

GENERATED = 2000
MNIST = 1000
SAMPLES = 500
"""How many of each kind at most; of the samples the newest."""


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceDigits:
    """Labelled pictures of one origin."""

    origin: Origin
    pictures: NDArray[np.uint8]
    """(N, 28, 28)."""
    labels: NDArray[np.int64]
    """(N,)."""


class References:
    """All kinds of references: made in short pieces, and the samples anew when they change."""

    def __init__(self) -> None:
        """Nothing is there yet."""
        self._generated: ReferenceDigits | None = None
        self._mnist: ReferenceDigits | None = None
        self._mnist_from: Path | None = None
        self._samples: ReferenceDigits | None = None
        self._samples_are: tuple[Path, int, Alphabet] | None = None
        self._store: SampleStore | None = None

    def parts(self, alphabet: Alphabet) -> tuple[ReferenceDigits, ...]:
        """Return what is there of an alphabet, generated digits first."""
        digits = (self._generated, self._mnist) if alphabet == DIGITS else ()
        return tuple(part for part in (*digits, self._samples) if part is not None)

    def write(self) -> Generator[float, None, None]:
        """Write the digits that are still to be written, yielding which share is there."""
        yield from written_digits().write(GENERATED)
        if self._generated is None:
            pictures, labels = written_digits().first(GENERATED)
            self._generated = ReferenceDigits(Origin.GENERATED, pictures, labels)

    def read(self, mnist: Path | None, samples: Path | None, alphabet: Alphabet) -> None:
        """Read what lies in the user's folders, if it is there and not yet read.

        What cannot be read is no reference: other panels say what is wrong with it.
        """
        if mnist is None or not mnist.is_dir():
            self._mnist = self._mnist_from = None
        elif mnist != self._mnist_from:
            self._mnist = _mnist_digits(mnist)
            self._mnist_from = mnist if self._mnist is not None else None
        if samples is None:
            self._samples = self._samples_are = None
        else:
            self._read_samples(samples, alphabet)

    def _read_samples(self, path: Path, alphabet: Alphabet) -> None:
        if self._store is None or self._store.path != path:
            self._store = SampleStore(path)
        try:
            state = (path, self._store.revision(), alphabet)
            if state != self._samples_are:
                self._samples = _samples_of(alphabet, self._store)
                self._samples_are = state
        except HanddigitError:
            self._samples = self._samples_are = None


def _mnist_digits(folder: Path) -> ReferenceDigits | None:
    try:
        pictures, labels = read_mnist(folder, "train", first=MNIST)
    except HanddigitError:
        return None
    if pictures.shape[1:] != (SIDE, SIDE):
        return None
    # A copy: torch takes no memory that it may not write to.
    return ReferenceDigits(Origin.MNIST, pictures.copy(), labels.astype(np.int64))


def _samples_of(alphabet: Alphabet, store: SampleStore) -> ReferenceDigits | None:
    newest = store.entries().labelled(alphabet.names)[-SAMPLES:]
    samples = store.samples(ids=newest.ids.tolist())
    if not samples:
        return None
    pictures = np.stack([sample.as_fed() for sample in samples])
    labels = np.array([alphabet.index(sample.label) for sample in samples], np.int64)
    return ReferenceDigits(Origin.SAMPLES, pictures, labels)


BATCH = 16
"""So many references are read before the pen's answers come in between."""
TRAIL = 24
"""At how many moments of its drawing an ink is located."""
NEIGHBOURS = 5
FEWEST = 3
"""A plane goes through so many points."""


class _Map:
    """What one network makes of the references."""

    def __init__(self, recogniser: Recogniser) -> None:
        self.layer = last_hidden(recogniser.network.plan)
        self._features: dict[ReferenceDigits, list[NDArray[np.float32]]] = {}
        self.projection: Projection | None = None
        self.parts: tuple[ReferenceDigits, ...] = ()
        """What is on the map, once it is complete."""
        self.features: NDArray[np.float32] | None = None

    def read(
        self, recogniser: Recogniser, parts: tuple[ReferenceDigits, ...]
    ) -> Generator[float, None, None]:
        """Put references through the network, yielding which share is done.

        The plane is that of the first part, so that the others come and go without
        turning it.
        """
        if parts == self.parts:
            return
        self._features = read = {part: self._features.get(part, []) for part in parts}
        total = sum(len(part.pictures) for part in parts)
        for part, batches in read.items():
            while (done := sum(map(len, batches))) < len(part.pictures):
                yield sum(len(batch) for some in read.values() for batch in some) / total
                batches.append(_hidden(recogniser, self.layer, part.pictures[done : done + BATCH]))
        features = [np.concatenate(batches) for batches in read.values()]
        if self.projection is None:
            yield 1.0  # the axes take a tenth of a second
            self.projection = principal_axes(features[0])
        self.parts, self.features = parts, np.concatenate(features)


_REFERENCES = References()
_MAPS: WeakKeyDictionary[Recogniser, _Map] = WeakKeyDictionary()


def gather(recogniser: Recogniser, request: Gather) -> Generator[float, None, ReferenceMap]:
    """Return the map of the present network; what is there of it is not made again.

    Raises:
        InspectionError: nothing is there to draw a map of.
    """
    alphabet = recogniser.info.alphabet
    if alphabet == DIGITS:
        for share in _REFERENCES.write():
            yield share / 2
    _REFERENCES.read(request.mnist, request.samples, alphabet)
    parts = _REFERENCES.parts(alphabet)
    if sum(len(part.labels) for part in parts) < FEWEST:
        raise InspectionError(
            sentence(
                "The map of {0} is made of your samples: label {1} at least.",
                alphabet.listed(),
                FEWEST,
            )
        )
    found = _MAPS.setdefault(recogniser, _Map(recogniser))
    for share in found.read(recogniser, parts):
        yield (1 + share) / 2
    assert found.projection is not None  # all is read
    assert found.features is not None
    return ReferenceMap(
        found.projection(found.features),
        np.concatenate([part.labels for part in parts]),
        np.repeat([part.origin for part in parts], [len(part.labels) for part in parts]),
        np.concatenate([part.pictures for part in parts]),
        found.layer,
        found.features.shape[1],
        tuple(float(share) for share in found.projection.shares),
        alphabet,
    )


def locate(recogniser: Recogniser, request: Locate) -> Located:
    """Return where a drawing is on the map, how it got there, and its neighbours.

    Raises:
        EmptyDrawingError: there is no ink.
        InspectionError: the map is not complete yet.
    """
    found = _MAPS.get(recogniser)
    if found is None or found.projection is None or found.features is None:
        raise InspectionError(sentence("The map is still being drawn."))
    pictures, stroke_ends = _moments(request.source, request.preprocessing)
    hidden = _hidden(recogniser, found.layer, pictures)
    wanted = [np.full(len(part.labels), part.origin in request.origins) for part in found.parts]
    among = np.flatnonzero(np.concatenate(wanted))
    order, distances = nearest(found.features[among], hidden[-1], NEIGHBOURS)
    return Located(
        found.projection(hidden),
        stroke_ends,
        pictures[-1],
        tuple(int(index) for index in among[order]),
        tuple(float(distance) for distance in distances),
    )


def _hidden(recogniser: Recogniser, layer: str, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return (N, F) outputs of a layer for (N, 28, 28) pictures."""
    with torch.inference_mode():
        values = recogniser.network.activations(recogniser.input(pictures), (layer,))[layer]
    flat: NDArray[np.float32] = values.flatten(1).cpu().numpy()
    return flat


def _moments(
    source: Source, preprocessing: Preprocessing
) -> tuple[NDArray[np.uint8], tuple[int, ...]]:
    """Return the pictures of a drawing as it grew, and at which of them a stroke ended."""
    if not isinstance(source, Ink):
        return normalise(source, preprocessing).picture[None], ()
    inks, ends = growing(source, TRAIL)
    pictures: list[NDArray[np.uint8]] = []
    marks: list[int] = []
    for ink, is_end in zip(inks, ends, strict=True):
        try:
            pictures.append(normalise(ink, preprocessing).picture)
        except EmptyDrawingError:
            continue  # so far all of it is beyond the canvas
        if is_end:
            marks.append(len(pictures) - 1)
    if not pictures:
        raise EmptyDrawingError(sentence("There is no ink yet: draw a digit first."))
    return np.stack(pictures), tuple(marks)


def growing(ink: Ink, moments: int) -> tuple[list[Ink], list[bool]]:
    """Return an ink as it grew, evenly along its length and at every stroke's end.

    The last one is the whole ink. The second list says where a stroke had just ended.
    """
    lengths = [arc_lengths(stroke.xy()) for stroke in ink.strokes]
    total = sum(float(length[-1]) for length in lengths)
    step = total / moments if total > 0 else 1.0
    inks: list[Ink] = []
    ends: list[bool] = []
    finished: tuple[Stroke, ...] = ()
    travelled = 0.0
    for stroke, along in zip(ink.strokes, lengths, strict=True):
        first = np.floor(travelled / step + 1e-9) + 1
        for moment in np.arange(first * step, travelled + along[-1] - step / 4, step):
            inks.append(Ink((*finished, _cut(stroke, along, moment - travelled))))
            ends.append(False)
        finished = (*finished, stroke)
        travelled += float(along[-1])
        inks.append(Ink(finished))
        ends.append(True)
    return inks, ends


def _cut(stroke: Stroke, along: NDArray[np.float64], length: float) -> Stroke:
    """Return the first part of a stroke, ``length`` long."""
    whole = int(np.searchsorted(along, length, side="right"))
    xy = stroke.xy()
    x, y = (float(np.interp(length, along, xy[:, axis])) for axis in (0, 1))
    return Stroke((*stroke.points[:whole], Point(x, y)))

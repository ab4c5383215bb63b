"""The analyses behind the Map panel: reference digits in the last hidden layer, and a drawing."""

from __future__ import annotations

from collections.abc import Generator
from weakref import WeakKeyDictionary

import numpy as np
import torch
from numpy.typing import NDArray

from handdigit.core.alphabet import DIGITS
from handdigit.core.errors import EmptyDrawingError
from handdigit.core.ink import Ink, Point, Stroke
from handdigit.core.normalise import Preprocessing, normalise
from handdigit.engine.reference_digits import ReferenceDigits, References
from handdigit.engine.requests import Gather, Locate, Located, ReferenceMap, Source
from handdigit.inspection.projection import Projection, last_hidden, nearest, principal_axes
from handdigit.inspection.trace import InspectionError
from handdigit.models.recogniser import Recogniser

BATCH = 40
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
            f"The map of {alphabet.listed()} is made of your samples: label {FEWEST} at least."
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
        raise InspectionError("The map is still being drawn.")
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
        raise EmptyDrawingError("There is no ink yet: draw a digit first.")
    return np.stack(pictures), tuple(marks)


def growing(ink: Ink, moments: int) -> tuple[list[Ink], list[bool]]:
    """Return an ink as it grew, evenly along its length and at every stroke's end.

    The last one is the whole ink. The second list says where a stroke had just ended.
    """
    lengths = [np.concatenate([[0], np.cumsum(np.hypot(*np.diff(s.xy(), axis=0).T))])
               for s in ink.strokes]  # fmt: skip
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

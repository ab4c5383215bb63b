"""Reading a line of digits: which strokes belong together is the network's own choice."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple
from weakref import WeakKeyDictionary, proxy

import numpy as np
from numpy.typing import NDArray

from handdigit.errors import InkError
from handdigit.ink.dots import is_dot
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Ink, Stroke
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import Preprocessing, Source, normalise_found, normalise_inks
from handdigit.network.alphabet import DIGITS
from handdigit.network.recognition import Recognition, Verdict
from handdigit.number.candidates import Candidates, find_candidates
from handdigit.number.grouping import Grouping
from handdigit.number.picture_line import PictureLine
from handdigit.number.pieces import ink_of
from handdigit.number.reading import DigitBox, NumberReading, best_segmentations, reading_of
from handdigit.number.scoring import WEIGHTS
from handdigit.recognition.gate import easier
from handdigit.recognition.recogniser import Recogniser

REMEMBERED = 2000
"""Groups whose answers are kept: while a line is written, most of them stay the same."""
CONSIDERED = 8
"""Groupings among which the second best reading is looked for: many of them read the same."""
LINE_ODDS = 10.0
"""How much more often a group is a digit in a line of digits than a drawing by itself is one:
the gate's threshold is for the latter."""


SOUND = 0.5
"""Of every digit's probability: with less a picture is not said to show several."""
EVEN = 0.5
"""Of the highest digit's height: the lowest one of several."""
PICTURE_WEIGHTS = {**WEIGHTS, "cuts": -2.5}
"""In a picture nearly every stroke can be cut through, and few cuts are meant."""


class _Answer(NamedTuple):
    probabilities: NDArray[np.float64]
    """(10,)."""
    digitness: float
    strokes: tuple[Stroke, ...]


class PictureRead(NamedTuple):
    """How the line in a picture is read."""

    readings: tuple[NumberReading, ...]
    """As :meth:`NumberReader.read` returns them."""
    places: Ink
    """What a grouping names points of: a stroke for each part of the ink, in picture pixels."""
    digits: tuple[FoundInk, ...]
    """The ink of every box of the best reading, alone."""


_Key = tuple[tuple[int, int, int], ...]
"""Identity of a stroke with the first and last point of it, for every piece."""


def answer_to(
    recogniser: Recogniser,
    source: Source,
    preprocessing: Preprocessing = Preprocessing(),
    layers: Collection[str] = (),
) -> Recognition:
    """Return what a person is told of a drawing: a picture of several digits is no digit.

    The window, the command line and the time machine all ask here, so they cannot differ. The
    arguments and errors are those of :meth:`Recogniser.recognise`.
    """
    answer = recogniser.recognise(source, preprocessing, layers)
    if recogniser.gate is None or not isinstance(source, np.ndarray):
        return answer
    return reader_of(recogniser).refusing_several(answer, source)


class NumberReader:
    """Reads lines with one model; what has been read before costs nothing."""

    def __init__(self, recogniser: Recogniser) -> None:
        """Ask ``recogniser``.

        Raises:
            AlphabetError: it does not read digits.
        """
        self._recogniser = recogniser
        self._gate = recogniser.require_gate()
        self._strokes: dict[Stroke, Stroke] = {}
        """The strokes of the last ink: while more is written they stay the same objects."""
        self._known: OrderedDict[_Key, _Answer] = OrderedDict()
        self._last: tuple[FoundInk, Grouping, PictureRead] | None = None
        """The line in a picture that was read last, and what was said of it."""

    def read(self, ink: Ink, grouping: Grouping = ()) -> tuple[NumberReading, ...]:
        """Return the best reading of ``ink`` and the second best that says something else.

        One in which more is refused as no digit comes last: hardly anybody has meant it; one
        without any digit is none.

        An empty ink, or one of dots only, has one reading with no digits; where nothing else can
        be read, there is one.

        Args:
            ink: a line of digits from left to right, in any unit.
            grouping: what a person said about it.

        Raises:
            InkError: there are more strokes than any number has.
        """
        if all(is_dot(Ink((stroke,))) for stroke in ink.strokes):
            return (NumberReading(),)
        self._strokes = {stroke: self._strokes.get(stroke, stroke) for stroke in ink.strokes}
        ink = Ink(tuple(self._strokes[stroke] for stroke in ink.strokes))
        candidates = find_candidates(ink, grouping)
        return self._readings(candidates, *self._answers(candidates, ink))

    def refusing_several(self, answer: Recognition, picture: NDArray[np.uint8]) -> Recognition:
        """Return the answer to a picture, refused where there are several digits in it."""
        if answer.normalised is None:
            return answer
        with contextlib.suppress(InkError):
            found = self._recogniser.photos.line(picture)
            line = PictureLine(found)
            if line.seems_several:
                boxes = self._read(found, line).readings[0].boxes
                is_sound = all(b.is_digit and b.probability >= SOUND for b in boxes)
                # What touches is one digit where the gate takes it for one.
                if len(boxes) > 1 and is_sound and (answer.is_refused or _are_apart(boxes)):
                    text = "".join(box.character for box in boxes)
                    return replace(answer, verdict=Verdict.NOT_A_DIGIT, several=text, doubt=None)
        return answer

    def read_picture(
        self, picture: NDArray[np.uint8] | FoundInk, grouping: Grouping = ()
    ) -> PictureRead:
        """Return the same for a line in a picture; boxes are in pixels of the picture.

        Raises:
            PictureError: the array is no picture.
            InkError: there are more parts than any number has.
        """
        found = self._recogniser.photos.line(picture)
        if self._last is not None and self._last[0] is found and self._last[1] == grouping:
            return self._last[2]
        return self._read(found, PictureLine(found, grouping), grouping)

    def _read(self, found: FoundInk, line: PictureLine, grouping: Grouping = ()) -> PictureRead:
        """Read a line in the ink that was found, and remember it: it is asked for again."""
        readings = self._read_line(line)
        digits = tuple(line.ink_of(box.group) for box in readings[0].boxes)
        read = PictureRead(readings, line.places, digits)
        self._last = found, grouping, read
        return read

    def _read_line(self, line: PictureLine) -> tuple[NumberReading, ...]:
        candidates = line.candidates()
        if all(candidates.is_dot(number) for number in range(len(candidates.found))):
            return (NumberReading(),)
        inks = [line.ink_of(candidate.group) for candidate in candidates.found]
        pictures = np.stack([normalise_found(ink).picture for ink in inks])
        readings = self._readings(candidates, *self._recogniser.judged(pictures), PICTURE_WEIGHTS)
        return tuple(
            replace(
                reading,
                boxes=tuple(
                    replace(box, bounds=line.in_picture(box.bounds)) for box in reading.boxes
                ),
            )
            for reading in readings
        )

    def _readings(
        self,
        candidates: Candidates,
        probabilities: NDArray[np.float64],
        digitness: NDArray[np.float64],
        weights: Mapping[str, float] = WEIGHTS,
    ) -> tuple[NumberReading, ...]:
        """Return the best reading and the second best that says something else."""
        are_digits = digitness >= easier(self._gate.threshold, LINE_ODDS)
        best, *others = (
            reading_of(candidates, segmentation, probabilities, are_digits)
            for segmentation in best_segmentations(
                candidates, probabilities, digitness, count=CONSIDERED, weights=weights
            )
        )
        others = [
            other
            for other in others
            if other.text != best.text and any(box.is_digit for box in other.boxes)
        ]
        return (best, *sorted(others, key=_refused))[:2]

    def _answers(
        self, candidates: Candidates, ink: Ink
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return (N, 10) probabilities and (N,) digitness of the N candidates.

        Those that are new are read in one batch.
        """
        strokes = ink.strokes
        keys: list[_Key] = [
            tuple((id(strokes[p.stroke]), p.first, p.last) for p in candidate.group)
            for candidate in candidates.found
        ]
        new = {
            key: candidate.group
            for key, candidate in zip(keys, candidates.found, strict=True)
            if key not in self._known
        }
        if new:
            inks = InkBatch.from_inks([ink_of(ink, group) for group in new.values()])
            pictures = normalise_inks(inks)
            rows, sure = self._recogniser.judged(pictures, inks)
            for (key, group), row, one in zip(new.items(), rows, sure, strict=True):
                # With the strokes, so that no other objects get their identities.
                kept = tuple(strokes[piece.stroke] for piece in group)
                self._known[key] = _Answer(row, float(one), kept)
        for key in keys:
            self._known.move_to_end(key)
        answers = [self._known[key] for key in keys]
        while len(self._known) > max(REMEMBERED, len(keys)):
            self._known.popitem(last=False)
        return (
            np.array([answer.probabilities for answer in answers]).reshape(-1, len(DIGITS)),
            np.array([answer.digitness for answer in answers]),
        )


_READERS: WeakKeyDictionary[Recogniser, NumberReader] = WeakKeyDictionary()


def reader_of(recogniser: Recogniser) -> NumberReader:
    """Return the reader that all share who ask ``recogniser``: what one has read, another knows.

    Raises:
        AlphabetError: it does not read digits.
    """
    if recogniser not in _READERS:
        # By proxy, or the reader would keep a model in memory that has been replaced.
        _READERS[recogniser] = NumberReader(proxy(recogniser))
    return _READERS[recogniser]


def _are_apart(boxes: Sequence[DigitBox]) -> bool:
    """Return whether no part of a line is shared by digits, and all are about as high."""
    owners = [{piece.stroke for piece in box.group} for box in boxes]
    heights = [box.bounds.height for box in boxes]
    is_even = min(heights) >= EVEN * max(heights)
    return is_even and len(set().union(*owners)) == sum(map(len, owners))


def _refused(reading: NumberReading) -> int:
    """Return how many of its boxes are no digit."""
    return sum(not box.is_digit for box in reading.boxes)

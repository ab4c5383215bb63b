"""A photo read: the gate chooses among the writings that are found."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handdigit.ink.normalise import normalise_ink_picture
from handdigit.ink.photo import find_writing
from handdigit.network.recognition import Recognition, Verdict
from handdigit.recognition.recogniser import Recogniser


def recognise_found(recogniser: Recogniser, photo: NDArray[np.uint8]) -> Recognition:
    """Return the answer to the writing in a photo that the gate likes best."""
    gate = recogniser.require_gate()

    def approves(ink: NDArray[np.uint8]) -> bool:
        picture = normalise_ink_picture(ink).picture
        return float(gate.digitness(picture[None], None)[0]) >= gate.threshold

    choice = find_writing(photo).choice(approves)
    if choice is None:
        return Recognition(Verdict.EMPTY)
    # The paper around it says which side is ink.
    ink = choice.candidate.ink
    return recogniser.recognise(np.pad(ink, max(ink.shape)))

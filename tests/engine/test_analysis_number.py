"""A number asked for as the window asks."""

from __future__ import annotations

import gc
import weakref

from handdigit.engine.protocol.requests import NumberRead, ReadNumber
from handdigit.ink.ink import Ink
from handdigit.number.reading import merged
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS
from tests.engine.analysing import analysed


def side_by_side(*names: str) -> Ink:
    inks = [read_samples(ASSETS / "examples" / f"{name}.json")[0].ink for name in names]
    moved = [ink.mapped(1.0, number * 0.8, 0.0) for number, ink in enumerate(inks)]
    return Ink(tuple(stroke for ink in moved for stroke in ink.strokes))


def test_a_number_is_read_and_what_was_said_about_it_counts() -> None:
    recogniser = Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")
    ink = side_by_side("seven", "zero", "six")

    def ask(*marks: object) -> NumberRead:
        _, answer = analysed(recogniser, ReadNumber(ink, *marks))
        assert isinstance(answer, NumberRead)
        return answer

    answer = ask()
    best, second = answer.readings
    assert best.text == "706"
    assert best.score > second.score
    assert [box.group for box in best.boxes] != [box.group for box in second.boxes]
    again = ask(merged(ink, (), best.boxes[:2]))
    assert [len(box.group) for box in again.readings[0].boxes][-1] == len(best.boxes[2].group)
    assert len(again.readings[0].boxes) == 2


def test_a_model_that_was_replaced_is_not_kept_in_memory() -> None:
    recogniser = Recogniser(read_model(ASSETS / "models" / "small.safetensors"), "cpu")
    analysed(recogniser, ReadNumber(side_by_side("seven", "zero")))
    left = weakref.ref(recogniser)
    del recogniser
    gc.collect()
    assert left() is None

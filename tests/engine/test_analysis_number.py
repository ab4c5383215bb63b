"""A number asked for as the window asks."""

from __future__ import annotations

from handdigit.core.ink import Ink
from handdigit.core.number.reading import merged
from handdigit.data.assets import ASSETS
from handdigit.data.inks import read_samples
from handdigit.data.model_file import read_model
from handdigit.engine.analyses import ANALYSES
from handdigit.engine.requests_number import NumberRead, ReadNumber
from handdigit.models.recogniser import Recogniser


def side_by_side(*names: str) -> Ink:
    inks = [read_samples(ASSETS / "examples" / f"{name}.json")[0].ink for name in names]
    moved = [ink.mapped(1.0, number * 0.8, 0.0) for number, ink in enumerate(inks)]
    return Ink(tuple(stroke for ink in moved for stroke in ink.strokes))


def test_a_number_is_read_and_what_was_said_about_it_counts() -> None:
    recogniser = Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")
    ink = side_by_side("seven", "zero", "six")

    def ask(*marks: object) -> NumberRead:
        answer = ANALYSES[ReadNumber](recogniser, ReadNumber(ink, *marks))
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

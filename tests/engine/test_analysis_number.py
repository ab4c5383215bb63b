"""A number asked for as the window asks."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import numpy as np
import pytest

from handdigit.engine.protocol.messages import Analyse, LoadModel, Recognise
from handdigit.engine.protocol.requests import NumberRead, ReadNumber
from handdigit.engine.worker import Worker
from handdigit.ink.ink import Ink
from handdigit.number.reading import merged
from handdigit.recognition.number_reader import NumberReader
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS
from tests.engine.analysing import analysed
from tests.recognition.test_numbers_in_pictures import pictured


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


class Script:
    """A pipe on which these commands come, and then it closes."""

    def __init__(self, *commands: object) -> None:
        self.left = list(commands)
        self.told: list[Any] = []

    def poll(self) -> bool:
        return bool(self.left)

    def recv(self) -> object:
        if not self.left:
            raise EOFError
        return self.left.pop(0)

    def send(self, event: object) -> None:
        self.told.append(event)


def test_what_refused_a_picture_is_what_number_mode_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read once: the reader is the same, and remembers."""
    grey = pictured("407")
    again = ReadNumber(np.stack([grey] * 3, axis=2))
    recognise = Recognise(1, np.stack([grey] * 3, axis=2))
    model = LoadModel(ASSETS / "models" / "default.safetensors", "cpu")
    lines = []
    monkeypatch.setattr(
        NumberReader,
        "_read_line",
        lambda reader, line, read=NumberReader._read_line: lines.append(line) or read(reader, line),
    )
    script = Script(model, recognise, Analyse("number", 1, again))
    with pytest.raises(EOFError):
        Worker(script).work()
    _, recognised, read = script.told
    assert recognised.recognition.several == "407"
    assert read.answer.readings[0].text == "407"
    assert len(lines) == 1


def test_a_model_that_was_replaced_is_not_kept_in_memory() -> None:
    recogniser = Recogniser(read_model(ASSETS / "models" / "small.safetensors"), "cpu")
    analysed(recogniser, ReadNumber(side_by_side("seven", "zero")))
    left = weakref.ref(recogniser)
    del recogniser
    gc.collect()
    assert left() is None

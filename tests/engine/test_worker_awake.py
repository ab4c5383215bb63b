"""While a stroke goes on the engine waits for its next drawing without sleeping."""

from __future__ import annotations

from itertools import count
from types import SimpleNamespace

import pytest

from handdigit.engine import worker
from handdigit.engine.protocol.messages import LoadModel, Recognise, Recognised
from handdigit.engine.worker import Worker
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.paths import ASSETS

SEVEN = read_samples(ASSETS / "examples" / "seven.json")[0].ink
LOOKS = 20


class Pipe:
    """Brings commands, the last one when it has been looked for so often; then it closes."""

    def __init__(self, *commands: object) -> None:
        self.left = list(commands)
        self.told: list[object] = []
        self.looks = 0

    def poll(self) -> bool:
        self.looks += 1
        return self.looks >= LOOKS or len(self.left) > 1

    def recv(self) -> object:
        if not self.left:
            raise EOFError
        return self.left.pop(0)

    def send(self, event: object) -> None:
        self.told.append(event)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch):
    """Return a function: how often the pipe is looked at before it brings the next drawing."""
    model = LoadModel(ASSETS / "models" / "small.safetensors", "cpu")

    def looks(*, keeps_awake: bool, cores: int) -> int:
        monkeypatch.setattr(worker, "core_count", lambda: cores)
        last = Recognise(2, SEVEN)
        pipe = Pipe(model, Recognise(1, SEVEN, keeps_awake=keeps_awake), last)
        with pytest.raises(EOFError):
            Worker(pipe).work()
        assert [type(event) for event in pipe.told[1:]] == [Recognised, Recognised]
        return pipe.looks

    return looks


def test_it_looks_for_the_next_drawing_of_a_stroke_again_and_again(looks, monkeypatch):
    monkeypatch.setattr(worker, "AWAKE_S", 60.0)
    assert looks(keeps_awake=True, cores=2) >= LOOKS


def test_after_a_stroke_it_sleeps_until_it_is_asked(looks):
    assert looks(keeps_awake=False, cores=2) == 0


def test_the_only_core_is_left_to_the_window(looks):
    assert looks(keeps_awake=True, cores=1) == 0


def test_a_pen_that_rests_lets_it_sleep(looks, monkeypatch):
    milliseconds = count()
    monkeypatch.setattr(worker, "time", SimpleNamespace(monotonic=lambda: next(milliseconds) / 1e3))
    monkeypatch.setattr(worker, "AWAKE_S", LOOKS / 2 / 1e3)
    assert 0 < looks(keeps_awake=True, cores=2) < LOOKS

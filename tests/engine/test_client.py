"""The engine process through its client: newest wins, death is survived, the end is quick."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from handdigit.engine.client import DROPPED, MAX_DEATHS, EngineClient
from handdigit.engine.process import GRACE_S, TERMINATE_S
from handdigit.engine.protocol.evaluate import Evaluate, Evaluated
from handdigit.engine.protocol.messages import (
    Analyse,
    Analysed,
    AnalysisProgress,
    AnalysisRefused,
    AnalysisRequest,
    EngineEnded,
    EngineEvent,
    LoadModel,
    ModelLoaded,
    ModelRefused,
    Recognise,
    Recognised,
    RecogniseRefused,
    Started,
)
from handdigit.engine.protocol.requests import (
    ATTRIBUTION_METHODS,
    Attribute,
    Classified,
    Classify,
    Perturb,
    Perturbed,
)
from handdigit.engine.worker import BUG, NO_MODEL
from handdigit.ink.ink import Ink
from handdigit.ink.perturb import Dial
from handdigit.network.recognition import Verdict
from handdigit.storage.datasets.sources import DataKind, DataSource
from handdigit.storage.paths import ASSETS
from tests.processes import can_hang, kill

MODEL = ASSETS / "models" / "default.safetensors"
SEVEN = Ink.from_xy([[(0.3, 0.25), (0.65, 0.25), (0.45, 0.8)]])
TIMEOUT_S = 60.0
ENDLESS = Evaluate(DataSource(DataKind.GENERATED, count=100_000))
_Event = TypeVar("_Event")


class Listener:
    """Collects events and waits for one."""

    def __init__(self) -> None:
        self.events: list[EngineEvent] = []
        self._changed = threading.Condition()

    def __call__(self, event: EngineEvent) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def wait_for(self, wanted: Callable[[EngineEvent], bool]) -> EngineEvent:
        with self._changed:
            found = self._changed.wait_for(lambda: any(map(wanted, self.events)), TIMEOUT_S)
            assert found, f"only {self.events}"
            return next(event for event in self.events if wanted(event))

    def wait_for_one(self, kind: type[_Event]) -> _Event:
        event = self.wait_for(lambda f: isinstance(f, kind))
        assert isinstance(event, kind)
        return event

    def wait_for_answer(self, revision: int) -> Recognised:
        event = self.wait_for(lambda f: isinstance(f, Recognised) and f.revision == revision)
        assert isinstance(event, Recognised)
        return event


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def client(listener: Listener) -> Iterator[EngineClient]:
    client = EngineClient()
    client.start()
    client.load_model(LoadModel(MODEL, "cpu"))
    client.listen(listener)
    yield client
    client.stop()


def test_it_answers_with_probabilities_steps_and_the_layers_asked_for(client, listener):
    client.recognise(Recognise(1, SEVEN, layers=("input", "conv1")))
    recognition = listener.wait_for_answer(1).recognition
    assert recognition.digit == 7
    assert sum(recognition.probabilities) == pytest.approx(1)
    assert recognition.normalised.picture.shape == (28, 28)
    assert set(recognition.activations) == {"input", "conv1"}
    assert recognition.activations["input"].shape == (1, 28, 28)


def test_requests_in_between_are_never_begun(client, listener):
    for revision in range(1, 200):
        client.recognise(Recognise(revision, SEVEN))
    listener.wait_for_answer(199)
    answered = [f.revision for f in listener.events if isinstance(f, Recognised)]
    assert answered == sorted(answered)
    assert len(answered) <= 3  # all were asked before torch was loaded


def test_a_forgotten_request_is_not_answered(client, listener):
    client.recognise(Recognise(1, SEVEN))
    client.forget()
    listener.wait_for(lambda f: isinstance(f, ModelLoaded))
    client.recognise(Recognise(2, SEVEN))
    listener.wait_for_answer(2)
    assert not any(isinstance(f, Recognised) and f.revision == 1 for f in listener.events)


def test_an_empty_ink_is_no_digit(client, listener):
    client.recognise(Recognise(1, Ink()))
    assert listener.wait_for_answer(1).recognition.verdict is Verdict.EMPTY


def test_something_that_is_no_picture_is_refused_with_a_sentence(client, listener):
    client.recognise(Recognise(1, np.zeros((3, 3, 9), np.uint8)))
    refusal = listener.wait_for(lambda f: isinstance(f, RecogniseRefused))
    assert "picture" in refusal.reason
    client.recognise(Recognise(2, SEVEN))
    assert listener.wait_for_answer(2).recognition.digit == 7


def test_a_bad_model_is_refused_and_the_one_before_goes_on(client, listener, tmp_path: Path):
    bad = tmp_path / "bad.safetensors"
    bad.write_bytes(b"garbage")
    listener.wait_for(lambda f: isinstance(f, ModelLoaded))
    client.load_model(LoadModel(bad, "cpu"))
    refusal = listener.wait_for(lambda f: isinstance(f, ModelRefused))
    assert refusal.path == bad
    client.recognise(Recognise(1, SEVEN))
    assert listener.wait_for_answer(1).recognition.digit == 7


def test_after_a_death_the_newest_drawing_is_answered(client, listener):
    client.recognise(Recognise(1, SEVEN))
    listener.wait_for_answer(1)
    listener.events.clear()
    kill(client.pid)
    listener.wait_for(lambda f: isinstance(f, EngineEnded) and f.restarting)
    assert listener.wait_for_answer(1).recognition.digit == 7


def test_after_several_deaths_in_a_row_it_is_given_up(client, listener):
    for death in range(MAX_DEATHS):
        listener.wait_for(lambda f: isinstance(f, Started))
        listener.events.clear()
        kill(client.pid)
        ended = listener.wait_for(lambda f: isinstance(f, EngineEnded))
        assert ended.restarting == (death < MAX_DEATHS - 1)
    assert client.pid is None
    client.recognise(Recognise(1, SEVEN))
    client.restart()
    assert listener.wait_for_answer(1).recognition.digit == 7


@can_hang
def test_one_that_lives_and_hangs_is_started_anew(client, listener):
    listener.wait_for(lambda f: isinstance(f, ModelLoaded))
    hung = client.pid
    os.kill(hung, signal.SIGSTOP)
    client.recognise(Recognise(1, SEVEN))
    client.restart()
    assert client.pid != hung
    assert listener.wait_for_answer(1).recognition.digit == 7


@can_hang
@pytest.mark.parametrize("state", ["just started", "ready", "hung"])
def test_it_ends_within_two_seconds(client, listener, state):
    assert GRACE_S + 2 * TERMINATE_S < 2  # all that is waited for
    pid = client.pid
    if state != "just started":
        listener.wait_for(lambda f: isinstance(f, ModelLoaded))
    if state == "hung":
        os.kill(pid, signal.SIGSTOP)
        client.recognise(Recognise(1, np.zeros((1024, 1024, 4), np.uint8)))
    client.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@can_hang
def test_a_large_picture_to_a_hung_engine_does_not_block(client, listener):
    listener.wait_for(lambda f: isinstance(f, ModelLoaded))
    os.kill(client.pid, signal.SIGSTOP)
    command = Recognise(1, np.zeros((1024, 1024, 4), np.uint8))
    asking = threading.Thread(target=client.recognise, args=(command,), daemon=True)
    asking.start()
    asking.join(TIMEOUT_S)
    assert not asking.is_alive()
    os.kill(client.pid, signal.SIGCONT)
    listener.wait_for_answer(1)


def test_after_a_refused_model_and_a_death_the_model_before_answers(client, listener, tmp_path):
    bad = tmp_path / "bad.safetensors"
    bad.write_bytes(b"garbage")
    listener.wait_for(lambda f: isinstance(f, ModelLoaded))
    client.load_model(LoadModel(bad, "cpu"))
    listener.wait_for(lambda f: isinstance(f, ModelRefused))
    listener.events.clear()
    kill(client.pid)
    assert listener.wait_for(lambda f: isinstance(f, ModelLoaded)).path == MODEL
    client.recognise(Recognise(1, SEVEN))
    assert listener.wait_for_answer(1).recognition.digit == 7


class Deadly(AnalysisRequest):
    """Ends the process that unpickles it."""

    def __reduce__(self):
        return os._exit, (1,)


@pytest.mark.parametrize("request_", [Attribute(SEVEN, "no such method"), AnalysisRequest()])
def test_a_bug_in_an_analysis_is_a_refusal_and_a_traceback_in_the_log(
    client, listener, caplog, request_
):
    pid = client.pid
    client.analyse(Analyse("faulty", 1, request_))
    refusal = listener.wait_for_one(AnalysisRefused)
    assert (refusal.topic, refusal.reason) == ("faulty", BUG)
    client.recognise(Recognise(1, SEVEN))
    assert listener.wait_for_answer(1).recognition.digit == 7
    assert client.pid == pid
    assert "Traceback" in caplog.text
    assert "KeyError" in caplog.text


def test_a_bug_in_loading_or_recognising_is_a_refusal(client, listener, caplog):
    listener.wait_for_one(ModelLoaded)
    client.load_model(LoadModel(None, "cpu"))
    assert listener.wait_for_one(ModelRefused).reason == BUG
    assert "AttributeError" in caplog.text
    client.recognise(Recognise(1, "neither an ink nor a picture"))
    assert listener.wait_for_one(RecogniseRefused).reason == BUG
    assert "AttributeError" in caplog.text
    client.recognise(Recognise(2, SEVEN))
    assert listener.wait_for_answer(2).recognition.digit == 7


def test_a_request_that_ends_the_engine_twice_is_dropped_and_others_go_on(client, listener):
    listener.wait_for_one(ModelLoaded)
    client.analyse(Analyse("deadly", 1, Deadly()))
    refusal = listener.wait_for_one(AnalysisRefused)
    assert (refusal.topic, refusal.revision, refusal.reason) == ("deadly", 1, DROPPED)
    ends = [event.restarting for event in listener.events if isinstance(event, EngineEnded)]
    assert ends == [True, True]
    client.recognise(Recognise(1, SEVEN))
    assert listener.wait_for_answer(1).recognition.digit == 7


def test_a_request_that_cannot_be_sent_ends_as_one_that_ends_the_engine(client, listener, caplog):
    listener.wait_for_one(ModelLoaded)
    client.analyse(Analyse("unsendable", 1, lambda: None))
    assert listener.wait_for_one(AnalysisRefused).reason == DROPPED
    assert "could not be sent" in caplog.text


def test_the_pen_is_answered_while_an_analysis_goes_on(client, listener):
    client.analyse(Analyse("endless", 1, ENDLESS))
    progress = listener.wait_for_one(AnalysisProgress)
    assert (progress.topic, progress.revision) == ("endless", 1)
    assert isinstance(progress.value, Evaluated)
    client.recognise(Recognise(1, SEVEN))
    assert listener.wait_for_answer(1).recognition.digit == 7
    client.analyse(Analyse("short", 2, Classify((SEVEN,))))
    assert isinstance(listener.wait_for_one(Analysed).answer, Classified)


def test_a_newer_request_on_a_topic_stops_the_one_going_on(client, listener):
    client.analyse(Analyse("topic", 1, ENDLESS))
    listener.wait_for_one(AnalysisProgress)
    client.analyse(Analyse("topic", 2, Classify((SEVEN,))))
    assert listener.wait_for_one(Analysed).revision == 2


def test_a_forgotten_analysis_is_stopped(client, listener):
    client.analyse(Analyse("topic", 1, ENDLESS))
    listener.wait_for_one(AnalysisProgress)
    client.forget("topic")
    for number in range(2):
        client.recognise(Recognise(number, SEVEN))
        listener.wait_for_answer(number)
    listener.events.clear()
    # Steps would be taken, and progress told, between any two of these.
    for number in range(2, 30):
        client.recognise(Recognise(number, SEVEN))
        listener.wait_for_answer(number)
    assert not any(isinstance(event, AnalysisProgress) for event in listener.events)


def test_only_what_depends_on_the_model_is_asked_again_when_it_changes(client, listener):
    client.analyse(Analyse("drawing", 1, Classify((SEVEN,))))
    client.analyse(Analyse("dial", 2, Perturb(SEVEN, Dial.ROTATE, (0.0, 10.0))))
    listener.wait_for(lambda f: isinstance(f, Analysed) and isinstance(f.answer, Perturbed))
    listener.wait_for(lambda f: isinstance(f, Analysed) and f.topic == "drawing")
    listener.events.clear()
    client.load_model(LoadModel(ASSETS / "models" / "small.safetensors", "cpu"))
    listener.wait_for(lambda f: isinstance(f, Analysed) and f.topic == "drawing")
    client.analyse(Analyse("last", 3, Classify((SEVEN,))))
    listener.wait_for(lambda f: isinstance(f, Analysed) and f.topic == "last")
    assert [event.topic for event in listener.events if isinstance(event, Analysed)] == [
        "drawing",
        "last",
    ]


def test_what_was_refused_without_a_model_is_asked_again_once_there_is_one(listener):
    client = EngineClient()
    client.start()
    client.listen(listener)
    try:
        client.load_model(LoadModel(None, "cpu"))
        client.analyse(Analyse("dial", 1, Perturb(SEVEN, Dial.ROTATE, (0.0, 10.0))))
        assert listener.wait_for_one(AnalysisRefused).reason == NO_MODEL
        client.load_model(LoadModel(MODEL, "cpu"))
        assert isinstance(listener.wait_for_one(Analysed).answer, Perturbed)
    finally:
        client.stop()


def test_after_a_death_what_was_not_answered_is_asked_again(client, listener):
    client.analyse(Analyse("done", 1, Attribute(SEVEN, ATTRIBUTION_METHODS[0])))
    listener.wait_for_one(Analysed)
    client.analyse(Analyse("endless", 2, ENDLESS))
    listener.wait_for_one(AnalysisProgress)
    listener.events.clear()
    os.kill(client.pid, signal.SIGKILL)
    listener.wait_for_one(EngineEnded)
    assert listener.wait_for_one(AnalysisProgress).value.first == 0
    assert not any(isinstance(event, Analysed) for event in listener.events)

"""Asking through the real session, of an engine that notes what it is asked and answers on call."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from handdigit.engine.protocol.messages import Analyse, Analysed, AnalysisRefused, EngineEvent
from handdigit.gui.state.drawing.document import Document
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import Topic, TopicGroup
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import AppPaths


class Engine:
    """Notes analyses; those that nobody wants any more are crossed out, as the client does."""

    def __init__(self) -> None:
        self.asked: list[Analyse] = []
        self.open: dict[str, Analyse] = {}
        self._tell: Callable[[EngineEvent], None] = lambda _event: None

    def listen(self, on_event: Callable[[EngineEvent], None]) -> None:
        self._tell = on_event

    def analyse(self, wish: Analyse) -> None:
        self.asked.append(wish)
        self.open[wish.topic] = wish

    def forget(self, topic: str) -> None:
        self.open.pop(topic, None)

    def requests(self) -> list[object]:
        return [wish.request for wish in self.asked]

    def answer(self, wish: Analyse, answer: object) -> None:
        self._tell(Analysed(wish.topic, wish.revision, answer))
        QApplication.processEvents()

    def refuse(self, wish: Analyse, reason: str) -> None:
        self._tell(AnalysisRefused(wish.topic, wish.revision, reason))
        QApplication.processEvents()


class Heard:
    """What a topic said, in order."""

    def __init__(self, topic: Topic) -> None:
        self.said: list[object] = []
        topic.answered.connect(lambda answer: self.said.append((topic.request, answer)))
        topic.refused.connect(self.said.append)


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def session(qapp: QApplication, engine: Engine, tmp_path: Path) -> Session:
    return Session(engine, Document(), ModelStore(AppPaths(tmp_path)).stored(DEFAULT_MODEL), "cpu")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def panel(window: QWidget) -> QWidget:
    panel = QWidget(window)
    window.show()
    assert panel.isVisible()
    return panel


def test_the_newest_request_is_answered_once(session, engine, panel):
    topic = Topic(session.analyses, "a topic", panel)
    heard = Heard(topic)
    topic.ask("first")
    topic.ask("second")
    first, second = engine.asked
    engine.answer(first, 1)
    assert topic.is_waiting
    engine.answer(second, 2)
    engine.answer(second, 3)  # asked again by nobody
    assert heard.said == [("second", 2)]
    assert not topic.is_waiting
    assert engine.open == {}  # neither a restart nor another model asks it again


def test_a_refusal_is_told_with_its_reason(session, engine, panel):
    topic = Topic(session.analyses, "a topic", panel)
    heard = Heard(topic)
    topic.ask("it")
    engine.refuse(engine.asked[0], "It cannot be.")
    assert heard.said == ["It cannot be."]
    assert not topic.is_waiting
    assert engine.open == {}


def test_topics_do_not_hear_each_other(session, engine, panel):
    one, other = Topic(session.analyses, "one", panel), Topic(session.analyses, "other", panel)
    heard = Heard(one)
    one.ask("it")
    other.ask("something else")
    engine.answer(engine.asked[1], 2)
    assert heard.said == []
    assert one.is_waiting


@pytest.mark.parametrize("hidden", ["owner", "window"])
def test_while_the_owner_is_hidden_the_newest_request_is_held(session, engine, panel, hidden):
    widget = panel if hidden == "owner" else panel.window()
    widget.hide()
    topic = Topic(session.analyses, "a topic", panel)
    topic.ask("first")
    topic.ask("second")
    assert engine.asked == []
    assert topic.is_waiting
    widget.show()
    assert engine.requests() == ["second"]


def test_what_is_hidden_before_the_answer_is_asked_again_when_it_is_shown(session, engine, panel):
    topic = Topic(session.analyses, "a topic", panel)
    heard = Heard(topic)
    topic.ask("it")
    panel.hide()
    assert engine.open == {}
    engine.answer(engine.asked[0], 1)  # it was on its way
    panel.show()
    assert engine.requests() == ["it", "it"]
    engine.answer(engine.asked[1], 2)
    assert heard.said == [("it", 2)]


def test_what_was_answered_is_not_asked_again_when_the_owner_is_shown_again(session, engine, panel):
    topic = Topic(session.analyses, "a topic", panel)
    topic.ask("it")
    engine.answer(engine.asked[0], 1)
    panel.hide()
    panel.show()
    assert engine.requests() == ["it"]


@pytest.mark.parametrize("hidden", [True, False])
def test_what_was_dropped_is_neither_sent_nor_answered(session, engine, panel, hidden):
    panel.setHidden(hidden)
    topic = Topic(session.analyses, "a topic", panel)
    heard = Heard(topic)
    topic.ask("it")
    topic.drop()
    assert engine.open == {}
    panel.show()
    assert engine.open == {}
    for wish in engine.asked:
        engine.answer(wish, 1)
    assert heard.said == []


def test_an_answer_may_ask_the_next(session, engine, panel):
    topic = Topic(session.analyses, "a topic", panel)
    topic.answered.connect(lambda answer: topic.ask(answer + 1) if answer < 3 else None)
    topic.ask(1)
    while topic.is_waiting:
        engine.answer(engine.asked[-1], engine.asked[-1].request)
    assert engine.requests() == [1, 2, 3]


def test_in_turn_what_is_asked_faster_than_answered_has_answers_meanwhile(session, engine, panel):
    topic = Topic(session.analyses, "a topic", panel, in_turn=True)
    heard = Heard(topic)
    is_waiting: list[bool] = []
    topic.answered.connect(lambda _answer: is_waiting.append(topic.is_waiting))
    for request in range(5):
        topic.ask(request)
    assert engine.requests() == [0]
    engine.answer(engine.asked[0], "zero")
    assert is_waiting == [True]
    assert engine.requests() == [0, 4]
    engine.refuse(engine.asked[1], "no")
    assert heard.said == [(0, "zero"), "no"]
    assert not topic.is_waiting


def test_an_owner_that_is_no_widget_is_never_hidden(session, engine):
    owner = QObject()
    Topic(session.analyses, "a topic", owner).ask("it")
    assert engine.requests() == ["it"]


def test_a_group_asks_about_several_things_at_once(session, engine, panel):
    group = TopicGroup(session.analyses, "models", panel)
    heard: list[tuple[object, object]] = []
    group.answered.connect(lambda key, answer: heard.append((key, answer)))
    group.refused.connect(lambda key, reason: heard.append((key, reason)))
    for key in (Path("a"), Path("b"), Path("c")):
        group.ask(key, f"what is {key}")
    group.drop(Path("b"))
    group.drop(Path("never asked"))
    a, b, c = engine.asked
    engine.answer(c, 3)
    engine.answer(b, 2)
    engine.refuse(a, "no")
    assert heard == [(Path("c"), 3), (Path("a"), "no")]
    group.ask(Path("a"), "again")
    group.drop_all()
    assert engine.open == {}

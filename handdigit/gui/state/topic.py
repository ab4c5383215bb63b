"""What the window asks the engine about one thing, and only while somebody looks at it.

A panel makes one :class:`Topic` for each thing that it wants to know, says in one place what
makes it ask again, and connects what shall happen with the answer::

    self._attribution = Topic(session.analyses, "attribution", self)
    self._attribution.answered.connect(self._show)
    self._attribution.refused.connect(self._show_reason)
    for changed in (session.recognition_changed, bar.question_changed):
        changed.connect(self._ask)  # calls self._attribution.ask(...)
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.messages import AnalysisRequest
from handdigit.gui.state.analyses import Analyses


class Topic(QObject):
    """Of several requests on a topic the newest is answered, once.

    Where the owner is a widget, requests are sent while it can be seen. While it is hidden the
    newest one that was not answered is held; it is sent when the widget is shown again.

    Signals:
        progressed(object): so far has :attr:`request` got; what that is, the request says.
        answered(object): the answer to :attr:`request`.
        refused(str): there is no answer to :attr:`request`; a sentence why.
    """

    progressed = Signal(object)
    answered = Signal(object)
    refused = Signal(str)

    def __init__(
        self, analyses: Analyses, name: str, owner: QObject, *, in_turn: bool = False
    ) -> None:
        """Ask through ``analyses``; ``name`` belongs to this object alone.

        ``in_turn`` lets a request that was sent be answered before the newest one follows: what
        is asked more often than it is answered, while the pointer moves, has answers meanwhile.
        """
        super().__init__(owner)
        self._analyses = analyses
        self._name = name
        self._widget = owner if isinstance(owner, QWidget) else None
        self._in_turn = in_turn
        self._request: AnalysisRequest | None = None
        self._next: AnalysisRequest | None = None
        """Not sent yet; None for nothing."""
        self._is_sent = False
        analyses.progressed.connect(self._take_progress)
        analyses.arrived.connect(self._take)
        analyses.refused.connect(self._take_refusal)
        if self._widget is not None:
            self._widget.installEventFilter(self)

    @property
    def request(self) -> AnalysisRequest | None:
        """What was sent last, or is left of it; None before the first request."""
        return self._request

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come; to a request that is held, after it is sent."""
        return self._is_sent or self._next is not None

    def ask(self, request: AnalysisRequest) -> None:
        """Ask this, and nothing before it."""
        self._next = request
        self._send()

    def keep_rest(self, rest: AnalysisRequest) -> None:
        """Ask only this, what is left of the request, when the owner is shown again."""
        self._request = rest

    @Slot()
    def drop(self) -> None:
        """Want no answer any more."""
        self._next = None
        self._settle()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow whether the owner can be seen."""
        if event.type() == QEvent.Type.Show:
            self._send()
        elif event.type() == QEvent.Type.Hide and self._is_sent:
            self._next = self._request if self._next is None else self._next
            self._settle()
        return False

    def _send(self) -> None:
        is_hidden = self._widget is not None and not self._widget.isVisible()
        if self._next is None or is_hidden or (self._in_turn and self._is_sent):
            return
        self._request, self._next, self._is_sent = self._next, None, True
        self._analyses.ask(self._name, self._request)

    def _settle(self) -> None:
        """The engine shall not be asked again, by a restart or by another model."""
        if self._is_sent:
            self._is_sent = False
            self._analyses.drop(self._name)

    @Slot(str, object)
    def _take_progress(self, name: str, value: object) -> None:
        if name == self._name:
            self.progressed.emit(value)

    @Slot(str, object)
    def _take(self, name: str, answer: object) -> None:
        if name == self._name:
            self._settle()
            self.answered.emit(answer)
            self._send()

    @Slot(str, str)
    def _take_refusal(self, name: str, reason: str) -> None:
        if name == self._name:
            self._settle()
            self.refused.emit(reason)
            self._send()


class TopicGroup(QObject):
    """One topic for each of several things of a kind, by a key: the models that are compared.

    Signals:
        answered(object, object): key and answer.
        refused(object, str): key, and a sentence why there is no answer.
    """

    answered = Signal(object, object)
    refused = Signal(object, str)

    def __init__(self, analyses: Analyses, name: str, owner: QObject) -> None:
        """Ask through ``analyses`` as :class:`Topic` does; ``name`` belongs to this group alone."""
        super().__init__(owner)
        self._analyses, self._name, self._owner = analyses, name, owner
        self._topics: dict[object, Topic] = {}

    def ask(self, key: object, request: AnalysisRequest) -> None:
        """Ask this about ``key``, and nothing before it."""
        if key not in self._topics:
            topic = Topic(self._analyses, f"{self._name}:{key}", self._owner)
            topic.answered.connect(partial(self.answered.emit, key))
            topic.refused.connect(partial(self.refused.emit, key))
            self._topics[key] = topic
        self._topics[key].ask(request)

    def drop(self, key: object) -> None:
        """Want no answer about ``key`` any more."""
        if key in self._topics:
            self._topics[key].drop()

    @Slot()
    def drop_all(self) -> None:
        """Want no answer any more."""
        for topic in self._topics.values():
            topic.drop()

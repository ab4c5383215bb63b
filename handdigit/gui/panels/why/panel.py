"""The Why panel: which pixels decided the answer, and what would change it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from handdigit.core.erasures import Erasure
from handdigit.core.ink import Bounds, Ink
from handdigit.core.normalise import Preprocessing
from handdigit.core.recognition import Recognition
from handdigit.engine.requests import Attribute, Attribution
from handdigit.gui.drawing import BLANK, Picture
from handdigit.gui.panels.asking_panel import AskingPanel
from handdigit.gui.panels.why.attribution_map import AttributionMap
from handdigit.gui.panels.why.changes import Changes
from handdigit.gui.panels.why.explanation import Explanation
from handdigit.gui.panels.why.question_bar import QuestionBar
from handdigit.gui.panels.why.search import ErasureSearch
from handdigit.gui.session import Session
from handdigit.gui.widgets.card import MARGIN

TOPIC = "attribution"
AROUND = 0.03
"""Space between a marked part and the frame around it, in canvas units."""


class WhyPanel(AskingPanel):
    """A map over the drawing, live; below it the erasures that flip the answer."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow ``session``."""
        super().__init__(session, parent)
        self.setObjectName("whyPanel")
        self.setAccessibleName(self.tr("Why this answer"))
        self._asked: str = ""
        """The method of the newest question."""
        self._shown: Attribution | None = None
        self._settled = True
        """Whether no stroke is in progress."""
        self._searched: tuple[object, Preprocessing] | None = None
        """Drawing and preprocessing whose erasures are shown or searched."""
        self._question = QuestionBar()
        self._map = AttributionMap()
        self._explanation = Explanation()
        self._changes = Changes()
        self._search = ErasureSearch(session, self)
        middle = QHBoxLayout()
        middle.setSpacing(MARGIN)
        middle.addWidget(self._map, 1)
        middle.addWidget(self._explanation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addWidget(self._question)
        layout.addLayout(middle, 1)
        layout.addWidget(self._changes)
        self._question.question_changed.connect(self._ask)
        self._map.pointed.connect(self._show_pixel)
        self._changes.erasure_chosen.connect(self._mark)
        self._changes.erasing_requested.connect(self._erase)
        self._search.found.connect(self._changes.show_findings)
        self._search.failed.connect(self._changes.show_sentence)
        self._question.show_alphabet(session.alphabet)
        session.alphabet_changed.connect(self._question.show_alphabet)
        session.drawing_changed.connect(self._begin)
        session.subject_changed.connect(self._turn)
        session.history_changed.connect(self._settle)
        session.recognition_changed.connect(self._follow)
        session.recognition_refused.connect(self._refuse)
        session.model_changed.connect(self._restart)
        self._show_nothing()

    def _wake(self) -> None:
        self._ask()
        self._look_for_changes()

    def _rest(self) -> None:
        self._search.stop()
        self._searched = None
        self._changes.fade()

    # --- the map -------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        session = self._session
        if not self.isVisible():
            return
        if session.subject == BLANK:
            self._drop(TOPIC)
            self._show_nothing()
            return
        bar = self._question
        self._asked = bar.method
        self._analyse(
            TOPIC,
            Attribute(session.source, bar.method, bar.target, bar.against, session.preprocessing),
        )

    @Slot(object)
    def _follow(self, _recognition: Recognition) -> None:
        # Not when the drawing changes: the next map is asked for when the engine is free, so
        # that there is one even while the pen never rests.
        self._ask()
        self._look_for_changes()

    def _take(self, _topic: str, answer: object) -> None:
        if isinstance(answer, Attribution):
            self._shown = answer
            self._map.show_attribution(answer)
            self._explanation.show_attribution(
                answer, self._asked, self._session.alphabet, self._who()
            )
            self._question.legend.show_limit(self._map.limit)
            self._show_pixel()

    def _who(self) -> str:
        """Return the name of the voter that is explained, nothing where one network answers."""
        info = self._session.model.info
        return info.members[info.inspected].name if info.is_ensemble else ""

    def _take_refusal(self, _topic: str, reason: str) -> None:
        self._show_no_map(reason)

    @Slot(str)
    def _refuse(self, reason: str) -> None:
        self._drop(TOPIC)
        self._show_no_map(reason)

    def _show_nothing(self) -> None:
        self._show_no_map(self.tr("Draw a digit: here you see which ink decided the answer."))
        self._changes.show_sentence("")

    def _show_no_map(self, sentence: str) -> None:
        self._shown = None
        self._map.show_attribution(None)
        self._explanation.show_sentence(sentence)
        self._question.legend.show_limit(None)

    @Slot()
    def _show_pixel(self) -> None:
        self._explanation.show_pixel(self._shown, self._map.pixel)

    # --- what would change it ------------------------------------------------------------

    @Slot(object)
    def _begin(self, _drawing: object) -> None:
        self._settled = False

    @Slot(object)
    def _turn(self, _subject: object) -> None:
        if self.isVisible():
            self._search.stop()
            self._searched = None
            self._changes.fade()

    @Slot()
    def _settle(self) -> None:
        self._settled = True
        self._look_for_changes()

    @Slot()
    def _restart(self) -> None:
        self._searched = None
        self._look_for_changes()

    def _look_for_changes(self) -> None:
        """Search the drawing's erasures, unless that was done or a stroke is in progress."""
        session = self._session
        wanted = (session.subject, session.preprocessing)
        if not self.isVisible() or not self._settled or wanted == self._searched:
            return
        self._searched = wanted
        if isinstance(session.subject, Picture):
            self._search.stop()
            self._changes.show_sentence(self.tr("This is a picture: only strokes can be erased."))
        elif session.subject.is_empty:
            self._search.stop()
            self._changes.show_sentence("")
        else:
            self._search.start(session.subject, session.preprocessing)

    @Slot(object)
    def _mark(self, erasure: Erasure | None) -> None:
        self._map.mark(None if erasure is None else erasure.part)
        if erasure is None:
            self._session.mark_area(None)
        elif self.isVisible():
            box = Ink((erasure.part,)).bounds()
            self._session.mark_area(
                Bounds(box.left - AROUND, box.top - AROUND, box.right + AROUND, box.bottom + AROUND)
            )

    @Slot(object)
    def _erase(self, erasure: Erasure) -> None:
        self._session.replace_subject(erasure.remaining)

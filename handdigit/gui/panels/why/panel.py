"""The Why panel: which pixels decided the answer, and what would change it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.requests import Attribute, Attribution, SearchErasures
from handdigit.gui.panels.why.attribution_map import AttributionMap
from handdigit.gui.panels.why.changes import Changes
from handdigit.gui.panels.why.explanation import Explanation
from handdigit.gui.panels.why.question_bar import QuestionBar
from handdigit.gui.state.drawing.drawing import BLANK, Drawing, Picture, goes_on
from handdigit.gui.state.navigation import Navigation
from handdigit.gui.state.nothing_read import nothing_read
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import Topic
from handdigit.gui.widgets.form import MARGIN, Card, hbox, named, vbox
from handdigit.ink.erasures import Erasure
from handdigit.ink.ink import Bounds, Ink
from handdigit.ink.normalise import Preprocessing
from handdigit.network.recognition import Verdict

AROUND = 0.03
"""Space between a marked part and the frame around it, in canvas units."""


class WhyPanel(Card):
    """A map over the drawing, live; below it the erasures that flip the answer."""

    def __init__(
        self, session: Session, navigation: Navigation, parent: QWidget | None = None
    ) -> None:
        """Follow ``session``; explain the class that ``navigation`` asks about."""
        super().__init__(parent)
        named(self, "whyPanel", self.tr("Why this answer"))
        self._session, self._navigation = session, navigation
        self._shown: Attribution | None = None
        self._settled = True
        """Whether no stroke is in progress."""
        self._subject = session.subject
        """What the question is about."""
        self._searched: tuple[object, Preprocessing] | None = None
        """Drawing and preprocessing whose erasures are shown or searched."""
        self._question = QuestionBar()
        self._map = AttributionMap()
        self._explanation = Explanation()
        self._changes = Changes()
        middle = hbox((self._map, 1), self._explanation, spacing=MARGIN)
        vbox(self._question, (middle, 1), self._changes, on=self, margins=MARGIN, spacing=MARGIN)
        self._attribution = Topic(session.analyses, "attribution", self)
        self._attribution.progressed.connect(self._show)
        self._attribution.answered.connect(self._show)
        self._attribution.refused.connect(self._show_no_map)
        self._question.question_changed.connect(self._ask)
        self._map.pixel_pointed.connect(self._show_pixel)
        self._changes.erasure_chosen.connect(self._mark)
        self._changes.erasing_requested.connect(self._erase)
        self._search = Topic(session.analyses, "erasures", self)
        self._search.progressed.connect(self._changes.show_findings)
        self._search.answered.connect(self._changes.show_findings)
        self._search.refused.connect(self._changes.show_sentence)
        self._question.show_alphabet(session.alphabet)
        session.alphabet_changed.connect(self._question.show_alphabet)
        if navigation.question is not None:
            self._question.choose(navigation.question)
        navigation.question_changed.connect(self._question.choose)
        session.document.drawing_changed.connect(self._begin)
        session.subject_changed.connect(self._turn)
        session.document.history_changed.connect(self._settle)
        # Not when the drawing changes: the next map is asked for when the engine is free, so
        # that there is one even while the pen never rests.
        session.recognition_changed.connect(self._ask)
        session.recognition_changed.connect(self._look_for_changes)
        session.recognition_refused.connect(self._refuse)
        session.model_changed.connect(self._restart)
        self._show_nothing()
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Search the drawing's erasures."""
        super().showEvent(event)
        self._look_for_changes()

    def hideEvent(self, event: QHideEvent) -> None:
        """Search no more, and point at nothing on the canvas."""
        super().hideEvent(event)
        self._search.drop()
        self._searched = None
        self._changes.fade()

    # --- the map -------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        session, bar = self._session, self._question
        if session.recognition.normalised is None:
            self._attribution.drop()
            self._show_nothing()
            return
        self._attribution.ask(
            Attribute(session.source, bar.method, bar.target, bar.against, session.preprocessing)
        )

    @Slot(object)
    def _show(self, attribution: Attribution) -> None:
        asked = self._attribution.request
        assert isinstance(asked, Attribute)
        self._shown = attribution
        self._map.show_attribution(attribution)
        alphabet = self._session.alphabet
        is_digit = self._session.recognition.verdict is not Verdict.NOT_A_DIGIT
        self._explanation.show_attribution(
            attribution, asked.method, alphabet, self._who(), is_digit=is_digit
        )
        self._question.legend.show_limit(self._map.limit)
        self._show_pixel()

    def _who(self) -> str:
        """Return the name of the voter that is explained, nothing where one network answers."""
        info = self._session.model.info
        return info.members[info.inspected].name if info.is_ensemble else ""

    @Slot(str)
    def _refuse(self, reason: str) -> None:
        self._attribution.drop()
        self._show_no_map(reason)

    def _show_nothing(self) -> None:
        invitation = self.tr("Draw a digit: here you see which ink decided the answer.")
        self._show_no_map(nothing_read(self._session, invitation))
        self._changes.show_sentence("")

    @Slot(str)
    def _show_no_map(self, sentence: str) -> None:
        self._shown = None
        self._map.show_attribution(None)
        self._explanation.show_sentence(sentence)
        self._question.legend.show_limit(None)

    @Slot()
    def _show_pixel(self) -> None:
        self._explanation.show_pixel(self._shown, self._map.pointed)

    # --- what would change it ------------------------------------------------------------

    @Slot(object)
    def _begin(self, _drawing: object) -> None:
        self._settled = False

    @Slot(object)
    def _turn(self, subject: Drawing) -> None:
        before, self._subject = self._subject, subject
        if not self._question.is_usual and before != BLANK and not goes_on(subject, before):
            self._navigation.set_question(None)
            self._question.ask_as_usual()
        if self.isVisible():  # else another panel may have marked something on the canvas
            self._search.drop()
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

    @Slot()
    def _look_for_changes(self) -> None:
        """Search the drawing's erasures, unless that was done or a stroke is in progress."""
        session = self._session
        wanted = (session.subject, session.preprocessing)
        if not self.isVisible() or not self._settled or wanted == self._searched:
            return
        self._searched = wanted
        if isinstance(session.subject, Picture):
            self._search.drop()
            self._changes.show_sentence(self.tr("This is a picture: only strokes can be erased."))
        elif session.subject.is_empty:
            self._search.drop()
            self._changes.show_sentence("")
        else:
            self._search.ask(SearchErasures(session.subject, session.preprocessing))

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

"""The answer: the digit, how sure, and what else it might be."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from handdigit.gui.state.drawing.drawing import BLANK, Drawing
from handdigit.gui.state.navigation import Navigation
from handdigit.gui.state.nothing_read import invitation_to, nothing_read
from handdigit.gui.state.samples.labelling import Labelling
from handdigit.gui.state.session import EngineState, Session
from handdigit.gui.translation import translated
from handdigit.gui.widgets.accessible_table import announce
from handdigit.gui.widgets.form import MARGIN, SPRING, Card, named, vbox
from handdigit.gui.widgets.labels import Label, keep_lines
from handdigit.gui.widgets.probability_bars import ProbabilityBars
from handdigit.gui.widgets.refusal_view import RefusalView
from handdigit.gui.widgets.vote_list import VoteList
from handdigit.network.alphabet import DIGITS
from handdigit.network.recognition import Recognition, Verdict
from handdigit.number_format import in_percent, percent

DIGIT_SIZE = 6.5
"""Of the digit, relative to the application's font."""
NOTE_LINES, HINT_LINES = 4, 2
"""Room for what is said below the bars: it is the same whatever is said."""
DOUBT_LINES = 3
"""Room for why an answer is not sure, below it."""
WIDTH = 176
"""In pixels; the same whatever is said: the panels beside it do not move."""
INNER_WIDTH = WIDTH - 2 * MARGIN


class AnswerPanel(Card):
    """Shows the newest recognition; words instead of a digit where there is no answer.

    Where the drawing is no digit the reasons take the digit's place, and the bars stay as what
    the network alone would have claimed. A digit that is not sure has a question mark and says
    why; its bar is subdued too.

    A click on a bar asks why it is this class, or why not. What a digit key has told can be taken
    back below the bars.
    """

    def __init__(
        self,
        session: Session,
        labelling: Labelling,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        """Follow ``session`` and ``labelling``; questions go to ``navigation``."""
        super().__init__(parent)
        named(self, "answerPanel", self.tr("Answer"))
        self._session = session
        self._labelling = labelling
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        heading = Label(self.tr("Answer"), colour="muted", bold=True)
        self._digit = Label(
            bold=True, size=DIGIT_SIZE, name="answerDigit", title=self.tr("Digit"), align=centre
        )
        self._digit.setFixedSize(INNER_WIDTH, self._digit.fontMetrics().height())
        self._probability = Label(
            size=1.5,
            colour="accent",
            name="answerProbability",
            title=self.tr("Probability"),
            align=centre,
        )
        self._doubt = Label(colour="muted", name="answerDoubt", wraps=True, align=centre)
        keep_lines(self._probability, 1, heading.text(), INNER_WIDTH)
        keep_lines(self._doubt, DOUBT_LINES, heading.text(), INNER_WIDTH)
        digit = QWidget()
        vbox(self._digit, self._probability, self._doubt, SPRING, on=digit, spacing=6)
        self._refusal = RefusalView(session, INNER_WIDTH)
        # As high as the higher one: nothing moves when a drawing stops being a digit.
        self._stack = QStackedWidget()
        self._stack.addWidget(digit)
        self._stack.addWidget(self._refusal)
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._note = Label(colour="muted", name="answerNote", wraps=True, align=centre)
        self._note.setTextFormat(Qt.TextFormat.RichText)  # for the link to undo
        self._note.linkActivated.connect(labelling.undo)
        keep_lines(self._note, NOTE_LINES, heading.text(), INNER_WIDTH)
        self._hint = Label(colour="muted", name="answerHint", wraps=True, align=centre)
        keep_lines(self._hint, HINT_LINES, heading.text(), INNER_WIDTH)
        self._bars = ProbabilityBars()
        self._bars.fill_ground()
        self._bars.explanation_requested.connect(navigation.explain)
        self._bars.label_requested.connect(labelling.give)
        self._votes = VoteList(session)
        layout = vbox(
            heading,
            self._stack,
            self._bars,
            self._votes,
            self._hint,
            self._note,
            on=self,
            margins=MARGIN,
            spacing=6,
        )
        layout.setStretchFactor(self._bars, 10)
        layout.addStretch(1)
        self.setFixedWidth(WIDTH)
        self._announced: tuple[Drawing, str] = (BLANK, "")
        """What was read out last, and its drawing."""
        self._bars.show_alphabet(session.alphabet)
        session.alphabet_changed.connect(self._bars.show_alphabet)
        session.recognition_changed.connect(self._show_recognition)
        session.recognition_changed.connect(self._announce)
        session.document.history_changed.connect(self._announce)  # a stroke is finished
        session.recognition_refused.connect(self._show_refusal)
        session.engine_state_changed.connect(self._show_state)
        session.subject_changed.connect(self._show_subject)
        labelling.label_changed.connect(self._show_label)
        self._show_recognition(session.recognition)
        self._show_subject(session.subject)

    @property
    def digit(self) -> Label:
        """The large digit; no text where there is no answer."""
        return self._digit

    @Slot(object)
    def _show_recognition(self, recognition: Recognition) -> None:
        probability = recognition.probability
        self._digit.setText(recognition.marked_label or "")
        self._doubt.setText("" if recognition.doubt is None else translated(recognition.doubt))
        self._probability.setText("" if probability is None else percent(probability))
        self._probability.set_colour("muted" if recognition.is_unsure else "accent")
        refused = recognition.is_refused
        self._stack.setCurrentIndex(1 if refused else 0)
        self._refusal.show_recognition(recognition)
        self._bars.show_probabilities(
            recognition.probabilities, is_answer=not refused, is_sure=not recognition.is_unsure
        )
        hint = self.tr("Click a bar: why this digit?")
        if recognition.alphabet != DIGITS:
            hint = self.tr("Click a bar: why this one?")
        self._hint.setText(hint if recognition.probabilities else "")
        self._show_state(self._session.engine_state)

    @Slot(str)
    def _show_refusal(self, reason: str) -> None:
        for label in (self._digit, self._probability, self._doubt):
            label.setText("")
        self._stack.setCurrentIndex(0)
        self._bars.show_probabilities(())
        self._hint.setText("")
        self._note.setText(escape(reason))
        self._note.setToolTip(reason)
        announce(self, reason)

    @Slot()
    def _announce(self) -> None:
        """Have the answer read out: once, and not for every point of a stroke."""
        if not self._session.is_settled:
            return
        subject, text = self._session.subject, self._spoken()
        if (subject, text) == self._announced:
            return
        self._announced = subject, text
        if text:
            announce(self, text)

    def _spoken(self) -> str:
        """Return the answer in words; none where there is no ink."""
        recognition = self._session.recognition
        probability = recognition.claimed_probability
        if probability is None:
            return ""
        text = self.tr("{0}, {1} percent")
        if recognition.several:
            text = self.tr("Several digits. Number mode reads them.")
        elif recognition.is_refused:
            text = self.tr("Not a digit. The network alone would say {0}, {1} percent.")
        elif recognition.doubt is not None:
            text = self.tr("Perhaps {0}, {1} percent. {2}")
        doubt = "" if recognition.doubt is None else translated(recognition.doubt)
        return text.format(recognition.claimed_label, in_percent(probability), doubt)

    def _invitation(self) -> str:
        """Return what to do where nothing is read; also why, where something was drawn."""
        return nothing_read(self._session, invitation_to(self._session.alphabet))

    @Slot(object)
    def _show_subject(self, subject: Drawing) -> None:
        self._bars.set_clickable(subject != BLANK)

    @Slot()
    def _show_label(self) -> None:
        self._bars.show_label(self._labelling.known_class)
        self._show_state(self._session.engine_state)

    @Slot(object)
    def _show_state(self, state: EngineState) -> None:
        label, slow_label = self._labelling.label, self._labelling.slow_label
        self._note.setToolTip("")
        if slow_label is not None:
            self._note.setText(escape(self.tr("Saving as {0}…").format(slow_label)))
            return
        if label is not None:
            text = escape(self.tr("Saved as {0}").format(label))
            if self._labelling.can_undo:
                # Not inside the f-string: the texts to translate are not looked for there.
                undo = escape(self.tr("Undo"))
                text += f' · <a href="undo">{undo}</a>'
            self._note.setText(text)
            return
        if state is EngineState.STARTING:
            text = self.tr("Warming up. Draw already; the answer comes by itself.")
        elif state is EngineState.RESTARTING:
            text = self.tr("The engine stopped. It is starting again.")
        elif state is EngineState.FAILED:
            text = self.tr("The engine keeps stopping. Choose Model ▸ Restart Engine.")
        elif self._session.recognition.verdict is Verdict.EMPTY:
            text = self._invitation()
        elif self._session.recognition.several:
            text = self.tr("Several digits: {0}. Number mode reads them.").format(
                self._session.recognition.several
            )
        elif self._session.recognition.is_refused:
            text = self.tr("A digit after all? Press its key.")
        elif not all(self._session.alphabet.keys):
            text = self.tr("Wrong? Right-click a bar. Anything else is not refused here.")
        elif self._session.alphabet != DIGITS:
            text = self.tr("Wrong? Press the right key. Anything else is not refused here.")
        else:
            text = self.tr("Wrong? Press the right digit key.")
        self._note.setText(escape(text))

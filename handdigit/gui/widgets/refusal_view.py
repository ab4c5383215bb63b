"""Why a drawing is no digit: what it is compared with, and what softmax would have claimed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.gate import ExplainRefusal, Grounds
from handdigit.gui.state.session import Session
from handdigit.gui.state.topic import Topic
from handdigit.gui.widgets.form import SPRING, hbox, vbox
from handdigit.gui.widgets.labels import Label, keep_lines
from handdigit.gui.widgets.picture_view import PictureView
from handdigit.ink.ink import Ink
from handdigit.ink.path_length import LONGEST
from handdigit.network.recognition import Recognition
from handdigit.number.pieces import TALL
from handdigit.number_format import in_percent


def tall_parts(ink: Ink) -> int:
    """Return how many parts with an empty stripe between them stand side by side.

    Those that are not even half as high as the highest do not count: dots and dashes.
    """
    parts: list[list[float]] = []
    boxes = sorted(Ink((stroke,)).bounds() for stroke in ink.strokes)
    for left, top, right, bottom in boxes:
        if parts and left <= parts[-1][0]:
            reach, highest, lowest = parts[-1]
            parts[-1] = [max(reach, right), min(highest, top), max(lowest, bottom)]
        else:
            parts.append([right, top, bottom])
    heights = [bottom - top for _, top, bottom in parts]
    return sum(height >= TALL * max(heights) for height in heights)


SIDE = 28 * 3 // 2 + 2
NEAREST = 3


class RefusalView(QWidget):
    """Takes the place of the digit; asks the engine for the grounds while it can be seen."""

    def __init__(self, session: Session, width: int, parent: QWidget | None = None) -> None:
        """Ask through ``session``; be ``width`` pixels wide."""
        super().__init__(parent)
        self.setObjectName("refusal")
        self._session = session
        self._topic = Topic(session.analyses, "refusal", self)
        self._digitness = 0.0
        self._topic.answered.connect(self._take)
        self._topic.refused.connect(self._lose)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Label(
            self.tr("Not a digit"), size=1.5, bold=True, name="refusalTitle", align=centre
        )
        self._claim = Label(colour="muted", name="refusalClaim", wraps=True, align=centre)
        keep_lines(self._claim, 2, self._title.text(), width)
        self._distance = Label(colour="muted", name="refusalDistance", wraps=True, align=centre)
        keep_lines(self._distance, 3, self._title.text(), width)
        row = hbox(SPRING, spacing=5)
        self.pictures: list[PictureView] = []
        """The nearest digits, nearest first."""
        for number in range(NEAREST):
            picture = PictureView(SIDE)
            picture.setObjectName(f"refusalNearest{number}")
            self.pictures.append(picture)
            row.addWidget(picture)
        row.addStretch(1)
        vbox(SPRING, self._title, self._claim, row, self._distance, SPRING, on=self, spacing=4)
        self._show_grounds(None)

    def show_recognition(self, recognition: Recognition) -> None:
        """Show what softmax claims about a refused drawing, and ask why it was refused."""
        digit, probability = recognition.claimed_digit, recognition.claimed_probability
        if not recognition.is_refused or probability is None:
            self._topic.drop()
            self._show_grounds(None)
            return
        self._digitness = recognition.digitness or 0.0
        text = self.tr("The network alone would say {0}, {1} %")
        self._claim.setText(text.format(digit, in_percent(probability)))
        self._ask()

    @Slot()
    def _ask(self) -> None:
        self._topic.ask(ExplainRefusal(self._session.source))

    @Slot(object)
    def _take(self, grounds: Grounds) -> None:
        self._show_grounds(grounds)

    @Slot()
    def _lose(self) -> None:
        self._show_grounds(None)

    def _show_grounds(self, grounds: Grounds | None) -> None:
        for number, view in enumerate(self.pictures):
            view.show_picture(None if grounds is None else grounds.pictures[number])
            label = None if grounds is None else grounds.labels[number]
            text = self.tr("Nothing to compare with yet")
            if grounds is not None:
                far = f"{grounds.distances[number]:.1f}"
                text = self.tr("A {0} that it knows, at {1} times the usual distance").format(
                    label, far
                )
            view.setAccessibleName(text)
            view.setToolTip(text)
        if grounds is None:
            self._distance.setText(self.tr("Looking for the nearest digits…"))
            self.setToolTip("")
            return
        if grounds.is_overdrawn:
            way, longest = f"{grounds.way:.1f}", f"{LONGEST:g}"
            text = self.tr("Path: {0} × its diagonal, a digit's at most {1}")
            self._distance.setText(text.format(way, longest))
        elif self._is_several_digits():
            self._distance.setText(self.tr("Several digits? Press N to write a number"))
        else:
            far = f"{grounds.distance:.1f}"
            self._distance.setText(self.tr("Nearest known digit: {0} × usual distance").format(far))
        self.setToolTip(
            self.tr(
                "How sure it is that this is a digit: {0} %. It refuses below {1} %. Distances are "
                "measured in the last hidden layer of the network that refuses; usual is how far "
                "a digit is from the nearest other one."
            ).format(f"{self._digitness * 100:.2g}", f"{grounds.threshold * 100:.3g}")
        )

    def _is_several_digits(self) -> bool:
        """Tell whether somebody writes a number where one digit is read."""
        source = self._session.source
        is_read_whole = not self._session.recognises_parts
        return is_read_whole and isinstance(source, Ink) and tall_parts(source) > 1

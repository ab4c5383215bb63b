"""The words beside the map: the question, what the map shows, the numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from handdigit.engine.protocol.requests import Attribution
from handdigit.gui.panels.why.question_bar import METHOD_TEXTS
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import SPRING, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.network.alphabet import Alphabet
from handdigit.number_format import rounded, with_decimals

WIDTH = 176
FULL_INK = 255


class Explanation(QWidget):
    """A column of words for one attribution."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Explain nothing yet."""
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._headline = self._label("whyHeadline", size=1.35, bold=True)
        self._words = self._label("whyWords", colour="muted")
        self._score = self._label("whyScore")
        self._pixel = self._label("whyPixel")
        self._pixel.setMinimumHeight(self._pixel.fontMetrics().height() * 3)
        self._pixel.setAlignment(Qt.AlignmentFlag.AlignTop)
        vbox(self._headline, self._words, self._score, self._pixel, SPRING, on=self, spacing=10)

    def show_attribution(
        self,
        attribution: Attribution,
        method: str,
        alphabet: Alphabet,
        who: str = "",
        *,
        is_digit: bool,
    ) -> None:
        """Write about a map that was made with ``method``, of the voter ``who`` if several vote.

        ``is_digit`` says whether the answer is one of the classes at all.
        """
        names = alphabet.names
        target = names[attribution.target]
        against = None if attribution.against is None else names[attribution.against]
        if against is None:
            text = self.tr("Why {0}?") if is_digit else self.tr("What speaks for {0}?")
            question = text.format(target)
            explained = self.tr("{0}'s score").format(target)
            score = self.tr("Score (logit) of {0}: {1}").format(
                target, with_decimals(attribution.score)
            )
        else:
            why = self.tr("Why {0} and not {1}?")
            text = why if is_digit else self.tr("What speaks for {0} and not for {1}?")
            question = text.format(target, against)
            explained = self.tr("{0}'s lead over {1}").format(target, against)
            score = self.tr("Lead of {0} over {1} (logits): {2}").format(
                target, against, with_decimals(attribution.score)
            )
        self._headline.setText(self.tr("{0}: {1}").format(who, question) if who else question)
        self._headline.show()
        words = METHOD_TEXTS[method].words
        self._words.setText(translated(words).format(explained))
        if method == "integrated-gradients":
            # The sum holds in the numbers as they are shown.
            total = round(float(attribution.values.sum()), 2)
            paper = self.tr("All pixels together: {0}; blank paper alone: {1}").format(
                f"{'+' if total > 0 else ''}{with_decimals(total)}",
                with_decimals(round(attribution.score, 2) - total),
            )
            score = f"{score}\n{paper}"
        self._score.setText(score)

    def show_sentence(self, sentence: str) -> None:
        """Say why there is no map."""
        self._headline.hide()
        self._words.setText(sentence)
        self._score.setText("")
        self._pixel.setText("")

    def show_pixel(self, attribution: Attribution | None, pixel: tuple[int, int] | None) -> None:
        """Write what one pixel's number is, or nothing."""
        if attribution is None or pixel is None:
            hint = "" if attribution is None else self.tr("Point at a pixel for its number.")
            self._pixel.setText(hint)
            self._pixel.set_colour("muted")
            return
        self._pixel.set_colour("text")
        ink = int(attribution.normalised.picture[pixel]) / FULL_INK
        self._pixel.setText(
            self.tr("Row {0}, column {1}\n{2} · ink {3} %").format(
                *pixel,
                rounded(float(attribution.values[pixel]), signed=True),
                f"{ink * 100:.0f}",
            )
        )

    def _label(
        self, name: str, *, colour: str = "text", size: float = 1.0, bold: bool = False
    ) -> Label:
        return Label(colour=colour, size=size, bold=bold, name=name, wraps=True)

"""Texts of the layers below in the window's language."""

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from handdigit.errors import HanddigitError
from handdigit.gui.translation import explained, translated
from handdigit.sentences import sentence


class Upside(QTranslator):
    """Turns templates round, word by word."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        return " ".join(reversed(text.split())) if not context else ""


def test_the_window_translates_a_sentence_within_a_sentence(qapp: QApplication):
    upside = Upside(qapp)
    inner = sentence("{0} is damaged", "a b{0}")
    error = HanddigitError(sentence("model {0} refused", inner))
    try:
        qapp.installTranslator(upside)
        assert explained(error) == "refused damaged is b{0} a model"
        assert translated("") == ""
    finally:
        qapp.removeTranslator(upside)
    assert str(error) == explained(error) == "model a b{0} is damaged refused"


def test_an_error_is_one_line_in_any_language():
    assert explained(HanddigitError(sentence("{0} is gone", "a\nb"))) == "a\\nb is gone"

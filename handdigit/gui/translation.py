"""Texts of the layers below, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from handdigit.errors import HanddigitError, one_line
from handdigit.sentences import Sentence


def translated(text: str) -> str:
    """Return a text of a layer below in the window's language, or as it is where there is none.

    Args:
        text: what :func:`~handdigit.sentences.sentence` or :func:`~handdigit.sentences.noted`
            returned, or any text that is nobody's sentence, such as a name.
    """
    if not isinstance(text, Sentence):
        return QCoreApplication.translate("", text) if text else text
    values = (translated(value) if isinstance(value, str) else value for value in text.values)
    return QCoreApplication.translate("", text.template).format(*values)


def explained(error: HanddigitError) -> str:
    """Return what an error says in the window's language, on one line."""
    return one_line(translated(error.sentence))

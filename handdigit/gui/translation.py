"""Texts of the layers below, in the language of the window."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication

from handdigit.errors import HanddigitError, one_line
from handdigit.gui.numbers import grouped
from handdigit.sentences import Sentence


class _InLocale(Formatter):
    """Groups the digits of ``{0:,}`` as the language does."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == ",":
            return grouped(value)
        return str(super().format_field(value, format_spec))


_IN_LOCALE = _InLocale()


def translated(text: str) -> str:
    """Return a text of a layer below in the window's language, or as it is where there is none.

    Args:
        text: what :func:`~handdigit.sentences.sentence` or :func:`~handdigit.sentences.noted`
            returned, or any text that is nobody's sentence, such as a name. A sentence becomes
            one line that can be shown, whatever names bring into it.
    """
    if not isinstance(text, Sentence):
        return _looked_up(text) if text else text
    values = (translated(value) if isinstance(value, str) else value for value in text.values)
    return one_line(_IN_LOCALE.format(_looked_up(text.template), *values))


def _looked_up(text: str) -> str:
    try:
        return QCoreApplication.translate("", text)
    except UnicodeEncodeError:  # a name in no encoding
        return text


def one_after_another(sentences: Iterable[str]) -> str:
    """Return sentences as one text; after a Chinese full stop there is no space."""
    return " ".join(sentences).replace("。 ", "。")


def explained(error: HanddigitError) -> str:
    """Return what an error says in the window's language, on one line."""
    return one_line(translated(error.sentence))


def without_key(text: str) -> str:
    """Return a menu's text without the mark of its key: Save of &Save, 保存 of 保存(&S)."""
    plain = re.sub(r"\(&\w\)", "", text)
    return re.sub("&(.)", r"\1", plain)

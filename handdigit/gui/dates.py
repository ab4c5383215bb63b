"""Dates and times as the window's language writes them."""

from __future__ import annotations

import re

from PySide6.QtCore import QDateTime, QLocale, Qt


def day_text(moment: str) -> str:
    """Return the day of a moment, in local time: ``Nov 28, 2026`` or ``2026年11月28日``.

    The month is a word where the language has one: no order of numbers can be mistaken.

    Args:
        moment: in ISO 8601; the text of what is none is empty.
    """
    return _written(moment, _day_format())


def moment_text(moment: str) -> str:
    """Return day and time; as :func:`day_text`."""
    return _written(moment, f"{_day_format()} HH:mm")


def _day_format() -> str:
    written = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    return re.sub(r"[,，]?\s*dddd[,，]?\s*", "", written).replace("MMMM", "MMM")


def _written(moment: str, layout: str) -> str:
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale().toString(local, layout)

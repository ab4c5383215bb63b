"""Dates in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from handdigit.gui.dates import day_text, moment_text


def test_dates_are_written_as_the_language_does():
    try:
        QLocale.setDefault(QLocale("en"))
        assert day_text("2026-11-28T12:00:00") == "Nov 28, 2026"
        assert moment_text("2026-11-28T09:05:00.123") == "Nov 28, 2026 09:05"
        assert moment_text("some day") == ""
        QLocale.setDefault(QLocale("zh_CN"))
        assert day_text("2026-11-28T12:00:00") == "2026年11月28日"
    finally:
        QLocale.setDefault(QLocale("en"))

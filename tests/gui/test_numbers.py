"""Numbers are written as the window's language writes them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from handdigit.gui.numbers import count_in_short, decimal, grouped
from handdigit.gui.translation import translated
from handdigit.sentences import sentence


@pytest.fixture
def swiss():
    usual = QLocale()
    QLocale.setDefault(QLocale("de_CH"))
    yield
    QLocale.setDefault(usual)


def test_thousands_are_apart():
    assert (grouped(1234567), decimal(-1234.5, 2)) == ("1,234,567", "−1,234.50")
    assert [count_in_short(n) for n in (999, 9_999, 12_345, 7_600_000)] == [
        "999", "9,999", "12k", "8M",
    ]  # fmt: skip


def test_another_language_has_its_own_sign_between_them(swiss):
    separator = QLocale().groupSeparator()
    assert separator != ","
    assert grouped(1234567) == f"1{separator}234{separator}567"
    told = translated(sentence("It weighs {0:,} numbers.", 2304))
    assert told == f"It weighs 2{separator}304 numbers."

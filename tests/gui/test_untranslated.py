"""Every panel in a language that marks each of its texts: what has no mark is not translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTreeWidget,
    QWidget,
)

from handdigit.experiment.optimisers import Optimiser
from handdigit.gui.main_window import MainWindow
from handdigit.network.zoo import ZOO
from handdigit.storage.models.groups import LADDER, READERS
from handdigit.storage.named_files import SHIPPED_RECIPES

NAMES = {
    *ZOO,
    *READERS,
    *(rung.name for rung in LADDER),
    *("handdigit", "English", "MNIST", "CPU", "CUDA", "Metal", "Esc"),
    # Recipes and data sets by the names of their files.
    *(file.stem for file in SHIPPED_RECIPES.glob("*.toml")),
    "default-2",
    *(optimiser.label for optimiser in Optimiser),
}
"""The same in every language."""
LAYER = re.compile("(conv|norm|pool|dense)[0-9]+")
FINGERPRINT = re.compile("· [0-9a-f]{10}$")
MARK = re.compile("⟦[^⟦⟧]*⟧")


class Marked(QTranslator):
    """Sets brackets around every text."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context, text, disambiguation=None, n=-1):
        return f"⟦{text}⟧" if text.strip() else text


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[None]:
    translator = Marked(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def texts(widget: QWidget) -> Iterator[str]:
    """Yield all that a widget says."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QComboBox():
            yield from (widget.itemText(i) for i in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(i) for i in range(widget.count()))
        case QGroupBox() | QMenu():
            yield widget.title()
        case QLineEdit():
            yield widget.placeholderText()
        case QTreeWidget():
            header = widget.headerItem()
            yield from (header.text(i) for i in range(widget.columnCount()))


def is_untranslated(text: str) -> bool:
    rest = FINGERPRINT.sub("", re.sub("<[^>]*>|&[a-z]+;", " ", text))
    while (inner := MARK.sub("", rest)) != rest:
        rest = inner
    words = re.findall("[A-Za-z][A-Za-z0-9-]{2,}", rest)
    return not all(word in NAMES or LAYER.fullmatch(word) for word in words)


@pytest.mark.long
@pytest.mark.usefixtures("marked")
def test_every_text_of_every_panel_is_translated(qtbot, make_main_window):
    window: MainWindow = make_main_window()
    said = {action.text().replace("&", "") for action in window.findChildren(QAction)}
    for key in window.panel_keys:
        window.navigation.show_panel(key)
        qtbot.waitUntil(lambda: window.panels.currentWidget().is_made)
        for widget in window.findChildren(QWidget):
            said.update(texts(widget))
    assert sorted(filter(is_untranslated, said)) == []

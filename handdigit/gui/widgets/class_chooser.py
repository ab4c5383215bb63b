"""Choosers that offer the classes of an alphabet beside what they always offer."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from handdigit.network.alphabet import Alphabet


def offer_classes(chooser: QComboBox, alphabet: Alphabet, text: str = "{0}") -> None:
    """Offer these classes in place of those before; what is no class stays.

    Nothing is told: whoever changes the alphabet asks anew.

    Args:
        chooser: the value of a class's item is its number; the first item is none.
        alphabet: the classes.
        text: of an item, with the class's name in it.
    """
    with QSignalBlocker(chooser):
        chooser.setCurrentIndex(0)
        while isinstance(chooser.itemData(chooser.count() - 1), int):
            chooser.removeItem(chooser.count() - 1)
        for number, name in enumerate(alphabet.names):
            chooser.addItem(text.format(name), number)

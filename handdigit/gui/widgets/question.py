"""Asking in a dialog of its own: whether to do something, and for which file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked before something is done that cannot easily be undone."""

    name: str
    """Of the dialog and, with ``Confirm`` behind it, of the button that consents."""
    title: str
    text: str
    details: str
    """What would be lost and what stays."""
    consent: str
    """What the button that consents says."""


def ask(parent: QWidget, question: Question, then: Callable[[], object]) -> QMessageBox:
    """Ask without waiting for the answer; ``then`` is called after the consent."""
    icon = QMessageBox.Icon.Question
    box = QMessageBox(icon, question.title, question.text, parent=parent.window())
    box.setObjectName(f"{question.name}Question")
    box.setInformativeText(question.details)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    yes = box.addButton(question.consent, QMessageBox.ButtonRole.AcceptRole)
    yes.setObjectName(f"{question.name}Confirm")
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.accepted.connect(then)
    box.open()
    return box


def ask_for_file(parent: QWidget, title: str, pattern: str) -> Path | None:
    """Ask for a file that is there; None if the user has thought better of it."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", pattern)
    return Path(name) if name else None


def ask_where_to_save(parent: QWidget, title: str, proposal: str, pattern: str) -> Path | None:
    """Ask for the name of a file to write; None if the user has thought better of it."""
    name, _ = QFileDialog.getSaveFileName(parent, title, proposal, pattern)
    return Path(name) if name else None


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder that is there; None if the user has thought better of it."""
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None

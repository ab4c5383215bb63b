"""Asking in a dialog of its own: whether to do something, for a name, for a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget


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
    # What is asked about loses something: Return alone must not do it.
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.accepted.connect(then)
    box.open()
    return box


def ask_for_name(
    parent: QWidget,
    name: str,
    title: str,
    label: str,
    suggestion: str,
    then: Callable[[str], object],
) -> None:
    """Ask what something is to be called, without waiting for the answer.

    ``name`` is that of the dialog, with ``Dialog`` behind it.
    """
    dialog = QInputDialog(parent)
    dialog.setObjectName(f"{name}Dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(suggestion)
    dialog.textValueSelected.connect(then)
    dialog.open()


def ask_for_file(parent: QWidget, title: str, pattern: str, folder: str = "") -> Path | None:
    """Ask for a file that is there, at first in ``folder``; None if the user does not want any."""
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, pattern)
    return Path(name) if name else None


def ask_where_to_save(
    parent: QWidget,
    title: str,
    proposal: str,
    pattern: str,
    then: Callable[[Path], object],
    *,
    endings: tuple[str, ...] = ("",),
    written: Callable[[Path], tuple[Path, ...]] | None = None,
) -> None:
    """Ask for the name of a file to write, and whether it may replace what it would replace.

    Args:
        parent: the dialogs belong to its window.
        title: of the dialog.
        proposal: the name that stands there first.
        pattern: what the dialog lists, as Qt has it.
        then: called with the path, unless the user has thought better of it.
        endings: what the name may end in; the first one is added to one that ends otherwise.
        written: gives the files that are written for a path, unless that is the one.
    """
    # The dialog would ask about the name as it was typed, which is not always what is written.
    unasked = QFileDialog.Option.DontConfirmOverwrite
    name, _ = QFileDialog.getSaveFileName(parent, title, proposal, pattern, "", unasked)
    if not name:
        return
    path = Path(name if name.endswith(endings) else name + endings[0])
    files = (path,) if written is None else written(path)
    infos = [QFileInfo(str(file)) for file in files]
    replaced = [info.fileName() for info in infos if info.isSymLink() or info.isFile()]
    if not replaced:
        then(path)
        return
    translate = QCoreApplication.translate
    question = Question(
        "replace",
        translate("Questions", "Replace a file"),
        translate("Questions", "Replace {0}?").format(", ".join(replaced)),
        translate("Questions", "What is in it now is lost."),
        translate("Questions", "Replace"),
    )
    box = ask(parent, question, lambda: then(path))
    # Not when the question goes with its window.
    box.button(QMessageBox.StandardButton.Cancel).clicked.connect(
        lambda: ask_where_to_save(
            parent, title, str(path), pattern, then, endings=endings, written=written
        )
    )


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder that is there; None if the user has thought better of it."""
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None

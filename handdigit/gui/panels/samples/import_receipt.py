"""What came of an import: how many samples, how they were read, and each picture left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import MARGIN, named, vbox
from handdigit.gui.widgets.labels import Label

SIZE = QSize(560, 320)


class ImportReceipt(QDialog):
    """Shows a line for every picture that was left out, and why; all of it can be copied."""

    def __init__(
        self,
        summary: str,
        notes: Sequence[str],
        left_out: Sequence[str],
        count: int,
        parent: QWidget | None = None,
    ) -> None:
        """Show an import.

        Args:
            summary: how many samples came, and from where.
            notes: what the user should know of how they were read.
            left_out: which pictures are no samples, and why; the first of them.
            count: how many there are of these.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("importReceipt")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        lines = [Label(summary, bold=True, wraps=True)]
        lines += [Label(translated(note), wraps=True) for note in notes]
        self._list = QPlainTextEdit("\n".join(map(translated, left_out)))
        self._list.setReadOnly(True)
        self._list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._list.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        if left_out:
            lines.append(Label(self.tr("Left out: {0}").format(grouped(count))))
            named(self._list, "importLeftOut", self.tr("Left out"))
            copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
            named(copy, "importCopy", self.tr("Copy")).clicked.connect(self._copy)
            vbox(*lines, (self._list, 1), buttons, on=self, margins=2 * MARGIN, spacing=MARGIN)
            self.resize(SIZE)
        else:
            self._list.setParent(None)
            vbox(*lines, buttons, on=self, margins=2 * MARGIN, spacing=MARGIN)
            self.resize(SIZE.width(), self.heightForWidth(SIZE.width()))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._list.toPlainText())

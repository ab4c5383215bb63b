"""Help, Copy Details: what a bug report needs, to be read before it is copied."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from handdigit.gui.state.background import Background, Job
from handdigit.gui.state.session import Session
from handdigit.gui.widgets.form import MARGIN, named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.ink.ink import Ink
from handdigit.storage.paths import AppPaths
from handdigit.storage.report import report_text

SIZE = QSize(640, 480)


class ReportDialog(QDialog):
    """Shows every word that would be copied; the drawing is among them only when asked for."""

    def __init__(
        self, session: Session, paths: AppPaths, device: str, parent: QWidget | None = None
    ) -> None:
        """Begin to gather; ``device`` is where networks run, in words."""
        super().__init__(parent)
        self.setObjectName("reportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Details of this installation"))
        self._session, self._paths, self._device = session, paths, device
        self._gathering = Background("report", self)
        self._job: Job | None = None
        intro = Label(
            self.tr("Nothing is sent. Copy this and put it into your report."), wraps=True
        )
        self._text = named(QPlainTextEdit(), "reportText", self.tr("Details"))
        self._text.setReadOnly(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._with_drawing = QCheckBox(self.tr("With the drawing on the canvas"))
        self._with_drawing.setObjectName("reportWithDrawing")
        ink = session.subject
        self._with_drawing.setEnabled(isinstance(ink, Ink) and not ink.is_empty)
        self._with_drawing.toggled.connect(self._gather)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copy = named(copy, "reportCopyButton", self.tr("Copy"))
        self._copy.clicked.connect(self._put_on_clipboard)
        buttons.rejected.connect(self.close)
        items = (intro, (self._text, 1), self._with_drawing, buttons)
        vbox(*items, on=self, margins=2 * MARGIN, spacing=MARGIN)
        self.resize(SIZE)
        self._gather()

    @Slot()
    def _gather(self) -> None:
        subject = self._session.subject
        asked = self._with_drawing.isChecked() and isinstance(subject, Ink)
        drawing = subject if asked and isinstance(subject, Ink) else None
        self._copy.setEnabled(False)
        if self._job is not None:
            self._gathering.cancel(self._job)
        self._job = self._gathering.start(
            lambda _: report_text(self._paths, self._device, drawing), self._show, self._show
        )

    def _show(self, text: str) -> None:
        self._text.setPlainText(text)
        self._copy.setEnabled(True)

    @Slot()
    def _put_on_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())

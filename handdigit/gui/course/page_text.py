"""The text of a page of help or of the course."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from handdigit.gui.course.page import Page
from handdigit.gui.translation import translated
from handdigit.gui.widgets.focus_ring import FocusRing
from handdigit.gui.widgets.form import named


class PageText(QTextBrowser):
    """Title and paragraphs, without a frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no page yet."""
        super().__init__(parent)
        named(self, "guideText", self.tr("Text of the page"))
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        FocusRing(self)

    def show_page(self, page: Page) -> None:
        """Show what a page says, all lines equally high, also one with a sign such as ⓘ."""
        title = escape(translated(page.title))
        paragraphs = (f"<p>{escape(translated(text))}</p>" for text in page.paragraphs)
        self.setHtml(f"<h3>{title}</h3>{''.join(paragraphs)}")
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)  # after the title
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        spacing = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        spacing.setLineHeight(self.fontMetrics().lineSpacing(), fixed.value)
        cursor.mergeBlockFormat(spacing)

    def let_scroll(self, can_scroll: bool) -> None:
        """Have a scroll bar where it is needed, or none where all of the text has room."""
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if can_scroll else policies.ScrollBarAlwaysOff
        )

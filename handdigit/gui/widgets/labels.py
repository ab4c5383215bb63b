"""Text in the window's few sizes and colours, following light and dark."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import named


class Label(QLabel):
    """A label in one of the theme's colours, sized relative to the application's font."""

    def __init__(
        self,
        text: str = "",
        *,
        colour: str = "text",
        size: float = 1.0,
        bold: bool = False,
        name: str = "",
        title: str = "",
        tip: str = "",
        wraps: bool = False,
        align: Qt.AlignmentFlag | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``text``; ``colour`` names a field of :class:`Theme`.

        Assistive technology says ``title`` and the text.
        """
        super().__init__(_unbroken(text) if wraps else text, parent)
        self._title = title
        named(self, name, tip=tip)
        self._say(text)
        self.setWordWrap(wraps)
        if align is not None:
            self.setAlignment(align)
        self._colour = colour
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * size)
        font.setBold(bold)
        self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._follow_theme()

    def setText(self, text: str) -> None:
        """Show another text."""
        if self.wordWrap():
            text = _unbroken(text)
        if text != self.text():
            super().setText(text)
            self._say(text)

    def _say(self, text: str) -> None:
        if self._title:
            said = self.tr("{0}: {1}").format(self._title, text) if text else self._title
            self.setAccessibleName(said)

    def set_colour(self, colour: str) -> None:
        """Use another colour of the theme."""
        if colour != self._colour:
            self._colour = colour
            self._follow_theme()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._follow_theme()

    def _follow_theme(self) -> None:
        _paint_text(self, QPalette.ColorRole.WindowText, self._colour)


def _unbroken(text: str) -> str:
    """Return a text in which no line begins with a percent sign."""
    return text.replace(" %", "\u00a0%")


class LinkButton(QPushButton):
    """A button that leads elsewhere and looks like a link, following light and dark."""

    def __init__(self, text: str, name: str, title: str, tip: str) -> None:
        """Show ``text``; assistive technology says ``title``."""
        super().__init__(text)
        named(self, name, title, tip)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = self.font()
        font.setUnderline(True)
        self.setFont(font)
        self._follow_theme()

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._follow_theme()

    def _follow_theme(self) -> None:
        _paint_text(self, QPalette.ColorRole.ButtonText, "accent")


def _paint_text(widget: QWidget, role: QPalette.ColorRole, colour: str) -> None:
    """Give a widget's text a colour of the theme; what has it already is not told of a change."""
    palette = widget.palette()
    wanted = QColor(getattr(Theme.of(palette), colour))
    if palette.color(role) != wanted:
        palette.setColor(role, wanted)
        widget.setPalette(palette)


def keep_lines(label: QLabel, lines: int, sample: str, width: int | None = None) -> None:
    """Give ``label`` the height of so many lines whatever it says, in the script of ``sample``.

    With a fixed ``width``, too, another text lays out nothing: what says something else at every
    movement of the pen costs no more than its own paint.
    """
    line = label.fontMetrics().size(0, f"{sample}\n{sample}").height() / 2
    label.setFixedHeight(ceil(lines * line) + 1)
    if width is not None:
        label.setFixedWidth(width)


class ElidedLabel(Label):
    """One line with an ellipsis where there is no room; the tooltip has all of it."""

    def __init__(
        self,
        text: str = "",
        *,
        colour: str = "text",
        size: float = 1.0,
        name: str = "",
        title: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        """Show ``text``; ``mode`` says where the ellipsis is: names often differ at their ends."""
        super().__init__(text, colour=colour, size=size, name=name, title=title)
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tell_all()

    def minimumSizeHint(self) -> QSize:
        """Return the room for the first few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 10), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer what is cut."""
        super().resizeEvent(event)
        self._tell_all()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the text as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), self._mode, area.width())
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | side, text)
        painter.end()

    def _tell_all(self) -> None:
        is_cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self.text() if is_cut else "")


_SHOWS = (QEvent.Type.Enter, QEvent.Type.FocusIn)
_HIDES = (QEvent.Type.Leave, QEvent.Type.FocusOut)


class HelpLine(Label):
    """Shows the tooltip of the widgets that it watches."""

    def __init__(self, rest: str = "", parent: QWidget | None = None) -> None:
        """Say ``rest`` while nothing is pointed at."""
        super().__init__(rest, colour="muted", name="retrainHelp", parent=parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        keep_lines(self, 2, self.accessibleName())
        self._rest = rest
        self._focused: QWidget | None = None

    def watch(self, *widgets: QWidget) -> None:
        """Explain these from now on."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow mouse and keyboard."""
        if isinstance(watched, QWidget):
            if event.type() in _SHOWS:
                if event.type() == QEvent.Type.FocusIn:
                    self._focused = watched
                self.setText(watched.toolTip())
            elif event.type() in _HIDES:
                if event.type() == QEvent.Type.FocusOut:
                    self._focused = None
                self.setText(self._rest if self._focused is None else self._focused.toolTip())
        return super().eventFilter(watched, event)

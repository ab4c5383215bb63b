"""Qt's own style for Linux, with lines that everybody can see and room for every finger."""

from __future__ import annotations

import os

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionProgressBar,
    QWidget,
)

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.form import TOUCH_SIZE
from handdigit.gui.widgets.painter import contrast

Element = QStyle.PrimitiveElement
_BOXES = (Element.PE_IndicatorCheckBox, Element.PE_IndicatorRadioButton)
_BY_KEY = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
Contents = QStyle.ContentsType
_PRESSED = (
    Contents.CT_PushButton,
    Contents.CT_ToolButton,
    Contents.CT_CheckBox,
    Contents.CT_RadioButton,
    Contents.CT_ComboBox,
    Contents.CT_SpinBox,
    Contents.CT_LineEdit,
    Contents.CT_Slider,
)
"""What a finger hits. Rows of lists and menus are not among them: they are as wide as the list,
and thirteen of them are to be seen at once."""
RADIUS = 2.0
"""Of corners, in pixels."""
STILL = "HANDDIGIT_REDUCED_MOTION"
"""In the environment: nothing moves by itself, whatever the system says."""


def is_motion_reduced() -> bool:
    """Return whether the person has asked the system that nothing moves by itself."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return bool(os.environ.get(STILL)) or QApplication.style().styleHint(hint) == 0


class OutlinedFusion(QProxyStyle):
    """Fusion's lines are a shade of the window's colour: 1.1 to 2.1 : 1 beside it.

    WCAG 2.2 asks for 3 : 1 (1.4.11) where the line is all that shows that there is something to
    press or to write into, or which of them has the focus.
    """

    def __init__(self) -> None:
        """Be Fusion in all else."""
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw an element, with a line around it in the colours of quiet text or of the focus."""
        has_focus = option.state & _BY_KEY == _BY_KEY
        if element == Element.PE_FrameFocusRect:
            if has_focus:
                _outline_focus(painter, option)
            return
        super().drawPrimitive(element, option, painter, widget)
        if element == Element.PE_PanelButtonCommand:
            if has_focus:
                _outline_focus(painter, option)
            elif Theme.of(option.palette).is_high:
                _outline(painter, option)
        elif element in _BOXES:
            _outline(painter, option, is_round=element == Element.PE_IndicatorRadioButton)
        elif element == Element.PE_FrameLineEdit:
            is_active = option.state & QStyle.StateFlag.State_HasFocus
            role = QPalette.ColorRole.Highlight if is_active else QPalette.ColorRole.PlaceholderText
            _outline(painter, option, role)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a control; Fusion shows the focus of a slider in the colour of its line alone."""
        super().drawComplexControl(control, option, painter, widget)
        if control == QStyle.ComplexControl.CC_Slider and option.state & _BY_KEY == _BY_KEY:
            _outline(painter, option, QPalette.ColorRole.Highlight)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        contents: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Return the size of a control; a finger can hit it."""
        size = super().sizeFromContents(kind, option, contents, widget)  # type: ignore[arg-type]
        return size.expandedTo(QSize(TOUCH_SIZE, TOUCH_SIZE)) if kind in _PRESSED else size

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a part of a control; Fusion shows no focus on a tab, nor on a flat button.

        A bar without an end stays empty where its stripes are not to move: words are beside it.
        """
        is_bar = element == QStyle.ControlElement.CE_ProgressBarContents
        if is_bar and isinstance(option, QStyleOptionProgressBar):
            is_endless = option.minimum == option.maximum
            if is_endless and is_motion_reduced():
                return
        super().drawControl(element, option, painter, widget)
        if option.state & _BY_KEY != _BY_KEY:
            return
        if element == QStyle.ControlElement.CE_TabBarTabLabel:
            _outline(painter, option, QPalette.ColorRole.Highlight, inside=4)
        elif element == QStyle.ControlElement.CE_PushButton and _is_flat(option):
            _outline(painter, option, QPalette.ColorRole.Highlight)


def _is_flat(option: QStyleOption) -> bool:
    flat = QStyleOptionButton.ButtonFeature.Flat
    return isinstance(option, QStyleOptionButton) and bool(option.features & flat)


def _outline_focus(painter: QPainter, option: QStyleOption) -> None:
    """Draw the line of the focus; within a surface of its own colour in that of the text there."""
    palette, roles = option.palette, QPalette.ColorRole
    surface = palette.color(roles.Button)
    if contrast(palette.color(roles.Highlight), surface) < contrast(
        palette.color(roles.HighlightedText), surface
    ):
        _outline(painter, option, roles.HighlightedText, inside=2)
    else:
        _outline(painter, option, roles.Highlight)


def _outline(
    painter: QPainter,
    option: QStyleOption,
    role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText,
    *,
    is_round: bool = False,
    inside: int = 0,
) -> None:
    """Draw the line, so many pixels from the edge; the focus has a broader one."""
    is_focus = role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText)
    width = 2.0 if is_focus else 1.2
    inset = inside + width / 2
    frame = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(option.palette.color(role), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_round:
        painter.drawEllipse(frame)
    else:
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
    painter.restore()

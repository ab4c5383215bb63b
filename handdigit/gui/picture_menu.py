"""The menu of a picture, whose actions are also the buttons of the bar above it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from handdigit.gui.canvas.drawing_area import DrawingArea
from handdigit.gui.menu_builder import MenuBuilder
from handdigit.gui.state.drawing.mending import Edit
from handdigit.ink.mending import Mending

translate = QCoreApplication.translate


def add_picture_menu(add: MenuBuilder, parent: QMenu, drawing_area: DrawingArea) -> None:
    """Add the menu below ``parent``, and its buttons; they are there for a picture only."""
    mending = drawing_area.mending
    menu = add.menu("pictureMenu", translate("Menus", "P&icture"), parent)
    left, right = partial(mending.turn, -1), partial(mending.turn, 1)
    text = translate("Menus", "Rotate &Left")
    rotate_left = add.action(menu, "rotateLeftAction", text, left, "Ctrl+Shift+R")
    text = translate("Menus", "Rotate &Right")
    rotate_right = add.action(menu, "rotateRightAction", text, right, "Ctrl+R")
    rotate_left.setIconText("↺")
    rotate_right.setIconText("↻")
    text, frame = translate("Menus", "&Crop"), partial(mending.switch, Edit.FRAME)
    crop = add.switch(menu, "cropAction", text, frame, "Ctrl+K")
    _explain(crop, translate("Menus", "Draw a frame round the digit"))
    text, sheet = translate("Menus", "Cor&ners"), partial(mending.switch, Edit.CORNERS)
    corners = add.switch(menu, "cornersAction", text, sheet, "Ctrl+Shift+K")
    _explain(corners, translate("Menus", "Pull a sheet straight that was seen from the side"))
    text = translate("Menus", "&Invert")
    invert = add.switch(menu, "invertAction", text, mending.invert, "Ctrl+I")
    _explain(invert, translate("Menus", "Take what is paper for ink, and ink for paper"))
    reset = add.action(
        menu, "resetPictureAction", translate("Menus", "R&eset Picture"), mending.reset,
        short_text=translate("Menus", "Reset"),
    )  # fmt: skip
    reset.setToolTip(translate("Menus", "Show the picture as it was opened"))
    actions = (rotate_left, rotate_right, crop, corners, invert, reset)
    drawing_area.mending_bar.set_actions(actions)

    def follow() -> None:
        is_there = mending.picture is not None
        menu.menuAction().setEnabled(is_there)
        for action in actions:
            action.setEnabled(is_there)
        reset.setEnabled(mending.mending != Mending())
        crop.setChecked(mending.edit is Edit.FRAME)
        corners.setChecked(mending.edit is Edit.CORNERS)
        invert.setChecked(mending.mending.is_inverted)

    mending.changed.connect(follow)
    follow()


def _explain(action: QAction, text: str) -> None:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{text} ({keys})")

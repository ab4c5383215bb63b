"""What is seen, taken out of the window: copied, saved as a picture, dragged to other programs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QProgressBar,
    QTabBar,
    QWidget,
)

from handdigit.gui.dates import moment_text
from handdigit.gui.pointing import Pointing
from handdigit.gui.state.background import Background, ignore
from handdigit.gui.state.drawing.exchange import png
from handdigit.gui.state.navigation import INSIDE, Navigation
from handdigit.gui.state.session import Session
from handdigit.gui.widgets.drag_source import DragPayload, DragSource
from handdigit.gui.widgets.form import Card, menu_action
from handdigit.gui.widgets.panel_tabs import PanelTabs
from handdigit.gui.widgets.picture_export import Caption, image_of, svg_of
from handdigit.gui.widgets.question import ask_where_to_save
from handdigit.inspection.sums import unit_name
from handdigit.number_format import percent
from handdigit.storage.atomic import write_atomically
from handdigit.storage.dragged_files import DraggedFiles

COPY_SCALE, COPY_KEYS, SAVE_KEYS = 2, "Ctrl+Shift+C", "Ctrl+Shift+S"
SCALES = (1, 2, 4)
CONTROLS = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTabBar,
)
"""What is no picture by itself, but a part of what is around it."""


class TakeAway(QObject):
    """Copies and saves the view that is pointed at, or that has the focus.

    A view is whatever has an accessible name and is no control, and each card.

    Signals:
        told(str): a sentence about what was done.
        failed(str): a sentence about what could not be done.
        slowness_changed(bool): a file takes long to be written; or no longer.
    """

    told = Signal(str)
    failed = Signal(str)
    slowness_changed = Signal(bool)

    def __init__(
        self,
        window: QMainWindow,
        panels: PanelTabs,
        session: Session,
        navigation: Navigation,
        pointing: Pointing,
        dragged: DraggedFiles,
    ) -> None:
        """Offer it in the context menus of ``window``; ``panels`` knows their titles.

        What is dragged out is among the ``dragged`` files while the window is open.
        """
        super().__init__(window)
        self._window, self._panels = window, panels
        self._session, self._navigation = session, navigation
        self._pointing = pointing
        self._writing = Background("saved pictures", self, writes=True)
        self._writing.slowness_changed.connect(self.slowness_changed)
        self._dragged = dragged
        # What no widget takes for itself arrives at the window.
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Open the menu of the view below the pointer, or with the focus."""
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            focus = self._window.focusWidget()
            at = focus if by_key else self._window.childAt(event.pos())
            menu = QMenu(self._window)
            menu.setObjectName("viewMenu")
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.offer(menu, self.view_of(at))
            menu.popup(event.globalPos())
            return True
        return False

    def let_drag(self, widget: QWidget, payload: Callable[[], DragPayload | None]) -> None:
        """Let what a widget shows be dragged into other programs."""
        widget.setToolTip(self.tr("Drag it into another program, or into a folder."))
        DragSource(widget, payload, self._dragged, self._writing)

    def payload_of(self, view: QWidget, text: str, name: str) -> DragPayload:
        """Return what is dragged where a view is: a text, and its picture as a file ``name``."""
        image = image_of(view, self.caption(view), COPY_SCALE)
        return DragPayload(text, image, {name: lambda: png(image)})

    def close(self) -> None:
        """Leave nothing of what was dragged; the thread is waited for with all that write."""
        self._writing.start(lambda _job: self._dragged.close(), ignore, ignore)

    def offer(self, menu: QMenu, view: QWidget) -> None:
        """Add to a menu what can be done with a view."""
        title = self.caption(view).title
        copy = self.tr("Copy “{0}” as a Picture").format(title)
        keys = QKeySequence(COPY_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        menu_action(menu, "copyThisAction", f"{copy}\t{keys}", partial(self.copy, view))
        saves = menu.addMenu(self.tr("Save “{0}” as a Picture").format(title))
        saves.setObjectName("saveViewMenu")
        for scale in SCALES:
            text = self.tr("PNG, {0}×…").format(scale)
            menu_action(saves, f"savePng{scale}Action", text, partial(self.save, view, scale))
        menu_action(saves, "saveSvgAction", self.tr("SVG…"), partial(self.save, view, None))

    # --- which view ----------------------------------------------------------------------

    def view_of(self, widget: QWidget | None) -> QWidget:
        """Return the view that a widget is, or is a part of; the window beside all of them."""
        while widget is not None and widget is not self._window:
            is_named = bool(widget.accessibleName()) and not isinstance(widget, CONTROLS)
            if is_named or isinstance(widget, Card):
                return widget
            widget = widget.parentWidget()
        return self._window.centralWidget() or self._window

    def chosen_view(self) -> QWidget:
        """Return the view that is meant."""
        return self.view_of(self._pointing.part())

    def caption(self, view: QWidget) -> Caption:
        """Return what stands below the picture of a view."""
        panel = self._panels.currentWidget()
        is_in_panel = panel is not None and (panel is view or panel.isAncestorOf(view))
        where = self._panels.tabText(self._panels.currentIndex())
        named: QWidget | None = view
        while named is not None and not named.accessibleName():
            named = named.parentWidget()
        title = named.accessibleName() if named is not None else ""
        facts = [where] if is_in_panel else []
        unit = self._navigation.unit
        if is_in_panel and self._navigation.panel == INSIDE and unit is not None:
            facts.append(unit_name(unit))
        facts.append(self.tr("model {0}").format(self._session.model.name))
        recognition = self._session.recognition
        if recognition.label is not None and recognition.probability is not None:
            sure = percent(recognition.probability)
            facts.append(self.tr("read as {0}, {1}").format(recognition.marked_label, sure))
        elif recognition.is_refused:
            facts.append(self.tr("no digit"))
        # What Inside says of the network above its pictures.
        summary = panel.findChild(QLabel, "networkSummary") if is_in_panel and panel else None
        if summary is not None and summary.text() and not view.isAncestorOf(summary):
            facts.append(summary.text())
        facts.append(moment_text(datetime.now(UTC).isoformat()))
        return Caption(title or where or "handdigit", tuple(facts))

    # --- copying, saving -----------------------------------------------------------------

    @Slot()
    def copy_chosen(self) -> None:
        """Copy the view that is meant."""
        self.copy(self.chosen_view())

    @Slot()
    def save_chosen(self) -> None:
        """Ask for a file and save the view that is meant."""
        self.save(self.chosen_view(), COPY_SCALE)

    def copy(self, view: QWidget) -> None:
        """Copy a view as a picture."""
        caption = self.caption(view)
        QGuiApplication.clipboard().setImage(image_of(view, caption, COPY_SCALE))
        self.told.emit(self.tr("Copied as a picture: {0}.").format(caption.title))

    def save(self, view: QWidget, scale: int | None) -> None:
        """Ask for a file and save a view as it is now: PNG at ``scale``, SVG where that is None."""
        caption = self.caption(view)
        content: Callable[[], bytes]
        if scale is None:
            svg = svg_of(view, caption)
            ending, kind, content = ".svg", self.tr("SVG (*.svg)"), lambda: svg
        else:
            image = image_of(view, caption, scale)
            if image.isNull():
                self.failed.emit(self.tr("There is no memory for so large a picture."))
                return
            ending, kind, content = ".png", self.tr("PNG (*.png)"), lambda: png(image)

        def write(path: Path) -> None:
            saved = self.tr("Saved as {0}.").format(path)
            self._writing.start(
                lambda _job: write_atomically(path, content()),
                lambda _: self.told.emit(saved),
                self.failed.emit,
            )

        name = "".join(c if c.isalnum() or c in " -" else "_" for c in caption.title)
        ask_where_to_save(
            self._window,
            self.tr("Save as a picture"),
            f"{name}{ending}",
            kind,
            write,
            endings=(ending,),
        )

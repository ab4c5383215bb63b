"""The panels, one in front, and their tabs: in groups, each with what one finds there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QStackedWidget, QWidget

from handdigit.gui.theme import Theme
from handdigit.gui.widgets.flow import FlowLayout
from handdigit.gui.widgets.form import TOUCH_SIZE, hbox, named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.painter import CENTRE, Painter

WIDEST_PADDING, NARROWEST_PADDING = 14, 6
"""Room left and right of a tab's word, in pixels."""
GROUP_GAP = 14
"""Room between two groups, in pixels."""
MARK = 3.0
"""Height of the line below the chosen tab, in pixels."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class PanelTabs(QWidget):
    """Shows one of several panels; the tabs above it share the width there is.

    Its functions have the names of those of a QTabWidget.

    Signals:
        current_changed(int): another panel is in front, by its place.
    """

    current_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold no panels yet."""
        super().__init__(parent)
        self.setObjectName("panels")
        self._bar = _TabBar()
        self._subtitle = Label(colour="muted", name="panelSubtitle", wraps=True)
        self._stack = QStackedWidget()
        self._bar.chosen.connect(self.setCurrentIndex)
        vbox(self._bar, self._subtitle, (self._stack, 1), on=self, spacing=6)

    def add_panel(self, panel: QWidget, name: str, group: str, title: str, subtitle: str) -> None:
        """Put a panel behind the others; a ``group`` other than the last one's is a new one."""
        self._stack.addWidget(panel)
        self._bar.add_tab(name, group, title, subtitle)
        if self.count() == 1:
            self._show(0)

    def count(self) -> int:
        """Return how many panels there are."""
        return self._stack.count()

    def currentIndex(self) -> int:
        """Return the place of the panel in front."""
        return self._stack.currentIndex()

    def currentWidget(self) -> QWidget:
        """Return the panel in front."""
        panel = self._stack.currentWidget()
        assert panel is not None
        return panel

    def tabText(self, index: int) -> str:
        """Return what a panel is called."""
        return self._bar.tabs[index].text()

    @property
    def tabs(self) -> tuple[QAbstractButton, ...]:
        """The tabs in the order of the panels."""
        return tuple(self._bar.tabs)

    @Slot(int)
    def setCurrentIndex(self, index: int) -> None:
        """Bring a panel to the front."""
        if index != self.currentIndex() and 0 <= index < self.count():
            self._show(index)
            self.current_changed.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next panel or the one before, as in every widget of tabs."""
        keys = QKeySequence.StandardKey
        for key, step in ((keys.NextChild, 1), (keys.PreviousChild, -1)):
            if event.matches(key):
                self.setCurrentIndex((self.currentIndex() + step) % self.count())
                return
        super().keyPressEvent(event)

    def _show(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        tab = self._bar.tabs[index]
        tab.setChecked(True)
        self._subtitle.setText(tab.accessibleDescription())


class _TabBar(QWidget):
    """Tabs under the names of their groups; groups that do not fit go on in the next line.

    Signals:
        chosen(int): the user chose this tab.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panelTabs")
        self.setAccessibleName(self.tr("Panels"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tabs: list[_Tab] = []
        self._groups: list[list[_Tab]] = []
        self._rows: list[QWidget] = []
        self._last_group = ""
        self._flow = FlowLayout(self, spacing=4)
        self._buttons = QButtonGroup(self)
        # Not its click: a screen reader switches a tab on without one.
        self._buttons.idToggled.connect(self._choose)

    def add_tab(self, name: str, group: str, title: str, subtitle: str) -> None:
        if not self._groups or group != self._last_group:
            self._begin(group)
        tab = _Tab(title)
        named(tab, f"{name}Tab", title, subtitle)
        tab.setAccessibleDescription(subtitle)
        tab.stepped.connect(self._step)
        self._buttons.addButton(tab, len(self.tabs))
        self.tabs.append(tab)
        self._groups[-1].append(tab)
        layout = self._rows[-1].layout()
        assert layout is not None
        layout.addWidget(tab)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _begin(self, group: str) -> None:
        heading = Label(group, colour="muted", size=0.85)
        heading.setIndent(2)
        row, sheet = QWidget(), named(QWidget(), "tabGroup", group)
        hbox(on=row, spacing=2)
        vbox(heading, row, on=sheet, margins=(0, 0, GROUP_GAP - 4, 0), spacing=1)
        self._flow.addWidget(sheet)
        self._rows.append(row)
        self._groups.append([])
        self._last_group = group

    def _fit(self) -> None:
        """Choose the widest padding with which the tabs take as few lines as they can."""
        fewest = self._lines(NARROWEST_PADDING)
        paddings = range(WIDEST_PADDING, NARROWEST_PADDING, -1)
        padding = next((p for p in paddings if self._lines(p) == fewest), NARROWEST_PADDING)
        for tab in self.tabs:
            tab.set_padding(padding)

    def _lines(self, padding: int) -> int:
        lines, used = 1, 0
        for group in self._groups:
            width = sum(tab.word + 2 * padding + 2 for tab in group) + GROUP_GAP
            if used and used + width > self.width():
                lines, used = lines + 1, 0
            used += width
        return lines

    @Slot(int, bool)
    def _choose(self, index: int, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(index)

    @Slot(int)
    def _step(self, key: int) -> None:
        """Choose another tab with the keyboard."""
        here, last = self._buttons.checkedId(), len(self.tabs) - 1
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        index = ends.get(Qt.Key(key), min(max(here + _STEPS.get(Qt.Key(key), 0), 0), last))
        self.tabs[index].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(index)


class _Tab(QAbstractButton):
    """A word; below the chosen one there is a line.

    Signals:
        stepped(int): a key was pressed that leads to another tab.
    """

    stepped = Signal(int)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader says that it is one of several
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._padding = WIDEST_PADDING

    @property
    def word(self) -> int:
        """Width of the word, in pixels."""
        return self.fontMetrics().horizontalAdvance(self.text())

    def set_padding(self, padding: int) -> None:
        if padding != self._padding:
            self._padding = padding
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = max(TOUCH_SIZE, self.fontMetrics().height() + 12)
        return QSize(self.word + 2 * self._padding, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.stepped.emit(event.key())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = Painter(self, Theme.of(self.palette()))
        area = QRectF(self.rect())
        if self.isChecked():
            painter.surface(area, "card", "line", radius=4)
            painter.fill(QRectF(0, area.bottom() - MARK, area.width(), MARK), "accent", MARK / 2)
        elif self.underMouse():
            painter.surface(area, "window", "line", radius=4)
        if self.hasFocus():
            painter.use_pen("accent", 2)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
        lit = self.isChecked() or self.underMouse() or self.hasFocus()
        painter.text(area, self.text(), "text" if lit else "muted", CENTRE)
        painter.end()

"""Which kinds of references are on the map: a box to tick and the mark of each."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from handdigit.engine.protocol.requests import Origin, ReferenceMap
from handdigit.gui.numbers import grouped
from handdigit.gui.panels.digit_map.scatter import paint_glyph
from handdigit.gui.theme import Theme
from handdigit.gui.widgets.painter import Painter
from handdigit.network.alphabet import DIGITS

ICON = 18
SHOWN_DIGIT = 3
"""The digit on the marks in the legend."""


def origin_name(origin: Origin) -> str:
    """Return the word for where a reference comes from."""
    translate = QCoreApplication.translate
    names = {
        Origin.GENERATED: translate("Sources", "generated"),
        Origin.MNIST: translate("Sources", "MNIST"),
        Origin.SAMPLES: translate("Sources", "yours"),
    }
    return names[origin]


class Sources(QWidget):
    """The legend of the map, which also hides and shows.

    Signals:
        chosen(): other kinds are shown.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show all kinds, none of them there yet."""
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        self._boxes: dict[Origin, QCheckBox] = {}
        names = {
            Origin.GENERATED: "mapGenerated",
            Origin.MNIST: "mapMnist",
            Origin.SAMPLES: "mapSamples",
        }
        for origin, name in names.items():
            box = QCheckBox()
            box.setObjectName(name)
            box.setChecked(True)
            box.setIconSize(QSize(ICON, ICON))
            box.toggled.connect(self.chosen)
            layout.addWidget(box)
            self._boxes[origin] = box
        layout.addStretch(1)
        self._paint_glyphs()
        self.show_map(None)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The kinds that are to be shown."""
        return tuple(origin for origin, box in self._boxes.items() if box.isChecked())

    def show_map(self, references: ReferenceMap | None) -> None:
        """Show how many of each kind there are."""
        found = Counter([] if references is None else references.origins.tolist())
        texts = {
            Origin.GENERATED: self.tr("Generated"),
            Origin.MNIST: self.tr("MNIST"),
            Origin.SAMPLES: self.tr("Yours"),
        }
        missing = {
            Origin.GENERATED: "",
            Origin.MNIST: self.tr("MNIST is not here. Retrain can fetch it."),
            Origin.SAMPLES: self.tr("You have labelled no drawings yet."),
        }
        for origin, box in self._boxes.items():
            count = found[origin]
            text = f"{texts[origin]} {grouped(count)}" if count else texts[origin]
            box.setText(text)
            box.setAccessibleName(text)
            box.setEnabled(count > 0)
            is_missing = references is not None and not count
            box.setToolTip(missing[origin] if is_missing else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_glyphs()

    def _paint_glyphs(self) -> None:
        theme, ratio = Theme.of(self.palette()), self.devicePixelRatioF()
        font = QFont(self.font())
        font.setPixelSize(11)
        font.setBold(True)
        for origin, box in self._boxes.items():
            pixmap = QPixmap(QSize(ICON, ICON) * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = Painter(pixmap, theme)
            painter.setFont(font)
            paint_glyph(painter, QPointF(ICON / 2, ICON / 2), DIGITS, SHOWN_DIGIT, origin)
            painter.end()
            box.setIcon(QIcon(pixmap))

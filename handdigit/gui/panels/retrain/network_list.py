"""The networks to choose from: the zoo's and the user's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from handdigit.gui.numbers import grouped
from handdigit.gui.translation import translated
from handdigit.gui.widgets.form import named
from handdigit.sentences import noted

NAME, PARAMETERS = range(2)
PADDING = 4
"""Beside a text in its cell, in pixels."""
_LINES: Mapping[str, str] = MappingProxyType(
    {
        "default": noted("The shipped model's: well within an hour"),
        "large": noted("Twice default's channels: a night, and default's teacher"),
        "small": noted("The quickest that reads well: a good first try"),
        "medium": noted("As large as default, strides early: over an hour"),
        "sprint": noted("Learns MNIST within seconds: little arithmetic"),
        "lenet5": noted("LeCun 1998, as in the paper: table, RBF output"),
        "lenet5-relu": noted("LeNet-5 as it is built today"),
        "keras-cnn": noted("The network of many tutorials"),
        "network3-1conv": noted("Nielsen 2015: one convolution, sigmoid"),
        "network3-2conv": noted("Nielsen 2015: two convolutions, ReLU"),
        "network3-dropout": noted("Nielsen 2015: wide, with dropout"),
        "alexnet-mini": noted("After AlexNet (2012): large first kernels"),
        "vgg-mini": noted("After VGG (2015): 3×3 kernels and depth"),
        "inception-mini": noted("After GoogLeNet (2015): branches"),
        "resnet-mini": noted("After ResNet (2016): shortcuts add"),
        "dense-100": noted("No convolution: 100 hidden units"),
        "dense-30": noted("No convolution: 30 hidden units"),
        "softmax-regression": noted("No hidden layer at all"),
    }
)


def network_line(name: str) -> str:
    """Return what a network of the zoo is; nothing for others."""
    return translated(_LINES.get(name, ""))


@dataclass(frozen=True, slots=True)
class ListedNetwork:
    """A network in the list."""

    name: str
    text: str
    parameter_count: int
    line: str
    """What it is."""
    is_own: bool = False


class NetworkList(QTreeWidget):
    """Names with their parameters, under two headings.

    Signals:
        network_chosen(str): the user chose this name.
    """

    network_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no networks."""
        super().__init__(parent)
        named(self, "networkList", self.tr("Networks"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PARAMETERS, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._choose)

    def show_networks(self, networks: Sequence[ListedNetwork], current: str) -> None:
        """Show these, one of them as the chosen one."""
        with QSignalBlocker(self):
            self.clear()
            # Own networks come first: they are fewer, and what one looks for.
            for network in sorted(networks, key=lambda network: not network.is_own):
                item = QTreeWidgetItem([network.name, grouped(network.parameter_count)])
                item.setTextAlignment(
                    PARAMETERS, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                )
                tip = self.tr("%Ln parameters", "", network.parameter_count)
                for column in (NAME, PARAMETERS):
                    item.setToolTip(column, "\n".join(filter(None, (network.line, tip))))
                item.setSizeHint(NAME, QSize(0, self.fontMetrics().height() + 6))
                item.setForeground(PARAMETERS, self.palette().placeholderText())
                font = self.font()
                font.setItalic(network.is_own)
                item.setFont(NAME, font)
                self.addTopLevelItem(item)
        self._make_room()
        self.mark(current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the parameters to the tooltips where they would cut the names."""
        items = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        advance = self.fontMetrics().horizontalAdvance
        needs = sum(
            max((advance(item.text(column)) for item in items if item), default=0) + 2 * PADDING
            for column in (NAME, PARAMETERS)
        )
        self.setColumnHidden(PARAMETERS, needs > self.viewport().width())

    def mark(self, name: str) -> None:
        """Show a name as the chosen one, none where there is no such name."""
        with QSignalBlocker(self):
            found = self.findItems(name, Qt.MatchFlag.MatchExactly, NAME)
            self.setCurrentItem(found[0] if found else None)  # type: ignore[arg-type]

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(210, 260)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size of use."""
        return QSize(150, 100)

    @Slot()
    def _choose(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.network_chosen.emit(item.text(NAME))

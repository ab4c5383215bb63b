"""Opening blocks, maps and units in the real window with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from handdigit.gui.main_window import MainWindow
from handdigit.gui.panels.inside.block_column import BlockColumn
from handdigit.gui.panels.inside.layer_view import BlockView
from handdigit.gui.panels.inside.map_view import OpenMap
from handdigit.gui.panels.inside.mosaic import Mosaic
from handdigit.gui.panels.inside.network_map import NetworkMap


def click(widget: QWidget, place: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def spot(window: MainWindow, name: str) -> QPoint:
    """Return the middle of something in the picture of the network."""
    network_map = window.findChild(NetworkMap)
    return network_map.sheet.mapFromGlobal(network_map.places[name].center())


def click_spot(window: MainWindow, name: str) -> None:
    click(window.findChild(NetworkMap).sheet, spot(window, name))


def column_of(window: MainWindow, layer: str) -> BlockColumn:
    """Return the column of the block that a layer is in."""
    columns = window.findChild(NetworkMap).columns
    return next(
        column
        for column in columns
        if layer in {stage.name for stage in column.stages}
        or (column.block is not None and layer in column.block.names)
    )


def open_layer(window: MainWindow, layer: str) -> Mosaic:
    """Open a block by its name and choose a layer of it there."""
    click_spot(window, f"{column_of(window, layer).title} head")
    for view in window.findChild(BlockView).views:
        box = view.findChild(QComboBox)
        if layer in [box.itemData(n) for n in range(box.count())]:
            box.setCurrentIndex(box.findData(layer))
    return window.findChild(Mosaic, f"mosaic_{layer}")


def click_unit(window: MainWindow, layer: str, channel: int, row: int = 0, column: int = 0) -> None:
    """Open block, map and unit with the mouse."""
    if layer == "input":
        click_spot(window, "input cell 0")
    else:
        mosaic = open_layer(window, layer)
        click(mosaic, mosaic.map_rect(channel).center().toPoint())
    large = window.findChild(OpenMap)
    if large.isVisible():
        pixel = (min(large.width(), large.height()) - 2) / max(large.values.shape)
        click(large, QPoint(int(1 + (column + 0.5) * pixel), int(1 + (row + 0.5) * pixel)))


def text(window: MainWindow, name: str) -> str:
    return window.findChild(QLabel, name).text()


def choose(window: MainWindow, name: str, text: str) -> None:
    box = window.findChild(QComboBox, name)
    box.setCurrentIndex(box.findText(text))

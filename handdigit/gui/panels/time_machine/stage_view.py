"""One of the first layers: what its kernels look like, and what it makes of the drawing."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from handdigit.engine.requests_checkpoint import Stage
from handdigit.gui.panels.time_machine.tiles import Tiles
from handdigit.gui.widgets.card import MARGIN
from handdigit.gui.widgets.labels import Label


class StageView(QWidget):
    """Kernels on the left, maps on the right."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        """Show nothing; widgets are named after ``number``."""
        super().__init__(parent)
        self._titles = (Label(colour="muted"), Label(colour="muted"))
        self._kernels, self._maps = Tiles(), Tiles()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(MARGIN)
        layout.setVerticalSpacing(3)
        for column, (title, tiles, name) in enumerate(
            zip(self._titles, (self._kernels, self._maps), ("Kernels", "Maps"), strict=True)
        ):
            title.setObjectName(f"time{name}{number}Title")
            tiles.setObjectName(f"time{name}{number}")
            layout.addWidget(title, 0, column)
            layout.addWidget(tiles, 1, column)
            layout.setColumnStretch(column, 1)
        layout.setRowStretch(1, 1)

    def show_stage(self, stage: Stage | None) -> None:
        """Show a layer, or nothing."""
        if stage is None:
            for title in self._titles:
                title.setText("")
            self._kernels.clear()
            self._maps.clear()
            return
        height, width = stage.kernels.shape[1:]
        texts = (
            self.tr("{0}: kernels {1} × {2}").format(stage.layer, height, width),
            self.tr("{0}: maps").format(stage.shown_layer),
        )
        for title, tiles, text in zip(
            self._titles, (self._kernels, self._maps), texts, strict=True
        ):
            title.setText(text)
            tiles.setAccessibleName(text)
        self._kernels.show_values(stage.kernels)
        self._maps.show_values(stage.maps)

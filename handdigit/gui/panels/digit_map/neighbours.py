"""The drawing and the references nearest to it, side by side."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from handdigit.engine.requests import Located, Origin, ReferenceMap
from handdigit.gui.panels.digit_map.sources import origin_name
from handdigit.gui.widgets.form import vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.picture_view import PictureView

SIDE = 28 * 3 + 2
COUNT = 5


class Neighbours(QWidget):
    """Six pictures with a word under each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show blank paper."""
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._pictures: list[PictureView] = []
        self._captions: list[Label] = []
        names = ("mapOwn", *(f"mapNeighbour{number}" for number in range(COUNT)))
        for index, name in enumerate(names):
            picture = PictureView(SIDE)
            picture.setObjectName(name)
            caption = Label(colour="muted")
            caption.setObjectName(f"{name}Caption")
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column = vbox((picture, 0, Qt.AlignmentFlag.AlignHCenter), caption, spacing=3)
            layout.addLayout(column)
            if index == 0:
                layout.addStretch(2)
            elif index < COUNT:
                layout.addStretch(1)
            self._pictures.append(picture)
            self._captions.append(caption)
        self.show_located(None, None)

    def show_located(self, references: ReferenceMap | None, located: Located | None) -> None:
        """Show the drawing and its neighbours, or blank paper."""
        own = None if located is None else located.picture
        self._show(0, own, self.tr("your drawing"), self.tr("Your drawing"))
        for rank in range(COUNT):
            if references is None or located is None or rank >= len(located.neighbours):
                self._show(rank + 1, None, "\n", self.tr("No neighbour"))
                continue
            index, distance = located.neighbours[rank], located.distances[rank]
            label = references.alphabet.names[references.labels[index]]
            text = self.tr("{0} at {1}").format(label, f"{distance:.3g}")
            origin = origin_name(Origin(int(references.origins[index])))
            name = self.tr("Neighbour {0}: {1}, {2}").format(rank + 1, text, origin)
            text = f"{text}\n{origin}"
            self._show(rank + 1, references.pictures[index], text, name)

    def _show(self, index: int, picture: NDArray[np.uint8] | None, caption: str, name: str) -> None:
        view = self._pictures[index]
        view.show_picture(picture)
        view.setAccessibleName(name)
        self._captions[index].setText(caption)

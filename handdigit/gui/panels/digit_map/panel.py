"""The Map panel: where the drawing lies among reference digits, as the network sees them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from handdigit.engine.protocol.requests import Gather, Locate, Located, Origin, ReferenceMap
from handdigit.gui.numbers import grouped
from handdigit.gui.panels.digit_map.scatter import NO_DIGIT, Scatter
from handdigit.gui.panels.digit_map.sources import Sources, origin_name
from handdigit.gui.state.nothing_read import nothing_read
from handdigit.gui.state.samples.samples import SampleLibrary
from handdigit.gui.state.session import EngineState, Session
from handdigit.gui.state.topic import Topic
from handdigit.gui.translation import one_after_another
from handdigit.gui.widgets.form import MARGIN, Card, named, vbox
from handdigit.gui.widgets.labels import Label
from handdigit.gui.widgets.picture_view import PictureView
from handdigit.storage.paths import AppPaths

SIDE = 28 * 3 + 2
COUNT = 5
GAP = 6


class Neighbours(QWidget):
    """Six pictures with a word under each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show blank paper."""
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
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

    def minimumSizeHint(self) -> QSize:
        """Return the room for the drawing and its nearest neighbour."""
        return QSize(2 * SIDE + GAP, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the farthest neighbours where there is no room."""
        super().resizeEvent(event)
        fitting = (event.size().width() + GAP) // (SIDE + GAP)
        for rank, (picture, caption) in enumerate(zip(self._pictures, self._captions, strict=True)):
            for widget in (picture, caption):
                widget.setVisible(rank < fitting)

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


class DigitMapPanel(Card):
    """Lets the engine make the map once for every network, then locates each drawing."""

    def __init__(
        self,
        session: Session,
        samples: SampleLibrary,
        paths: AppPaths,
        parent: QWidget | None = None,
    ) -> None:
        """Follow ``session`` and ``samples``; ``paths`` says where MNIST may be."""
        super().__init__(parent)
        named(self, "mapPanel", self.tr("Map of digits"))
        self._session = session
        self._request = Gather(paths.mnist, samples.path)
        self._map: ReferenceMap | None = None
        self._summary = Label(colour="muted", name="mapSummary", wraps=True)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sources = Sources()
        self._scatter = Scatter()
        self._neighbours = Neighbours()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(self._summary)
        layout.addWidget(self._sources)
        layout.addWidget(self._scatter, 1)
        layout.addWidget(self._neighbours)
        self._references = Topic(session.analyses, "map", self)
        self._references.progressed.connect(self._show_progress)
        self._references.answered.connect(self._take_map)
        self._references.refused.connect(self._scatter.show_note)
        self._drawing = Topic(session.analyses, "map:drawing", self)
        self._drawing.answered.connect(self._show_located)
        self._drawing.refused.connect(self._lose)
        session.recognition_changed.connect(self._locate)
        session.recognition_refused.connect(self._lose)
        session.model_changed.connect(self._start_over)
        session.engine_state_changed.connect(self._show_state)
        samples.samples_changed.connect(self._gather)
        self._sources.chosen.connect(self._choose)
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for new references: MNIST may have come."""
        super().showEvent(event)
        self._gather()

    @Slot()
    def _gather(self) -> None:
        """Let the engine make the map, or take in what is new; that costs little."""
        self._references.ask(self._request)

    @Slot()
    def _choose(self) -> None:
        self._scatter.show_origins(self._sources.origins)
        self._locate()

    @Slot()
    def _start_over(self) -> None:
        """Another network sees the digits in another way."""
        self._map = None
        self._sources.show_map(None)
        self._scatter.show_map(None)
        self._lose()
        self._show_state()
        self._gather()

    @Slot()
    def _locate(self) -> None:
        if self._map is None:
            return
        if self._session.recognition.normalised is None:
            self._lose()
            return
        source, steps = self._session.source, self._session.preprocessing
        self._drawing.ask(Locate(source, steps, self._sources.origins))

    @Slot()
    def _lose(self) -> None:
        """There is no drawing to be found on the map."""
        self._drawing.drop()
        self._scatter.show_located(None, "")
        self._neighbours.show_located(None, None)
        self._show_summary()

    @Slot(object)
    def _show_progress(self, share: float) -> None:
        drawing = self.tr("Writing digits to compare with…")
        reading = self.tr("Showing them to the network…")
        self._scatter.show_note(drawing if share < 0.5 else reading, share)

    @Slot(object)
    def _take_map(self, references: ReferenceMap) -> None:
        self._map = references
        self._sources.show_map(references)
        self._scatter.show_map(references)
        self._show_summary()
        self._locate()

    @Slot(object)
    def _show_located(self, located: Located) -> None:
        assert self._map is not None  # without a map no drawing is asked about
        if max(located.neighbours, default=0) >= len(self._map.labels):
            return  # of a newer map, which is on its way
        recognition = self._session.recognition
        self._scatter.show_located(located, recognition.label or NO_DIGIT)
        self._show_summary()
        self._neighbours.show_located(self._map, located)

    def _show_summary(self) -> None:
        if self._map is None:
            self._summary.setText(self.tr("Digits that the network finds alike lie together."))
            return
        values = grouped(self._map.dimensions)
        across, up = (f"{share * 100:.0f}" for share in self._map.shares)
        texts = [
            self.tr("Digits that the network finds alike lie together."),
            self.tr(
                "The axes are the two directions in which the {0} values of its last hidden layer, "
                "{1}, differ most (principal components): {2}\u00a0% of their variance lies "
                "across, {3}\u00a0% upwards."
            ).format(values, self._map.layer, across, up),
        ]
        recognition = self._session.recognition
        if recognition.normalised is None:
            invitation = self.tr("Draw one to find it among them.")
            texts.append(nothing_read(self._session, invitation))
        else:
            texts.append(
                self.tr(
                    "The path is your drawing from the first bit of ink to the last; the distances "
                    "below are in all {0} dimensions."
                ).format(values)
            )
        if recognition.is_refused:
            texts.append(self.tr("Refused as no digit: it has a place here, but no name."))
        self._summary.setText(one_after_another(texts))

    @Slot()
    def _show_state(self) -> None:
        self._show_summary()
        if self._map is not None:
            return
        if self._session.engine_state is EngineState.FAILED:
            self._scatter.show_note(
                self.tr("The engine keeps stopping. Choose Model ▸ Restart Engine.")
            )
        else:
            self._scatter.show_note(self.tr("Warming up. The map appears by itself."))

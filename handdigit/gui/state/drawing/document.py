"""The drawing on the canvas as a document: shown while it grows, committed in steps, undone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.errors import InkError
from handdigit.gui.state.drawing.drawing import BLANK, Drawing
from handdigit.gui.state.drawing.history import History, Page, Pages
from handdigit.gui.translation import explained
from handdigit.ink.ink import Ink
from handdigit.number.grouping import Grouping


class Document(QObject):
    """Holds the current drawing, its grouping into digits, and what undo brings back.

    Signals:
        drawing_changed(Drawing): strokes were added or erased, undone, or a picture opened.
        drawing_shown(Drawing, bool): everybody was told of it; whether it continues the one
            before. What answers to a drawing follows this, so that it is seen first.
        drawing_refused(str): another drawing was not put on the canvas, and why.
        grouping_changed(): something was said about the grouping of the drawing, or taken back.
        history_changed(bool, bool): whether there is something to undo, to redo.
        committed(): no stroke is in progress any more.
    """

    drawing_changed = Signal(object)
    drawing_shown = Signal(object, bool)
    drawing_refused = Signal(str)
    grouping_changed = Signal()
    history_changed = Signal(bool, bool)
    committed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty canvas."""
        super().__init__(parent)
        self._drawing: Drawing = BLANK
        self._told: Drawing = BLANK
        """What everybody was told of: less than there is while a stroke grows."""
        self._grouping: Grouping = ()
        self._history = History(Page(BLANK))

    @property
    def drawing(self) -> Drawing:
        """What is on the canvas, the stroke in progress included."""
        return self._drawing

    @property
    def grouping(self) -> Grouping:
        """What was said about the drawing's grouping into digits."""
        return self._grouping

    @property
    def pages(self) -> Pages:
        """The drawing's history: what undo and redo bring back."""
        return self._history.pages

    @property
    def is_committed(self) -> bool:
        """Whether no stroke is in progress: the drawing is what undo comes back to."""
        return self._history.present.drawing is self._drawing

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was drawn since the start, not even something that was undone."""
        return self._drawing is BLANK and not (self._history.can_undo or self._history.can_redo)

    def leads_back_to(self, drawing: Drawing) -> bool:
        """Return whether a drawing is the newest step, or undo leads to it."""
        return self._history.leads_back_to(drawing)

    def repeat(self) -> None:
        """Tell once more what there is, to a window that takes the place of another."""
        self.drawing_changed.emit(self._drawing)
        self._tell_history()

    @Slot(object)
    def grow(self, drawing: Drawing) -> None:
        """Have the stroke in progress as it is now; nobody is told before it is shown."""
        self._drawing = drawing

    @Slot(object)
    def show(self, drawing: Drawing) -> None:
        """Show the stroke in progress, or what is done to a picture; :meth:`commit` ends it."""
        self._drawing = drawing
        if drawing is not self._told:
            # A stroke over a picture goes on with nothing: the picture's answer is not its own.
            self._tell(continues=type(drawing) is type(self._told))

    @Slot()
    def commit(self) -> None:
        """Make the current drawing a step that can be undone."""
        self.show(self._drawing)
        if self._history.commit(Page(self._drawing, self._grouping)):
            self._tell_history()
        self.committed.emit()

    @Slot(object)
    def withdraw(self, drawing: Drawing) -> None:
        """Take back all that followed a drawing, as if it had never been."""
        page = self._history.withdraw(drawing)
        if page is None:  # it was no step: a digit that wrote itself
            self._drawing = drawing
        else:
            self._step_to(page)
        self.commit()

    def replace(self, drawing: Drawing) -> None:
        """Put another drawing on the canvas as one step, unless it is too large to be kept."""
        try:
            if isinstance(drawing, Ink):
                drawing.require_room()
        except InkError as error:
            self.drawing_refused.emit(explained(error))
            return
        self.commit()  # a stroke in progress is not lost with what it is drawn on
        self._set_page(Page(drawing))
        self.commit()

    def group(self, grouping: Grouping) -> None:
        """Say how the drawing is grouped into digits; can be undone."""
        self._set_grouping(grouping)
        self.commit()

    def restore(self, earlier: Pages) -> None:
        """Bring an earlier history back; what was drawn since the start lies over it."""
        is_drawing = not self.is_committed
        self._history.restore(earlier)
        if not is_drawing:
            self._set_page(self._history.pages.present)
        self._tell_history()

    @Slot()
    def clear(self) -> None:
        """Empty the canvas; can be undone."""
        if self._drawing != BLANK:
            self.replace(BLANK)

    @Slot()
    def undo(self) -> None:
        """Go one step back; from a stroke in progress to before it."""
        self.commit()
        self._step_to(self._history.undo())

    @Slot()
    def redo(self) -> None:
        """Go one step forward again."""
        self.commit()
        self._step_to(self._history.redo())

    def _step_to(self, page: Page | None) -> None:
        if page is not None:
            self._set_page(page)
            self._tell_history()

    def _set_page(self, page: Page) -> None:
        if page.drawing is not self._drawing:
            self._drawing = page.drawing
            self._tell(continues=False)
        self._set_grouping(page.grouping)

    def _set_grouping(self, grouping: Grouping) -> None:
        if grouping != self._grouping:
            self._grouping = grouping
            self.grouping_changed.emit()

    def _tell(self, *, continues: bool) -> None:
        drawing = self._told = self._drawing
        self.drawing_changed.emit(drawing)
        self.drawing_shown.emit(drawing, continues)

    def _tell_history(self) -> None:
        self.history_changed.emit(self._history.can_undo, self._history.can_redo)

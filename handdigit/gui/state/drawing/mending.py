"""The picture on the canvas is mended: what of it is meant, and what was taken for its ink."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal, Slot

from handdigit.gui.state.drawing.drawing import Drawing, Picture
from handdigit.gui.state.session import Session
from handdigit.ink.found_ink import FoundInk
from handdigit.ink.ink import Bounds
from handdigit.ink.mending import ALL, Mending
from handdigit.ink.perspective import Corners, four, mapped
from handdigit.network.recognition import CLEAR, Cut, Recognition, Verdict

ROOM = 0.15
"""Around a part that is cut out, in shares of its longer side."""


class Edit(Enum):
    """What handles are there for."""

    FRAME = auto()
    """A frame round the digit."""
    CORNERS = auto()
    """The corners of a sheet that was seen from the side."""


@dataclass(frozen=True, slots=True, eq=False)
class ShownInk:
    """What was taken for ink in a picture."""

    found: FoundInk
    picture: Picture

    @property
    def place(self) -> Bounds:
        """Which part of the mended picture that is, in shares of its width and height."""
        return shares(self.found.extent, self.found.size)

    def is_in(self, picture: Picture) -> bool:
        """Return whether it is where it was found in what another picture shows."""
        mine, other = self.picture.mending, picture.mending
        return self.picture.is_same_as(picture) and (
            (mine.turns, mine.corners, mine.frame) == (other.turns, other.corners, other.frame)
        )


class PictureMending(QObject):
    """Mends the drawing where that is a picture; each change can be undone.

    Signals:
        changed(): another picture is there, or none; or it was mended; or other handles are there.
        found_changed(ShownInk | None): what was taken for ink, None where there is no picture
            or no ink in it; other parts may be meant.
        told(str): what the handles are for; nothing once they are gone.
    """

    changed = Signal()
    found_changed = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow ``session``."""
        super().__init__(parent)
        self._session, self._document = session, session.document
        self._edit: Edit | None = None
        self._before: Picture | None = None
        """What is gone back to when the handles are given up."""
        self._offered: Picture | None = None
        """For which a frame was offered."""
        self._hint = ""
        """What was told."""
        self._has_picture = False
        self._under: Picture | None = None
        self._found: ShownInk | None = None
        self._cut: tuple[Cut, Picture] | None = None
        """What the answer says of a photo, and which one."""
        session.document.drawing_changed.connect(self._follow)
        session.document.history_changed.connect(self.changed)
        session.recognition_changed.connect(self._show_found)

    @property
    def picture(self) -> Picture | None:
        """The picture on the canvas, None while there is none."""
        drawing = self._document.drawing
        return drawing if isinstance(drawing, Picture) else None

    @property
    def is_wanted(self) -> bool:
        """Whether there is a picture to mend, or one was there before the stroke in progress."""
        return self.picture is not None or isinstance(self._document.pages.present.drawing, Picture)

    @property
    def mending(self) -> Mending:
        """What was said of it."""
        return Mending() if self.picture is None else self.picture.mending

    @property
    def edit(self) -> Edit | None:
        """What there are handles for, None if there are none."""
        return self._edit

    @property
    def found(self) -> ShownInk | None:
        """What was taken for ink."""
        return self._found

    @property
    def parts(self) -> tuple[Bounds, ...]:
        """Around what may be meant where that is not clear, in shares of what is shown."""
        if self._cut is None or self._edit is not None or self._cut[1] is not self.picture:
            return ()
        cut, _ = self._cut
        if cut.clearness >= CLEAR or len(cut.boxes) < 2:
            return ()
        return tuple(shares(box, cut.size) for box in cut.boxes)

    @property
    def sheet(self) -> Corners | None:
        """The corners of the paper in the photo, in shares of that, None where none were found."""
        if self._cut is None or not self._cut[1].is_same_as(self._document.drawing):
            return None
        cut, picture = self._cut
        if cut.sheet is None:
            return None
        height, width = cut.size
        places = ((x / width, y / height) for x, y in cut.sheet)
        return four(mapped(places, picture.mending.map))

    @property
    def under_handles(self) -> Picture | None:
        """The picture as it is without that which the handles say."""
        picture = self.picture
        if picture is None or self._edit is None:
            return None
        mending = picture.mending
        if self._edit is Edit.CORNERS:
            mending = mending.straightened(None)
        shown = replace(mending, frame=None, is_inverted=False, least_ink=None)
        under = self._under
        if under is None or under.mending != shown or not under.is_same_as(picture):
            under = self._under = Picture(picture.name, picture.pixels, shown)
        return under

    def turn(self, quarters: int) -> None:
        """Turn it clockwise."""
        self._mend(self.mending.turned(quarters))

    @Slot(bool)
    def invert(self, is_inverted: bool) -> None:
        """Take what is paper for ink, or no longer."""
        self._mend(replace(self.mending, is_inverted=is_inverted))

    def choose(self, part: Bounds) -> None:
        """Cut out one of the parts that may be meant, with a little room around it."""
        picture = self.picture
        if picture is None:
            return
        height, width = picture.part.shape[:2]
        room = ROOM * max(part.width * width, part.height * height)
        dx, dy = room / width, room / height
        inside = Bounds(part.left - dx, part.top - dy, part.right + dx, part.bottom + dy)
        self._mend(picture.mending.cut(within(picture.mending.frame or ALL, inside)))

    @Slot()
    def reset(self) -> None:
        """Show the picture as it was."""
        self._end()
        self._mend(Mending())

    def show(self, mending: Mending) -> None:
        """Mend it as it is being said; :meth:`finish` makes that a step."""
        if self.picture is not None:
            mended = self.picture.mended_as(mending)
            if mended is not self.picture:
                self._document.show(mended)

    @Slot()
    def finish(self) -> None:
        """Make what was shown a step that can be undone."""
        if self.picture is not None:
            self._document.commit()

    def switch(self, edit: Edit, is_on: bool) -> None:
        """Have handles for something, or keep what they say and have them no longer."""
        if is_on and self.picture is not None and self._edit is not edit:
            self.finish()
            self._hint = (
                self.tr("Draw a frame round the digit. Enter keeps it, Esc gives it up.")
                if edit is Edit.FRAME
                else self.tr("Pull the corners to those of the sheet. Enter keeps, Esc gives up.")
            )
            self.told.emit(self._hint)
            self._begin(edit, self.picture)
            if edit is Edit.CORNERS and self.mending.corners is None and self.sheet is not None:
                self._mend(self.mending.straightened(self.sheet))
        elif not is_on and self._edit is edit:
            self.accept()

    @Slot()
    def accept(self) -> None:
        """Keep what the handles say."""
        self.finish()
        self._end()

    @Slot()
    def give_up(self) -> None:
        """Have the picture as it was before there were handles."""
        before = self._before
        self._end()
        if before is not None:
            self._document.withdraw(before)

    def _begin(self, edit: Edit, picture: Picture) -> None:
        self._edit, self._before = edit, picture
        self.changed.emit()

    def _mend(self, mending: Mending) -> None:
        self.show(mending)
        self.finish()

    def _end(self) -> None:
        if self._edit is not None:
            self._edit = self._before = None
            if self._hint:
                self._hint = ""
                self.told.emit("")
            self.changed.emit()

    @Slot(object)
    def _follow(self, drawing: Drawing) -> None:
        if self._before is not None and not self._document.leads_back_to(self._before):
            self._end()  # undo went on, to before there were handles
        if self._before is not None and not self._before.is_same_as(drawing):
            self._end()
        if self._found is not None and not self._found.picture.is_same_as(drawing):
            self._set_found(None)
        had_picture, self._has_picture = self._has_picture, isinstance(drawing, Picture)
        if had_picture or self._has_picture:  # a pen that draws costs nothing here
            self.changed.emit()

    @Slot(object)
    def _show_found(self, recognition: Recognition) -> None:
        picture = self.picture
        if picture is None or self._session.is_waiting:
            return  # what was found in another state of it would be in the wrong place
        if not picture.is_same_as(self._session.subject):
            return  # nothing of it was looked at yet
        if recognition.cut is not None:
            self._cut = recognition.cut, picture
        steps = recognition.normalised
        if steps is not None and steps.found is not None:
            self._set_found(ShownInk(steps.found, picture))
        elif recognition.verdict is Verdict.EMPTY:
            self._set_found(None)
            self._offer_frame(picture)

    def _set_found(self, found: ShownInk | None) -> None:
        self._found = found
        self.found_changed.emit(found)

    def _offer_frame(self, picture: Picture) -> None:
        """Let a frame be drawn, once, where no ink was found without one."""
        is_new = self._offered is None or not self._offered.is_same_as(picture)
        if is_new and self._edit is None and picture.mending == Mending():
            self._offered = picture
            self._begin(Edit.FRAME, picture)  # the answer says why


def within(frame: Bounds, part: Bounds) -> Bounds:
    """Return where a part of a frame is, in shares of it, in that of which the frame is one."""
    left, top, right, bottom = (min(max(share, 0.0), 1.0) for share in part)
    return Bounds(
        frame.left + left * frame.width,
        frame.top + top * frame.height,
        frame.left + right * frame.width,
        frame.top + bottom * frame.height,
    )


def shares(part: Bounds, size: tuple[int, int]) -> Bounds:
    """Return a part of an (H, W) picture, in its pixels, in shares of width and height."""
    height, width = size
    return Bounds(part.left / width, part.top / height, part.right / width, part.bottom / height)

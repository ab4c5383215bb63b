"""Which pointer draws: one at a time, a pen before a finger before the mouse; a palm never.

Knows no Qt: it is told what the pointers do, and answers what that means for the drawing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from math import inf

PALM_MM = 20.0
"""Diameter from which on what touches the screen is no fingertip."""
PALM_S = 0.5
"""What touches the screen so shortly before a pen, or after it, is the hand that holds it."""
LOST_S = 2.0
"""A pointer that says nothing for so long has been lifted: another may have the canvas."""


class Kind(IntEnum):
    """What points; the higher one goes first."""

    MOUSE = auto()
    FINGER = auto()
    PEN = auto()


class Phase(Enum):
    """What a pointer does at a moment."""

    PRESSED = auto()
    DOWN = auto()
    """It has moved while it was down."""
    UP = auto()
    """It was lifted, or moves above the canvas."""
    CANCELLED = auto()
    """The system needs the fingers for a gesture of its own."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A pointer at a moment."""

    kind: Kind
    number: int
    """Which one of its kind."""
    phase: Phase
    x: float = 0.0
    y: float = 0.0
    """On the widget, in its pixels and fractions of them."""
    pressure: float | None = None
    """0..1, None where the device gives none."""
    time: float = 0.0
    """By the device's clock, in seconds."""
    erases: bool = False
    """Whether it erases whatever tool is chosen."""
    diameter_mm: float = 0.0
    """Of what touches the screen."""
    is_alone: bool = False
    """Whether no other finger is on the screen."""

    @property
    def pointer(self) -> tuple[Kind, int]:
        """What is the same at every moment."""
        return self.kind, self.number


class Step(Enum):
    """What a contact means for the drawing."""

    MARK = auto()
    """The drawing as it is now is what DROP leads back to."""
    BEGIN = auto()
    POINT = auto()
    END = auto()
    DROP = auto()
    """What was done since MARK was done by a palm."""


class Pointers:
    """Gives every stroke to one pointer."""

    def __init__(self) -> None:
        """Begin with no pointer down."""
        self.fingers_draw = True
        """Whether fingers may have strokes."""
        self._owner: tuple[Kind, int] | None = None
        """The pointer whose stroke is in progress."""
        self._newest: Kind | None = None
        """What began the newest stroke."""
        self._marked = self._pen_seen = self._owner_seen = -inf
        """When, in seconds."""

    @property
    def is_drawing(self) -> bool:
        """Whether a stroke is in progress."""
        return self._owner is not None

    def let_go(self) -> None:
        """Be done with the stroke in progress: its pointer has to be pressed anew."""
        self._owner, self._marked = None, -inf

    def is_palm(self, contact: Contact, since: float) -> bool:
        """Return whether what is down since a second is large, or beside a pen."""
        is_beside_pen = since - self._pen_seen < PALM_S
        return contact.kind is Kind.FINGER and (contact.diameter_mm > PALM_MM or is_beside_pen)

    def take(self, contact: Contact, now: float) -> tuple[Step, ...]:
        """Return what a contact means that has arrived ``now``, in seconds of any clock."""
        is_own = self._owner == contact.pointer
        if contact.kind is Kind.PEN:
            self._pen_seen = now
        if is_own:
            self._owner_seen = now
        match contact.phase:
            case Phase.PRESSED:
                return self._press(contact, now, is_own=is_own)
            case Phase.CANCELLED:
                return self._drop() if self._is_finger_drawing else ()
            case _ if contact.kind is Kind.PEN and self._is_finger_drawing:
                return self._drop()
            case Phase.DOWN if is_own:
                return self._drop() if contact.diameter_mm > PALM_MM else (Step.POINT,)
            case Phase.UP if is_own:
                self._owner = None
                return (Step.END,)
        return ()

    def _press(self, contact: Contact, now: float, *, is_own: bool) -> tuple[Step, ...]:
        kind, owner = contact.kind, self._owner
        is_recent = now - self._marked < PALM_S
        before: tuple[Step, ...] = ()
        if owner is not None:
            is_second_finger = owner[0] is kind is Kind.FINGER and not (is_own or contact.is_alone)
            is_lower = owner[0] > kind and now - self._owner_seen < LOST_S
            if is_lower or is_second_finger:
                return ()
            # Some systems send what a pen or a finger does as the mouse's doing too.
            is_double = owner[0] < kind and (owner[0] is Kind.FINGER or is_recent)
            before = self._drop() if is_double else (Step.END,)  # its release was lost
            self._owner = None
        elif kind is Kind.PEN and self._newest is Kind.FINGER and is_recent:
            before = self._drop()
        if kind is Kind.FINGER and (not self.fingers_draw or self.is_palm(contact, now)):
            return before
        # What a palm does in short sequence is dropped at once.
        goes_on = kind is Kind.FINGER and self._newest is Kind.FINGER and is_recent
        if not goes_on:
            self._marked = now
            before += (Step.MARK,)
        self._owner, self._newest = contact.pointer, kind
        self._owner_seen = now
        return (*before, Step.BEGIN)

    @property
    def _is_finger_drawing(self) -> bool:
        return self._owner is not None and self._owner[0] is Kind.FINGER

    def _drop(self) -> tuple[Step, ...]:
        self.let_go()
        return (Step.DROP,)

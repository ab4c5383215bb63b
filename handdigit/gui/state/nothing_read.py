"""What is said wherever nothing is read of the drawing: why, or what to do."""

from __future__ import annotations

from handdigit.gui.state.drawing.drawing import BLANK, Picture
from handdigit.gui.state.session import Session
from handdigit.gui.translation import translated
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.network.recognition import Verdict
from handdigit.sentences import noted

NO_INK = noted("No ink was found: draw a frame round the digit.")
TOO_LITTLE = noted("That is too little ink to be read.")
READING = noted("Reading…")
DRAW_A_DIGIT = noted("Draw a digit.")
DRAW_ONE_OF = noted("Draw one of {0}.")


def nothing_read(session: Session, invitation: str) -> str:
    """Return why nothing is read of ``session``'s drawing, or ``invitation`` where none is there.

    Every panel says it in the place of what it would show.
    """
    subject = session.subject
    if subject == BLANK and session.document.drawing != BLANK:
        return translated(READING)  # which part of the drawing is meant will be known
    if subject == BLANK or session.is_waiting:
        return invitation
    if session.refusal:
        return session.refusal
    if session.recognition.verdict is not Verdict.EMPTY:
        return invitation
    return translated(NO_INK if isinstance(subject, Picture) else TOO_LITTLE)


def invitation_to(alphabet: Alphabet) -> str:
    """Return what to draw."""
    if alphabet == DIGITS:
        return translated(DRAW_A_DIGIT)
    return translated(DRAW_ONE_OF).format(translated(alphabet.listed()))

"""What the subcommands print: answers to stdout, troubles to stderr, a line each."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Sequence

from handdigit.errors import HanddigitError
from handdigit.experiment.events import StepDone
from handdigit.network.recognition import DeviceReport


def say(text: str) -> None:
    """Print one line of result.

    Raises:
        HanddigitError: standard output is closed or takes no more.
        BrokenPipeError: its reader has gone.
    """
    try:
        print(text, flush=True)  # noqa: T201
    except BrokenPipeError:
        raise
    except OSError as error:
        raise HanddigitError(f"The answer cannot be printed: {error.strerror or error}.") from None


def say_json(value: object) -> None:
    """Print one JSON object on one line."""
    say(json.dumps(value, ensure_ascii=False))


def complain(error: Exception) -> None:
    """Print one line about an input that failed."""
    print(f"handdigit: {error}", file=sys.stderr, flush=True)  # noqa: T201


def note(text: str) -> None:
    """Print one line to stderr about what was done beside the answers."""
    print(f"handdigit: {text}", file=sys.stderr, flush=True)  # noqa: T201


LISTED = 20
"""So many of what was left out are named; there may be thousands."""


def note_all(texts: Sequence[str]) -> None:
    """Print a line for each of the first of several texts, and how many more there are."""
    for text in texts[:LISTED]:
        note(text)
    if len(texts) > LISTED:
        note(f"and {len(texts) - LISTED:,} more")


def tell_device(requested: str, found: DeviceReport) -> None:
    """Print one line if a device that was asked for is not used, and why."""
    if requested not in ("auto", found.device):
        print(f"handdigit: {requested} is not used: {found.reason}.", file=sys.stderr)  # noqa: T201


EVERY_S = 0.1
BAR = 12
"""Characters of the bar."""


class ProgressLine:
    """Written over and over on stderr, and taken away before anything else is printed."""

    def __init__(self, batch_size: int, epochs: int, *, shown: bool = True) -> None:
        """Begin to count time and steps.

        Args:
            batch_size: pictures of a step.
            epochs: of the run.
            shown: False never writes anything.
        """
        self._shown = shown and sys.stderr.isatty()
        self._batch_size, self._epochs = batch_size, epochs
        self._started = self._written = time.monotonic()
        self._first_step: int | None = None

    def update(self, done: StepDone) -> None:
        """Show a step, ten times a second at most."""
        now = time.monotonic()
        if self._first_step is None:
            self._first_step, self._started = done.step, now  # the first step warms up
        if not self._shown or now - self._written < EVERY_S:
            return
        self._written = now
        steps_a_second = (done.step - self._first_step) / max(now - self._started, 1e-9)
        text = progress_text(done, self._epochs, self._batch_size, steps_a_second)
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(f"\r{text[:width]:<{width}}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line empty."""
        if self._shown:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write(f"\r{'':<{width}}\r")
            sys.stderr.flush()


def progress_text(done: StepDone, epochs: int, batch_size: int, steps_a_second: float) -> str:
    """Return a bar, what the step gave, the speed and the time that is left."""
    share = done.step / done.steps
    filled = round(share * BAR)
    epoch = min(epochs, 1 + (done.step - 1) * epochs // done.steps)
    text = (
        f"{'█' * filled}{'░' * (BAR - filled)} {share:4.0%}  epoch {epoch}/{epochs}  "
        f"loss {done.loss:.3f}  accuracy {done.accuracy:.0%}"
    )
    if not steps_a_second:
        return text
    minutes, seconds = divmod(round((done.steps - done.step) / steps_a_second), 60)
    return f"{text}  {steps_a_second * batch_size:,.0f}/s  {minutes}:{seconds:02} left"

"""Gives inputs to readers in a child process, which may hang, crash or fill the memory.

An input is known by reader, seed and number: from these three, and the same good files, it can
always be made again.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import resource
import shutil
import signal
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import NamedTuple

from handdigit.errors import LONGEST_SENTENCE, HanddigitError
from tests.fuzz.readers import Reader

SHOWN = 80
_NEEDS_ANOTHER_CHILD = 3
"""Exit status of a child whose memory has grown too large to measure by."""


@dataclass(frozen=True)
class Limits:
    """What one input may take."""

    cpu_s: float = 5.0
    wall_s: float = 20.0
    """Another process may keep the computer busy; a file that never ends uses no processor."""
    memory: int = 1 << 30
    """Bytes of the whole process."""
    address_space: int = 6 << 30
    """More is refused to the process, to protect the computer."""


class Outcome(NamedTuple):
    """What came of an input."""

    number: int
    cpu_s: float
    memory: int
    """Bytes, the most that the process has had so far."""
    refusal: str | None = None
    fault: str | None = None


@dataclass
class Tally:
    """What came of many inputs."""

    inputs: int = 0
    refused: int = 0
    failed: int = 0
    slowest_s: float = 0.0
    memory: int = 0
    faults: dict[str, list[int]] = field(default_factory=dict)
    """What is wrong -> the numbers of the inputs."""

    def add(self, outcome: Outcome) -> None:
        """Count one more; one that is refused wrongly has failed."""
        self.inputs += 1
        self.slowest_s = max(self.slowest_s, outcome.cpu_s)
        self.memory = max(self.memory, outcome.memory)
        if outcome.fault is not None:
            self.failed += 1
            self.faults.setdefault(outcome.fault, []).append(outcome.number)
        elif outcome.refusal is not None:
            self.refused += 1

    def include(self, other: Tally) -> None:
        """Count what another one has counted, but for what was wrong."""
        self.inputs += other.inputs
        self.refused += other.refused
        self.failed += other.failed
        self.slowest_s = max(self.slowest_s, other.slowest_s)
        self.memory = max(self.memory, other.memory)


@dataclass(frozen=True)
class Campaign:
    """Inputs ``first`` up to ``stop`` of every reader, or as many as fit in its time."""

    readers: Mapping[str, Reader]
    seed: int = 1
    limits: Limits = Limits()
    start_method: str = "fork"
    """How children are started; each of them has imported all readers."""

    def lay(self, name: str, number: int, path: Path) -> None:
        """Put an input of a reader at a path."""
        self.readers[name].lay(path, Random(f"{name} {self.seed} {number}"), number)

    def run(self, name: str, first: int, stop: int, seconds: float = float("inf")) -> Tally:
        """Give one reader its inputs; one that ends the child is a fault, and the next follow."""
        tally, until = Tally(), time.monotonic() + seconds
        context = multiprocessing.get_context(self.start_method)
        while first < stop and time.monotonic() < until:
            receiver, sender = context.Pipe(duplex=False)
            with tempfile.TemporaryDirectory(prefix="handdigit-fuzz-") as folder, receiver:
                left = (first, stop, until - time.monotonic())
                child = context.Process(
                    target=_read_all, args=(self, name, left, Path(folder), sender)
                )
                child.start()
                sender.close()
                with contextlib.suppress(EOFError):
                    while True:
                        outcome = receiver.recv()
                        tally.add(outcome)
                        first = outcome.number + 1
                child.join()
            match child.exitcode:
                case 0:
                    break
                case status if status != _NEEDS_ANOTHER_CHILD:
                    tally.add(Outcome(first, 0, 0, fault=_end(status or 0, self.limits)))
                    first += 1
            child.close()
        return tally


def _end(status: int, limits: Limits) -> str:
    match -status:
        case signal.SIGPROF:
            return f"more than {limits.cpu_s:g} s of computing"
        case signal.SIGALRM:
            return f"nothing for {limits.wall_s:g} s"
        case number if number > 0:
            return f"the process ended by {signal.Signals(number).name}"
        case _:
            return f"the process ended with status {status}"


def _read_all(
    campaign: Campaign, name: str, left: tuple[int, int, float], folder: Path, sender: Connection
) -> None:
    """Read one input after the other in a child process and send what came of each."""
    limits = campaign.limits
    first, stop, seconds = left
    until = time.monotonic() + seconds
    resource.setrlimit(resource.RLIMIT_AS, (limits.address_space, limits.address_space))
    for number in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(number, signal.SIG_DFL)
    warnings.simplefilter("error")
    logging.disable()
    read, place = campaign.readers[name].read, folder / "in" / campaign.readers[name].place
    for number in range(first, stop):
        if time.monotonic() > until:
            break
        place.parent.mkdir(parents=True)
        campaign.lay(name, number, place)
        signal.setitimer(signal.ITIMER_PROF, limits.cpu_s)
        signal.setitimer(signal.ITIMER_REAL, limits.wall_s)
        began = time.process_time()
        refusal, fault = judged(read, place)
        took = time.process_time() - began
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        memory = _peak_memory()
        is_too_large = memory > limits.memory
        if is_too_large and fault is None:
            fault = f"more than {limits.memory >> 20:,} MB of memory"
        sender.send(Outcome(number, took, memory, refusal, fault))
        shutil.rmtree(folder / "in")
        if is_too_large:
            raise SystemExit(_NEEDS_ANOTHER_CHILD)


def _peak_memory() -> int:
    """Return the most bytes of memory that this process ever had.

    Not ``ru_maxrss``: that begins with what the process had from which this one was started.
    """
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0


def judged(read: Callable[[Path], object], path: Path) -> tuple[str | None, str | None]:
    """Return the sentence that a reader refuses a file with, and what is wrong about that."""
    try:
        read(path)
    except HanddigitError as error:
        return str(error), unfit(error)
    except Exception as error:
        at = "".join(traceback.format_tb(error.__traceback__, -3))
        return None, f"{at}{type(error).__name__}"
    return None, None


def unfit(error: HanddigitError) -> str | None:
    """Return what is wrong with what a user is told, or None."""
    text = str(error)
    shown = repr(text if len(text) < SHOWN else f"{text[:SHOWN]}…")
    cause: BaseException | None = error
    seen = list[BaseException]()
    while cause is not None and cause not in seen:
        seen.append(cause)
        if isinstance(cause, MemoryError) and not _is_of_nesting(cause):
            return f"refused when the memory was spent, not before: {shown}"
        cause = cause.__cause__ or cause.__context__
    if not text.endswith((".", ".)", "…", "?")) or len(text) > LONGEST_SENTENCE:
        return f"not one sentence: {shown}"
    if any(ord(c) < 32 or ord(c) == 127 for c in text):
        return f"control characters in a sentence: {shown}"
    return None


def _is_of_nesting(error: MemoryError) -> bool:
    """Return whether it is what Python's own parser says of what is nested too deeply."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and Path(frames[-1].filename).name == "ast.py"

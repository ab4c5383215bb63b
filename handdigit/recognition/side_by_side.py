"""Batches of pictures on all cores: each core takes the next batch when it is done with its own.

Every batch is computed by one thread, so the numbers are the same on any number of cores. All
threads have the same priority: where another thread's was lower and the machine busy, this one
waited for its last batch for longer than it would have taken itself.

While the pen is down no other thread helps: the window needs a core for its ink.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

import torch

from handdigit.cores import core_count

Part = TypeVar("Part")
Result = TypeVar("Result")
MOST_THREADS = 4
"""More hardly help: there are some ten batches at a time."""


class OtherCores:
    """Says how many threads may help on other cores than this thread's."""

    def __init__(self) -> None:
        """They are free."""
        self._left_until = 0.0

    def leave(self, seconds: float) -> None:
        """Leave them to other processes for so long."""
        self._left_until = time.monotonic() + seconds

    @property
    def spare(self) -> int:
        """How many threads may help now."""
        if torch.get_num_threads() > 1 or time.monotonic() < self._left_until:
            return 0
        return min(core_count(), MOST_THREADS) - 1


other_cores = OtherCores()
"""Those of this process."""


def side_by_side(
    work: Callable[[Part], Result], parts: Sequence[Part]
) -> Generator[list[Result | None], None, None]:
    """Yield what ``work`` makes of the parts, in their order, None for what is to come.

    That is after each part that this thread did, and at last when all are done.

    Other threads take parts only where torch computes on one: where it may use all cores for
    each part, it does so itself. They are over when this is, also when it is closed before.

    Args:
        work: called in several threads at once. A mode of torch that it needs it sets itself.
        parts: to be worked on, the first ones first.
    """
    results: list[Result | None] = [None] * len(parts)
    left = deque(enumerate(parts))
    failures: list[Exception] = []

    def take_one() -> tuple[int, Part] | None:
        try:
            return left.popleft()
        except IndexError:
            return None

    def help_out() -> None:
        torch.set_num_threads(1)  # a new thread begins with all cores
        try:
            while other_cores.spare and (taken := take_one()) is not None:
                results[taken[0]] = work(taken[1])
        except Exception as error:  # told where the results are waited for
            failures.append(error)
            left.clear()

    threads: list[threading.Thread] = []

    def have_help() -> None:
        at_work = sum(thread.is_alive() for thread in threads)
        for _ in range(min(other_cores.spare, len(left)) - at_work):
            thread = threading.Thread(target=help_out, name="side by side", daemon=True)
            thread.start()
            threads.append(thread)

    taken = take_one()  # the first is waited for: no other thread has it
    try:
        while taken is not None:
            have_help()
            results[taken[0]] = work(taken[1])
            yield results
            taken = take_one()
    finally:
        left.clear()
        for thread in threads:
            thread.join()
    if failures:
        raise failures[0]
    yield results

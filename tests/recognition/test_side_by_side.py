"""Parts of a computation on several cores."""

from __future__ import annotations

import threading

import pytest
import torch

from handdigit.recognition import side_by_side as module
from handdigit.recognition.side_by_side import side_by_side

WAIT_S = 30.0
STILL_WAITING_S = 0.2
"""What does not wait is over long before."""


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    torch.set_num_threads(1)
    monkeypatch.setattr(module, "_spare_cores", lambda: 1)


@pytest.mark.parametrize("count", [0, 1, 2, 9])
def test_results_are_in_the_order_of_the_parts(count: int) -> None:
    *_, last = side_by_side(lambda part: part * 10, range(count))
    assert last == [part * 10 for part in range(count)]


def test_another_thread_takes_what_this_one_does_not() -> None:
    is_taken, may_go_on = threading.Event(), threading.Event()

    def work(part: int) -> str:
        if part == 1:
            is_taken.set()
            may_go_on.wait(WAIT_S)
        return threading.current_thread().name

    steps = side_by_side(work, range(2))
    mine = threading.current_thread().name
    assert next(steps)[0] == mine
    assert is_taken.wait(WAIT_S)
    may_go_on.set()
    (last,) = steps
    assert last[0] == mine != last[1]


def test_a_failure_in_another_thread_is_told() -> None:
    is_taken = threading.Event()

    def work(part: int) -> int:
        if threading.current_thread() is threading.main_thread():
            is_taken.wait(WAIT_S)
            return part
        is_taken.set()
        raise ValueError(part)

    with pytest.raises(ValueError, match="1"):
        list(side_by_side(work, range(5)))


def test_closed_before_its_end_it_waits_for_what_is_begun_but_begins_no_more() -> None:
    begun: list[int] = []
    is_taken, may_go_on = threading.Event(), threading.Event()

    def work(part: int) -> int:
        begun.append(part)
        if part == 1:
            is_taken.set()
            may_go_on.wait(WAIT_S)
        return part

    steps = side_by_side(work, range(50))
    next(steps)
    assert is_taken.wait(WAIT_S)
    closing = threading.Thread(target=steps.close)
    closing.start()
    closing.join(STILL_WAITING_S)
    has_waited = closing.is_alive()
    may_go_on.set()
    closing.join(WAIT_S)
    assert has_waited
    assert not closing.is_alive()
    assert sorted(begun) == [0, 1]
    assert all(thread.name != "side by side" for thread in threading.enumerate())

"""Parts of a computation on several cores."""

from __future__ import annotations

import threading

import pytest
import torch

from handdigit.recognition import side_by_side as module
from handdigit.recognition.side_by_side import OtherCores, side_by_side

WAIT_S = 30.0
STILL_WAITING_S = 0.2
"""What does not wait is over long before."""


@pytest.fixture(autouse=True)
def _two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    torch.set_num_threads(1)
    monkeypatch.setattr(module, "core_count", lambda: 2)
    monkeypatch.setattr(module, "other_cores", OtherCores())


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


def test_while_the_pen_is_down_no_other_thread_helps_and_afterwards_one_does() -> None:
    mine = threading.current_thread().name
    module.other_cores.leave(WAIT_S)

    def work(part: int) -> str:
        if part == 4:
            module.other_cores.leave(0.0)
        if part > 4 and threading.current_thread() is threading.main_thread():
            helped.wait(WAIT_S)
        elif part > 4:
            helped.set()
        return threading.current_thread().name

    helped = threading.Event()
    *_, names = side_by_side(work, range(9))
    assert names[:5] == [mine] * 5
    assert set(names[5:]) == {mine, "side by side"}


def test_a_pen_that_comes_down_ends_the_help() -> None:
    begun: list[int] = []
    is_taken, is_down = threading.Event(), threading.Event()

    def work(part: int) -> None:
        if threading.current_thread() is threading.main_thread():
            is_taken.wait(WAIT_S)
            module.other_cores.leave(WAIT_S)
            is_down.set()
        else:
            begun.append(part)
            is_taken.set()
            is_down.wait(WAIT_S)

    list(side_by_side(work, range(9)))
    assert len(begun) == 1

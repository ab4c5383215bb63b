"""Fixtures that every part of the suite may use."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing import resource_tracker
from pathlib import Path

import pytest

from tests.leftovers import open_in_qt, running, wait_for_the_rest

SHARED = Path(__file__).parents[2] / "shared"
SHARED_DATA, SHARED_CASES = SHARED / "data", SHARED / "cases"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder with MNIST and recorded strokes."""
    if not SHARED_DATA.is_dir():
        pytest.skip("needs the data sets in ../shared/data")
    return SHARED_DATA


@pytest.fixture(scope="session")
def shared_cases() -> Path:
    """Return the folder with inputs as people have them, whose right answers are known."""
    if not SHARED_CASES.is_dir():
        pytest.skip("needs the inputs in ../shared/cases")
    return SHARED_CASES


@pytest.fixture(scope="session")
def helper_process() -> None:
    """Start the process that multiprocessing starts with the first child and keeps."""
    resource_tracker.ensure_running()


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest, helper_process: None) -> Iterator[None]:
    """Fail a test that leaves a process, a thread, a window or a timer behind."""
    before = running()
    yield
    in_qt = open_in_qt() if "qapp" in request.fixturenames else []
    assert wait_for_the_rest(before) + in_qt == []

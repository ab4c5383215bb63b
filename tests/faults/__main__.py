"""``python -m tests.faults``: strike every process with every fault and print the table."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

GOES_ON = "goes on as if nothing were the matter"


class Table:
    """Collects what came of each cell, from whichever process ran it."""

    def __init__(self) -> None:
        self._rows: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take what came of a test."""
        cell = report.nodeid.partition("[")[2].rstrip("]")
        if report.failed:
            self._rows[cell] = "FAILED"
        elif report.skipped:
            self._rows[cell] = f"not here: {report.longrepr[2]}"
        elif report.when == "call":
            said = dict(report.user_properties)["sentence"]
            self._rows[cell] = said or GOES_ON

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print all rows, a process and a fault each."""
        terminalreporter.section("Faults")
        for cell in sorted(self._rows):
            process, _, fault = cell.partition("-")
            terminalreporter.line(f"{process:20} {fault:20} {self._rows[cell]}")


if __name__ == "__main__":
    cells = str(Path(__file__).with_name("test_faults.py"))
    options = ["-m", "", "--dist", "worksteal", *sys.argv[1:], cells]
    sys.exit(pytest.main(options, plugins=[Table()]))

"""The page of the architecture names every process that the program starts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import handdigit
from handdigit.engine import process

PAGE = Path(__file__).parents[2] / "docs" / "architecture.md"
PACKAGE = Path(handdigit.__file__).parent
STARTING = {"Child", "spawn"}
"""What starts a process: the first argument names the function that it runs."""
COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def trees() -> Iterator[ast.AST]:
    """Yield every module of the program but the one that starts what others name."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path != Path(process.__file__):
            yield ast.parse(path.read_text("utf-8"))


def entry_functions() -> set[str]:
    """Return the functions that take one end of a pipe and nothing else."""
    return {
        node.name
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and [ast.unparse(a.annotation) for a in node.args.args if a.annotation] == ["Transport"]
        and len(node.args.args) == 1
    }


def starts() -> Iterator[tuple[str, set[str]]]:
    """Yield every call that starts a process, and the names in its first argument."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in STARTING:
                names = {n.id for n in ast.walk(node.args[0]) if isinstance(n, ast.Name)}
                yield ast.unparse(node), names


def test_the_table_has_every_function_that_a_process_runs() -> None:
    known, started = entry_functions(), set()
    for call, names in starts():
        assert len(names & known) == 1, f"which function does this process run? {call}"
        started |= names & known
    page = PAGE.read_text("utf-8")
    table = page.partition("## Processes")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| \w+ \| `(\w+)` \|", table, re.MULTILINE)
    assert sorted(listed) == sorted(started)
    assert f"One window, {COUNTS[len(started)]} kinds of child process," in page

"""The page of promises names tests that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "promises.md").read_text("utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE)
PROMISES = re.findall(r"^\| (?!promise|-)(.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("file", "test"), sorted(set(NAMED)))
def test_it_is_there(file, test):
    path = ROOT / file
    assert path.is_file()
    tests = {
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    assert test in tests or (not test and tests)


@pytest.mark.parametrize(("promise", "keeper"), PROMISES)
def test_every_promise_is_kept_by_a_test(promise, keeper):
    assert "tests/" in keeper, promise

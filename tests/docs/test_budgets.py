"""The page of budgets says what the program keeps to, in the words of its source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from handdigit import budgets
from handdigit.budgets import MB, FileBudget

PAGE = Path(__file__).parents[2] / "docs" / "budgets.md"
SOURCE = ast.parse(Path(budgets.__file__).read_text("utf-8"))


def documented() -> dict[str, str]:
    """Return every budget with the words below it."""
    found = {}
    for place, statement in enumerate(SOURCE.body):
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)]) if name != "MB":
                match SOURCE.body[place + 1]:
                    case ast.Expr(value=ast.Constant(value=str(words))):
                        found[name] = " ".join(words.split())
                    case _:
                        pytest.fail(f"{name} says neither what it limits nor why.")
    return found


def amount(budget: object) -> str:
    if isinstance(budget, FileBudget):
        return f"{budget.size // MB:,} MB"
    return f"{budget:,}"


def test_the_page_has_every_budget_with_its_amount_and_its_reason() -> None:
    lines = [
        f"| `{name}` | {amount(getattr(budgets, name))} | {words} |"
        for name, words in documented().items()
    ]
    page = PAGE.read_text("utf-8")
    table = [line for line in page.splitlines() if line.startswith("| `")]
    assert table == lines, "\n".join(["The table is to be:", *lines])


@pytest.mark.parametrize(
    "budget", [b for b in vars(budgets).values() if isinstance(b, FileBudget)], ids=repr
)
def test_a_file_budget_is_whole_megabytes(budget: FileBudget) -> None:
    # The sentence that refuses a file names them.
    assert budget.size % MB == 0
    assert budget.what
    assert budget.advice

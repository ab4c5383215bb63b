"""The structure of the code in figures: files, code lines, circles, fragments, copies.

    python tests/benchmarks/structure.py [CHECKOUT …] [--list]

Prints a table with a column for every checkout (default: this one), so that an old and a new
one stand side by side; with ``--list`` also which files and places are meant, of the last one.

A code line is one that is neither blank nor a comment nor part of a docstring. An import counts
wherever it stands, in a function too; those under TYPE_CHECKING make no circle of their own. Two
places are copies where six code lines in a row, imports left out, are the same, or have the same
tokens with other names and values.
"""

from __future__ import annotations

import argparse
import ast
import io
import keyword
import statistics
import sys
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[2]
PACKAGE = "handdigit"
LONG, SHORT = 300, 80
"""Lines of a file."""
RUN = 6
"""Lines that a copy has at least …"""
RUN_TOKENS = 40
"""… and tokens: six closing brackets are no copy."""
_LAYOUT = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
    tokenize.ENDMARKER,
}  # fmt: skip
_VALUES = {tokenize.STRING, tokenize.NUMBER}

Place = tuple[str, int]
"""A file and a line in it."""


@dataclass(frozen=True)
class Source:
    """A Python file."""

    name: str
    """Its path in the checkout."""
    text: str

    @property
    def line_count(self) -> int:
        """All lines."""
        return self.text.count("\n")

    @cached_property
    def code(self) -> Mapping[int, list[tokenize.TokenInfo]]:
        """The tokens of every code line, by its number."""
        left_out = set()
        for node in ast.walk(ast.parse(self.text)):
            match node:
                case ast.Expr(value=ast.Constant(value=str())):
                    left_out.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        lines: dict[int, list[tokenize.TokenInfo]] = defaultdict(list)
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type not in _LAYOUT and token.start[0] not in left_out:
                for line in range(token.start[0], token.end[0] + 1):
                    lines[line].append(token)
        return lines

    @cached_property
    def imports(self) -> set[int]:
        """Numbers of the lines that import."""
        return {
            line
            for node in ast.walk(ast.parse(self.text))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
        }


class Checkout:
    """The Python files of a checkout."""

    def __init__(self, folder: Path) -> None:
        """Read them."""
        self.program, self.tests = (
            [
                Source(path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
                for path in sorted((folder / part).rglob("*.py"))
            ]
            for part in (PACKAGE, "tests")
        )
        sys.path.insert(0, str(folder.resolve()))
        try:
            self._runtime, self._all = (
                grimp.build_graph(PACKAGE, cache_dir=None, exclude_type_checking_imports=without)
                for without in (True, False)
            )
        finally:
            del sys.path[0]

    def circles(self) -> list[list[str]]:
        """Return groups of modules that import each other, directly or not, when they run."""
        return circles(self._runtime)

    def typing_circles(self) -> list[list[str]]:
        """Return the groups that are circles by imports under TYPE_CHECKING only."""
        known = self.circles()
        return [circle for circle in circles(self._all) if circle not in known]

    def fragments(self) -> list[str]:
        """Return short files that a single other module imports."""
        return [
            source.name
            for source in self.program
            if source.line_count < SHORT
            and Path(source.name).stem not in ("__init__", "__main__")
            and len(self._all.find_modules_that_directly_import(module_of(source.name))) == 1
        ]

    def figures(self) -> dict[str, str]:
        """Return every figure by its name."""
        lines = [source.line_count for source in self.program]
        packages = Counter[str]()
        for source in self.program:
            parts = Path(source.name).parts
            packages[parts[1] if len(parts) > 2 else "(top)"] += len(source.code)
        return {
            "files": f"{len(self.program):,}",
            "files of tests": f"{len(self.tests):,}",
            "mean lines of a file": f"{statistics.mean(lines):.0f}",
            f"files over {LONG} lines": f"{sum(count > LONG for count in lines):,}",
            f"files under {SHORT} lines with one importer": f"{len(self.fragments()):,}",
            "circles of imports": f"{len(self.circles()):,}",
            "circles under TYPE_CHECKING": f"{len(self.typing_circles()):,}",
            "copies": f"{len(copies(self.program)):,}",
            "copies but for names and values": f"{len(copies(self.program, shapes=True)):,}",
            "copies in tests": f"{len(copies(self.tests)):,}",
            "code lines": f"{packages.total():,}",
            "code lines of tests": f"{sum(len(source.code) for source in self.tests):,}",
            **{f"code lines in {name}": f"{packages[name]:,}" for name in sorted(packages)},
        }


def module_of(name: str) -> str:
    """Return the module of a file."""
    return name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def circles(graph: grimp.ImportGraph) -> list[list[str]]:
    """Return the strongly connected parts of more than one module (Tarjan 1972)."""
    found: list[list[str]] = []
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []

    def visit(module: str) -> None:
        number[module] = lowest[module] = len(number)
        stack.append(module)
        for imported in graph.find_modules_directly_imported_by(module):
            if imported not in number:
                visit(imported)
            if imported in stack:
                lowest[module] = min(lowest[module], lowest[imported])
        if lowest[module] == number[module]:
            start = stack.index(module)
            if len(stack) - start > 1:
                found.append(sorted(stack[start:]))
            del stack[start:]

    for module in sorted(graph.modules):
        if module not in number:
            visit(module)
    return sorted(found)


def copies(sources: Iterable[Source], *, shapes: bool = False) -> list[tuple[Place, Place]]:
    """Return pairs of places where runs of equal lines begin."""
    lines: list[tuple[Place, str]] = []
    for source in sources:
        for number in sorted(source.code.keys() - source.imports):
            words = (_shape(token) if shapes else token.string for token in source.code[number])
            lines.append(((source.name, number), " ".join(words)))
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in range(len(lines) - RUN + 1):
        run = lines[start : start + RUN]
        texts = tuple(text for _, text in run)
        if run[0][0][0] == run[-1][0][0] and sum(map(len, map(str.split, texts))) >= RUN_TOKENS:
            places[texts].append(start)
    pairs = {
        pair
        for starts in places.values()
        for pair in combinations(starts, 2)
        if pair[1] - pair[0] >= RUN
    }
    return [(lines[a][0], lines[b][0]) for a, b in sorted(pairs) if (a - 1, b - 1) not in pairs]


def _shape(token: tokenize.TokenInfo) -> str:
    if token.type == tokenize.NAME and not keyword.iskeyword(token.string):
        return "name"
    return "value" if token.type in _VALUES else token.string


def table(columns: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table with a column for every checkout."""
    yield " | ".join(("| figure", *columns)) + " |"
    yield "|---|" + "---:|" * len(columns)
    for name in dict.fromkeys(name for figures in columns.values() for name in figures):
        yield " | ".join((f"| {name}", *(f.get(name, "–") for f in columns.values()))) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("checkouts", nargs="*", type=Path, default=[ROOT])
    parser.add_argument("--list", action="store_true", help="name the files and places")
    options = parser.parse_args()
    read = {str(folder): Checkout(folder) for folder in options.checkouts}
    print("\n".join(table({name: checkout.figures() for name, checkout in read.items()})))
    if options.list:
        last = read[str(options.checkouts[-1])]
        for circle in last.circles():
            print("circle:", " ↔ ".join(circle))
        for circle in last.typing_circles():
            print("circle under TYPE_CHECKING:", " ↔ ".join(circle))
        for name in last.fragments():
            print("one importer:", name)
        for source in last.program:
            if source.line_count > LONG:
                print(f"over {LONG} lines: {source.name}, {source.line_count}")
        for (one, first), (other, second) in copies(last.program, shapes=True):
            print(f"copy: {one}:{first} {other}:{second}")


if __name__ == "__main__":
    main()

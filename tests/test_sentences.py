"""Sentences that are made below the window."""

from __future__ import annotations

import ast
import pickle
from functools import cache
from pathlib import Path
from string import Formatter

from handdigit.sentences import Sentence, sentence

PROGRAM = Path(__file__).parents[1] / "handdigit"
IN_ENGLISH = ("cli.py", "commands", "workshop")
"""What only the command line says."""
TAKES_A_SENTENCE = {"kind", "_kind", "decoding", "os_errors_as", "locked"}
"""Beside the errors themselves."""


def test_a_sentence_is_english_and_remembers_what_it_was_made_from():
    made = sentence("{0} has {1:,} digits.", "a.csv", 1200)
    assert made == "a.csv has 1,200 digits."
    assert (made.template, made.values) == ("{0} has {1:,} digits.", ("a.csv", 1200))


def test_a_sentence_passes_through_a_pipe():
    made = sentence("{0}: {1}", "model", sentence("{0} is damaged.", "a{b}.safetensors"))
    arrived = pickle.loads(pickle.dumps(made))
    assert isinstance(arrived, Sentence)
    assert (arrived, arrived.template, arrived.values) == (made, made.template, made.values)
    assert isinstance(arrived.values[1], Sentence)


@cache
def translated_files() -> list[tuple[str, ast.Module]]:
    """Return every module whose texts the window shows."""
    names = (file.relative_to(PROGRAM) for file in sorted(PROGRAM.rglob("*.py")))
    return [
        (str(name), ast.parse((PROGRAM / name).read_text(encoding="utf-8")))
        for name in names
        if name.parts[0] not in IN_ENGLISH
    ]


def name_of(called: ast.expr) -> str:
    return ast.unparse(called).rpartition(".")[2]


def is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.IfExp):
        return is_text(node.body) or is_text(node.orelse)
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != ""
    )


def test_every_expected_error_says_a_sentence():
    """Of a literal, or of an f-string, the window could not show a translation."""
    files = translated_files()
    family, before = {"HanddigitError"}, 0
    while len(family) > before:
        before = len(family)
        family |= {
            node.name
            for _, module in files
            for node in ast.walk(module)
            if isinstance(node, ast.ClassDef) and family & {name_of(base) for base in node.bases}
        }
    assert len(family) > 20
    said = family | TAKES_A_SENTENCE
    wrong = [
        f"{file}:{node.lineno}: {ast.unparse(node)}"
        for file, module in files
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and name_of(node.func) in said
        and any(map(is_text, node.args))
    ]
    assert wrong == []


def test_every_sentence_is_found_by_lupdate_and_can_be_filled_in():
    """It reads calls with a literal; a literal behind that it takes for a remark."""
    wrong = []
    for file, module in translated_files():
        called = set()
        imported = {
            alias.name
            for node in module.body
            if isinstance(node, ast.ImportFrom) and node.module == "handdigit.sentences"
            for alias in node.names
        }
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and name_of(node.func) in ("sentence", "noted"):
                called.add(node.func)
                if not is_fit(node):
                    wrong.append(f"{file}:{node.lineno}: {ast.unparse(node)}")
        wrong += [
            f"{file}:{node.lineno}: {node.id} is handed on"
            for node in ast.walk(module)
            if isinstance(node, ast.Name)
            and node.id in imported & {"sentence", "noted"}
            and isinstance(node.ctx, ast.Load)
            and node not in called
        ]
    assert wrong == []


def is_fit(call: ast.Call) -> bool:
    """Whether the first argument is a fixed text with a place for each of the others."""
    template, *values = call.args or [None]
    if not isinstance(template, ast.Constant) or not isinstance(template.value, str):
        return False
    if name_of(call.func) == "noted":
        return not values
    named = {name for _, name, _, _ in Formatter().parse(template.value) if name is not None}
    if any(isinstance(value, ast.Starred) for value in values):
        return "0" in named
    return named == {str(n) for n in range(len(values))} and not any(map(is_text, values))

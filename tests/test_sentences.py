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
        imported = {
            alias.name
            for node in module.body
            if isinstance(node, ast.ImportFrom) and node.module == "handdigit.sentences"
            for alias in node.names
        } - {"shown"}
        calls = [
            node
            for node in ast.walk(module)
            if isinstance(node, ast.Call) and name_of(node.func) in imported
        ]
        called = {call.func for call in calls}
        chosen = {ast.unparse(call.args[0]) for call in calls if isinstance(call.args[0], ast.Name)}
        for node in ast.walk(module):
            is_handed_on = isinstance(node, ast.Name) and node.id in imported - {"Sentence"}
            if (
                (node in calls and not is_fit(node))
                or (is_handed_on and node not in called and isinstance(node.ctx, ast.Load))
                or (
                    isinstance(node, ast.Assign)
                    and ast.unparse(node.targets[0]) in chosen
                    and isinstance(node.value, ast.Constant)
                )
            ):
                wrong.append(f"{file}:{node.lineno}: {ast.unparse(node)}")
    assert wrong == []


def is_fit(call: ast.Call) -> bool:
    """Whether a fixed text has a place for each of the values; another was noted elsewhere."""
    template, *values = call.args
    if name_of(call.func) == "noted":
        return isinstance(template, ast.Constant) and not values
    if not isinstance(template, ast.Constant):
        return isinstance(template, ast.Name)
    named = {name for _, name, _, _ in Formatter().parse(template.value) if name is not None}
    is_remark = bool(values) and ast.unparse(values[0]).startswith(("'", '"', "f'", 'f"'))
    counted = {str(n) for n in range(len(values))}
    is_whole = any(isinstance(value, ast.Starred) for value in values) or named == counted
    return is_whole and not is_remark


def test_a_sentence_is_one_line_that_can_be_written_anywhere():
    made = sentence("{0} is damaged.", "a\n\udcff\u202e.png")
    assert made == "a\\n\\udcff\\u202e.png is damaged."
    made.encode()
    assert pickle.loads(pickle.dumps(made)) == made

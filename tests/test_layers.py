"""What must not be imported where."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import grimp


def test_the_layers_hold():
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_no_imports_go_round_in_circles_not_even_those_for_types():
    graph = grimp.build_graph("handdigit", cache_dir=None)
    circles = [
        (module, imported)
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
        if graph.find_shortest_chain(imported, module) is not None
    ]
    assert circles == []


def test_drawings_in_files_are_read_below_the_window():
    graph = grimp.build_graph("handdigit", cache_dir=None)
    assert not graph.chain_exists("handdigit.commands.classify", "handdigit.gui", as_packages=True)


def test_importing_the_window_does_not_import_torch():
    code = "import sys, handdigit.gui.app, handdigit.commands.window; print('torch' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout == "False\n"


def test_values_and_files_do_without_torch():
    code = (
        "import importlib, pkgutil, sys\n"
        "for name in ('ink', 'network', 'handwriting', 'number', 'storage', 'experiment',"
        " 'inspection'):\n"
        "    package = importlib.import_module(f'handdigit.{name}')\n"
        "    for module in pkgutil.walk_packages(package.__path__, f'{package.__name__}.'):\n"
        "        importlib.import_module(module.name)\n"
        "print('torch' in sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout == "False\n"


def test_nothing_is_unpickled():
    """Only the pipes between the program's own processes are; nothing that lies in a file."""
    outside = set()
    for path in (Path(__file__).parents[1] / "handdigit").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Import(names=names):
                    found = {name.name for name in names} & {"pickle", "marshal", "shelve", "dill"}
                case ast.ImportFrom(module=("pickle" | "marshal" | "shelve" | "dill") as name):
                    found = {name}
                case ast.ImportFrom(module="PySide6.QtCore", names=names):
                    # Both give Python's pickle what a file calls a value.
                    found = {name.name for name in names} & {"QSettings", "QDataStream"}
                case ast.Call(func=ast.Attribute(ast.Name("torch" | "np"), "load")):
                    found = {"load"}
                case ast.Call(func=ast.Name("eval" | "exec" as name)):
                    found = {name}
                case _:
                    continue
            outside |= {(path.name, name) for name in found}
    assert outside == {("transport.py", "pickle")}

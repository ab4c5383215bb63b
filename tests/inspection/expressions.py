"""Reads what is written: evaluates the text of an equation."""

from __future__ import annotations

import ast
import re

import numpy as np

FUNCTIONS = {"exp": np.exp, "tanh": np.tanh, "max": lambda *values: max(values), "sqrt": np.sqrt}
OPERATORS = {
    ast.Add: np.add,
    ast.Sub: np.subtract,
    ast.Mult: np.multiply,
    ast.Div: np.divide,
    ast.Pow: np.power,
}


def value_of(expression: str) -> float:
    """Evaluate an expression of numbers, + - * / **, brackets and a few functions."""

    def at(node: ast.expr) -> float:
        match node:
            case ast.BinOp():
                return float(OPERATORS[type(node.op)](at(node.left), at(node.right)))
            case ast.UnaryOp(op=ast.USub()):
                return -at(node.operand)
            case ast.Call(func=ast.Name(id=name)):
                return float(FUNCTIONS[name](*map(at, node.args)))
            case ast.Constant(value=int() | float() as value):
                return float(value)
        raise ValueError(ast.unparse(node))

    with np.errstate(over="ignore", under="ignore"):
        return sum(at(ast.parse(part.strip(), mode="eval").body) for part in summands(expression))


def summands(expression: str) -> list[str]:
    """Cut at the plus signs outside brackets: Python's parser goes no 3,000 terms deep."""
    parts, depth = [""], 0
    for piece in re.split(r"( \+ |[()])", expression):
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == " + " and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def plain(text: str) -> str:
    return text.replace("·", "*").replace("√", "sqrt").replace("²", "**2").replace("−", "-")

"""torch's optimisers without torch's compiler, which nothing here uses.

Every method of an optimiser tells the compiler to leave it alone, and imports all of it for that:
800 modules, about as long as torch itself takes, before the first step is learned. As there is
nothing to be compiled, something small takes the compiler's place.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

import torch

COMPILER = "torch._dynamo"


class NoCompiler(ModuleType):
    """What optimisers ask of the compiler; for anything else the real one comes."""

    def disable(self, function: Callable[..., Any], *_: object, **__: object) -> Callable[..., Any]:
        """Return the function as it is: nothing compiles it."""
        return function

    def graph_break(self) -> None:
        """Do nothing: there is no graph."""

    def __getattr__(self, name: str) -> Any:
        """Put the real compiler in this one's place and ask it."""
        # Python looks at such names of every module; the path is looked at for what lies below.
        if name.startswith("__") and name != "__path__":
            raise AttributeError(name)
        if sys.modules.get(COMPILER) is self:
            del sys.modules[COMPILER]
            del torch._dynamo
        return getattr(import_module(COMPILER), name)


def leave_compiler_out() -> None:
    """Keep optimisers that are made from now on from importing the compiler."""
    if COMPILER not in sys.modules:
        sys.modules[COMPILER] = NoCompiler(COMPILER)
        # torch would import the real one when it is asked for this name.
        setattr(torch, "_dynamo", sys.modules[COMPILER])  # noqa: B010

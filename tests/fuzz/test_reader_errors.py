"""What the outer world raises is told in a sentence of the program, by every reader."""

from __future__ import annotations

import ast
import importlib
import sqlite3
import struct
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from unittest import mock

import pytest

from tests.fuzz.campaign import judged
from tests.fuzz.readers import READERS, seven
from tests.fuzz.test_fuzz import PACKAGE

ERRORS = (
    *(OSError(5, "Input/output error"), MemoryError(), RecursionError(), OverflowError()),
    *(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), ValueError(), TypeError()),
    *(KeyError("x"), IndexError(), AttributeError(), AssertionError(), EOFError(), SyntaxError()),
    *(ZeroDivisionError(), struct.error()),
)
"""What parsers raise on damaged content."""
SQLITE_ERRORS = (
    (sqlite3.DatabaseError, sqlite3.SQLITE_CORRUPT),
    (sqlite3.DatabaseError, sqlite3.SQLITE_NOTADB),
    (sqlite3.OperationalError, sqlite3.SQLITE_IOERR),
    (sqlite3.OperationalError, sqlite3.SQLITE_BUSY),
    (sqlite3.OperationalError, sqlite3.SQLITE_FULL),
    (sqlite3.OperationalError, sqlite3.SQLITE_CANTOPEN),
    (sqlite3.OperationalError, sqlite3.SQLITE_ERROR),
    (sqlite3.IntegrityError, sqlite3.SQLITE_CONSTRAINT_UNIQUE),
    (sqlite3.InternalError, sqlite3.SQLITE_INTERNAL),
    (sqlite3.DataError, sqlite3.SQLITE_TOOBIG),
)
"""Kind and code as SQLite reports what is wrong with a file or a disk."""


def _of_sqlite(kind: type[sqlite3.Error], code: int) -> sqlite3.Error:
    error = kind("what SQLite says")
    error.sqlite_errorcode = code
    return error


DECODERS = {
    "json.loads": ERRORS,
    "tomllib.loads": ERRORS,
    "ast.parse": ERRORS,
    "PIL.Image.open": ERRORS,
    "PIL.ImageOps.exif_transpose": ERRORS,
    "sqlite3.connect": (
        *(_of_sqlite(kind, code) for kind, code in SQLITE_ERRORS),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    ),
}
"""What turns bytes into values, and what it raises."""
QUICK = [name for name, reader in READERS.items() if reader.share > 20]


@contextmanager
def raising(decoder: str, error: Exception) -> Iterator[None]:
    """Have a function raise, under whatever name a module of the program has it."""
    home, _, name = decoder.rpartition(".")
    there = getattr(importlib.import_module(home), name)

    def fail(*arguments: object, **keywords: object) -> object:
        if arguments[:1] == (":memory:",):  # a database that is no file
            return there(*arguments, **keywords)
        raise error

    with ExitStack() as stack:
        for module in [m for n, m in sys.modules.items() if n.startswith(("handdigit.", home))]:
            if vars(module).get(name) is there:
                stack.enter_context(mock.patch.object(module, name, fail))
        yield


@pytest.mark.parametrize("name", QUICK)
def test_what_a_decoder_raises_is_refused_or_of_no_matter(name: str, tmp_path: Path):
    reader, good = READERS[name], READERS[name].changed_from - 1
    seven()  # read before reading fails
    for decoder, errors in DECODERS.items():
        if (name, decoder) == ("samples", "json.loads"):
            continue  # what was added is read again, and repaired until it can be
        for number, error in enumerate(errors):
            place = tmp_path / f"{decoder}-{number}" / reader.place
            place.parent.mkdir(parents=True)
            reader.lay(place, Random(0), good)
            with raising(decoder, error):
                _, fault = judged(reader.read, place)
            # That a reader asks for too much memory is another matter.
            assert fault is None or isinstance(error, MemoryError), (decoder, error, fault)


def test_only_the_outermost_lines_of_processes_and_threads_catch_everything():
    found = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    }
    assert found <= {"engine", "gui", "recognition"}

"""Inputs made of good ones: bytes and words changed by chance, whatever the file is.

Every function is deterministic by the state of its :class:`random.Random`.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import re
import zlib
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any

Mutator = Callable[[Random, bytes], bytes]
"""Returns another content; it keeps the structure of a file where it finds one."""
MOST_CHANGES = 4
INTERESTING = (
    *(b"\0", b"\0" * 8, b"\xff", b"\xff" * 4, b"\xff" * 8, b"\x7f\xff\xff\xff", b"\x80", b"\n"),
    *(b"\x80\0\0\0", b"\0\0\0\x80", b"\xff\xff\xff\x7f"),
    *(b"\x1f\x8b", b"\xef\xbb\xbf", b"\xed\xa0\x80"),
)
"""Limits of integers, beginnings of files, a half of a character."""
EXTREMES = (
    *("0", "-0", "-1", "1", "2", "10", "255", "256", "65536", "2147483648", "4294967296"),
    *("9223372036854775808", "18446744073709551616", "1000000", "1000000000000", "0.5", "-0.5"),
    *("1e-320", "1e-40", "1e20", "1e38", "1e300", "1e308", "-1e308", "1e400", "1e999999999"),
    *("nan", "NaN", "inf", "-inf", "Infinity", "-Infinity", "true", "false", "null", "None"),
    *("1" + "0" * 400, "-1" + "0" * 400, "9" * 5000, "0x" + "f" * 300, "0x" + "f" * 5000, "1_0"),
    *('""', '" "', '"0"', '"\\ud800"', '"\ud800"', '"\\u0000"', '"a\\nb"', '"\x1b[31m"', "'a'"),
    *('"/"', '".."', '"/dev/zero"', '"' + "x" * 70_000 + '"', "x" * 3000, "1979-05-27"),
    *("[]", "{}", "[[]]", "()", "[1]", "[null]", '{"a": 1}', "[" * 3000, "(" * 3000, "-" * 3000),
    *("[" * 3000 + "]" * 3000, '{"a":' * 3000 + "1" + "}" * 3000, "[1, " * 3000 + "]" * 3000),
    "[" + "1, " * 20_000 + "1]",
)
"""What stands in place of a value: written as JSON, TOML and layers have it."""
DEEPEST = 60
"""Nesting of what is changed as JSON."""
_BRACKET = re.compile(r"[\[\]{}]")
_TOKEN = re.compile(r'"[^"\n]*"|[-+]?[\w.]+|[^\w\s]')


def change_bytes(rng: Random, content: bytes) -> bytes:
    """Flip, overwrite, insert, take out, double or cut off some bytes, up to four times."""
    changed = bytearray(content)
    for _ in range(rng.randint(1, MOST_CHANGES)):
        start = rng.randrange(len(changed) + 1)
        stop = min(len(changed), start + rng.choice((1, 2, 4, 16, 64, 1024)))
        match rng.randrange(7):
            case 0 if start < len(changed):
                changed[start] ^= 1 << rng.randrange(8)
            case 1 if start < len(changed):
                changed[start] = rng.randrange(256)
            case 2:
                changed[start:start] = rng.choice(INTERESTING)
            case 3:
                value = rng.choice(INTERESTING)
                changed[start : start + len(value)] = value
            case 4:
                del changed[start:stop]
            case 5:
                changed[start:start] = changed[start:stop] * rng.choice((1, 1, 1, 100))
            case _:
                del changed[start:]
    return bytes(changed)


def splice(rng: Random, content: bytes, other: bytes) -> bytes:
    """Return the beginning of one content and the end of another."""
    return content[: rng.randrange(len(content) + 1)] + other[rng.randrange(len(other) + 1) :]


def change_text(rng: Random, text: str) -> str:
    """Change a word, a number, a string, a bracket or a line of a text, up to four times."""
    for _ in range(rng.randint(1, MOST_CHANGES)):
        tokens = [match.span() for match in _TOKEN.finditer(text[:20_000])]
        if not tokens:
            return text + rng.choice(EXTREMES)
        start, stop = rng.choice(tokens)
        match rng.randrange(6):
            case 0 | 1:
                text = text[:start] + rng.choice(EXTREMES) + text[stop:]
            case 2:
                text = text[:start] + text[stop:]
            case 3:
                text = text[:start] + text[start:stop] * rng.choice((2, 3, 1000)) + text[stop:]
            case 4:
                other = text[slice(*rng.choice(tokens))]
                text = text[:start] + other + text[stop:]
            case _:
                lines = text.split("\n")
                line = lines.pop(rng.randrange(len(lines)))
                for _ in range(rng.choice((0, 1, 2, 500))):
                    lines.insert(rng.randrange(len(lines) + 1), line)
                text = "\n".join(lines)
    return text


class Raw(str):
    """A value of a JSON document as it is to be written, valid or not."""


class Pairs(list[tuple[str, Any]]):
    """A JSON object in which a key may stand twice."""


def change_json(rng: Random, text: str) -> str:
    """Replace, drop, double or exchange values at any depth; a text in it is changed likewise."""
    depth = max(accumulate(1 if c in "[{" else -1 for c in _BRACKET.findall(text)), default=0)
    if depth > DEEPEST:  # how far Python gets depends on who asks it
        return change_text(rng, text)
    try:
        document = [json.loads(text, object_pairs_hook=Pairs)]
    except ValueError:
        return change_text(rng, text)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        _change_value(rng, document)
    return _written(document)[1:-1]


def _change_value(rng: Random, document: list[Any]) -> None:
    holder, place = document, 0
    while (inside := _value(holder, place)) and isinstance(inside, list) and rng.random() < 0.9:
        holder, place = inside, rng.randrange(len(inside))
    value = _value(holder, place)
    match rng.randrange(8):
        case 0 if holder is not document:
            del holder[place]
        case 1:
            _set(holder, place, [value])
        case 2 if holder is not document:
            holder.insert(rng.randrange(len(holder) + 1), holder[place])
        case 3 if isinstance(holder, Pairs):
            holder.append((holder[place][0], Raw(rng.choice(EXTREMES))))
        case 4:
            whole = document[0]
            other = rng.choice(whole) if isinstance(whole, list) and whole else None
            # Copied, so that no list comes to stand within itself.
            _set(holder, place, Raw(_written(other[1] if isinstance(other, tuple) else other)))
        case 5 | 6 if type(value) is str:
            change = change_json if value.startswith(("{", "[")) else change_text
            _set(holder, place, change(rng, value))
        case _:
            _set(holder, place, Raw(rng.choice(EXTREMES)))


def _value(holder: list[Any], place: int) -> Any:
    return holder[place][1] if isinstance(holder, Pairs) else holder[place]


def _set(holder: list[Any], place: int, value: object) -> None:
    holder[place] = (holder[place][0], value) if isinstance(holder, Pairs) else value


def _written(value: Any) -> str:
    match value:
        case Raw():
            return value
        case Pairs():
            return "{" + ", ".join(f"{json.dumps(k)}: {_written(v)}" for k, v in value) + "}"
        case list():
            return "[" + ", ".join(map(_written, value)) + "]"
        case _:
            return json.dumps(value)


def of_text(change: Callable[[Random, str], str]) -> Mutator:
    """Return the mutator of files that are UTF-8 text, or gzip of it."""

    def mutate(rng: Random, content: bytes) -> bytes:
        with contextlib.suppress(OSError, EOFError, zlib.error):
            content = gzip.decompress(content)
        text = change(rng, content.decode("utf-8", "replace"))
        return text.encode("utf-8", "surrogatepass")

    return mutate


def of_lines(change: Callable[[Random, str], str]) -> Mutator:
    """Return the mutator of text files in which every line stands for itself."""

    def change_line(rng: Random, text: str) -> str:
        lines = text.split("\n")
        place = rng.randrange(len(lines))
        lines[place : place + 1] = [change(rng, lines[place])] * rng.choice((1, 1, 1, 2))
        return "\n".join(lines)

    return of_text(change_line)


def change_head(rng: Random, content: bytes) -> bytes:
    """Change what a binary file says first of itself, or one byte."""
    if not content or rng.random() < 0.5:
        return change_bytes(rng, content[:16]) + content[16:]
    place = rng.randrange(len(content))
    return content[:place] + bytes([rng.randrange(256)]) + content[place + 1 :]


def packing(change: Mutator) -> Mutator:
    """Return a mutator whose files are gzip, now and then damaged or of gigabytes, or are not."""

    def mutate(rng: Random, content: bytes) -> bytes:
        changed = change(rng, content)
        match rng.randrange(100):
            case 0:
                return _bomb()
            case kind if kind < 10:
                return change_bytes(rng, gzip.compress(changed, 1))
            case kind if kind < 60:
                return gzip.compress(changed, 1)
            case _:
                return changed

    return mutate


@cache
def _bomb() -> bytes:
    """Return 3 MB that are 3 GB of spaces: a gzip file may be many, one after the other."""
    return gzip.compress(b" " * (1 << 24), 9) * 190

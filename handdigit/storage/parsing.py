"""TOML and JSON out of files: what parsing takes is in proportion to the text."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

MOST_DOTS = 16
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_LONG_KEY = re.compile(rf"(?<![\w-])(?:{_PART}){{{MOST_DOTS}}}")


def parse_toml(text: str) -> dict[str, Any]:
    """Return the tables of a TOML text.

    Python keeps every beginning of a dotted key: 200 KB of one would take 40 GB.

    Raises:
        TOMLDecodeError: it is not TOML.
        One of DECODER_ERRORS: a key has more than 16 dots, a number too many digits, or lists are
            nested too deeply.
    """
    if _LONG_KEY.search(text):
        raise RecursionError("a key of many parts")
    return tomllib.loads(text)


_LONGEST_WHOLE = 19
"""Characters of what is a whole number; 2^63 has as many digits."""


def parse_json(text: str | bytes) -> Any:
    """Return the values of a JSON text; whole numbers of many digits become floats, or infinite.

    No reader can then be surprised by a number that no float holds.

    Raises:
        One of DECODER_ERRORS: it is not JSON, or lists are nested too deeply.
    """
    return json.loads(text, parse_int=_number)


def _number(digits: str) -> float:
    return int(digits) if len(digits) <= _LONGEST_WHOLE else float(digits)

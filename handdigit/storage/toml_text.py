"""TOML from a file, once it is certain that parsing it takes no more than the file is long."""

from __future__ import annotations

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

"""The alphabet of a model: what its classes are called, and which key labels each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handdigit.errors import HanddigitError
from handdigit.sentences import sentence

LEAST_CLASSES, MOST_CLASSES = 2, 64
LONGEST_NAME = 24
"""Characters of a class's name, and of the word that says what kind the classes are."""
USUAL_KEYS = "1234567890"
"""The keys that label the first classes where nobody chose others."""


class AlphabetError(HanddigitError):
    """The classes cannot be called this, or there is no such class."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The classes of a model in the order of its outputs.

    Raises:
        AlphabetError: there are too few or too many, or a name or key is given twice or is none.
    """

    names: tuple[str, ...]
    keys: tuple[str, ...]
    """One printable character for each class; empty where a class has no key."""
    kind: str
    """What the classes are: ``digits``, or a language or a word of the user's."""

    def __post_init__(self) -> None:
        if not LEAST_CLASSES <= len(self.names) <= MOST_CLASSES:
            raise AlphabetError(
                sentence(
                    "A model tells {0} to {1} classes apart, not {2}.",
                    LEAST_CLASSES,
                    MOST_CLASSES,
                    len(self.names),
                )
            )
        if len(self.keys) != len(self.names):
            raise AlphabetError(
                sentence("{0} classes have {1} keys.", len(self.names), len(self.keys))
            )
        for text in (*self.names, self.kind):
            require_name(text)
        keys = [key for key in self.keys if key]
        for key in keys:
            if len(key) != 1 or not key.isprintable() or key.isspace():
                raise AlphabetError(sentence("A key is one character, not {0!r}.", key))
        if twice := _twice(self.names):
            raise AlphabetError(sentence("Two classes are called {0}.", twice))
        if twice := _twice(keys):
            raise AlphabetError(sentence("Two classes have the key {0}.", twice))

    @classmethod
    def of(cls, names: Iterable[str], kind: str = "own") -> Alphabet:
        """Return an alphabet of these names; a name of one digit is its own key."""
        given = tuple(names)
        free = [key for key in USUAL_KEYS if key not in given]
        keys = tuple(
            name if name in USUAL_KEYS and len(name) == 1 else (free.pop(0) if free else "")
            for name in given
        )
        return cls(given, keys, kind)

    def __len__(self) -> int:
        """Return the number of classes."""
        return len(self.names)

    def index(self, name: str) -> int:
        """Return which class has a name, counted from 0.

        Raises:
            AlphabetError: none has it.
        """
        try:
            return self.names.index(name)
        except ValueError:
            raise AlphabetError(
                sentence(
                    "{0} is none of the classes that the model knows: {1}.", name, self.listed()
                )
            ) from None

    def listed(self) -> str:
        """Return the names for a sentence: all of a few, else the first and the last."""
        if len(self.names) <= len(USUAL_KEYS) and self != DIGITS:
            return ", ".join(self.names)
        return sentence("{0} to {1}", self.names[0], self.names[-1])

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {"kind": self.kind, "names": list(self.names), "keys": list(self.keys)}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Alphabet:
        """Read what :meth:`to_json` gave.

        Raises:
            AlphabetError: the values make no alphabet.
            TypeError, KeyError: they are of other kinds.
        """
        names, keys, kind = tuple(value["names"]), tuple(value["keys"]), value["kind"]
        if not all(isinstance(text, str) for text in (*names, *keys, kind)):
            raise TypeError(value)
        return cls(names, keys, kind)


def _twice(values: Sequence[str]) -> str | None:
    return next((value for value in values if values.count(value) > 1), None)


def require_name(text: str) -> str:
    """Return a text that a class can be called.

    Raises:
        AlphabetError: it is empty, too long, begins or ends with a space, or cannot be printed.
    """
    if not 0 < len(text) <= LONGEST_NAME or not text.isprintable() or text != text.strip():
        raise AlphabetError(
            sentence(
                "A class is called by 1 to {0} characters that can be printed, not {1!r}.",
                LONGEST_NAME,
                text[: LONGEST_NAME + 1],
            )
        )
    return text


DIGITS = Alphabet(tuple("0123456789"), tuple("0123456789"), "digits")
"""The alphabet that comes with the program; pen model, gate and number reading belong to it."""

"""Sentences for the user that are made where Qt is not, and translated where it is.

Every layer says what it has to say in English: the command line and the log show it as it is. The
window shows the same in its own language, so a sentence keeps what it was made from: a template,
which ``lupdate`` finds by the names of :func:`sentence` and :func:`noted`, and the values in it.
"""

from __future__ import annotations

import unicodedata


class Sentence(str):
    """A text in English that remembers its template and what stands in it.

    It is one line, whatever a file or a name brings into it. It passes through pipes to other
    processes and stays what it is.
    """

    __slots__ = ("template", "values")
    template: str
    """As :meth:`str.format` takes it."""
    values: tuple[object, ...]
    """What stands in the template; a sentence among them is translated too."""

    def __new__(cls, template: str, *values: object) -> Sentence:
        """Put the values into the template."""
        made = super().__new__(cls, shown(template.format(*values)))
        made.template = template
        made.values = values
        return made

    def __reduce__(self) -> tuple[type[Sentence], tuple[object, ...]]:
        """Travel as template and values."""
        return Sentence, (self.template, *self.values)


def sentence(template: str, *values: object) -> Sentence:
    """Return the template with ``{0}``, ``{1}`` … filled in, to be translated when it is shown.

    The template is a literal in the call: ``lupdate`` reads the source, not the program. Braces
    that are meant are doubled.
    """
    return Sentence(template, *values)


def noted(text: str) -> str:
    """Return the text as it is; ``lupdate`` finds it here.

    For texts in tables: what shows them calls :func:`handdigit.gui.translation.translated`.
    """
    return text


def shown(text: str) -> str:
    """Return a text with the code of whatever would break its line, or cannot be shown.

    Names of files have such characters; Qt shows nothing in the place of half of one.
    """
    return "".join(
        character
        if character.isprintable() or unicodedata.category(character) == "Zs"
        else character.encode("unicode_escape").decode()
        for character in text
    )

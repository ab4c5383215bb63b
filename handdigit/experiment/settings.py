"""What a number of a recipe may be and how it is shown: declared where its field is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Any

from handdigit.sentences import Sentence, sentence

LARGEST = 2**63 - 1
"""No whole number of a recipe is larger; files keep no longer ones."""


class Sheet(Enum):
    """Where a form shows a setting."""

    LEARNING = "learning"
    RESTRAINT = "restraint"
    VARIATIONS = "variations"


@dataclass(frozen=True, slots=True)
class Setting:
    """The limits of a number, and its control."""

    title: str
    line: str
    """What it does, a sentence. The window translates title, line, unit and ``least_text``."""
    least: float
    most: float
    """Finite, as is ``least``."""
    step: float = 0
    """What an arrow of its control adds; 0 where arrows multiply."""
    whole: bool = False
    least_allowed: bool = True
    """Whether ``least`` itself is allowed."""
    most_allowed: bool = True
    """Whether ``most`` itself is allowed."""
    optional: bool = False
    """Whether it may be None."""
    unit: str = ""
    least_text: str = ""
    """What stands for the least value, or for None where that is allowed."""
    only_with: tuple[StrEnum, ...] = ()
    """It matters with these choices only; () for all."""
    sheet: Sheet = Sheet.LEARNING

    def fault(self, value: object) -> Sentence | None:
        """Return what a value that is not allowed must be ("at least 1"), else None."""
        if value is None and self.optional:
            return None
        least, most = f"{self.least:,.10g}", f"{self.most:,.10g}"
        above = (
            sentence("at least {0}", least) if self.least_allowed else sentence("above {0}", least)
        )
        below = sentence("at most {0}", most) if self.most_allowed else sentence("below {0}", most)
        number = (int,) if self.whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, number) or value != value:
            if self.whole:
                return sentence("a whole number, {0} and {1}", above, below)
            return sentence("a number, {0} and {1}", above, below)
        if value < self.least or (value == self.least and not self.least_allowed):
            return above
        if value > self.most or (value == self.most and not self.most_allowed):
            return below
        return None


def setting(
    default: float | None,
    title: str,
    line: str,
    least: float,
    most: float,
    step: float = 0,
    **more: Any,
) -> Any:
    """Return a dataclass field with a default that is a :class:`Setting` of these values."""
    declared = Setting(title, line, least, most, step, **more)
    return field(default=default, metadata={Setting: declared})


def settings_of(kind: type) -> Mapping[str, Setting]:
    """Return the settings of a dataclass by name, in the order of its fields."""
    found = {f.name: f.metadata[Setting] for f in fields(kind) if Setting in f.metadata}
    return MappingProxyType(found)

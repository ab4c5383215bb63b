"""What a list shows of samples: a few bytes of each, however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from handdigit.network.alphabet import LONGEST_NAME

PARSED_AT_ONCE = 1 << 16
"""Characters of numbers: the window waits while they are read, for a millisecond."""


class SampleEntry(NamedTuple):
    """What a list shows of a sample; its drawing is read when it comes into view."""

    id: int
    label: str
    held_out: bool


class Kind(NamedTuple):
    """What samples have in common."""

    label: str
    held_out: bool


@dataclass(frozen=True, slots=True, eq=False)
class SampleEntries(Sequence[SampleEntry]):
    """Entries as columns: 12 bytes each."""

    ids: NDArray[np.int64]
    """(N,)"""
    kinds: tuple[Kind, ...]
    """Those that occur, in order."""
    kind: NDArray[np.int32]
    """(N,), the number of each one's kind."""

    @classmethod
    def of(cls, groups: Iterable[tuple[Kind, NDArray[np.int64]]]) -> SampleEntries:
        """Return the samples of several kinds by their ids, which are given for each kind."""
        found = sorted(groups, key=lambda group: group[0])
        if not found:
            return NO_ENTRIES
        kinds, ids = zip(*found, strict=True)
        every = np.concatenate(ids)
        kind = np.repeat(np.arange(len(ids), dtype=np.int32), [len(each) for each in ids])
        order = np.argsort(every, kind="stable")  # quick: each kind's are in order already
        return cls(every[order], kinds, kind[order])

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> SampleEntry: ...
    @overload
    def __getitem__(self, at: slice) -> SampleEntries: ...
    def __getitem__(self, at: int | slice) -> SampleEntry | SampleEntries:
        """Return an entry, or some of them."""
        if isinstance(at, slice):
            return self.taken(at)
        return SampleEntry(int(self.ids[at]), *self.kinds[self.kind[at]])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SampleEntries):
            return NotImplemented
        if self is other:
            return True
        return (
            self.kinds == other.kinds
            and np.array_equal(self.ids, other.ids)
            and np.array_equal(self.kind, other.kind)
        )

    __hash__ = None  # type: ignore[assignment]

    def taken(self, rows: slice | NDArray[Any]) -> SampleEntries:
        """Return those in some rows."""
        return SampleEntries(self.ids[rows], self.kinds, self.kind[rows])

    def labelled(self, labels: Collection[str]) -> SampleEntries:
        """Return those with one of these labels."""
        return self.of_kinds(lambda kind: kind.label in labels)

    def of_kinds(self, fits: Callable[[Kind], bool]) -> SampleEntries:
        """Return those whose kind fits."""
        fitting = np.array([fits(kind) for kind in self.kinds], bool)
        return self if fitting.all() else self.taken(fitting[self.kind])

    def counts(self) -> Counter[Kind]:
        """Return how many there are of each kind."""
        numbers = np.bincount(self.kind, minlength=len(self.kinds)).tolist()
        return Counter(dict(zip(self.kinds, numbers, strict=True)))

    def rows_of(self, ids: Collection[int]) -> NDArray[np.intp]:
        """Return the rows of samples, in order; of those that are not there none.

        Ids must rise or fall from row to row, as the store gives them.
        """
        falls = len(self) > 1 and self.ids[0] > self.ids[-1]
        rising = self.ids[::-1] if falls else self.ids
        wanted = np.sort(np.fromiter(ids, np.int64, len(ids)))
        found: NDArray[np.intp] = np.searchsorted(rising, wanted)
        inside = found < len(self)
        found, wanted = found[inside], wanted[inside]
        found = found[rising[found] == wanted]
        return np.subtract(len(self) - 1, found[::-1]) if falls else found


NO_ENTRIES = SampleEntries(np.zeros(0, np.int64), (), np.zeros(0, np.int32))


def group_from_row(row: tuple[Any, ...]) -> tuple[Kind, NDArray[np.int64]]:
    """Return the kind and the ids in a row of label, held out, and ids as text.

    What :func:`read_rows` translates is raised where the row is damaged.
    """
    label, held_out, text = row
    if not isinstance(text, str):
        raise TypeError("ids are a text")
    return kind_of(label, held_out), _parsed(text)


def kind_of(label: object, held_out: object) -> Kind:
    """Return the kind with a label and a mark as they are stored.

    Raises:
        TypeError, ValueError: they are damaged.
    """
    if not isinstance(label, str):
        raise TypeError("a text is expected")
    if held_out not in (0, 1) or not 0 < len(label) <= LONGEST_NAME:
        raise ValueError("a sample has a label and is held out or not")
    return Kind(label, bool(held_out))


def _parsed(text: str) -> NDArray[np.int64]:
    """Return the numbers in a text, between commas."""
    parts: list[NDArray[np.int64]] = []
    start = 0
    while start < len(text):
        end = text.find(",", start + PARSED_AT_ONCE)
        end = len(text) if end < 0 else end
        parts.append(np.fromstring(text[start:end], np.int64, sep=","))
        start = end + 1
    return np.concatenate(parts)

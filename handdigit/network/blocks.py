"""Parts of a network that branch and join again, as values.

A block holds chains of layers (or of blocks). The joins at their ends, :class:`Add` and
:class:`Concat`, are layers of the plan but are not written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from typing import ClassVar, TypeAlias

from handdigit.errors import ArchitectureError
from handdigit.network.layer import Layer, Shape
from handdigit.network.layers import Conv2d, ReLU
from handdigit.sentences import noted, sentence


@dataclass(frozen=True, slots=True)
class Add:
    """The sum of its inputs, value by value."""

    short_name: ClassVar[str] = "add"

    def output_shape(self, *shapes: Shape) -> Shape:
        """Return the shape that all inputs have.

        Raises:
            ArchitectureError: they differ.
        """
        if len(set(shapes)) != 1:
            body, shortcut = ("×".join(map(str, shape)) for shape in shapes)
            raise ArchitectureError(
                sentence(
                    "body and shortcut give {0} and {1}, which cannot be added.", body, shortcut
                )
            )
        return shapes[0]


@dataclass(frozen=True, slots=True)
class Concat:
    """Its inputs' maps (or features) after each other."""

    short_name: ClassVar[str] = "concat"

    def output_shape(self, *shapes: Shape) -> Shape:
        """Return the shape with the channels of all inputs.

        Raises:
            ArchitectureError: rows and columns differ.
        """
        if len({shape[1:] for shape in shapes}) != 1:
            different = tuple(dict.fromkeys(shapes))[:4]  # there may be hundreds of branches
            listed = ", ".join("×".join(map(str, shape)) for shape in different)
            raise ArchitectureError(
                sentence("the branches give {0}: rows and columns must agree.", listed)
            )
        return (sum(shape[0] for shape in shapes), *shapes[0][1:])


@dataclass(frozen=True, slots=True)
class Residual:
    """body(x) + shortcut(x); an empty shortcut passes x on as it is (He et al. 2016)."""

    short_name: ClassVar[str] = "res"
    join: ClassVar[Join] = Add()
    body: tuple[Part, ...]
    _: KW_ONLY
    shortcut: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if not _is_chain(self.body) or not self.body or not _is_chain(self.shortcut):
            raise ArchitectureError(
                sentence("write lists of layers: Residual([ReLU()], shortcut=[]).")
            )

    @classmethod
    def usual(cls, channels: int) -> Part:
        """Return the block that is added first, to an input of so many channels."""
        convolution = Conv2d(channels, kernel=3, padding=1)
        return cls((convolution, ReLU(), convolution))

    def chains(self) -> Iterator[tuple[str, str, tuple[Part, ...]]]:
        """Yield what begins the names of a chain's layers, what it is called, and the chain."""
        yield "", noted("body"), self.body
        yield "skip_", noted("shortcut"), self.shortcut


@dataclass(frozen=True, slots=True)
class Inception:
    """Several chains read the same input; their maps are stacked (Szegedy et al. 2015).

    An empty branch passes the input on as it is.
    """

    short_name: ClassVar[str] = "inc"
    join: ClassVar[Join] = Concat()
    branches: tuple[tuple[Part, ...], ...]

    def __post_init__(self) -> None:
        branches = self.branches
        if not isinstance(branches, tuple) or not branches or not all(map(_is_chain, branches)):
            raise ArchitectureError(
                sentence(
                    "write a list of branches, each a list of layers: Inception([[Conv2d(8, "
                    "kernel=1)], [MaxPool2d(3, stride=1, padding=1)]])."
                )
            )

    @classmethod
    def usual(cls, channels: int) -> Part:
        """Return the block that is added first: kernels of two sizes."""
        wide = (Conv2d(16, kernel=3, padding=1), ReLU())
        return cls(((Conv2d(16, kernel=1), ReLU()), wide))

    def chains(self) -> Iterator[tuple[str, str, tuple[Part, ...]]]:
        """Yield what begins the names of a chain's layers, what it is called, and the chain."""
        for number, branch in enumerate(self.branches, start=1):
            yield f"b{number}_", sentence("branch {0}", number), branch


Join: TypeAlias = Add | Concat
BranchingBlock: TypeAlias = Residual | Inception
Part: TypeAlias = Layer | BranchingBlock
"""What a network, a residual body or a branch is a sequence of."""
BLOCKS: tuple[type[BranchingBlock], ...] = (Residual, Inception)
"""Every block that can be written."""


def _is_chain(value: object) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(part, Layer | BranchingBlock) for part in value
    )

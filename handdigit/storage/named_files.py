"""Text files that go by a name: some come with the program, the user's own can be changed."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path

from handdigit.budgets import TEXT_FILE
from handdigit.errors import HanddigitError, os_errors_as
from handdigit.network.architecture import Architecture
from handdigit.sentences import sentence
from handdigit.storage.atomic import require_no_link, write_atomically
from handdigit.storage.files import FileMemory, read_text
from handdigit.storage.paths import ASSETS, AppPaths

NAME_LENGTH = 60
FORBIDDEN = '<>:"/\\|?*'
"""In no name: some file system does not take them."""
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE
)
"""What Windows takes for a device, whatever stands behind a dot."""
_log = logging.getLogger(__name__)


class NamingError(HanddigitError):
    """A name that no file can have, or that is taken."""


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A text file by its name, which is the file's without its ending."""

    name: str
    path: Path
    is_own: bool
    """Whether it is the user's, and so can be written over and deleted."""

    def text(self) -> str:
        """Return what is in it.

        Raises:
            DataFileError: it cannot be read.
        """
        return read_text(self.path)


class NamedFiles:
    """The shipped files of one kind and the user's."""

    def __init__(self, own: Path, suffix: str, shipped: Path | None = None) -> None:
        """Look in the folder ``shipped`` first; ``own`` is made when something is saved."""
        self._own = own
        self._suffix = suffix
        self._shipped = shipped

    def files(self) -> tuple[NamedFile, ...]:
        """Return all, the shipped ones first, each kind by name."""
        shipped = self.shipped()
        taken = {file.name.lower() for file in shipped}
        own = [f for f in self._in(self._own, is_own=True) if f.name.lower() not in taken]
        return (*shipped, *own)

    def shipped(self) -> tuple[NamedFile, ...]:
        """Return those that came with the program, by name."""
        return () if self._shipped is None else tuple(self._in(self._shipped, is_own=False))

    def find(self, name: str) -> NamedFile | None:
        """Return the file of that name; upper and lower case are the same."""
        wanted = name.strip().lower()
        return next((file for file in self.files() if file.name.lower() == wanted), None)

    def save(self, name: str, text: str) -> NamedFile:
        """Write a file of the user's, over an older one of that name.

        Raises:
            HanddigitError: no file can have this name, a shipped one has it, the text could not
                be read back, or the disk does not take it.
        """
        name = name.strip()
        require_name(name)
        require_no_link(self._own)
        known = self.find(name)
        if known is not None and not known.is_own:
            raise NamingError(
                sentence("{0} comes with the program: choose another name.", known.name)
            )
        path = self._own / f"{name}{self._suffix}" if known is None else known.path
        try:
            content = text.encode()
        except UnicodeEncodeError:
            raise HanddigitError(
                sentence("{0} has half of a character in it: write it anew.", name)
            ) from None
        write_atomically(path, content, budget=TEXT_FILE)
        return NamedFile(path.name.removesuffix(self._suffix), path, is_own=True)

    def delete(self, name: str) -> None:
        """Delete a file of the user's.

        Raises:
            HanddigitError: it comes with the program, is not there or cannot be deleted.
        """
        known = self.find(name)
        if known is None or not known.is_own:
            raise NamingError(sentence("{0} comes with the program and stays.", name))
        with os_errors_as(sentence("{0} cannot be deleted", known.path)):
            known.path.unlink()

    def _in(self, folder: Path, *, is_own: bool) -> list[NamedFile]:
        try:
            paths = [path for path in folder.glob(f"*{self._suffix}") if path.name[0] != "."]
        except OSError as error:  # a network folder that does not answer
            _log.warning("%s cannot be read: %s", folder, error)
            return []
        named = [NamedFile(path.name.removesuffix(self._suffix), path, is_own) for path in paths]
        return sorted(named, key=lambda file: file.name.lower())


def require_name(name: str) -> None:
    """Refuse what cannot be the name of a file on every system.

    Raises:
        NamingError: it is such a name.
    """
    if not name:
        raise NamingError(sentence("Give it a name first."))
    if _DEVICE.fullmatch(name):
        raise NamingError(sentence("{0!r} cannot be a name: Windows keeps it for a device.", name))
    if len(name) > NAME_LENGTH or name != _cleaned(name):
        raise NamingError(
            sentence(
                "{0!r} cannot be a name: use 1 to {1} characters without {2} and without a "
                "dot or a space at either end.",
                name,
                NAME_LENGTH,
                FORBIDDEN,
            )
        )


def valid_name(wish: str, default: str, length: int = NAME_LENGTH) -> str:
    """Return a name that :func:`require_name` takes, as like ``wish`` as can be.

    ``default`` is taken where nothing of the wish is left.
    """
    name = _cleaned(_cleaned(wish)[:length]) or default
    return f"_{name}"[:length] if _DEVICE.fullmatch(name) else name


def _cleaned(name: str) -> str:
    return "".join(c for c in name if c.isprintable() and c not in FORBIDDEN).strip(" .")


NETWORK_SUFFIX = ".txt"


@dataclass(frozen=True, slots=True)
class OwnNetwork:
    """An architecture of the user's, as it was written."""

    file: NamedFile
    text: str
    architecture: Architecture


class NetworkStore(NamedFiles):
    """Architectures by name; the names of the zoo are taken."""

    def __init__(self, paths: AppPaths) -> None:
        """Look in the user's folder."""
        super().__init__(paths.networks, NETWORK_SUFFIX)
        self._read = FileMemory(_read_network)

    def save(self, name: str, text: str) -> NamedFile:
        """Write an architecture of the user's, over an older one of that name.

        Raises:
            ArchitectureError: the text is none.
            HanddigitError: no file can have this name, the zoo has it, or the disk does not
                take it.
        """
        if _is_in_zoo(name.strip()):
            raise NamingError(
                sentence("{0} comes with the program: choose another name.", name.strip())
            )
        Architecture.parse(text)
        return super().save(name, text)

    def catalogue(self) -> tuple[tuple[OwnNetwork, ...], tuple[str, ...]]:
        """Return all that can be used, and a sentence for each that somebody spoiled by hand.

        A file is read again only where it is another than before.
        """
        usable, left_out = [], []
        for file in self.files():
            try:
                if _is_in_zoo(file.name):
                    raise NamingError(
                        sentence("a network that comes with the program has this name.")
                    )
                text, architecture = self._read.read(file.path)
                usable.append(OwnNetwork(file, text, architecture))
            except HanddigitError as error:
                left_out.append(sentence("{0} is left out: {1}", file.path.name, error.sentence))
        return tuple(usable), tuple(left_out)


def _is_in_zoo(name: str) -> bool:
    """Return whether a network that comes with the program has this name."""
    from handdigit.network.zoo import ZOO  # so many networks take their time to make

    return name.lower() in ZOO


def _read_network(path: Path) -> tuple[str, Architecture]:
    text = read_text(path)
    return text, Architecture.parse(text)


SHIPPED_RECIPES = ASSETS / "recipes"
RECIPE_SUFFIX = ".toml"


class RecipeStore(NamedFiles):
    """Recipes by name."""

    def __init__(self, paths: AppPaths) -> None:
        """Look in the shipped folder first, then in the user's."""
        super().__init__(paths.recipes, RECIPE_SUFFIX, SHIPPED_RECIPES)


def recipe_note(text: str) -> str:
    """Return what a recipe's TOML says about itself: the comment that it begins with."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# ").rstrip())
    return " ".join(lines)

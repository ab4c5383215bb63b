"""The user's own architectures: text files in the notation of :mod:`handdigit.core.notation`."""

from __future__ import annotations

from handdigit.core.architecture import Architecture
from handdigit.core.errors import HanddigitError
from handdigit.core.zoo import ZOO
from handdigit.data.named_files import NamedFile, NamedFiles, NamingError
from handdigit.data.paths import AppPaths

SUFFIX = ".txt"


class NetworkStore(NamedFiles):
    """Architectures by name; the names of the zoo are taken."""

    def __init__(self, paths: AppPaths) -> None:
        """Look in the user's folder."""
        super().__init__(paths.networks, SUFFIX)

    def save(self, name: str, text: str) -> NamedFile:
        """Write an architecture of the user's, over an older one of that name.

        Raises:
            ArchitectureError: the text is none.
            HanddigitError: no file can have this name, the zoo has it, or the disk does not
                take it.
        """
        if name.strip().lower() in ZOO:
            raise NamingError(f"{name.strip()} comes with the program: choose another name.")
        Architecture.parse(text)
        return super().save(name, text)

    def architectures(self) -> tuple[tuple[NamedFile, Architecture], ...]:
        """Return all that can be read; one that somebody spoiled by hand is left out."""
        read = []
        for file in self.files():
            try:
                read.append((file, Architecture.parse(file.text())))
            except HanddigitError:
                continue
        return tuple(read)

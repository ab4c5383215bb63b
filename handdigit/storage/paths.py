"""Where the program keeps what belongs to its user."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class AppPaths:
    """The data folder and what lies in it. Nothing is written anywhere else."""

    folder: Path

    @classmethod
    def default(cls) -> AppPaths:
        """Return the folder that the operating system has for such data."""
        return cls(Path(platformdirs.user_data_dir("handdigit", appauthor=False)))

    @property
    def models(self) -> Path:
        """Model files of the user."""
        return self.folder / "models"

    @property
    def samples(self) -> Path:
        """The database of the user's labelled drawings."""
        return self.folder / "samples.sqlite"

    @property
    def drawings(self) -> Path:
        """What is on the canvas of every window, to be there again at the next start."""
        return self.folder / "drawings"

    @property
    def dragged(self) -> Path:
        """A folder for every window, while it is open: the files that were dragged out of it."""
        return self.folder / "dragged"

    @property
    def runs(self) -> Path:
        """A folder for every training run: its checkpoints and its curves."""
        return self.folder / "runs"

    @property
    def recipes(self) -> Path:
        """Recipes that the user named."""
        return self.folder / "recipes"

    @property
    def networks(self) -> Path:
        """Architectures that the user named."""
        return self.folder / "networks"

    @property
    def mnist(self) -> Path:
        """The MNIST files, once they were fetched."""
        return self.folder / "mnist"

    @property
    def settings(self) -> Path:
        """What the window remembers."""
        return self.folder / "window.ini"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.folder / "handdigit.log"


_PACKAGE = Path(__file__).resolve().parent.parent
# In a wheel and in a frozen build assets/ lies inside the package, in a checkout beside it.
_INSTALLED = _PACKAGE / "assets"
ASSETS = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "assets"
EXAMPLES = ASSETS / "examples"
"""Drawings that come with the program."""
DIGIT_NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
EXAMPLE_DIGITS = tuple(EXAMPLES / f"{name}.json" for name in DIGIT_NAMES)
"""Of these an ink of each digit, from 0."""

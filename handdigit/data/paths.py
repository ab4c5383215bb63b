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
    def settings(self) -> Path:
        """What the window remembers."""
        return self.folder / "window.ini"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.folder / "handdigit.log"

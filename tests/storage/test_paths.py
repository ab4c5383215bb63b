"""Everything of the user's lies in one folder."""

from __future__ import annotations

from pathlib import Path

from handdigit.storage.paths import ASSETS, AppPaths


def test_everything_lies_in_the_folder(tmp_path: Path) -> None:
    paths = AppPaths(tmp_path)
    kept = {paths.models, paths.settings, paths.log}
    assert len(kept) == 3
    assert all(path.parent == tmp_path for path in kept)


def test_nothing_is_made_by_asking(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert AppPaths(folder).models == folder / "models"
    assert not folder.exists()


def test_the_default_folder_is_the_programs_own() -> None:
    assert AppPaths.default().folder.is_absolute()
    assert "handdigit" in AppPaths.default().folder.parts


def test_the_assets_are_there() -> None:
    assert (ASSETS / "recipes" / "default.toml").is_file()

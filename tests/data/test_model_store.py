"""Models are found by name and by path, and one broken file spoils nothing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from handdigit.core.architecture import Architecture
from handdigit.core.errors import ModelFileError
from handdigit.data import model_store
from handdigit.data.model_file import ModelFile, ModelInfo, write_model
from handdigit.data.model_store import ModelStore
from handdigit.data.paths import AppPaths


def save(path: Path) -> Path:
    info = ModelInfo(path.stem, Architecture.parse("Flatten()\nLinear(10)"))
    write_model(path, ModelFile(info, {"bias": np.zeros(10, np.float32)}))
    return path


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    monkeypatch.setattr(model_store, "SHIPPED_MODELS", folder)
    save(folder / "default.safetensors")
    return folder


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return AppPaths(tmp_path / "user")


@pytest.fixture
def store(shipped: Path, paths: AppPaths) -> ModelStore:
    return ModelStore(paths)


def names(store: ModelStore) -> list[str]:
    return [model.name for model in store.models()]


def test_the_default_comes_first_then_by_name(store: ModelStore, paths: AppPaths) -> None:
    for name in ("zebra", "ant"):
        save(paths.models / f"{name}.safetensors")
    assert names(store) == ["default", "ant", "zebra"]
    assert store.models()[1].info.name == "ant"


def test_no_folder_of_the_user_is_needed(store: ModelStore) -> None:
    assert names(store) == ["default"]


def test_a_model_is_found_by_name(store: ModelStore, shipped: Path, paths: AppPaths) -> None:
    mine = save(paths.models / "mine.safetensors")
    assert store.find("mine") == mine
    assert store.find("default") == shipped / "default.safetensors"


def test_a_model_is_found_by_path(store: ModelStore, tmp_path: Path) -> None:
    elsewhere = save(tmp_path / "elsewhere" / "other.safetensors")
    assert store.find(str(elsewhere)) == elsewhere


def test_a_shipped_model_cannot_be_shadowed(
    store: ModelStore, shipped: Path, paths: AppPaths
) -> None:
    save(paths.models / "default.safetensors")
    assert store.find("default").parent == shipped
    assert [model.path.parent for model in store.models()] == [shipped]


@pytest.mark.parametrize("name", ["nothing", "", "a/b", "\0", "x" * 5000])
def test_an_unknown_name_lists_the_known_ones(
    store: ModelStore, paths: AppPaths, name: str
) -> None:
    save(paths.models / "mine.safetensors")
    with pytest.raises(ModelFileError, match="there are default, mine"):
        store.find(name)


def test_a_broken_file_is_left_out_and_logged(
    store: ModelStore, paths: AppPaths, caplog: pytest.LogCaptureFixture
) -> None:
    save(paths.models / "good.safetensors")
    (paths.models / "broken.safetensors").write_bytes(b"garbage")
    (paths.models / "notes.txt").write_text("no model")
    assert names(store) == ["default", "good"]
    assert "broken.safetensors is not a model file" in caplog.text

"""Groups of models and the order in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from handdigit.network.zoo import ZOO
from handdigit.storage.models.groups import first_compared, group_of
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.models.stored_model import Group, StoredModel
from handdigit.storage.paths import AppPaths
from tests.storage.models.test_model_store import save


def test_readers_then_the_users_then_the_ladder_upwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handdigit.storage.models.model_store.SHIPPED_MODELS", tmp_path / "shipped")
    paths = AppPaths(tmp_path / "user")
    for name in ("resnet-mini", "small", "network3-1conv", "default", "another", "dense-100"):
        save(tmp_path / "shipped" / f"{name}.safetensors")
    for name in ("mine", "ensemble", "lenet5"):  # names that shipped models may have elsewhere
        save(paths.models / f"{name}.safetensors")
    found = ModelStore(paths).models()
    assert [model.name for model in found] == [
        *("default", "small"),
        *("ensemble", "lenet5", "mine"),
        *("dense-100", "network3-1conv", "resnet-mini", "another"),
    ]
    groups = [Group.READERS] * 2 + [Group.OWN] * 3 + [Group.LADDER] * 4
    assert [model.group for model in found] == groups


def test_a_shipped_model_knows_its_group_by_whichever_way_it_is_found(tmp_path: Path) -> None:
    store = ModelStore(AppPaths(tmp_path))
    assert store.stored("default") == store.shipped("default") == store.models()[0]
    assert store.stored("default").group is Group.READERS


def model(name: str, *, is_shipped: bool) -> StoredModel:
    group = group_of(name, is_shipped=is_shipped)
    return StoredModel(name, Path(name), ModelInfo(name, ZOO["dense-30"]), group)


def test_the_users_models_are_compared_with_the_one_that_answers() -> None:
    shipped = [model(name, is_shipped=True) for name in ("default", "small", "dense-100")]
    own = [model(name, is_shipped=False) for name in "abcd"]
    assert first_compared([*shipped, *own], [shipped[0]]) == (shipped[0], *own[:3])
    assert first_compared([*shipped, own[0]], [own[0], shipped[0]]) == (own[0], shipped[0])


def test_before_there_are_any_the_ladder_is() -> None:
    names = ("default", "small", "dense-100", "network3-1conv", "lenet5", "vgg-mini")
    default, _, *ladder = (model(name, is_shipped=True) for name in names)
    assert first_compared([default, *ladder], [default]) == (default, *ladder[:3])
    assert first_compared([default], [default]) == (default,)

"""The Models panel of the real window with two versions of the user beside those shipped."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from handdigit.network.zoo import ZOO
from handdigit.storage.models.groups import LADDER
from handdigit.storage.models.model_file import ModelFile, read_model, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.model_store import SHIPPED_MODELS
from tests.gui.driving import show_panel

CURVE = [
    {"epoch": n + 1, "accuracy": 0.9 + n / 100, "validation_accuracy": 0.95 + n / 100}
    for n in range(3)
]


@pytest.fixture
def more_models(paths):
    from handdigit.recognition.network import build_network

    for day, name in enumerate(("ant", "bee"), start=1):
        weights = {k: v.numpy() for k, v in build_network(ZOO["dense-30"]).state_dict().items()}
        info = ModelInfo(
            name,
            ZOO["dense-30"],
            created=f"2026-01-0{day}T10:00:00+00:00",
            recipe={"network": "dense-30", "epochs": 3, "augmentation": {"rotate": 8}},
            training_data=({"name": "generated", "count": 20000, "sha256": "0123456789abcdef"},),
            results={"curve": CURVE},
        )
        write_model(paths.models / f"{name}.safetensors", ModelFile(info, weights))


@pytest.fixture
def models(qtbot, more_models, make_main_window):
    window = make_main_window()
    show_panel(qtbot, window, "models")
    qtbot.waitUntil(lambda: window.findChild(QWidget, "versionList") is not None)
    qtbot.waitUntil(lambda: not window.library.is_busy)
    return window


@pytest.fixture
def ladder(tmp_path, monkeypatch):
    """Ship a net of every group, whatever is shipped by now, and more of the ladder."""
    from handdigit.recognition.network import build_network

    folder = tmp_path / "shipped"
    monkeypatch.setattr("handdigit.storage.models.model_store.SHIPPED_MODELS", folder)
    default = read_model(SHIPPED_MODELS / "default.safetensors")
    write_model(folder / "default.safetensors", default)
    for rung in LADDER[:7]:
        weights = {k: v.numpy() for k, v in build_network(ZOO["dense-30"]).state_dict().items()}
        info = ModelInfo(rung.name, ZOO["dense-30"])
        write_model(folder / f"{rung.name}.safetensors", ModelFile(info, weights))
    return [rung.name for rung in LADDER[:7]]

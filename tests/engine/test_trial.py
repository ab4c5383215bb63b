"""A model is tried in a process of its own before it is let in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from handdigit.engine.trial import try_in_process
from handdigit.errors import ModelFileError
from handdigit.storage.models.import_export import import_model
from handdigit.storage.models.model_store import SHIPPED_MODELS, ModelStore
from handdigit.storage.paths import AppPaths

BROKEN = Path(__file__).parents[1] / "replay" / "models"


def test_what_computes_no_numbers_is_not_imported_and_torch_stays_out(tmp_path: Path) -> None:
    had_torch = "torch" in sys.modules
    store = ModelStore(AppPaths(tmp_path))
    with pytest.raises(ModelFileError, match="computes numbers too large to be any"):
        import_model(store, BROKEN / "hugew.safetensors", try_in_process)
    assert not list(tmp_path.rglob("*.safetensors"))
    small = SHIPPED_MODELS / "small.safetensors"
    imported = import_model(store, small, try_in_process)
    assert imported.path.read_bytes() == small.read_bytes()
    assert ("torch" in sys.modules) == had_torch

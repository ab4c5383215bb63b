"""The model that training begins with is tried as any model is before it is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from handdigit.errors import ModelFileError
from handdigit.storage.models.model_file import read_model_info
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs.run_spec import RunSpec
from handdigit.training.stored_run import prepare_run

HUGE = Path(__file__).parents[1] / "replay" / "models" / "hugew.safetensors"


def test_training_does_not_begin_with_a_model_that_computes_no_numbers(tmp_path: Path) -> None:
    recipe = {"network": read_model_info(HUGE).architecture.text()}
    spec = RunSpec(recipe, ("generated",), "further", start=HUGE)
    with pytest.raises(ModelFileError, match="computes numbers too large to be any"):
        prepare_run(spec, AppPaths(tmp_path))

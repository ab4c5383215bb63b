"""The photos that were once misread."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.paths import AppPaths

CASES = Path(__file__).parents[3] / "shared" / "cases" / "photos"
PHOTOS = sorted(CASES.glob("*.jpg"))


@pytest.fixture(scope="module")
def recogniser(tmp_path_factory: pytest.TempPathFactory) -> Recogniser:
    store = ModelStore(AppPaths(tmp_path_factory.mktemp("data")))
    return Recogniser(read_model(store.find(DEFAULT_MODEL)), "cpu")


@pytest.mark.skipif(not PHOTOS, reason="needs the cases in ../shared/cases")
@pytest.mark.parametrize("path", PHOTOS, ids=lambda path: path.stem)
def test_the_digit_in_the_photo_is_read(recogniser: Recogniser, path: Path) -> None:
    photo = np.asarray(ImageOps.exif_transpose(Image.open(path)).convert("RGB"))
    answer = recogniser.recognise(photo)
    assert answer.label == path.stem.split("_")[1]

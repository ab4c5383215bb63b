"""Named recipes."""

from __future__ import annotations

import pytest

from handdigit.errors import HanddigitError
from handdigit.experiment.recipe_file import read_recipe
from handdigit.storage.named_files import RecipeStore, recipe_note
from handdigit.storage.paths import AppPaths


@pytest.fixture
def store(tmp_path):
    return RecipeStore(AppPaths(tmp_path))


def test_every_shipped_recipe_reads_and_says_what_it_is(store):
    files = store.files()
    assert {"default", "small"} <= {file.name for file in files}
    for file in files:
        assert not file.is_own
        assert read_recipe(file.path).network
        assert recipe_note(file.text())


def test_own_recipes_stand_beside_the_shipped_ones(store):
    text = '# Mine, in short.\n# Two lines.\nnetwork = "small"\nepochs = 3\n'
    saved = store.save("short", text)
    assert store.files()[-1] == saved
    assert read_recipe(saved.path).epochs == 3
    assert recipe_note(text) == "Mine, in short. Two lines."
    store.delete("short")
    assert store.find("short") is None


def test_a_shipped_recipe_cannot_be_written_over(store):
    with pytest.raises(HanddigitError, match="choose another name"):
        store.save("default", "")

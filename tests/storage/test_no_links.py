"""What lies in the data folder as a link is not written through, whichever store it belongs to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handdigit.errors import HanddigitError
from handdigit.storage.atomic import locked, write_atomically
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.datasets.mnist import fetch_mnist
from handdigit.storage.models.import_export import import_model
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.named_files import NetworkStore, RecipeStore
from handdigit.storage.paths import ASSETS, AppPaths
from handdigit.storage.runs.run_store import RunSpec, RunStore
from handdigit.storage.samples.sample_store import SampleStore

SEVEN = read_samples(ASSETS / "examples" / "seven.json")[0].ink
TINY = Path(__file__).parents[1] / "earlier" / "tiny.safetensors"
SPEC = RunSpec({"network": "small"}, ("generated",), "name")
WRITERS: dict[str, Callable[[AppPaths], object]] = {
    "models": lambda paths: import_model(ModelStore(paths), TINY),
    "runs": lambda paths: RunStore(paths.runs).create(SPEC),
    "recipes": lambda paths: RecipeStore(paths).save("mine", ""),
    "networks": lambda paths: NetworkStore(paths).save("mine", "Flatten()\nLinear(10)"),
    "samples.sqlite": lambda paths: SampleStore(paths.samples).add(SEVEN, "7"),
    "mnist": lambda paths: fetch_mnist(paths.mnist, mirrors=()),
}


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    (tmp_path / "data").mkdir()
    return AppPaths(tmp_path / "data")


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("is_there", [True, False])
def test_a_store_in_a_link_is_a_sentence(paths: AppPaths, name: str, is_there: bool):
    outside = paths.folder.with_name("outside")
    if is_there:
        outside.mkdir()
    (paths.folder / name).symlink_to(outside)
    with pytest.raises(HanddigitError, match=f"{name} is a link, and nothing is written outside"):
        WRITERS[name](paths)
    assert not list(outside.rglob("*"))
    assert outside.exists() == is_there


@pytest.mark.parametrize("name", ["models", "runs", "recipes", "networks"])
def test_the_data_folder_itself_may_be_a_link(paths: AppPaths, name: str, tmp_path: Path):
    link = tmp_path / "link"
    link.symlink_to(paths.folder)
    WRITERS[name](AppPaths(link))
    assert list((paths.folder / name).iterdir())


def test_a_run_whose_folder_is_a_link_is_not_trained(paths: AppPaths, tmp_path: Path):
    store = RunStore(paths.runs)
    run = store.create(SPEC)
    run.folder.rename(tmp_path / "elsewhere")
    run.folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(HanddigitError, match="is a link"), store.locked(run):
        pass
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["run.json"]


def test_a_trash_that_is_a_link_takes_no_model(paths: AppPaths, tmp_path: Path):
    store = ModelStore(paths)
    model = import_model(store, TINY)
    (paths.models / ".trash").symlink_to(tmp_path)
    with pytest.raises(HanddigitError, match="is a link"):
        store.delete(model)
    assert store.stored("tiny") == model


def test_a_file_takes_the_place_of_a_link_and_what_it_led_to_stays(tmp_path: Path):
    precious, place = tmp_path / "precious", tmp_path / "place"
    precious.write_text("as it was")
    place.symlink_to(precious)
    write_atomically(place, b"new")
    assert (place.read_text(), precious.read_text()) == ("new", "as it was")
    assert not place.is_symlink()


def test_a_lock_that_is_a_link_leaves_what_it_leads_to(tmp_path: Path):
    precious, lock = tmp_path / "precious", tmp_path / "lock"
    precious.write_text("as it was")
    lock.symlink_to(precious)
    with pytest.raises(HanddigitError), locked(lock, "", timeout_s=0):
        pass
    assert precious.read_text() == "as it was"

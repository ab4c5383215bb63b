"""Models are found by name and by path, changed without touching weights, deleted and restored."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from handdigit.errors import HanddigitError, ModelFileError
from handdigit.network.architecture import Architecture
from handdigit.storage.models import import_export, model_store
from handdigit.storage.models.import_export import export_model, import_model
from handdigit.storage.models.model_file import ModelFile, read_model, read_model_info, write_model
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.models.trash import KEPT_S
from handdigit.storage.paths import AppPaths

ROOT = Path(__file__).parents[2]


def save(path: Path) -> Path:
    info = ModelInfo(path.stem, Architecture.parse("Flatten()\nLinear(10)"))
    rng = np.random.default_rng(len(path.stem))
    weights = {
        "dense1.weight": rng.normal(size=(10, 784)).astype(np.float32),
        "dense1.bias": np.zeros(10, np.float32),
    }
    write_model(path, ModelFile(info, weights))
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


def make_not_a_number(path: Path) -> None:
    model = read_model(path)
    spoilt = dict(model.weights) | {"dense1.bias": np.full(10, np.nan, np.float32)}
    write_model(path, ModelFile(model.info, spoilt))


def make_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


CHANGES: dict[str, Callable[[Path], None]] = {
    "no numbers": make_not_a_number,
    "cut": lambda path: os.truncate(path, 1000),
    "3 GB": lambda path: os.truncate(path, 3 << 30),
    "a pipe": make_pipe,
    "gone": Path.unlink,
}
"""What somebody else does to a file that is being imported."""


def files_in(folder: Path) -> list[Path]:
    """Return all that lies in the user's models but the lock."""
    return [path for path in folder.rglob("*") if path.name != model_store.LOCK]


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


class TestChanging:
    @pytest.fixture
    def mine(self, store: ModelStore, paths: AppPaths) -> StoredModel:
        save(paths.models / "mine.safetensors")
        return store.stored("mine")

    def test_renaming_changes_the_name_alone(self, store: ModelStore, mine: StoredModel) -> None:
        before = read_model(mine.path)
        renamed = store.rename(mine, "Größe 2")
        assert names(store) == ["default", "Größe 2"]
        after = read_model(renamed.path)
        assert after.fingerprint() == before.fingerprint()
        assert after.info == replace(before.info, name="Größe 2")
        assert not mine.path.exists()

    def test_upper_and_lower_case_can_be_changed(
        self, store: ModelStore, mine: StoredModel, paths: AppPaths
    ) -> None:
        before = read_model(mine.path)
        renamed = store.rename(mine, "Mine")
        assert renamed.info == replace(before.info, name="Mine")
        assert names(store) == ["default", "Mine"]
        assert [path.name for path in paths.models.glob("*.safetensors")] == ["Mine.safetensors"]

    @pytest.mark.parametrize(
        "name",
        [" x", "x.", "a/b", "a\\b", "..", ".hidden", "x" * 61, "a\nb", "a:b", "\0", "NUL", "con.2"],
    )
    def test_what_is_no_name_is_refused(
        self, store: ModelStore, mine: StoredModel, name: str
    ) -> None:
        with pytest.raises(HanddigitError, match="cannot be a name"):
            store.rename(mine, name)
        assert names(store) == ["default", "mine"]

    @pytest.mark.parametrize("name", ["default", "other", "OTHER"])
    def test_a_name_that_is_taken_is_refused(
        self, store: ModelStore, mine: StoredModel, paths: AppPaths, name: str
    ) -> None:
        save(paths.models / "other.safetensors")
        with pytest.raises(HanddigitError, match="already: choose another name"):
            store.rename(mine, name)

    def test_a_note_changes_no_weight(self, store: ModelStore, mine: StoredModel) -> None:
        fingerprint = store.fingerprint(mine)
        noted = store.annotate(mine, "with my sevens")
        assert noted.info.note == "with my sevens"
        assert store.fingerprint(noted) == fingerprint
        assert store.models()[1].info.note == "with my sevens"

    def test_a_full_disk_leaves_the_version_as_it_was(
        self, store: ModelStore, mine: StoredModel, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def disk_full(descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        content = mine.path.read_bytes()
        monkeypatch.setattr("os.fsync", disk_full)
        with pytest.raises(HanddigitError, match="No space left"):
            store.annotate(mine, "a note")
        with pytest.raises(HanddigitError, match="No space left"):
            store.rename(mine, "other")
        assert mine.path.read_bytes() == content
        assert names(store) == ["default", "mine"]

    def test_what_was_deleted_comes_back(self, store: ModelStore, mine: StoredModel) -> None:
        content = mine.path.read_bytes()
        deleted = store.delete(mine)
        assert names(store) == ["default"]
        restored = store.restore(deleted)
        assert restored.path.read_bytes() == content
        assert names(store) == ["default", "mine"]

    def test_it_comes_back_under_another_name_if_its_own_is_taken(
        self, store: ModelStore, mine: StoredModel
    ) -> None:
        deleted = store.delete(mine)
        save(mine.path)
        assert store.restore(deleted).name == "mine-2"

    def test_deleted_for_good_is_gone(
        self, store: ModelStore, mine: StoredModel, paths: AppPaths
    ) -> None:
        deleted = store.delete(mine)
        store.trash.remove(deleted)
        assert list(paths.models.iterdir()) == []
        with pytest.raises(HanddigitError, match="cannot be brought back"):
            store.restore(deleted)

    def test_only_old_trash_is_emptied(self, store: ModelStore, mine: StoredModel) -> None:
        deleted = store.delete(mine)
        store.trash.remove_old()
        assert deleted.trash.exists()
        long_ago = deleted.trash.stat().st_mtime - KEPT_S - 60
        os.utime(deleted.trash, (long_ago, long_ago))
        store.trash.remove_old()
        assert not deleted.trash.exists()

    def test_what_came_with_the_program_stays(self, store: ModelStore) -> None:
        shipped = store.stored("default")
        assert store.is_shipped(shipped)
        for change in (
            lambda: store.rename(shipped, "x"),
            lambda: store.annotate(shipped, "x"),
            lambda: store.delete(shipped),
        ):
            with pytest.raises(HanddigitError, match="default came with the program"):
                change()

    def test_a_file_from_elsewhere_is_imported_first(
        self, store: ModelStore, tmp_path: Path
    ) -> None:
        path = save(tmp_path / "elsewhere" / "mine.safetensors")
        with pytest.raises(HanddigitError, match="import it first"):
            store.delete(store.stored(str(path)))
        assert path.exists()

    def test_import_copies_byte_for_byte(
        self, store: ModelStore, mine: StoredModel, tmp_path: Path
    ) -> None:
        path = save(tmp_path / "elsewhere" / "mine.safetensors")
        imported = import_model(store, path)
        assert imported.name == "mine-2"
        assert imported.path.read_bytes() == path.read_bytes()

    def test_what_is_damaged_is_not_imported(self, store: ModelStore, tmp_path: Path) -> None:
        path = save(tmp_path / "elsewhere" / "mine.safetensors")
        model = read_model(path)
        spoilt = dict(model.weights) | {"dense1.bias": np.full(10, np.nan, np.float32)}
        write_model(path, ModelFile(model.info, spoilt))
        with pytest.raises(ModelFileError, match="not all numbers"):
            import_model(store, path)
        assert names(store) == ["default"]

    @pytest.mark.parametrize("change", CHANGES)
    def test_what_was_tried_is_what_is_kept_whatever_becomes_of_the_file(
        self, change: str, store: ModelStore, paths: AppPaths, tmp_path: Path
    ) -> None:
        path = save(tmp_path / "elsewhere" / "mine.safetensors")
        content = path.read_bytes()

        def try_and_change(copy: Path) -> None:
            assert (copy.name, copy.read_bytes()) == (path.name, content)
            CHANGES[change](path)

        imported = import_model(store, path, try_and_change)
        assert imported.path.read_bytes() == content
        assert files_in(paths.models) == [imported.path]
        assert imported.path.stat().st_mode & 0o777 == save(tmp_path / "new").stat().st_mode & 0o777

    @pytest.mark.parametrize("change", CHANGES)
    def test_what_changes_before_it_is_read_is_refused_or_sound_and_leaves_nothing(
        self, change: str, store: ModelStore, paths: AppPaths, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        path = save(tmp_path / "elsewhere" / "mine.safetensors")

        def look_and_change(looked_at: Path) -> ModelInfo:
            info = read_model_info(looked_at)
            CHANGES[change](path)
            return info

        monkeypatch.setattr(import_export, "read_model_info", look_and_change)
        with pytest.raises(ModelFileError):
            import_model(store, path)
        assert files_in(paths.models) == []

    def test_a_trial_that_fails_or_a_cancelled_import_leaves_nothing(
        self, store: ModelStore, paths: AppPaths, tmp_path: Path
    ) -> None:
        path, tried = save(tmp_path / "elsewhere" / "mine.safetensors"), []

        def fail(copy: Path) -> None:
            raise ModelFileError(f"{copy.name} computes nothing.")

        with pytest.raises(ModelFileError, match=r"^mine\.safetensors computes nothing"):
            import_model(store, path, fail)
        with pytest.raises(HanddigitError, match=f"The import of {path} was cancelled"):
            import_model(store, path, tried.append, lambda: bool(tried))
        assert files_in(paths.models) == []

    def test_what_is_exported_is_what_was_looked_at(
        self, store: ModelStore, mine: StoredModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        content = mine.path.read_bytes()

        def look_and_change(*looked_at: Any) -> ModelInfo:
            info = read_model_info(*looked_at)
            CHANGES["cut"](mine.path)
            return info

        monkeypatch.setattr(import_export, "read_model_info", look_and_change)
        assert export_model(store, mine, tmp_path / "copy").read_bytes() == content

    def test_export_copies_out_and_adds_the_ending(
        self, store: ModelStore, mine: StoredModel, tmp_path: Path
    ) -> None:
        target = export_model(store, mine, tmp_path / "copy")
        assert target == tmp_path / "copy.safetensors"
        assert target.read_bytes() == mine.path.read_bytes()
        with pytest.raises(HanddigitError, match="outside the program's own models"):
            export_model(store, mine, mine.path)

    def test_a_version_is_never_replaced(self, store: ModelStore, mine: StoredModel) -> None:
        with pytest.raises(HanddigitError, match="already"):
            store.add(read_model(mine.path))
        added = store.add(ModelFile(replace(mine.info, name="new"), read_model(mine.path).weights))
        assert added == store.stored("new")

    @pytest.mark.parametrize(
        ("wish", "expected"),
        [
            ("new", "new"),
            ("con", "_con"),
            ("Aux.mine", "_Aux.mine"),
            ("mine", "mine-2"),
            ("a/b:c", "abc"),
            (" .x. ", "x"),
            ("", "model"),
        ],
    )
    def test_an_unused_name_is_a_valid_one(
        self, store: ModelStore, mine: StoredModel, wish: str, expected: str
    ) -> None:
        assert store.unused_name(wish) == expected
        assert store.rename(mine, store.unused_name(wish)).name == expected


NAMER = """
import sys
from dataclasses import replace
from pathlib import Path
from handdigit.errors import HanddigitError
from handdigit.storage.models.model_file import read_model
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import AppPaths
store, model = ModelStore(AppPaths(Path(sys.argv[1]))), read_model(Path(sys.argv[2]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(sys.argv[3])):
    try:
        named = replace(model, info=replace(model.info, name=f"version {number}", note=sys.argv[4]))
        store.add(named)
        print(number)
    except HanddigitError as error:
        assert "already: choose another name" in str(error), error
"""
ROUNDS = 60


def test_two_processes_never_give_one_name_twice(paths: AppPaths, tmp_path: Path) -> None:
    source = save(tmp_path / "source.safetensors")
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", NAMER, str(paths.folder), str(source), str(ROUNDS), note],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for note in ("first", "second")
    ]  # fmt: skip
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    outputs = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    given = [int(number) for output in outputs for number in output]
    assert sorted(given) == list(range(ROUNDS))

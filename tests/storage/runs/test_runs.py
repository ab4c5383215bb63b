"""Runs on disk: found again, never trained twice at once, not lost with a damaged file."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import safetensors.numpy

from handdigit.errors import HanddigitError
from handdigit.network.zoo import ZOO
from handdigit.storage.atomic import FileIdentity, LockedError, TakenError, write_atomically
from handdigit.storage.models.model_file import ModelFile, read_model, read_model_info
from handdigit.storage.models.model_info import ModelInfo
from handdigit.storage.paths import AppPaths
from handdigit.storage.runs import run_store as runs
from handdigit.storage.runs.run_state import PREVIOUS, STATE, RunError, RunState
from handdigit.storage.runs.run_store import LOCK, ORDER, RESULT, Run, RunSpec, RunStatus, RunStore

RECIPE = {"network": "softmax-regression", "epochs": 3}
ROOT = Path(__file__).parents[2]


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    return AppPaths(tmp_path / "data")


@pytest.fixture
def store(paths: AppPaths) -> RunStore:
    return RunStore(paths.runs)


def run_spec(name: str = "My run", out: Path | None = None) -> RunSpec:
    return RunSpec(RECIPE, ("generated", "mnist:/somewhere"), name, out)


def state(step: int) -> RunState:
    arrays = {
        "network.weight": np.full((3, 2), step, np.float32),
        "steps_seen": np.array(step, np.int64),
        "none": np.zeros((0, 4), np.float32),
    }
    return RunState(step, step // 10, arrays, {"history": [{"loss": 0.1}], "rate_factor": 1.0})


def model(name: str = "whatever") -> ModelFile:
    return ModelFile(ModelInfo(name, ZOO["softmax-regression"]), {"w": np.ones(2, np.float32)})


@pytest.fixture
def run(store: RunStore) -> Run:
    return store.create(run_spec())


def test_a_run_is_found_again_as_it_was_ordered(store: RunStore, tmp_path: Path):
    out = tmp_path / "a.safetensors"
    ordered = RunSpec(RECIPE, ("samples",), "Ä/b", out, Path("/m"), Path("/t"), "cpu")
    run = store.create(ordered)
    assert store.find(run.id) == run
    assert run.spec == ordered
    assert run.status is RunStatus.UNFINISHED
    assert store.runs() == store.unfinished() == (run,)


def test_runs_of_one_second_are_different_runs(store: RunStore):
    first, second, third = (store.create(run_spec()) for _ in range(3))
    assert len({first.id, second.id, third.id}) == 3
    assert store.runs() == (third, second, first)


def test_there_are_none_before_the_first(store: RunStore):
    assert store.runs() == ()


def test_the_newest_run_that_was_to_write_a_file(store: RunStore, tmp_path: Path):
    out = tmp_path / "a.safetensors"
    store.create(run_spec(out=tmp_path / "b.safetensors"))
    assert store.unfinished_for(out) is None
    run = store.create(run_spec(out=out))
    assert store.unfinished_for(out) == run


@pytest.mark.parametrize("names", [("real", "link"), ("link", "real"), ("real/../link", "real")])
def test_a_run_is_found_by_any_path_of_its_file(
    store: RunStore, tmp_path: Path, names: tuple[str, str]
):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    ordered, asked = (tmp_path / name / "m.safetensors" for name in names)
    run = store.create(run_spec(out=ordered))
    assert store.unfinished_for(asked) == run
    assert store.unfinished_for(tmp_path / "m.safetensors") is None


# --- checkpoints -----------------------------------------------------------------------------


def test_a_checkpoint_comes_back_bit_for_bit(store: RunStore, run: Run):
    assert store.read_state(run) is None
    assert store.progress(run) is None
    store.write_state(run, state(7))
    store.write_state(run, state(12))
    found = store.read_state(run)
    assert found is not None
    assert (found.step, found.epoch, found.facts) == (12, 1, state(12).facts)
    assert {name: a.shape for name, a in found.arrays.items()} == {
        "network.weight": (3, 2), "steps_seen": (), "none": (0, 4)
    }  # fmt: skip
    for name, expected in state(12).arrays.items():
        assert found.arrays[name].dtype == expected.dtype
        np.testing.assert_array_equal(found.arrays[name], expected)
    progress = store.progress(run)
    assert progress is not None
    assert (progress.step, progress.epoch) == (12, 1)


def damage_truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def damage_emptied(path: Path) -> None:
    path.write_bytes(b"")


def damage_garbage(path: Path) -> None:
    path.write_bytes(b"\xff" * 500)


def damage_one_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


@pytest.fixture(params=[damage_truncated, damage_emptied, damage_garbage, damage_one_bit])
def damage(request: pytest.FixtureRequest):
    return request.param


def test_a_damaged_checkpoint_loses_only_the_last_steps(store: RunStore, run: Run, damage):
    store.write_state(run, state(7))
    store.write_state(run, state(12))
    damage(run.folder / STATE)
    found = store.read_state(run)
    assert found is not None
    assert found.step == 7
    store.write_state(run, state(13))
    found = store.read_state(run)
    assert found is not None
    assert found.step == 13


def test_nothing_but_damaged_checkpoints_is_a_sentence(store: RunStore, run: Run, damage):
    store.write_state(run, state(7))
    store.write_state(run, state(12))
    damage(run.folder / STATE)
    damage(run.folder / PREVIOUS)
    with pytest.raises(RunError, match=r"are damaged: start the training anew\.$"):
        store.read_state(run)


def test_killed_between_two_renamings_the_one_before_is_there(store: RunStore, run: Run):
    store.write_state(run, state(7))
    (run.folder / STATE).rename(run.folder / PREVIOUS)
    found = store.read_state(run)
    assert found is not None
    assert found.step == 7


def test_a_checkpoint_of_a_newer_program_is_a_sentence(
    store: RunStore, run: Run, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        patch.setattr("handdigit.storage.runs.run_state.FORMAT", 2)
        store.write_state(run, state(7))
    with pytest.raises(RunError, match="newer handdigit: update handdigit"):
        store.read_state(run)


def test_a_full_disk_leaves_the_checkpoint_before(
    store: RunStore, run: Run, monkeypatch: pytest.MonkeyPatch
):
    store.write_state(run, state(7))

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(HanddigitError, match=r"cannot be written: No space left on device\.$"):
            store.write_state(run, state(12))
    found = store.read_state(run)
    assert found is not None
    assert found.step == 7


def test_the_epochs_are_ordinary_models(store: RunStore, run: Run):
    for epoch in (0, 2, 1):
        store.write_snapshot(run, epoch, model())
    assert store.snapshots(run) == tuple(store.snapshot(run, epoch) for epoch in range(3))
    assert read_model_info(store.snapshots(run)[0]).name == "whatever"


# --- orders ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"format": 1}', b'{"format": "x"}', b"null", b"\xff\xfe"]
)
def test_a_damaged_order_is_a_sentence_and_hides_no_other_run(store: RunStore, content: bytes):
    damaged, whole = store.create(run_spec()), store.create(run_spec())
    (damaged.folder / ORDER).write_bytes(content)
    with pytest.raises(HanddigitError, match=r"damaged|not a text file"):
        store.find(damaged.id)
    assert store.runs() == (whole,)


def test_an_order_of_a_newer_program_is_a_sentence(store: RunStore, run: Run):
    value = json.loads((run.folder / ORDER).read_text())
    (run.folder / ORDER).write_text(json.dumps(value | {"format": 99}))
    with pytest.raises(RunError, match="newer handdigit: update handdigit"):
        store.find(run.id)
    assert store.runs() == ()


def test_a_run_that_is_not_there(store: RunStore):
    with pytest.raises(RunError, match="no training run x"):
        store.find("x")


def test_a_file_in_place_of_the_folder(paths: AppPaths, store: RunStore):
    paths.folder.mkdir()
    paths.runs.write_text("a file")
    assert store.runs() == ()
    with pytest.raises(HanddigitError):
        store.create(run_spec())


def test_a_run_that_cannot_be_stored_leaves_no_folder(
    paths: AppPaths, store: RunStore, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> None:
        raise HanddigitError("No space left on device.")

    monkeypatch.setattr("handdigit.storage.runs.run_store.write_atomically", full)
    with pytest.raises(HanddigitError, match="No space"):
        store.create(run_spec())
    assert not list(paths.runs.iterdir())


# --- the end ---------------------------------------------------------------------------------


def test_a_finished_run_is_a_version(store: RunStore, run: Run, paths: AppPaths):
    store.write_state(run, state(7))
    path = store.write_result(run, model(), paths)
    assert path == paths.models / "My run.safetensors"
    assert read_model(path).info.name == "My run"
    finished = store.find(run.id)
    assert (finished.status, finished.model) == (RunStatus.FINISHED, path)
    assert store.unfinished() == ()
    assert store.read_state(run) is None


def test_versions_of_one_name_are_numbered(store: RunStore, paths: AppPaths):
    made = [store.write_result(store.create(run_spec("default")), model(), paths) for _ in range(2)]
    names = {path.stem for path in made}
    assert len(names) == 2
    assert "default" not in names  # that is the one shipped


def test_a_file_that_was_named_is_written_there(store: RunStore, paths: AppPaths, tmp_path: Path):
    out = tmp_path / "there.safetensors"
    assert store.write_result(store.create(run_spec(out=out)), model(), paths) == out
    assert read_model(out).info.name == "there"


def test_only_the_file_that_was_there_at_the_beginning_is_replaced(
    store: RunStore, paths: AppPaths, tmp_path: Path
):
    out = tmp_path / "there.safetensors"
    out.write_text("the first")
    spec = replace(run_spec(out=out), replaces=FileIdentity.of(out))
    first, second = store.create(spec), store.create(spec)
    assert store.write_result(first, model(), paths) == out
    other = out.read_bytes()
    with pytest.raises(TakenError, match="there-2"):
        store.write_result(second, model(), paths)
    assert out.read_bytes() == other
    kept = out.with_name("there-2.safetensors")
    assert (store.find(second.id).model, kept.exists()) == (kept, True)


def test_a_run_that_does_not_say_which_file_it_replaces_replaces_none(
    store: RunStore, paths: AppPaths, tmp_path: Path
):
    out = tmp_path / "there.safetensors"
    out.write_text("another's")
    run = store.create(run_spec(out=out))
    order = json.loads((run.folder / ORDER).read_text())
    del order["order"]["replaces"]
    order["order"]["overwrite"] = True
    (run.folder / ORDER).write_text(json.dumps(order))
    with pytest.raises(TakenError):
        store.write_result(store.find(run.id), model(), paths)
    assert out.read_text() == "another's"


def test_a_run_whose_folder_was_removed_is_stored_again(store: RunStore, run: Run):
    store.write_state(run, state(7))
    shutil.rmtree(run.folder)
    store.write_state(run, state(8))
    assert store.unfinished() == (run,)
    found = store.read_state(run)
    assert found is not None
    assert found.step == 8


def test_a_result_that_cannot_be_written_can_be_written_later(
    store: RunStore, run: Run, paths: AppPaths
):
    store.write_state(run, state(7))
    paths.models.write_text("in the way")
    with pytest.raises(HanddigitError, match="cannot be written"):
        store.write_result(run, model(), paths)
    assert store.unfinished() == (run,)
    assert store.read_state(run) is not None
    paths.models.unlink()
    store.write_result(run, model(), paths)
    assert store.unfinished() == ()


def test_a_result_written_half_is_written_again_in_the_same_place(
    store: RunStore, run: Run, paths: AppPaths, monkeypatch: pytest.MonkeyPatch
):
    def killed(path: Path, content: bytes, **_: object) -> None:
        if json.loads(content)["finished"]:
            raise KeyboardInterrupt
        write_atomically(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(runs, write_atomically.__name__, killed)
        with pytest.raises(KeyboardInterrupt):
            store.write_result(run, model(), paths)
    assert store.find(run.id).status is RunStatus.UNFINISHED
    store.write_result(run, model(), paths)
    assert [path.name for path in paths.models.glob("*.safetensors")] == ["My run.safetensors"]


def test_a_deleted_run_is_gone_and_its_model_is_not(store: RunStore, run: Run, paths: AppPaths):
    path = store.write_result(run, model(), paths)
    store.delete(run)
    assert store.runs() == ()
    assert not run.folder.exists()
    assert path.exists()


# --- whose run it is -------------------------------------------------------------------------

HOLDER = """
import sys
from pathlib import Path
from handdigit.storage.runs.run_store import RunStore
store = RunStore(Path(sys.argv[1]))
with store.locked(store.find(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def other_process(store: RunStore, run: Run, paths: AppPaths) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(paths.runs), run.id],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_run_is_trained_by_one_process_only(
    store: RunStore,
    run: Run,
    other_process: subprocess.Popen[str],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("handdigit.storage.runs.run_store.LOCK_PATIENCE_S", 0.05)
    assert store.is_locked(run)
    assert store.unfinished() == ()
    with pytest.raises(LockedError, match="by another window or command"), store.locked(run):
        pass
    with pytest.raises(LockedError, match="by another window or command"):
        store.delete(run)
    assert store.find(run.id) == run


def test_a_killed_process_keeps_no_run(
    store: RunStore, run: Run, other_process: subprocess.Popen[str]
):
    other_process.kill()
    other_process.wait()
    assert store.unfinished() == (run,)
    with store.locked(run):
        pass


def test_what_a_killed_process_had_half_written_is_swept_up(store: RunStore, run: Run):
    leftover = run.folder / ".handdigit-0123456789abcdef.tmp"
    leftover.write_bytes(b"half")
    with store.locked(run):
        assert not leftover.exists()
        assert store.is_locked(run)
    assert not store.is_locked(run)
    assert (run.folder / LOCK).exists()


# --- values that no run has ------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"name": 3},
        {"out": "zero\0byte"},
        {"sources": "generated"},
        {"sources": [10**400]},
        {"recipe": [1]},
        {"device": None},
        {"alphabet": {"names": [10**400], "keys": [], "kind": "x"}},
    ],
    ids=str,
)
def test_a_run_spec_of_other_values_is_damaged(store: RunStore, run: Run, changes: dict):
    value = json.loads((run.folder / ORDER).read_text())
    value["order"] |= changes
    (run.folder / ORDER).write_text(json.dumps(value))
    with pytest.raises(HanddigitError):
        store.find(run.id)
    assert store.runs() == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [("step", -1), ("step", 10**400), ("epoch", True), ("facts", []), ("format", [])],
    ids=str,
)
def test_a_checkpoint_of_other_values_is_damaged(store: RunStore, run: Run, key: str, value):
    store.write_state(run, state(7))
    path = run.folder / STATE
    with safetensors.safe_open(path, framework="numpy") as file:
        described = json.loads(file.metadata()["handdigit-run"])
        arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    metadata = {"handdigit-run": json.dumps(described | {key: value})}
    safetensors.numpy.save_file(arrays, path, metadata=metadata)
    for read in (store.read_state, store.progress):
        with pytest.raises(RunError, match=r"are damaged: start the training anew\.$"):
            read(run)


def test_a_checkpoint_of_the_longest_training_is_read(store: RunStore, run: Run):
    epoch = {"loss": 0.1234567891234567, "accuracy": 0.1234567891234567, "step": 10**9}
    history = [epoch | {"epoch": number} for number in range(100_000)]
    store.write_state(run, RunState(1, 1, {}, {"history": history}))
    progress = store.progress(run)
    assert progress is not None
    assert progress.facts["history"][-1] == history[-1]


def test_a_path_in_no_encoding_is_kept(store: RunStore, tmp_path: Path):
    out = tmp_path / "half\udcff.safetensors"
    assert store.create(run_spec(out=out)).spec.out == out


@pytest.mark.parametrize("content", ["[1]", '{"model": 3, "finished": true}', "[" * 9000])
def test_a_damaged_result_is_none(store: RunStore, run: Run, content: str):
    (run.folder / RESULT).write_text(content)
    assert store.find(run.id).status is RunStatus.UNFINISHED

"""Which model answers after training, on real files, with an engine that notes what it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handdigit.engine.protocol.messages import EngineEvent, LoadModel, ModelLoaded
from handdigit.engine.trainer.messages import RunFinished
from handdigit.gui.state.background import finish_writing
from handdigit.gui.state.drawing.document import Document
from handdigit.gui.state.models.activation_policy import ActivationPolicy
from handdigit.gui.state.models.active_model import open_settings
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.session import Session
from handdigit.gui.state.training.training import TrainingSession
from handdigit.network.recognition import DeviceReport
from handdigit.storage.models.model_file import ModelFile, read_model, write_model
from handdigit.storage.models.model_store import DEFAULT_MODEL, ModelStore
from handdigit.storage.models.stored_model import StoredModel
from handdigit.storage.paths import AppPaths


class Engine:
    """Loads every model that it is told to."""

    def listen(self, on_event: Callable[[EngineEvent], None]) -> None:
        self._tell = on_event

    def load_model(self, wish: LoadModel) -> None:
        self._tell(ModelLoaded(wish.path, DeviceReport("cpu", ""), wish.member))
        QApplication.processEvents()


@pytest.fixture
def store(paths: AppPaths) -> ModelStore:
    return ModelStore(paths)


@pytest.fixture
def training(qapp: QApplication, paths: AppPaths) -> TrainingSession:
    return TrainingSession(paths)


@pytest.fixture
def library(qapp: QApplication, paths: AppPaths, store: ModelStore) -> Iterator[ModelLibrary]:
    session = Session(Engine(), Document(), store.stored(DEFAULT_MODEL), "cpu")
    library = ModelLibrary(session, store, open_settings(paths))
    yield library
    library.close()
    finish_writing(library)


@pytest.fixture
def policy(training: TrainingSession, library: ModelLibrary) -> ActivationPolicy:
    return ActivationPolicy(training, library)


@pytest.fixture
def trained(store: ModelStore) -> ModelFile:
    model = read_model(store.stored(DEFAULT_MODEL).path)
    return replace(model, info=replace(model.info, name="trained"))


@pytest.mark.parametrize("was_stopped", [False, True])
def test_what_a_run_became_is_a_version_that_waits_for_a_decision(
    qtbot: QtBot, policy, training, library, store, trained, was_stopped
):
    file = store.add(trained).path  # as the trainer writes it: nobody tells the library
    finished = RunFinished("a run", file, 3, was_stopped, was_stopped=was_stopped)
    with qtbot.waitSignal(policy.run_kept) as told:
        training.run_finished.emit(finished)
    (run,) = told.args
    assert run is policy.undecided
    assert (run.made.path, run.before.name, run.finished) == (file, DEFAULT_MODEL, finished)
    assert library.active.name == DEFAULT_MODEL
    policy.settle()
    assert policy.undecided is None
    assert library.model_at(file) is not None


def test_a_run_whose_file_cannot_be_read_changes_nothing(
    qtbot: QtBot, policy, training, library, tmp_path: Path
):
    with qtbot.waitSignal(policy.run_lost) as told:
        training.run_finished.emit(RunFinished("a run", tmp_path / "gone", 3, False))
    assert told.args == [tmp_path / "gone"]
    assert library.active.name == DEFAULT_MODEL


def test_a_run_that_failed_changes_nothing(policy, training, library):
    training.run_failed.emit("The disk is full.")
    assert library.active.name == DEFAULT_MODEL


def test_a_lesson_that_is_used_answers_under_a_name_of_its_own(qtbot, policy, library, trained):
    kept: list[StoredModel] = []
    for _ in range(2):
        policy.keep_lesson(trained, "default taught", kept.append, pytest.fail, answers=True)
    qtbot.waitUntil(lambda: len(kept) == 2)
    first, second = kept
    assert first.name == "default taught"
    assert second.name != first.name
    assert library.active.path == second.path
    assert library.previous is not None
    assert library.previous.path == first.path


def test_a_lesson_that_is_kept_for_later_does_not_answer(qtbot, policy, library, trained):
    kept: list[StoredModel] = []
    policy.keep_lesson(trained, "default taught", kept.append, pytest.fail, answers=False)
    qtbot.waitUntil(lambda: bool(kept))
    assert kept[0] in library.models
    assert library.active.name == DEFAULT_MODEL


def test_a_checkpoint_that_is_kept_is_a_version_that_does_not_answer(
    qtbot, policy, library, trained, tmp_path: Path
):
    write_model(tmp_path / "epoch-001.safetensors", trained)
    kept: list[StoredModel] = []
    policy.keep_checkpoint(
        tmp_path / "epoch-001.safetensors", "default epoch 1", kept.append, pytest.fail
    )
    qtbot.waitUntil(lambda: bool(kept))
    assert kept[0] in library.models
    assert library.active.name == DEFAULT_MODEL
    assert library.previous is None


def test_a_checkpoint_that_has_gone_is_a_sentence(qtbot, policy, library, tmp_path: Path):
    told: list[str] = []
    policy.keep_checkpoint(tmp_path / "gone.safetensors", "gone", pytest.fail, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert "no such" in told[0]

"""A trainer to talk to: in a thread of this process, or in a process of its own."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from multiprocessing import Pipe
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from handdigit.engine.trainer.client import TrainerClient
from handdigit.engine.trainer.messages import (
    Leave,
    RunCommand,
    RunFailed,
    RunFinished,
    TrainerCommand,
    TrainerEnded,
    TrainerEvent,
)
from handdigit.engine.transport import Transport
from handdigit.experiment.events import LearningCurve
from handdigit.experiment.recipe import Augmentation, Recipe, Schedule
from handdigit.storage.models.model_file import read_model
from handdigit.storage.runs.run_store import RunSpec
from tests.processes import kill

TIMEOUT_S = 120.0
NETWORK = """
Conv2d(6, kernel=5, stride=2)
BatchNorm2d()
ReLU()
Flatten()
Dropout(0.3)
Linear(10)
"""
"""Small, with everything that could make a resumed run another: statistics and chance."""
STEPS_PER_EPOCH = 20
_Event = TypeVar("_Event")


def recipe(**changes: Any) -> Recipe:
    settings: dict[str, Any] = {
        "network": NETWORK,
        "epochs": 2,
        "batch_size": 16,
        "learning_rate": 0.02,
        "schedule": Schedule.COSINE,
        "averaging": 0.9,
        "generated": STEPS_PER_EPOCH * 16,
        "augmentation": Augmentation(rotate=5, thickness=0.1),
    }
    return Recipe(**(settings | changes))


def run_spec(name: str = "fresh", **changes: Any) -> RunSpec:
    return RunSpec(recipe(**changes).to_json(), ("generated",), name, device="cpu")


class Events:
    """Collects events and waits for one."""

    def __init__(self) -> None:
        self.events: list[TrainerEvent] = []
        self._changed = threading.Condition()

    def __call__(self, event: TrainerEvent) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def of(self, kind: type[_Event]) -> list[_Event]:
        return [event for event in self.events if isinstance(event, kind)]

    def wait_for(
        self, kind: type[_Event], wanted: Callable[[_Event], bool] = lambda _: True, after: int = 0
    ) -> _Event:
        """Return the first such event, not counting the first ``after`` of all events."""

        def found() -> list[_Event]:
            return [f for f in self.events[after:] if isinstance(f, kind) and wanted(f)]

        def over() -> list[TrainerEvent]:
            return [f for f in self.events if isinstance(f, RunFinished | RunFailed | TrainerEnded)]

        with self._changed:
            self._changed.wait_for(lambda: bool(found() or over()), TIMEOUT_S)
            assert found(), f"only {over() or self.events}"
            return found()[0]

    def curve(self, kind: type[Any]) -> LearningCurve:
        """Return what all events of a kind tell of the steps."""
        return LearningCurve.joined([event.curve for event in self.of(kind)])


class LocalTrainer(Events):
    """A run carried out in a thread: all but the process is real."""

    def __init__(self, command: RunCommand) -> None:
        super().__init__()
        self._near, self._far = map(Transport, Pipe())
        self._reader = threading.Thread(target=self._read)
        self._trainer = threading.Thread(target=self._train, args=(command, self._far))
        self._reader.start()
        self._trainer.start()

    def send(self, command: TrainerCommand) -> None:
        self._near.send(command)

    def join(self) -> None:
        """Wait until the trainer has ended."""
        self._trainer.join(TIMEOUT_S)
        assert not self._trainer.is_alive()
        self._reader.join(TIMEOUT_S)
        self._near.close()

    def leave(self) -> None:
        """End the trainer as a window that is closed does."""
        with contextlib.suppress(OSError):  # it has ended by itself, or was left before
            self.send(Leave())
        self.join()

    def _train(self, command: RunCommand, transport: Transport) -> None:
        from handdigit.engine.trainer.child import (
            run_training,  # torch: not for whoever only asks
        )

        try:
            run_training(command, transport)
        finally:
            transport.close()

    def _read(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                self(self._near.recv())


class TrainerProcess(Events):
    """A run carried out as the window has it done; use it as a context."""

    def __init__(self, command: RunCommand) -> None:
        super().__init__()
        self.client = TrainerClient(self)
        self.client.start(command)

    def __enter__(self) -> TrainerProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.leave()

    def send(self, command: TrainerCommand) -> None:
        self.client.send(command)

    def kill(self) -> None:
        """End it as the system does when the memory is out."""
        assert self.client.pid is not None
        kill(self.client.pid)


def weights(path: Path) -> dict[str, bytes]:
    """Return a model's weights to compare bit for bit."""
    return {name: np.asarray(a).tobytes() for name, a in read_model(path).weights.items()}


def result(events: Events) -> dict[str, bytes]:
    """Wait for the end of a run and return the weights that it gave."""
    return weights(events.wait_for(RunFinished).model)

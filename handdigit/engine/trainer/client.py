"""The window's side of the trainer: a process per run; its death is an event. No Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable

from handdigit.engine.process import GRACE_S, Child, prepare_training
from handdigit.engine.trainer.messages import (
    Leave,
    RunCommand,
    RunFailed,
    RunFinished,
    RunStarted,
    TrainerCommand,
    TrainerEnded,
    TrainerEvent,
)
from handdigit.engine.transport import Transport
from handdigit.sentences import sentence

LEAVE_S = 2.0
"""How long the trainer may take to write its last checkpoint when it shall leave."""
DIED = sentence(
    "The training process ended unexpectedly; all but its last seconds is kept: resume to go on."
)
DIED_EARLY = sentence(
    "The training process ended before the first step: try again, or use less data."
)


class TrainerClient:
    """Starts a process for every run and talks with it."""

    def __init__(self, on_event: Callable[[TrainerEvent], None]) -> None:
        """Nothing is started yet; ``on_event`` is called with every event, from other threads."""
        self._on_event = on_event
        self._lock = threading.RLock()
        self._child: Child | None = None
        self._run_id: str | None = None
        self._is_over = False

    @property
    def pid(self) -> int | None:
        """Process id of the trainer, None while there is none."""
        with self._lock:
            return self._child.pid if self._child else None

    def start(self, command: RunCommand) -> None:
        """Start a process for a run; one still there is left first."""
        self.leave()
        with self._lock:
            self._run_id, self._is_over = None, False
            self._child = Child(run_trainer, self._receive, self._bury)
            self._child.send(command)

    def send(self, command: TrainerCommand) -> None:
        """Tell the trainer; nothing happens where there is none."""
        with self._lock:
            if self._child is not None:
                self._child.send(command)

    def leave(self) -> None:
        """Let the trainer write a checkpoint and end it, within seconds even if it hangs."""
        with self._lock:
            child, self._child = self._child, None
            grace_s = LEAVE_S if self._run_id is not None else GRACE_S
        if child is not None:
            child.stop(Leave(), grace_s=grace_s)

    def _receive(self, child: Child, event: TrainerEvent) -> None:
        with self._lock:
            if child is not self._child:
                return  # it has been left: what it says is nobody's business
            match event:
                case RunStarted():
                    self._run_id = event.run_id
                case RunFinished() | RunFailed():
                    self._is_over = True  # the process ends by itself now; that is no news
        self._on_event(event)

    def _bury(self, child: Child) -> None:
        with self._lock:
            if child is not self._child:
                return
            self._child = None
            if self._is_over:
                return
            run_id = self._run_id
        self._on_event(TrainerEnded(DIED if run_id else DIED_EARLY, run_id))


def run_trainer(transport: Transport) -> None:
    """Carry out the run that the first message orders: what the process does."""
    command: RunCommand = transport.recv()
    prepare_training()
    # Only here, in the process: the window imports this module, and torch is never loaded there.
    from handdigit.engine.trainer.child import run_training

    run_training(command, transport)

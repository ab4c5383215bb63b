"""Training by several processes, as ``torchrun`` starts them.

Every process learns its share of every batch; after the backward pass gradients are averaged,
so all take the same step. Batch normalisation normalises each share by itself, as torch's
DistributedDataParallel does; the running statistics are averaged along with the gradients, so
all processes hold the same network, and the first one's checkpoints are everybody's.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
import torch.distributed as dist
from numpy.typing import NDArray
from torch import Tensor, nn

from handdigit.core.errors import DeviceError
from handdigit.experiment.events import TrainingError
from handdigit.models.device import choose_device


@dataclass(frozen=True, slots=True)
class Team:
    """The processes that train one network."""

    rank: int = 0
    """This one's number, from 0."""
    size: int = 1

    @property
    def leads(self) -> bool:
        """Whether this process prints and writes."""
        return self.rank == 0

    def share(self, examples: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return what this process learns of a batch.

        Raises:
            TrainingError: there are more processes than examples.
        """
        if len(examples) < self.size:
            raise TrainingError(
                f"{len(examples)} examples a batch are too few for {self.size} processes: choose "
                "larger batches or start fewer."
            )
        return examples[self.rank :: self.size]

    def any(self, wish: bool, device: torch.device) -> bool:
        """Return whether any process wishes so."""
        if self.size == 1:
            return wish
        flag = torch.tensor([float(wish)], device=device)
        dist.all_reduce(flag)
        return bool(flag.item())

    def average(self, tensors: Sequence[Tensor]) -> None:
        """Replace every tensor by its mean over all processes, in place and in one message."""
        if self.size == 1:
            return
        message = torch.cat([t.detach().reshape(-1).float() for t in tensors])
        dist.all_reduce(message)
        message /= self.size
        parts = torch.split(message, [t.numel() for t in tensors])
        with torch.no_grad():
            for tensor, part in zip(tensors, parts, strict=True):
                tensor.copy_(part.view(tensor.shape))

    def mean(
        self, figures: tuple[float, float] | None, device: torch.device
    ) -> tuple[float, float] | None:
        """Return the mean of two figures over all processes, so that all decide alike.

        None, where there are none, stays None.
        """
        if self.size == 1 or figures is None:
            return figures
        message = torch.tensor(figures, device=device)
        self.average([message])
        first, second = message.tolist()
        return first, second

    def told(self, text: str) -> str:
        """Return to every process what the first one says; all wait for each other."""
        if self.size == 1:
            return text
        said: list[str] = [text]
        dist.broadcast_object_list(said, 0)
        dist.barrier()
        return said[0]

    def agree(self, network: nn.Module) -> None:
        """Give every process the weights of the first one."""
        if self.size > 1:
            for tensor in network.state_dict().values():
                dist.broadcast(tensor, 0)


ALONE = Team()
_BACKENDS = {"cuda": "nccl", "cpu": "gloo"}


def started_by_torchrun() -> bool:
    """Return whether this process is one of several."""
    return int(os.environ.get("WORLD_SIZE", "1")) > 1


@contextmanager
def joined_team(requested: str) -> Iterator[Team]:
    """Join the processes that torchrun started, by nccl on GPUs and gloo on CPUs.

    Args:
        requested: the device to train on, as :func:`choose_device` takes it.

    Raises:
        DeviceError: it is not there, or several processes cannot train together on it.
    """
    if not started_by_torchrun():
        yield ALONE
        return
    device = choose_device(requested)
    if device.type not in _BACKENDS:
        raise DeviceError(f"Several processes cannot train together on {device}: use the CPU.")
    if device.type == "cuda":
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    dist.init_process_group(_BACKENDS[device.type])
    try:
        yield Team(dist.get_rank(), dist.get_world_size())
    finally:
        dist.destroy_process_group()


def leave(status: int) -> int:
    """Return the exit status; one of several processes ends with it at once.

    While an interpreter shuts down, a thread of gloo's can abort its process ("terminate called
    without an active exception", seen once in many runs); torchrun then ends the others, whatever
    they are writing.
    """
    if not started_by_torchrun():
        return status
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)

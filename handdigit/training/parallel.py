"""Training by several processes, as ``torchrun`` starts them.

Every process learns its share of every batch; after the backward pass gradients are averaged,
so all take the same step, the one that a single process would take: batches, their variations
and batch normalisation are those of the whole batch. Only what dropout leaves out is another
matter in every process. All hold the same network; the first one's checkpoints are everybody's.
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

from handdigit.errors import DeviceError
from handdigit.experiment.events import TrainingError
from handdigit.recognition.device import choose_device
from handdigit.sentences import sentence


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

    def share(self, count: int) -> NDArray[np.bool_]:
        """Return (N,) which examples of a batch this process learns.

        Raises:
            TrainingError: there are more processes than examples.
        """
        if count < self.size:
            raise TrainingError(
                sentence(
                    "{0} examples a batch are too few for {1} processes: choose larger "
                    "batches or start fewer.",
                    count,
                    self.size,
                )
            )
        mine: NDArray[np.bool_] = np.arange(count) % self.size == self.rank
        return mine

    def any(self, flag: bool, device: torch.device) -> bool:
        """Return whether any process says so."""
        if self.size == 1:
            return flag
        count = torch.tensor([float(flag)], device=device)
        dist.all_reduce(count)
        return bool(count.item())

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

    def share_norms(self, network: nn.Module) -> None:
        """Let batch normalisation go by the whole batch, not by this process' share of it."""
        if self.size > 1:
            for parent in list(network.modules()):
                for name, child in list(parent.named_children()):
                    if isinstance(child, nn.BatchNorm2d):
                        setattr(parent, name, _SharedNorm(child))


class _SharedNorm(nn.BatchNorm2d):
    """Batch normalisation with the mean and the variance over all processes.

    torch's SyncBatchNorm does the same, on GPUs only.
    """

    def __init__(self, norm: nn.BatchNorm2d) -> None:
        super().__init__(norm.num_features, norm.eps, norm.momentum)
        self.weight, self.bias = norm.weight, norm.bias
        self.running_mean, self.running_var = norm.running_mean, norm.running_var
        self.num_batches_tracked = norm.num_batches_tracked

    def forward(self, maps: Tensor) -> Tensor:
        """Return (N, C, H, W) maps normalised; in training all processes call it together."""
        if not self.training:
            return super().forward(maps)
        count = torch.full((1,), maps.numel() / maps.shape[1], device=maps.device)
        total = torch.cat([maps.float().sum((0, 2, 3)), count])
        total = _Sum.apply(total)  # type: ignore[no-untyped-call]
        places = total[-1]
        mean = total[:-1] / places
        centred = maps - mean[:, None, None]
        squares = _Sum.apply(centred.square().sum((0, 2, 3)))  # type: ignore[no-untyped-call]
        with torch.no_grad():
            assert self.running_mean is not None
            assert self.running_var is not None
            assert self.num_batches_tracked is not None
            assert self.momentum is not None
            self.running_mean.lerp_(mean, self.momentum)
            self.running_var.lerp_(squares / (places - 1), self.momentum)
            self.num_batches_tracked += 1
        scale = self.weight * torch.rsqrt(squares / places + self.eps)
        normalised: Tensor = centred * scale[:, None, None] + self.bias[:, None, None]
        return normalised


class _Sum(torch.autograd.Function):
    """The sum over all processes; its gradient is the sum of theirs."""

    @staticmethod
    def forward(_context: object, value: Tensor) -> Tensor:
        """Return the sum of a tensor that has the same shape in every process."""
        total = value.clone()
        dist.all_reduce(total)
        return total

    @staticmethod
    def backward(_context: object, gradient: Tensor) -> Tensor:
        """Return the sum of the gradients by that sum, of its shape."""
        total = gradient.clone()
        dist.all_reduce(total)
        return total


ALONE = Team()
_BACKENDS = {"cuda": "nccl", "cpu": "gloo"}


_NUMBERS = ("WORLD_SIZE", "RANK", "LOCAL_RANK", "MASTER_PORT")
_SET_BY_TORCHRUN = (*_NUMBERS, "MASTER_ADDR")


def started_by_torchrun() -> bool:
    """Return whether this process is one of several.

    Raises:
        DeviceError: some of what torchrun tells its processes is missing or no number.
    """
    if os.environ.get("WORLD_SIZE", "1") == "1":
        return False
    for name in _SET_BY_TORCHRUN:
        value = os.environ.get(name, "")
        if not value or (name in _NUMBERS and not (value.isascii() and value.isdecimal())):
            raise DeviceError(
                sentence(
                    "WORLD_SIZE is set, but {0} is {1!r}: start several processes with "
                    "torchrun, or one without WORLD_SIZE.",
                    name,
                    value[:40],
                )
            )
    return True


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
        raise DeviceError(
            sentence("Several processes cannot train together on {0}: use the CPU.", device)
        )
    if device.type == "cuda":
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    try:
        dist.init_process_group(_BACKENDS[device.type])
    except (RuntimeError, ValueError) as error:  # DistError is a RuntimeError
        raise DeviceError(
            sentence(
                "The processes do not find each other: {0}: start them together, with torchrun.",
                str(error).splitlines()[0][:200],
            )
        ) from error
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

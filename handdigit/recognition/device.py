"""Choosing where a network runs, and checking that it computes the same there."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache

import torch
from torch import nn

from handdigit.errors import DeviceError
from handdigit.network.recognition import DeviceReport
from handdigit.sentences import noted, sentence

SELF_TEST_COUNT = 16
SELF_TEST_TOLERANCE = 1e-3
"""Largest difference of any probability between the device and the CPU."""


def choose_device(requested: str = "auto") -> torch.device:
    """Return the device to train on: a GPU if there is one, or the one asked for.

    Raises:
        DeviceError: the device asked for is not there.
    """
    for name in ("cuda", "mps") if requested == "auto" else (requested,):
        reason = None if name == "cpu" else _missing(name)
        if reason is None:
            return torch.device(name)
        if requested != "auto":
            raise DeviceError(sentence("{0} cannot be used: {1}.", name, reason))
    return torch.device("cpu")


def place(network: nn.Module, requested: str = "auto") -> DeviceReport:
    """Move a network in evaluation mode to the requested device and report where it is.

    A device that is not there, fails or computes other probabilities than the CPU is not
    used: the network stays on the CPU and the report says why.
    """
    if requested == "cpu":
        return DeviceReport("cpu", sentence("as chosen"))
    candidates = ("cuda", "mps") if requested == "auto" else (requested,)
    reasons = []
    for name in candidates:
        reason = _missing(name)
        if reason is None:
            reason = _failure(network, torch.device(name))
        if reason is None:
            return DeviceReport(name, _device_name(name))
        reasons.append(reason)
    network.to("cpu")
    faults = [r for r in reasons if r not in _ABSENCES]
    if requested == "auto":
        return DeviceReport("cpu", faults[0] if faults else sentence("no GPU found"))
    return DeviceReport("cpu", reasons[0])


def mixed_precision(device: torch.device) -> AbstractContextManager[object]:
    """Multiply in bfloat16 within this context where ``device`` has instructions for it.

    For training: half the bits of the products, all the bits of the sums and of the weights.
    Elsewhere bfloat16 is emulated, at a fifth of the speed of float32 and less.
    """
    if _multiplies_bfloat16(device):
        return torch.autocast(device.type, torch.bfloat16)
    return nullcontext()


@cache
def _multiplies_bfloat16(device: torch.device) -> bool:
    match device.type:
        case "cuda":
            return bool(torch.cuda.is_bf16_supported(including_emulation=False))
        case "cpu":
            found = torch.cpu.get_capabilities()
            has_instructions = any(found.get(name, False) for name in ("avx512_bf16", "amx_bf16"))
            # They are there also where ONEDNN_MAX_CPU_ISA keeps the library from using them.
            return has_instructions and bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
        case _:
            return False


_ABSENCES = (
    noted("this torch has no CUDA"),
    noted("no CUDA device found"),
    noted("no Metal device found"),
)


def _missing(name: str) -> str | None:
    if name == "mps":
        return None if torch.backends.mps.is_available() else _ABSENCES[2]
    if torch.version.cuda is None and torch.version.hip is None:
        return _ABSENCES[0]
    return None if torch.cuda.is_available() else _ABSENCES[1]


def _device_name(name: str) -> str:
    return torch.cuda.get_device_name() if name == "cuda" else sentence("Apple GPU")


def _failure(network: nn.Module, device: torch.device) -> str | None:
    """Return why the device must not be used, or None with the network moved to it."""
    generator = torch.Generator().manual_seed(0)
    probe = torch.rand(SELF_TEST_COUNT, 1, 28, 28, generator=generator) * 3 - 0.5
    with torch.inference_mode():
        expected = network.to("cpu")(probe).softmax(1)
        try:
            found = network.to(device)(probe.to(device)).softmax(1).cpu()
        except RuntimeError as error:
            network.to("cpu")
            return sentence("{0} failed: {1}", device.type, str(error).splitlines()[0])
    difference = float((found - expected).abs().max())
    if not difference <= SELF_TEST_TOLERANCE:
        network.to("cpu")
        return sentence(
            "{0} failed its self-test: probabilities differ by {1:.2g}", device.type, difference
        )
    return None

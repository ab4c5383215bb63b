"""A device is used only where it is there and computes what the CPU computes."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from handdigit.errors import DeviceError
from handdigit.recognition import device
from handdigit.recognition.device import _multiplies_bfloat16, choose_device, mixed_precision, place

torch.set_num_threads(1)


class Elsewhere(nn.Module):
    """A network that pretends to have been moved, and then computes something else."""

    def __init__(self, change: float = 0.0, fault: str = "") -> None:
        super().__init__()
        self.change, self.fault, self.where = change, fault, "cpu"

    def to(self, target: object, *_args: object, **_kwargs: object) -> Elsewhere:
        self.where = str(target)
        return self

    def forward(self, pictures: Tensor) -> Tensor:
        logits = pictures.flatten(1)[:, :10].clone()
        if self.where != "cpu":
            if self.fault:
                raise RuntimeError(self.fault)
            logits[:, 0] += self.change
        return logits


@pytest.fixture
def gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Act as if there were a CUDA device; tensors stay where they are."""
    original = Tensor.to
    monkeypatch.setattr(device, "_missing", lambda name: None if name == "cuda" else "no Metal")
    monkeypatch.setattr(device, "_device_name", lambda _name: "Pretended GPU")
    monkeypatch.setattr(
        Tensor, "to", lambda self, to: self if str(to) == "cuda" else original(self, to)
    )


@pytest.fixture
def no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)


@pytest.mark.usefixtures("no_gpu")
def test_without_a_gpu_it_runs_on_the_cpu_and_says_so() -> None:
    report = place(Elsewhere())
    assert (report.device, report.reason) == ("cpu", "no GPU found")
    assert choose_device() == torch.device("cpu")


@pytest.mark.usefixtures("no_gpu")
@pytest.mark.parametrize("name", ["cuda", "mps"])
def test_a_device_asked_for_and_not_there_is_explained(name: str) -> None:
    report = place(Elsewhere(), name)
    assert report.device == "cpu"
    assert report.reason in {
        "this torch has no CUDA",
        "no CUDA device found",
        "no Metal device found",
    }
    with pytest.raises(DeviceError, match=f"{name} cannot be used: "):
        choose_device(name)


def test_the_cpu_can_be_chosen() -> None:
    assert place(Elsewhere(), "cpu").reason == "as chosen"
    assert choose_device("cpu") == torch.device("cpu")


@pytest.mark.usefixtures("gpu")
def test_a_device_that_computes_the_same_is_used() -> None:
    network = Elsewhere()
    report = place(network)
    assert (report.device, report.reason) == ("cuda", "Pretended GPU")
    assert network.where == "cuda"


@pytest.mark.usefixtures("gpu")
@pytest.mark.parametrize("change", [0.5, float("nan")])
def test_a_device_that_computes_something_else_is_refused(change: float) -> None:
    network = Elsewhere(change)
    report = place(network)
    assert report.device == "cpu"
    assert report.reason.startswith("cuda failed its self-test: probabilities differ by")
    assert network.where == "cpu"


@pytest.mark.usefixtures("gpu")
def test_a_device_that_fails_is_refused_with_its_own_words() -> None:
    network = Elsewhere(fault="out of memory\ntrace")
    report = place(network, "cuda")
    assert (report.device, report.reason) == ("cpu", "cuda failed: out of memory")
    assert network.where == "cpu"


@pytest.mark.parametrize("name", ["avx512_bf16", "amx_bf16"])
def test_training_multiplies_in_bfloat16_where_the_processor_can(monkeypatch, name):
    cpu, left = torch.device("cpu"), torch.ones(2, 2)
    for is_there, is_used in ((True, True), (True, False), (False, True)):
        monkeypatch.setattr(torch.cpu, "get_capabilities", lambda found=is_there: {name: found})
        monkeypatch.setattr(
            torch.ops.mkldnn, "_is_mkldnn_bf16_supported", lambda used=is_used: used
        )
        _multiplies_bfloat16.cache_clear()
        with mixed_precision(cpu):
            expected = torch.bfloat16 if is_there and is_used else torch.float32
            assert (left @ left).dtype == expected
    _multiplies_bfloat16.cache_clear()


def test_other_devices_calculate_as_they_are():
    with mixed_precision(torch.device("mps")):
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype == torch.float32

"""A model at work: drawings in, recognitions out."""

from __future__ import annotations

import time
from collections.abc import Collection

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from handdigit.core.errors import EmptyDrawingError, ModelFileError
from handdigit.core.ink import Ink
from handdigit.core.normalise import SIDE, Preprocessing, normalise
from handdigit.core.recognition import Recognition, Verdict
from handdigit.data.model_file import ModelFile
from handdigit.models.device import place
from handdigit.models.network import Network, build_network

BATCH_SIZE = 1000


class Recogniser:
    """A network loaded from a model file, on a device.

    The window, the command line and evaluation all ask here, so they cannot differ.

    Raises:
        ModelFileError: the weights do not belong to the architecture.
    """

    def __init__(self, model: ModelFile, device: str = "auto") -> None:
        """Build the network of ``model`` and place it on ``device`` (see ``place``)."""
        self.info = model.info
        self.network = load_network(model).eval()
        self._last = self.network.plan[-1].name
        self.device = place(self.network, device)
        self._torch_device = torch.device(self.device.device)
        # The first pass allocates and compiles; nobody should wait for that while drawing.
        self.probabilities(np.zeros((1, SIDE, SIDE), np.uint8))

    def recognise(
        self,
        source: Ink | NDArray[np.uint8],
        preprocessing: Preprocessing = Preprocessing(),
        layers: Collection[str] = (),
    ) -> Recognition:
        """Answer one drawing: an ink, or a picture as :func:`normalise` takes it.

        Args:
            source: the drawing.
            preprocessing: which steps to take.
            layers: names of the layers whose outputs the answer shall carry; ``input`` is
                the normalised tensor itself.

        Raises:
            PictureError: the array is no picture.
        """
        started = time.perf_counter()
        try:
            normalised = normalise(source, preprocessing)
        except EmptyDrawingError:
            return Recognition(Verdict.EMPTY)
        value = self.input(normalised.picture[None])
        with torch.inference_mode():
            values = self.network.activations(value, layers)
        activations = {name: v[0].cpu().numpy() for name, v in values.items() if name in layers}
        probabilities = tuple(map(float, self._softmax(values[self._last])[0]))
        milliseconds = (time.perf_counter() - started) * 1000
        return Recognition(Verdict.DIGIT, probabilities, normalised, activations, milliseconds)

    def probabilities(self, pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
        """Return (N, 10) probabilities for (N, 28, 28) normalised pictures."""
        with torch.inference_mode():
            batches = [
                self._softmax(self.network(self.input(pictures[start : start + BATCH_SIZE])))
                for start in range(0, len(pictures), BATCH_SIZE)
            ]
        return np.concatenate(batches) if batches else np.zeros((0, 10))

    def input(self, pictures: NDArray[np.uint8]) -> Tensor:
        """Return (N, 28, 28) normalised pictures as the network takes them, (N, 1, 28, 28)."""
        grey = torch.from_numpy(pictures[:, None]).to(self._torch_device).float()
        return grey.div_(255).sub_(self.info.mean).div_(self.info.std)

    def _softmax(self, logits: Tensor) -> NDArray[np.float64]:
        softmax = (logits.cpu().double() / self.info.temperature).softmax(1)
        return np.asarray(softmax.numpy())


def load_network(model: ModelFile) -> Network:
    """Return the network of ``model`` with its weights, on the CPU.

    Raises:
        ModelFileError: the weights do not belong to the architecture or are not all finite.
    """
    name, architecture = model.info.name, model.info.architecture
    # A damaged description may ask for more memory than there is: shapes are compared before
    # anything is allocated.
    with torch.device("meta"):
        expected = build_network(architecture).state_dict()
    shapes = {key: tuple(value.shape) or (1,) for key, value in expected.items()}
    # Counters without a dimension are stored with one.
    if shapes != {key: value.shape or (1,) for key, value in model.weights.items()}:
        raise ModelFileError(f"The weights of {name} do not fit its network: the file is damaged.")
    weights = {key: torch.from_numpy(np.array(value)) for key, value in model.weights.items()}
    if not all(bool(value.isfinite().all()) for value in weights.values()):
        raise ModelFileError(f"The weights of {name} are not all numbers.")
    network = build_network(architecture)
    network.load_state_dict(weights)
    return network

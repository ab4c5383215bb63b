"""Which part of the picture speaks for a digit, or for one digit against another.

Every method explains a score: the logit of a class, or the difference of two classes'
logits ("why 7 and not 1"). Positive values speak for the class. Paper, the normalised value
of a pixel without ink, is what "nothing there" means.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from handdigit.core.layers import Conv2d, Flatten, GlobalAvgPool2d
from handdigit.core.normalise import SIDE
from handdigit.inspection.trace import InspectionError
from handdigit.models.network import Network
from handdigit.models.recogniser import BATCH_SIZE

Map = NDArray[np.float32]
"""(28, 28), one number for every pixel of the network's input."""

INTEGRATION_STEPS = 32
OCCLUSION_WINDOW = 5
OCCLUSION_STRIDE = 3
"""Smaller than the window, so that windows overlap."""
SAME = 1e-5
"""Normalised values closer than this are the same grey level."""


@dataclass(frozen=True, slots=True)
class Question:
    """Why this class? Or, with ``against``, why this one and not that one?"""

    target: int
    against: int | None = None

    def __post_init__(self) -> None:
        if self.target == self.against:
            raise InspectionError("Compare two different classes.")

    def score(self, logits: Tensor) -> Tensor:
        """Return what is explained, (N,), for (N, classes) logits.

        Raises:
            InspectionError: the network has no such class.
        """
        classes = logits.shape[1]
        for label in (self.target, self.against):
            if label is not None and not 0 <= label < classes:
                raise InspectionError(f"There is no class {label}; there are 0 to {classes - 1}.")
        score = logits[:, self.target]
        return score if self.against is None else score - logits[:, self.against]


def gradient(network: Network, picture: Tensor, question: Question, paper: float) -> Map:
    """Return the score's derivative by every pixel (Simonyan et al. 2014).

    Args:
        network: in evaluation mode.
        picture: normalised, (1, 28, 28), as for all methods here.
        question: what to explain.
        paper: the normalised value of empty paper; of no matter to this method.
    """
    return _map(_slopes(network, picture[None], question)[0])


def integrated_gradients(
    network: Network, picture: Tensor, question: Question, paper: float
) -> Map:
    """Return how much every pixel adds to the score on the way from paper to the picture.

    The values add up to score(picture) - score(paper). The path integral is taken by
    Gauss-Legendre quadrature. Source: Sundararajan et al. 2017.
    """
    points, weights = np.polynomial.legendre.leggauss(INTEGRATION_STEPS)
    share = picture.new_tensor((points + 1) / 2)[:, None, None, None]
    weight = picture.new_tensor(weights / 2)[:, None, None, None]
    way = picture - paper
    slopes = _slopes(network, paper + share * way, question)
    return _map((slopes * weight).sum(0) * way)


def grad_cam(
    network: Network,
    picture: Tensor,
    question: Question,
    paper: float,
    layer: str | None = None,
) -> Map:
    """Return where the last maps speak for the class (Selvaraju et al. 2017).

    Each map of ``layer`` is weighted by the mean of the score's gradient over it; what is
    positive in their sum is brought to 28×28.

    Raises:
        InspectionError: the network has no maps.
    """
    name = last_maps(network) if layer is None else layer
    with torch.enable_grad():
        # So that there are gradients at the maps whether or not weights have any.
        values = network.activations(picture[None].clone().requires_grad_(), {name})
        maps = values[name]
        score = question.score(values[network.plan[-1].name]).sum()
        (slopes,) = torch.autograd.grad(score, maps)
    weights = slopes.mean((2, 3), keepdim=True)
    summed = (weights * maps.detach()).sum(1, keepdim=True).relu()
    large = functional.interpolate(summed, (SIDE, SIDE), mode="bilinear")
    return _map(large[0])


def occlusion(network: Network, picture: Tensor, question: Question, paper: float) -> Map:
    """Return by how much the score falls when paper is laid over a pixel's surroundings.

    A pixel's value is the mean over all windows that cover it. Source: Zeiler and Fergus 2014.
    """
    # The last window may reach over the edge.
    starts = range(0, SIDE - OCCLUSION_WINDOW + OCCLUSION_STRIDE, OCCLUSION_STRIDE)
    corners = [(y, x) for y in starts for x in starts]
    covers = torch.zeros(len(corners), 1, SIDE, SIDE, dtype=torch.bool)
    for cover, (y, x) in zip(covers, corners, strict=True):
        cover[:, y : y + OCCLUSION_WINDOW, x : x + OCCLUSION_WINDOW] = True
    covers = covers.to(picture.device)
    # Covering what is paper already changes nothing and need not be computed.
    changed = (covers & ((picture - paper).abs() > SAME)).flatten(1).any(1)
    falls = picture.new_zeros(len(corners))
    with torch.no_grad():
        whole = question.score(network(picture[None]))
        if bool(changed.any()):
            covered = torch.where(covers[changed], picture.new_tensor(paper), picture)
            logits = torch.cat([network(part) for part in torch.split(covered, BATCH_SIZE)])
            falls[changed] = whole - question.score(logits)
    weighted = (falls[:, None, None, None] * covers).sum(0)
    return _map(weighted / covers.sum(0))


Method = Callable[[Network, Tensor, Question, float], Map]

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "gradient": gradient,
        "integrated-gradients": integrated_gradients,
        "grad-cam": grad_cam,
        "occlusion": occlusion,
    }
)


def last_maps(network: Network) -> str:
    """Return the layer whose maps are the last before they become a vector.

    Raises:
        InspectionError: the network has no convolution.
    """
    if any(isinstance(planned.layer, Conv2d) for planned in network.plan):
        for planned in network.plan:
            if isinstance(planned.layer, Flatten | GlobalAvgPool2d):
                return planned.inputs[0]
    raise InspectionError("Grad-CAM needs feature maps: this network has no convolution.")


def _slopes(network: Network, pictures: Tensor, question: Question) -> Tensor:
    """Return ∂score/∂picture, shaped as ``pictures``, (N, 1, 28, 28)."""
    with torch.enable_grad():
        leaf = pictures.detach().clone().requires_grad_()
        score = question.score(network(leaf)).sum()
        (slopes,) = torch.autograd.grad(score, leaf)
    return slopes.detach()


def _map(value: Tensor) -> Map:
    """Return a (1, 28, 28) tensor as an array without the channel."""
    array: Map = value[0].cpu().numpy().astype(np.float32)
    return array

"""Which part of the picture speaks for a digit, or for one digit against another.

Every method explains a score: the logit of a class, or the difference of two classes'
logits ("why 7 and not 1"). Positive values speak for the class. Paper, the normalised value
of a pixel without ink, is what "nothing there" means.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from handdigit.ink.normalise import SIDE
from handdigit.inspection.trace import InspectionError
from handdigit.network.layer import Weighted
from handdigit.recognition.network import Network
from handdigit.recognition.recogniser import BATCH_SIZE
from handdigit.sentences import sentence

Map = NDArray[np.float32]
"""(28, 28), one number for every pixel of the network's input."""

INTEGRATION_STEPS = 32
"""Intervals of the way from paper to picture at first, and how many more are halved at a time."""
INTEGRATION_LIMIT = 512
"""Most intervals, where the score hardly changes and nothing seems exact enough."""
COMPLETENESS = 0.005
"""Largest part of the score's difference that the pixels' shares may miss in sum; where the
scores differ by less than 1 it is this much itself."""
INTEGRATION_BATCH = 17
"""Places whose slopes are asked for at once; the pen's answers come in between."""
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
            raise InspectionError(sentence("Compare two different classes."))

    def score(self, logits: Tensor) -> Tensor:
        """Return what is explained, (N,), for (N, classes) logits.

        Raises:
            InspectionError: the network has no such class.
        """
        classes = logits.shape[1]
        for label in (self.target, self.against):
            if label is not None and not 0 <= label < classes:
                raise InspectionError(
                    sentence("There is no class {0}; there are 0 to {1}.", label, classes - 1)
                )
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
    return _map(_slopes(network, picture[None], question)[1][0])


def integrated_gradients(
    network: Network, picture: Tensor, question: Question, paper: float
) -> Generator[Map | None, None, Map]:
    """Return how much every pixel adds to the score on the way from paper to the picture.

    The values add up to score(picture) - score(paper), to within :data:`COMPLETENESS` of it.
    The way is cut where that is not so yet: on every piece the change of the score is known,
    and those on which the trapezoid rule misses most of it are halved. A network of ReLUs
    bends at thousands of places; most of the way is straight. Source: Sundararajan et al. 2017.

    Yields the map as it is known before the next pieces are halved, None between two batches.
    """
    way = picture - paper
    places = torch.linspace(0, 1, INTEGRATION_STEPS + 1, dtype=way.dtype, device=way.device)
    scores, slopes = yield from _along(network, paper, way, question, places)
    while True:
        widths = places.diff()[:, None, None, None]
        shares = (slopes[1:] + slopes[:-1]) / 2 * widths * way
        missed = scores.diff() - shares.flatten(1).sum(1)
        difference = (scores[-1] - scores[0]).abs().clamp(min=1.0)
        is_complete = missed.sum().abs() <= COMPLETENESS * difference
        if is_complete or len(shares) >= INTEGRATION_LIMIT:
            return _map(shares.sum(0))
        yield _map(shares.sum(0))
        worst = missed.abs().topk(INTEGRATION_STEPS).indices
        between = (places[worst] + places[worst + 1]) / 2
        found = yield from _along(network, paper, way, question, between)
        places, order = torch.cat((places, between)).sort()
        scores = torch.cat((scores, found[0]))[order]
        slopes = torch.cat((slopes, found[1]))[order]


def _along(
    network: Network, paper: float, way: Tensor, question: Question, places: Tensor
) -> Generator[None, None, tuple[Tensor, Tensor]]:
    """Return score and slopes at places on the way, 0 for paper and 1 for the picture."""
    parts = []
    for some in torch.split(places, INTEGRATION_BATCH):
        parts.append(_slopes(network, paper + some[:, None, None, None] * way, question))
        yield None
    scores, slopes = zip(*parts, strict=True)
    return torch.cat(scores), torch.cat(slopes)


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


Method = Callable[[Network, Tensor, Question, float], Generator[Map | None, None, Map]]
"""Yields what it knows so far, or None, and returns the map."""


def _at_once(method: Callable[[Network, Tensor, Question, float], Map]) -> Method:
    """Return a method of one step."""

    def steps(
        network: Network, picture: Tensor, question: Question, paper: float
    ) -> Generator[None, None, Map]:
        yield from ()
        return method(network, picture, question, paper)

    return steps


METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "gradient": _at_once(gradient),
        "integrated-gradients": integrated_gradients,
        "grad-cam": _at_once(grad_cam),
        "occlusion": _at_once(occlusion),
    }
)


def last_maps(network: Network) -> str:
    """Return the layer whose maps are the last before they become a vector.

    Raises:
        InspectionError: the network has no convolution.
    """
    convolved = False
    for planned in network.plan:
        convolved |= isinstance(planned.layer, Weighted) and planned.layer.window is not None
        if convolved and len(planned.input_shape) > len(planned.output_shape):
            return planned.inputs[0]
    raise InspectionError(sentence("Grad-CAM needs feature maps: this network has no convolution."))


def _slopes(network: Network, pictures: Tensor, question: Question) -> tuple[Tensor, Tensor]:
    """Return the scores, (N,), and ∂score/∂picture, shaped as ``pictures``, (N, 1, 28, 28)."""
    with torch.enable_grad():
        leaf = pictures.detach().clone().requires_grad_()
        scores = question.score(network(leaf))
        (slopes,) = torch.autograd.grad(scores.sum(), leaf)
    return scores.detach(), slopes.detach()


def _map(value: Tensor) -> Map:
    """Return a (1, 28, 28) tensor as an array without the channel."""
    array: Map = value[0].cpu().numpy().astype(np.float32)
    return array

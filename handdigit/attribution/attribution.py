"""Which part of the picture speaks for a digit, or for one digit against another.

Every method explains a score: the logit of a class, or the difference of two classes'
logits ("why 7 and not 1"). Positive values speak for the class. Paper, the normalised value
of a pixel without ink, is what "nothing there" means.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from handdigit.attribution.secants import with_secants
from handdigit.ink.normalise import SIDE
from handdigit.inspection.trace import InspectionError
from handdigit.network.layer import Weighted
from handdigit.recognition.network import Network
from handdigit.recognition.side_by_side import side_by_side
from handdigit.sentences import sentence

Map = NDArray[np.float32]
"""(28, 28), one number for every pixel of the network's input."""

FIRST_PIECES = 6
"""Pieces that the way from paper to picture is cut into for a first map: a tenth off."""
INTEGRATION_PIECES = 24
"""For the map that stays: some 2 % off, at the median of ten digits and three questions each."""
PIECES_AT_ONCE = 8
"""The pen's answers come in between."""
EARLY = 1.5
"""Exponent of the places where the way is cut: near paper, where most units switch, the pieces are
shorter."""
OCCLUSION_WINDOW = 5
OCCLUSION_STRIDE = 3
"""Smaller than the window, so that windows overlap."""
COVERED_AT_ONCE = 8
"""Covered pictures read at once; the pen's answers come in between."""
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
    return _map(_slopes(network, picture[None], question)[0])


def integrated_gradients(
    network: Network, picture: Tensor, question: Question, paper: float
) -> Generator[Map | None, None, Map]:
    """Return how much every pixel adds to the score on the way from paper to the picture.

    The values add up to score(picture) - score(paper). The way is cut into pieces, and on each
    of them secants take the place of the gradients in between, which change at thousands of
    places: see :mod:`handdigit.attribution.secants`. Source: Sundararajan et al. 2017.

    Yields a coarser map, which adds up as well, once it is known; None between two batches.
    """
    way = picture - paper
    network = with_secants(network)

    def shares(places: Tensor) -> Tensor:
        """Return what the pixels add from the first place to the last, 0 paper, 1 picture."""
        pictures = paper + places[:, None, None, None] * way
        slopes = _slopes(network, pictures, question)[:-1]
        return (slopes * places.diff()[:, None, None, None]).sum(0) * way

    fine = _places(INTEGRATION_PIECES, way)
    parts = [_places(FIRST_PIECES, way)]
    parts += [
        fine[first : first + PIECES_AT_ONCE + 1]
        for first in range(0, INTEGRATION_PIECES, PIECES_AT_ONCE)
    ]
    coarse: Tensor | None = None
    with contextlib.closing(side_by_side(shares, parts)) as steps:
        for found in steps:
            yield _map(found[0]) if coarse is None and found[0] is not None else None
            coarse, *rest = found
    return _map(torch.stack([share for share in rest if share is not None]).sum(0))


def _places(pieces: int, way: Tensor) -> Tensor:
    """Return where so many pieces begin and end, 0 for paper and 1 for the picture."""
    return torch.linspace(0, 1, pieces + 1, dtype=way.dtype, device=way.device) ** EARLY


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


def occlusion(
    network: Network, picture: Tensor, question: Question, paper: float
) -> Generator[Map | None, None, Map]:
    """Return by how much the score falls when paper is laid over a pixel's surroundings.

    A pixel's value is the mean over all windows that cover it. Source: Zeiler and Fergus 2014.

    Args:
        network: in evaluation mode.
        picture: normalised, (1, 28, 28).
        question: what to explain.
        paper: the normalised value of empty paper.

    Yields:
        The mean over the windows tried so far once half of them are, every second one in both
        directions; None between two batches.

    Returns:
        (28, 28) differences of the score, which is one of logits.

    Raises:
        InspectionError: the network has no such class.
    """
    # The last window may reach over the edge.
    starts = range(0, SIDE - OCCLUSION_WINDOW + OCCLUSION_STRIDE, OCCLUSION_STRIDE)
    corners = [(y, x) for y in starts for x in starts]
    corners.sort(key=lambda corner: sum(corner) // OCCLUSION_STRIDE % 2)
    covers = torch.zeros(len(corners), 1, SIDE, SIDE, dtype=torch.bool)
    for cover, (y, x) in zip(covers, corners, strict=True):
        cover[:, y : y + OCCLUSION_WINDOW, x : x + OCCLUSION_WINDOW] = True
    covers = covers.to(picture.device)
    # Covering what is paper already changes nothing and need not be computed.
    changed = (covers & ((picture - paper).abs() > SAME)).flatten(1).any(1)
    tried = torch.split(covers[changed], COVERED_AT_ONCE) if bool(changed.any()) else ()

    def scores(covered: Tensor) -> Tensor:
        with torch.no_grad():
            return question.score(network(torch.where(covered, picture.new_tensor(paper), picture)))

    whole = scores(torch.zeros_like(covers[:1]))

    def mean(found: Sequence[Tensor | None]) -> Map:
        """Return the mean over the windows of so many batches, and those without ink."""
        total, count = picture.new_zeros(1, SIDE, SIDE), covers[~changed].sum(0)
        for cover, score in zip(tried, found, strict=True):
            if score is not None:
                total += ((whole - score)[:, None, None, None] * cover).sum(0)
                count += cover.sum(0)
        return _map(total / count.clamp(min=1))

    half = (len(tried) + 1) // 2
    is_told = False
    with contextlib.closing(side_by_side(scores, tried)) as steps:
        for found in steps:
            is_half = not is_told and all(score is not None for score in found[:half])
            is_told |= is_half
            yield mean(found) if is_half else None
    return mean(found)


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
        "occlusion": occlusion,
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


def _slopes(network: Network, pictures: Tensor, question: Question) -> Tensor:
    """Return ∂score/∂picture, shaped as ``pictures``, (N, 1, 28, 28)."""
    with torch.enable_grad():
        leaf = pictures.detach().clone().requires_grad_()
        (slopes,) = torch.autograd.grad(question.score(network(leaf)).sum(), leaf)
    return slopes


def _map(value: Tensor) -> Map:
    """Return a (1, 28, 28) tensor as an array without the channel."""
    array: Map = value[0].cpu().numpy().astype(np.float32)
    return array

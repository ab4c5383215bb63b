"""The gate: whether a drawing is a digit at all, whatever the model in use would make of it.

A softmax over ten digits has to name one of them. The gate is another small network that has
also seen letters, signs, scribbles and digits over each other. Its ten logits stand beside an
eleventh that is always 0 and means "none of them" (the open-set softmax of Dhamija, Günther
and Boult, "Reducing network agnostophobia", NeurIPS 2018, keeps all logits low for such
inputs in the same spirit).

It looks at every picture five times, as it is and half a pixel to every side, and takes the mean:
one look alone is more often wrong, in both directions. A head on the layers of a model that ships
judges as well, with one look (:mod:`handdigit.recognition.gate_head`); log-odds add up.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import compress

import numpy as np
import torch
from numpy.typing import ArrayLike, NDArray
from torch import Tensor, nn
from torch.nn import functional

from handdigit.errors import DataFileError
from handdigit.ink.dots import is_dot
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import normalise_inks
from handdigit.ink.path_length import are_overdrawn
from handdigit.network.alphabet import DIGITS
from handdigit.network.recognition import VIEWS
from handdigit.recognition.gate_head import FittedHead
from handdigit.recognition.network import loaded_network
from handdigit.recognition.packing import packed
from handdigit.recognition.pictures import LayerValues, grey_levels, layer_values
from handdigit.recognition.trial import TRIAL
from handdigit.sentences import noted, sentence
from handdigit.storage.models.gate_file import GateFile, read_gate


def shifted_views(grey: Tensor) -> Tensor:
    """Return all looks at (N, 1, H, W) pictures, (5 N, 1, H, W), those at the first one first.

    Between two pixels lies their mean. Paper is 0: what moves in from outside is paper.
    """
    around = functional.pad(grey, (1, 1, 1, 1))
    rows, columns = slice(1, -1), slice(1, -1)
    neighbours = (
        around[..., rows, :-2],
        around[..., rows, 2:],
        around[..., :-2, columns],
        around[..., 2:, columns],
    )
    looks = [grey, *((grey + neighbour) / 2 for neighbour in neighbours)]
    return torch.stack(looks, 1).flatten(0, 1)


def mean_over_views(values: Tensor) -> Tensor:
    """Return the mean over the looks at each picture, (N, ...) of (5 N, ...)."""
    return values.view(-1, VIEWS, *values.shape[1:]).mean(1)


BATCH_SIZE = 200
BARELY = 15.0
"""A drawing is barely refused whose odds are at least the threshold's divided by this."""
CERTAIN = 1e-6
"""The gate's own network is never surer than this leaves: a float32 has no more room below 1."""
SURE = 0.99
"""What the gate barely refuses is an unusual digit to a model that gives it this probability."""


class Gate:
    """A gate loaded from its file, on the CPU: one drawing takes a millisecond or two.

    Raises:
        DataFileError: the weights do not belong to the architecture, or give no probabilities.
    """

    alphabet = DIGITS
    """What it lets through."""

    def __init__(self, file: GateFile) -> None:
        """Build the network of ``file``."""
        self.head = None if file.head is None else FittedHead(file.head)
        self._own_threshold = file.threshold
        self.threshold = file.threshold if self.head is None else self.head.threshold
        """Below this digitness a drawing is no digit."""
        self._mean, self._std = file.mean, file.std
        network = loaded_network(file.architecture, file.weights, noted("the gate"), DataFileError)
        # In this layout its convolutions take half the time.
        network = network.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._network = packed(network, VIEWS)
        plan = network.plan
        self._hidden, self._last = plan[-1].inputs[0], plan[-1].name
        if not np.isfinite(self.own_digitness(TRIAL)).all():  # also, the first pass is slow
            raise DataFileError(
                sentence("The gate computes numbers too large to be any: fit it again.")
            )

    def digitness(
        self,
        pictures: NDArray[np.uint8],
        inks: InkBatch | None = None,
        values: LayerValues | None = None,
    ) -> NDArray[np.float64]:
        """Return (N,) how sure it is that (N, 28, 28) normalised pictures are one digit each.

        Args:
            pictures: what it looks at.
            inks: the strokes of all of them, if there are any: the pen goes only so far for a
                digit, whatever it looks like in the end.
            values: what the layers of :attr:`head` give for the pictures, where that is known.
        """
        found = self.own_digitness(pictures)
        if self.head is not None:
            if values is None and self.head.trunk is not None:
                values = self.head.trunk.values(pictures, self.head.layers)
            found = _sigmoid(self._odds_with_head(self.head, _logit(found), values))
        return found if inks is None else np.where(are_overdrawn(inks), 0.0, found)

    def _odds_with_head(
        self, head: FittedHead, own: NDArray[np.float64], values: LayerValues | None
    ) -> NDArray[np.float64]:
        """Return (N,) log-odds of a digit by the gate's network and its head.

        Args:
            head: the gate's.
            own: (N,) what the network says.
            values: what the head's layers give; None where its model is gone. Then the network
                refuses alone, just what it would refuse if there were no head.
        """
        if values is None:
            return own + _logit(self.threshold) - _logit(self._own_threshold)
        with torch.inference_mode():
            beside: NDArray[np.float64] = head.log_odds(values).double().numpy()
        return own * head.share + beside

    def own_digitness(self, pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
        """Return (N,) how sure its own network is, the head not asked."""
        with torch.inference_mode():
            grey = grey_levels(torch.tensor(pictures))
            sure = mean_digitness(self._network, grey, self._mean, self._std)
        found: NDArray[np.float64] = sure.double().numpy()
        return found

    def odds_at_one_look(self, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return (N,) log-odds of a digit by its own network, at (N, 28, 28) pictures unshifted."""
        most = math.log(1 / CERTAIN)
        logits = torch.from_numpy(self._values(pictures, self._last))
        return torch.logsumexp(logits, 1).clamp(-most, most).numpy()

    def digitness_of_inks(self, inks: Sequence[Ink]) -> NDArray[np.float64]:
        """Return (N,) for drawings as they are; 0 for nothing and for a stray dot."""
        there = np.array([not ink.is_empty and not is_dot(ink) for ink in inks], bool)
        found = np.zeros(len(inks))
        if there.any():
            shown = InkBatch.from_inks(list(compress(inks, there)))
            found[there] = self.digitness(normalise_inks(shown), shown)
        return found

    def are_unusual(
        self, digitness: NDArray[np.float64], probability: NDArray[np.float64]
    ) -> NDArray[np.bool_]:
        """Return (N,) which drawings are digits all the same, if unusual ones.

        Args:
            digitness: (N,) as the gate says.
            probability: (N,) how sure a model is of the digit that it reads.
        """
        barely = (digitness < self.threshold) & (digitness >= easier(self.threshold, BARELY))
        return barely & (probability >= SURE)

    def are_digits(
        self, digitness: NDArray[np.float64], probability: NDArray[np.float64]
    ) -> NDArray[np.bool_]:
        """Return (N,) which drawings are answered with a digit, be it an unusual one.

        The arguments are those of :meth:`are_unusual`.
        """
        return (digitness >= self.threshold) | self.are_unusual(digitness, probability)

    def digits(self, pictures: NDArray[np.uint8]) -> NDArray[np.int64]:
        """Return (N,) which digit each of (N, 28, 28) normalised pictures is, if it is one."""
        found: NDArray[np.int64] = self._values(pictures, self._last).argmax(1)
        return found

    def features(self, pictures: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return (N, F): what the last layer before the logits gives for (N, 28, 28) pictures."""
        return self._values(pictures, self._hidden).reshape(len(pictures), -1)

    def _values(self, pictures: NDArray[np.uint8], layer: str) -> NDArray[np.float32]:
        """Return (N, …) what a layer gives for (N, 28, 28) pictures."""
        return layer_values(self._network, pictures, (layer,), self._mean, self._std, BATCH_SIZE)[
            layer
        ]


def easier(threshold: float, times: float) -> float:
    """Return a threshold with its odds divided by ``times``."""
    return threshold / (threshold + times * (1 - threshold))


def digitness(logits: Tensor) -> Tensor:
    """Return (N,) the share of the ten digits in a softmax of (N, 10) logits and a 0."""
    return torch.sigmoid(torch.logsumexp(logits, 1))


def mean_digitness(network: nn.Module, grey: Tensor, mean: float, std: float) -> Tensor:
    """Return (N,) the mean digitness over all looks at (N, 1, H, W) grey levels.

    Args:
        network: the gate's, in evaluation mode.
        grey: from 0, paper, to 1.
        mean: subtracted from the grey levels.
        std: divides them after that.
    """
    sure = [grey.new_zeros(0)]
    for part in torch.split(grey, BATCH_SIZE // VIEWS):
        logits: Tensor = network(shifted_views(part).sub_(mean).div_(std))
        sure.append(mean_over_views(digitness(logits)))
    return torch.cat(sure)


@cache
def shipped_gate() -> Gate:
    """Return the gate that comes with the program, loaded once a process.

    Raises:
        DataFileError: the program is installed without it.
    """
    return Gate(read_gate())


def _logit(digitness: ArrayLike) -> NDArray[np.float64]:
    """Return log-odds, cut off where a float32 has no more room."""
    sure = np.clip(digitness, CERTAIN, 1 - CERTAIN)
    found: NDArray[np.float64] = np.log(sure) - np.log1p(-sure)
    return found


def _sigmoid(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = torch.sigmoid(torch.from_numpy(odds)).numpy()
    return found

"""The same network with fewer operations, for whoever needs its answers, not every layer."""

from __future__ import annotations

import copy
from collections import Counter

from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from handdigit.models.network import Network


def without_normalisation(network: Network) -> Network:
    """Return a network in evaluation mode that gives the same logits, but for rounding.

    A batch normalisation that follows a convolution multiplies and shifts its maps by fixed
    numbers, which the kernels and biases can do as well (Jacob et al. 2018). Where that is
    done, the convolution's output is what the normalisation's was, and the latter an identity.
    """
    folded = copy.deepcopy(network).eval()
    readers = Counter(name for planned in folded.plan for name in planned.inputs)
    modules = dict(folded.named_children())
    for planned in folded.plan:
        before = planned.inputs[0]
        convolution, norm = modules.get(before), modules[planned.name]
        if (
            isinstance(convolution, nn.Conv2d)
            and isinstance(norm, nn.BatchNorm2d)
            and readers[before] == 1
        ):
            folded.add_module(before, fuse_conv_bn_eval(convolution, norm))
            folded.add_module(planned.name, nn.Identity())
    return folded

"""A model at work: drawings in, recognitions out."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Collection
from functools import cached_property
from math import prod

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from handdigit.budgets import TRIAL_PICTURES, TRIAL_WORK
from handdigit.errors import EmptyDrawingError, ModelFileError, decoding
from handdigit.ink.dots import is_stray_dot
from handdigit.ink.ink import Ink
from handdigit.ink.ink_batch import InkBatch
from handdigit.ink.normalise import Preprocessing, Source, normalise
from handdigit.network.alphabet import AlphabetError
from handdigit.network.recognition import Cut, Recognition, Verdict, Votes, combined
from handdigit.recognition.device import place
from handdigit.recognition.gate import Gate, mean_over_views, shifted_views, shipped_gate
from handdigit.recognition.network import Network, loaded_network
from handdigit.recognition.packing import packed
from handdigit.recognition.photo_reader import PhotoReader
from handdigit.recognition.pictures import LayerValues, as_input, grey_levels, layer_values
from handdigit.recognition.trial import TRIAL
from handdigit.sentences import sentence
from handdigit.storage.models.model_file import ModelFile


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


BATCH_SIZE = 64
"""Pictures that are read at once: the maps of more do not stay in a processor's cache."""
VALUES_AT_ONCE = 2**24
"""What a layer gives for all of them: of a network with huge maps fewer are read at once."""


class Recogniser:
    """A network loaded from a model file, on a device; or several that vote.

    Beside it stands the gate, which says whether a drawing is a digit at all; a model of another
    alphabet than the gate's has none, and no drawing is refused. Whoever answers people asks
    :func:`~handdigit.recognition.number_reader.answer_to`, which asks here. Of an ensemble
    :attr:`network`, :attr:`info` and :meth:`input` are those of the one member that is looked
    into.

    Raises:
        ModelFileError: the weights do not belong to the architecture, or give no probabilities
            for some of ten pictures.
        DataFileError: the program is installed without its gate.
    """

    def __init__(
        self, model: ModelFile, device: str = "auto", member: int = 0, gate: Gate | None = None
    ) -> None:
        """Build the networks of ``model`` and place them on ``device`` (see ``place``).

        ``member`` is the one of an ensemble to look into; ``gate`` the one that comes with the
        program unless another is given.
        """
        self.info = model.info.inspecting(member)
        known = gate or shipped_gate()
        self.gate = known if known.alphabet == self.info.alphabet else None
        self.photos = PhotoReader(self.gate)
        networks = model.networks()
        head = None if self.gate is None else self.gate.head
        self._fed: tuple[str, ...] = ()
        """Layers of the network looked into that the gate's head looks at, if it is the trunk."""
        if head is not None and head.is_on(networks[self.info.inspected]):
            self._fed = head.layers
        self._voters = tuple(_Voter(network, device) for network in networks)
        self._inspected = self._voters[self.info.inspected]
        self.network = self._inspected.network
        reports = [voter.report for voter in self._voters]
        self.device = next((r for r in reports if r.device == "cpu"), reports[0])
        # The first pass allocates and compiles; nobody should wait for that while drawing.
        count = min(TRIAL_PICTURES // self.info.views, TRIAL_WORK // model.info.work)
        with decoding(
            sentence("{0} cannot be computed here: choose a smaller model.", self.info.name),
            ModelFileError,
            RuntimeError,
        ):
            self.probabilities(TRIAL[: max(1, count)])
        if self.gate is not None and not self._fed:
            self.gate.digitness(TRIAL[:1])

    def require_gate(self) -> Gate:
        """Return the gate.

        Raises:
            AlphabetError: the model has none.
        """
        if self.gate is None:
            raise AlphabetError(
                sentence(
                    "{0} reads {1}: numbers are read, and other drawings refused, only by "
                    "models of digits.",
                    self.info.name,
                    self.info.alphabet.listed(),
                )
            )
        return self.gate

    @cached_property
    def folded(self) -> Network:
        """:attr:`network` for those who ask it again and again; see the function."""
        return without_normalisation(self.network)

    def recognise(
        self,
        source: Source,
        preprocessing: Preprocessing = Preprocessing(),
        layers: Collection[str] = (),
    ) -> Recognition:
        """Answer one drawing: an ink, or a picture as :func:`normalise` takes it.

        Args:
            source: the drawing. In a photo it is looked for: what the gate takes for a digit
                comes before what does not, and where that leaves a choice the answer is unsure.
            preprocessing: which steps to take.
            layers: names of the layers whose outputs the answer shall carry; ``input`` is
                the normalised tensor itself.

        Raises:
            PictureError: the array is no picture.
            ModelFileError: the probabilities are no numbers.
        """
        cut = None
        if isinstance(source, np.ndarray):
            source, cut = self.photos.found(source)
        try:
            normalised = normalise(source, preprocessing)
        except EmptyDrawingError:
            return self._empty(cut)
        if is_stray_dot(source, normalised):
            return self._empty(cut)
        picture = normalised.picture[None]
        said, activations = self._inspected.activations(picture, {*layers, *self._fed})
        votes = np.empty((len(self._voters), 1, len(self.info.alphabet)))
        for number, voter in enumerate(self._voters):
            counts_as_said = voter is self._inspected and self.info.views == 1
            votes[number] = (
                said if counts_as_said else voter.probabilities(picture, self.info.views)
            )
        probabilities = tuple(map(float, self._finite(self.combined(votes))[0]))
        verdict, digitness, is_unusual = Verdict.UNJUDGED, None, False
        if self.gate is not None:
            # The gate judges the drawing, not what an experiment with the steps makes of it.
            usual = normalised if preprocessing == Preprocessing() else normalise(source)
            inks = InkBatch.from_inks([source]) if isinstance(source, Ink) else None
            values = {name: activations[name][None] for name in self._fed}
            found = self.gate.digitness(
                usual.picture[None], inks, values if values and usual is normalised else None
            )
            digitness = float(found[0])
            sure = np.array([max(probabilities)])
            is_unusual = bool(self.gate.are_unusual(found, sure)[0])
            is_digit = bool(self.gate.are_digits(found, sure)[0])
            verdict = Verdict.DIGIT if is_digit else Verdict.NOT_A_DIGIT
        answer = Recognition(
            verdict,
            probabilities,
            normalised,
            {name: activations[name] for name in activations if name in layers},
            self._told(votes[:, 0], said[0]),
            digitness,
            self.info.alphabet,
        )
        if is_unusual:
            answer = answer.doubted(
                sentence("An unusual {0}: few digits look like this.", answer.claimed_label)
            )
        return answer if cut is None else answer.cut_as(cut)

    def _empty(self, cut: Cut | None) -> Recognition:
        return Recognition(Verdict.EMPTY, alphabet=self.info.alphabet, cut=cut)

    def probabilities(self, pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
        """Return (N, classes) probabilities for (N, 28, 28) normalised pictures.

        Raises:
            ModelFileError: they are no numbers.
        """
        return self._finite(self.combined(self.votes(pictures)))

    def judged(
        self, pictures: NDArray[np.uint8], inks: InkBatch | None = None
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return (N, classes) probabilities and (N,) digitness of pictures, as the gate takes them.

        Raises:
            AlphabetError: there is no gate.
            ModelFileError: the probabilities are no numbers.
        """
        gate = self.require_gate()
        if self.info.is_ensemble or self.info.views > 1 or not self._fed:
            return self.probabilities(pictures), gate.digitness(pictures, inks)
        probabilities, values = self._inspected.readings(pictures, self._fed)
        return self._finite(probabilities), gate.digitness(pictures, inks, values)

    def votes(self, pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
        """Return what each network says, (M, N, classes); M is 1 unless this is an ensemble."""
        views = self.info.views
        return np.stack([voter.probabilities(pictures, views) for voter in self._voters])

    def combined(self, votes: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return (N, classes): what the networks come to together from their (M, N, classes)."""
        return combined(votes, self.info.rule) if self.info.is_ensemble else votes[0]

    def input(self, pictures: NDArray[np.uint8]) -> Tensor:
        """Return (N, 28, 28) normalised pictures as the network takes them, (N, 1, 28, 28)."""
        return self._inspected.input(pictures)

    def _finite(self, probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
        if not np.isfinite(probabilities).all():
            raise ModelFileError(
                sentence(
                    "{0} computes numbers too large to be any: the file is damaged.", self.info.name
                )
            )
        return probabilities

    def _told(self, votes: NDArray[np.float64], said: NDArray[np.float64]) -> Votes | None:
        info = self.info
        if not info.is_ensemble:
            return None
        names = tuple(member.name for member in info.members)
        return Votes(names, votes, info.rule, info.inspected, None if info.views == 1 else said)


class _Voter:
    """One network with all that stands between a picture and its probabilities."""

    def __init__(self, model: ModelFile, device: str) -> None:
        self.info = model.info
        # channels_last is the faster layout of convolutions on CPU and on tensor cores.
        network = load_network(model).eval()
        self.network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.report = place(self.network, device)
        self._device = torch.device(self.report.device)
        self._fast = packed(self.network) if self.report.device == "cpu" else self.network
        self._last = self.network.plan[-1].name
        largest = max(prod(planned.output_shape) for planned in self.network.plan)
        self._at_once = max(1, min(BATCH_SIZE, VALUES_AT_ONCE // largest))

    def input(self, pictures: NDArray[np.uint8]) -> Tensor:
        """Return (N, 28, 28) normalised pictures as the network takes them, (N, 1, 28, 28)."""
        return as_input(pictures, self.info.mean, self.info.std, self._device)

    def probabilities(self, pictures: NDArray[np.uint8], views: int) -> NDArray[np.float64]:
        """Return (N, classes), at the pictures as they stand or as the mean of several views."""
        size = max(1, self._at_once // views)
        parts = (pictures[start : start + size] for start in range(0, len(pictures), size))
        with torch.inference_mode():
            batches = [self._read(part, views).numpy() for part in parts]
        return np.concatenate(batches) if batches else np.zeros((0, len(self.info.alphabet)))

    def readings(
        self, pictures: NDArray[np.uint8], layers: Collection[str]
    ) -> tuple[NDArray[np.float64], LayerValues]:
        """Return (N, classes) at the pictures as they stand, and what layers give for them."""
        values = layer_values(
            self._fast,
            pictures,
            {*layers, self._last},
            self.info.mean,
            self.info.std,
            self._at_once,
            self._device,
        )
        return self._softmax(torch.from_numpy(values[self._last])).numpy(), values

    def _read(self, pictures: NDArray[np.uint8], views: int) -> Tensor:
        if views == 1:
            return self._softmax(self._fast(self.input(pictures)))
        seen = shifted_views(grey_levels(torch.tensor(pictures, device=self._device)))
        logits = self._fast(seen.sub_(self.info.mean).div_(self.info.std))
        return mean_over_views(self._softmax(logits))

    def activations(
        self, picture: NDArray[np.uint8], layers: Collection[str]
    ) -> tuple[NDArray[np.float64], dict[str, NDArray[np.float32]]]:
        """Return (1, classes) for one (1, 28, 28) picture, and the outputs of the layers named."""
        with torch.inference_mode():
            values = self._fast.activations(self.input(picture), layers)
        kept = {
            name: v[0].contiguous().cpu().numpy() for name, v in values.items() if name in layers
        }
        return self._softmax(values[self._last]).numpy(), kept

    def _softmax(self, logits: Tensor) -> Tensor:
        return (logits.cpu().double() / self.info.temperature).softmax(1)


def load_network(model: ModelFile) -> Network:
    """Return the network of ``model`` with its weights, on the CPU.

    Raises:
        ModelFileError: the weights do not belong to the architecture or are not all finite, or
            there are several networks in it.
    """
    name, architecture = model.info.name, model.info.architecture
    if model.info.is_ensemble:
        raise ModelFileError(
            sentence("{0} is an ensemble: choose one of the networks in it.", name)
        )
    return loaded_network(architecture, model.weights, name)

"""What a model file says about its weights, and the JSON that it is stored as."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any

from handdigit.budgets import MODEL_CHARACTERS, MODEL_NETWORKS, MODEL_WORK, PARAMETERS
from handdigit.errors import HanddigitError, ModelFileError
from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.network.architecture import MNIST_MEAN, MNIST_STD, Architecture
from handdigit.network.recognition import VotingRule
from handdigit.sentences import sentence

CURVE = "curve"
"""Key among the results under which the epochs of the training run are."""
AVERAGED = "averaged"
"""Key of a parent under which there are several: those whose weights were averaged."""
TEACHER = "teacher"
"""Key of a parent under which the model is whose answers were learned."""
LONGEST_NAME = 255
"""Characters of a model's name, as of a file's."""


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """Everything about a model but its weights.

    Of an ensemble, network, normalisation and temperature are those of the member that is
    looked into: whatever inspects a network inspects that one.
    """

    name: str
    architecture: Architecture
    mean: float = MNIST_MEAN
    """Subtracted from the picture's 0..1 grey levels."""
    std: float = MNIST_STD
    """Divided by after that."""
    temperature: float = 1.0
    """Logits are divided by it before the softmax: calibration (Guo et al. 2017)."""
    created: str = ""
    """ISO 8601, UTC."""
    recipe: Mapping[str, Any] = field(default_factory=dict)
    training_data: tuple[Mapping[str, Any], ...] = ()
    """Name, count and SHA-256 of every source."""
    results: Mapping[str, Any] = field(default_factory=dict)
    """Set -> {"n", "accuracy"}; under :data:`CURVE` the epochs of the run, a mapping each."""
    parent: Mapping[str, Any] = field(default_factory=dict)
    """The model that training began with: its "name" and the SHA-256 of its "weights"; under
    :data:`TEACHER` these of the one whose answers were learned; or under :data:`AVERAGED` these,
    and the "recipe", of each whose weights it is the mean of."""
    note: str = ""
    """What the user wrote about it."""
    members: tuple[ModelInfo, ...] = ()
    """Of an ensemble: the networks that vote."""
    rule: VotingRule = VotingRule.MEAN
    """Of an ensemble: how they come to one answer."""
    inspected: int = 0
    """Of an ensemble: the member that is looked into. Not stored."""
    alphabet: Alphabet = DIGITS
    """What the classes are called, in the order of the outputs. Not stored of digits: what can
    be read by a program that knows no other alphabet stays so."""

    def __post_init__(self) -> None:
        self.architecture.require_classes(len(self.alphabet))
        if self.members:
            self._require_room()

    def _require_room(self) -> None:
        """Refuse an ensemble that asks for more than a model may have.

        Raises:
            ModelFileError: it has too many networks, or they are too large or too slow together.
        """
        networks = [member.architecture for member in self.members]
        excess = {
            sentence("{0} networks", MODEL_NETWORKS): len(networks) > MODEL_NETWORKS,
            sentence("{0:,} parameters", PARAMETERS): self.parameter_count > PARAMETERS,
            sentence("{0:,} multiply-adds for a picture", MODEL_WORK): self.work > MODEL_WORK,
            sentence("{0:,} characters of networks", MODEL_CHARACTERS): sum(
                len(n.text()) for n in networks
            )
            > MODEL_CHARACTERS,
        }
        for budget, is_over in excess.items():
            if is_over:
                raise ModelFileError(
                    sentence("An ensemble can have at most {0}: let fewer vote.", budget)
                )

    @property
    def is_ensemble(self) -> bool:
        """Whether several networks vote."""
        return bool(self.members)

    @property
    def views(self) -> int:
        """How often each network looks at a picture."""
        return self.rule.views if self.is_ensemble else 1

    @property
    def parameter_count(self) -> int:
        """Number of trained parameters of all networks in it."""
        counted = self.members or (self,)
        return sum(info.architecture.parameter_count for info in counted)

    @property
    def work(self) -> int:
        """What all networks take for a picture at all their looks, in multiply-adds."""
        return self.views * sum(info.architecture.work for info in self.members or (self,))

    @property
    def accuracies(self) -> Mapping[str, Mapping[str, Any]]:
        """What was measured: set -> {"n", "accuracy"}."""
        return {
            name: value
            for name, value in self.results.items()
            if isinstance(value, Mapping) and _is_share(value.get("accuracy"))
        }

    @property
    def curve(self) -> tuple[Mapping[str, Any], ...]:
        """The epochs of the training run, as ``EpochDone`` has them; none if unknown."""
        epochs = _mappings(self.results.get(CURVE))
        return tuple(epoch for epoch in epochs if all(map(_is_finite, epoch.values())))

    @property
    def averaged(self) -> tuple[Mapping[str, Any], ...]:
        """Those whose weights this is the mean of: "name", "weights" and "recipe" of each."""
        return _mappings(self.parent.get(AVERAGED))

    @property
    def teacher(self) -> str:
        """The name of the model whose answers were learned; empty where none were."""
        named = self.parent.get(TEACHER)
        return str(named.get("name", "")) if isinstance(named, Mapping) else ""

    def inspecting(self, member: int) -> ModelInfo:
        """Return the same ensemble with another member to look into; others stay as they are.

        Raises:
            IndexError: it has no such member.
        """
        if not self.members:
            return self
        chosen = self.members[member]
        return replace(
            self,
            architecture=chosen.architecture,
            mean=chosen.mean,
            std=chosen.std,
            temperature=chosen.temperature,
            inspected=member,
        )

    def measured(self, figures: Mapping[str, Mapping[str, Any]]) -> ModelInfo:
        """Return the same with ``figures``, set -> {"n", "accuracy"}, among the results."""
        return replace(self, results={**self.results, **figures})

    def unmeasured(self) -> ModelInfo:
        """Return the same without what was measured; the course of the training stays."""
        curve = {name: value for name, value in self.results.items() if name == CURVE}
        return replace(self, results=curve)

    def thinned(self) -> ModelInfo:
        """Return the same with every second epoch of the training run, the last among them."""
        results = dict(self.results)
        if isinstance(results.get(CURVE), list | tuple):
            results[CURVE] = list(results[CURVE])[::-2][::-1]
        return replace(
            self, results=results, members=tuple(member.thinned() for member in self.members)
        )

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        value = {f.name: getattr(self, f.name) for f in fields(self)}
        del value["inspected"]
        value["architecture"] = self.architecture.text()
        value["members"] = [member.to_json() for member in self.members]
        value["rule"] = str(self.rule)
        del value["alphabet"]
        if self.alphabet != DIGITS:
            value["alphabet"] = self.alphabet.to_json()
        return value

    @classmethod
    def from_json(cls, value: Mapping[str, Any], *, where: str) -> ModelInfo:
        """Read what :meth:`to_json` gave; ``where`` begins the sentence of an error.

        Raises:
            ModelFileError: the network cannot be built, or there are too many.
            One of DECODER_ERRORS: anything else is wrong.
        """
        given = dict(value)
        members = given.get("members", ())
        if any(member.get("members") for member in members):
            raise ValueError(members)  # an ensemble's members are networks
        texts = (member["architecture"] for member in (value, *members))
        if sum(map(len, texts)) > 2 * MODEL_CHARACTERS:
            raise ModelFileError(
                sentence(
                    "{0} describes more than {1:,} characters of networks: choose another.",
                    where,
                    MODEL_CHARACTERS,
                )
            )
        try:
            given["architecture"] = Architecture.parse(given["architecture"])
            if "alphabet" in given:
                given["alphabet"] = Alphabet.from_json(given["alphabet"])
            given["architecture"].require_classes(len(given.get("alphabet", DIGITS)))
        except HanddigitError as error:
            raise ModelFileError(
                sentence("{0} describes a network that cannot be built: {1}", where, error.sentence)
            ) from None
        given["training_data"] = tuple(given.get("training_data", ()))
        given["members"] = tuple(cls.from_json(member, where=where) for member in members)
        given["rule"] = VotingRule(given.get("rule", VotingRule.MEAN))
        if "inspected" in given:
            raise ValueError(given["inspected"])
        for number in ("mean", "std", "temperature"):
            if number in given:
                given[number] = _float(given[number])
        # Sentences name it: of one that nobody typed only what can be printed is kept.
        given["name"] = "".join(filter(str.isprintable, given["name"]))[:LONGEST_NAME]
        info = cls(**given)
        _require_plausible(info)
        return info.inspecting(0)


def network_name(info: ModelInfo) -> str:
    """Return the name of a model's network in the zoo, ``own`` if it is not there."""
    named = info.recipe.get("network")
    zoo = _zoo(len(info.alphabet))
    if isinstance(named, str) and zoo.get(named) == info.architecture:
        return named
    return next((name for name, found in zoo.items() if found == info.architecture), "own")


@cache
def _zoo(classes: int) -> Mapping[str, Architecture]:
    from handdigit.network.zoo import ZOO  # so many networks take their time to make

    return {name: found.with_classes(classes) for name, found in ZOO.items()}


def _mappings(value: object) -> tuple[Mapping[str, Any], ...]:
    """Return the mappings in a list out of a file; none where it is no list."""
    if not isinstance(value, list | tuple):
        return ()
    return tuple(one for one in value if isinstance(one, Mapping))


def _is_finite(value: object) -> bool:
    """Return whether a figure of an epoch is a number or, where none was measured, None."""
    return value is None or (isinstance(value, int | float) and math.isfinite(value))


def _float(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    return float(value)


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _require_plausible(info: ModelInfo) -> None:
    """Raise one of DECODER_ERRORS where a value would only fail later, out of its context."""
    for text in (info.name, info.created, info.note):
        if not isinstance(text, str):
            raise TypeError(text)
    for mapping in (info.recipe, info.results, info.parent, *info.training_data):
        if not isinstance(mapping, Mapping):
            raise TypeError(mapping)
    if not (math.isfinite(info.mean) and 0 < info.std < math.inf):
        raise ValueError(info)
    if not 0 < info.temperature < math.inf:
        raise ValueError(info)
    if any(member.alphabet != info.alphabet for member in info.members):
        raise ValueError(info)  # an ensemble's members tell the same apart

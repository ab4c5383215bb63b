"""What panels are made from: the session and the stores, handed in together."""

from __future__ import annotations

from dataclasses import dataclass

from handdigit.data.paths import AppPaths
from handdigit.gui.activation_policy import ActivationPolicy
from handdigit.gui.labelling import Labelling
from handdigit.gui.model_library import ModelLibrary
from handdigit.gui.sample_library import SampleLibrary
from handdigit.gui.session import Session
from handdigit.gui.teaching import Teaching
from handdigit.gui.training import TrainingSession


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that a panel may need; it takes what it uses."""

    session: Session
    paths: AppPaths
    training: TrainingSession
    library: ModelLibrary
    policy: ActivationPolicy
    samples: SampleLibrary
    labelling: Labelling
    teaching: Teaching

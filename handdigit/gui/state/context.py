"""What panels are made from: the session and the stores, handed in together."""

from __future__ import annotations

from dataclasses import dataclass

from handdigit.gui.state.models.activation_policy import ActivationPolicy
from handdigit.gui.state.models.model_library import ModelLibrary
from handdigit.gui.state.navigation import Navigation
from handdigit.gui.state.samples.labelling import Labelling
from handdigit.gui.state.samples.samples import SampleLibrary
from handdigit.gui.state.session import Session
from handdigit.gui.state.settings import Settings
from handdigit.gui.state.training.teaching import Teaching
from handdigit.gui.state.training.training import TrainingSession
from handdigit.storage.dragged_files import DraggedFiles
from handdigit.storage.paths import AppPaths


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
    navigation: Navigation
    settings: Settings
    dragged: DraggedFiles

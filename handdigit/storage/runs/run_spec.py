"""What a training run shall do and how it stands, and the JSON that it is stored as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from handdigit.network.alphabet import DIGITS, Alphabet
from handdigit.sentences import sentence
from handdigit.storage.atomic import FileIdentity
from handdigit.storage.runs.run_state import RunError

FORMAT = 3
"""1 had no alphabet but digits, 2 no teacher."""


class RunStatus(Enum):
    """How a run stands."""

    UNFINISHED = "unfinished"
    """It can be gone on with, or a process is training it: see :meth:`RunStore.is_locked`."""
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class RunSpec:
    """What a training run shall do."""

    recipe: Mapping[str, Any]
    """:meth:`handdigit.experiment.recipe.Recipe.to_json`; its network is a name or a text form."""
    sources: tuple[str, ...]
    """As ``handdigit train --data`` takes them."""
    name: str
    """Of the version that it becomes; a number is added where the name is taken."""
    out: Path | None = None
    """The model file to write instead, as ``handdigit train --out`` has it."""
    start: Path | None = None
    """The model file whose weights are learned further; None begins anew."""
    teacher: Path | None = None
    """The model file whose answers are learned beside the labels; where :attr:`start` is None and
    the network is this one but narrower, it begins with its most useful channels."""
    device: str = "auto"
    alphabet: Alphabet = DIGITS
    """What to tell apart; a run that goes on from a model has that model's."""
    replaces: FileIdentity | None = None
    """The file at ``out`` that may be replaced; None replaces no file but the run's own result."""


@dataclass(frozen=True, slots=True)
class Run:
    """A training run on disk, as it was when it was read."""

    id: str
    folder: Path
    spec: RunSpec
    created: str
    """ISO 8601, UTC."""
    status: RunStatus
    model: Path | None = None
    """What it became, once it is finished."""


def run_spec_to_json(spec: RunSpec) -> dict[str, Any]:
    """Return plain values; relative paths are those of this moment."""
    # What a program of a format before can go on with says so.
    alphabet = {} if spec.alphabet == DIGITS else {"alphabet": spec.alphabet.to_json()}
    teacher = {} if spec.teacher is None else {"teacher": str(spec.teacher.absolute())}
    return {
        "format": FORMAT if teacher else 2 if alphabet else 1,
        "order": {
            "recipe": dict(spec.recipe),
            "sources": list(spec.sources),
            "name": spec.name,
            "out": None if spec.out is None else str(spec.out.absolute()),
            "start": None if spec.start is None else str(spec.start.absolute()),
            "device": spec.device,
            "overwrite": spec.replaces is not None,
            "replaces": None if spec.replaces is None else asdict(spec.replaces),
            **alphabet,
            **teacher,
        },
    }


def run_from_json(folder: Path, value: Any, result: Mapping[str, Any] | None) -> Run:
    """Read what :func:`run_spec_to_json` gave, with the time of its creation.

    Raises:
        RunError: it is from a newer version.
        One of DECODER_ERRORS: anything else is wrong.
    """
    if value["format"] > FORMAT:
        raise RunError(
            sentence(
                "The run {0} was begun by a newer handdigit: update handdigit to go on with it.",
                folder.name,
            )
        )
    stored = value["order"]
    if not isinstance(stored["recipe"], dict) or not isinstance(stored["sources"], list):
        raise TypeError(stored)
    spec = RunSpec(
        recipe=stored["recipe"],
        sources=tuple(map(require_text, stored["sources"])),
        name=require_text(stored["name"]),
        out=None if stored["out"] is None else Path(require_text(stored["out"])),
        start=None if stored["start"] is None else Path(require_text(stored["start"])),
        teacher=Path(require_text(stored["teacher"])) if "teacher" in stored else None,
        device=require_text(stored["device"]),
        alphabet=Alphabet.from_json(stored["alphabet"]) if "alphabet" in stored else DIGITS,
        # Programs that did not write it down cannot tell that file from one put there since.
        replaces=FileIdentity(**stored["replaces"]) if stored.get("replaces") else None,
    )
    finished = result is not None and bool(result["finished"])
    return Run(
        folder.name,
        folder,
        spec,
        require_text(value["created"]),
        RunStatus.FINISHED if finished else RunStatus.UNFINISHED,
        Path(result["model"]) if finished and result is not None else None,
    )


def require_text(value: object) -> str:
    """Return a text out of a file.

    Raises:
        TypeError: it is none, or has a zero byte, which no path takes.
    """
    if not isinstance(value, str) or "\0" in value:
        raise TypeError(value)
    return value

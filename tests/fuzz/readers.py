"""Everything that reads what comes from outside: one table, a line a reader.

A new reader of files takes a line here. From then on it is fuzzed, given every file that ever
failed, and tried with what the system refuses.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from random import Random
from types import MappingProxyType

import numpy as np

from handdigit.errors import EmptyDrawingError
from handdigit.experiment.recipe import Recipe
from handdigit.experiment.recipe_file import parse_recipe, read_recipe, recipe_text
from handdigit.ink.ink import Ink
from handdigit.ink.normalise import normalise
from handdigit.network.architecture import Architecture
from handdigit.network.draft import read_draft
from handdigit.storage.datasets.faulty import read_faulty
from handdigit.storage.datasets.idx import read_mnist
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.datasets.labelled_sets import as_fed, open_files
from handdigit.storage.datasets.mnist import FILES, copy_mnist
from handdigit.storage.files import read_text
from handdigit.storage.journal import claimed_journal
from handdigit.storage.models.gate_file import read_gate
from handdigit.storage.models.handwriting_file import read_handwriting
from handdigit.storage.models.import_export import import_model
from handdigit.storage.models.model_file import read_model, require_sound
from handdigit.storage.models.model_info import network_name
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.named_files import NamedFile, NetworkStore, recipe_note
from handdigit.storage.paths import ASSETS, AppPaths
from handdigit.storage.runs.run_state import read_progress, read_state
from handdigit.storage.runs.run_store import RunStore
from handdigit.storage.samples.exchange import read_new_samples
from handdigit.storage.samples.sample import stored_form
from handdigit.storage.samples.sample_store import SampleStore
from tests.fuzz import command_line, formats, mutation

TESTS = Path(__file__).parents[1]
CORPUS = TESTS / "fuzz" / "corpus"


@dataclass(frozen=True)
class Reader:
    """One kind of file, and all that the program does with one before anything is computed."""

    read: Callable[[Path], object]
    """Reads the file, or raises a HanddigitError."""
    place: str
    """Where the file lies in an otherwise empty folder."""
    patterns: tuple[str, ...]
    """Where good files lie, below tests/ or assets/."""
    change: mutation.Mutator
    """Changes one so that it stays such a file from outside."""
    share: int = 100
    """Of all inputs: what takes long gets few."""
    blindly: bool = True
    """Whether bytes are changed, too, without a thought of what they mean."""
    kin: str = ""
    """Another reader of such files: what failed there is tried here, too."""
    failed: tuple[Path, ...] = ()
    """What failed once."""

    @cached_property
    def corpus(self) -> tuple[Path, ...]:
        """Good files."""
        found = (at.glob(pattern) for pattern in self.patterns for at in (TESTS, ASSETS))
        return tuple(sorted(path for paths in found for path in paths))

    def lay(self, path: Path, rng: Random, number: int) -> None:
        """Put an input at a path: what is no file, files as they are, then changed files."""
        if number < len(NO_FILES):
            NO_FILES[number](path)
        elif number < self.changed_from:
            shutil.copyfile((*self.failed, *self.corpus)[number - len(NO_FILES)], path)
        else:
            path.write_bytes(self._changed(rng))

    @property
    def changed_from(self) -> int:
        """The number of the first input that is a changed file."""
        return len(NO_FILES) + len(self.failed) + len(self.corpus)

    def _changed(self, rng: Random) -> bytes:
        among = self.failed if self.failed and rng.random() < 0.2 else self.corpus
        content = rng.choice(among).read_bytes()
        match rng.randrange(10):
            case 0 if self.blindly:
                return mutation.splice(rng, content, rng.choice(self.corpus).read_bytes())
            case 1 | 2 if self.blindly:
                return mutation.change_bytes(rng, content)
            case 3 if self.blindly:
                return mutation.change_bytes(rng, self.change(rng, content))
            case _:
                return self.change(rng, content)


NO_FILES: tuple[Callable[[Path], object], ...] = (
    lambda path: None,
    Path.mkdir,
    Path.touch,
    os.mkfifo,
    lambda path: path.symlink_to(path.name),
    lambda path: path.symlink_to("none"),
    lambda path: path.symlink_to("/dev/zero"),
    lambda path: path.symlink_to("/dev/null"),
    lambda path: path.symlink_to("/proc/self/mem"),
)
"""What may lie where a file is expected, a file of no bytes among it."""


# --- what the program does with a file before anything is computed ---------------------------


def _read_drawings(path: Path) -> None:
    for sample in read_samples(path):
        assert Ink.from_json(sample.ink.to_json()) == sample.ink
        with suppress(EmptyDrawingError):
            normalise(sample.ink)


def _measure(path: Path) -> None:
    """Read labelled drawings, as evaluation and import do."""
    drawings = open_files((path,))
    as_fed(drawings.drawings(0, min(len(drawings), 100)))


def _read_set(path: Path) -> None:
    _measure(path)
    _import(path)


def _read_picture(path: Path) -> None:
    from handdigit.engine.vector_pictures import read_any_picture

    normalise(read_any_picture(path))


def _read_folder(path: Path) -> None:
    _import(path.parents[1])


def _import(path: Path) -> None:
    for sample in islice(read_new_samples(path), 100):
        stored_form(sample.drawing)


def _import_to_database(path: Path) -> None:
    with SampleStore(path.with_name("samples.sqlite")) as samples:
        samples.add_all(islice(read_new_samples(path), 100))
        samples.samples()


def _read_labels(path: Path) -> None:
    _beside(path, "t10k-images-idx3-ubyte")
    _measure(path)
    read_mnist(path.parent, "t10k", first=2)
    _import(path)


def _read_pictures(path: Path) -> None:
    _beside(path, "t10k-labels-idx1-ubyte")
    _measure(path)
    read_mnist(path.parent, "t10k", first=2)
    _import(path)


def _beside(path: Path, name: str) -> None:
    shutil.copyfile(CORPUS / "idx" / name, path.with_name(name))


def _copy_mnist(path: Path) -> None:
    copy_mnist(path.parent, path.parent / "mnist", files=FILES[:1])


def _read_faulty(path: Path) -> None:
    faulty = read_faulty(path)
    faulty.is_about(path)
    faulty.sound(10_000)


def _read_recipe(path: Path) -> None:
    recipe = read_recipe(path)
    assert parse_recipe(recipe_text(recipe)) == recipe
    recipe_note(read_text(path))
    recipe.architecture()


def _read_network(path: Path) -> None:
    NetworkStore(AppPaths(path.parents[1])).catalogue()
    text = NamedFile("network", path, is_own=True).text()
    read_draft(text)  # what the window shows while it is written
    architecture = Architecture.parse(text)
    assert Architecture.parse(architecture.text()) == architecture


def _read_model(path: Path) -> None:
    require_sound(read_model(path))
    store = ModelStore(AppPaths(path.parent))
    for model in (store.stored(str(path)), import_model(store, path)):
        network_name(model.info)
        json.dumps([model.info.accuracies, model.info.curve, model.info.averaged])
        store.fingerprint(model)


def _use_model(path: Path) -> None:
    from handdigit.recognition.recogniser import Recogniser

    recogniser = Recogniser(read_model(path), "cpu")
    for answer in map(recogniser.recognise, (Ink(), seven())):
        assert np.isfinite(answer.probabilities).all()


def _use_gate(path: Path) -> None:
    from handdigit.recognition.gate import Gate

    assert np.isfinite(Gate(read_gate(path)).digitness_of_inks([seven()])).all()


def _read_checkpoint(path: Path) -> None:
    read_progress(path.parent)
    read_state(path.parent)


def _resume(path: Path) -> None:
    """Go on with a run for three steps."""
    from handdigit.training.stored_run import StoredRun

    paths = AppPaths(path.parents[2])
    store = RunStore(paths.runs)
    run = store.find(_run_beside(path))
    with store.locked(run):
        deque(islice(StoredRun(store, run, paths).events(), 3), 0)


def _run_beside(path: Path) -> str:
    shutil.copyfile(TESTS / "earlier" / "run" / "run.json", path.with_name("run.json"))
    return path.parent.name


def _read_run(path: Path) -> None:
    store = RunStore(path.parents[1])
    store.runs()
    store.unfinished()
    spec = store.find(path.parent.name).spec
    Recipe.from_json(spec.recipe).architecture(len(spec.alphabet))


def _read_result(path: Path) -> None:
    _run_beside(path)
    _read_run(path)


def _read_samples(path: Path) -> None:
    told = list[str]()
    with SampleStore(path, told.append) as samples:
        samples.counts()
        samples.origins()
        samples.entries()
        for sample in samples.samples():
            sample.as_fed()
        samples.add(seven(), "7")
        samples.back_up()
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in told)


def _read_settings(path: Path) -> None:
    from PySide6.QtCore import QByteArray

    from handdigit.gui.state.models.active_model import open_settings, start_model
    from handdigit.gui.state.training.run_draft import read_run_draft
    from handdigit.gui.window_memory import read_unit

    paths = AppPaths(path.parent)
    settings = open_settings(paths)
    start_model(ModelStore(paths), settings)
    for key, default in (("penWidth", 5), ("appearance", "system"), ("splitter", QByteArray())):
        assert type(settings.value(key, default)) is type(default)
    read_unit(settings.value("unit", ""))
    draft = read_run_draft(settings.value("retrainDraft", ""), "small")
    assert draft.recipe is None or draft.recipe.recipe.epochs > 0
    settings.remember({"penWidth": 7})


def _read_journal(path: Path) -> None:
    from handdigit.gui.state.drawing.drawing_records import state_of, whole_records

    with claimed_journal(path.parent) as journal:
        state, _ = state_of(journal.records)
        journal.rewrite(whole_records(state))


@cache
def seven() -> Ink:
    """Return a drawing that every model reads."""
    return Ink.from_text(read_text(ASSETS / "examples" / "seven.json"))


# --- the table -------------------------------------------------------------------------------

_JSON = mutation.of_text(mutation.change_json)
_LINES = mutation.of_lines(mutation.change_json)
_TEXT = mutation.of_text(mutation.change_text)
_BYTES = mutation.packing(mutation.change_head)
_INKS = ("fuzz/corpus/inks/*",)
_PICTURES = ("fuzz/corpus/pictures/*",)
_MODELS = ("fuzz/corpus/models/*", "earlier/*.safetensors")
_GATES = ("fuzz/corpus/gates/*",)
_STATES = ("earlier/run/state*.safetensors",)

_TABLE = {
    "inks": Reader(_read_drawings, "ink.json", ("examples/*.json",), _JSON),
    "ink_lines": Reader(_measure, "inks.jsonl", _INKS, _LINES, kin="inks"),
    "imported_inks": Reader(_import, "inks.jsonl.gz", _INKS, mutation.packing(_LINES), kin="inks"),
    "stored_inks": Reader(_import_to_database, "inks.jsonl", _INKS, _LINES, 20, kin="inks"),
    "pictures": Reader(_read_picture, "picture", _PICTURES, formats.change_picture, 200),
    "picture_folders": Reader(
        _read_folder, "folder/7/1.png", _PICTURES, formats.change_picture, kin="pictures"
    ),
    "idx": Reader(_read_labels, "t10k-labels-idx1-ubyte", ("fuzz/corpus/idx/*labels*",), _BYTES),
    "idx_pictures": Reader(
        _read_pictures, "t10k-images-idx3-ubyte", ("fuzz/corpus/idx/*images*",), _BYTES, kin="idx"
    ),
    "tables": Reader(_read_set, "a.csv", ("fuzz/corpus/csv/*",), mutation.packing(_TEXT), 50),
    "arrays": Reader(_read_set, "a.npz", ("fuzz/corpus/npz/*",), mutation.change_head, 50),
    "matrices": Reader(_read_set, "a.mat", ("fuzz/corpus/mat/*",), mutation.change_head, 50),
    "mnist_files": Reader(
        _copy_mnist, FILES[0].plain_name, ("fuzz/corpus/idx/*",), _BYTES, 10, kin="idx"
    ),
    "faulty_lists": Reader(_read_faulty, "list.toml", ("fuzz/corpus/faulty_lists/*",), _TEXT),
    "recipes": Reader(_read_recipe, "recipe.toml", ("recipes/*.toml",), _TEXT),
    "networks": Reader(_read_network, "networks/mine.txt", ("fuzz/corpus/networks/*",), _TEXT),
    "models": Reader(_read_model, "model.safetensors", _MODELS, formats.change_tensors),
    "models_at_work": Reader(
        _use_model, "model.safetensors", _MODELS, formats.change_tensors, 10, kin="models"
    ),
    "gates": Reader(read_gate, "gate.safetensors", _GATES, formats.change_tensors),
    "gates_at_work": Reader(
        _use_gate, "gate.safetensors", _GATES, formats.change_tensors, 10, kin="gates"
    ),
    "handwritings": Reader(
        read_handwriting,
        "handwriting.safetensors",
        ("fuzz/corpus/handwritings/*",),
        formats.change_tensors,
    ),
    "checkpoints": Reader(
        _read_checkpoint, "runs/one/state.safetensors", _STATES, formats.change_checkpoint
    ),
    "checkpoints_at_work": Reader(
        _resume,
        "runs/one/state.safetensors",
        _STATES,
        formats.change_checkpoint,
        5,
        kin="checkpoints",
    ),
    "runs": Reader(_read_run, "runs/one/run.json", ("earlier/run/run.json",), _JSON),
    "results": Reader(_read_result, "runs/one/result.json", ("fuzz/corpus/results/*",), _JSON, 50),
    "samples": Reader(
        _read_samples,
        "samples.sqlite",
        ("fuzz/corpus/samples/*", "earlier/samples.sqlite"),
        formats.change_database,
        50,
    ),
    "settings": Reader(_read_settings, "window.ini", ("fuzz/corpus/settings/*",), _TEXT, 50),
    "journals": Reader(
        _read_journal, "drawing/1.journal", ("fuzz/corpus/journals/*",), formats.change_journal
    ),
    "commands": Reader(
        command_line.carry_out,
        "order.json",
        ("fuzz/corpus/commands/*",),
        command_line.change_order,
        20,
        blindly=False,
    ),
}


def _with_failed(name: str, reader: Reader) -> Reader:
    folders = (TESTS / "replay" / folder for folder in (name, reader.kin or name))
    failed = dict.fromkeys(path for folder in folders for path in sorted(folder.glob("*")))
    return replace(reader, failed=tuple(failed))


READERS: Mapping[str, Reader] = MappingProxyType(
    {name: _with_failed(name, reader) for name, reader in _TABLE.items()}
)
"""By the name of the folder in tests/replay for what failed."""

"""What each process does while a fault strikes it, and what must be there afterwards.

A scenario returns the sentence that the user is shown; it is empty where the process goes on as
if nothing were the matter.
"""

from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from handdigit.engine.trainer.messages import RunFinished, Train
from handdigit.storage.models.model_store import ModelStore
from handdigit.storage.paths import ASSETS, AppPaths
from handdigit.storage.runs.run_store import RunStore
from handdigit.storage.samples.sample_store import SampleStore
from tests.engine.trainer_driving import TrainerProcess, run_spec, weights
from tests.faults.driven_window import ROOT, DrivenWindow
from tests.faults.striking import CLOSED, KILLED, STOPPED, VANISHED, Fault, Target
from tests.gui.driving import example
from tests.processes import PATIENCE_S

TINY = ROOT / "tests" / "earlier" / "tiny.safetensors"
SEVEN = ASSETS / "examples" / "seven.json"
EPOCHS = 6
OVER = "window.training.state.name in ('FAILED', 'IDLE')"
NOTHING_LEARNED = "window._teaching.failure"
LESSON_OVER = f"window._teaching.result or {NOTHING_LEARNED}"
LESSON_UNDER_WAY = "any(bar.maximum() > 0 for bar in [part('lessonProgress')] if bar)"
Strike = Callable[[int], AbstractContextManager[None]]


def window(fault: Fault, data: Path) -> str:
    """Labels go into the database before, while and after the fault is there."""
    acknowledged = [labelled(data)]
    said = ""
    with struck(fault, data) as strike, DrivenWindow(data, launcher=fault.launcher) as program:
        if not fault.before_start:
            assert program.label("four") == ""
            acknowledged.append("4")
        with strike(program.pid):
            if fault not in (KILLED, STOPPED):
                said = program.label("one")
                acknowledged += ["1"] * (not said)
        if fault is KILLED:
            program.kill()
        else:
            if not fault.before_start:
                assert program.label("seven") == ""
                acknowledged.append("7")
            program.close()
    if fault is KILLED or fault.before_start:
        with DrivenWindow(data) as program:
            if fault is KILLED:
                program.wait("answer(window) == '4'")  # the drawing is back
            assert program.label("one") == ""
            program.close()
        acknowledged.append("1")
    require_whole(data, acknowledged)
    return said


def engine(fault: Fault, data: Path) -> str:
    """Strokes are read and another model answers, while the fault is there or after it."""
    said = ""
    acknowledged = labelled(data)
    with struck(fault, data) as strike, DrivenWindow(data, launcher=fault.launcher) as program:
        program.draw("seven")
        with strike(program.ask("window.session._engine.pid")):
            if fault is KILLED:
                said = program.wait("text('statusEngine')")
            elif fault is STOPPED:
                program.do("draw(window.canvas, examples['one'])")
            else:
                program.draw("one")
                program.do("window.session.use_model(window.library.models[1])")
                program.draw("four")
                said = program.ask("window._box.text() if window._box else ''")
        program.wait("answer(window)")
        program.draw("seven")
        program.close()
    require_whole(data, left_by(fault, acknowledged))
    return said


def trainer(fault: Fault, data: Path) -> str:
    """A run ends with the weights of one that nothing struck, at once or when gone on with."""
    acknowledged = labelled(data)
    with struck(fault, data) as strike, DrivenWindow(data, launcher=fault.launcher) as program:
        program.do(f"window.training.start(run_spec(epochs={EPOCHS}))")
        program.wait("window.training.progress or window.training.failure")
        pid = program.ask("window.training.trainer_pid")
        with strike(pid) if pid else nullcontext():
            if fault is not STOPPED:
                program.wait(OVER)
        program.wait(OVER)
        said = str(program.ask("window.training.failure"))
        assert "libtorch" not in Path(f"/proc/{program.pid}/maps").read_text()
        if said and not fault.before_start:
            program.do("window.training.resume_run(window.training.interrupted.runs[0])")
            program.wait(OVER)
            assert program.ask("window.training.failure") == ""
        program.draw("seven")
        program.close()
    require_whole(data, left_by(fault, acknowledged))
    if not (said and fault.before_start):
        assert weights(AppPaths(data).models / "fresh.safetensors") == undisturbed()
    return said


def window_and_trainer(fault: Fault, data: Path) -> str:
    """The window is struck while its trainer works: the run ends as one that nothing struck."""
    acknowledged = labelled(data)
    with struck(fault, data) as strike, DrivenWindow(data, launcher=fault.launcher) as program:
        program.do(f"window.training.start(run_spec(epochs={EPOCHS}))")
        program.wait("window.training.epochs")
        with strike(program.pid):
            pass
        program.kill()
    with DrivenWindow(data) as program:
        said = program.wait("window.status.currentMessage()")
        program.do("window.training.resume_run(window.training.interrupted.runs[0])")
        program.wait(OVER)
        assert program.ask("window.training.failure") == ""
        program.close()
    require_whole(data, left_by(fault, acknowledged))
    assert weights(AppPaths(data).models / "fresh.safetensors") == undisturbed()
    return said


def teacher(fault: Fault, data: Path) -> str:
    """A lesson ends with a model that is kept, at once or when it is begun again."""
    acknowledged = labelled(data)
    said = ""
    with (
        struck(fault, data) as strike,
        DrivenWindow(data, "--model", str(TINY), launcher=fault.launcher) as program,
    ):
        program.do("window.teach()")
        program.wait(f"{LESSON_OVER} or {LESSON_UNDER_WAY}")
        pid = program.ask("window._teaching._child and window._teaching._child.pid")
        with strike(pid) if pid else nullcontext():
            if fault is not STOPPED:
                said = lesson_kept(program)
        if program.ask("bool(part('lessonView'))") and not fault.before_start:
            if program.ask(NOTHING_LEARNED):
                program.do("part('closeLessonButton').click()")
                program.do("window.teach()")
            assert lesson_kept(program) == ""
        program.do("window.session.use_model(window.library.models[0])")
        program.close()
    require_whole(data, left_by(fault, acknowledged))
    kept = {path.stem for path in AppPaths(data).models.glob("*.safetensors")}
    assert kept == (set() if fault.before_start else {"tiny taught"})
    return said


def lesson_kept(program: DrivenWindow) -> str:
    """Wait for the end of a lesson and keep its model; return what is said against it."""
    program.wait(LESSON_OVER)
    if not program.ask(NOTHING_LEARNED):
        program.do("part('keepLessonButton').click()")
        program.wait("not window._teaching._is_keeping")
    return str(program.ask("text('lessonSentence')"))


# --- the command line ---------------------------------------------------------------------------


def classify(fault: Fault, data: Path) -> str:
    """A drawing is classified."""
    return command(fault, data, ["classify", str(SEVEN)], f"{SEVEN}: 7  99.9%")


def evaluate(fault: Fault, data: Path) -> str:
    """The samples are measured."""
    return command(fault, data, ["evaluate", "samples"], "samples: n = 1, accuracy 100.00%")


def train(fault: Fault, data: Path) -> str:
    """A network is trained on the samples; what was interrupted is gone on with."""
    settings = ["--epochs", "40", "--set", "batch_size=1", "--set", "validation=0"]
    begun = ["train", "--network", "softmax-regression", "--data", "samples", *settings]
    return command(fault, data, begun, "wrote ", gone_on_with=["train", "--resume"])


def import_model(fault: Fault, data: Path) -> str:
    """A model is taken in."""
    return command(fault, data, ["models", "import", str(TINY)], "imported tiny")


def command(
    fault: Fault,
    data: Path,
    arguments: list[str],
    answer: str,
    *,
    gone_on_with: list[str] | None = None,
) -> str:
    """Run a command that a fault strikes, and again without it; return what it complained of."""
    acknowledged = labelled(data)
    with struck(fault, data) as strike, tempfile.TemporaryFile() as printed:
        loaded, loading = os.pipe()
        program = [sys.executable, "-c", BEGUN.format(loading)]
        process = subprocess.Popen(
            [*fault.launcher, *program, "--data-dir", str(data), *arguments],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=printed,
            pass_fds=[loading],
        )
        os.close(loading)
        os.read(loaded, 1)
        os.close(loaded)
        with strike(process.pid):
            if fault is not STOPPED:
                process.wait(PATIENCE_S)
        status = process.wait(PATIENCE_S)
        printed.seek(0)
        said = complaint(fault, status, printed.read().decode().splitlines(), answer)
    require_whole(data, left_by(fault, acknowledged))
    labelled(data)
    interrupted = RunStore(AppPaths(data).runs).unfinished()
    again = gone_on_with if gone_on_with and interrupted else arguments
    done = subprocess.run(
        [sys.executable, "-m", "handdigit", "--data-dir", str(data), *again],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert (done.returncode, done.stderr) == (0, ""), done
    assert done.stdout.splitlines()[-1].startswith(answer), done.stdout
    return said


def complaint(fault: Fault, status: int, lines: list[str], answer: str) -> str:
    """Return the one line that a command complained with, empty where it answered."""
    if fault in (KILLED, CLOSED):
        assert status == (-signal.SIGKILL if fault is KILLED else 1)
        assert not any("Traceback" in line for line in lines)
        return ""
    if status == 0:
        assert lines[-1].startswith(answer), lines
        return ""
    assert status == 1
    *epochs, last = lines
    assert all(line.startswith("epoch ") for line in epochs), lines
    assert last.startswith("handdigit: "), lines
    return last.removeprefix("handdigit: ")


BEGUN = "import os, sys; from handdigit.cli import main; os.close({}); sys.exit(main())"
"""The program; the end of a pipe tells that it is loaded."""


PROCESSES: dict[str, Callable[[Fault, Path], str]] = {
    "window": window,
    "engine": engine,
    "trainer": trainer,
    "window with trainer": window_and_trainer,
    "teacher": teacher,
    "classify": classify,
    "evaluate": evaluate,
    "train": train,
    "models import": import_model,
}

# --- parts --------------------------------------------------------------------------------------


@contextmanager
def struck(fault: Fault, data: Path) -> Iterator[Strike]:
    """Strike now what a fault strikes before the start; else yield how to strike a process."""
    if fault.before_start:
        with fault.strike(Target(data)):
            yield lambda _pid: nullcontext()
    else:
        yield lambda pid: fault.strike(Target(data, pid))


def labelled(data: Path) -> str:
    """Store a sample in an earlier session; return its label."""
    with SampleStore(AppPaths(data).samples) as store:
        if not store.entries():
            store.add(example("seven"), "7")
    return "7"


def left_by(fault: Fault, acknowledged: str) -> str:
    """Return the labels that are there after a process that does not know them was struck."""
    return "" if fault is VANISHED else acknowledged


@functools.cache
def undisturbed() -> dict[str, bytes]:
    """Return the weights of the run that nothing struck."""
    with tempfile.TemporaryDirectory() as folder:
        command = Train(run_spec(epochs=EPOCHS), AppPaths(Path(folder)))
        with TrainerProcess(command) as alone:
            return weights(alone.wait_for(RunFinished).model)


def require_whole(data: Path, labels: Iterable[str]) -> None:
    """Require that all that was acknowledged is there and nothing half written is."""
    paths = AppPaths(data)
    with SampleStore(paths.samples) as samples:
        found = [entry.label for entry in samples.entries()]
        assert found == [*labels], found
        samples.samples()
    models, runs = ModelStore(paths), RunStore(paths.runs)
    for model in models.models():
        models.fingerprint(model)
    for folder in paths.runs.glob("*/"):
        runs.read_state(runs.find(folder.name))
    assert not [path.name for path in data.rglob(".handdigit-*")]
    assert not paths.log.exists() or "Traceback" not in paths.log.read_text()

"""The numbers behind the curves of a run, as CSV."""

from __future__ import annotations

import csv
import io

from handdigit.experiment.events import EpochDone
from handdigit.experiment.learning_curve import LearningCurve

COLUMNS = (
    "step",
    "loss",
    "accuracy",
    "learning_rate",
    "epoch",
    "validation_loss",
    "validation_accuracy",
)


def curve_csv(curve: LearningCurve, epochs: tuple[EpochDone, ...]) -> str:
    """Return a line a step; what is known of an epoch stands at its last step."""
    ends = {done.step: done for done in epochs}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for step, loss, accuracy, rate in zip(
        curve.steps.tolist(),
        curve.losses.tolist(),
        curve.accuracies.tolist(),
        curve.learning_rates.tolist(),
        strict=True,
    ):
        row: list[object] = [step, f"{loss:.6g}", f"{accuracy:.6g}", f"{rate:.6g}"]
        done = ends.get(step)
        if done is not None:
            measured = (done.validation_loss, done.validation_accuracy)
            row += [done.epoch, *("" if v is None else f"{v:.6g}" for v in measured)]
        else:
            row += ["", "", ""]
        writer.writerow(row)
    return text.getvalue()

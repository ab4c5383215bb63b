"""``handdigit fit-handwriting``: a pen model from recorded strokes."""

from __future__ import annotations

import argparse

from handdigit.commands.console import say, say_json
from handdigit.data.handwriting import write_handwriting
from handdigit.data.inks import read_labelled_samples
from handdigit.training.handwriting_fit import fit_handwriting


def fit_handwriting_file(options: argparse.Namespace, *, as_json: bool) -> int:
    """Fit the pen model to the inks of ``options``, write it, tell about it, return 0."""
    samples = [sample for path in options.inks for sample in read_labelled_samples(path)]
    handwriting = fit_handwriting(
        [sample.ink for sample in samples], [int(sample.label or 0) for sample in samples]
    )
    write_handwriting(options.out, handwriting)
    styles, size = len(handwriting.digits), options.out.stat().st_size
    if as_json:
        say_json({"inks": len(samples), "styles": styles, "bytes": size, "wrote": str(options.out)})
    else:
        say(f"{styles} styles of {len(samples):,} inks; wrote {options.out} ({size:,} bytes)")
    return 0

"""The file of the pen model: one ``.safetensors``; nothing in it is executed or unpickled."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from handdigit.budgets import TENSOR_FILE
from handdigit.errors import DataFileError, decoding
from handdigit.handwriting.model import Handwriting
from handdigit.network.alphabet import DIGITS
from handdigit.sentences import noted, sentence
from handdigit.storage.paths import ASSETS
from handdigit.storage.tensors import read_tensors, write_tensors

FORMAT = "1"
_FORMAT_KEY = "handdigit-handwriting"
SHIPPED = ASSETS / "handwriting.safetensors"


@cache
def shipped_handwriting() -> Handwriting:
    """Return the pen model that comes with the program, read once a process."""
    return read_handwriting()


def read_handwriting(path: Path = SHIPPED) -> Handwriting:
    """Read a pen model.

    Raises:
        DataFileError: the file is missing, damaged, no pen model or from a newer version.
    """
    found, arrays = read_tensors(path, _FORMAT_KEY, noted("a handwriting file"))
    if found != FORMAT:
        raise DataFileError(
            sentence(
                "{0} was saved by another version of handdigit (format {1!r}; this one "
                "reads {2}): fit it again.",
                path.name,
                found[:9],
                FORMAT,
            )
        )
    with decoding(sentence("{0} is damaged: its styles cannot be read.", path.name), DataFileError):
        return _from_arrays(arrays)


def write_handwriting(path: Path, handwriting: Handwriting, *, overwrite: bool = True) -> None:
    """Write a pen model, whole or not at all.

    Raises:
        HanddigitError: the folder or the disk does not take it, or as :func:`write_tensors`.
    """
    # A variation's largest displacement is about 0.1: a 127th of it cannot be seen.
    peaks = np.abs(handwriting.components).max(axis=(2, 3), keepdims=True)
    steps = np.where(peaks > 0, peaks, 1) / 127
    arrays: dict[str, NDArray[np.generic]] = {
        "digits": handwriting.digits.astype(np.uint8),
        "shares": handwriting.shares.astype(np.float32),
        "means": handwriting.means.astype(np.float16),
        "components": np.rint(handwriting.components / steps).astype(np.int8),
        "steps": steps.astype(np.float32),
        "lifts": handwriting.lifts.astype(np.uint8),
    }
    write_tensors(path, arrays, {_FORMAT_KEY: FORMAT}, TENSOR_FILE, overwrite=overwrite)


def _from_arrays(arrays: dict[str, NDArray[np.generic]]) -> Handwriting:
    """Return the model of a file's arrays.

    Raises:
        KeyError: an array is missing.
        ValueError: shapes or values do not fit together.
    """
    means = arrays["means"].astype(np.float32)
    with np.errstate(all="ignore"):  # what is no number is refused below
        components = arrays["components"].astype(np.float32) * arrays["steps"].astype(np.float32)
    digits = arrays["digits"].astype(np.int64)
    shares = arrays["shares"].astype(np.float64)
    lifts = arrays["lifts"].astype(bool)
    styles, points = lifts.shape
    fits = (
        digits.shape == shares.shape == (styles,)
        and means.shape == (styles, points, 2)
        and components.shape[::2] == (styles, points)
        and components.shape[3:] == (2,)
    )
    sound = (
        set(digits.tolist()) == set(range(len(DIGITS)))
        and bool(lifts[:, -1].all())
        and bool((shares > 0).all())
        and all(bool(np.isfinite(values).all()) for values in (means, components, shares))
    )
    if not fits or not sound:
        raise ValueError("shapes or values")
    return Handwriting(digits, shares, means, components, lifts)

"""``handdigit explain --why``."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PIL import Image

from handdigit.cli import main
from handdigit.commands.explain import STOPS
from handdigit.engine.analyses.table import answer_of, attribute
from handdigit.engine.protocol.requests import ATTRIBUTION_METHODS, Attribute
from handdigit.gui.theme import LIGHT
from handdigit.ink.normalise import SIDE
from handdigit.recognition.recogniser import Recogniser
from handdigit.storage.datasets.inks import read_samples
from handdigit.storage.models.model_file import read_model
from handdigit.storage.paths import ASSETS

NINE = ASSETS / "examples" / "nine.json"


@pytest.mark.parametrize("method", ATTRIBUTION_METHODS)
def test_the_map_is_written_and_its_numbers_are_the_engines(capsys, tmp_path, method):
    out = tmp_path / "map.png"
    arguments = ["explain", NINE, "--why", method, "--against", 4, "--out", out, "--json"]
    assert main([*map(str, arguments), "--device", "cpu"]) == 0
    found = json.loads(capsys.readouterr().out)
    recogniser = Recogniser(read_model(ASSETS / "models" / "default.safetensors"), "cpu")
    ink = read_samples(NINE)[0].ink
    expected = answer_of(attribute(recogniser, Attribute(ink, method, 9, 4)))
    assert (found["method"], found["target"], found["against"]) == (method, 9, 4)
    assert found["score"] == expected.score
    assert np.array_equal(np.float32(found["values"]), expected.values)
    with Image.open(out) as image:
        assert image.format == "PNG"
        assert image.width == image.height
        assert image.width % SIDE == 0
        pixels = np.asarray(image.convert("RGB")).astype(int)
    # The strongest pixel, if not the outline over it, has nearly the colour at its end.
    row, column = np.unravel_index(np.abs(expected.values).argmax(), (SIDE, SIDE))
    pixel = image.width // SIDE
    brightness = pixels.sum(axis=2)
    strongest = brightness[row * pixel :, column * pixel :][:pixel, :pixel]
    assert np.median(strongest) < brightness.max() / 2


def test_the_answer_is_explained_in_words(capsys, tmp_path):
    out = tmp_path / "map.png"
    assert main(["explain", str(NINE), "--why", "gradient", "--out", str(out)]) == 0
    assert capsys.readouterr().out.startswith("Why 9? gradient, score ")


def test_any_digit_can_be_explained(capsys):
    arguments = ["explain", str(NINE), "--why", "gradient", "--target", "4", "--json"]
    assert main(arguments) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["target"], found["against"]) == (4, None)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--why", "gradient"], "--out"),
        (["--why", "gradient", "--target", "4", "--against", "4", "--json"], "different"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(capsys, arguments, words):
    assert main(["explain", str(NINE), *arguments]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err
    assert len(captured.err.splitlines()) == 1


def test_an_unknown_method_is_misuse(capsys):
    with pytest.raises(SystemExit) as end:
        main(["explain", str(NINE), "--why", "nonsense"])
    assert end.value.code == 2
    assert "integrated-gradients" in capsys.readouterr().err


def test_the_colours_are_the_windows():
    expected = (LIGHT.negative[1], LIGHT.negative[0], LIGHT.zero, *LIGHT.positive)
    assert expected == STOPS

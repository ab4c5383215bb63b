"""``handdigit ladder``: a table from the shipped files, whichever of them are there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handdigit.cli import main
from handdigit.network.zoo import ZOO
from handdigit.storage.models.groups import LADDER
from handdigit.storage.models.model_file import MNIST_TEST, UNIPEN_DEV, ModelFile, write_model
from tests.recognition.strategies import model_of, random_network

GOOD, BAD = LADDER[0], LADDER[1]


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two of the nets, the second of them not good enough."""
    monkeypatch.setattr("handdigit.storage.models.model_store.SHIPPED_MODELS", tmp_path)
    for rung, accuracy in ((GOOD, 0.981), (BAD, 0.9)):
        model = model_of(random_network(ZOO[rung.recipe]), rung.name)
        figures = {MNIST_TEST: {"n": 10_000, "accuracy": accuracy}}
        if rung is GOOD:
            figures[UNIPEN_DEV] = {"n": 8117, "accuracy": 0.925}
        info = model.info.measured(figures)
        write_model(tmp_path / f"{rung.name}.safetensors", ModelFile(info, model.weights))
    return tmp_path


def test_a_line_a_net_and_a_sentence_for_each_that_is_missing(shipped, capsys):
    assert main(["ladder"]) == 1
    printed = capsys.readouterr()
    head, good, bad = printed.out.splitlines()
    for name, share in (("MNIST test", "98.10%"), ("unipen_dev", "92.50%")):
        assert head.index(name) + len(name) == good.index(share) + len(share)
    assert good.split()[0] == GOOD.name
    assert "79,510    97.80%      98.10%      92.50%  Nielsen" in good
    assert "98.78%      90.00%           –  Nielsen" in bad
    assert bad.endswith("(not reached)")
    missing = printed.err.splitlines()
    assert len(missing) == len(LADDER) - 2
    assert "network3-2conv did not come with this program" in missing[0]


def test_as_json_every_figure_has_its_place(shipped, capsys):
    main(["ladder", "--json"])
    good, bad = map(json.loads, capsys.readouterr().out.splitlines())
    assert (good["name"], good["floor"], good["reached"]) == (GOOD.name, GOOD.floor, True)
    assert good["results"][UNIPEN_DEV] == {"n": 8117, "accuracy": 0.925}
    assert (bad["reached"], bad["results"][UNIPEN_DEV]) == (False, None)


def test_a_damaged_file_is_one_sentence(shipped, capsys):
    (shipped / f"{GOOD.name}.safetensors").write_bytes(b"garbage")
    assert main(["ladder"]) == 1
    assert "not a model file, or it is damaged" in capsys.readouterr().err.splitlines()[0]

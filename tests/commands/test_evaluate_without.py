"""``handdigit evaluate --without``: a set measured with and without its faulty drawings."""

from __future__ import annotations

import gzip
import hashlib
import json

import pytest

from handdigit.cli import main
from handdigit.storage.datasets.faulty import KINDS, SHIPPED_LISTS, read_faulty
from handdigit.storage.datasets.inks import read_labelled_samples
from handdigit.storage.paths import ASSETS

NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


@pytest.fixture
def data(tmp_path):
    """Ten digits, of which 4 and 7 have each other's label."""
    labels = [0, 1, 2, 3, 7, 5, 6, 4, 8, 9]
    examples = [json.loads((ASSETS / "examples" / f"{name}.json").read_text()) for name in NAMES]
    samples = [ink | {"label": label} for ink, label in zip(examples, labels, strict=True)]
    path = tmp_path / "digits.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, samples)).encode()))
    return path


def list_of(data, lines, name="digits.toml", **other):
    drawing = {"label": 7, "kind": "wrong label", "note": "a 4"} | other
    fields = ", ".join(f"{key} = {value!r}" for key, value in drawing.items())
    rows = "".join(f"  {{ line = {line}, {fields} }},\n" for line in lines)
    sha256 = hashlib.sha256(gzip.decompress(data.read_bytes())).hexdigest()
    path = data.with_name(name)
    path.write_text(f'data = "digits"\nsha256 = "{sha256}"\ndrawings = [\n{rows}]\n')
    return path


def test_both_figures_are_printed_each_with_its_n(data, capsys):
    faulty = list_of(data, [4, 7])
    assert main(["evaluate", "--without", str(faulty), str(data)]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "n = " in line]
    assert lines[0].startswith(f"{data}: n = 10, accuracy 80.00%")
    assert lines[1].startswith(f"{data} without 2 faulty drawings: n = 8, accuracy 100.00%")


def test_json_is_one_object_for_each(data, capsys):
    faulty = list_of(data, [4])
    assert main(["evaluate", "--json", "--without", str(faulty), str(data)]) == 0
    values = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(value["n"], value["correct"]) for value in values] == [(10, 8), (9, 8)]


def test_a_list_follows_the_content_wherever_it_lies_and_however_it_is_packed(data, capsys):
    faulty = list_of(data, [4, 7])
    plain = data.with_name("moved.jsonl")
    plain.write_bytes(gzip.decompress(data.read_bytes()))
    assert main(["evaluate", "--json", "--without", str(faulty), str(plain)]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[1])["n"] == 8


def test_a_list_about_another_file_is_refused(data, capsys):
    faulty = list_of(data, [4])
    data.write_bytes(gzip.compress(gzip.decompress(data.read_bytes()) + b"\n"))
    assert main(["evaluate", "--without", str(faulty), str(data)]) == 1
    error = capsys.readouterr().err
    assert "about digits" in error
    assert "leave out --without" in error


def test_a_list_that_is_missing_or_damaged_says_so(data, capsys):
    assert main(["evaluate", "--without", "nothing", str(data)]) == 1
    assert "name unipen_dev or a file" in capsys.readouterr().err
    for wrong in (
        list_of(data, [4, 4], "twice.toml"),
        list_of(data, [-1], "negative.toml"),
        list_of(data, [1], "kind.toml", kind="ugly"),
        list_of(data, [1], "more.toml", more="yes"),
    ):
        assert main(["evaluate", "--without", str(wrong), str(data)]) == 1
        assert "damaged" in capsys.readouterr().err
    assert main(["evaluate", "--without", str(data), str(data)]) == 1
    assert "not a list of faulty drawings" in capsys.readouterr().err


@pytest.mark.parametrize("path", sorted(SHIPPED_LISTS.glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_lists_are_in_order_and_say_what_is_wrong(path):
    found = read_faulty(path)
    assert found.name == path.stem
    lines = [drawing.line for drawing in found.drawings]
    assert lines == sorted(lines)
    assert {drawing.kind for drawing in found.drawings} <= set(KINDS)
    assert all(drawing.note for drawing in found.drawings)
    assert f": {len(lines)} of them" in path.read_text()


def test_the_shipped_list_is_about_the_drawings_at_hand(shared_data):
    path = shared_data / "strokes" / "unipen_dev.jsonl.gz"
    found = read_faulty(SHIPPED_LISTS / "unipen_dev.toml")
    assert found.is_about(path)
    samples = read_labelled_samples(path)
    for drawing in found.drawings:
        assert samples[drawing.line].label == drawing.label
    assert found.sound(len(samples)).sum() == len(samples) - len(found.drawings)

"""What the command line refuses before it computes anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from handdigit.cli import main
from handdigit.commands.command_line import read_arguments
from handdigit.storage.models.model_store import SHIPPED_MODELS
from handdigit.storage.paths import ASSETS

SEVEN = str(ASSETS / "examples" / "seven.json")
HUGE = ("1000000000000", "9" * 5000, "-1", "1e5", "0x10", "1.5", "nan", "²")


@pytest.mark.parametrize("number", HUGE)
@pytest.mark.parametrize("option", ["--lines", "--length"])
def test_numbers_out_of_bounds_are_misuse(option, number, tmp_path, capsys):
    given = ["evaluate", "--number", SEVEN, f"{option}={number}"]
    with pytest.raises(SystemExit) as ended:
        main(["--data-dir", str(tmp_path), *given])
    assert ended.value.code == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert f"argument {option}: " in said
    assert "is no whole number from 1 to" in said
    assert len(said) < 200


@pytest.mark.parametrize(
    "given",
    [
        ["evaluate", ""],
        ["classify", "--model", "", SEVEN],
        ["classify", "--model=", SEVEN],
        ["train", "--data", ""],
        ["--open="],
        [""],
    ],
)
def test_an_empty_name_is_misuse(given, capsys):
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 2
    *_, said = capsys.readouterr().err.splitlines()
    assert "empty: name what is meant" in said or "nothing follows it" in said


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (["train", "--epochs", "9" * 5000], "is no whole number from"),
        (["train", "--seed", str(2**63)], "is no whole number"),
        (["explain", SEVEN, "--layer", "conv1", "--at", "1,-1"], "is not ROW,COL"),
        (["explain", SEVEN, "--layer", "conv1", "--at", "9" * 5000], "is not ROW,COL"),
        (["--unit", "conv1"], "is not LAYER,CHANNEL,ROW,COL"),
        (["--unit", "conv1,1,2"], "nor LAYER,FEATURE"),
        (["--size", "1280"], "is not WxH"),
        (["--size", "0x800"], "is not WxH"),
        (["--scale", "9"], "is no number from 0.5 to 4"),
        (["explain", SEVEN, "--layer", "conv1", "--channel", "-1"], "no whole number"),
        (["evaluate", "--number", SEVEN, "--joined", "inf"], "no number from 0 to 1"),
        (["fit-gate", "--out", "x", "--learning-rate", "nan"], "no number from 0 to 1000"),
        (
            ["fit-gate", "--out", "x", "--digits", "9999999999"],
            "number from 1 to 1,000,000",
        ),
    ],
)
def test_every_number_has_limits(given, reason, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--data-dir", str(tmp_path), *given])
    assert ended.value.code == 2
    assert reason in capsys.readouterr().err.splitlines()[-1]


def test_an_ending_that_is_added_is_looked_at_too(tmp_path, capsys):
    out = tmp_path / "copy.safetensors"
    given = ["--data-dir", str(tmp_path / "data"), "models", "export", "small"]
    out.write_text("years of work")
    assert main([*given, str(tmp_path / "copy")]) == 1
    assert out.read_text() == "years of work"
    assert main([*given, str(tmp_path / "copy"), "--overwrite"]) == 0
    assert out.read_bytes() == (SHIPPED_MODELS / "small.safetensors").read_bytes()


def test_a_set_without_drawings_is_no_measurement(tmp_path, capsys):
    folder = tmp_path / "mnist"
    folder.mkdir()
    images = bytes([0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, 28])
    (folder / "t10k-images-idx3-ubyte").write_bytes(images)
    (folder / "t10k-labels-idx1-ubyte").write_bytes(bytes([0, 0, 8, 1, 0, 0, 0, 0]))
    given = ["evaluate", "--model", "small", "samples", str(folder)]
    assert main(["--data-dir", str(tmp_path / "data"), *given]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "handdigit: There are no samples yet: draw a digit and tell which one it is.",
        f"handdigit: {folder / 't10k-images-idx3-ubyte'} has no pictures in it.",
    ]


@pytest.mark.parametrize(
    "given",
    [
        ["seven.png"],
        ["/home/a b/train"],
        ["--model", "small", "seven.png"],
        ["seven.png", "--dark", "--data-dir", "classify"],
        ["--", "-7.png"],
        ["none_such.safetensors"],
    ],
)
def test_a_file_in_the_place_of_a_command_is_opened_in_the_window(given):
    options = read_arguments(given)
    (file,) = {word for word in given if "7" in word or "." in word or "train" in word}
    assert options.command is None
    assert options.open == Path(file)
    apart = [word for word in given if word not in (file, "--")]
    spelled = vars(read_arguments([f"--open={file}", *apart]))
    assert {**vars(options), "file": None} == {**spelled, "file": None}


def test_a_command_goes_before_a_file_of_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("ladder", "drawing"):
        Path(name).touch()
    assert read_arguments(["ladder"]).command == "ladder"
    assert read_arguments(["--dark", "drawing"]).open == Path("drawing")


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (["clasify"], "invalid choice: 'clasify'"),
        (["a.png", "b.png"], "unrecognized arguments: b.png"),
        (["a.png", "--epochs", "3"], "unrecognized arguments: --epochs 3"),
        (["a.png", "--open", "b.png"], "one file is opened at a time"),
        (["a.png", "--size", "wide"], "is not WxH"),
    ],
)
def test_what_is_no_file_to_open_is_misuse(given, reason, capsys):
    with pytest.raises(SystemExit) as ended:
        read_arguments(given)
    assert ended.value.code == 2
    assert reason in capsys.readouterr().err.splitlines()[-1]

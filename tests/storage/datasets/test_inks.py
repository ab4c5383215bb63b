"""Files of inks."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from handdigit.budgets import INK_FILE, INK_FILE_LINES
from handdigit.errors import DataFileError, InkError
from handdigit.ink.ink import Ink
from handdigit.network.alphabet import Alphabet
from handdigit.storage.datasets import inks, labelled_sets
from handdigit.storage.datasets.inks import (
    Sample,
    first_sample,
    ink_texts,
    is_ink_file,
    is_ink_lines,
    parse_sample,
    read_labelled_samples,
    read_samples,
)
from handdigit.storage.datasets.labelled_sets import InkSet, in_pieces

STROKES = [[[0.1, 0.2], [0.3, 0.4]]]
INK = Ink.from_xy(STROKES)


def text(**more: object) -> str:
    return json.dumps({"strokes": STROKES} | more)


def write(path: Path, content: str) -> Path:
    encoded = content.encode()
    path.write_bytes(gzip.compress(encoded) if path.suffix == ".gz" else encoded)
    return path


@pytest.mark.parametrize("name", ["seven.json", "seven.json.gz", "SEVEN.JSON"])
def test_a_json_file_is_one_ink(tmp_path: Path, name: str) -> None:
    assert read_samples(write(tmp_path / name, text())) == [Sample(INK)]


@pytest.mark.parametrize("name", ["inks.jsonl", "inks.jsonl.gz"])
def test_a_jsonl_file_is_an_ink_a_line(tmp_path: Path, name: str) -> None:
    path = write(
        tmp_path / name, f"{text(label=7, writer='w1')}\n\n{text()}\r\n{text(label=0, writer=3)}\n"
    )
    assert read_samples(path) == [Sample(INK, "7", "w1"), Sample(INK), Sample(INK, "0", "3")]


def test_a_json_file_may_span_lines_and_carry_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "ink.json"
    path.write_text(json.dumps({"strokes": STROKES}, indent=2), encoding="utf-8-sig")
    assert read_samples(path) == [Sample(INK)]


def test_a_line_separator_within_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    path = write(tmp_path / "inks.jsonl", '{"strokes": [[[0, 0]]], "writer": "a\u2028b"}\n')
    assert read_samples(path)[0].writer == "a\u2028b"


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "inks.jsonl", f'{text()}\n\n{{"strokes": [[[0, "x"]]]}}\n')
    with pytest.raises(InkError, match=r"inks\.jsonl, line 3: Stroke 1, point 1: .* not a number"):
        read_samples(path)


def test_a_malformed_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InkError, match=r"ink\.json: This is not JSON"):
        read_samples(write(tmp_path / "ink.json", "{"))


@pytest.mark.parametrize(
    "label", [10, -1, 3.5, True, [3], float("nan"), "9" * 1000, "", " ○", "a\nb", "\x07"]
)
def test_a_label_is_a_digit_or_a_name(label: object) -> None:
    with pytest.raises(InkError, match=r"label must be a digit|label is no name") as raised:
        parse_sample(text(label=label))
    assert len(str(raised.value)) < 200
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("label", "name"), [(7, "7"), ("7", "7"), ("○", "○"), ("nine", "nine")])
def test_a_label_is_what_the_class_is_called(label: object, name: str) -> None:
    assert parse_sample(text(label=label)).label == name


def test_labels_are_of_one_alphabet(tmp_path: Path) -> None:
    path = write(tmp_path / "inks.jsonl", f"{text(label='□')}\n{text(label='○')}\n")
    shapes = Alphabet.of("○△□")
    assert [sample.label for sample in read_labelled_samples(path, shapes)] == [2, 0]
    with pytest.raises(DataFileError, match=r"ink 1: □ is none of the classes .*: 0 to 9\."):
        read_labelled_samples(path)


def test_training_needs_a_label_on_every_ink(tmp_path: Path) -> None:
    path = write(tmp_path / "inks.jsonl", f"{text(label=1)}\n{text()}\n")
    with pytest.raises(DataFileError, match="ink 2 has no label"):
        read_labelled_samples(path)
    write(path, f"{text(label=1)}\n{text(label=2)}\n")
    assert [sample.label for sample in read_labelled_samples(path)] == [1, 2]


def test_a_file_without_inks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no inks"):
        read_samples(write(tmp_path / "inks.jsonl", "\n\n"))


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no such file"):
        read_samples(tmp_path / "inks.jsonl")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"strokes": "\xff"}', "not a text file in UTF-8"),
        (gzip.compress(b"x" * 1000, mtime=0)[:-4], "damaged gzip"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "inks.jsonl"
    path.write_bytes(content)
    with pytest.raises(DataFileError, match=reason):
        read_samples(path)


def test_only_the_first_ink_is_looked_at_where_one_is_wanted(tmp_path: Path) -> None:
    path = write(tmp_path / "inks.jsonl", f"\n{text(label=7)}\nno ink\n")
    assert first_sample(path) == Sample(INK, "7")
    with pytest.raises(InkError, match=r"line 2: This is not JSON"):
        first_sample(write(path, "\nno ink\n"))


def test_lines_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "inks.jsonl"
    path.write_bytes(f"{text()}\n".encode() * 1000 + b"\xff")
    texts = ink_texts(path)
    assert next(texts) == (f"{path}, line 1", f"{text()}\n")
    with pytest.raises(DataFileError, match="not a text file in UTF-8"):
        list(texts)


def test_a_file_of_more_lines_than_its_budget_is_refused_before_an_ink_is_parsed(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "inks.jsonl", f"{text()}\n" + "\n" * INK_FILE_LINES)
    with pytest.raises(DataFileError) as refused:
        len(InkSet(path))
    assert str(refused.value) == f"{path} has more than 1,000,000 lines: split it."


def test_inks_are_measured_in_pieces_and_none_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "inks.jsonl", "\n".join(text(label=n) for n in range(5)))
    found = InkSet(path)
    read: list[str] = []
    monkeypatch.setattr(labelled_sets, "parse_sample", lambda t: read.append(t) or parse_sample(t))
    pieces = in_pieces(found, 2)
    assert [drawing.label for drawing in next(pieces)] == [0, 1]
    assert len(read) == 2
    assert [[drawing.key for drawing in piece] for piece in pieces] == [[2, 3], [4]]
    monkeypatch.setattr(labelled_sets, "INK_STREAM", INK_FILE._replace(size=100))
    with pytest.raises(DataFileError, match="split it"):
        list(in_pieces(found, 2))
    assert len(found) == 5  # what is kept has a budget of its own


def test_a_line_that_is_too_long_is_refused_before_it_is_in_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inks, "INK_CHARACTERS", 50)
    path = write(tmp_path / "inks.jsonl", "?" * 10_000)
    assert len(next(ink_texts(path))[1]) == 51


def test_inks_that_are_all_kept_have_a_budget_of_points(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inks, "INK_FILE_POINTS", 5)
    path = write(tmp_path / "inks.jsonl", f"{text()}\n" * 2 + f"{text()}\nno ink\n")
    with pytest.raises(DataFileError, match=r"has more than 5 points: split it\."):
        read_samples(path)
    assert len(read_samples(write(path, f"{text()}\n" * 2))) == 2


@pytest.mark.parametrize(
    ("name", "ink", "lines"),
    [
        ("a.json", True, False),
        ("a.json.gz", True, False),
        ("a.jsonl", True, True),
        ("A.JSONL.GZ", True, True),
        ("a.png", False, False),
        ("json", False, False),
    ],
)
def test_the_name_says_whether_it_holds_inks(name: str, ink: bool, lines: bool) -> None:
    assert is_ink_file(Path(name)) is ink
    assert is_ink_lines(Path(name)) is lines


def test_recorded_strokes_are_read(shared_data: Path) -> None:
    samples = read_labelled_samples(shared_data / "strokes" / "touch_train.jsonl.gz")
    assert len(samples) == 525
    assert {sample.label for sample in samples} == set(range(10))

"""``handdigit fetch-data``: what it says while it fetches, and at the end."""

from __future__ import annotations

import json
from functools import partial

import pytest

from handdigit.cli import main
from handdigit.commands import fetch_data
from handdigit.storage.datasets.mnist import copy_mnist, fetch_mnist, has_mnist
from handdigit.storage.paths import AppPaths
from tests.storage.datasets import mirrors
from tests.storage.datasets.mirrors import CONTENT, SMALL_FILES, TOTAL, Mirror


@pytest.fixture
def paths(tmp_path) -> AppPaths:
    return AppPaths(tmp_path / "data")


@pytest.fixture
def run(paths, monkeypatch, capsys):
    """Return a function that runs the program over small files and mirrors of our own."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    def run(*arguments: object, urls: tuple[str, ...] = ()) -> tuple[int, list[str], str]:
        fetch = partial(fetch_mnist, mirrors=urls, files=SMALL_FILES, timeout_s=0.2)
        monkeypatch.setattr(fetch_data, "fetch_mnist", fetch)
        monkeypatch.setattr(fetch_data, "copy_mnist", partial(copy_mnist, files=SMALL_FILES))
        status = main(
            ["--data-dir", str(paths.folder), "fetch-data", "mnist", *map(str, arguments)]
        )
        captured = capsys.readouterr()
        return status, captured.out.splitlines(), captured.err

    return run


def test_it_says_where_the_files_are(run, paths):
    with Mirror(mirrors.good) as mirror:
        status, lines, errors = run(urls=(mirror.url,))
    assert (status, lines, errors) == (0, [f"MNIST is in {paths.mnist}"], "")
    assert has_mnist(paths.mnist, SMALL_FILES)


def test_progress_as_json(run, paths):
    with Mirror(mirrors.good) as mirror:
        status, lines, _ = run("--json", urls=(mirror.url,))
    *steps, last = map(json.loads, lines)
    assert status == 0
    assert last == {"wrote": str(paths.mnist)}
    assert {step["total"] for step in steps} == {TOTAL}
    assert [s["done"] for s in steps] == sorted(s["done"] for s in steps)


def test_a_bar_on_a_terminal(run, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with Mirror(mirrors.good) as mirror:
        status, _, errors = run(urls=(mirror.url,))
        assert mirror.host in errors
    assert status == 0
    assert errors.count("\n") == 1
    assert "█" * fetch_data.BAR_WIDTH in errors


def test_one_sentence_when_nothing_helps(run):
    with Mirror(mirrors.missing) as mirror:
        status, lines, errors = run(urls=(mirror.url,))
    assert (status, lines, errors.count("\n")) == (1, [], 1)
    assert "--from DIR" in errors


def test_files_at_hand_need_no_network(run, tmp_path, paths):
    source = tmp_path / "here"
    source.mkdir()
    status, _, errors = run("--from", source)
    assert status == 1
    assert "has no file" in errors
    for file in SMALL_FILES:
        (source / file.plain_name).write_bytes(CONTENT[file.name])
    status, lines, _ = run("--from", source)
    assert (status, lines) == (0, [f"MNIST is in {paths.mnist}"])
    assert has_mnist(paths.mnist, SMALL_FILES)

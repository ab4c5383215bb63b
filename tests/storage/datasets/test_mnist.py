"""Fetching MNIST from mirrors that do anything a server can do; never from the network."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from handdigit.errors import DataFileError, HanddigitError
from handdigit.storage.datasets import download
from handdigit.storage.datasets.download import DownloadCancelledError
from handdigit.storage.datasets.mnist import (
    FILES,
    FetchProgress,
    copy_mnist,
    fetch_mnist,
    has_mnist,
)
from tests.storage.datasets import mirrors
from tests.storage.datasets.mirrors import CONTENT, PACKED, SMALL_FILES, TOTAL, Mirror

TIMEOUT_S = 0.2


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mnist"


def fetch(folder: Path, *urls: str, **keywords) -> list[FetchProgress]:
    told: list[FetchProgress] = []
    keywords = {"progressed": told.append, "files": SMALL_FILES, "timeout_s": TIMEOUT_S} | keywords
    fetch_mnist(folder, mirrors=urls, **keywords)
    return told


def assert_complete(folder: Path) -> None:
    assert has_mnist(folder, SMALL_FILES)
    found = {p.name: p.read_bytes() for p in folder.iterdir() if p.name != ".lock"}
    assert found == PACKED, "the four files and nothing else"


def test_the_four_files_are_fetched_and_told_of(folder):
    with Mirror(mirrors.good) as mirror:
        told = fetch(folder, mirror.url)
        assert [name for name, _ in mirror.asked] == [f.name for f in FILES]
    assert_complete(folder)
    done = [progress.done for progress in told]
    assert done == sorted(done)
    assert (done[-1], told[-1].total) == (TOTAL, TOTAL)
    assert {progress.source for progress in told} == {mirror.host, ""}


def test_what_is_there_is_not_fetched_again(folder):
    with Mirror(mirrors.good) as mirror:
        fetch(folder, mirror.url)
        first = len(mirror.asked)
        (folder / FILES[1].name).write_bytes(b"damaged since")
        (folder / FILES[3].name).unlink()
        (folder / FILES[3].plain_name).write_bytes(CONTENT[FILES[3].name])
        fetch(folder, mirror.url)
        assert [name for name, _ in mirror.asked[first:]] == [FILES[1].name]
    (folder / FILES[3].plain_name).rename(folder / "x")
    assert not has_mnist(folder, SMALL_FILES)


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (mirrors.truncating, "broke off"),
        (mirrors.corrupting, "sends something else"),
        (mirrors.a_login_page, "sends something else"),
        (mirrors.stalling, "stalled"),
        (mirrors.dripping, "stalled"),
        (mirrors.missing, "says 404 Not Found"),
        (mirrors.broken, "broke off"),
        (mirrors.going_in_circles, "redirects to nowhere"),
        (mirrors.out_of_http, "redirects to nowhere"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_bad_mirror_is_left_for_the_next(folder, trouble, reason):
    with Mirror(trouble) as bad, Mirror(mirrors.good) as mirror:
        fetch(folder, bad.url, mirror.url)
        assert_complete(folder)
        assert {name for name, _ in bad.asked} == set(PACKED)
        with pytest.raises(HanddigitError, match=f"{bad.host} {reason}.*--from DIR") as caught:
            fetch(folder.parent / "other", bad.url)
    assert "\n" not in str(caught.value)
    assert not has_mnist(folder.parent / "other", SMALL_FILES)


def test_all_mirrors_are_named_where_none_helps(folder):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and does not listen
        refusing = f"http://127.0.0.1:{nobody.getsockname()[1]}/"
        with Mirror(mirrors.missing) as mirror:
            with pytest.raises(HanddigitError) as caught:
                fetch(folder, refusing, mirror.url, "http://no-such-host.invalid/")
            text = str(caught.value)
    assert "refuses connections" in text
    assert f"{mirror.host} says 404" in text
    assert "no-such-host.invalid cannot be reached" in text


def test_redirects_are_followed(folder):
    with Mirror(mirrors.good) as there, Mirror(mirrors.redirecting_to(there.url)) as here:
        fetch(folder, here.url)
        assert len(there.asked) == len(here.asked) == 4
    assert_complete(folder)


def test_a_mirror_that_breaks_off_is_asked_to_go_on(folder):
    with Mirror(mirrors.in_pieces) as mirror:
        fetch(folder, mirror.url)
        ranges = [asked for name, asked in mirror.asked if name == FILES[0].name]
    third = len(PACKED[FILES[0].name]) // 3 + 1
    assert ranges == [None, f"bytes={third}-", f"bytes={2 * third}-"]
    assert_complete(folder)


def cancel_in_the_middle(folder: Path, url: str, monkeypatch) -> int:
    """Return how many bytes of the first file had come."""
    monkeypatch.setattr(download, "CHUNK_BYTES", 10_000)
    told: list[FetchProgress] = []
    with pytest.raises(DownloadCancelledError):
        fetch(folder, url, progressed=told.append, should_stop=lambda: len(told) >= 5)
    part = folder / f"{FILES[0].name}.part"
    assert part.stat().st_size == told[-1].done > 0
    assert not has_mnist(folder, SMALL_FILES)
    return told[-1].done


def test_a_cancelled_fetch_goes_on_where_it_was(folder, monkeypatch):
    with Mirror(mirrors.good) as mirror:
        offset = cancel_in_the_middle(folder, mirror.url, monkeypatch)
        mirror.asked.clear()
        told = fetch(folder, mirror.url)
        assert mirror.asked[0] == (FILES[0].name, f"bytes={offset}-")
    assert told[0].done > offset
    assert_complete(folder)


@pytest.mark.parametrize("answer", [mirrors.without_ranges, mirrors.refusing_ranges])
def test_a_mirror_that_cannot_go_on_starts_over(folder, monkeypatch, answer):
    with Mirror(answer) as mirror:
        cancel_in_the_middle(folder, mirror.url, monkeypatch)
        fetch(folder, mirror.url)
    assert_complete(folder)


def test_a_wrong_beginning_is_thrown_away(folder):
    folder.mkdir(parents=True)
    (folder / f"{FILES[0].name}.part").write_bytes(b"from somewhere else")
    (folder / f"{FILES[1].name}.part").write_bytes(bytes(100_000))
    (folder / f"{FILES[2].name}.part").write_bytes(PACKED[FILES[2].name])
    with Mirror(mirrors.good) as mirror:
        fetch(folder, mirror.url)
        asked = [name for name, _ in mirror.asked]
    assert asked.count(FILES[0].name) == 2
    assert FILES[2].name not in asked, "it had come, only its name had not"
    assert_complete(folder)


def test_two_windows_do_not_fetch_at_once(folder):
    with Mirror(mirrors.stalling) as slow:
        begun = threading.Event()
        stop = threading.Event()

        def other_window() -> None:
            with pytest.raises(DownloadCancelledError):
                fetch(folder, slow.url, progressed=lambda _: begun.set(), should_stop=stop.is_set)

        thread = threading.Thread(target=other_window)
        thread.start()
        assert begun.wait(60)
        with pytest.raises(HanddigitError, match="fetched already"):
            fetch(folder, slow.url)
        stop.set()
        thread.join()


def test_a_folder_that_takes_nothing_is_a_sentence(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with (
        Mirror(mirrors.good) as mirror,
        pytest.raises(HanddigitError, match="cannot be written"),
    ):
        fetch(in_the_way / "mnist", mirror.url)
    (tmp_path / f"{FILES[0].name}.part").mkdir()
    with (
        Mirror(mirrors.good) as mirror,
        pytest.raises(HanddigitError, match="cannot be written"),
    ):
        fetch(tmp_path, mirror.url)


@pytest.fixture
def local(tmp_path: Path) -> Path:
    source = tmp_path / "local"
    source.mkdir()
    (source / FILES[0].name).write_bytes(PACKED[FILES[0].name])
    (source / FILES[1].plain_name).write_bytes(CONTENT[FILES[1].name])
    (source / "t10k-images.idx3-ubyte").write_bytes(CONTENT[FILES[2].name])
    (source / FILES[3].name).write_bytes(PACKED[FILES[3].name])
    return source


def test_local_files_are_copied_compressed_or_not(local, folder):
    copy_mnist(local, folder, files=SMALL_FILES)
    assert has_mnist(folder, SMALL_FILES)
    assert (folder / FILES[2].plain_name).read_bytes() == CONTENT[FILES[2].name]
    with Mirror(mirrors.missing) as mirror:
        fetch(folder, mirror.url)
        assert mirror.asked == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "no file"), (b"x", "not MNIST's original"), (PACKED[FILES[3].name][:99], "damaged")],
)
def test_local_files_that_are_not_mnist_are_refused_all(local, folder, content, sentence):
    (local / FILES[3].name).unlink()
    if content is not None:
        (local / FILES[3].name).write_bytes(content)
    with pytest.raises(DataFileError, match=sentence):
        copy_mnist(local, folder, files=SMALL_FILES)
    assert not folder.exists()


def test_the_original_files_are_known(shared_data, folder):
    copy_mnist(shared_data / "mnist", folder)
    assert has_mnist(folder)
    assert {p.name for p in folder.iterdir() if p.name != ".lock"} == {f.name for f in FILES}

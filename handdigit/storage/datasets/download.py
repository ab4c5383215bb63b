"""One file by HTTP: resumed where it was broken off, checked before it counts as there."""

from __future__ import annotations

import hashlib
import http.client
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handdigit.errors import HanddigitError, os_errors_as
from handdigit.sentences import Sentence, sentence
from handdigit.storage.atomic import require_no_link
from handdigit.storage.files import open_file

CHUNK_BYTES = 1 << 16
LEAST_BYTES = 1 << 12
"""Less than this within the timeout, although something does arrive, is a stall, too."""
ATTEMPTS = 4
"""How often a mirror that breaks off is asked to go on."""


class DownloadError(HanddigitError):
    """A file did not come from a mirror; the text is a few words of why."""


class _CannotGoOnError(DownloadError):
    """The mirror refuses to send the rest alone."""


class DownloadCancelledError(HanddigitError):
    """The user does not want it any more; what has come is kept, to go on from."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the file at the end must be."""

    size: int
    """In bytes."""
    sha256: str


def download(
    url: str,
    path: Path,
    expected: Expected,
    *,
    timeout_s: float,
    advanced: Callable[[int], None],
    should_stop: Callable[[], bool],
) -> None:
    """Fetch ``url`` to ``path``, which appears when it is complete and correct, not before.

    Until then it is ``path`` with ``.part``; a later call goes on from there, also with
    another mirror. ``advanced`` hears how many bytes of the file are there.

    Raises:
        DownloadError: the mirror is no use.
        DownloadCancelledError: ``should_stop`` said so.
        HanddigitError: the folder or the disk does not take it.
    """
    part = path.with_name(f"{path.name}.part")
    require_no_link(part)
    resumed = _size(part) > 0
    with os_errors_as(sentence("{0} cannot be written", path)):
        _receive(url, part, expected, timeout_s, advanced, should_stop)
        if not _is_right(part, expected):
            _remove(part)
            if not resumed:
                raise DownloadError(sentence("sends something else"))
            # What was there already may have been the wrong half.
            _receive(url, part, expected, timeout_s, advanced, should_stop)
            if not _is_right(part, expected):
                _remove(part)
                raise DownloadError(sentence("sends something else"))
        part.replace(path)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as it is, in hexadecimal digits.

    Raises:
        DataFileError: it cannot be read.
    """
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _receive(
    url: str,
    part: Path,
    expected: Expected,
    timeout_s: float,
    advanced: Callable[[int], None],
    should_stop: Callable[[], bool],
) -> None:
    """Fill ``part`` up to the expected size, going on as long as every attempt brings more."""
    for attempt in range(ATTEMPTS):
        before = _size(part)
        if before > expected.size:
            _remove(part)
        elif before == expected.size:
            return
        try:
            _receive_once(url, part, expected, timeout_s, advanced, should_stop)
        except DownloadError as error:
            if isinstance(error, _CannotGoOnError):
                _remove(part)
            elif _size(part) <= before:
                raise
            if attempt + 1 == ATTEMPTS:
                raise


def _receive_once(
    url: str,
    part: Path,
    expected: Expected,
    timeout_s: float,
    advanced: Callable[[int], None],
    should_stop: Callable[[], bool],
) -> None:
    offset = _size(part)
    request = urllib.request.Request(url, headers={"User-Agent": "handdigit"})
    if offset:
        request.add_header("Range", f"bytes={offset}-")
    _stop_if(should_stop)
    with _opened(request, timeout_s) as response:
        if offset and not _goes_on(response, offset):
            offset = 0  # this server sends it from the beginning again
        with part.open("r+b" if offset else "wb") as file:
            file.seek(offset)
            clock, since = time.monotonic(), 0
            while True:
                _stop_if(should_stop)
                chunk = _read(response)
                if not chunk:
                    break
                offset, since = offset + len(chunk), since + len(chunk)
                if offset > expected.size:
                    file.truncate(0)
                    raise DownloadError(sentence("sends something else"))
                file.write(chunk)
                advanced(offset)
                if time.monotonic() - clock > timeout_s:
                    if since < LEAST_BYTES:
                        raise DownloadError(sentence("stalled"))
                    clock, since = time.monotonic(), 0
            file.flush()
            os.fsync(file.fileno())
    if offset < expected.size:
        raise DownloadError(sentence("broke off"))


def _opened(request: urllib.request.Request, timeout_s: float) -> http.client.HTTPResponse:
    try:
        response: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=timeout_s)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise _CannotGoOnError(sentence("does not go on")) from None
        if 300 <= error.code < 400:
            raise DownloadError(sentence("redirects to nowhere")) from None
        answer = f"{error.code} {http.client.responses.get(error.code, '')}".rstrip()
        raise DownloadError(sentence("says {0}", answer)) from None
    except urllib.error.URLError as error:
        raise DownloadError(_reason(error.reason)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise DownloadError(_reason(error)) from None
    return response


def _read(response: http.client.HTTPResponse) -> bytes:
    """Return what has arrived, at least a byte; nothing at the end."""
    try:
        return response.read1(CHUNK_BYTES)
    except (OSError, http.client.HTTPException) as error:
        raise DownloadError(_reason(error)) from None


def _reason(error: object) -> Sentence:
    match error:
        case TimeoutError():
            return sentence("stalled")
        case ConnectionRefusedError():
            return sentence("refuses connections")
        case http.client.HTTPException() | ConnectionError():
            return sentence("broke off")
        case OSError() if error.strerror:
            return sentence("cannot be reached, {0}", error.strerror.lower())
        case _:
            return sentence("cannot be reached, {0}", str(error))


def _goes_on(response: http.client.HTTPResponse, offset: int) -> bool:
    found = response.headers.get("Content-Range", "")
    return response.status == http.client.PARTIAL_CONTENT and found.startswith(f"bytes {offset}-")


def _is_right(part: Path, expected: Expected) -> bool:
    return _size(part) == expected.size and sha256_of(part) == expected.sha256


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)


def _stop_if(should_stop: Callable[[], bool]) -> None:
    if should_stop():
        raise DownloadCancelledError(
            sentence("The download was cancelled; it can go on from there later.")
        )

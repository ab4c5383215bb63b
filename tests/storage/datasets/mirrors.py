"""Mirrors on this computer: small files, and every trouble that a server can make."""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import re
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np

from handdigit.storage.datasets.mnist import FILES, MnistFile

CONTENT = {
    file.name: np.random.default_rng(i).integers(0, 256, size, np.uint8).tobytes()
    for i, (file, size) in enumerate(zip(FILES, (200_000, 3_000, 90_000, 500), strict=True))
}
PACKED = {name: gzip.compress(content, mtime=0) for name, content in CONTENT.items()}
SMALL_FILES = tuple(
    MnistFile(
        name,
        len(packed),
        hashlib.sha256(packed).hexdigest(),
        hashlib.sha256(CONTENT[name]).hexdigest(),
    )
    for name, packed in PACKED.items()
)
TOTAL = sum(map(len, PACKED.values()))

Answer = Callable[["Request", bytes], None]


class Request(BaseHTTPRequestHandler):
    """One request, answered by the mirror's function."""

    protocol_version = "HTTP/1.1"
    server: Mirror

    def do_GET(self) -> None:
        name = self.path.rsplit("/", 1)[1]
        self.server.asked.append((name, self.headers.get("Range")))
        assert not self.headers.get("Cookie")
        self.close_connection = True
        with contextlib.suppress(ConnectionError):  # the client had enough
            self.server.answer(self, PACKED[name])

    def send(self, content: bytes, status: int = 200, **headers: object) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(headers.pop("length", len(content))))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(content)

    def offset(self) -> int:
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range") or "")
        return int(asked[1]) if asked else 0

    def log_message(self, *_: object) -> None:
        pass


class Mirror(ThreadingHTTPServer):
    """A server that answers in its own way until the block ends."""

    daemon_threads = True

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.answer = answer
        self.asked: list[tuple[str, str | None]] = []
        self.patience = threading.Event()
        """Set when the mirror ends: stalled answers wait for it."""
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/mnist/"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    def __enter__(self) -> Mirror:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.patience.set()
        self.shutdown()
        self.server_close()
        self._thread.join()


def good(request: Request, content: bytes) -> None:
    """Send it, or the rest of it."""
    offset = request.offset()
    if offset:
        area = f"bytes {offset}-{len(content) - 1}/{len(content)}"
        request.send(content[offset:], 206, Content_Range=area)
    else:
        request.send(content)


def without_ranges(request: Request, content: bytes) -> None:
    request.send(content)


def refusing_ranges(request: Request, content: bytes) -> None:
    request.send(b"", 416) if request.offset() else request.send(content)


def in_pieces(request: Request, content: bytes) -> None:
    """Send a third of it at most, whatever was promised."""
    offset = request.offset()
    piece = content[offset : offset + len(content) // 3 + 1]
    area = f"bytes {offset}-{len(content) - 1}/{len(content)}"
    status = 206 if offset else 200
    request.send(piece, status, length=len(content) - offset, Content_Range=area)


def truncating(request: Request, content: bytes) -> None:
    """Send the first half only, time and again."""
    request.send(content[: len(content) // 2], length=len(content))


def corrupting(request: Request, content: bytes) -> None:
    offset = request.offset()
    damaged = content[:-1] + bytes([content[-1] ^ 1])
    area = f"bytes {offset}-{len(content) - 1}/{len(content)}"
    request.send(damaged[offset:], 206 if offset else 200, Content_Range=area)


def a_login_page(request: Request, _content: bytes) -> None:
    request.send(b"<html>Please sign in to the hotel's network</html>" * 20_000)


def stalling(request: Request, content: bytes) -> None:
    """Send half and then nothing, but keep the line open."""
    offset = request.offset()
    request.send(content[offset : len(content) // 2], length=len(content) - offset)
    request.server.patience.wait()


def dripping(request: Request, content: bytes) -> None:
    """Send a byte now and then."""
    request.send(b"", length=len(content))
    for byte in content:
        request.wfile.write(bytes([byte]))
        request.wfile.flush()
        if request.server.patience.wait(0.02):
            return


def missing(request: Request, _content: bytes) -> None:
    request.send(b"", 404)


def broken(request: Request, _content: bytes) -> None:
    request.wfile.write(b"not http at all\r\n\r\n")


def redirecting_to(url: str, status: int = 302) -> Answer:
    def answer(request: Request, _content: bytes) -> None:
        request.send(b"", status, Location=url + request.path.rsplit("/", 1)[1])

    return answer


def going_in_circles(request: Request, _content: bytes) -> None:
    request.send(b"", 302, Location=request.path)


def out_of_http(request: Request, _content: bytes) -> None:
    request.send(b"", 302, Location="file:///etc/passwd")

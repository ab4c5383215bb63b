"""A screen in memory, for windows that nobody looks at."""

from __future__ import annotations

import os
import subprocess


def start_virtual_screen(size: str = "1600x1000") -> tuple[subprocess.Popen[bytes], str]:
    """Start Xvfb and return it with its display's name; it ends with its last client."""
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size}x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp", "-noreset"],
        pass_fds=(write_end,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as numbers:
        return server, f":{numbers.readline().strip()}"


def stop_virtual_screen(server: subprocess.Popen[bytes]) -> None:
    """End the server and wait for it."""
    server.terminate()
    server.wait()

"""Who made new files private by a umask gets private files, whoever of the program writes them."""

from __future__ import annotations

import stat
from pathlib import Path

from tests.faults.driven_window import DrivenWindow
from tests.processes import needs_linux

PRIVATE = ("sh", "-c", 'umask 077; exec "$@"', "sh")


@needs_linux
def test_all_that_the_window_writes_is_its_users_alone(tmp_path: Path):
    data = tmp_path / "data"
    with DrivenWindow(data, launcher=PRIVATE) as program:
        assert program.label("seven") == ""
        program.do("window.training.start(run_spec(epochs=1, generated=32))")
        program.wait("window.training.state.name in ('FAILED', 'IDLE') and window.training.epochs")
        program.close()
    modes = {str(p.relative_to(data)): stat.S_IMODE(p.stat().st_mode) for p in data.rglob("*")}
    assert {"window.ini", "samples.sqlite", "runs", "models/fresh.safetensors"} <= modes.keys()
    assert {name for name, mode in modes.items() if mode & 0o077} == set()

"""The window may compute sums itself: it must not load torch for them."""

from __future__ import annotations

import subprocess
import sys

TORCHLESS = (
    "arithmetic", "backward", "gradient_sums", "receptive_field", "update",
)  # fmt: skip


def test_the_arithmetic_does_not_load_torch() -> None:
    imports = "; ".join(f"import handdigit.inspection.{name}" for name in TORCHLESS)
    code = f"import sys; {imports}; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

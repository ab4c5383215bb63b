"""Fuzz everything that reads what comes from outside: ``python -m tests.fuzz``."""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.campaign import Campaign, Tally
from tests.fuzz.readers import READERS

_LINE = "{:20} {:>9} {:>9} {:>9} {:>11} {:>9} {:>9}"


def main(arguments: list[str] | None = None) -> int:
    """Run the campaign that the arguments describe; return 1 if a reader failed, else 0."""
    options = _parser().parse_args(arguments)
    campaign = Campaign(READERS, options.seed)
    names = options.readers or [*READERS]
    every = sum(READERS[name].share for name in names)
    print(_LINE.format("reader", "inputs", "read", "refused", "slowest", "memory", "a second"))
    began, total = time.monotonic(), Tally()
    for name in names:
        share, started = READERS[name].share / every, time.monotonic()
        seconds = math.inf if options.seconds is None else options.seconds / len(names)
        first, stop = 0, max(math.ceil(options.inputs * share), READERS[name].changed_from)
        if options.seconds is not None:
            stop = sys.maxsize
        if options.number is not None:
            first, stop = options.number, options.number + 1
        tally = campaign.run(name, first, stop, seconds)
        _show(name, tally, time.monotonic() - started)
        _tell_faults(campaign, name, tally, options.keep)
        total.include(tally)
    _show("all", total, time.monotonic() - began)
    print(f"{total.inputs:,} inputs, {total.failed:,} failed, seed {options.seed}")
    return 1 if total.failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--inputs", type=int, default=20_000, metavar="N", help="of all readers")
    length.add_argument("--seconds", type=float, metavar="S", help="in place of so many inputs")
    length.add_argument("--number", type=int, metavar="N", help="only this input, once more")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument(
        "--reader", dest="readers", action="append", choices=READERS, help="may be repeated"
    )
    parser.add_argument(
        "--keep",
        type=Path,
        default=Path(tempfile.gettempdir()) / "handdigit-fuzz",
        metavar="DIR",
        help="where inputs that failed are written",
    )
    return parser


def _show(name: str, tally: Tally, seconds: float) -> None:
    read = tally.inputs - tally.refused - tally.failed
    print(
        _LINE.format(
            name,
            f"{tally.inputs:,}",
            f"{read:,}",
            f"{tally.refused:,}",
            f"{tally.slowest_s:.2f} s",
            f"{tally.memory >> 20:,} MB",
            f"{tally.inputs / seconds:,.0f}",
        ),
        flush=True,
    )


def _tell_faults(campaign: Campaign, name: str, tally: Tally, folder: Path) -> None:
    """Tell every kind of fault once, with the command that repeats it, and keep its input."""
    place = Path(READERS[name].place)
    for fault, numbers in tally.faults.items():
        kept = folder / name / f"{campaign.seed}-{numbers[0]}{place.suffix}"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.unlink(missing_ok=True)
        campaign.lay(name, numbers[0], kept)
        print(
            f"\n{fault.strip()}\n"
            f"{len(numbers):,} inputs, among them {', '.join(map(str, numbers[:5]))}. One again:\n"
            f"  python -m tests.fuzz --reader {name} --seed {campaign.seed} --number {numbers[0]}\n"
            f"Mended, it goes to tests/replay/{name}: {kept}\n",
            flush=True,
        )


if __name__ == "__main__":
    sys.exit(main())

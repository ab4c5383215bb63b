"""The command line: ``handdigit`` opens the window, its subcommands work without one."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import FileIO, TextIOWrapper
from pathlib import Path

from handdigit.commands.command_line import read_arguments
from handdigit.engine.process import let_idle_threads_sleep
from handdigit.errors import HanddigitError
from handdigit.storage.paths import AppPaths


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0 done, 1 some input failed, 2 misuse."""
    let_idle_threads_sleep()
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a file name may be in no encoding at all
            stream.reconfigure(errors="backslashreplace")
    try:
        options = read_arguments(arguments)
        paths = AppPaths(options.data_dir) if options.data_dir else AppPaths.default()
        with _claimed_output(options):
            status = _run(options, paths)
        if options.command == "train":
            from handdigit.training.parallel import leave

            return leave(status)
        return status
    except HanddigitError as error:
        print(f"handdigit: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except BrokenPipeError:
        # The reader of our output has gone; without this Python complains again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"handdigit: {error.strerror or error}.", file=sys.stderr)  # noqa: T201
        return 1
    except ImportError:
        # Where no file can be opened any more, some packages say that they cannot be imported.
        try:
            os.close(os.open(os.devnull, os.O_RDONLY))
        except OSError as error:
            print(f"handdigit: {error.strerror}.", file=sys.stderr)  # noqa: T201
            return 1
        raise
    except KeyboardInterrupt:
        return 130


def _open_closed_streams() -> None:
    """Give closed standard streams a place: the next files opened would be taken for them.

    What is to be printed on a closed standard output fails as on a full disk; complaints that
    nobody can see are dropped.
    """
    if os.name != "posix":
        return  # a windowed program has no streams there, and nothing takes their place
    # Without a buffer: what could not be printed is not tried again at the end of the program.
    for number, name, flags in (
        (0, "stdin", os.O_RDONLY),
        (1, "stdout", os.O_RDONLY),
        (2, "stderr", os.O_WRONLY),
    ):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)
            raw = FileIO(number, "w" if number else "r", closefd=False)
            setattr(sys, name, TextIOWrapper(raw, write_through=True))


@contextmanager
def _claimed_output(options: argparse.Namespace) -> Iterator[None]:
    """Keep others from making the file that a command is to write, from before it is computed.

    Raises:
        HanddigitError: another process is making it, it is there and nobody said that it may be
            replaced, or it cannot be written.
    """
    out: Path | None = None if options.written is None else getattr(options, options.written)
    # Of several processes that train together the first one writes.
    is_one_of_several = os.environ.get("WORLD_SIZE", "1") != "1"
    follows = is_one_of_several and os.environ.get("RANK", "0") != "0"
    if out is None or follows:
        yield
        return
    from handdigit.storage.atomic import claimed

    with claimed(out):
        # A run that goes on may have written its file when it was interrupted.
        if os.path.lexists(out) and not (options.overwrite or options.resume):
            raise HanddigitError(
                f"{out} is there already: name another file, or replace it with --overwrite."
            )
        yield


def _run(options: argparse.Namespace, paths: AppPaths) -> int:
    # Imported one by one: torch takes seconds, and the window must never load it.
    match options.command:
        case "classify" if options.number:
            from handdigit.commands.classify import classify_numbers

            return classify_numbers(
                options.files, paths, options.model, options.device, as_json=options.json
            )
        case "evaluate" if options.number:
            from handdigit.commands.evaluate_number import evaluate_numbers

            return evaluate_numbers(
                options.data,
                paths,
                options.model,
                options.device,
                lines=options.lines,
                length=options.length,
                seed=options.seed,
                joined=options.joined,
                as_json=options.json,
                without=options.without,
            )
        case "classify":
            from handdigit.commands.classify import classify_files

            return classify_files(
                options.files, paths, options.model, options.device, as_json=options.json
            )
        case "evaluate" if options.refusals:
            from handdigit.commands.evaluate_refusals import evaluate_refusals

            return evaluate_refusals(
                options.data,
                paths,
                options.gate,
                options.model,
                options.device,
                without=options.without,
                as_json=options.json,
            )
        case "evaluate":
            from handdigit.commands.evaluate import evaluate_sets

            return evaluate_sets(
                options.data,
                paths,
                options.model,
                options.device,
                as_json=options.json,
                record=options.record,
                without=options.without,
            )
        case "explain" if options.why:
            from handdigit.commands.explain import explain_answer

            return explain_answer(options, paths)
        case "explain":
            from handdigit.commands.explain import explain_file

            return explain_file(options, paths)
        case "fit-handwriting" | "fit-gate":
            try:
                from handdigit.commands.fit import fit_gate_file, fit_handwriting_file
            except ModuleNotFoundError:
                raise HanddigitError(
                    f"{options.command} makes what the program ships with, and is not packed with "
                    "it: run it from a source install."
                ) from None

            if options.command == "fit-gate":
                return fit_gate_file(options, paths, as_json=options.json)
            return fit_handwriting_file(options, as_json=options.json)
        case "train":
            from handdigit.commands.train import train_model

            return train_model(options, paths, as_json=options.json)
        case "models":
            from handdigit.commands.models import manage_models

            return manage_models(options, paths)
        case "ladder":
            from handdigit.commands.ladder import show_ladder

            return show_ladder(paths, as_json=options.json)
        case "report":
            from handdigit.commands.report import print_report

            return print_report(options, paths)
        case "fetch-data":
            from handdigit.commands.fetch_data import fetch_data

            return fetch_data(options.source, paths, as_json=options.json)
        case _:
            from handdigit.commands.window import open_window

            return open_window(options, paths)

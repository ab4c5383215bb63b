"""``python -m handdigit`` and the entry point of the frozen program."""

from multiprocessing import freeze_support

if __name__ == "__main__":
    # In a frozen build every spawned child starts here: this must come first.
    freeze_support()
    import sys

    from handdigit.cli import main

    sys.exit(main())

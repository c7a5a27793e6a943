"""`python -m optout`, and the console script."""

import gc
import os
import sys


def run() -> None:
    """Run the command and leave with its exit code.

    A run is over before collecting garbage could pay: switching it off, and exempting what there is from the collection
    at exit, saves a tenth of the time of `optout show`.
    """
    gc.disable()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115 — until the end
    if sys.stdout is None:
        sys.exit("optout: standard output is closed, and nothing can be answered")
    try:
        from optout.cli import quick

        code = quick.answer(sys.argv[1:])
        if code is None:
            from optout import interruption

            interruption.listen()
            from optout.cli.main import main

            code = main()
    except KeyboardInterrupt:  # before the command had begun
        code = 130
    except SystemExit as stop:  # by a signal; collecting the garbage of a build then took longer than the two seconds
        gc.freeze()
        raise stop
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()

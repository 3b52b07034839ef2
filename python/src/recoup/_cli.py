"""The command ``recoup``: the program itself, by the same arguments and with the same exit codes."""

from __future__ import annotations

import signal
import sys

from . import _recoup


def main() -> None:
    """Runs the program with the arguments of the process, and ends with its exit code."""
    # The program listens to signals itself; those of Python would be seen after its end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(_recoup.main(sys.argv))

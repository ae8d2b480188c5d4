"""Children that end with us, also when we are killed and can tell them nothing.

Linux does this when asked; elsewhere a killed parent leaves its children to be stopped by hand.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1


def tied_to_us() -> Callable[[], None] | None:
    """What a child does first: ask for SIGTERM when its parent ends. None where it cannot."""
    if sys.platform != "linux":
        return None
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def tie() -> None:
        prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM), 0, 0, 0)
        if os.getppid() != parent:  # we ended before the child could ask
            os._exit(1)

    return tie

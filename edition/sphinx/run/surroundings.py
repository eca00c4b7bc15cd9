"""What kernels have around them: the same on every machine, whatever the user's settings and start-up files say.

The environment is made anew and not cleaned: what is not named here, no kernel sees. So neither the user's
``matplotlibrc``, profile of IPython, start-up file, ``sitecustomize`` and ``PYTHONPATH``, nor time zone, language,
warnings or seed have a part in a result. What the interpreter may need to start at all is in the cache's key.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

# No site (forks.py calls it, without what is run at every start), no packages of the user's, no folder of the script.
FLAGS = ("-S", "-s", "-P")
# What an interpreter and its libraries may need to be found and to start.
NEEDED = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "SYSTEMROOT")
THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
)  # the order of a sum does not follow the machine


def needed() -> dict[str, str]:
    """Return what is kept of the user's environment."""
    return {name: os.environ[name] for name in NEEDED if name in os.environ}


def environment(folder: Path, cache: Path, seed: str = "0", zone: str = "UTC") -> dict[str, str]:
    """Return the environment of the kernels.

    :param folder: one that is empty, for all that they write.
    :param cache: where Matplotlib keeps its list of fonts.
    :param seed: that of the order of sets.
    :param zone: the time zone.
    """
    home = str(folder)
    return {
        **needed(),
        **dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TMP", "TEMP"), home),
        **dict.fromkeys(THREADS, "1"),
        "PATH": os.environ.get("PATH", "") if sys.platform == "win32" else os.defpath,
        "IPYTHONDIR": str(folder / "ipython"),
        "MPLCONFIGDIR": str(cache),
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": zone,
        "PYTHONHASHSEED": seed,
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }

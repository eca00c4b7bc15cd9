"""Kernels that start at once: each is forked from one process that has imported what every chapter imports.

Starting Python and importing pandas and Matplotlib takes longer than most chapters run. Only on Linux is a fork of such
a process safe; other systems start each kernel anew, with the same results. Neither way has anything of the user's
around it (:mod:`edition.sphinx.run.surroundings`).
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.metadata import EntryPoint
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any, ClassVar

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner
from sphinx.util import logging

from edition.sphinx.run.surroundings import FLAGS, environment

logger = logging.getLogger(__name__)

SCRIPT = str(Path(__file__).with_name("forks.py"))
CAN_FORK = CAN_NAME_SOCKETS = sys.platform == "linux"
PERMITTED = "--edition="  # the argument, added to a kernel's command, that says what its cells may read
# ipykernel warns about unencrypted sockets; "auto" encrypts them.
KernelManager.transport_encryption.default_value = "auto"


@dataclass(frozen=True)
class Surroundings:
    """Where kernels run, and what they have around them."""

    folder: Path  # an empty one
    environment: dict[str, str]
    paths: tuple[str, ...]  # where they find the code of the book, and of the engine
    errors: IO[str]  # a file that takes what they say besides the outputs of their cells


class Forks:
    """The process that forks (:mod:`edition.sphinx.run.forks`), and the way to ask it."""

    def __init__(self, around: Surroundings) -> None:
        self.process = subprocess.Popen(
            [sys.executable, *FLAGS, SCRIPT],
            cwd=around.folder,
            env=around.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=around.errors,
            text=True,
        )
        self.lock = threading.Lock()

    def fork(self, order: str) -> ForkedKernel:
        """Return a new kernel."""
        assert self.process.stdin is not None and self.process.stdout is not None
        with self.lock:
            print(order, file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError("the process that starts kernels has ended; the log has what it said; run it again")
        return ForkedKernel(int(answer))

    def close(self) -> None:
        """End the process; kernels that still run end with it."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait()


class ForkedKernel:
    """A kernel's process, with the methods that jupyter_client expects of one."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """Return None while the process runs."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self) -> int | None:
        """Return how the process ended; jupyter_client waits by polling."""
        return self.poll()

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def terminate(self) -> None:
        """End it, if it still runs."""
        with suppress(ProcessLookupError):
            self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once, if it still runs."""
        with suppress(ProcessLookupError):
            self.send_signal(signal.SIGKILL)


class CleanProvisioner(LocalProvisioner):
    """Starts kernels of Python with nothing of the user's around them: by a fork, or anew."""

    around: ClassVar[Surroundings]
    forks: ClassVar[Forks | None]
    process: Any  # a ForkedKernel, or what the usual way gives

    async def pre_launch(self, **options: Any) -> dict[str, Any]:
        """Let a kernel be reached by names that no other has; a port may be another's before the kernel takes it."""
        if CAN_NAME_SOCKETS and self.parent is not None:
            self.parent.transport, self.parent.ip = "ipc", f"@{self.kernel_id}"
        return await super().pre_launch(**options)

    async def launch_kernel(self, cmd: list[str], **options: Any) -> KernelConnectionInfo:
        """Start a kernel; of `cmd`, which a kernelspec of the user's may have made, only our own argument counts."""
        permitted = next((part.removeprefix(PERMITTED) for part in cmd if part.startswith(PERMITTED)), "null")
        assert self.parent is not None
        order = json.dumps(
            {
                "connection": self.parent.connection_file,
                "folder": str(options["cwd"]),
                "paths": self.around.paths,
                "permitted": json.loads(permitted),
            }
        )
        if self.forks is None:
            anew = {"env": dict(self.around.environment), "cwd": str(self.around.folder), "stderr": self.around.errors}
            return await super().launch_kernel([sys.executable, *FLAGS, SCRIPT, order], **options | anew)
        self.process = kernel = self.forks.fork(order)
        self.pid = self.pgid = kernel.pid
        return self.connection_info


@contextmanager
def own_kernelspecs(folder: Path) -> Iterator[None]:
    """Let Jupyter find the kernel of this environment first, and none of the user's."""
    ours = {
        "JUPYTER_DATA_DIR": str(folder),
        "JUPYTER_PATH": "",
        "JUPYTER_PREFER_ENV_PATH": "1",
        "IPYTHONDIR": str(folder / "ipython"),  # else it is made in a home, which may not be there, or not be writable
    }
    usual = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in usual.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


@contextmanager
def clean(paths: Iterable[str], cache: Path, **differences: str) -> Iterator[None]:
    """Let the kernels that this process starts have nothing of the user's around them.

    :param paths: where they find the code of the book, and of the engine.
    :param cache: where Matplotlib keeps its list of fonts.
    :param differences: a `seed` or a `zone`, other than the usual.
    """
    factory = KernelProvisionerFactory.instance()
    usual, name = factory.default_provisioner_name, "clean-provisioner"
    factory.provisioners[name] = EntryPoint(name, f"{__name__}:{CleanProvisioner.__name__}", factory.GROUP_NAME)
    cache.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="kernels-", ignore_cleanup_errors=True) as folder, TemporaryFile("w+") as errors:
        place = Path(folder).resolve()
        around = Surroundings(place, environment(place, cache, **differences), tuple(paths), errors)
        CleanProvisioner.around = around
        CleanProvisioner.forks = Forks(around) if CAN_FORK else None
        factory.default_provisioner_name = name
        try:
            with own_kernelspecs(place):
                yield
        finally:
            factory.default_provisioner_name = usual
            if CleanProvisioner.forks:
                CleanProvisioner.forks.close()
            errors.seek(0)
            if said := errors.read().strip():
                logger.info("the kernels said: %s", said)  # nothing that a person could use: how they ended

"""Kernels that start at once: each is forked from one process that has imported what every chapter imports.

Starting Python and importing pandas and Matplotlib takes longer than most chapters run. Only on Linux is a fork of such
a process safe; other systems start each kernel anew, with the same results.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, ClassVar

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

LAUNCHER = "ipykernel_launcher"
# ipykernel warns about unencrypted sockets; "auto" encrypts them.
KernelManager.transport_encryption.default_value = "auto"


class Forks:
    """The process that forks (:mod:`edition.sphinx.run.forks`), and the way to ask it."""

    def __init__(self) -> None:
        script = str(Path(__file__).with_name("forks.py"))
        self.process = subprocess.Popen(
            [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.lock = threading.Lock()

    def fork(self, **order: Any) -> ForkedKernel:
        """Return a new kernel."""
        assert self.process.stdin is not None and self.process.stdout is not None
        with self.lock:
            print(json.dumps(order), file=self.process.stdin, flush=True)
            answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError("the process that starts kernels has ended; what it said stands above")
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
        """Send it a signal.

        :raises ProcessLookupError: if it has ended, which jupyter_client expects and tolerates.
        """
        os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


class ForkingProvisioner(LocalProvisioner):
    """Starts kernels of IPython by a fork, and all others as usual."""

    forks: ClassVar[Forks]
    process: Any  # a ForkedKernel, or what the usual way gives

    async def launch_kernel(self, cmd: list[str], **options: Any) -> KernelConnectionInfo:
        """Start a kernel; `cmd` is the command that would start it anew."""
        if LAUNCHER not in cmd:
            return await super().launch_kernel(cmd, **options)
        arguments = cmd[cmd.index(LAUNCHER) + 1 :]
        order = {"arguments": arguments, "folder": str(options["cwd"]), "environment": dict(options["env"])}
        self.process = kernel = self.forks.fork(**order)
        self.pid = self.pgid = kernel.pid
        return self.connection_info


@contextmanager
def forking() -> Iterator[None]:
    """Let the kernels that this process starts be forked ones, if the system can do it safely."""
    if sys.platform != "linux":
        yield
        return
    factory = KernelProvisionerFactory.instance()
    usual, name = factory.default_provisioner_name, "forking-provisioner"
    factory.provisioners[name] = EntryPoint(name, f"{__name__}:{ForkingProvisioner.__name__}", factory.GROUP_NAME)
    factory.default_provisioner_name = name
    ForkingProvisioner.forks = Forks()
    try:
        yield
    finally:
        factory.default_provisioner_name = usual
        ForkingProvisioner.forks.close()

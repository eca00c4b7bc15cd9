"""Kernels that are forked: they come and go as those that are started anew."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time

import pytest
from jupyter_client.connect import LocalPortCache
from jupyter_client.provisioning import KernelProvisionerFactory

from edition.sphinx.run.kernels import CleanProvisioner, ForkedKernel, clean


@pytest.fixture
def process() -> subprocess.Popen[bytes]:
    """A process that does nothing."""
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])


@pytest.mark.parametrize(("end", "number"), [("terminate", signal.SIGTERM), ("kill", signal.SIGKILL)])
def test_a_kernel_can_be_ended(process: subprocess.Popen[bytes], end: str, number: signal.Signals) -> None:
    kernel = ForkedKernel(process.pid)
    assert kernel.poll() is None
    getattr(kernel, end)()
    assert process.wait(10) == -number
    assert kernel.poll() == 0


def test_what_has_ended_already_can_be_ended_again(process) -> None:
    process.kill()
    process.wait(10)
    kernel = ForkedKernel(process.pid)
    kernel.terminate()
    kernel.kill()
    assert kernel.poll() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")
def test_the_process_that_forks_is_there_as_long_as_it_is_needed(tmp_path) -> None:
    factory = KernelProvisionerFactory.instance()
    usual = factory.default_provisioner_name
    with clean([], tmp_path / "cache"):
        assert CleanProvisioner.forks is not None
        number = CleanProvisioner.forks.process.pid
        os.kill(number, 0)
        assert factory.default_provisioner_name != usual
    assert factory.default_provisioner_name == usual
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise AssertionError("it is still there")


def test_no_kernelspec_of_the_users_is_taken(miniature, tmp_path, monkeypatch) -> None:
    theirs = tmp_path / "theirs" / "kernels" / "python3"
    theirs.mkdir(parents=True)
    spec = {"argv": ["false"], "display_name": "Theirs", "language": "python"}
    spec["metadata"] = {"kernel_provisioner": {"provisioner_name": "local-provisioner"}}
    (theirs / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "theirs"))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "theirs"))
    miniature.chapter("orchard", "print('grown', 6 * 7)", imports="")
    assert miniature.build() == ""
    assert "grown 42" in miniature.built("orchard").text
    assert os.environ["JUPYTER_PATH"] == str(tmp_path / "theirs")


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux have sockets names that are no files")
def test_a_port_that_somebody_takes_first_hinders_no_kernel(miniature, monkeypatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(LocalPortCache, "find_available_port", lambda *_: taken.getsockname()[1])
        miniature.chapter("orchard", "print(6 * 7)", imports="")
        miniature.build()
    assert "42" in miniature.built("orchard").text


def test_a_kernel_that_ends_has_nothing_to_say(miniature) -> None:
    miniature.chapter("orchard", "print(6 * 7)", imports="")
    miniature.build()
    assert "the kernels said" not in miniature.log

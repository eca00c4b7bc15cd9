"""Nothing of the user's has a part in what a kernel computes, whether it is forked or started anew."""

from __future__ import annotations

import subprocess
import sys

import pytest

from edition.sphinx.run import kernels, surroundings

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")  # of those who count for NumPy
CODE = """import os, sys
time, environ = sys.modules.get("time"), getattr(os, "environ")
import numpy as np
import matplotlib.pyplot as plt
from matplotlib import font_manager
print("size", plt.rcParams["font.size"], plt.rcParams["timezone"], plt.rcParams["figure.dpi"])
print("names", [name for name in ("of_the_profile", "of_the_startup") if hasattr(sys.modules.get("__main__"), name)])
print("modules", [name for name in ("sitecustomize", "usercustomize", "intruder") if name in sys.modules])
print("path", [place for place in sys.path if "hostile" in place])
print("zone", time.tzname, "language", environ["LANG"], "flags", sys.flags.optimize, sys.warnoptions)
print("seed", hash("apple"))
print("threads", {name: value for name, value in environ.items() if name.endswith("_NUM_THREADS")})
print("session of its own", os.getsid(0) == getattr(os, "getpid")())
print("environment", [name for name, value in environ.items() if "hostile" in value])
print("fonts", all("matplotlib" in font.fname for font in font_manager.fontManager.ttflist))
plt.plot([1, 2])
plt.close()
"""


@pytest.fixture
def hostile(miniature, monkeypatch, tmp_path_factory):
    """A book in surroundings that would change its results."""
    home = tmp_path_factory.mktemp("hostile")
    settings = "font.size: 33\ntimezone: Asia/Tokyo\nfigure.dpi: 33\n"
    for file in (home / ".config/matplotlib/matplotlibrc", home / "matplotlibrc", miniature.root / "book/matplotlibrc"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(settings, encoding="utf-8")
    (miniature.root / "matplotlibrc").write_text(settings, encoding="utf-8")
    startup = home / ".ipython/profile_default/startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("of_the_profile = 1\n", encoding="utf-8")
    (home / ".ipython/profile_default/ipython_config.py").write_text(
        "c = get_config()\nc.InteractiveShellApp.exec_lines = ['of_the_profile = 2']\n", encoding="utf-8"
    )
    for name in ("sitecustomize", "usercustomize"):
        (home / f"{name}.py").write_text("import intruder\n", encoding="utf-8")
    (home / "intruder.py").write_text("", encoding="utf-8")
    (home / "start.py").write_text("of_the_startup = 1\n", encoding="utf-8")
    (home / ".docutils").write_text("[general]\nreport_level: 5\nsmart_quotes: no\n", encoding="utf-8")
    kernel = home / ".local/share/jupyter/kernels/python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(
        '{"argv": ["python3", "-O", "-m", "ipykernel_launcher", "-f", "{connection_file}"], "display_name": "hostile", '
        '"language": "python", "env": {"MINE": "hostile"}}',
        encoding="utf-8",
    )
    monkeypatch.chdir(miniature.root)
    environment = {
        "HOME": home, "MATPLOTLIBRC": home, "IPYTHONDIR": home / ".ipython", "PYTHONSTARTUP": home / "start.py",
        "PYTHONPATH": home, "TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8", "LC_ALL": "de_DE.UTF-8", "MPLBACKEND": "pdf",
        "PYTHONHASHSEED": "7", "PYTHONWARNINGS": "error", "PYTHONOPTIMIZE": "2", "MPLCONFIGDIR": home,
        "DOCUTILSCONFIG": home / ".docutils", "MINE": "hostile",
    }  # fmt: skip
    for name, value in environment.items():
        monkeypatch.setenv(name, str(value))
    return miniature


def hash_of_apple() -> int:
    """Return the hash of a text in a Python whose seed is none."""
    done = subprocess.run(
        [sys.executable, "-c", "print(hash('apple'))"], env={"PYTHONHASHSEED": "0"}, capture_output=True, check=True
    )
    return int(done.stdout)


def test_what_is_said_of_threads_is_said_to_all_who_count() -> None:
    assert surroundings.THREADS == THREADS


@pytest.mark.parametrize("name", surroundings.NEEDED)
def test_what_an_interpreter_needs_is_kept(monkeypatch, tmp_path, name):
    monkeypatch.setenv(name, "kept")
    assert surroundings.environment(tmp_path, tmp_path)[name] == "kept"


@pytest.mark.parametrize("system", ["linux", "elsewhere"])
def test_nothing_of_the_users_reaches_a_kernel(hostile, monkeypatch, system):
    monkeypatch.setattr(kernels, "CAN_FORK", system == "linux" and sys.platform == "linux")
    hostile.chapter("orchard", CODE, imports="")
    assert hostile.build() == ""
    said = hostile.built("orchard").find(class_="cell_output").text
    for line in (
        "size 10.0 UTC 100.0", "names []", "modules []", "path []",
        "zone ('UTC', 'UTC') language C.UTF-8 flags 0 []", "environment []", "fonts True",
        "session of its own True", f"threads {dict.fromkeys(THREADS, '1')}",
    ):  # fmt: skip
        assert line in said, said
    assert f"seed {hash_of_apple()}" in said, said


def test_no_home_is_needed(miniature, monkeypatch):
    for name in ("HOME", "IPYTHONDIR"):
        monkeypatch.setenv(name, "/dev/null/nowhere")
    miniature.chapter("orchard", "# without a home\nprint(1 + 1)", imports="")
    assert miniature.build() == ""


def test_two_kernels_draw_different_random_numbers(miniature):
    for name in ("orchard", "garden"):
        code = f"# {name}: the results of two chapters with the same code are kept once\nimport random\nimport numpy as np\n"
        miniature.chapter(name, f"{code}print(random.random(), np.random.random())", imports="")
    assert miniature.build() == ""
    drawn = [miniature.built(name).find(class_="cell_output").text.split() for name in ("orchard", "garden")]
    assert not set(drawn[0]) & set(drawn[1])


def test_a_chart_is_the_same_in_hostile_surroundings(hostile, monkeypatch):
    cell = "import matplotlib\nmatplotlib.rcParams['font.size'] = 33\nfrom edition.cell.look import INK\n"
    hostile.chapter("orchard", f"{cell}print('size', matplotlib.rcParams['font.size'])", imports="")
    assert hostile.build() == ""
    assert "size 33" not in hostile.built("orchard").find(class_="cell_output").text


def test_a_book_that_is_executed_without_the_cache_is_refused(miniature):
    miniature.chapter("orchard", "x = 1", imports="")
    with pytest.raises(Exception, match="write cache"):
        miniature.build(nb_execution_mode="force")

"""The environment: one lock, which everything else follows, and the commands that the README promises."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from edition.paths import ROOT

LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split()


def names(text: str) -> set[str]:
    """Return the names of the packages that a requirements file asks for."""
    return {match.lower().replace("_", "-") for match in re.findall(r"^([A-Za-z][\w.-]*)", text, flags=re.MULTILINE)}


def test_every_package_is_pinned_and_hashed() -> None:
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[\w.-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_the_lock_holds_what_is_asked_for() -> None:
    asked = names((ROOT / "requirements.in").read_text(encoding="utf-8"))
    assert asked and asked <= names(LOCK)


def test_conda_and_binder_take_the_same_pins() -> None:
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    pip = text.partition("- pip:\n")[2]
    assert [line.strip() for line in pip.splitlines()] == ["- -r requirements.txt"]
    assert set(re.findall(r"^  - ([a-z]+)", text, flags=re.MULTILINE)) == {"python", "pip"}


def test_each_dependency_says_why_it_is_there() -> None:
    for line in (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines():
        assert not re.match(r"\w", line) or re.search(r"# \w", line), line


ASTRAY = {
    "PYTHONSAFEPATH": "1",
    "PYTHONHOME": "/nowhere",
    "PYTHONPATH": "/nowhere",
    "PIP_USER": "1",
    "PIP_TARGET": "/nowhere",
}


@pytest.mark.parametrize("name", ASTRAY)
def test_make_lets_no_variable_of_the_shell_lead_python_or_pip_astray(name: str) -> None:
    command = ["make", "--no-print-directory", "--eval", f"shown: ; @echo got $${name}", "shown"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True, env={**os.environ, name: ASTRAY[name]}
    )
    assert done.stdout.strip() == "got"


def test_an_environment_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "theirs").mkdir()
    kept = tmp_path / "theirs" / "kept.txt"
    kept.touch()
    (tmp_path / ".venv").symlink_to("theirs")
    done = subprocess.run(["make", "lint"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode and ".venv is a link to another folder" in done.stdout and kept.exists()


def test_make_help_lists_the_commands_first() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {line.split()[0] for line in listed.splitlines()} >= set(COMMANDS)


def test_version_and_date_stand_in_one_place() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["sphinx"]["config"]
    assert not {"version", "release", "print_date", "print_version"} & config.keys(), "CITATION.cff alone has them"
    assert "{version}" in config["edition_citation"] and "{year}" in config["edition_citation"]
    assert f"\n## {citation['version']} (" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"Version {citation['version']} " in (ROOT / "book" / "about.md").read_text(encoding="utf-8")


def test_the_citation_names_the_article() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "references"} <= citation.keys()
    [article] = citation["references"]
    assert article["authors"] == [{"family-names": "Gadimova-Akbulut", "given-names": "Nazrin"}]
    assert article["identifiers"][0]["value"] == "urn:nbn:de:0168-ssoar-96265-2"


def test_the_readme_points_to_what_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in link]
    assert links and all((ROOT / link).exists() for link in links)
    commands = set(re.findall(r"(?:^|`)make ([a-z-]+)", readme, re.MULTILINE))
    assert commands <= set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

"""The files of settings: what cannot be read is named with file, line and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.settings import FILES, SettingsError, check, read_yaml, setting


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"title: one\nbad: [open\n", r"line 3: expected ',' or '\]', but got '<stream end>'; mend the YAML there"),
        (b"title: one\n\tbad: two\n", r"line 2: .*; mend the YAML there"),
        (b"title: caf\xe9\n", r"can't decode byte 0xe9 .*; save it as YAML in UTF-8"),
        (b"- one\n- two\n", r"it holds no settings; write each as name: value"),
    ],
    ids=["a bracket left open", "a tab", "another encoding", "a list"],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SettingsError, match=f"{name}.*{said}"):
        check(tmp_path)


def test_a_setting_is_one_of_sphinxs(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("sphinx:\n  config:\n    edition_checks: orchard.checks\n", encoding="utf-8")
    assert setting("edition_checks", tmp_path) == "orchard.checks"
    assert setting("edition_unnoticed", tmp_path) is None
    assert read_yaml(tmp_path / "CITATION.cff") == {}

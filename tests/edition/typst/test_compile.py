"""The compiler: its messages lead back to the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.typst.compile import PrintError, compile_pdf, locate
from edition.typst.markup import source_mark


@pytest.mark.parametrize("letter", ["日", "ქ", "Ω"])
def test_a_letter_that_no_face_has_fails(print_text, letter: str) -> None:
    with pytest.raises(
        PrintError, match=rf"index.md: the faces in edition/fonts lack 1 of its letters:\n  {letter} .*index.md, line 5"
    ):
        print_text(f"# Title\n\nA first paragraph.\n\nA word: {letter}.\n")


def test_all_missing_letters_of_a_page_are_named_in_one_message(print_text) -> None:
    with pytest.raises(PrintError) as caught:
        print_text("# Title 日\n\nქართ `Ω`\n\n| 本 |\n|---|\n| x |\n\nA.[^a]\n\n[^a]: Again 日.\n")
    message = str(caught.value)
    assert "lack 7 of its letters" in message
    assert "日 (U+65E5, cjk unified ideograph-65e5): index.md, line 1, index.md, line 11" in message
    assert message.endswith("(edition/fonts/README.md).")


def test_composed_letters_and_invisible_signs_are_not_missing(print_text) -> None:
    printed = print_text("# Title\n\nS\u0327us\u0327a, zero\u200bwidth, soft\u00adhyphen, no\u00a0break.\n")
    assert printed.warnings == ""


def test_a_broken_picture_is_named(print_text, tmp_path) -> None:
    (tmp_path / "broken.svg").write_text("<svg", encoding="utf-8")
    printed = print_text("# Title\n\n:::{image} broken.svg\n:alt: A chart.\n:::\n")
    assert "broken.svg" in printed.warnings and "index.md:3" in printed.warnings


def test_a_standard_that_nobody_knows_is_named_with_its_setting(tmp_path: Path) -> None:
    (tmp_path / "book.typ").write_text("A word.", encoding="utf-8")
    with pytest.raises(PrintError, match=r"_config.yml: print_standards: unknown pdf standard: a-9; write them as"):
        compile_pdf(tmp_path / "book.typ", tmp_path / "book.pdf", ["a-9"])


def test_the_nearest_mark_before_a_place_counts() -> None:
    lines = [source_mark("a", 1), f"text {source_mark('b', 2)} here {source_mark('c', 3)} there", "end"]
    assert locate(lines, 2, 3) == "a:1"
    assert locate(lines, 2, 20) == "b:2"
    assert locate(lines, 3, 1) == "c:3"
    assert locate(["nothing"], 1, 1) is None

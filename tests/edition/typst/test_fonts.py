"""The faces in the repository: every letter the book may need, in every form it is used in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from edition.typst.compile import FONTS

LATIN = "AZaz09ÇçĞğİıÖöŞşÜüƏəÀỹ–—‘’“”…€№"
CYRILLIC = "АЯаяЁёЇїҢҥ"
ARMENIAN = "ԱՖաֆև՝։"
MARKS = "✓✗≈≠○●◐▲■□→≤−×"


def characters(face: str) -> set[str]:
    """Return what a face has glyphs for."""
    return {chr(code) for code in TTFont(FONTS / f"{face}.ttf", lazy=True).getBestCmap()}


@pytest.mark.parametrize(
    "face",
    ["Serif-Regular", "Serif-Italic", "Serif-Bold", "Serif-BoldItalic", "Sans-Regular", "Sans-Italic", "Sans-Bold"],
)
def test_noto_has_latin_and_cyrillic(face: str) -> None:
    assert set(LATIN + CYRILLIC) <= characters(f"Noto{face}")


@pytest.mark.parametrize(
    "face", ["SerifArmenian-Regular", "SerifArmenian-Bold", "SansArmenian-Regular", "SansArmenian-Bold"]
)
def test_the_armenian_faces_have_armenian(face: str) -> None:
    assert set(ARMENIAN) <= characters(f"Noto{face}")


def test_dejavu_has_the_marks() -> None:
    assert set(MARKS + LATIN + CYRILLIC) <= characters("DejaVuSansMono")


def test_kerning_is_kept() -> None:
    features = TTFont(FONTS / "NotoSerif-Regular.ttf")["GPOS"].table.FeatureList.FeatureRecord
    assert "kern" in {feature.FeatureTag for feature in features}


def test_the_stylesheet_names_files_that_exist_and_all_of_them() -> None:
    named = set(re.findall(r'url\("([^"]+)"\)', (FONTS / "fonts.css").read_text(encoding="utf-8")))
    assert named == {path.name for path in Path(FONTS).glob("*.woff2")}


def test_every_face_is_there_for_print_and_web() -> None:
    whole = {path.stem for path in FONTS.glob("*.ttf")}
    parts = ("", "-Cyrillic", "-Extra", "-Marks", "-Signs")
    assert (
        whole <= {path.stem for path in FONTS.glob("*.woff2")} <= {f"{face}{part}" for face in whole for part in parts}
    )

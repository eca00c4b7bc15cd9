"""The order of names: letters of every language stand with the base letter that a reader looks under."""

from __future__ import annotations

import pytest

from edition.alphabet import fold


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("{Çelik} Şen", "celik sen"),
        ("ƏLİ, əli, ılı", "eli, eli, ili"),
        ("Łódź and Đurđa", "lodz and durda"),
        ("Ærø, Œuvre, æon, œuf", "aero, oeuvre, aeon, oeuf"),
        ("Straße", "strasse"),
        ("Gre\u0301y, Gr\u00e9y", "grey, grey"),  # with an accent of its own, and in one letter
        ("ﬁne № 1", "fine no 1"),  # letters in one sign
        ("{\"“The ‘Lamp’”'", "the lamp"),
        ("«Маяк» Ёлка", "маяк елка"),
        ("H.B. 1853–54", "h.b. 1853–54"),  # what is no quotation mark stays
        ("", ""),
    ],
)
def test_a_name_is_seen_by_its_base_letters_without_case_and_quotation_marks(text: str, seen: str) -> None:
    assert fold(text) == seen


def test_names_stand_in_the_order_in_which_a_reader_looks_for_them() -> None:
    names = ["Zand", "Əsgər", "“Fog”", "Eric", "Ærø", "abbey", "Øland", "Ottar", "Çay", "cat", "{Dunes}"]
    assert sorted(names, key=fold) == [
        "abbey", "Ærø", "cat", "Çay", "{Dunes}", "Eric", "Əsgər", "“Fog”", "Øland", "Ottar", "Zand",
    ]  # fmt: skip

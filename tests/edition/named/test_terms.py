"""Which names stand in the index, and how each is found."""

from __future__ import annotations

from pathlib import Path

import pytest
from keepers import SETTINGS, write_keepers
from sphinx.errors import ConfigError

from edition.named.terms import divided, names


def test_names_come_from_tables_and_lists_and_persons_stand_by_their_family_name(tmp_path: Path) -> None:
    found = {name.term: (name.others, name.times) for name in names(SETTINGS, write_keepers(tmp_path))}
    assert found == {
        "Grey, Ada": ((), 1),
        "Harbour Board": ((), 1),
        "Lee/Windward": (("Windward",), 1),
        "Northland": ((), 2),
    }


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ada von der Grey", ("Ada", "von der Grey")),
        ("Ada B. Grey", ("Ada B.", "Grey")),
        ("Grace", ("", "Grace")),
        ("van der Grey", ("", "van der Grey")),
    ],
)
def test_the_family_name_has_its_particles(name: str, parts: tuple[str, str]) -> None:
    assert divided(name) == parts


@pytest.mark.parametrize("name", ["Grace", "van der Grey"])
def test_a_person_of_one_name_stands_under_it(tmp_path: Path, name: str) -> None:
    assert [one.term for one in names([{"names": [name], "person": True}], tmp_path)] == [name]


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({"table": "absent", "column": "name"}, "print_index: .*absent"),
        ({"table": "keepers", "column": "nom"}, "print_index: .*there is no 'nom'"),
        ({"table": "keepers", "column": "name", "only": {"sort": "office"}}, "print_index: .*there is no 'sort'"),
    ],
)
def test_a_table_or_a_column_that_is_not_there_is_named(tmp_path: Path, part: dict, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        names([part], write_keepers(tmp_path))


def test_a_name_is_found_by_all_its_other_names_as_whole_words_and_by_nothing_like_it(tmp_path: Path) -> None:
    see = {"see": {"The Quay": "H.B. Board", "Wharf Board": "H.B. Board"}}
    [name] = names([{"names": ["H.B. Board"]}, see], tmp_path)
    assert name.others == ("The Quay", "Wharf Board")
    for text in ("the h.b. board", "at the quay,", "wharf board"):
        assert name.pattern.search(text), text
    for text in ("hxbx board", "bathe quay", "the quays"):
        assert not name.pattern.search(text), text

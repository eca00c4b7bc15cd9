"""The index of web pages and of e-readers: which sections an entry has, and what the links to them say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.utils import new_document
from keepers import SETTINGS, write_keepers
from sphinx.util.osutil import relative_uri

from edition.named.sections import name_places, tell_sphinx, unabbreviated

Enter = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def app(tmp_path: Path) -> SimpleNamespace:
    """What the index asks of Sphinx, of a book whose first page is ``index``."""
    (tmp_path / "data").mkdir()
    index = SimpleNamespace(entries={})
    env = SimpleNamespace(
        config=SimpleNamespace(root_doc="index"),
        docname="book/harbour",
        metadata=defaultdict(dict),
        titles={},
        toc_secnumbers={},
        read=[],
        index=index,
        get_domain={"index": index}.__getitem__,
    )
    env.note_dependency = env.read.append
    return SimpleNamespace(
        env=env,
        srcdir=str(write_keepers(tmp_path / "data").parent),
        config=SimpleNamespace(print_index=SETTINGS),
        builder=SimpleNamespace(get_relative_uri=lambda page, docname: relative_uri(f"{page}.html", f"{docname}.html")),
    )


@pytest.fixture
def enter(app: SimpleNamespace) -> Enter:
    """A function that reads a page, on which some terms are entered by hand, and returns its entries."""

    def read(*parts: nodes.Node, by_hand: tuple[tuple[str, str], ...] = ()) -> list[tuple[str, str, str]]:
        document = new_document("harbour.md")
        document += parts
        document.ids.update({id: node for node in document.findall(nodes.Element) for id in node["ids"]})
        app.env.index.entries[app.env.docname] = [("single", term, id, "", None) for term, id in by_hand]
        tell_sphinx(app, document)
        return [entry[:3] for entry in app.env.index.entries[app.env.docname]]

    return read


def section(id: str, *parts: nodes.Node | str) -> nodes.section:
    """Return a section; a text is a paragraph without an address of its own."""
    return nodes.section("", *(nodes.paragraph("", one) if isinstance(one, str) else one for one in parts), ids=[id])


def test_a_name_is_entered_once_for_each_section_that_speaks_of_it(enter: Enter) -> None:
    below = section("night", "Grey slept.", "Grey woke.")
    assert enter(section("day", "As Grey said.", "As Grey did.", below)) == [
        ("single", "Grey, Ada", "day"),
        ("single", "Grey, Ada", "night"),
    ]


def test_a_paragraph_with_an_address_has_the_entry(enter: Enter) -> None:
    said = nodes.paragraph("", "As Grey said.", ids=["p-2", "grey-said"])
    assert enter(section("day", "Of fog.", said, "As Grey did.")) == [("single", "Grey, Ada", "p-2")]


def test_each_name_of_a_paragraph_is_entered_and_its_other_names_lead_to_it(enter: Enter) -> None:
    assert enter(section("day", "Grey stood at Windward.")) == [
        ("single", "Grey, Ada", "day"),
        ("single", "Lee/Windward", "day"),
        ("see", "Windward; Lee/Windward", "day"),
    ]


def test_what_stands_in_no_section_has_no_place_to_lead_to(enter: Enter) -> None:
    assert enter(nodes.paragraph("", "As Grey said.")) == []


@pytest.mark.parametrize("place", ["mark", "day"], ids=["in a section", "at its beginning"])
def test_what_is_entered_by_hand_is_not_entered_again_in_its_section(enter: Enter, place: str) -> None:
    by_hand = nodes.target("", "", ids=["mark"])
    found = enter(
        section("day", by_hand, "Grey said.", section("night", "Grey slept.")), by_hand=(("Grey, Ada", place),)
    )
    assert found == [("single", "Grey, Ada", place), ("single", "Grey, Ada", "night")]


def test_an_entry_by_hand_whose_address_is_nowhere_hinders_nothing(enter: Enter) -> None:
    assert enter(section("day", "Grey said."), by_hand=(("Grey, Ada", "lost"),)) == [
        ("single", "Grey, Ada", "lost"),
        ("single", "Grey, Ada", "day"),
    ]


@pytest.mark.parametrize(("name", "is_entered"), [("events", True), ("ledger", False)])
def test_the_rows_of_tables_that_are_read_are_entered(
    app: SimpleNamespace, enter: Enter, name: str, is_entered: bool
) -> None:
    app.config.print_index = [*SETTINGS, {"read": ["events"]}]
    cell = nodes.entry("", nodes.paragraph("", "As Grey said."))
    rows = nodes.table("", nodes.tgroup("", nodes.tbody("", nodes.row("", cell))), classes=[f"data-{name}"])
    assert bool(enter(section("day", rows))) == is_entered


def test_a_page_is_read_again_when_a_table_of_names_changes(app: SimpleNamespace, enter: Enter) -> None:
    enter(section("day", "Of fog."))
    assert set(app.env.read) == {str(Path(app.srcdir, "data", "keepers.csv"))}


@pytest.mark.parametrize(
    ("kind", "value", "parts"),
    [
        ("single", "Harbour Board (HB)", [("single", "Harbour Board"), ("see", "HB; Harbour Board")]),
        ("single", "boards; Harbour Board (HB)", [("single", "boards; Harbour Board"), ("see", "HB; boards; Harbour Board")]),
        ("single", "lamps (1853)", [("single", "lamps (1853)")]),
        ("single", "lamps (H)", [("single", "lamps (H)")]),
        ("single", "lamps (HB) of oil", [("single", "lamps (HB) of oil")]),
        ("pair", "lamps; oil (HB)", [("pair", "lamps; oil (HB)")]),
    ],
)  # fmt: skip
def test_an_abbreviation_leads_to_its_term(kind: str, value: str, parts: list[tuple[str, str]]) -> None:
    entered = unabbreviated((kind, value, "p-1", "main", "L"))
    assert [entry[:3] for entry in entered] == [(*part, "p-1") for part in parts]
    assert entered[0][3:] == ("main", "L"), "what else Sphinx keeps stays with the term"


def test_a_term_whose_abbreviation_is_written_by_hand_is_entered_once(enter: Enter) -> None:
    mark = nodes.target("", "", ids=["mark"])
    assert enter(section("day", mark, "The Harbour Board."), by_hand=(("Harbour Board (HB)", "mark"),)) == [
        ("single", "Harbour Board", "mark"),
        ("see", "HB; Harbour Board", "mark"),
    ]


@pytest.fixture
def coast(app: SimpleNamespace, enter: Enter) -> SimpleNamespace:
    """A book of four pages: the first one, two with numbers, and one without."""
    pages = {
        "index": ("The Coast", {}),
        "book/harbour": ("The Harbour", {"": (10,), "#night": (10, 2)}),
        "book/fog": ("The Fog", {"": (9,)}),
        "afterword": ("Afterword", {}),
    }
    for docname, (title, numbers) in pages.items():
        app.env.docname, app.env.titles[docname] = docname, nodes.title("", title)
        app.env.toc_secnumbers[docname] = numbers
        said = nodes.paragraph("", "Grey slept.", ids=["p-7"])
        mark = nodes.target("", "", ids=["mark"])
        enter(section("day", "Grey said.", section("night", said, mark)), by_hand=(("lamps", "mark"), ("fog", "lost")))
    return app


def named(app: SimpleNamespace, *links: str) -> list[tuple[str, str]]:
    """Return the links of a term as the index shows them, which are the same for a term below it."""
    sphinx = [("main" if number else "", link) for number, link in enumerate(links)]
    context = {"genindexentries": [("G", [("Grey", (sphinx, [("her lamps", sphinx)], "key"))])]}
    name_places(app, "genindex", "genindex.html", context, None)
    [(letter, [(term, (placed, [(below, placed_below)], key))])] = context["genindexentries"]
    assert (letter, term, below, key) == ("G", "Grey", "her lamps", "key"), "what is no link stays"
    assert placed == placed_below
    return placed


def test_a_link_says_the_number_of_its_section_else_of_its_page_else_the_title(coast: SimpleNamespace) -> None:
    assert named(coast, "book/harbour.html#p-7") == [("10.2", "book/harbour.html#p-7")]
    assert named(coast, "book/harbour.html#day") == [("10", "book/harbour.html#day")]
    assert named(coast, "book/fog.html#p-7") == [("9", "book/fog.html#p-7")]
    assert named(coast, "book/fog.html#lost") == [("9", "book/fog.html#lost")], "whose section is not known"
    assert named(coast, "afterword.html#p-7") == [("Afterword", "afterword.html#p-7")]
    assert named(coast, "index.html#p-7") == [("First page", "index.html#p-7")], "which has the title of the book"


def test_links_stand_in_the_order_of_the_book_and_those_without_a_number_last(coast: SimpleNamespace) -> None:
    links = ["afterword.html#p-7", "book/harbour.html#p-7", "book/harbour.html#day", "book/fog.html#day"]
    for given in (links, links[::-1]):
        assert [label for label, _ in named(coast, *given)] == ["9", "10", "10.2", "Afterword"]


def test_a_section_has_one_link(coast: SimpleNamespace) -> None:
    links = ["book/harbour.html#p-7", "book/harbour.html#mark", "book/fog.html#day", "book/fog.html#p-7"]
    assert named(coast, *links) == [("9", "book/fog.html#day"), ("10.2", "book/harbour.html#mark")]


def test_a_page_that_is_no_index_stays_as_it_is(coast: SimpleNamespace) -> None:
    context = {"title": "The Fog"}
    name_places(coast, "book/fog", "page.html", context, None)
    assert context == {"title": "The Fog"}

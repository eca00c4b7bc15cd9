"""What stands behind a figure or a claim, read from the source of a chapter."""

from __future__ import annotations

import pytest
from lighthouses import DATA

from edition.ledger.claim import read_claims
from edition.source.lineage import CellError, behind, statements
from edition.source.page import Page
from edition.source.users import users

FRONT = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n---\n"


def made(*cells: str) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Return the cell and the tables of whatever the `cells` of a chapter make, by its name."""
    source = FRONT + "\n".join(f"```{{code-cell}}\n{cell}\n```" for cell in cells)
    return {product.name: (product.cell, product.tables) for product in Page("page", source).products}


LOADS = "arms = load('arms')\nvotes = load('votes')"


@pytest.mark.parametrize(
    ("cells", "tables"),
    [
        (["check('C1', arms.tiv.sum())"], ("arms",)),
        (["total = arms.sum()", "half = total / 2", "check('C1', half)"], ("arms",)),
        (["check('C1', len(load('arms')) + len(votes))"], ("votes", "arms")),
        (["def count(name):\n    return votes.loc[name]", "check('C1', count('Armenia'))"], ("votes",)),
        (["parts = {}", "parts['x'] = arms", "check('C1', parts)"], ("arms",)),
        (["parts = []", "parts.append(votes)", "check('C1', parts)"], ("votes",)),
        (["for row in votes:\n    last = row", "check('C1', last)"], ("votes",)),
        (["n = 0", "n += len(arms)", "check('C1', n)"], ("arms",)),
        (["n = len(votes)", "n = len(arms)", "check('C1', n)"], ("arms",)),
        (["n = len(votes)", "if n > 3:\n    n = len(arms)", "check('C1', n)"], ("arms", "votes")),
        (["n = len(votes)", "if True:\n    n = len(arms)", "check('C1', n)"], ("arms", "votes")),
        (["n = len(votes)", "while arms.any():\n    n = 1\n    break", "check('C1', n)"], ("arms", "votes")),
        (["n = len(votes)", "try:\n    n = 1 / len(arms)\nexcept ZeroDivisionError:\n    pass", "check('C1', n)"], ("arms", "votes")),
        (["n = len(votes)", "match len(arms):\n    case 0:\n        n = 1", "check('C1', n)"], ("arms", "votes")),
        (["n = len(votes)", "for n in arms:\n    pass", "check('C1', n)"], ("arms", "votes")),
        (["least = len(votes)", "check('C1', arms.query('tiv > @least'))"], ("arms", "votes")),
        (["least = len(votes)", "x = (least := len(arms))", "check('C1', least)"], ("arms",)),
        (["first, *rest = votes", "check('C1', rest)"], ("votes",)),
        (["with pd.option_context('mode', votes) as kept:\n    pass", "check('C1', kept)"], ("votes",)),
        (["share = lambda row, whole=votes: row / whole", "check('C1', share(arms))"], ("arms", "votes")),
        (["def count():\n    return len(late)", "late = votes", "check('C1', count())"], ("votes",)),
        (["late = arms", "def count():\n    return len(late)", "late = votes", "check('C1', count())"], ("votes",)),
        (["def add(parts, part):\n    parts.append(part)", "all = []", "add(all, votes)", "check('C1', all)"], ("votes",)),
        (["all = []", "def add(part):\n    all.append(part)", "add(votes)", "check('C1', all)"], ("votes",)),
        (["votes = 3", "check('C1', votes)"], ()),
        (["check('C1', [arms for arms in range(3)])"], ()),
        (["check('C1', [row for row in arms])"], ("arms",)),
    ],
)  # fmt: skip
def test_a_claim_rests_on_the_tables_that_its_value_comes_from(cells: list[str], tables: tuple[str, ...]) -> None:
    cell, found = made(LOADS, *cells)["C1"]
    assert (cell, sorted(found)) == (len(cells) + 1, sorted(tables))


AXES = "fig, ax = plt.subplots()"
SHOW = "show(fig, 'fig-1', alt='', source='')"


def test_a_chart_rests_on_everything_that_its_cell_draws() -> None:
    found = made(LOADS, "fig, ax = plt.subplots()\nax.plot(arms)\nshow(fig, 'fig-arms', alt='', source='')",
                 "fig, ax = plt.subplots()\nax.plot(votes)\nshow(fig, 'fig-votes', alt='', source='')")  # fmt: skip
    assert found == {"fig-arms": (2, ("arms",)), "fig-votes": (3, ("votes",))}


def test_a_chart_that_is_drawn_twice_begins_with_its_loop() -> None:
    cells = [
        f"for fig, ax, narrow in drawings(3, narrow=4):\n    ax.plot({table})\nshow(fig, 'fig-{table}', alt='', source='')"
        for table in ("arms", "votes")
    ]
    assert made(LOADS, *cells) == {"fig-arms": (2, ("arms",)), "fig-votes": (3, ("votes",))}


@pytest.mark.parametrize(
    ("head", "tables"),
    [
        ("for fig, ax, narrow in drawings(3, narrow=4):", ("arms",)),
        ("for fig, ax, narrow in sketches(3, narrow=4):", ("arms", "votes")),
        ("for fig, ax in drawings:", ("arms", "votes")),
    ],
)
def test_a_loop_that_may_be_over_nothing_leaves_the_chart_before(head: str, tables: tuple[str, ...]) -> None:
    before = "fig, ax = plt.subplots()\nax.plot(votes)"
    assert made(LOADS, before, f"{head}\n    ax.plot(arms)\n{SHOW}")["fig-1"] == (3, tables)


@pytest.mark.parametrize(
    ("begun", "shown"),
    [
        ("def fig():\n    return plot(load('arms'))", SHOW.replace("fig,", "fig(),")),
        ("import plots.arms as fig", f"fig.plot(load('arms'))\n{SHOW}"),
        ("from plots import fig", f"fig.plot(load('arms'))\n{SHOW}"),
    ],
)
def test_a_chart_does_not_begin_where_a_function_is_defined_or_something_imported(begun: str, shown: str) -> None:
    other = "total = len(load('votes'))"  # which no figure needs
    assert made(begun, other, shown)["fig-1"][1] == ("arms",)


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param([AXES + "\nax.plot(arms)", SHOW], id="drawn in one cell and shown in the next"),
        pytest.param([AXES, "ax.plot(arms)", "ax.set_title('Arms')", SHOW], id="drawn over several cells"),
        pytest.param([AXES, "left = ax\nleft.plot(arms)", SHOW], id="drawn through another name of the axes"),
        pytest.param([AXES, "ax.plot(arms)", "whole = fig", SHOW.replace("fig,", "whole,")], id="shown by another name"),
        pytest.param([AXES, "ax.plot(arms)", SHOW.replace("fig,", "ax.figure,")], id="shown as the figure of its axes"),
        pytest.param([AXES, "ax.plot(arms)", "whole = ax.figure", SHOW.replace("fig,", "whole,")], id="shown by a name of a part"),
        pytest.param(["figs = plots()\nfigs[0].plot(arms)", "whole = figs[0]", SHOW.replace("fig,", "whole,")], id="shown as one of several"),
        pytest.param([AXES, "arms.plot(ax=ax)", SHOW], id="drawn by the table"),
        pytest.param([AXES, "lines = ax.plot(arms)", SHOW], id="drawn by a call whose value is kept"),
        pytest.param([AXES, "for row in arms:\n    ax.plot(row)", SHOW], id="drawn in a loop"),
        pytest.param([AXES, "with style():\n    ax.plot(arms)", SHOW], id="drawn in a context"),
        pytest.param(["def draw(ax):\n    ax.plot(arms)", AXES, "draw(ax)", SHOW], id="drawn by a function"),
        pytest.param(["def draw():\n    fig, ax = plt.subplots()\n    ax.plot(arms)\n    return fig", "fig = draw()", SHOW],
                     id="made by a function"),
    ],
)  # fmt: skip
def test_a_chart_rests_on_what_is_drawn_wherever_that_is(cells: list[str]) -> None:
    before = "ax, fig = plt.subplots()\nax.plot(votes)"  # another chart
    assert made(LOADS, before, *cells)["fig-1"] == (len(cells) + 2, ("arms",))


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(["heap = []\nheappush(heap, arms)", "check('C1', heap[0])"], id="by a function of which nothing is known"),
        pytest.param(["kept = {}\none = kept.setdefault('a', arms)", "check('C1', kept)"], id="by a method whose result is used"),
        pytest.param(["kept = []\n[kept.append(row) for row in arms]", "check('C1', kept)"], id="in a comprehension"),
        pytest.param(["kept = []\nother = kept\nother.append(arms)", "check('C1', kept)"], id="by another name"),
        pytest.param(["kept = {'a': []}\npart = kept['a']\npart.append(arms)", "check('C1', kept)"], id="in a part of it"),
        pytest.param(["kept = [[]]\nfor part in kept:\n    part.append(arms)", "check('C1', kept)"], id="in a loop over it"),
        pytest.param(["kept = []\nfor n, one in enumerate([kept]):\n    one.append(arms)", "check('C1', kept)"], id="in a counted loop"),
        pytest.param(["kept = [[]]\nfor one, row in zip(kept, arms):\n    one.append(row)", "check('C1', kept)"], id="in a loop over two"),
        pytest.param(["kept = []\none = kept\ntwo = one\ntwo.append(arms)", "check('C1', kept)"], id="by the name of a name"),
        pytest.param(["kept = []\none = kept\ntwo = kept\ntwo.append(arms)", "check('C1', one)"], id="by another name of the same"),
        pytest.param(["kept = Hive()\npart = kept.combs\npart.append(arms)", "check('C1', kept)"], id="in a part with a name"),
        pytest.param(["kept = []\nother, none = kept, 0\nother.append(arms)", "check('C1', kept)"], id="by a name among others"),
        pytest.param(["kept = []\nother = kept if kept else 0\nother.append(arms)", "check('C1', kept)"], id="by a name it may have"),
        pytest.param(["kept = []\nprint(other := kept)\nother.append(arms)", "check('C1', kept)"], id="by a name in passing"),
        pytest.param(["kept = empty(3)\nnp.multiply(arms, 2, out=kept)", "check('C1', kept)"], id="as what a result is put into"),
        pytest.param(["kept = empty(3)\nnp.copyto(kept, arms)", "check('C1', kept)"], id="by what copies into it"),
    ],
)  # fmt: skip
def test_a_value_rests_on_what_changes_it_however_that_is_done(cells: list[str]) -> None:
    assert made(LOADS, *cells)["C1"] == (3, ("arms",))


def test_a_name_with_a_value_of_its_own_again_shares_no_more() -> None:
    found = made(LOADS, "kept = []\nother = kept\nother = []\nother.append(arms)", "check('C1', len(kept))")
    assert found["C1"] == (3, ())


def test_a_chart_that_begins_in_a_branch_may_be_the_one_before() -> None:
    begun = "if wide:\n    fig, ax = plt.subplots()"
    assert made(LOADS, begun, "ax.plot(arms)", SHOW)["fig-1"] == (4, ("arms",))
    assert made(LOADS, begun, "ax.plot(arms)", "fig.suptitle('All')", SHOW)["fig-1"] == (5, ("arms",))
    before = "fig, ax = plt.subplots()\nax.plot(votes)"
    assert made(LOADS, before, begun, "ax.plot(arms)", SHOW)["fig-1"] == (5, ("arms", "votes"))


def test_tables_stand_in_the_order_in_which_they_are_loaded_each_once() -> None:
    cell = "both = len(load('votes')) + len(load('arms'))\nmore = len(load('votes'))\ncheck('C1', both + more)"
    assert made(cell) == {"C1": (1, ("votes", "arms"))}


def test_what_one_statement_makes_stands_in_the_order_in_which_it_is_written() -> None:
    assert list(made("kept = [print(check('C2', 1)), check('C1', 2)]")) == ["C2", "C1"]


@pytest.mark.parametrize(
    "cell",
    [
        "import edition\narms = edition.load('arms')\nedition.check('C1', len(arms))",
        "arms = await fetched(load('arms'))\ncheck('C1', len(arms))",
    ],
)
def test_a_call_is_found_however_a_cell_comes_to_it(cell: str) -> None:
    assert made(cell) == {"C1": (1, ("arms",))}


def test_a_call_of_the_same_name_of_another_module_makes_nothing() -> None:
    assert made("np.load('arms')\nhive.check('C1', 1)") == {}


def test_what_is_not_needed_is_not_kept() -> None:
    found = statements(["a = 1\nb = 2", "c = a", "d = b"])
    assert behind(found, [2]) == [0, 2]


def test_a_name_that_is_no_literal_is_named_with_its_cure() -> None:
    with pytest.raises(CellError, match=r"page.md, cell 1 \(line 7\): show\(fig, name\): write show\(…, '…'\)"):
        made("show(fig, name)")


def test_code_that_does_not_parse_makes_nothing() -> None:
    assert made("check('C1', ") == {}


def test_the_users_of_a_table_are_its_chapters_figures_and_claims() -> None:
    front = FRONT + "```{code-cell}\n"
    pages = [
        Page(
            "one",
            f"{front}arms = load('arms')\ncheck('C001', len(arms))\nshow(arms, 'fig-arms', alt='', source='')\n```\n",
        ),
        Page("two", f"{front}votes = load('votes')\narms = load('arms')\ncheck('C003', len(votes))\n```\n"),
    ]
    claims = read_claims(DATA)
    used = users("arms", pages, claims)
    assert (used.chapters, used.figures, used.claims) == (["one", "two"], {"fig-arms": "one"}, ["C001"])
    assert users("lighthouses", pages, claims).claims == ["C002"], "which is looked up there"


def test_a_figure_also_rests_on_what_is_read_only_where_it_is_shown() -> None:
    shown = "show(fig, 'fig-arms', alt=f'{len(votes)} votes', source='')"
    assert made(LOADS, "fig = plt.figure()\nfig.plot(arms)", shown)["fig-arms"] == (3, ("arms", "votes"))
    assert made("show(draw(), 'fig-votes', alt=f\"{len(load('votes'))}\", source='')")["fig-votes"] == (1, ("votes",))


@pytest.mark.parametrize("call", ["show()", "show(fig)", "check()", "load()"])
def test_a_call_without_its_name_is_refused(call: str) -> None:
    with pytest.raises(CellError, match=r"write (show|check|load)\("):
        _ = Page("page", FRONT + f"```{{code-cell}}\nx = {call}\ncheck('C1', x)\n```\n").products

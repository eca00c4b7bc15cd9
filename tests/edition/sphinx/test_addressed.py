"""Each paragraph, each row and each work can be linked to, and says how."""

from __future__ import annotations

import pytest

PAGE = """# Apples

(sec-early)=
## Early ones

The first.

:::{note}
In a box.
:::

The second.

| Name | Month |
|---|---|
| Pippin | July |
| Russet | August |

### Earlier ones

A third.

:::{table} Pears
:name: tab-pears

| Name | Month |
|---|---|
| Conference | June |
:::

{cite:t}`ann`

```{bibliography}
```
"""


@pytest.fixture
def page(miniature):
    """A page with paragraphs, tables and a work."""
    miniature.write("references.bib", "@book{ann, author = {Ann, A.}, title = {Apples}, year = {1901}}\n")
    miniature.page("apples", PAGE)
    assert miniature.build() == ""
    return miniature.whole("apples")


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("sec-early-p1", "The first."),
        ("sec-early-p2", "The second."),
        ("earlier-ones-p1", "A third."),
        ("sec-early-t1-r2", "Russet"),
        ("tab-pears-r1", "Conference"),
    ],
)
def test_what_has_a_place_has_an_address_and_a_link_to_it(page, address: str, text: str) -> None:
    found = page.find(id=address)
    assert found is not None and text in found.text
    [link] = found.select(f"a.headerlink[href='#{address}']")
    assert link.text == "#"


def test_no_address_stands_twice(page) -> None:
    names = [one["id"] for one in page.find_all(id=True)]
    assert len(names) == len(set(names))


def test_a_work_has_a_link_to_its_address(page) -> None:
    work = page.find(class_="citation")
    [link] = work.select("a.headerlink")
    assert link["href"] == f"#{work['id']}"

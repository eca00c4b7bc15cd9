"""What differs between two executions is found, with chapter and cell."""

from __future__ import annotations

import pytest

from edition.sphinx.run.twice import differences, executed

# Each reaches what it needs in a way that the scan of the source does not see.
CELLS = {
    "clock": "import sys\nprint(sys.modules.get('time').time())",
    "random": "import random\nprint(random.random())",
    "identity": "print(id(object()) % 100_000_000_000, object())",
    "order": "print({'apples', 'pears', 'plums', 'quinces', 'cherries'})",
    "path": "import os\nprint(getattr(os, 'getcwd')())",
    "record": "import sys\nglue('now', sys.modules.get('time').time())",
    "chart": "---\nmystnb:\n  figure:\n    name: fig-x\n    caption: It differs.\n---\n"
    "import numpy as np\nimport matplotlib.pyplot as plt\nfrom edition import show\nfig, ax = plt.subplots()\n"
    "harvest = load('harvest', DATA).set_index('year')\nax.plot(harvest.tons + np.random.rand(len(harvest)))\n"
    "show(fig, 'fig-x', alt='x', source='y', table={'tons': harvest[['tons']]})",
    "steady": "check('M1', load('harvest', DATA).tons.sum())\nprint({1: 2}, sorted({'b', 'a'}))",
}


@pytest.fixture(scope="module")
def found(new_miniature):
    """The differences between two executions of a book."""
    books = [new_miniature(), new_miniature()]
    for book, around in zip(books, [{}, {"seed": "1", "zone": "EAST-14"}], strict=True):
        book.claims(M1={"asserted": "30", "tolerance": "0.5", "method": "computed", "verdict": "agrees"})
        for name, code in CELLS.items():
            book.chapter(name, code)
        book.page("before", "# Before\n\n{claim}`M1`\n")
        book.build(edition_kernel_differences=around)
    return differences(*(executed(book.root / "_build" / ".jupyter_cache", book.root) for book in books))


@pytest.mark.parametrize("name", [name for name in CELLS if name != "steady"])
def test_what_depends_on_more_than_the_data_is_found(found, name):
    [line] = [line for line in found if f"{name}.md" in line]
    assert "cell 2" in line and "executed twice" in line


def test_what_depends_on_the_data_alone_is_not_named(found):
    assert not [line for line in found if "steady" in line]

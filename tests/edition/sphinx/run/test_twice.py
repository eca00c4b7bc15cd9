"""What differs between two executions is found, with chapter and cell."""

from __future__ import annotations

import pytest

from edition.sphinx.run.twice import differences, executed

CELLS = {
    "clock": "import time\nprint(time.time())",
    "today": "import datetime\nprint(datetime.date.today())",
    "random": "import random\nprint(random.random())",
    "identity": "print(id(object()) % 100_000_000_000, object())",
    "order": "print({'apples', 'pears', 'plums', 'quinces', 'cherries'})",
    "path": "import os\nprint(os.getcwd())",
    "record": "import time\nglue('now', time.time())",
    "chart": "import numpy as np\nimport pandas as pd\nimport matplotlib.pyplot as plt\nfrom edition import show\n"
    "fig, ax = plt.subplots()\nax.plot(np.random.rand(3))\nshow(fig, 'fig-x', alt='x', source='y',"
    " table={'x': pd.DataFrame({'x': [1]}).rename_axis('y')})",
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
    return differences(*(executed(book.root / "_build" / ".jupyter_cache") for book in books))


@pytest.mark.parametrize("name", [name for name in CELLS if name not in ("steady", "today")])
def test_what_depends_on_more_than_the_data_is_found(found, name):
    [line] = [line for line in found if f"{name}.md" in line]
    assert "cell 2" in line and "executed twice" in line


def test_what_depends_on_the_data_alone_is_not_named(found):
    assert not [line for line in found if "steady" in line]

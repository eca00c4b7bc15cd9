"""A claim that is checked, or a figure that is shown, by a way that the source does not show rests on nothing that is known."""

from __future__ import annotations

import pytest
from sphinx.errors import ExtensionError

HIDDEN = "import edition\ncalls = edition.__dict__['__getattr__']\n"
CHECKED = HIDDEN + "calls('check')('M1', 120)"
SHOWN = HIDDEN + (
    "import pandas as pd\nfrom matplotlib.figure import Figure\n"
    "calls('show')(Figure(figsize=(2, 1)), 'fig-trees', alt='Two trees.', source='the diary', "
    "table={'trees': pd.DataFrame({'trees': [2]}).rename_axis('row')})"
)


@pytest.mark.parametrize(("code", "said"), [(CHECKED, "check(…, 'M1', …)"), (SHOWN, "show(…, 'fig-trees', …)")])
def test_it_fails_the_build_with_the_page_and_the_cure(miniature, code: str, said: str) -> None:
    miniature.claims(
        M1={
            "article": "120",
            "asserted": "120",
            "method": "computed",
            "verdict": "agrees",
            "form": "{:.0f}",
            "tolerance": "0",
        }
    )
    miniature.chapter("orchard", code, imports="")
    with pytest.raises(ExtensionError) as caught:
        miniature.build()
    [line] = [line for line in str(caught.value).splitlines() if "in a way that the source does not show" in line]
    assert line.strip().startswith(f"book/orchard.md: {said} was called") and "call it by its name" in line

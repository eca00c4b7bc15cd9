"""What a piece of HTML that a cell gives may hold: nothing that the pages do not show, or that would change them."""

from __future__ import annotations

import pandas as pd
import pytest

from edition.sphinx.run.outputs import Blocked

FRAME = pd.DataFrame({"a": [1, None], "b": ["<b>", "x"]})

#: What it holds, and how a message names it.
REFUSED = {
    "<style>p { color: red }</style><p>A</p>": "<style>",
    "<p style='color: red'>A</p>": "style=color: red",
    "<img alt='A' src='data:image/png;base64,AAAA'>": "src=data:image/png;base64,AAAA",
    "<a href='javascript:alert(1)'>A</a>": "href=javascript:alert(1)",
    "<a href=' java\tscript:alert(1)'>A</a>": "href=java script:alert(1)",
    "<svg><a xlink:href='data:text/html,x'><text>A</text></a></svg>": "xlink:href=data:text/html,x",
    "<meta http-equiv='refresh' content='0;url=https://example.org'>": "<meta>",
    "<base href='https://example.org'>": "<base>",
    "<p onclick='x()'>A</p>": "onclick=…",
    "</div></article><p>A</p>": "</div> that nothing begins",
    "<div><p>A</p>": "<div> that nothing ends",
    "<table><tr><td>A": "<table> that nothing ends",
    "<b>A</p></b>": "</p> that nothing begins",
    "A <!-- B <p>C</p>": "a comment that nothing ends",
    "<textarea>A": "<textarea> that nothing ends",
}
SHOWN = (
    "<p>A<br>B<p>C<ul><li>D<li>E</ul>",
    "<table><tr><td>A<tr><td>B</table>",
    "<!-- A --><a href='https://example.org'>B</a><a href='data.html#x'>C</a><hr/>",
    "A < B & C > D",
    FRAME.to_html(),
    FRAME._repr_html_(),
    FRAME.set_index("b").groupby("b").sum()._repr_html_(),
)


@pytest.mark.parametrize("html", REFUSED)
def test_what_no_page_shows_or_would_change_it_is_named(html: str) -> None:
    assert REFUSED[html] in Blocked(html).found


@pytest.mark.parametrize("html", SHOWN)
def test_what_a_page_shows_is_let_through(html: str) -> None:
    assert Blocked(html).found == {}

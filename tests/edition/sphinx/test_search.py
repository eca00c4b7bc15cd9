"""The answers of the search, read off a page."""

from __future__ import annotations

from edition.sphinx.search import entries

PAGE = """<html><body><nav><section id="no"><h1>Menu</h1></section></nav><article>
<section id="top"><h1>1. Harvests<a class="headerlink" href="#top">#</a></h1><p>Of <em>apples</em>,<br> mostly.</p>
<figure id="fig"><figcaption>A chart</figcaption></figure><details><summary>Code</summary><pre>load()</pre></details>
<section id="sub"><h2>Prices</h2><p>They rose.</p></section></section>
<table class="ledger table"><tr id="c001"><td><p>C001</p></td><td>It rose by 94 per cent</td></tr></table>
<table class="data-table"><tr id="row-1901"><td>1901</td><td>a good year</td></tr></table>
<dl><dt id="term-pome">pome</dt><dd><p>A fruit.</p></dd><dt id="term-pip">pip</dt><dd>A seed.</dd></dl><p>The end.</p>
</article></body></html>"""


def test_each_address_of_a_page_is_an_answer() -> None:
    found = entries(PAGE, "book/harvests.html", "Harvests")
    assert [(one["kind"], one["address"].partition("#")[2], one["title"], one["text"]) for one in found] == [
        ("section", "top", "1. Harvests", "Of apples, mostly."),
        ("section", "sub", "Prices", "They rose."),
        ("claim", "c001", "C001", "It rose by 94 per cent"),
        ("row", "row-1901", "1901", "a good year"),
        ("term", "term-pome", "pome", "A fruit."),
        ("term", "term-pip", "pip", "A seed."),
    ]
    assert all(one["page"] == "Harvests" for one in found)

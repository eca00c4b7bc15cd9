"""The answers of the search, read off a page."""

from __future__ import annotations

from edition.sphinx.search import entries

PAGE = """<html><body><nav><section id="no"><h1>Menu</h1></section></nav><article>
<section id="top"><h1>1. Harvests<a class="headerlink" href="#top">#</a></h1><p>Of <em>apples</em>,<br> mostly.</p>
<figure id="fig"><img alt="bars"><figcaption><p><span class="caption-number">Figure 1.1 </span><span class="caption-text">
<strong>Prices rose <span>twice</span>.</strong> By year.</span></p><div class="legend">Source</div></figcaption></figure><details><summary>Code</summary><pre>load()</pre></details>
<section id="sub"><h2>Prices</h2><p class="claims-line">3 agree <a><span class="claim-mark">✓</span></a></p>
<p>They rose<a href="#c001"><span class="claim-mark agrees">✓</span></a>, at last.<a class="footnote-reference" href="#n1"><span>[</span>1<span>]</span></a> The sign ≠ is rare.</p><table id="sub-t1"><tr id="sub-t1-r1"><td>twice</td></tr></table></section></section>
<table id="tab"><caption><span class="caption-number">Table 1.1 </span><strong>Apples.</strong> In tons.</caption>
<tr><td>1901</td><td><strong>40</strong></td></tr><tr id="tab-r2"><td>1902</td><td>41</td></tr></table>
<table class="ledger table"><tr id="c001"><td><p>C001</p><p><span class="choice-section">Harvests</span></p></td><td>It rose by 94 per cent</td><td><p>–</p></td><td><details class="sources"><summary>two sources</summary><p>Ann</p></details></td><td><span class="choice-verdict">✓ agrees</span></td></tr></table>
<table class="data-table"><tr id="row-1901"><td><p>1901</p><p>a year</p></td><td></td><td><p></p></td><td>a good year</td></tr></table>
<dl><dt id="term-pome">pome</dt><dd><p>A fruit.</p></dd><dt id="term-pip">pip</dt><dd>A seed.</dd></dl>
<div class="citation" id="ref-a"><p>Ann (1901). Apples. <a href="https://a.org">https://a.org</a> Note.</p></div><p>The end.</p>
</article></body></html>"""


def test_each_address_of_a_page_is_an_answer() -> None:
    found = entries(PAGE, "book/harvests.html", "Harvests")
    assert [(one["kind"], one["address"].partition("#")[2], one["title"], one["text"]) for one in found] == [
        ("section", "top", "1. Harvests", "Of apples, mostly."),
        ("figure", "fig", "Figure 1.1 Prices rose twice.", "By year."),
        ("section", "sub", "Prices", "They rose, at last. The sign ≠ is rare. twice"),
        ("table", "tab", "Table 1.1 Apples.", "In tons. 1901 · 40 · 1902 · 41"),
        ("claim", "c001", "C001", "It rose by 94 per cent · two sources Ann · agrees"),
        ("row", "row-1901", "1901", "a year · a good year"),
        ("term", "term-pome", "pome", "A fruit."),
        ("term", "term-pip", "pip", "A seed."),
        ("work", "ref-a", "Ann (1901). Apples.", ""),
    ]
    assert all(one["page"] == "Harvests" for one in found)

from docutils import nodes

project = "Small Ledgers"
author = "A. N. Author"
release = "0.3"
language = "en"
root_doc = "preface"
extensions = ["myst_nb", "sphinx_multitoc_numbering", "sphinxcontrib.bibtex", "edition.typst"]
nb_execution_mode = "off"
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline", "fieldlist"]
myst_footnote_transition = False
bibtex_bibfiles = ["references.bib"]
bibtex_reference_style = "author_year"
nb_render_markdown_format = "gfm"
numfig = True
numfig_format = {"figure": "Fig. %s", "table": "Table %s"}
nitpicky = True
print_basename = "ledgers"
print_subtitle = "An edition for tests"
print_date = "2026-11-22"
print_imprint = ["First paragraph of the imprint.", "Set from https://example.org/ledgers."]
print_backmatter_captions = ["Apparatus"]


def claim(name, rawtext, text, lineno, inliner, options=None, content=None):
    """Stand in for the role that prints a claim with a mark that leads to its row in the ledger."""
    mark = nodes.reference("", "", nodes.superscript("", "≠", classes=["claim-mark"]), refuri="book:ledger#c055", internal=True)
    return [nodes.inline("", "", nodes.Text(text), mark, classes=["claim", "differs"])], []


def label_rows(app, doctree):
    """Give the rows of the ledger the addresses that the marks lead to."""
    for row in doctree.findall(nodes.row):
        if row.astext().startswith("C0"):
            row["ids"] = [row.children[0].astext().lower()]


def setup(app):
    app.add_role("claim", claim)
    app.connect("doctree-read", label_rows)

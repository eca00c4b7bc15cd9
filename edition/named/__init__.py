"""Names that stand in the index wherever the text speaks of them, from tables of the data and from lists.

The setting ``print_index`` says which::

    print_index:
      - {table: keepers, column: name, person: true, without: {kind: office}}  # "Grey, Ada", found by her last name
      - {table: orchards, column: name}              # "Lee/Windward", found by either name, under both
      - {names: [Northland, Southland], times: 3}    # only where a paragraph names it three times
      - {see: {The Board: Harbour Board}}            # another name of one that is known, which sends the reader there
      - {read: [events, keepers]}                    # the rows of these tables are looked at like the running text

``only`` and ``without`` choose rows of a table by what stands in a column. What a link out of the book says, such as the name
of a source, is not looked at.

In print an entry has the page of the word, on the web and for e-readers the section.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from edition.named.sections import name_places, tell_sphinx


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the setting, and what enters the names; for a format, with ``app.setup_extension``."""
    app.add_config_value("print_index", [], "env", list, "names that stand in the index")
    app.connect("doctree-read", tell_sphinx)
    app.connect("html-page-context", name_places)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

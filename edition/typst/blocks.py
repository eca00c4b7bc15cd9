"""Documents, sections, paragraphs, lists and boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.locale import admonitionlabels

from edition.typst.cell_outputs import CURE, cell_of, plain, unprintable
from edition.typst.markup import array, content, optional, string
from edition.typst.numbering import numbered_label, section_number
from edition.typst.writer import Writer

if TYPE_CHECKING:
    from edition.typst.builder import PrintBuilder

INDEX_DOCUMENT = "genindex"
#: The template's functions for the headings of a chapter, of its sections, and of all below.
HEADINGS = ("chapter", "section", "subsection")
#: What nobody sees on a web page either.
INVISIBLE_HTML = re.compile(r"(\s|<!--.*?-->|<script\b.*?</script>)*", re.DOTALL)
#: How Typst writes the kinds of numbers of a list.
ENUMERATORS = {"arabic": "1", "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}
LINE_BREAK = re.compile(r"\s*<br\s*/?>\s*")


def leads_to_table(paragraph: nodes.Node) -> bool:
    """Return whether a table follows a paragraph of a section, with nothing between them that is printed."""
    if not isinstance(paragraph.parent, nodes.section):
        return False
    after = paragraph.parent.children[paragraph.parent.index(paragraph) + 1 :]
    return isinstance(_first_printed(after), nodes.table)


def _first_printed(siblings: Sequence[nodes.Node]) -> nodes.Node | None:
    """Return the first of some nodes that is printed; of a container, such as a cell with what it put out, what is in it."""
    for node in siblings:
        if isinstance(node, nodes.container):
            if found := _first_printed(node.children):
                return found
        elif not isinstance(node, (nodes.target, nodes.Invisible, addnodes.index)):
            return node
    return None


class BlockWriter(Writer):
    """Block nodes other than figures, tables and notes."""

    def __init__(self, document: nodes.document, builder: PrintBuilder) -> None:
        super().__init__(document, builder)
        self.in_part = False
        self.in_main_matter = False
        # How deep the current section lies in its chapter; the sections around the chapter wait below it.
        self.depths = [-1]

    def _nothing(self, node: nodes.Element) -> None:
        pass

    def _skip(self, node: nodes.Element) -> None:
        raise nodes.SkipNode

    visit_comment = visit_substitution_definition = visit_meta = visit_toctree = visit_tabular_col_spec = _skip

    # -- documents and sections

    visit_document = depart_document = _nothing

    def visit_start_of_file(self, node: addnodes.start_of_file) -> None:
        if node["docname"] == INDEX_DOCUMENT and not self.index.terms:
            raise nodes.SkipNode  # this volume has no entries
        self.docnames.append(node["docname"])
        self._begin_main_matter()
        if len(self.docnames) == 2:
            self.depths.append(-1)

    def depart_start_of_file(self, node: addnodes.start_of_file) -> None:
        if self.docname == INDEX_DOCUMENT:
            self.add(self.index.typst())
        if len(self.docnames) == 2:
            self.depths.pop()
        self.docnames.pop()

    def visit_compound(self, node: nodes.compound) -> None:
        """Open a part of the book where a table of contents with a caption stands; back matter ends the parts."""
        caption = node.get("caption")
        if caption in self.config.print_backmatter_captions:
            self._begin_main_matter()
            self.in_part = False
        elif caption:
            self._begin_main_matter()
            self.in_part = True
            self.add(f"#part[#{string(caption)};]\n\n")

    depart_compound = _nothing

    def _begin_main_matter(self) -> None:
        if not self.in_main_matter:
            self.in_main_matter = True
            self.add("#show: main-matter\n\n")

    def visit_section(self, node: nodes.section) -> None:
        self.depths[-1] += 1

    def depart_section(self, node: nodes.section) -> None:
        self.depths[-1] -= 1

    def visit_title(self, node: nodes.title) -> None:
        """Write a heading; titles of tables, boxes and figures are written with these."""
        section, depth = node.parent, self.depths[-1]
        title, copy = self.render(node.children), self.copy(node.children)
        if self.docname == self.config.root_doc and depth == 0 and node.astext() == self.config.print_title:
            title = copy = f"#{string('About this book')};"  # the title of the book is on the title page
        label = self.builder.targets.of(section, self.docname)
        number = section_number(self.builder.env, self.docname, section)
        self.mark(node)
        level = depth + (2 if self.in_part else 1)
        full = f", full: [{title}]" if title != copy else ""
        self.add(f"#{HEADINGS[min(depth, 2)]}({level}, {optional(number)}, {string(label)}{full})[{copy}]\n\n")
        raise nodes.SkipNode

    def visit_rubric(self, node: nodes.rubric) -> None:
        self.call("rubric", node, block=True)

    # -- paragraphs, quotations, code

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        self.mark(node)
        if function := self.function(node) or ("lead" if leads_to_table(node) else None):
            self.call(function, node, block=True)
        self.add(self.anchor(node))

    def depart_paragraph(self, node: nodes.paragraph) -> None:
        self.add("\n\n")

    # Sphinx sets such a paragraph without the space around it; here the template decides on it.
    visit_compact_paragraph = visit_centered = visit_paragraph
    depart_compact_paragraph = depart_centered = depart_paragraph

    def visit_subtitle(self, node: nodes.subtitle) -> None:
        self.call("rubric", node, block=True)

    def visit_container(self, node: nodes.container) -> None:
        """Write a box without a look of its own; code with a caption has the number of the caption."""
        self.add(self.anchor(node))
        if "literal-block-wrapper" in node["classes"]:
            caption, *body = node.children
            label = numbered_label(self.builder.env, self.docname, "code-block", node)
            arguments = f"{optional(label)}, [{self.render(caption.children)}]"
            self.add(f"#listing({arguments})[{self.render(body)}]\n\n")
            raise nodes.SkipNode

    depart_container = _nothing

    def visit_block_quote(self, node: nodes.block_quote) -> None:
        self.call("epigraph" if "epigraph" in node["classes"] else "block-quote", node, block=True)

    def visit_attribution(self, node: nodes.attribution) -> None:
        self.call("attribution", node, block=True)

    def visit_transition(self, node: nodes.transition) -> None:
        self.add("#transition()\n\n")
        raise nodes.SkipNode

    def visit_literal_block(self, node: nodes.Element) -> None:
        self.mark(node)
        text, cell = node.astext(), cell_of(node)
        if cell is not None:
            text = plain(text)
            if object := unprintable(text):
                self.warn(node, f"cell {cell}: its output {object} has no printed form; {CURE}")
                raise nodes.SkipNode
        self.add(f"{self.anchor(node)}#code({string(text)});\n\n")
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block

    def visit_line_block(self, node: nodes.line_block) -> None:
        self.mark(node)
        self.call("inner-lines" if isinstance(node.parent, nodes.line_block) else "line-block", node, block=True)

    def visit_line(self, node: nodes.line) -> None:
        self.add(self.anchor(node))

    def depart_line(self, node: nodes.line) -> None:
        self.add("#linebreak();")

    def visit_raw(self, node: nodes.raw) -> None:
        """Drop what is meant for another format, with a warning if the reader of the web page sees it."""
        text = node.astext()
        if "html" not in node["format"].split() or INVISIBLE_HTML.fullmatch(text):
            raise nodes.SkipNode
        if LINE_BREAK.fullmatch(text):
            self.add("#linebreak();")
        else:
            self.warn(node, f"raw HTML cannot be printed; use Markdown, or put it into {{only}} html: {text[:60]}")
        raise nodes.SkipNode

    # -- lists

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        self._list("list", node)

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        sign = ENUMERATORS.get(node.get("enumtype", "arabic"), "1")
        numbering = f"{node.get('prefix', '')}{sign}{node.get('suffix') or '.'}"
        self._list("enum", node, f"start: {node.get('start', 1)}", f"numbering: {string(numbering)}")

    def _list(self, function: str, node: nodes.Element, *options: str) -> None:
        parts = [part for part in node.children if isinstance(part, nodes.list_item)]
        items = [content(self.anchor(item) + self.render(item.children)) for item in parts]
        self.add(f"{self.anchor(node)}#{function}({', '.join([*options, *items])})\n\n")
        raise nodes.SkipNode

    def visit_definition_list(self, node: nodes.Element) -> None:
        """Write a list of terms as one list."""
        function = self.function(node) or "definitions"
        outer, self.in_register = self.in_register, function != "definitions"
        items = [self._definition(item) for item in node.children if isinstance(item, nodes.definition_list_item)]
        self.in_register = outer
        self._terms(node, items, function=function)

    def _terms(
        self, node: nodes.Element, items: list[tuple[list[str], str]], *options: str, function: str = "definitions"
    ) -> None:
        """Write a list of terms, each with the markup of its names and its body, and leave the node."""
        pairs = [f"({array(map(content, names))}, [{body}])" for names, body in items]
        self.add(f"{self.anchor(node)}#{function}({', '.join([*options, *pairs])})\n\n")
        raise nodes.SkipNode

    def _definition(self, node: nodes.definition_list_item) -> tuple[list[str], str]:
        """Return the names that an item of such a list defines, with what they are of, and the definition."""
        terms = [part for part in node.children if isinstance(part, nodes.term)]
        names = [self.anchor(term) + self.render(term.children) for term in terms]
        for classifier in (part for part in node.children if isinstance(part, nodes.classifier)):
            names[-1] += f" : #emph[{self.anchor(classifier)}{self.render(classifier.children)}]"
        return names, self.anchor(node) + self.render(p for p in node.children if isinstance(p, nodes.definition))

    visit_glossary = depart_glossary = _nothing
    visit_definition = depart_definition = _nothing

    def visit_field_list(self, node: nodes.field_list) -> None:
        fields = [[self.render(part.children) for part in field.children] for field in node.children]
        self._terms(node, [([name], body) for name, body in fields], "separator: h(0.7em)")

    def visit_option_list(self, node: nodes.option_list) -> None:
        items = []
        for group, description in (item.children for item in node.children):
            names = [f"#raw({string(option.astext())})" for option in group.children]
            items.append((names, self.anchor(description.parent) + self.render(description.children)))
        self._terms(node, items)

    def visit_hlist(self, node: addnodes.hlist) -> None:
        """Write a list in columns as the lists that it is made of."""

    visit_hlistcol = visit_acks = visit_hlist
    depart_hlist = depart_hlistcol = depart_acks = _nothing

    # -- boxes

    def visit_Admonition(self, node: nodes.Element) -> None:
        """Write a box; docutils dispatches every kind of admonition to its base class."""
        title, body = node.next_node(nodes.title, descend=True), list(node.children)
        if title is not None and title.parent is node:
            body.remove(title)
            heading = self.render(title.children)
        else:
            heading = f"#{string(str(admonitionlabels.get(node.tagname, '')))};"
        function = self.function(node) or "admonition"
        self.add(f"{self.anchor(node)}#{function}[{heading}][{self.render(body)}]\n\n")
        raise nodes.SkipNode

    visit_topic = visit_sidebar = visit_Admonition

    def visit_versionmodified(self, node: addnodes.versionmodified) -> None:
        """Write what has changed since a version; its first words are in the text already."""
        self.add(self.anchor(node))

    depart_versionmodified = _nothing

    def visit_system_message(self, node: nodes.system_message) -> None:
        """Leave out a message of docutils: the log has it, with its place."""
        raise nodes.SkipNode

"""The volumes that the book is printed in: which pages stand in which, and a tree for each.

Without the setting ``print_volumes`` there is one. With it, the first volume holds whatever no other one names::

    print_basename: orchard
    print_volumes:
      - {name: orchard, short: Book}
      - name: orchard-tables       # the name of the file
        short: Tables              # how the other volumes refer to it: "Tables, p. 12"
        subtitle: "Second volume: tables"
        parts: [Evidence]          # all under these captions of the table of contents
        pages: [book/harvests]     # and these pages
        shared: [book/bibliography, genindex]  # these stand in the first volume too; of works, those that are cited
        legend: {title: How to read the signs, of: [the-signs]}  # before its chapters: what has these labels on the first page
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import ConfigError

from edition.around import around
from edition.said import choice


@dataclass(frozen=True)
class Volume:
    """A volume: how it is called, and what it holds; the first one holds what is left."""

    name: str
    short: str = ""
    subtitle: str = ""
    imprint: tuple[str, ...] = ()
    isbn: str = ""
    parts: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    shared: tuple[str, ...] = field(default=())
    legend: dict[str, Any] = field(default_factory=dict)


def volumes(settings: list[dict[str, Any]], basename: str) -> list[Volume]:
    """Return the volumes that the setting ``print_volumes`` describes; one if it is empty.

    :raises ConfigError: if a volume has no name, one that another has, or a setting that no volume has.
    """
    made = []
    for given in settings or [{"name": basename}]:
        if not given.get("name"):
            raise ConfigError(
                f"_config.yml: print_volumes: {given} has no name; write one, as name: and that of its file"
            )
        lists = {key: tuple(value) for key, value in given.items() if isinstance(value, list)}
        try:
            made.append(Volume(**{**given, **lists}))
        except TypeError as error:
            raise ConfigError(f"print_volumes: {given}: {error}") from error
    if len({volume.name for volume in made}) < len(made):
        raise ConfigError("print_volumes: two volumes have one name; each is a file of its own")
    return made


def check_captions(tree: nodes.document, captions: list[str]) -> None:
    """Look for the parts that are back matter.

    :raises ConfigError: if the book has no part with one of these captions.
    """
    known = [part["caption"] for part in _parts(tree) if part.get("caption")]
    if unknown := [caption for caption in captions if caption not in known]:
        raise ConfigError(
            f"_config.yml: print_backmatter_captions: no part of _toc.yml has the caption {unknown[0]!r}; {choice(unknown[0], known)}"
        )


def split(tree: nodes.document, described: list[Volume]) -> list[nodes.document]:
    """Return a tree for each volume; what another one holds is taken out of the first.

    :raises ConfigError: if a volume names a part or a page that the book does not have.
    """
    return [tree, *[_taken(tree, volume) for volume in described[1:]]]


def _taken(tree: nodes.document, volume: Volume) -> nodes.document:
    """Take the pages of a volume out of `tree`, and return them as a tree of their own, in the parts that they stood in."""
    unknown = {*volume.parts, *volume.pages, *volume.shared}
    own = tree.copy()
    own["docname"] = tree["docname"]
    if volume.legend:
        own += _legend(tree, volume)
    for part in list(_parts(tree)):
        caption = part.get("caption")
        copy = part.copy()
        for page in list(_pages(part)):
            if _stands_in(page, copy) or _put(page, copy, volume, caption):
                unknown -= {page["docname"], caption}
        if copy.children:
            own += copy
        if next(_pages(part), None) is None:
            part.parent.remove(part)
    if unknown:
        raise ConfigError(f"print_volumes: {volume.name}: the book has no part or page {', '.join(sorted(unknown))}")
    _drop_uncited(own)
    return own


def _legend(tree: nodes.document, volume: Volume) -> nodes.section:
    """Return what explains the signs of a volume: copies of what the book's first page says of them."""
    labels = volume.legend.get("of", [])
    blocks: dict[str, nodes.Element] = {id: node for node in _first_page(tree) for id in node["ids"]}
    if unknown := [label for label in labels if label not in blocks]:
        raise ConfigError(f"print_volumes: {volume.name}: legend: the first page has no {', '.join(unknown)}")
    title = str(volume.legend.get("title", ""))
    copies = (blocks[label].deepcopy() for label in labels)
    return nodes.section("", nodes.title("", title), *copies, ids=[nodes.make_id(title)])


def _first_page(node: nodes.Element) -> Iterator[nodes.Element]:
    """Yield the elements of the book's first page, without the pages that stand under it."""
    for child in node.children:
        if isinstance(child, nodes.Element) and not isinstance(child, addnodes.start_of_file):
            yield child
            yield from _first_page(child)


def _put(page: addnodes.start_of_file, part: nodes.compound, volume: Volume, caption: str | None) -> bool:
    """Put a page under `caption` into a volume's `part`, if it belongs there; return whether it does."""
    if page["docname"] in volume.shared:
        part += page.deepcopy()
        return True
    if caption in volume.parts or page["docname"] in volume.pages:
        page.parent.remove(page)
        part += page
        return True
    return False


def _parts(tree: nodes.Element) -> Iterator[nodes.compound]:
    """Yield the tables of contents of the book's first page, each with the pages under it."""
    for node in tree.children:
        if isinstance(node, nodes.compound) and "toctree-wrapper" in node["classes"]:
            yield node
        elif isinstance(node, nodes.section):
            yield from _parts(node)


def _pages(part: nodes.Element) -> Iterator[addnodes.start_of_file]:
    """Yield the pages of a part, those within others too."""
    return part.findall(addnodes.start_of_file)


def _stands_in(page: nodes.Element, part: nodes.Element) -> bool:
    """Return whether a page stands in a part, or in a page of it."""
    return any(outer is part for outer in (page, *around(page)))


def _drop_uncited(tree: nodes.document) -> None:
    """Take out the works that nothing in `tree` refers to."""
    links = tree.findall(nodes.reference)
    cited = {link.get("refid") or link.get("refuri", "").rpartition("#")[2] for link in links}
    for work in list(tree.findall(nodes.citation)):
        if not cited & set(work["ids"]):
            work.parent.remove(work)

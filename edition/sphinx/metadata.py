"""What the book says of itself: version, date and how to cite it, all from ``CITATION.cff``; and whom to write to.

``{citation}`figure` `` prints how a figure is cited, and the directive ``contact`` how to reach the maintainers: what the
settings ``edition_repository`` and ``edition_contact`` name, or, in a copy without them, that
whoever passed it on is to be asked.
"""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.docutils import SphinxDirective, SphinxRole

from edition.sphinx.citation import in_words, read_citation, whole
from edition.sphinx.failure import fail

NO_ADDRESS = "This copy names no address of its maintainers; whoever gave it to you can pass a message on."


def fill_settings(app: Sphinx, config: Config) -> None:
    """Give version and date to the settings that are not set otherwise (``config-inited``, before others read them)."""
    cited = whole(read_citation(Path(app.srcdir)))
    version, date = cited.version, cited.date
    values = {"version": version, "release": version, "print_date": date, "epub_date": date}
    values |= {
        "print_citation": in_words(cited) if cited.is_complete else "",
        "print_address": config.edition_repository or NO_ADDRESS,
    }
    for setting, value in values.items():
        if setting in config and not config[setting]:
            config[setting] = value
    cited_as = config.edition_citation.replace("{version}", version).replace("{year}", date[:4])
    if found := re.search(r"\{.*?\}|[{}]", cited_as):
        fail(
            "a setting cannot be read.",
            [f"_config.yml: edition_citation has {found[0]}; write {{version}} and {{year}} alone"],
        )
    config.edition_citation = cited_as


def keep_copyright(app: Sphinx, config: Config) -> None:
    """Give back the years of copyright, which Sphinx takes for those of the build if ``SOURCE_DATE_EPOCH`` is set."""
    for name in ("copyright", "epub_copyright"):
        if name in config.overrides:
            config[name] = config.overrides[name]


class Citation(SphinxRole):
    """How something of the book is cited: ``{citation}`Figure 2.1` ``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the words in ordinary text."""
        return [nodes.emphasis("", f"{self.text}, {self.config.edition_citation or self.config.project}")], []


class Contact(SphinxDirective):
    """``{contact}``: whom to tell of an error."""

    def run(self) -> list[nodes.Node]:
        """Return a paragraph."""
        repository, contact = self.config.edition_repository, self.config.edition_contact
        paragraph = nodes.paragraph()
        if repository:
            paragraph += [
                nodes.Text("Open an issue, or propose the correction, at "),
                link(repository),
                nodes.Text(". "),
            ]
        if contact:
            address = f"mailto:{contact}" if "@" in contact else contact
            paragraph += [nodes.Text("Write to "), link(contact, address), nodes.Text(".")]
        if not repository and not contact:
            paragraph += nodes.Text(NO_ADDRESS)
        return [paragraph]


def link(text: str, address: str = "") -> nodes.reference:
    """Return a link that shows `text`."""
    return nodes.reference("", text, refuri=address or text)


def setup(app: Sphinx) -> None:
    """Register the settings, the role and the directive."""
    app.add_config_value("edition_citation", "", "env", str, "how the book is cited, with {version} and {year}")
    app.add_config_value("edition_repository", "", "env", str, "the address of the book's repository")
    app.add_config_value("edition_contact", "", "env", str, "a mail address, or the address of a page")
    app.connect("config-inited", fill_settings, priority=100)
    app.connect("config-inited", keep_copyright, priority=900)
    app.add_role("citation", Citation())
    app.add_directive("contact", Contact)

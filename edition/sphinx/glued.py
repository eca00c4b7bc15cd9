"""``{glue:text}`name:words` ``: a number that a cell hands over, printed in words as a claim's form would."""

from __future__ import annotations

import ast

from docutils import nodes
from myst_nb.core.variables import RetrievalError
from myst_nb.ext.glue.roles import PasteTextRole
from myst_nb.ext.glue.utils import retrieve_glue_data
from sphinx.application import Sphinx
from sphinx.config import Config

from edition.ledger.form import IN_WORDS, in_words


class PasteWords(PasteTextRole):
    """The role of myst-nb, with two formats more: ``words`` and ``Words``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the text."""
        key, _, form = self.text.rpartition(":")
        if form not in IN_WORDS or "::" in key:
            return super().run()
        try:
            value = ast.literal_eval(retrieve_glue_data(self.document, key).data["text/plain"])
            text = in_words(value, form)
        except (RetrievalError, ValueError, SyntaxError, KeyError) as error:
            return [], [self.document.reporter.warning(f"{{glue:text}}`{self.text}`: {error}", line=self.line)]
        node = nodes.inline(text, text, classes=["pasted-text"])
        self.set_source_info(node)
        return [node], []


def take_place(app: Sphinx, config: Config) -> None:
    """Take the place of the role (``config-inited``, when all extensions are there)."""
    app.add_role_to_domain("glue", "text", PasteWords(), override=True)


def setup(app: Sphinx) -> None:
    """Connect to the event named above."""
    app.connect("config-inited", take_place)

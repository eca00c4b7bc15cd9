"""Names in another language are marked as such, where their letters show it: then a screen reader can pronounce them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

#: The class that docutils knows, and turns into ``lang`` in HTML.
PREFIX = "language-"
#: Which words are in which language, by letters that no other one in use here has.
LETTERS = {
    "hy": r"[\u0531-\u0587]+(?:[\s-]+[\u0531-\u0587]+)*",
    "ru": r"[\u0400-\u045f]+(?:[\s-]+[\u0400-\u045f]+)*",
    "az": r"\w*[əƏ]\w*",
}
WORDS = re.compile("|".join(rf"(?P<{language}>{letters})" for language, letters in LETTERS.items()))
#: In these a text is no text of the page.
APART = (nodes.raw, nodes.comment, nodes.literal, nodes.literal_block)


class MarkLanguages(SphinxPostTransform):
    """Mark words in other languages, for print and e-readers."""

    default_priority = 810  # when all that stands in a page is resolved
    builders = ("print", "press", "epub")

    def run(self, **kwargs: object) -> None:
        """Put each of these words into an element that says its language."""
        for text in list(self.document.findall(nodes.Text)):
            if not isinstance(text.parent, APART) and not text.isascii():
                parts = list(marked(text.astext()))
                if len(parts) > 1 or isinstance(parts[0], nodes.inline):
                    text.parent.replace(text, parts)


def marked(text: str) -> Iterator[nodes.Node]:
    """Yield a text in parts: as it is, or as an element with the class of its language."""
    end = 0
    for match in WORDS.finditer(text):
        if match.start() > end:
            yield nodes.Text(text[end : match.start()])
        yield nodes.inline("", match[0], classes=[f"{PREFIX}{match.lastgroup}"])
        end = match.end()
    if end < len(text):
        yield nodes.Text(text[end:])


def language(node: nodes.Element) -> str | None:
    """Return the language that an element is marked with; None if it is that of the book."""
    return next((name.removeprefix(PREFIX) for name in node["classes"] if name.startswith(PREFIX)), None)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the transform; for a format, with ``app.setup_extension``, which does so once for all of them."""
    app.add_post_transform(MarkLanguages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

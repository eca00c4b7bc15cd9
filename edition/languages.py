"""What is in another language is marked as such: then a screen reader can pronounce it.

Of a word its letters show it; of a quotation, the small words that it has more of than of English ones.
"""

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
    "ar": r"[\u0620-\u064a]+(?:\s+[\u0620-\u064a]+)*",
    "ka": r"[\u10d0-\u10ff]+(?:[\s-]+[\u10d0-\u10ff]+)*",
    "az": r"\w*[əƏ]\w*",
}
WORDS = re.compile("|".join(rf"(?P<{language}>{letters})" for language, letters in LETTERS.items()))
UKRAINIAN = re.compile("[іїєґІЇЄҐ]")  # letters that the others have not
#: What tells the languages of quotations apart that share their letters: small words, and letters that English has not.
SIGNS = {
    "fr": ("le la les l des du et est été a à au aux dans une pour que par se en n d entre", "àâçèêëîïôùûœ"),
    "de": (
        "der die das und nicht von den dem ein eine einer im zu am um oder mit sich über seit dass insgesamt",
        "äöüß",
    ),
    "es": ("el la los las del de se en un una y por para hasta que con", "ñáíóú"),
    "it": ("il lo la gli le l di del della e ed per con che una un", "àèìòù"),
    "pl": ("w i z na po się jest był była nie o", "ąćęłńśźż"),
    "ro": ("a avut o în de și la cu între pe din care", "ăâîșț"),
    "sv": ("och av i som en ett den det för på med är", "åäö"),
    "tr": ("ve bir bu için ile olarak da de olan sonra kadar olduğu", "ğışİçə"),  # or, with an ə, another
}
SETS = {name: (frozenset(words.split()), frozenset(letters)) for name, (words, letters) in SIGNS.items()}
ENGLISH = frozenset({
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "by", "with", "was", "as", "at", "from",
    "be", "has", "have", "it", "its", "an", "are", "not", "or", "this", "were", "which", "had", "will", "no",
})  # fmt: skip
QUOTED = re.compile("(?<=“)[^“”]+(?=”)")
FEWEST = 3  # words of a quotation that tell its language
#: In these a text is no text of the page.
APART = (nodes.raw, nodes.comment, nodes.literal, nodes.literal_block)


class MarkLanguages(SphinxPostTransform):
    """Mark words and quotations in other languages."""

    default_priority = 810  # when all that stands in a page is resolved
    builders = ("html", "dirhtml", "print", "press", "epub")

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
    for match in QUOTED.finditer(text):
        if name := of_quotation(match[0]):
            yield from words(text[end : match.start()])
            yield in_language(match[0], name)
            end = match.end()
    yield from words(text[end:])


def words(text: str) -> Iterator[nodes.Node]:
    """Yield a text in parts, each word whose letters show its language as an element."""
    end = 0
    for match in WORDS.finditer(text):
        if match.start() > end:
            yield nodes.Text(text[end : match.start()])
        yield in_language(match[0], of_letters(match))
        end = match.end()
    if end < len(text):
        yield nodes.Text(text[end:])


def of_letters(match: re.Match[str]) -> str:
    """Return the language of words by their letters."""
    name = match.lastgroup or ""
    return "uk" if name == "ru" and UKRAINIAN.search(match[0]) else name


def of_quotation(text: str) -> str | None:
    """Return the language of a quotation; None if it is English, or too short to tell."""
    if (match := WORDS.search(text)) and match.lastgroup != "az":
        return "uk" if UKRAINIAN.search(text) else of_letters(match)
    found = re.findall(r"\w+", text.lower())
    if len(found) < FEWEST:
        return None
    counts = {
        name: sum(word in small or not letters.isdisjoint(word) for word in found)
        for name, (small, letters) in SETS.items()
    }
    best = max(counts, key=lambda name: counts[name])
    if counts[best] <= max(1, sum(word in ENGLISH for word in found)):
        return None
    return "az" if match else best


def in_language(text: str, name: str) -> nodes.inline:
    """Return a text as an element that says its language."""
    return nodes.inline("", text, classes=[f"{PREFIX}{name}"])


def language(node: nodes.Element) -> str | None:
    """Return the language that an element is marked with, without its script; None if it is that of the book."""
    return next(
        (name.removeprefix(PREFIX).partition("-")[0] for name in node["classes"] if name.startswith(PREFIX)), None
    )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the transform; for a format, with ``app.setup_extension``, which does so once for all of them."""
    app.add_post_transform(MarkLanguages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

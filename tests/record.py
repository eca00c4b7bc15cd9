"""What the book says and where, as files that later states are compared with (``tests/recorded/README.md``).

Of each page the addresses that others may have noted, and the text without the code; of the PDF the text.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from bs4 import BeautifulSoup
from pypdf import PdfReader

sys.path.append(str(Path(__file__).parents[1]))  # run as a script, it finds the engine too
from built import volumes

RECORDED = Path(__file__).with_name("recorded")
TEXT = RECORDED / "text"
BUILD = Path(__file__).parents[1] / "_build"

# Numbers that docutils and myst-nb give by position: nobody is promised that they stay.
BY_POSITION = re.compile(r"(id|index-)\d+")
SENTENCE = re.compile(r"(?<=[.!?”)]) (?=[A-Z“(])")


def pages(html: Path) -> dict[str, BeautifulSoup]:
    """Return the text of every page, without what the theme puts around it, by the page's path without its ending."""
    found = {}
    for file in sorted(html.rglob("*.html")):
        article = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser").find("article")
        if article is not None and "_static" not in file.parts:
            found[file.relative_to(html).with_suffix("").as_posix()] = article
    return found


def addresses(html: Path) -> list[str]:
    """Return the addresses of chapters, sections, paragraphs, claims, notes, figures, tables and rows."""
    found = []
    for page, article in pages(html).items():
        ids = [tag["id"] for tag in article.find_all(id=True)]
        found += [f"{page}.html", *(f"{page}.html#{id}" for id in ids if not BY_POSITION.fullmatch(id))]
    return found


def page_text(article: BeautifulSoup) -> str:
    """Return what a page says, a sentence a line, with the alternative texts; without code, addresses and numbers of cells."""
    copy = BeautifulSoup(str(article), "html.parser")
    for code in copy.select(".cell_input, summary, .headerlink, .paragraph-place, .citation-forms pre"):
        code.decompose()
    for image in copy.find_all("img"):
        image.replace_with(f" [{image.get('alt')}] ")
    return _lines(copy.get_text(" "))


def pdf_text(pdf: Path) -> str:
    """Return the text of the printed book, page by page."""
    return "\f\n".join(_lines(page.extract_text()) for page in PdfReader(pdf).pages)


def _lines(text: str) -> str:
    """Return `text` with single spaces and a line for each sentence, so that a difference is easy to see.

    What is no word of it is left out: the number of a cell, and the space before a stop where an element of a page ends.
    """
    words = re.sub(r" (?=[,.;:)])", "", re.sub(r"\bcell \d+", "cell …", " ".join(text.split())))
    return SENTENCE.sub("\n", words) + "\n"


def record_text() -> None:
    """Write what the book says now."""
    TEXT.mkdir(parents=True, exist_ok=True)
    for page, article in pages(BUILD / "html").items():
        (TEXT / f"{page.rpartition('/')[2]}.txt").write_text(page_text(article), encoding="utf-8")
    (TEXT / "pdf.txt").write_text("\f\n".join(map(pdf_text, volumes())), encoding="utf-8")


def record_addresses(version: str) -> None:
    """Write the addresses of the book as it is built now, as those of a version."""
    file = RECORDED / f"addresses-{version}.txt"
    file.write_text("\n".join(addresses(BUILD / "html")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["addresses"]:
        record_addresses(sys.argv[2])
    else:
        record_text()

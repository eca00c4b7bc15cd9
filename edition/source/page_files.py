"""The files of the pages that the table of contents of a book names."""

from __future__ import annotations

from pathlib import Path

from sphinx_external_toc.parsing import MalformedError, parse_toc_data

from edition.package.read import DataError
from edition.settings import TOC, SettingsError, read_yaml

SUFFIXES = (".md", ".ipynb")


def page_files(book: Path) -> dict[str, Path]:
    """Return the file of each page by the name that Sphinx gives it, in the order of the book.

    Pages that Sphinx makes itself, such as the index, have no file and are left out.

    :raises DataError: if there is no table of contents, or it cannot be read.
    """
    try:
        names = parse_toc_data(read_yaml(book / TOC))
    except SettingsError as error:
        raise DataError(str(error)) from error
    except (OSError, ValueError, MalformedError) as error:
        raise DataError(f"{TOC} cannot be read: {' '.join(str(error).split())}; mend it") from error
    return {name: file for name in names for suffix in SUFFIXES if (file := book / f"{name}{suffix}").is_file()}

"""Pages that the build does not begin to run, because their source shows that what they say could not be trusted."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from edition.source.page_files import SUFFIXES
from edition.sphinx.failure import fail
from edition.sphinx.pages import file_of, page


def refuse(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """Stop the build if a page shows, before it runs, that its results could grow stale (``env-get-outdated``).

    Others than those added and changed have been looked at when they were read.
    """
    names = sorted(env.found_docs)
    files = {name: [f"{name}{one}" for one in SUFFIXES if Path(app.srcdir, f"{name}{one}").is_file()] for name in names}
    if double := [" and ".join(both) for both in files.values() if len(both) > 1]:
        fail("a page has two files.", [f"{both}: delete one of them" for both in double])
    found = [file_of(env, name) for name in names]
    other = [name for name in found if Path(name).suffix in app.config.nb_custom_formats]
    if other:
        fail("a page is of a kind whose cells are not known.", [f"{name}: write it as .md or .ipynb" for name in other])
    faults = [fault for name in sorted(added | changed) for fault in page(env, name).faults]
    if faults:
        fail("a page cannot be trusted to say what the data say.", faults)
    return []


def setup(app: Sphinx) -> None:
    """Connect to the event, before what asks which pages have to run."""
    app.connect("env-get-outdated", refuse, priority=100)

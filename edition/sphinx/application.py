"""The book as a Sphinx application, set up as Jupyter Book sets it up.

``jupyter-book build .`` does the same in a process of its own for each builder; here one process serves several builders
in turn, and Sphinx and its extensions are imported once.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import IO, Any

from jupyter_book.config import get_final_config
from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from edition.settings import taken_apart
from edition.sphinx.pages import file_of

#: When Python looks for cycles among its objects. Those of a book are many and live long: at its own pace, looking takes a
#: fifth of a build and more; at this one memory grows by a tenth.
COLLECTED = (100_000, 10, 10)


def write(source: Path, output: Path, builder: str, log: IO[str], warnings: IO[str], **others: Any) -> int:
    """Write the book in `source` with `builder`, into a folder of its name in `output`.

    :param log: where Sphinx says what it does.
    :param warnings: where it warns.
    :param others: settings of Sphinx that the book does not have.
    :returns: 0 if there was nothing to warn of.
    :raises Exception: if the book cannot be written: a SphinxError that says why, or whatever an extension raises, with
        the file of the page that it was reading as a note.
    """
    gc.set_threshold(*COLLECTED)
    settings, _ = get_final_config(
        user_yaml=source / "_config.yml", cli_config={"latex_individualpages": False}, sourcedir=source
    )
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            source,
            None,
            output / builder,
            output / ".doctrees",
            builder,
            confoverrides=settings | others,
            status=log,
            warning=warnings,
            warningiserror=True,
            keep_going=True,
        )
        lists = (name for name, option in app.config.values.items() if isinstance(option.default, list | tuple))
        if wrong := taken_apart(lists, source):
            raise ConfigError("\n".join(wrong))
        if app.config.use_multitoc_numbering:
            app.setup_extension("sphinx_multitoc_numbering")
        try:
            app.build()
        except Exception as error:
            if page := app.env.temp_data.get("docname"):  # which is being read
                error.add_note(file_of(app.env, page))
            raise
        return app.statuscode

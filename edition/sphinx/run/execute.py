"""Run the chapters whose results are not cached, side by side, before Sphinx reads the pages.

myst-nb alone would run them one after another, and report an error in a cell as a hundred lines of log.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from jupyter_cache.cache.main import JupyterCacheBase
from jupyter_cache.executors.utils import ExecutionResult, single_nb_execution
from myst_nb.core.config import NbParserConfig
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.console import strip_escape_sequences
from sphinx.util.display import status_iterator

from edition.paths import EDITION
from edition.said import in_a_line
from edition.source.page import Page
from edition.sphinx.environment import notebook_settings
from edition.sphinx.failure import fail
from edition.sphinx.nearest import beginning
from edition.sphinx.pages import page
from edition.sphinx.run import kernels, outputs
from edition.sphinx.run.inputs import digest, permitted

logger = logging.getLogger(__name__)
MOST = 500  # letters of an error that a message quotes


@dataclass(frozen=True)
class Chapter:
    """A page with cells to run."""

    source: Page
    path: Path
    notebook: NotebookNode
    permitted: str  # what its cells may read, in JSON
    started: list[int] = field(default_factory=list)  # the places of the cells that have begun to run


def execute(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Run the chapters among `docnames` that the cache does not hold, and put the results into it.

    :raises ExtensionError: if a cell fails; the message lists each failing chapter, its cell and its error.
    """
    settings = notebook_settings(env)
    if settings.execution_mode == "off":
        return
    if settings.execution_mode != "cache":
        fail(
            "chapters cannot be executed this way.",
            [
                f"_config.yml: execute_notebooks is {settings.execution_mode}; write cache, which knows all that a cell reads"
            ],
        )
    cache = get_cache(settings.execution_cache_path)
    chapters = [chapter for docname in docnames if (chapter := _uncached(app, env, docname, cache))]
    if not chapters:
        return
    logger.info("to execute: %s", ", ".join(chapter.source.name for chapter in chapters))
    failures = []
    # Whoever interrupts this does not wait for cells: the kernels end first, and no other chapter begins.
    with ThreadPoolExecutor(os.cpu_count()) as pool, _begun_alone(pool), _kernels(app):
        # The longest first, so that none of them runs alone at the end.
        longest = sorted(chapters, key=lambda chapter: -len(chapter.source.cells))
        jobs = {pool.submit(_run, chapter, settings.execution_timeout): chapter for chapter in longest}
        done = status_iterator(
            as_completed(jobs),
            "executing chapters... ",
            color="purple",
            length=len(jobs),
            verbosity=app.verbosity,
            stringify_func=lambda job: jobs[job].source.name,
        )
        for job in done:
            failures += _keep(cache, jobs[job], job, settings)
    if failures:
        fail("a chapter could not be executed.", failures)


@contextmanager
def _begun_alone(pool: ThreadPoolExecutor) -> Iterator[None]:
    """Let nothing more begin in a pool that is left before its time."""
    try:
        yield
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise


def _keep(
    cache: JupyterCacheBase, chapter: Chapter, job: Future[ExecutionResult], settings: NbParserConfig
) -> list[str]:
    """Put the result of a chapter into the cache; return a line for each reason if it is none to keep."""
    try:
        result = job.result()
    except Exception as error:  # whatever a dying kernel raises, the other chapters go on
        return [_explain(chapter, error)]
    if result.err is not None:
        return [_explain(chapter, result.err)]
    page, notebook = chapter.source, chapter.notebook
    wrong = [*outputs.stopped(page, notebook), *outputs.unshown(page, notebook)]
    wrong += outputs.faults(page, notebook, settings.output_stderr in ("error", "raise"))
    if wrong:
        return wrong
    bundle = CacheBundleIn(chapter.notebook, str(chapter.path), data={"execution_seconds": result.time})
    cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
    return []


def _uncached(app: Sphinx, env: BuildEnvironment, docname: str, cache: JupyterCacheBase) -> Chapter | None:
    """Return the chapter `docname` if it has cells and the cache does not hold their results."""
    path = Path(env.doc2path(docname))
    source = page(env, docname)
    if source.notebook is None:
        return None
    notebook = copy.deepcopy(source.notebook)
    notebook.metadata["kernelspec"]["inputs"] = digest(app, source)
    try:
        cache.match_cache_notebook(notebook)
    except KeyError:
        return Chapter(source, path, notebook, permitted(app, source))
    return None


def _run(chapter: Chapter, timeout: int) -> ExecutionResult:
    """Run the cells of a chapter in a fresh kernel."""
    return single_nb_execution(
        chapter.notebook,
        cwd=str(chapter.path.parent),
        allow_errors=False,
        timeout=timeout,
        meta_override=False,  # nothing but the settings of the book says how long a cell may take
        on_cell_start=lambda cell_index, **_: chapter.started.append(cell_index),
        extra_arguments=[f"{kernels.PERMITTED}{chapter.permitted}"],
    )


def _explain(chapter: Chapter, error: Exception) -> str:
    """Return one line that says in which cell the run of the chapter stopped, where it stands, and why.

    A cell that was expected to fail, and did, is not the one: the run went on, and stopped in the last that began.
    """
    reason = f"{type(error).__name__}: {error}"
    if isinstance(error, CellExecutionError):
        reason = f"{error.ename}: {error.evalue}"
    elif isinstance(error, CellTimeoutError):  # its first line says that the time was up; the others show the cell
        said = str(error).strip().splitlines()[0].rstrip(".")
        reason = f"{said}; let it do less, or raise timeout below execute in _config.yml"
    elif isinstance(error, DeadKernelError):
        reason = "its kernel died, as it does where memory ends or a library crashes; let the cell do less"
    where = chapter.source.file
    if chapter.started:
        cells = chapter.notebook.cells[: chapter.started[-1] + 1]
        where = chapter.source.place(sum(cell.cell_type == "code" for cell in cells))
    return f"{where}: {in_a_line(beginning(strip_escape_sequences(reason), MOST))}"


def _kernels(app: Sphinx) -> AbstractContextManager[None]:
    """Return what lets kernels find the book and ``edition``, which is not installed, and nothing of the user's."""
    cache = Path(notebook_settings(app.env).execution_cache_path).with_name("matplotlib")
    paths = dict.fromkeys([str(app.srcdir), str(EDITION.parent)])
    return kernels.clean(paths, cache, **app.config.edition_kernel_differences)


def setup(app: Sphinx) -> None:
    """Run the chapters before the pages are read, and keep settings of the user's from those who read them."""
    os.environ["DOCUTILSCONFIG"] = ""  # docutils would look for more in the user's home and in /etc
    app.add_config_value("edition_kernel_differences", {}, "", dict, "a seed or a zone that the kernels have")
    app.connect("env-before-read-docs", execute)

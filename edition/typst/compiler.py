"""The compiler in a process of its own, run as a script: its memory, more than all else needs, goes when it ends.

``python compiler.py SOURCE PDF FONTS screen|press STANDARD…`` answers in JSON: with the compiler's ``messages``, of one
error or of the warnings; with what the template has found ``lost``, as pairs of its place and what it is; and with the
``pages`` of the places that other volumes name. Without a PDF, the pages alone are asked for. The exit status is 1 if the
error is about the source, and 2 if it is about a setting.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import typst


def main(source: str, pdf: str, fonts: str, medium: str, *standards: str) -> int:
    """Set `source` as `pdf` with the faces in the folder `fonts` alone, as the PDF standards ask; for a press, untagged."""
    warnings: list[typst.TypstWarning] = []
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    for_press = medium == "press"
    inputs = {"press": "yes"} if for_press else {}
    root = str(Path(source).parent)
    compiler = typst.Compiler(source, root=root, font_paths=faces, ignore_system_fonts=True, sys_inputs=inputs)
    try:
        if pdf:
            _, warnings = compiler.compile_with_warnings(
                output=pdf,
                pdf_tags=not for_press,
                pdf_standards=list(standards),  # type: ignore[arg-type]  # which standards there are, it says itself
            )
        found = {name: json.loads(compiler.query(f"<{name}>", field="value")) for name in ("lost", "pages")}
    except typst.TypstError as error:
        return _failed(error.diagnostic)
    except ValueError as error:  # it knows no standard of that name
        said = str(error).splitlines()[0]
        _answer([f"_config.yml: print_standards: {said}; write them as Typst names them, as in [ua-1, a-2a]"], [], {})
        return 2
    except RuntimeError as error:  # a query does not say where; the compilation that follows will
        return _failed(str(error)) if pdf else _answer([], [], {})
    lost = [(entry["where"], entry["what"]) for entry in found["lost"]]
    pages = {name: place for places in found["pages"] for name, place in places.items()}
    return _answer([warning.diagnostic for warning in warnings], lost, pages)


def _answer(messages: list[str], lost: list[tuple[str, str]], pages: dict[str, Any]) -> int:
    """Answer, and return the exit status of success."""
    json.dump({"messages": messages, "lost": lost, "pages": pages}, sys.stdout)
    return 0


def _failed(message: str) -> int:
    """Answer with the message of an error, and return the exit status."""
    _answer([message], [], {})
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

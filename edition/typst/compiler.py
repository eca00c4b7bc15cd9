"""The compiler in a process of its own, run as a script: its memory, more than all else needs, goes when it ends.

``python compiler.py SOURCE PDF FONTS STANDARD…`` answers in JSON: with the compiler's ``messages``, of one error, and exit
status 1, or of the warnings; and with what the template has found ``lost``, as pairs of its place and what it is.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst


def main(source: str, pdf: str, fonts: str, *standards: str) -> int:
    """Set `source` as `pdf` with the faces in the folder `fonts` alone, as the PDF standards ask."""
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    compiler = typst.Compiler(source, root=str(Path(source).parent), font_paths=faces, ignore_system_fonts=True)
    try:
        _, warnings = compiler.compile_with_warnings(
            output=pdf,
            pdf_standards=list(standards),  # type: ignore[arg-type]  # which standards there are, it says itself
        )
    except typst.TypstError as error:
        json.dump({"messages": [error.diagnostic], "lost": []}, sys.stdout)
        return 1
    lost = [(entry["where"], entry["what"]) for entry in json.loads(compiler.query("<lost>", field="value"))]
    json.dump({"messages": [warning.diagnostic for warning in warnings], "lost": lost}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

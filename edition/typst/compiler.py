"""The compiler in a process of its own, run as a script: its memory, more than all else needs, goes when it ends.

``python compiler.py SOURCE PDF FONTS STANDARD…`` answers with a JSON list of the compiler's messages: of one error, and
exit status 1, or of the warnings.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst


def main(source: str, pdf: str, fonts: str, *standards: str) -> int:
    """Set `source` as `pdf` with the faces in the folder `fonts` alone, as the PDF standards ask."""
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    try:
        _, warnings = typst.compile_with_warnings(
            input=source,
            output=pdf,
            root=str(Path(source).parent),
            font_paths=faces,
            ignore_system_fonts=True,
            pdf_standards=list(standards),  # type: ignore[arg-type]  # which standards there are, it says itself
        )
    except typst.TypstError as error:
        json.dump([error.diagnostic], sys.stdout)
        return 1
    json.dump([warning.diagnostic for warning in warnings], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

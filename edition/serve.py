"""Show the built book on this machine: ``python -m edition.serve [port]``."""

from __future__ import annotations

import functools
import http.server
import sys

from edition.paths import BUILD


def main(arguments: list[str]) -> int:
    """Serve the web pages until interrupted; 1 if the port is taken."""
    wanted = arguments[0] if arguments else "8000"
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 6 and 0 < int(wanted) < 65536):
        print(f"PORT is {wanted!r}, but a number up to 65535 is wanted, as in: make serve PORT=8001", file=sys.stderr)
        return 1
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(BUILD / "html"))
    try:
        server = http.server.ThreadingHTTPServer(("localhost", int(wanted)), handler)
    except OSError as error:
        print(
            f"port {wanted} cannot be used: {error.strerror}; take another, as in: make serve PORT={int(wanted) % 65535 + 1}",
            file=sys.stderr,
        )
        return 1
    print(f"the book is at http://localhost:{wanted}; end with Ctrl-C", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

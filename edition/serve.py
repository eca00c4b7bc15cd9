"""Show the built book on this machine, as a host on the web would: ``python -m edition.serve [port]``."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from edition.paths import BUILD

COMPRESSED = ("text/", "image/svg+xml", "application/json")
NOT_FOUND = "404.html"


class Host(http.server.SimpleHTTPRequestHandler):
    """Sends text compressed, as others do, and the book's own page for an address that it does not have."""

    #: Whether a browser may keep what it was sent; not while someone writes and looks.
    is_kept = False

    def do_GET(self) -> None:
        """Send a file."""
        file = Path(self.translate_path(self.path))
        missing = Path(self.directory, NOT_FOUND)
        if file.is_file():
            self._send(200, file)
        elif not file.is_dir() and missing.is_file():
            self._send(404, missing)
        else:
            super().do_GET()

    def _send(self, status: int, file: Path) -> None:
        """Send a file, compressed if it is text."""
        kind, body = self.guess_type(str(file)), file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "max-age=31536000" if self.is_kept else "no-cache")
        if kind.startswith(COMPRESSED):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        with contextlib.suppress(ConnectionError):  # a browser may have seen enough
            self.end_headers()
            self.wfile.write(body)


class QuietHost(Host):
    """Says nothing, and lets a browser keep what it was sent: for measurements."""

    is_kept = True

    def log_message(self, *message: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine, and give its address."""
    handler = functools.partial(QuietHost, directory=str(folder))
    with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def main(arguments: list[str]) -> int:
    """Serve the web pages until interrupted; 1 if the port is taken."""
    wanted = arguments[0] if arguments else "8000"
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 6 and 0 < int(wanted) < 65536):
        print(f"PORT is {wanted!r}, but a number up to 65535 is wanted, as in: make serve PORT=8001", file=sys.stderr)
        return 1
    handler = functools.partial(Host, directory=str(BUILD / "html"))
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

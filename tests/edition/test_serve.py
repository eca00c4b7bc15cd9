"""The book as a host on the web serves it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from edition import serve

PAGE, MISSING = "<p>Apples</p>" * 50, "<p>There is no such page.</p>"


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    """The address of a book of two pages."""
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(bytes(50))
    (tmp_path / serve.NOT_FOUND).write_text(MISSING, encoding="utf-8")
    with serve.served(tmp_path) as address:
        yield address


def get(address: str) -> tuple[HTTPResponse, bytes]:
    """Return the answer to a request, as it was sent."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", urlsplit(address).path)
    answer = connection.getresponse()
    return answer, answer.read()


def test_text_is_sent_compressed(host: str) -> None:
    answer, body = get(f"{host}/book/index.html")
    assert (answer.status, answer.headers["Content-Encoding"]) == (200, "gzip")
    assert gzip.decompress(body).decode() == PAGE and len(body) < len(PAGE)


def test_a_picture_is_sent_as_it_is(host: str) -> None:
    answer, body = get(f"{host}/picture.png")
    assert (answer.status, answer.headers["Content-Encoding"], body) == (200, None, bytes(50))


def test_an_address_that_is_not_there_has_the_page_that_says_so(host: str) -> None:
    answer, body = get(f"{host}/book/pears.html")
    assert (answer.status, gzip.decompress(body).decode()) == (404, MISSING)


def test_a_folder_leads_to_its_first_page(host: str) -> None:
    answer, _ = get(f"{host}/book")
    assert (answer.status, answer.headers["Location"]) == (301, "/book/")


@pytest.mark.parametrize("port", ["none", "0", "65536", "８"])
def test_a_port_that_is_none_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert serve.main([port]) == 1
    assert f"PORT is {port!r}" in capsys.readouterr().err

"""The book of the lighthouses, on another subject than this one: what the tests of the engine read."""

from __future__ import annotations

from pathlib import Path

BOOK = Path(__file__).parent / "books" / "lighthouses"
DATA = BOOK / "data"

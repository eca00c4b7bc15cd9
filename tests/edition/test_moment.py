"""The moment that a file bears is the one asked for, the edition's or a fixed one, and never the clock's."""

from __future__ import annotations

import datetime

import pytest

from edition.moment import EPOCH, moment


def test_source_date_epoch_goes_before_the_date_of_the_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, "0")
    assert moment("2026-11-22", "1980-01-01") == datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    monkeypatch.delenv(EPOCH)
    assert moment("2026-11-22", "1980-01-01") == datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
    assert moment("", "1980-01-01") == datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)
